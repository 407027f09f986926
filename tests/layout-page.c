/*
 * Places invented words and drawings on the pages of an AtsDocument, as an extractor would. For the
 * tests of src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout-page.h"

#include <string.h>

/* share of the size: width of a letter and of a space */
#define LETTER 0.5f
#define SPACE  0.25f

AtsDocument *
test_document_new(void)
{
	AtsDocument *document = ats_document_new(ATS_FORMAT_PDF);
	AtsFont fonts[2] = {{.name = "Plain"}, {.name = "Plain-Bold", .bold = TRUE}};

	if (document->parts->len == 0) {
		AtsPart body = {.kind = ATS_PART_BODY, .parent = -1, .name = ""};
		g_array_append_val(document->parts, body);
	}
	g_array_append_vals(document->fonts, fonts, 2);
	test_add_page(document);
	return document;
}

void
test_add_page(AtsDocument *document)
{
	AtsPage page = {.width = 612,
			.height = 792,
			.first_word = document->words->len,
			.first_drawing = document->drawings->len,
			.has_order = TRUE};

	g_array_append_val(document->pages, page);
	document->n_pages = document->pages->len;
}

static AtsPage *
last_page(const AtsDocument *document)
{
	return ats_at(document->pages, AtsPage, document->pages->len - 1);
}

TestPen
test_pen(AtsDocument *document, float size)
{
	return (TestPen){.document = document, .size = size};
}

static float
add_word(const TestPen *pen, float x, float baseline, const char *text)
{
	AtsDocument *document = pen->document;
	float width = LETTER * pen->size * (float)g_utf8_strlen(text, -1);
	AtsWord word = {
	    .text = ats_document_intern(document, text),
	    .box = {x, baseline - 0.8f * pen->size, x + width, baseline + 0.2f * pen->size},
	    .baseline = baseline,
	    .size = pen->size,
	    .page = document->pages->len - 1,
	    .paragraph = G_MAXUINT32,
	    .font = pen->bold,
	    .bold = pen->bold,
	    .colour = pen->colour,
	    .rotation = pen->rotation,
	    .before = ATS_BREAK_SPACE};

	word.draw = (gint32)(document->words->len + document->drawings->len);
	g_array_append_val(document->words, word);
	last_page(document)->n_words++;
	return x + width;
}

float
test_text(const TestPen *pen, float x, float baseline, const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);

	for (guint i = 0; words[i] != NULL; i++)
		x = add_word(pen, x, baseline, words[i]) + SPACE * pen->size;
	return x - SPACE * pen->size;
}

void
test_text_right(const TestPen *pen, float x, float baseline, const char *text)
{
	float width = 0;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
		width += (*p == ' ' ? SPACE : LETTER) * pen->size;
	test_text(pen, x - width, baseline, text);
}

float
test_prose(const TestPen *pen, float x, float baseline, float width, float leading, guint n)
{
	static const char *const words[] =
	    {"built", "a", "service", "that", "measures", "the", "quiet", "harbour"};
	guint next = 0;

	for (guint i = 0; i < n; i++) {
		float at = x;
		while (at + LETTER * pen->size * (float)strlen(words[next % 8]) <= x + width)
			at = add_word(pen, at, baseline, words[next++ % 8]) + SPACE * pen->size;
		baseline += leading;
	}
	return baseline;
}

AtsDrawing *
test_drawing(AtsDocument *document, AtsDrawingKind kind, AtsBox box)
{
	AtsDrawing drawing = {.kind = kind,
			      .box = box,
			      .page = document->pages->len - 1,
			      .paragraph = G_MAXUINT32,
			      .alpha = 1,
			      .filled = TRUE,
			      .name = ""};

	drawing.draw = (gint32)(document->words->len + document->drawings->len);
	g_array_append_val(document->drawings, drawing);
	last_page(document)->n_drawings++;
	return ats_at(document->drawings, AtsDrawing, document->drawings->len - 1);
}
