/*
 * Tests of src/readings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "by-hand.h"

/* draws the glyphs from @first on before all that stand before them */
static void
draw_first(AtsDocument *document, guint first)
{
	guint n = document->drawn->len;
	g_autofree AtsDrawn *old = g_memdup2(document->drawn->data, n * sizeof(AtsDrawn));

	for (guint i = 0; i < n; i++) {
		AtsDrawn *drawn = ats_at(document->drawn, AtsDrawn, i);
		*drawn = old[(i + first) % n];
		drawn->draw = (gint32)i;
		ats_at(document->glyphs, AtsGlyph, drawn->glyph)->draw = (gint32)i;
	}
}

START_TEST(columns_are_mixed_by_rows_alone)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "Skills", 50, 100);
	put_line(document, "Welding", 50, 115);
	last_glyph(document)->block_end = TRUE;
	put_line(document, "Work History", 300, 100);
	put_line(document, "Foreman", 300, 115);
	assert_reads(document, "stream", "Skills\nWelding\nWork History\nForeman\n");
	assert_reads(document, "line", "Skills Work History\nWelding Foreman\n");
	assert_reads(document, "block", "Skills\nWelding\n\nWork History\nForeman\n");
}
END_TEST

START_TEST(drawing_order_moves_stream_alone)
{
	g_autoptr(AtsDocument) document = pdf_new();
	guint second;

	put_line(document, "first", 50, 100);
	second = document->glyphs->len;
	put_line(document, "second", 50, 115);
	draw_first(document, second);
	assert_reads(document, "stream", "second\nfirst\n");
	assert_reads(document, "line", "first\nsecond\n");
	assert_reads(document, "block", "first\nsecond\n");
}
END_TEST

START_TEST(text_that_is_not_drawn_keeps_its_place)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "drawn", 50, 100);
	add_word(document, "ghost", ATS_BREAK_PARAGRAPH)->draw = -1;
	for (guint i = 0; i < 5; i++)
		add_letter(document, (gunichar) "ghost"[i], 50 + i * LETTER, 115);
	put_line(document, "last", 50, 130);
	assert_reads(document, "stream", "drawn\nghost\nlast\n");
	assert_reads(document, "line", "drawn\nghost\nlast\n");
}
END_TEST

START_TEST(a_letter_drawn_twice_is_read_once)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "bold", 50, 100);
	for (guint i = 0; i < 4; i++)
		add_drawn(document, 50.3f + i * LETTER, 100, i)->c = (gunichar) "bold"[i];
	assert_reads(document, "stream", "bold\n");
	assert_reads(document, "line", "bold\n");
}
END_TEST

/* the file says "email:" of a pictogram whose font calls it "@": only poppler asks the file */
START_TEST(what_the_font_says_is_read)
{
	g_autoptr(AtsDocument) document = pdf_new();

	add_word(document, "email:", ATS_BREAK_PARAGRAPH);
	add_glyph(document, 'e', 50, 100);
	for (guint i = 1; i < 6; i++)
		add_letter(document, (gunichar) "email:"[i], 50 + i, 100)->is_tail = TRUE;
	ats_at(document->drawn, AtsDrawn, 0)->c = '@';
	add_drawn(document, 55, 100, G_MAXUINT32)->c = ' ';
	put_line(document, "ann", 60, 100);
	assert_reads(document, "block", "email: ann\n");
	assert_reads(document, "stream", "@ ann\n");
	ats_at(document->drawn, AtsDrawn, 0)->c = 0;
	assert_reads(document, "stream", "\xEF\xBF\xBD ann\n");
}
END_TEST

START_TEST(rows_of_small_and_large_letters)
{
	g_autoptr(AtsDocument) document = pdf_new();

	/* a superscript's baseline within the height of the letters beside it: one row */
	put_line(document, "May", 50, 100);
	put_line(document, "1st", 300, 97);
	put_line(document, "next", 50, 112);
	assert_reads(document, "line", "May 1st\nnext\n");
}
END_TEST

