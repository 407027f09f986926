/*
 * Tests of src/layout over pages of invented words.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "layout/analyse.h"
#include "layout-page.h"

#define LEADING 13.f

static guint
count_kind(const AtsLayout *layout, AtsRegionKind kind)
{
	guint n = 0;

	for (guint i = 0; i < layout->regions->len; i++)
		n += ats_at(layout->regions, AtsRegion, i)->kind == kind;
	return n;
}

static guint
count_flows(const AtsLayout *layout)
{
	return count_kind(layout, ATS_REGION_COLUMN) + count_kind(layout, ATS_REGION_SIDEBAR);
}

/* the texts stand in this order in the human reading */
static void
assert_order(const AtsLayout *layout, const char *const *texts)
{
	const char *all = layout->human->text;
	const char *from = all;

	for (guint i = 0; texts[i] != NULL; i++) {
		const char *found = strstr(from, texts[i]);
		ck_assert_msg(found != NULL, "'%s' not found in order in:\n%s", texts[i], all);
		from = found + strlen(texts[i]);
	}
}

/* every shown word stands once */
static void
assert_all_words(const AtsDocument *document, const AtsLayout *layout)
{
	g_autofree guint8 *seen = g_new0(guint8, document->words->len);

	for (guint i = 0; i < layout->human->tokens->len; i++) {
		const AtsToken *token = ats_at(layout->human->tokens, AtsToken, i);
		ck_assert_uint_lt(token->word, document->words->len);
		ck_assert_uint_eq(seen[token->word], 0);
		seen[token->word] = 1;
	}
	for (guint i = 0; i < document->words->len; i++)
		ck_assert_uint_eq(seen[i],
				  ats_word_shown(document, ats_at(document->words, AtsWord, i)));
}

/* a heading and prose under it, in a column */
static float
add_section(const TestPen *pen, float x, float y, float width, const char *heading, guint lines)
{
	TestPen title = *pen;

	title.bold = TRUE;
	title.size = pen->size + 3;
	test_text(&title, x, y, heading);
	return test_prose(pen, x, y + LEADING + 3, width, LEADING, lines) + 8;
}

START_TEST(empty_document_has_an_empty_layout)
{
	g_autoptr(AtsDocument) document = ats_document_new(ATS_FORMAT_PDF);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);

	ck_assert_uint_eq(layout->lines->len, 0);
	ck_assert_uint_eq(layout->n_columns, 1);
}
END_TEST

START_TEST(right_aligned_dates_are_no_column)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	float y = 60;

	for (guint i = 0; i < 8; i++) {
		test_text(&pen, 50, y, "Harbour Engineer");
		test_text_right(&pen, 560, y, "May 2018 - Present");
		y = test_prose(&pen, 50, y + LEADING, 500, LEADING, 3) + 6;
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_flows(layout), 0);
	ck_assert_uint_eq(layout->n_columns, 1);
	ck_assert(ats_at(layout->lines, AtsLine, 1)->right_part);
	assert_order(layout, (const char *[]){"Harbour Engineer", "May 2018", "built", NULL});
	assert_all_words(document, layout);
}
END_TEST

START_TEST(two_columns_under_a_header)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	TestPen name = test_pen(document, 24);
	float y = 110;

	test_text(&name, 50, 60, "Ada Example");
	test_text(&pen,
		  50,
		  80,
		  "ada@example.com and +1 555 0100 and 12 Long Street in Some Harbour Town and "
		  "example.com/ada");
	for (guint i = 0; i < 3; i++)
		y = add_section(&pen, 50, y, 230, i == 0 ? "Experience" : "Projects", 8);
	y = 110;
	for (guint i = 0; i < 3; i++)
		y = add_section(&pen, 320, y + 4, 230, i == 0 ? "Education" : "Awards", 6);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_COLUMN), 2);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_SIDEBAR), 0);
	ck_assert_uint_eq(layout->n_columns, 2);
	assert_order(layout,
		     (const char *[]){"Ada Example",
				      "ada@",
				      "Experience",
				      "Projects",
				      "Education",
				      "Awards",
				      NULL});
	assert_all_words(document, layout);
}
END_TEST

START_TEST(narrow_column_is_a_sidebar)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	float y = 60;

	for (guint i = 0; i < 4; i++)
		y = add_section(&pen, 40, y, 120, "Skills", 5);
	y = 62;
	for (guint i = 0; i < 4; i++)
		y = add_section(&pen, 190, y + 3, 380, "Experience", 7);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_SIDEBAR), 1);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_COLUMN), 1);
	assert_all_words(document, layout);
}
END_TEST

