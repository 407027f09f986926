/*
 * Documents made by hand, glyph by glyph and word by word, and what a family reads in them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "by-hand.h"

#include <check.h>

/* ---- a PDF made by hand ---- */

AtsDocument *
pdf_new(void)
{
	AtsDocument *document = ats_document_new(ATS_FORMAT_PDF);
	AtsPart body = {.kind = ATS_PART_BODY, .parent = -1};
	AtsPage page = {.width = PAGE_WIDTH, .height = PAGE_HEIGHT, .has_order = TRUE};

	g_array_append_val(document->parts, body);
	g_array_append_val(document->pages, page);
	return document;
}

AtsWord *
add_word(AtsDocument *document, const char *text, AtsBreak before)
{
	AtsWord word = {
	    .text = ats_document_intern(document, text),
	    .size = SIZE,
	    .paragraph = G_MAXUINT32,
	    .before = before,
	    .first_glyph = document->glyphs->len,
	    .draw = (gint32)document->glyphs->len,
	};

	g_array_append_val(document->words, word);
	ats_at(document->pages, AtsPage, 0)->n_words++;
	return ats_at(document->words, AtsWord, document->words->len - 1);
}

AtsDrawn *
add_drawn(AtsDocument *document, float x, float y, guint32 glyph)
{
	AtsDrawn drawn = {
	    .x = x,
	    .y = y,
	    .size = SIZE,
	    .glyph = glyph,
	    .draw = (gint32)document->drawn->len,
	    .rotation = ats_at(document->words, AtsWord, document->words->len - 1)->rotation,
	};

	g_array_append_val(document->drawn, drawn);
	ats_at(document->pages, AtsPage, 0)->n_drawn++;
	return ats_at(document->drawn, AtsDrawn, document->drawn->len - 1);
}

/* a letter of the last word, not drawn */
AtsGlyph *
add_letter(AtsDocument *document, gunichar c, float x, float y)
{
	AtsGlyph glyph = {
	    .c = c,
	    .box = {x, y - 0.9f * SIZE, x + LETTER, y + 0.2f * SIZE},
	    .x = x,
	    .y = y,
	    .draw = -1,
	    .word = document->words->len - 1,
	    .has_unicode = TRUE,
	};

	g_array_append_val(document->glyphs, glyph);
	ats_at(document->pages, AtsPage, 0)->n_glyphs++;
	return ats_at(document->glyphs, AtsGlyph, document->glyphs->len - 1);
}

AtsGlyph *
add_glyph(AtsDocument *document, gunichar c, float x, float y)
{
	AtsGlyph *glyph = add_letter(document, c, x, y);

	glyph->draw = (gint32)document->drawn->len;
	add_drawn(document, x, y, document->glyphs->len - 1)->c = c;
	return glyph;
}

AtsGlyph *
last_glyph(AtsDocument *document)
{
	return ats_at(document->glyphs, AtsGlyph, document->glyphs->len - 1);
}

/* a line of words from @x on; between them a gap as wide as a letter */
void
put_line(AtsDocument *document, const char *text, float x, float y)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);

	for (guint i = 0; words[i] != NULL; i++) {
		add_word(document, words[i], i == 0 ? ATS_BREAK_PARAGRAPH : ATS_BREAK_SPACE);
		for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char(p), x += LETTER)
			add_glyph(document, g_utf8_get_char(p), x, y);
		x += LETTER;
	}
	last_glyph(document)->line_end = TRUE;
}

AtsReading *
reading_of(GPtrArray *readings, const char *id)
{
	for (guint i = 0; i < readings->len; i++) {
		AtsReading *reading = g_ptr_array_index(readings, i);
		if (g_str_equal(reading->parser, id))
			return reading;
	}
	ck_abort_msg("no reading %s", id);
	return NULL;
}

void
assert_reads(const AtsDocument *document, const char *id, const char *expected)
{
	g_autoptr(AtsLayout) layout = ats_layout_new();
	g_autoptr(GPtrArray) readings = ats_readings_make(document, layout);

	ck_assert_str_eq(reading_of(readings, id)->text, expected);
}

/* ---- a DOCX made by hand ---- */

guint32
add_part(AtsDocument *document, AtsPartKind kind, AtsVariant variant, gint32 parent)
{
	AtsPart part = {.kind = kind, .variant = variant, .parent = parent, .visible = TRUE};

	g_array_append_val(document->parts, part);
	return document->parts->len - 1;
}

AtsDocument *
docx_new(void)
{
	AtsDocument *document = ats_document_new(ATS_FORMAT_DOCX);
	AtsPage page = {.width = PAGE_WIDTH, .height = PAGE_HEIGHT};

	g_array_append_val(document->pages, page);
	add_part(document, ATS_PART_BODY, ATS_VARIANT_NONE, -1);
	return document;
}

AtsWord *
put_word(AtsDocument *document, const char *text, guint32 part, guint32 paragraph, AtsBreak before)
{
	AtsWord *word = add_word(document, text, before);

	word->draw = (gint32)document->words->len;
	word->part = part;
	word->paragraph = paragraph;
	return word;
}

void
assert_taken(const char *among, AtsPartKind kind, AtsVariant variant, const char *families)
{
	g_auto(GStrv) ids = g_strsplit(among, " ", -1);
	g_auto(GStrv) takers = g_strsplit(families, " ", -1);
	g_autoptr(AtsDocument) document = docx_new();
	guint32 part = add_part(document, kind, variant, 0);

	put_word(document, "in", 0, 0, ATS_BREAK_PARAGRAPH);
	put_word(document, "part", part, 0, ATS_BREAK_SPACE);
	put_word(document, "out", 0, 0, ATS_BREAK_SPACE);
	for (char **id = ids; *id != NULL; id++)
		assert_reads(document,
			     *id,
			     g_strv_contains((const char *const *)takers, *id) ? "in part out\n"
									       : "in out\n");
}