/* letters 40 % of a size apart, which poppler reads as one word */
START_TEST(letterspaced_words_fall_apart)
{
	g_autoptr(AtsDocument) document = pdf_new();
	float x = 50;

	add_word(document, "SKILLS", ATS_BREAK_PARAGRAPH)->letterspaced = TRUE;
	for (const char *p = "SKILLS"; *p != '\0'; p++, x += LETTER + 0.4f * SIZE)
		add_glyph(document, (gunichar)*p, x, 100);
	assert_reads(document, "stream", "S K I L L S\n");
	assert_reads(document, "line", "S K I L L S\n");
	assert_reads(document, "block", "SKILLS\n");
	/* uneven gaps, which poppler takes for spaces here and there */
	ats_at(document->glyphs, AtsGlyph, 2)->gap_after = TRUE;
	assert_reads(document, "block", "SKI LLS\n");
}
END_TEST

START_TEST(a_split_word_keeps_its_word)
{
	g_autoptr(AtsDocument) document = pdf_new();
	g_autoptr(AtsLayout) layout = ats_layout_new();
	g_autoptr(GPtrArray) readings = NULL;
	const GArray *tokens;

	put_line(document, "one", 50, 100);
	add_word(document, "AB", ATS_BREAK_SPACE);
	add_glyph(document, 'A', 100, 100);
	add_glyph(document, 'B', 110, 100);
	readings = ats_readings_make(document, layout);
	tokens = reading_of(readings, "stream")->tokens;
	ck_assert_uint_eq(tokens->len, 3);
	ck_assert_uint_eq(ats_at(tokens, AtsToken, 1)->word, 1);
	ck_assert_uint_eq(ats_at(tokens, AtsToken, 2)->word, 1);
	ck_assert_str_eq(ats_at(tokens, AtsToken, 2)->text, "B");
	ck_assert_int_eq(ats_at(tokens, AtsToken, 2)->before, ATS_BREAK_SPACE);
	ck_assert_ptr_eq(ats_at(tokens, AtsToken, 0)->text,
			 ats_at(document->words, AtsWord, 0)->text);
}
END_TEST

START_TEST(glued_words_follow_without_a_break)
{
	g_autoptr(AtsDocument) document = pdf_new();
	g_autoptr(AtsLayout) layout = ats_layout_new();
	g_autoptr(GPtrArray) readings = NULL;
	const GArray *tokens;

	add_word(document, "Linux", ATS_BREAK_PARAGRAPH);
	for (guint i = 0; i < 5; i++)
		add_glyph(document, (gunichar) "Linux"[i], 50 + i * LETTER, 100);
	add_word(document, "SQL", ATS_BREAK_SPACE);
	for (guint i = 0; i < 3; i++)
		add_glyph(document, (gunichar) "SQL"[i], 75.5f + i * LETTER, 100);
	readings = ats_readings_make(document, layout);
	tokens = reading_of(readings, "stream")->tokens;
	ck_assert_uint_eq(tokens->len, 2);
	ck_assert_int_eq(ats_at(tokens, AtsToken, 1)->before, ATS_BREAK_NONE);
	assert_reads(document, "stream", "LinuxSQL\n");
	assert_reads(document, "block", "Linux SQL\n");
}
END_TEST

START_TEST(a_drawn_space_parts_words_without_a_gap)
{
	g_autoptr(AtsDocument) document = pdf_new();

	add_word(document, "a", ATS_BREAK_PARAGRAPH);
	add_glyph(document, 'a', 50, 100);
	add_drawn(document, 55, 100, G_MAXUINT32)->c = ' ';
	add_word(document, "b", ATS_BREAK_SPACE);
	add_glyph(document, 'b', 55, 100);
	assert_reads(document, "stream", "a b\n");
	assert_reads(document, "line", "a b\n");
}
END_TEST

START_TEST(a_ligature_is_one_character)
{
	g_autoptr(AtsDocument) document = pdf_new();

	add_word(document, "office", ATS_BREAK_PARAGRAPH);
	add_glyph(document, 'o', 50, 100);
	add_glyph(document, 'f', 55, 100)->box.x1 = 57;
	ats_at(document->drawn, AtsDrawn, 1)->text = "ffi";
	for (guint i = 1; i < 3; i++) {
		AtsGlyph *tail = add_letter(document, (gunichar) "ffi"[i], 55 + i * 2, 100);
		tail->box.x1 = tail->box.x0 + 2;
		tail->draw = 1;
		tail->is_tail = TRUE;
	}
	add_glyph(document, 'c', 60, 100);
	add_glyph(document, 'e', 65, 100);
	assert_reads(document, "stream", "office\n");
	/* a font that says nothing of its ligatures */
	for (guint i = 0; i < document->drawn->len; i++) {
		ats_at(document->drawn, AtsDrawn, i)->c = 0;
		ats_at(document->drawn, AtsDrawn, i)->text = NULL;
	}
	assert_reads(document, "stream", "office\n");
	assert_reads(document, "line", "office\n");
	assert_reads(document, "block", "office\n");
}
END_TEST

