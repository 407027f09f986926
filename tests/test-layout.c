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
	g_autofree char *all = ats_reading_text(layout->human);
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
	tcase_add_test(tcase, three_columns);
	tcase_add_test(tcase, columns_go_on_over_pages);
	tcase_add_test(tcase, headings_stand_out);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