/* a job with its date in the margin, smaller and so a little higher */
static float
add_dated(const TestPen *pen, float y, const char *date)
{
	TestPen small = *pen;
	TestPen bold = *pen;

	small.size = 8.5f;
	bold.bold = TRUE;
	test_text(&small, 30, y - 1.5f, date);
	test_text(&bold, 110, y, "Baker");
	return test_prose(pen, 110, y + 14, 250, 14, 5) + 10;
}

/* the margin is taller than the sidebar, and a title that stands over its dates has the look of the
 * sidebar's */
START_TEST(margin_of_dates_beside_a_sidebar_is_no_column)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	TestPen title = test_pen(document, 12);
	float y = 60;

	title.bold = TRUE;
	test_text(&title, 30, y, "Experience");
	for (guint i = 0; i < 3; i++)
		y = add_dated(&pen, y + 20, "2015 - 2018");
	test_text(&title, 30, y + 20, "Education");
	for (guint i = 0; i < 2; i++)
		y = add_dated(&pen, y + 40, "2009 - 2012");
	y = 240;
	for (guint i = 0; i < 3; i++) {
		test_text(&title, 430, y, "Skills");
		y = test_prose(&pen, 430, y + 18, 130, 14, 4) + 20;
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_SIDEBAR), 1);
	ck_assert_uint_eq(layout->n_columns, 2);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_MARGIN), 1);
	assert_order(layout, (const char *[]){"Experience", "2015", "Baker", "Skills", NULL});
}
END_TEST

START_TEST(three_columns)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 9);
	const char *const titles[] = {"Skills", "Experience", "Education"};

	for (guint c = 0; c < 3; c++) {
		float y = 60 + 5.f * (float)c;
		for (guint i = 0; i < 4; i++)
			y = add_section(&pen, 40 + 185.f * (float)c, y, 160, titles[c], 5);
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_flows(layout), 3);
	ck_assert_uint_eq(layout->n_columns, 3);
	assert_order(layout, (const char *[]){"Skills", "Experience", "Education", NULL});
}
END_TEST

/* a list of short lines under a title, drawn whole; returns where it ends */
static float
add_list(const TestPen *pen, float x, float y, const char *title, const char *const *items)
{
	TestPen bold = *pen;

	bold.bold = TRUE;
	bold.size = pen->size + 3;
	test_text(&bold, x, y, title);
	for (guint i = 0; items[i] != NULL; i++)
		test_text(pen, x, y + (float)(i + 1) * LEADING + 3, items[i]);
	return y + 6 * LEADING;
}

static const char *const tools[] = {"Ropes", "Charts", "Sonar", NULL};
static const char *const tongues[] = {"English", "Dutch", "Danish", NULL};
static const char *const pastimes[] = {"Rowing", "Choir", "Chess", NULL};

START_TEST(sections_side_by_side_are_columns)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	float y = add_section(&pen, 50, 60, 500, "Experience", 8);

	add_list(&pen, 50, y + 10, "Skills", tools);
	add_list(&pen, 230, y + 10, "Languages", tongues);
	add_list(&pen, 410, y + 10, "Interests", pastimes);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(layout->n_columns, 3);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_BLOCK), 0);
	assert_order(
	    layout,
	    (const char
		 *const[]){"Skills", "Sonar", "Languages", "Danish", "Interests", "Chess", NULL});
	assert_all_words(document, layout);
}
END_TEST

/* the same lists as parts of one section, and with titles of sections over both sides between */
/* notes at the left of each section's text, drawn before all other text; centred titles */
static AtsLayout *
analyse_notes(gboolean ruled)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen body = test_pen(document, 10);
	TestPen title = test_pen(document, 14);

	for (guint i = 0; i < 4; i++)
		test_prose(&body, 40, 84.f + 170.f * (float)i, 100, 14, 8);
	for (guint i = 0; i < 4; i++) {
		float y = 60.f + 170.f * (float)i;
		AtsBox rule = {40, y + 4, 570, y + 4.5f};
		test_text(&title, 275, y, i % 2 == 0 ? "Experience" : "Education");
		if (ruled)
			test_drawing(document, ATS_DRAWING_RULE, rule);
		test_prose(&body, 190, y + 28, 380, 13, 9);
	}
	return ats_layout_analyse(document);
}