START_TEST(poppler_joins_hyphenated_lines)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "a manu-", 50, 100);
	put_line(document, "script", 50, 115);
	assert_reads(document, "block", "a manuscript\n");
	assert_reads(document, "stream", "a manu-\nscript\n");
}
END_TEST

START_TEST(poppler_joins_hyphenated_blocks)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "needs -", 50, 100);
	last_glyph(document)->block_end = TRUE;
	put_line(document, "Professional", 50, 150);
	assert_reads(document, "block", "needs Professional\n");
}
END_TEST

START_TEST(poppler_prints_no_text_off_the_page)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "on", 50, 100);
	put_line(document, "off", 50, -300);
	ats_at(document->words, AtsWord, 1)->visibility = ATS_VISIBLE_OFF_PAGE;
	assert_reads(document, "block", "on\n");
	assert_reads(document, "stream", "on\noff\n");
}
END_TEST

/* a pictogram of which a font with Unicode says nothing */
START_TEST(a_silent_glyph_is_not_read)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "profile", 50, 100);
	for (guint i = 3; i < 5; i++) {
		AtsDrawn *drawn = ats_at(document->drawn, AtsDrawn, i);
		drawn->silent = TRUE;
		drawn->c = 0;
	}
	assert_reads(document, "stream", "pro le\n");
	assert_reads(document, "block", "profile\n");
}
END_TEST

START_TEST(square_characters_need_a_wider_gap)
{
	g_autoptr(AtsDocument) document = pdf_new();

	/* a gap of 0.2 em; Chinese digits and letters are set so */
	add_word(document, "3", ATS_BREAK_PARAGRAPH);
	add_glyph(document, '3', 50, 100);
	add_word(document, "年", ATS_BREAK_SPACE);
	add_glyph(document, 0x5E74, 57, 100)->box.x1 = 67;
	ats_at(document->words, AtsWord, 1)->font = 1;
	assert_reads(document, "stream", "3年\n");
	ats_at(document->glyphs, AtsGlyph, 1)->c = ats_at(document->drawn, AtsDrawn, 1)->c = 'm';
	assert_reads(document, "stream", "3 m\n");
}
END_TEST

START_TEST(turned_text_comes_after_upright_text)
{
	g_autoptr(AtsDocument) document = pdf_new();

	add_word(document, "up", ATS_BREAK_PARAGRAPH)->rotation = 270;
	for (guint i = 0; i < 2; i++) {
		AtsGlyph *glyph = add_glyph(document, (gunichar) "up"[i], 40, 700 - i * LETTER);
		glyph->box = (AtsBox){31, 700 - (i + 1) * LETTER, 42, 700 - i * LETTER};
	}
	put_line(document, "body text", 50, 690);
	assert_reads(document, "line", "body text\nup\n");
}
END_TEST

START_TEST(without_drawing_order_only_blocks_are_judged)
{
	g_autoptr(AtsDocument) document = pdf_new();
	g_autoptr(AtsLayout) layout = ats_layout_new();
	g_autoptr(GPtrArray) readings = NULL;

	put_line(document, "text", 50, 100);
	ats_at(document->pages, AtsPage, 0)->has_order = FALSE;
	readings = ats_readings_make(document, layout);
	ck_assert_uint_eq(readings->len, 5);
	ck_assert(!reading_of(readings, "stream")->judged);
	ck_assert_ptr_nonnull(reading_of(readings, "stream")->why_not);
	ck_assert_uint_eq(reading_of(readings, "stream")->tokens->len, 0);
	ck_assert(!reading_of(readings, "line")->judged);
	ck_assert(reading_of(readings, "block")->judged);
}
END_TEST

