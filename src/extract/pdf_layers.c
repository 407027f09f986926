/*
 * Text on layers that are switched off: nobody sees it, and most parsers print it. For pdf.c.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "extract/pdf.h"

#include <math.h>

/* layers that are looked at, and how deep they may be nested: drawings of machines have some
 * hundred */
#define MAX_LAYERS 1000
#define MAX_DEPTH  16

/* @left: layers that may still be looked at; a step to the next costs poppler as much as there are
 */
static void
collect_hidden(PopplerLayersIter *iter, guint depth, guint *left, GPtrArray *hidden)
{
	if (iter == NULL)
		return;
	do {
		PopplerLayer *layer = poppler_layers_iter_get_layer(iter);
		PopplerLayersIter *child = poppler_layers_iter_get_child(iter);
		if (layer != NULL && !poppler_layer_is_visible(layer))
			g_ptr_array_add(hidden, layer);
		else
			g_clear_object(&layer);
		if (depth < MAX_DEPTH)
			collect_hidden(child, depth + 1, left, hidden);
		g_clear_pointer(&child, poppler_layers_iter_free);
	} while (*left > 0 && --*left > 0 && poppler_layers_iter_next(iter));
}

GPtrArray *
ats_pdf_hidden_layers(PopplerDocument *pdf)
{
	GPtrArray *hidden = g_ptr_array_new_with_free_func(g_object_unref);
	PopplerLayersIter *iter = poppler_layers_iter_new(pdf);
	guint left = MAX_LAYERS;

	collect_hidden(iter, 0, &left, hidden);
	g_clear_pointer(&iter, poppler_layers_iter_free);
	return hidden;
}

/* the same character at the same place, to the point */
static gpointer
place_key(const AtsPdfChar *c)
{
	guint32 x = (guint32)lroundf(c->glyph.box.x0) & 0xfff;
	guint32 y = (guint32)lroundf(c->glyph.box.y0) & 0xfff;

	return GUINT_TO_POINTER((c->glyph.c * 2654435761u) ^ (x << 12 | y));
}

/* the page's text with all layers shown; asked for without rendering, since its drawing is nobody's
 * view */
static GArray *
all_chars(PopplerDocument *pdf, guint index, GPtrArray *hidden, AtsPdfFonts *fonts)
{
	g_autoptr(AtsPopplerPage) page = NULL;
	GArray *chars = NULL;

	for (guint i = 0; i < hidden->len; i++)
		poppler_layer_show(g_ptr_array_index(hidden, i));
	page = poppler_document_get_page(pdf, (int)index);
	if (page != NULL)
		chars = ats_pdf_page_chars(page, fonts);
	for (guint i = 0; i < hidden->len; i++)
		poppler_layer_hide(g_ptr_array_index(hidden, i));
	return chars;
}

void
ats_pdf_add_layers(GArray *chars,
		   PopplerDocument *pdf,
		   guint index,
		   GPtrArray *hidden,
		   AtsPdfFonts *fonts)
{
	g_autoptr(GArray) all = all_chars(pdf, index, hidden, fonts);
	g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);

	if (all == NULL)
		return;
	for (guint i = 0; i < chars->len; i++)
		g_hash_table_add(known, place_key(ats_at(chars, AtsPdfChar, i)));
	if (chars->len > 0)
		ats_at(chars, AtsPdfChar, chars->len - 1)->glyph.line_end = TRUE;
	for (guint i = 0; i < all->len; i++) {
		AtsPdfChar c = *ats_at(all, AtsPdfChar, i);
		if (g_hash_table_contains(known, place_key(&c)))
			continue;
		c.visibility = ATS_VISIBLE_LAYER_OFF;
		g_array_append_val(chars, c);
	}
}
