/*
 * PDF bytes in, Document out: opens the file, takes each page's text and drawing by one
 * interpretation, and says in one line why where it cannot. For the PDF worker.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "extract/pdf.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/sniff.h"
#include "extract/extract.h"
#include "extract/pdf_scan.h"

/* points: a page's side as PDF allows it at most (14,400) with its largest unit; larger ones are
 * nonsense */
#define LARGEST_SIDE 200000.0

/* --- errors --- */

static void
set_open_error(GError **error, const GError *from)
{
	if (g_error_matches(from, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_ENCRYPTED,
				    "the PDF needs a password to open: save it without one, since "
				    "applicant systems cannot read it either");
	else
		g_set_error_literal(
		    error,
		    ATS_ERROR,
		    ATS_ERROR_DAMAGED,
		    "the PDF is damaged and cannot be read: export it again from the "
		    "program it was made with");
}

/* --- the log: what poppler repaired in silence --- */

static void
count_message(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data)
{
	guint *count = data;

	if (strstr(message, "Syntax error") != NULL && *count < G_MAXUINT)
		(*count)++;
}

/* --- pages --- */

typedef struct {
	PopplerDocument *pdf;
	AtsDocument *document;
	AtsPdfFonts fonts;
	GPtrArray *hidden; /* of PopplerLayer *: layers that are switched off */
} Extraction;

static float
usable_side(double side)
{
	return side > 0 && side < LARGEST_SIDE ? (float)side : 0.f;
}

static void
add_drawings(AtsDocument *document, guint32 index, const AtsPdfDraw *draw)
{
	for (guint i = 0; i < draw->shapes->len; i++) {
		AtsDrawing drawing = ats_at(draw->shapes, AtsDrawnShape, i)->drawing;
		/* painted in a group that is never shown, or with nothing */
		if (drawing.alpha <= 0.f)
			continue;
		drawing.page = index;
		g_array_append_val(document->drawings, drawing);
	}
}

/* the boxes of the text do not tell how wide the glyph is */
static gboolean
needs_advance(const AtsDrawnGlyph *g, GArray *chars)
{
	if (g->matched < 0)
		return g->c != 0 && !g_unichar_isspace(g->c);
	return g->text != NULL ||
	       (g->c != 0 && g->c != ats_at(chars, AtsPdfChar, g->matched)->glyph.c);
}

/* @first_glyph: of the page, whose glyphs will stand in the order of the characters */
static void
add_drawn(AtsDocument *document, guint32 first_glyph, GArray *chars, AtsPdfDraw *draw)
{
	guint first = document->drawn->len;

	g_array_set_size(document->drawn, first + draw->glyphs->len);
	for (guint i = 0; i < draw->glyphs->len; i++) {
		const AtsDrawnGlyph *g = ats_at(draw->glyphs, AtsDrawnGlyph, i);
		const AtsDrawnRun *run = ats_at(draw->runs, AtsDrawnRun, g->run);
		*ats_at(document->drawn, AtsDrawn, first + i) = (AtsDrawn){
		    .x = g->x,
		    .y = g->y,
		    .advance = needs_advance(g, chars) ? ats_pdf_glyph_advance(draw, g) : 0.f,
		    .size = run->size,
		    .c = g->c,
		    .glyph = g->matched < 0 ? G_MAXUINT32 : first_glyph + (guint32)g->matched,
		    .draw = g->draw,
		    .rotation = run->rotation,
		    .silent = run->unicode && g->c == 0,
		    .text = g->text != NULL ? ats_document_intern(document, g->text) : NULL,
		};
	}
}

/* one interpretation gives both: rendering leaves the text with the page. NULL where the drawing
 * calls went past this program: then only the text is known. */
static AtsPdfDraw *
render(PopplerPage *page, const AtsPage *out)
{
	g_autoptr(AtsPdfDraw) draw = ats_pdf_draw_begin((AtsBox){0, 0, out->width, out->height});

	poppler_page_render(page, draw->context);
	ats_pdf_draw_end(draw);
	return draw->reached ? g_steal_pointer(&draw) : NULL;
}

static void
take_page(Extraction *self, PopplerPage *page, guint32 index, AtsPage *out)
{
	AtsDocument *doc = self->document;
	g_autoptr(AtsPdfDraw) draw = render(page, out);
	g_autoptr(GArray) chars = ats_pdf_page_chars(page, &self->fonts);

	out->glyphs_cut = chars->len >= ATS_LIMIT_PAGE_GLYPHS;
	if (draw != NULL) {
		out->has_order = TRUE;
		out->glyphs_cut = out->glyphs_cut || draw->glyphs_cut;
		out->drawings_cut = draw->shapes_cut;
		ats_pdf_match(chars, draw, out);
		ats_pdf_cut_boxes(chars, draw);
		ats_pdf_add_unread(chars, draw, out, &self->fonts);
		ats_pdf_see(chars, draw, out);
		add_drawn(doc, doc->glyphs->len, chars, draw);
		add_drawings(doc, index, draw);
	}
	if (self->hidden->len > 0)
		ats_pdf_add_layers(chars, self->pdf, index, self->hidden, &self->fonts);
	ats_pdf_make_words(doc, index, chars);
	if (draw != NULL)
		ats_pdf_size_by_drawing(doc, out, chars, draw);
}

static void
add_page(Extraction *self, guint index)
{
	AtsDocument *doc = self->document;
	/* NULL where the page tree lies about the page */
	g_autoptr(AtsPopplerPage) page = poppler_document_get_page(self->pdf, (int)index);
	AtsPage out = {
	    .first_word = doc->words->len,
	    .first_glyph = doc->glyphs->len,
	    .first_drawn = doc->drawn->len,
	    .first_drawing = doc->drawings->len,
	};
	double width = 0, height = 0;

	if (page != NULL) {
		poppler_page_get_size(page, &width, &height);
		out.width = usable_side(width);
		out.height = usable_side(height);
		take_page(self, page, index, &out);
	}
	out.n_words = doc->words->len - out.first_word;
	out.n_glyphs = doc->glyphs->len - out.first_glyph;
	out.n_drawn = doc->drawn->len - out.first_drawn;
	out.n_drawings = doc->drawings->len - out.first_drawing;
	ats_pdf_show_scan(doc, &out);
	g_array_append_val(doc->pages, out);
	if (page != NULL)
		ats_pdf_page_extras(page, doc, index);
}

/* a font none of whose glyphs say which character they are */
static void
mark_silent_fonts(AtsDocument *document)
{
	g_autofree guint8 *speaks = g_new0(guint8, document->fonts->len);
	g_autofree guint8 *used = g_new0(guint8, document->fonts->len);

	for (guint i = 0; i < document->glyphs->len; i++) {
		const AtsGlyph *glyph = ats_at(document->glyphs, AtsGlyph, i);
		guint16 font = ats_at(document->words, AtsWord, glyph->word)->font;
		used[font] = 1;
		speaks[font] = speaks[font] || glyph->has_unicode;
	}
	for (guint i = 0; i < document->fonts->len; i++)
		ats_at(document->fonts, AtsFont, i)->no_unicode = used[i] && !speaks[i];
}

static void
add_pages(AtsDocument *document, PopplerDocument *pdf)
{
	g_autoptr(GHashTable) by_name = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) hidden = ats_pdf_hidden_layers(pdf);
	Extraction self = {pdf, document, {document, by_name}, hidden};

	document->has_layers_off = hidden->len > 0;
	document->n_pages = (guint)MAX(poppler_document_get_n_pages(pdf), 0);
	for (guint i = 0; i < MIN(document->n_pages, ATS_LIMIT_PAGES); i++)
		add_page(&self, i);
	mark_silent_fonts(document);
}