START_TEST(pages_are_read_one_after_the_other)
{
	g_autoptr(AtsDocument) document = pdf_new();
	AtsPage second = {.width = PAGE_WIDTH, .height = PAGE_HEIGHT, .has_order = TRUE};

	put_line(document, "one", 50, 700);
	second.first_word = document->words->len;
	second.first_glyph = document->glyphs->len;
	second.first_drawn = document->drawn->len;
	put_line(document, "two", 50, 100);
	second.n_words = 1;
	second.n_glyphs = second.n_drawn = 3;
	ats_at(document->pages, AtsPage, 0)->n_words -= 1;
	ats_at(document->pages, AtsPage, 0)->n_glyphs -= 3;
	ats_at(document->pages, AtsPage, 0)->n_drawn -= 3;
	g_array_append_val(document->pages, second);
	assert_reads(document, "stream", "one\n\ftwo\n");
	assert_reads(document, "line", "one\n\ftwo\n");
	assert_reads(document, "block", "one\n\ftwo\n");
}
END_TEST

/* ---- DOCX ---- */

/* the families of this file */
#define AMONG "body all office"

START_TEST(families_take_parts)
{
	assert_taken(AMONG, ATS_PART_FRAME, ATS_VARIANT_NONE, "body all office");
	assert_taken(AMONG, ATS_PART_FIELD, ATS_VARIANT_COMPLEX, "body all office");
	assert_taken(AMONG, ATS_PART_FIELD, ATS_VARIANT_SIMPLE, "all office");
	assert_taken(AMONG, ATS_PART_LINK, ATS_VARIANT_NONE, "all office");
	assert_taken(AMONG, ATS_PART_CONTENT_CONTROL, ATS_VARIANT_INLINE, "all office");
	assert_taken(AMONG, ATS_PART_CONTENT_CONTROL, ATS_VARIANT_ROW, "all");
	assert_taken(AMONG, ATS_PART_SMART_TAG, ATS_VARIANT_NONE, "all office");
	assert_taken(AMONG, ATS_PART_INSERTED, ATS_VARIANT_NONE, "all office");
	assert_taken(AMONG, ATS_PART_DELETED, ATS_VARIANT_NONE, "");
	assert_taken(AMONG, ATS_PART_MOVED_FROM, ATS_VARIANT_NONE, "all");
	assert_taken(AMONG, ATS_PART_MOVED_TO, ATS_VARIANT_NONE, "all office");
	assert_taken(AMONG, ATS_PART_ALTERNATE, ATS_VARIANT_CHOICE, "all office");
	assert_taken(AMONG, ATS_PART_ALTERNATE, ATS_VARIANT_FALLBACK, "all");
	assert_taken(AMONG, ATS_PART_SYMBOL, ATS_VARIANT_NONE, "");
	assert_taken(AMONG, ATS_PART_MATH, ATS_VARIANT_NONE, "");
}
END_TEST

START_TEST(headers_come_first_and_footers_last)
{
	g_autoptr(AtsDocument) document = docx_new();
	guint32 header = add_part(document, ATS_PART_HEADER, ATS_VARIANT_NONE, -1);
	guint32 footer = add_part(document, ATS_PART_FOOTER, ATS_VARIANT_NONE, -1);
	guint32 note = add_part(document, ATS_PART_NOTE, ATS_VARIANT_NONE, -1);

	put_word(document, "body", 0, 0, ATS_BREAK_PARAGRAPH);
	put_word(document, "footer", footer, 1, ATS_BREAK_PARAGRAPH);
	put_word(document, "note", note, 2, ATS_BREAK_PARAGRAPH);
	put_word(document, "header", header, 3, ATS_BREAK_PARAGRAPH);
	assert_reads(document, "body", "body\n");
	assert_reads(document, "all", "header\n\nbody\n\nfooter\n");
	assert_reads(document, "office", "header\n\nbody\n\nnote\n\nfooter\n");
}
END_TEST

/* a cell in a link is not taken by who takes no tables, however deep */
START_TEST(a_part_within_a_part_left_out_is_left_out)
{
	g_autoptr(AtsDocument) document = docx_new();
	guint32 table = add_part(document, ATS_PART_TABLE, ATS_VARIANT_NONE, 0);
	guint32 cell = add_part(document, ATS_PART_CELL, ATS_VARIANT_NONE, (gint32)table);
	guint32 field = add_part(document, ATS_PART_FIELD, ATS_VARIANT_COMPLEX, (gint32)cell);

	put_word(document, "before", 0, 0, ATS_BREAK_PARAGRAPH);
	put_word(document, "cell", field, 1, ATS_BREAK_PARAGRAPH);
	put_word(document, "after", 0, 2, ATS_BREAK_PARAGRAPH);
	assert_reads(document, "body", "before\n\nafter\n");
	assert_reads(document, "all", "before\n\ncell\n\nafter\n");
}
END_TEST