START_TEST(columns_end_at_a_title_with_a_rule_over_both)
{
	g_autoptr(AtsLayout) ruled = analyse_notes(TRUE);
	g_autoptr(AtsLayout) bare = analyse_notes(FALSE);

	ck_assert_uint_eq(ruled->n_columns, 1);
	ck_assert_uint_eq(count_kind(ruled, ATS_REGION_SIDEBAR), 0);
	ck_assert_uint_eq(bare->n_columns, 2);
}
END_TEST

START_TEST(parts_of_a_section_are_a_block)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	TestPen title = test_pen(document, 16);
	float y = add_section(&pen, 50, 60, 500, "Experience", 8);

	title.bold = TRUE;
	for (guint i = 0; i < 3; i++) {
		test_text(&title, 50, y + 14, i == 0 ? "Knowledge" : i == 1 ? "Practice" : "More");
		add_list(&pen, 50, y + 34, "Tools", tools);
		y = add_list(&pen, 230, y + 34, "Tongues", tongues);
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(layout->n_columns, 1);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_BLOCK), 3);
	assert_order(
	    layout,
	    (const char
		 *const[]){"Knowledge", "Tools", "Sonar", "Tongues", "Danish", "Practice", NULL});
}
END_TEST

START_TEST(columns_go_on_over_pages)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	for (guint page = 0; page < 2; page++) {
		guint n = page == 0 ? 4 : 1;
		float y = page == 0 ? 60 : 80;
		if (page > 0)
			test_add_page(document);
		for (guint i = 0; i < n; i++)
			y = add_section(&pen, 40, y, 120, "Skills", 5);
		y = page == 0 ? 62 : 82;
		for (guint i = 0; i < n; i++)
			y = add_section(&pen, 190, y + 3, 380, "Experience", 5);
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_SIDEBAR), 2);
	ck_assert_uint_eq(layout->regions->len, 4);
	ck_assert_uint_eq(ats_at(layout->regions, AtsRegion, 0)->flow,
			  ats_at(layout->regions, AtsRegion, 2)->flow);
	ck_assert_uint_eq(ats_at(layout->regions, AtsRegion, 1)->flow,
			  ats_at(layout->regions, AtsRegion, 3)->flow);
	ck_assert_uint_ne(ats_at(layout->regions, AtsRegion, 0)->flow,
			  ats_at(layout->regions, AtsRegion, 1)->flow);
}
END_TEST

START_TEST(headings_stand_out)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	TestPen title = test_pen(document, 10);
	float y = 60;
	guint candidates = 0;

	title.bold = TRUE;
	for (guint i = 0; i < 3; i++) {
		AtsDrawing *rule =
		    test_drawing(document, ATS_DRAWING_RULE, (AtsBox){50, y + 18, 560, y + 19});
		rule->line_width = 1;
		y = add_section(&pen, 50, y + 14, 500, "Experience", 1);
		test_text(&title, 50, y, "Harbour Engineer");
		y = test_prose(&pen, 50, y + LEADING, 500, LEADING, 3);
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	for (guint i = 0; i < layout->lines->len; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);
		g_autofree char *text = ats_line_text(layout, line);
		ck_assert_int_eq(line->heading, g_str_equal(text, "Experience"));
		candidates += line->heading;
		if (line->heading)
			ck_assert(line->rule_below);
	}
	ck_assert_uint_eq(candidates, 3);
}
END_TEST

static const AtsRegion *
find_kind(const AtsLayout *layout, AtsRegionKind kind)
{
	for (guint i = 0; i < layout->regions->len; i++) {
		const AtsRegion *region = ats_at(layout->regions, AtsRegion, i);
		if (region->kind == kind)
			return region;
	}
	return NULL;
}

START_TEST(dates_in_the_margin_are_labels)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	float y = 60;

	for (guint i = 0; i < 6; i++) {
		test_text(&pen, 40, y, "May 2018 -");
		test_text(&pen, 140, y, i % 2 == 0 ? "Harbour Engineer" : "Pilot");
		if (i % 2 == 0)
			test_text(&pen, 40, y + LEADING, "Dec 2020");
		y = test_prose(&pen, 150, y + LEADING, 400, LEADING, 4) + 10;
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_flows(layout), 0);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_MARGIN), 1);
	ck_assert(ats_at(layout->lines, AtsLine, 0)->margin);
	assert_order(layout,
		     (const char *[]){"May 2018 -",
				      "Dec 2020",
				      "Harbour Engineer",
				      "built",
				      "May 2018 -",
				      "Pilot",
				      NULL});
	assert_all_words(document, layout);
}
END_TEST