static AtsDocument *
extract(GBytes *bytes, GError **error)
{
	g_autoptr(GError) local = NULL;
	g_autoptr(AtsPopplerDocument) pdf = poppler_document_new_from_bytes(bytes, NULL, &local);
	g_autoptr(AtsDocument) document = NULL;
	AtsPart body = {.kind = ATS_PART_BODY, .parent = -1, .name = ""};

	if (pdf == NULL) {
		set_open_error(error, local);
		return NULL;
	}
	document = ats_document_new(ATS_FORMAT_PDF);
	g_array_append_val(document->parts, body);
	ats_pdf_metadata(pdf, document);
	add_pages(document, pdf);
	if (document->pages->len == 0) {
		g_set_error_literal(
		    error,
		    ATS_ERROR,
		    ATS_ERROR_DAMAGED,
		    "the PDF holds no page that can be read: export it again from the "
		    "program it was made with");
		return NULL;
	}
	return g_steal_pointer(&document);
}

AtsDocument *
ats_extract_pdf(GBytes *bytes, GError **error)
{
	guint n_errors = 0;
	guint handler;
	AtsDocument *document;

	if (ats_sniff(bytes, NULL) != ATS_SNIFF_PDF) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_UNSUPPORTED,
				    "this is not a PDF: its header is missing");
		return NULL;
	}
	handler = g_log_set_handler("Poppler", G_LOG_LEVEL_MASK, count_message, &n_errors);
	document = extract(bytes, error);
	g_log_remove_handler("Poppler", handler);
	if (document != NULL) {
		document->n_syntax_errors = n_errors;
		ats_pdf_look_at_bytes(bytes, document);
	}
	return document;
}