START_TEST(a_box_is_glued_to_the_rest_of_its_paragraph)
{
	g_autoptr(AtsDocument) document = docx_new();
	guint32 box = add_part(document, ATS_PART_TEXT_BOX, ATS_VARIANT_WPS, 0);

	/* the box is anchored before the first word of its paragraph, but stands after it in the
	 * document */
	put_word(document, "Experience", 0, 0, ATS_BREAK_PARAGRAPH)->draw = 2;
	put_word(document, "Ann", box, 1, ATS_BREAK_PARAGRAPH)->draw = 1;
	assert_reads(document, "all", "AnnExperience\n");
	assert_reads(document, "office", "Experience\n\nAnn\n");
}
END_TEST

START_TEST(what_is_left_out_keeps_its_gaps)
{
	g_autoptr(AtsDocument) document = docx_new();
	guint32 link = add_part(document, ATS_PART_LINK, ATS_VARIANT_NONE, 0);

	put_word(document, "see", 0, 0, ATS_BREAK_PARAGRAPH);
	put_word(document, "example.com", link, 0, ATS_BREAK_SPACE);
	put_word(document, ",", 0, 0, ATS_BREAK_NONE);
	put_word(document, "ha", 0, 0, ATS_BREAK_SPACE);
	put_word(document, "l", link, 0, ATS_BREAK_NONE);
	put_word(document, "f", 0, 0, ATS_BREAK_NONE);
	assert_reads(document, "body", "see , haf\n");
	assert_reads(document, "all", "see example.com, half\n");
}
END_TEST

START_TEST(office_prints_shown_capitals)
{
	g_autoptr(AtsDocument) document = docx_new();

	put_word(document, "Skills", 0, 0, ATS_BREAK_PARAGRAPH)->caps = TRUE;
	assert_reads(document, "office", "SKILLS\n");
	assert_reads(document, "all", "Skills\n");
}
END_TEST

/* ---- survival ---- */

/* a human reading of one region; each string a block of one line */
static AtsLayout *
layout_of(const char *const *blocks)
{
	AtsLayout *layout = ats_layout_new();
	AtsRegion region = {.kind = ATS_REGION_MAIN};

	g_array_append_val(layout->regions, region);
	for (guint i = 0; blocks[i] != NULL; i++) {
		AtsLine line = {.first = layout->human->tokens->len, .block = i};
		AtsBlock block = {.first_line = i, .n_lines = 1};
		g_auto(GStrv) words = g_strsplit(blocks[i], " ", -1);
		for (guint j = 0; words[j] != NULL; j++)
			ats_reading_add(layout->human,
					g_intern_string(words[j]),
					ATS_NO_WORD,
					j == 0 ? ATS_BREAK_PARAGRAPH : ATS_BREAK_SPACE);
		line.n = layout->human->tokens->len - line.first;
		g_array_append_val(layout->lines, line);
		g_array_append_val(layout->blocks, block);
	}
	return layout;
}

static GPtrArray *
readings_of(const char *text)
{
	GPtrArray *readings = g_ptr_array_new_with_free_func((GDestroyNotify)ats_reading_free);
	AtsReading *reading = ats_reading_new("stream");
	g_auto(GStrv) words = g_strsplit(text, " ", -1);

	for (guint i = 0; words[i] != NULL; i++)
		ats_reading_add(reading, g_intern_string(words[i]), ATS_NO_WORD, ATS_BREAK_SPACE);
	ats_reading_finish(reading);
	g_ptr_array_add(readings, reading);
	return readings;
}

static void
assert_survives(const char *const *blocks,
		AtsResume *resume,
		const char *text,
		double kept,
		double whole)
{
	g_autoptr(AtsDocument) document = pdf_new();
	g_autoptr(AtsLayout) layout = layout_of(blocks);
	g_autoptr(GPtrArray) readings = readings_of(text);
	double score = ats_readings_judge(readings, document, layout, resume);
	const AtsReading *reading = g_ptr_array_index(readings, 0);

	ck_assert_double_eq_tol(reading->kept, kept, 1e-9);
	ck_assert_double_eq_tol(reading->whole, whole, 1e-9);
	ck_assert_double_eq_tol(reading->score, 50 * (kept + whole), 1e-9);
	ck_assert_double_eq_tol(score, reading->score, 1e-9);
}