/* titles of the body's size, too long for the margin, beside sentences */
START_TEST(titles_in_the_margin_are_read_whole)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	TestPen bold = pen;
	float y = 60;

	bold.bold = TRUE;
	for (guint i = 0; i < 5; i++) {
		test_text(&bold, 40, y, "Research");
		test_text(&bold, 40, y + LEADING, "Interests");
		y = test_prose(&pen, 130, y, 420, LEADING, 4) + 14;
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_MARGIN), 1);
	assert_order(
	    layout,
	    (const char *[]){"Research", "Interests", "built", "Research", "Interests", NULL});
}
END_TEST

START_TEST(pictograms_in_the_margin_are_no_labels)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	TestPen title = test_pen(document, 14);
	float y = 60;

	for (guint i = 0; i < 5; i++) {
		test_text(&title, 50, y, "\xEF\x82\xB1");
		test_text(&title, 140, y, i % 2 == 0 ? "Harbours" : "Ships");
		y = test_prose(&pen, 50, y + 2 * LEADING, 500, LEADING, 2) + 40;
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_MARGIN), 0);
	assert_all_words(document, layout);
}
END_TEST

/* a page of prose, with room for something at 300..400 */
static void
add_prose_around(const TestPen *pen)
{
	test_prose(pen, 50, 60, 500, LEADING, 14);
	test_prose(pen, 50, 460, 500, LEADING, 10);
}

static const char *const cells[3][3] = {{"Area", "Tools", "Level"},
					{"Mooring", "Rope", "Expert"},
					{"Steering", "Wheel", "Fair"}};

static void
add_cells(TestPen *pen, gboolean bold_head, guint rows)
{
	for (guint r = 0; r < rows; r++) {
		pen->bold = bold_head && r == 0;
		for (guint c = 0; c < 3; c++)
			test_text(pen, 60 + 160.f * (float)c, 320 + 20.f * (float)r, cells[r][c]);
	}
}

START_TEST(ruled_table_is_read_by_cells)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	const AtsRegion *table;

	add_prose_around(&pen);
	add_cells(&pen, FALSE, 3);
	test_text(&pen, 60, 331, "ropes");
	for (guint i = 0; i < 4; i++) {
		float y = i == 0 ? 305 : 335 + 20.f * (float)(i - 1);
		float x = 55 + 160.f * (float)i;
		test_drawing(document, ATS_DRAWING_RULE, (AtsBox){55, y, 535, y + 0.5f});
		test_drawing(document, ATS_DRAWING_RULE, (AtsBox){x, 305, x + 0.5f, 375});
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	table = find_kind(layout, ATS_REGION_TABLE);
	ck_assert_ptr_nonnull(table);
	ck_assert(table->ruled);
	ck_assert_uint_eq(table->n_rows, 3);
	ck_assert_uint_eq(table->n_columns, 3);
	ck_assert_uint_eq(table->n_lines, 10);
	assert_order(
	    layout,
	    (const char *[]){"Area", "ropes", "Tools", "Level", "Mooring", "Rope", "Expert", NULL});
	assert_all_words(document, layout);
}
END_TEST

START_TEST(grid_with_a_head_is_a_table)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	const AtsRegion *table;

	add_prose_around(&pen);
	add_cells(&pen, TRUE, 3);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	table = find_kind(layout, ATS_REGION_TABLE);
	ck_assert_ptr_nonnull(table);
	ck_assert(!table->ruled);
	ck_assert_uint_eq(table->n_columns, 3);
	assert_order(layout, (const char *[]){"Area", "Tools", "Level", "Mooring", "Rope", NULL});
}
END_TEST

START_TEST(grid_without_a_head_is_a_block)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	add_prose_around(&pen);
	add_cells(&pen, FALSE, 3);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_TABLE), 0);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_BLOCK), 1);
	ck_assert_uint_eq(count_flows(layout), 0);
}
END_TEST

START_TEST(skills_in_three_columns_are_a_block)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	const AtsRegion *block;

	add_prose_around(&pen);
	for (guint c = 0; c < 3; c++) {
		float x = 60 + 170.f * (float)c;
		test_text(&pen, x, 320, "\xE2\x80\xA2 Mooring ropes");
		test_text(&pen, x, 334, "\xE2\x80\xA2 Steering");
		test_text(&pen, x, 348, "\xE2\x80\xA2 Night watch");
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	block = find_kind(layout, ATS_REGION_BLOCK);
	ck_assert_ptr_nonnull(block);
	ck_assert_uint_eq(block->n_columns, 3);
	ck_assert_uint_eq(block->n_lines, 9);
	ck_assert_uint_eq(layout->n_columns, 1);
	assert_order(layout,
		     (const char *[]){"Mooring", "Steering", "Night", "Mooring", "Steering", NULL});
	assert_all_words(document, layout);
}
END_TEST

