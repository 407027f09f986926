/*
 * Asks poppler for a page's characters: text, boxes and fonts of one interpretation. For pdf.c.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "extract/pdf.h"

#include "base/limits.h"
#include "base/utf8.h"

/* points: wider than any page; only the calls with an area keep text that pokes over the page's
 * edge */
#define EVERYWHERE 10000.0

static guint32
attribute_colour(const PopplerTextAttributes *a)
{
	return (guint32)(a->color.red >> 8) << 16 | (guint32)(a->color.green >> 8) << 8 |
	       (guint32)(a->color.blue >> 8);
}

static AtsPdfChar
make_char(gunichar c, const PopplerRectangle *r, const PopplerTextAttributes *a, guint16 font)
{
	AtsPdfChar out = {.font = font, .drawn = -1};

	out.glyph.c = c;
	out.glyph.box = (AtsBox){(float)MIN(r->x1, r->x2),
				 (float)MIN(r->y1, r->y2),
				 (float)MAX(r->x1, r->x2),
				 (float)MAX(r->y1, r->y2)};
	out.glyph.x = out.glyph.box.x0;
	out.glyph.y = out.glyph.box.y1;
	out.glyph.draw = -1;
	out.glyph.has_unicode = c != 0xfffd && !g_unichar_iscntrl(c) && !ats_unichar_is_private(c);
	if (a != NULL) {
		out.size = (float)a->font_size;
		out.colour = attribute_colour(a);
	} else {
		out.size = ats_box_height(out.glyph.box);
	}
	return out;
}

/* white space is no character of its own: it says what follows the one before it */
static void
take_space(GArray *chars, gunichar c)
{
	AtsPdfChar *last;

	if (chars->len == 0)
		return;
	last = ats_at(chars, AtsPdfChar, chars->len - 1);
	if (c == '\n')
		last->glyph.line_end = TRUE;
	else
		last->space = last->glyph.gap_after = TRUE;
}

/* marks of writing direction that poppler puts in: no glyphs */
static gboolean
is_direction_mark(gunichar c)
{
	return (c >= 0x202a && c <= 0x202e) || c == 0x200e || c == 0x200f;
}

static void
take_chars(GArray *chars,
	   const char *text,
	   const PopplerRectangle *boxes,
	   guint n_boxes,
	   GList *attributes,
	   AtsPdfFonts *fonts)
{
	guint i = 0;
	const PopplerTextAttributes *entered = NULL;
	guint16 font = 0;

	for (const char *p = text; *p != '\0' && i < n_boxes; p = g_utf8_next_char(p), i++) {
		gunichar c = g_utf8_get_char(p);
		const PopplerTextAttributes *a;
		AtsPdfChar out;
		while (attributes != NULL &&
		       ((PopplerTextAttributes *)attributes->data)->end_index < (gint)i)
			attributes = attributes->next;
		a = attributes != NULL ? attributes->data : NULL;
		if (g_unichar_isspace(c)) {
			take_space(chars, c);
			continue;
		}
		if (is_direction_mark(c) || chars->len >= ATS_LIMIT_PAGE_GLYPHS)
			continue;
		if (a != entered || a == NULL)
			font = ats_pdf_fonts_lookup(fonts, a != NULL ? a->font_name : NULL);
		entered = a;
		out = make_char(c, &boxes[i], a, font);
		g_array_append_val(chars, out);
	}
}

GArray *
ats_pdf_page_chars(PopplerPage *page, AtsPdfFonts *fonts)
{
	PopplerRectangle area = {-EVERYWHERE, -EVERYWHERE, EVERYWHERE, EVERYWHERE};
	g_autofree char *text = poppler_page_get_text_for_area(page, &area);
	g_autofree PopplerRectangle *boxes = NULL;
	guint n_boxes = 0;
	GList *attributes;
	GArray *chars;

	if (text == NULL || !g_utf8_validate(text, -1, NULL) ||
	    !poppler_page_get_text_layout_for_area(page, &area, &boxes, &n_boxes))
		return g_array_new(FALSE, FALSE, sizeof(AtsPdfChar));
	chars = g_array_sized_new(FALSE,
				  FALSE,
				  sizeof(AtsPdfChar),
				  MIN(n_boxes, ATS_LIMIT_PAGE_GLYPHS));
	attributes = poppler_page_get_text_attributes_for_area(page, &area);
	take_chars(chars, text, boxes, n_boxes, attributes, fonts);
	poppler_page_free_text_attributes(attributes);
	return chars;
}