START_TEST(identical_text_survives)
{
	static const char *const blocks[] = {"Work",
					     "Foreman at Acme Mills",
					     "Ran the night shift",
					     NULL};
	g_autoptr(AtsResume) resume = ats_resume_new();

	assert_survives(blocks, resume, "Work Foreman at Acme Mills Ran the night shift", 1, 1);
	assert_survives(blocks, resume, "WORK foreman AT Acme Mills • Ran the night shift", 1, 1);
}
END_TEST

START_TEST(blocks_in_another_order_are_not_whole)
{
	static const char *const blocks[] = {"one two three four",
					     "five six seven eight",
					     "nine ten eleven twelve",
					     NULL};
	g_autoptr(AtsResume) resume = ats_resume_new();

	/* two neighbours swapped still meet at their ends; the third stands between */
	assert_survives(blocks,
			resume,
			"five six seven eight one two three four nine ten eleven twelve",
			1,
			0.5);
	assert_survives(
	    blocks,
	    resume,
	    "one two three four x x x five six seven eight x x x x nine ten eleven twelve",
	    1,
	    0.5);
	/* reversed neighbours follow one another the other way round */
	assert_survives(blocks,
			resume,
			"nine ten eleven twelve five six seven eight one two three four",
			1,
			1);
}
END_TEST

START_TEST(glued_and_mixed_words_are_not_kept)
{
	static const char *const blocks[] = {"one two three four five", NULL};
	g_autoptr(AtsResume) resume = ats_resume_new();

	assert_survives(blocks, resume, "one twothree four five", 0.25, 1);
	assert_survives(blocks, resume, "one two left three four five", 0.75, 1);
	assert_survives(blocks, resume, "o n e two three four five", 0.75, 1);
	assert_survives(blocks, resume, "", 0, 1);
}
END_TEST

START_TEST(a_pair_counts_as_often_as_it_arrives)
{
	static const char *const blocks[] = {"x y", "x y", NULL};
	g_autoptr(AtsResume) resume = ats_resume_new();

	assert_survives(blocks, resume, "x y", 0.5, 0);
}
END_TEST

START_TEST(blocks_of_two_sections_need_not_follow)
{
	static const char *const blocks[] = {"Skills",
					     "welding and riveting",
					     "Work",
					     "foreman at Acme",
					     NULL};
	g_autoptr(AtsResume) resume = ats_resume_new();
	AtsResumeSection skills = {.line = 0, .n_lines = 1, .end_line = 2};
	AtsResumeSection work = {.line = 2, .n_lines = 1, .end_line = 4};

	g_array_append_val(resume->sections, skills);
	g_array_append_val(resume->sections, work);
	assert_survives(blocks,
			resume,
			"Work foreman at Acme x x x x Skills welding and riveting",
			1,
			1);
	assert_survives(blocks,
			resume,
			"Work x x x x foreman at Acme x x x x Skills welding and riveting",
			1,
			0.5);
}
END_TEST

START_TEST(empty_documents_score_nothing)
{
	static const char *const blocks[] = {NULL};
	g_autoptr(AtsResume) resume = ats_resume_new();
	g_autoptr(AtsDocument) document = ats_document_new(ATS_FORMAT_PDF);
	g_autoptr(AtsLayout) layout = layout_of(blocks);
	g_autoptr(GPtrArray) readings = ats_readings_make(document, layout);

	assert_survives(blocks, resume, "ghost", 0, 0);
	ck_assert_uint_eq(readings->len, 5);
	ck_assert_double_eq(ats_readings_judge(readings, document, layout, resume), 0);
}
END_TEST

START_TEST(what_no_text_holds_is_a_ceiling)
{
	static const char *const blocks[] = {"all of it", NULL};
	g_autoptr(AtsResume) resume = ats_resume_new();
	g_autoptr(AtsDocument) document = pdf_new();
	g_autoptr(AtsLayout) layout = layout_of(blocks);
	g_autoptr(GPtrArray) readings = readings_of("all of it");

	layout->unheld = 0.4;
	layout->unheld_lines = 0.2;
	ck_assert_double_eq_tol(ats_readings_judge(readings, document, layout, resume), 70, 1e-9);
}
END_TEST