/* a column of short words beside one of longer texts, drawn column by column: no labels */
START_TEST(short_words_in_a_column_are_no_labels)
{
	static const char *const words[][3] = {
	    {"Mooring with two ropes", "Steering by the stars", "Night watch"},
	    {"Charts", "Knots", "Radio"},
	    {"Signals of many flags", "Cooking for a crew", "Mending of old sails"},
	};
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	add_prose_around(&pen);
	for (guint c = 0; c < 3; c++) {
		for (guint i = 0; i < 3; i++)
			test_text(&pen, 60 + 170.f * (float)c, 320 + 14.f * (float)i, words[c][i]);
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_BLOCK), 1);
	ck_assert_uint_eq(find_kind(layout, ATS_REGION_BLOCK)->n_columns, 3);
	assert_order(layout,
		     (const char *[]){"Night", "Charts", "Knots", "Radio", "Signals", NULL});
}
END_TEST

START_TEST(running_lines_leave_the_text_alone)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	const char *const numbers[] = {"Page 1 of 3", "Page 2 of 3", "Page 3 of 3"};

	for (guint page = 0; page < 3; page++) {
		if (page > 0)
			test_add_page(document);
		test_text(&pen, 50, 30, "Ada Example");
		test_text_right(&pen, 560, 30, "ada@example.com");
		test_prose(&pen, 50, 80 + 20.f * (float)page, 500, LEADING, 20);
		test_text(&pen, 270, 770, numbers[page]);
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_HEADER), 3);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_FOOTER), 3);
	ck_assert_int_eq(ats_at(layout->regions, AtsRegion, 0)->kind, ATS_REGION_HEADER);
	assert_order(layout,
		     (const char *[]){"Ada Example",
				      "built",
				      "Page 1 of 3",
				      "Ada Example",
				      "Page 2 of 3",
				      NULL});
	assert_all_words(document, layout);
}
END_TEST

START_TEST(words_in_a_picture_are_not_held)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	AtsDrawing *title, *photo;

	test_prose(&pen, 50, 200, 500, LEADING, 20);
	title = test_drawing(document, ATS_DRAWING_IMAGE, (AtsBox){50, 160, 170, 178});
	title->bilevel = 0.95f;
	title->row_period = 1;
	title->ink = 0.2f;
	title->n_rows = 1;
	title->n_colours = 30;
	photo = test_drawing(document, ATS_DRAWING_IMAGE, (AtsBox){480, 40, 560, 130});
	photo->bilevel = 0.5f;
	photo->n_colours = 900;
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_IMAGE_TEXT), 1);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_IMAGE), 1);
	ck_assert(find_kind(layout, ATS_REGION_IMAGE)->photo);
	ck_assert(layout->unheld > 0 && layout->unheld < 0.1);
}
END_TEST

/* four logos under a title; as many beside text are ornaments */
START_TEST(logos_alone_in_a_section_are_words)
{
	for (guint with_text = 0; with_text < 2; with_text++) {
		g_autoptr(AtsDocument) document = test_document_new();
		TestPen pen = test_pen(document, 10);
		TestPen title = test_pen(document, 14);
		float y = add_section(&pen, 50, 60, 500, "Experience", 6);

		title.bold = TRUE;
		test_text(&title, 50, y + 10, "Skills");
		for (guint i = 0; i < 4; i++) {
			float x = 50 + 30 * (float)i;
			test_drawing(document,
				     ATS_DRAWING_OUTLINES,
				     (AtsBox){x, y + 20, x + 20, y + 40});
		}
		if (with_text)
			test_text(&pen, 200, y + 34, "Sails, charts and sonar");
		add_section(&pen, 50, y + 64, 500, "Education", 6);
		g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
		ck_assert_uint_eq(count_kind(layout, ATS_REGION_IMAGE_TEXT), !with_text);
	}
}
END_TEST

START_TEST(scanned_page_holds_nothing)
{
	g_autoptr(AtsDocument) document = test_document_new();
	AtsDrawing *scan = test_drawing(document, ATS_DRAWING_IMAGE, (AtsBox){0, 0, 612, 792});

	scan->ink = 0.06f;
	scan->n_rows = 40;
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_IMAGE_TEXT), 1);
	ck_assert_double_eq_tol(layout->unheld, 1, 1e-6);
}
END_TEST

