/*
 * Tests of the comparison of two texts: the edit script against one found the slow way, and what is
 * shown of it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cli/diff_view.h"
#include "cli/diff.h"
#include "cli/rows.h"

#define MOST 40

/* length of the longest common subsequence, by its table */
static guint
common_length(const guint32 *a, guint n_a, const guint32 *b, guint n_b)
{
	guint table[MOST + 1][MOST + 1] = {{0}};

	for (guint i = 1; i <= n_a; i++) {
		for (guint j = 1; j <= n_b; j++)
			table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1
							   : MAX(table[i - 1][j], table[i][j - 1]);
	}
	return table[n_a][n_b];
}

/* what is unmarked is the same sequence on both sides, and none longer is there */
static void
assert_shortest(const guint32 *a, guint n_a, const guint32 *b, guint n_b)
{
	guint8 gone[MOST + 1] = {0}, come[MOST + 1] = {0};
	guint n = 0, j = 0;

	ats_cli_diff(a, n_a, b, n_b, gone, come);
	for (guint i = 0; i < n_a; i++) {
		if (gone[i])
			continue;
		while (j < n_b && come[j])
			j++;
		ck_assert_uint_lt(j, n_b);
		ck_assert_uint_eq(a[i], b[j++]);
		n++;
	}
	while (j < n_b)
		ck_assert_uint_ne(come[j++], 0);
	ck_assert_uint_eq(n, common_length(a, n_a, b, n_b));
}

START_TEST(scripts_are_shortest)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);

	for (guint round = 0; round < 4000; round++) {
		guint32 a[MOST], b[MOST];
		guint n_a = (guint)g_rand_int_range(rand, 0, MOST);
		guint n_b = (guint)g_rand_int_range(rand, 0, MOST);
		gint letters = g_rand_int_range(rand, 1, 12);

		for (guint i = 0; i < n_a; i++)
			a[i] = (guint32)g_rand_int_range(rand, 0, letters);
		for (guint i = 0; i < n_b; i++)
			b[i] = (guint32)g_rand_int_range(rand, 0, letters);
		assert_shortest(a, n_a, b, n_b);
	}
}
END_TEST

/* texts that share nothing take longest: they end in time, marked as a whole */
START_TEST(huge_texts_end)
{
	const guint n = 200000;
	g_autofree guint32 *a = g_new(guint32, n);
	g_autofree guint32 *b = g_new(guint32, n);
	g_autofree guint8 *gone = g_new0(guint8, n);
	g_autofree guint8 *come = g_new0(guint8, n);
	guint kept = 0;

	for (guint i = 0; i < n; i++) {
		a[i] = i;
		b[i] = i == 0 || i == n - 1 ? i : n + i;
	}
	ats_cli_diff(a, n, b, n, gone, come);
	for (guint i = 0; i < n; i++)
		kept += !gone[i];
	ck_assert_uint_eq(kept, 2);
}
END_TEST

/* ---- what is shown ---- */

static void
assert_shown(const char *a, const char *b, AtsCliDiffStyle style, const char *expected)
{
	g_autoptr(GString) out = g_string_new(NULL);

	ats_cli_diff_view(out, (AtsCliSide){"human", a}, (AtsCliSide){"line", b}, &style);
	ck_assert_str_eq(out->str, expected);
}

START_TEST(words_are_marked)
{
	assert_shown("Skills\nWelding\n",
		     "Skills Work History\nWelding\n",
		     (AtsCliDiffStyle){0},
		     "--- human\n+++ line\n"
		     "- Skills\n"
		     "+ Skills {+Work History+}\n"
		     "  Welding\n");
	assert_shown("a b c d\n",
		     "a x c\n",
		     (AtsCliDiffStyle){0},
		     "--- human\n+++ line\n"
		     "- a [-b-] c [-d-]\n"
		     "+ a {+x+} c\n");
	assert_shown("a b\n",
		     "a c\n",
		     (AtsCliDiffStyle){.colour = TRUE},
		     "\033[2m--- human\033[0m\n\033[2m+++ line\033[0m\n"
		     "\033[31m- \033[0ma \033[1;31mb\033[0m\n"
		     "\033[32m+ \033[0ma \033[1;32mc\033[0m\n");
}
END_TEST

START_TEST(equal_texts_are_called_equal)
{
	assert_shown("a\n\n b \n",
		     "a\nb\n",
		     (AtsCliDiffStyle){0},
		     "--- human\n+++ line\nno line differs\n");
	assert_shown("", "", (AtsCliDiffStyle){0}, "--- human\n+++ line\nno line differs\n");
	assert_shown("", "a", (AtsCliDiffStyle){0}, "--- human\n+++ line\n+ {+a+}\n");
}
END_TEST

START_TEST(what_is_alike_is_left_out)
{
	assert_shown("1\n2\n3\n4\n5\n6\n7\n8\n9\nx\n",
		     "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\ny\n",
		     (AtsCliDiffStyle){0},
		     "--- human\n+++ line\n+ {+0+}\n  1\n  2\n"
		     "@@ human 8, line 9 @@\n  8\n  9\n- [-x-]\n+ {+y+}\n");
}
END_TEST

START_TEST(long_lines_are_wrapped)
{
	assert_shown("one two three\n",
		     "one two four five\n",
		     (AtsCliDiffStyle){.width = 14},
		     "--- human\n+++ line\n"
		     "- one two\n"
		     "- [-three-]\n"
		     "+ one two\n"
		     "+ {+four+}\n"
		     "+ {+five+}\n");
	/* a word wider than a row, and wide characters */
	assert_shown("abcdefghijklmnop\n",
		     "履歴書履歴書履歴書\n",
		     (AtsCliDiffStyle){.width = 14},
		     "--- human\n+++ line\n"
		     "- [-abcdefgh-]\n"
		     "- [-ijklmnop-]\n"
		     "+ {+履歴書履+}\n"
		     "+ {+歴書履歴+}\n"
		     "+ {+書+}\n");
}
END_TEST

START_TEST(sides_stand_side_by_side)
{
	assert_shown("a b\nc\nsame\n",
		     "a\nsame\n",
		     (AtsCliDiffStyle){.side_by_side = TRUE, .width = 25},
		     "--- human\n+++ line\n"
		     "a [-b-]     │ a\n"
		     "[-c-]       │\n"
		     "same        │ same\n");
}
END_TEST

START_TEST(nothing_steers_the_terminal)
{
	assert_shown("a\033]0;x\007 \xE2\x80\xAE"
		     "b\n",
		     "\xFF\n",
		     (AtsCliDiffStyle){0},
		     "--- human\n+++ line\n"
		     "- [-a\xEF\xBF\xBD]0;x\xEF\xBF\xBD \xEF\xBF\xBD"
		     "b-]\n"
		     "+ {+\xEF\xBF\xBD+}\n");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("diff");
	TCase *tcase = tcase_create("diff");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(tcase, scripts_are_shortest);
	tcase_add_test(tcase, huge_texts_end);
	tcase_add_test(tcase, words_are_marked);
	tcase_add_test(tcase, equal_texts_are_called_equal);
	tcase_add_test(tcase, what_is_alike_is_left_out);
	tcase_add_test(tcase, long_lines_are_wrapped);
	tcase_add_test(tcase, sides_stand_side_by_side);
	tcase_add_test(tcase, nothing_steers_the_terminal);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