/* a person reads it, but the font has no Unicode for it: what parsers print is not what is read */
START_TEST(unmapped_words_are_lost)
{
	static const char *const blocks[] = {"all of it here", NULL};
	g_autoptr(AtsResume) resume = ats_resume_new();
	g_autoptr(AtsDocument) document = pdf_new();
	g_autoptr(AtsLayout) layout = layout_of(blocks);
	g_autoptr(GPtrArray) readings = readings_of("all of it here");

	add_word(document, "here", ATS_BREAK_SPACE)->unmapped = TRUE;
	ats_at(layout->human->tokens, AtsToken, 3)->word = 0;
	ats_readings_judge(readings, document, layout, resume);
	ck_assert_double_eq_tol(((AtsReading *)g_ptr_array_index(readings, 0))->kept,
				2.0 / 3,
				1e-9);
}
END_TEST

START_TEST(a_text_of_one_word_is_no_trap)
{
	enum { N = 50000 };
	g_autofree const char **blocks = g_new0(const char *, N + 1);
	g_autoptr(GString) text = g_string_new("a");
	g_autoptr(AtsResume) resume = ats_resume_new();

	for (guint i = 0; i < N; i++)
		blocks[i] = "a a a";
	for (guint i = 1; i < 3 * N; i++)
		g_string_append(text, " a");
	assert_survives(blocks, resume, text->str, 1, 1);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("readings");
	TCase *pdf = tcase_create("pdf");
	TCase *docx = tcase_create("docx");
	TCase *survival = tcase_create("survival");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(pdf, columns_are_mixed_by_rows_alone);
	tcase_add_test(pdf, drawing_order_moves_stream_alone);
	tcase_add_test(pdf, text_that_is_not_drawn_keeps_its_place);
	tcase_add_test(pdf, a_letter_drawn_twice_is_read_once);
	tcase_add_test(pdf, what_the_font_says_is_read);
	tcase_add_test(pdf, rows_of_small_and_large_letters);
	tcase_add_test(pdf, letterspaced_words_fall_apart);
	tcase_add_test(pdf, a_split_word_keeps_its_word);
	tcase_add_test(pdf, glued_words_follow_without_a_break);
	tcase_add_test(pdf, a_drawn_space_parts_words_without_a_gap);
	tcase_add_test(pdf, a_ligature_is_one_character);
	tcase_add_test(pdf, poppler_joins_hyphenated_lines);
	tcase_add_test(pdf, poppler_joins_hyphenated_blocks);
	tcase_add_test(pdf, poppler_prints_no_text_off_the_page);
	tcase_add_test(pdf, a_silent_glyph_is_not_read);
	tcase_add_test(pdf, square_characters_need_a_wider_gap);
	tcase_add_test(pdf, turned_text_comes_after_upright_text);
	tcase_add_test(pdf, without_drawing_order_only_blocks_are_judged);
	tcase_add_test(pdf, pages_are_read_one_after_the_other);
	tcase_add_test(docx, families_take_parts);
	tcase_add_test(docx, headers_come_first_and_footers_last);
	tcase_add_test(docx, a_part_within_a_part_left_out_is_left_out);
	tcase_add_test(docx, a_box_is_glued_to_the_rest_of_its_paragraph);
	tcase_add_test(docx, what_is_left_out_keeps_its_gaps);
	tcase_add_test(docx, office_prints_shown_capitals);
	tcase_add_test(survival, identical_text_survives);
	tcase_add_test(survival, blocks_in_another_order_are_not_whole);
	tcase_add_test(survival, glued_and_mixed_words_are_not_kept);
	tcase_add_test(survival, a_pair_counts_as_often_as_it_arrives);
	tcase_add_test(survival, blocks_of_two_sections_need_not_follow);
	tcase_add_test(survival, empty_documents_score_nothing);
	tcase_add_test(survival, what_no_text_holds_is_a_ceiling);
	tcase_add_test(survival, unmapped_words_are_lost);
	tcase_add_test(survival, a_text_of_one_word_is_no_trap);
	suite_add_tcase(suite, pdf);
	suite_add_tcase(suite, docx);
	suite_add_tcase(suite, survival);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