/* letters of several widths on one baseline, as outlines */
static void
add_outlines(AtsDocument *document, float y, guint n, float step, gboolean alike)
{
	for (guint i = 0; i < n; i++) {
		float x = 50 + step * (float)i;
		float width = alike ? 5 : 3 + (float)(i % 4);
		AtsDrawing *outline = test_drawing(document,
						   ATS_DRAWING_OUTLINES,
						   (AtsBox){x, y - (alike ? 5 : 7), x + width, y});
		outline->n_curves = 16;
	}
}

START_TEST(outlines_of_letters_are_text)
{
	g_autoptr(AtsDocument) document = test_document_new();

	for (guint i = 0; i < 5; i++)
		add_outlines(document, 100 + 14.f * (float)i, 40, 8, FALSE);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_OUTLINED_TEXT), 1);
	ck_assert_double_gt(layout->unheld, 0.9);
}
END_TEST

START_TEST(rating_dots_are_a_graphic)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	for (guint i = 0; i < 4; i++) {
		test_text(&pen, 300, 100 + 14.f * (float)i, "Mooring");
		add_outlines(document, 100 + 14.f * (float)i, 5, 8, TRUE);
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_OUTLINED_TEXT), 0);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_GRAPHIC), 1);
	ck_assert(layout->unheld == 0);
}
END_TEST

START_TEST(rating_stars_of_a_font_are_a_graphic)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	test_text(&pen,
		  50,
		  100,
		  "Mooring \xE2\x98\x85\xE2\x98\x85\xE2\x98\x85\xE2\x98\x86\xE2\x98\x86");
	test_text(&pen,
		  50,
		  114,
		  "Steering \xE2\x98\x85\xE2\x98\x85\xE2\x98\x85\xE2\x98\x85\xE2\x98\x86");
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_GRAPHIC), 1);
}
END_TEST

START_TEST(ratings_beside_a_list_are_no_column)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	add_prose_around(&pen);
	for (guint i = 0; i < 4; i++) {
		test_text(&pen, 60, 320 + 14.f * (float)i, i % 2 == 0 ? "Mooring" : "Night watch");
		test_text(&pen,
			  200,
			  320 + 14.f * (float)i,
			  "\xE2\x98\x85\xE2\x98\x85\xE2\x98\x85\xE2\x98\x86");
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_BLOCK), 0);
	assert_all_words(document, layout);
}
END_TEST

/* three lines of 2 points in two colours, one on the other; the shorter @level times @i long */
static void
add_levels(AtsDocument *document, float level)
{
	for (guint i = 1; i <= 3; i++) {
		float y = 100 + 20 * (float)i;
		test_drawing(document, ATS_DRAWING_RULE, (AtsBox){50, y, 250, y + 2})->colour =
		    0xCCCCCC;
		test_drawing(document,
			     ATS_DRAWING_RULE,
			     (AtsBox){50, y, 90 + level * (float)i, y + 2})
		    ->colour = 0x2277CC;
	}
}

START_TEST(lines_in_two_colours_show_levels)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	test_prose(&pen, 50, 200, 500, LEADING, 4);
	add_levels(document, 30);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_GRAPHIC), 1);
}
END_TEST

/* under titles, with the coloured part of one length or as long as the title */
START_TEST(underlined_titles_are_no_graphic)
{
	for (guint wide = 0; wide < 2; wide++) {
		g_autoptr(AtsDocument) document = test_document_new();
		TestPen pen = test_pen(document, 10);

		test_prose(&pen, 50, 200, 500, LEADING, 4);
		for (guint i = 1; i <= 3 && wide; i++)
			test_text(&pen,
				  50,
				  97 + 20 * (float)i,
				  &"ProfileOfAnnieMarlow"[12 - 3 * i]);
		add_levels(document, wide ? 15 : 0);
		g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
		ck_assert_uint_eq(count_kind(layout, ATS_REGION_GRAPHIC), 0);
	}
}
END_TEST

START_TEST(list_bullets_are_no_graphic)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	for (guint i = 0; i < 8; i++) {
		add_outlines(document, 100 + 14.f * (float)i, 1, 8, TRUE);
		test_prose(&pen, 65, 100 + 14.f * (float)i, 400, LEADING, 1);
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_GRAPHIC), 0);
}
END_TEST

