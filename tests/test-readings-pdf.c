/*
 * Tests of the PDF families that group the page: pdfminer's, and OpenCATS's rows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>

#include "by-hand.h"
#include "readings/cluster.h"

/* points; lines as near as this make a box */
#define LEADING 12.f

START_TEST(boxes_are_read_one_after_the_other)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "Skills", 50, 100);
	put_line(document, "Work History", 300, 100);
	put_line(document, "Welding", 50, 100 + LEADING);
	put_line(document, "Foreman", 300, 100 + LEADING);
	assert_reads(document, "cluster", "Skills\nWelding\n\nWork History\nForeman\n");
}
END_TEST

START_TEST(a_date_comes_after_the_lines_under_its_title)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "Foreman", 50, 100);
	put_line(document, "2019", 500, 100);
	put_line(document, "Ran the shift", 50, 100 + LEADING);
	put_line(document, "Hired six", 50, 100 + 2 * LEADING);
	assert_reads(document, "cluster", "Foreman\nRan the shift\nHired six\n\n2019\n");
	assert_reads(document, "line", "Foreman 2019\nRan the shift\nHired six\n");
}
END_TEST

START_TEST(lines_apart_make_boxes_of_their_own)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "near", 50, 100);
	put_line(document, "by", 50, 100 + LEADING);
	put_line(document, "far", 50, 200);
	assert_reads(document, "cluster", "near\nby\n\nfar\n");
}
END_TEST

/* two boxes side by side are read before what stands below both, whatever is drawn first */
START_TEST(near_boxes_are_joined_before_far_ones)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "below", 50, 400);
	put_line(document, "right", 150, 100);
	put_line(document, "left", 50, 100);
	assert_reads(document, "cluster", "left\n\nright\n\nbelow\n");
}
END_TEST

/* a gap of a tenth of a letter's height parts words, one of two letters' width ends the line */
START_TEST(gaps_part_words_and_lines)
{
	g_autoptr(AtsDocument) document = pdf_new();

	add_word(document, "abcd", ATS_BREAK_PARAGRAPH);
	add_glyph(document, 'a', 50, 100);
	add_glyph(document, 'b', 55.9f, 100);
	add_glyph(document, 'c', 62, 100);
	add_glyph(document, 'd', 78, 100);
	assert_reads(document, "cluster", "ab c\n\nd\n");
}
END_TEST

START_TEST(what_is_drawn_twice_is_read_twice)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "welding", 50, 100);
	for (guint i = 0; i < 7; i++)
		add_drawn(document, 50.3f + i * LETTER, 100, i)->c = (gunichar) "welding"[i];
	assert_reads(document, "cluster", "welding\nwelding\n");
	assert_reads(document, "stream", "welding\n");
}
END_TEST

/* each of them a line and a box of its own */
static AtsDocument *
scattered(guint n)
{
	AtsDocument *document = pdf_new();

	for (guint i = 0; i < n; i++)
		put_line(document, "a", 10 + 25.f * (i / 30), 20 + 25.f * (i % 30));
	return document;
}

static void
assert_judged(const AtsDocument *document, gboolean judged)
{
	g_autoptr(AtsLayout) layout = ats_layout_new();
	g_autoptr(GPtrArray) readings = ats_readings_make(document, layout);
	const AtsReading *reading = reading_of(readings, "cluster");

	ck_assert_int_eq(reading->judged, judged);
	ck_assert_int_eq(reading->why_not == NULL, judged);
	ck_assert_int_eq(reading->tokens->len > 0, judged);
}

START_TEST(more_boxes_than_are_grouped_are_not_judged)
{
	g_autoptr(AtsDocument) most = scattered(ATS_CLUSTER_BOXES);
	g_autoptr(AtsDocument) more = scattered(ATS_CLUSTER_BOXES + 1);

	assert_judged(most, TRUE);
	assert_judged(more, FALSE);
}
END_TEST

/* a page that is set so that each letter is a line: no time is spent on what is not grouped */
START_TEST(a_page_of_very_many_pieces_takes_no_time)
{
	g_autoptr(AtsDocument) document = scattered(50000);
	gint64 begun = g_get_monotonic_time();

	assert_judged(document, FALSE);
	ck_assert_int_lt(g_get_monotonic_time() - begun, 5 * G_USEC_PER_SEC);
}
END_TEST

START_TEST(opencats_reads_rows_of_blocks)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "Skills", 50, 100);
	put_line(document, "Welding", 50, 115);
	last_glyph(document)->block_end = TRUE;
	put_line(document, "Work History", 300, 101);
	put_line(document, "Foreman", 300, 116);
	assert_reads(document, "opencats", "Skills\tWork History\nWelding\tForeman\n");
}
END_TEST

START_TEST(opencats_joins_no_hyphenated_lines)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "a manu-", 50, 100);
	put_line(document, "script", 50, 115);
	assert_reads(document, "opencats", "a manu-\nscript\n");
}
END_TEST

/* another block on the same row, which poppler's text does not tell apart */
START_TEST(a_leap_ends_a_line)
{
	g_autoptr(AtsDocument) document = pdf_new();

	put_line(document, "last bullet", 50, 130);
	last_glyph(document)->line_end = FALSE;
	put_line(document, "2019", 500, 100);
	put_line(document, "Foreman", 50, 100);
	assert_reads(document, "block", "last bullet\n2019\nForeman\n");
	assert_reads(document, "opencats", "Foreman\t2019\nlast bullet\n");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("readings-pdf");
	TCase *cluster = tcase_create("cluster");
	TCase *opencats = tcase_create("opencats");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(cluster, boxes_are_read_one_after_the_other);
	tcase_add_test(cluster, a_date_comes_after_the_lines_under_its_title);
	tcase_add_test(cluster, lines_apart_make_boxes_of_their_own);
	tcase_add_test(cluster, near_boxes_are_joined_before_far_ones);
	tcase_add_test(cluster, gaps_part_words_and_lines);
	tcase_add_test(cluster, what_is_drawn_twice_is_read_twice);
	tcase_add_test(cluster, more_boxes_than_are_grouped_are_not_judged);
	tcase_add_test(cluster, a_page_of_very_many_pieces_takes_no_time);
	tcase_add_test(opencats, opencats_reads_rows_of_blocks);
	tcase_add_test(opencats, opencats_joins_no_hyphenated_lines);
	tcase_add_test(opencats, a_leap_ends_a_line);
	suite_add_tcase(suite, cluster);
	suite_add_tcase(suite, opencats);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