START_TEST(title_that_wraps_beside_its_date_stays_whole)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	test_prose(&pen, 50, 60, 300, LEADING, 4);
	test_text(&pen, 50, 130, "Chief Engineer of the Northern Harbour");
	test_text_right(&pen, 345, 130, "May 2018 - 2020");
	test_text(&pen, 50, 143, "Authority");
	test_prose(&pen, 50, 156, 300, LEADING, 4);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	assert_order(layout, (const char *[]){"Northern Harbour", "Authority", "May 2018", NULL});
	assert_all_words(document, layout);
}
END_TEST

START_TEST(contact_data_beside_the_name_follow_it)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	TestPen name = test_pen(document, 22);
	const char *const contact[] = {"ada@example.com",
				       "+1 555 0100",
				       "Some Harbour Town",
				       "example.com/ada"};

	test_text(&name, 50, 66, "Ada Example");
	test_text(&pen, 50, 82, "Harbour Engineer");
	for (guint i = 0; i < 4; i++)
		test_text_right(&pen, 560, 56 + LEADING * (float)i, contact[i]);
	test_prose(&pen, 50, 130, 510, LEADING, 20);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	assert_order(
	    layout,
	    (const char *[]){"Ada Example", "Harbour Engineer", "ada@", "+1 555", "built", NULL});
	ck_assert_uint_eq(count_flows(layout), 0);
	ck_assert_uint_eq(count_kind(layout, ATS_REGION_BLOCK), 0);
	assert_all_words(document, layout);
}
END_TEST

START_TEST(upright_name_is_read_first)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);
	TestPen upright = test_pen(document, 20);

	test_prose(&pen, 90, 60, 450, LEADING, 20);
	upright.rotation = 270;
	test_text(&upright, 30, 70, "Ada");
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	assert_order(layout, (const char *[]){"Ada", "built", NULL});
	assert_all_words(document, layout);
}
END_TEST

START_TEST(hidden_words_are_left_out)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	test_prose(&pen, 50, 60, 500, LEADING, 3);
	test_text(&pen, 50, 200, "kubernetes kubernetes");
	ats_at(document->words, AtsWord, document->words->len - 1)->visibility =
	    ATS_VISIBLE_SAME_COLOUR;
	ats_at(document->words, AtsWord, document->words->len - 2)->visibility =
	    ATS_VISIBLE_SAME_COLOUR;
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	assert_all_words(document, layout);
	ck_assert_uint_eq(layout->human->tokens->len, document->words->len - 2);
}
END_TEST

START_TEST(lines_of_a_paragraph_are_one_block)
{
	g_autoptr(AtsDocument) document = test_document_new();
	TestPen pen = test_pen(document, 10);

	test_text(&pen, 50, 60, "Harbour Engineer");
	test_text(&pen, 50, 60 + LEADING, "Northern Harbour");
	test_prose(&pen, 50, 60 + 2 * LEADING, 500, LEADING, 4);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	ck_assert_uint_eq(layout->lines->len, 6);
	ck_assert_uint_eq(layout->blocks->len, 3);
	ck_assert_uint_eq(ats_at(layout->blocks, AtsBlock, 2)->n_lines, 4);
	ck_assert_int_eq(
	    ats_at(layout->human->tokens, AtsToken, ats_at(layout->lines, AtsLine, 3)->first)
		->before,
	    ATS_BREAK_LINE);
}
END_TEST

/* a page of these lines */
static AtsDocument *
document_of_lines(const char *const *lines)
{
	AtsDocument *document = test_document_new();
	TestPen pen = test_pen(document, 10);

	for (guint i = 0; lines[i] != NULL; i++)
		test_text(&pen, 50, 60 + (float)i * LEADING, lines[i]);
	return document;
}

START_TEST(divided_words_are_read_whole)
{
	static const char *const lines[] = {"Moved the invoices to a new plat-",
					    "form, trained the appren-",
					    "tices and planned the whole depart-",
					    "ment in time for the quar-",
					    "ter\xE2\x80\x99s end and its cele\xC2\xAD",
					    "brations.",
					    NULL};
	g_autoptr(AtsDocument) document = document_of_lines(lines);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);

	assert_order(layout,
		     (const char *const[]){"new platform, trained the apprentices",
					   "whole department in",
					   "the quarter",
					   "its celebrations.",
					   NULL});
}
END_TEST

/* too few to show that the document divides words, and what else says that they are compounds */
START_TEST(compounds_at_the_end_of_a_line_keep_their_hyphen)
{
	static const char *const lines[] = {"Wrote state-of-the-",
					    "art tools for part- and full-",
					    "time staff; full-time and Anglo-",
					    "American teams, pre- and post-",
					    "and after sales in a long 24-",
					    "bed unit and then the e-",
					    "mail of 2015-",
					    "2019",
					    NULL};
	g_autoptr(AtsDocument) document = document_of_lines(lines);
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);

	assert_order(layout,
		     (const char *const[]){"state-of-the-art tools",
					   "part- and full-time staff",
					   "Anglo-American",
					   "post-\nand after",
					   "24-bed unit",
					   "e-mail of 2015-\n",
					   "2019",
					   NULL});
}
END_TEST

/* twenty thousand words anywhere, of any size: still n log n, and every word once */
START_TEST(crowded_page_is_read_whole)
{
	g_autoptr(AtsDocument) document = test_document_new();
	guint32 state = 1;

	for (guint i = 0; i < 20000; i++) {
		TestPen pen;
		state = state * 1664525u + 1013904223u;
		pen = test_pen(document, 2 + (float)(state >> 28));
		pen.rotation = (state >> 8) % 16 == 0 ? 90 : 0;
		test_text(&pen,
			  (float)((state >> 16) % 600),
			  (float)((state >> 6) % 780),
			  i % 5 == 0 ? "2019" : "word");
		if (i % 10 == 0)
			test_drawing(document,
				     (AtsDrawingKind)(state % 5),
				     (AtsBox){(float)(state % 500),
					      (float)(state % 701),
					      (float)(state % 500) + 40,
					      (float)(state % 701) + (float)(state % 23)});
	}
	g_autoptr(AtsLayout) layout = ats_layout_analyse(document);
	assert_all_words(document, layout);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("layout");
	TCase *tcase = tcase_create("pages");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(tcase, empty_document_has_an_empty_layout);
	tcase_add_test(tcase, right_aligned_dates_are_no_column);
	tcase_add_test(tcase, two_columns_under_a_header);
	tcase_add_test(tcase, narrow_column_is_a_sidebar);
	tcase_add_test(tcase, margin_of_dates_beside_a_sidebar_is_no_column);
	tcase_add_test(tcase, three_columns);
	tcase_add_test(tcase, sections_side_by_side_are_columns);
	tcase_add_test(tcase, columns_end_at_a_title_with_a_rule_over_both);
	tcase_add_test(tcase, parts_of_a_section_are_a_block);
	tcase_add_test(tcase, columns_go_on_over_pages);
	tcase_add_test(tcase, headings_stand_out);
	tcase_add_test(tcase, dates_in_the_margin_are_labels);
	tcase_add_test(tcase, titles_in_the_margin_are_read_whole);
	tcase_add_test(tcase, pictograms_in_the_margin_are_no_labels);
	tcase_add_test(tcase, ruled_table_is_read_by_cells);
	tcase_add_test(tcase, grid_with_a_head_is_a_table);
	tcase_add_test(tcase, grid_without_a_head_is_a_block);
	tcase_add_test(tcase, skills_in_three_columns_are_a_block);
	tcase_add_test(tcase, short_words_in_a_column_are_no_labels);
	tcase_add_test(tcase, running_lines_leave_the_text_alone);
	tcase_add_test(tcase, words_in_a_picture_are_not_held);
	tcase_add_test(tcase, logos_alone_in_a_section_are_words);
	tcase_add_test(tcase, scanned_page_holds_nothing);
	tcase_add_test(tcase, outlines_of_letters_are_text);
	tcase_add_test(tcase, rating_dots_are_a_graphic);
	tcase_add_test(tcase, rating_stars_of_a_font_are_a_graphic);
	tcase_add_test(tcase, ratings_beside_a_list_are_no_column);
	tcase_add_test(tcase, lines_in_two_colours_show_levels);
	tcase_add_test(tcase, underlined_titles_are_no_graphic);
	tcase_add_test(tcase, list_bullets_are_no_graphic);
	tcase_add_test(tcase, title_that_wraps_beside_its_date_stays_whole);
	tcase_add_test(tcase, contact_data_beside_the_name_follow_it);
	tcase_add_test(tcase, upright_name_is_read_first);
	tcase_add_test(tcase, hidden_words_are_left_out);
	tcase_add_test(tcase, lines_of_a_paragraph_are_one_block);
	tcase_add_test(tcase, divided_words_are_read_whole);
	tcase_add_test(tcase, compounds_at_the_end_of_a_line_keep_their_hyphen);
	tcase_add_test(tcase, crowded_page_is_read_whole);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
