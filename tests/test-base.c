/*
 * Tests of src/base.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/level.h"
#include "base/utf8.h"

static void
join(const char *start, gsize length, gpointer data)
{
	GString *out = data;

	if (out->len > 0)
		g_string_append_c(out, '|');
	g_string_append_len(out, start, (gssize)length);
}

static void
assert_words(const char *text, const char *expected)
{
	g_autoptr(GString) out = g_string_new(NULL);

	ats_utf8_each_word(text, join, out);
	ck_assert_str_eq(out->str, expected);
}

START_TEST(words_are_found)
{
	assert_words("", "");
	assert_words("• C++ and C#, R&D.", "C++|and|C#|R&D");
	assert_words("ann.lee@example.com | +1 (555) 010-0199", "ann.lee@example.com|1|555|010-0199");
	assert_words("2019–2021 don’t café", "2019|2021|don’t|café");
	assert_words("man\xC2\xAD" "ager\xC2\xAD of", "man\xC2\xAD" "ager|of");
	assert_words("a..b -x- (y)", "a|b|x|y");
}
END_TEST

START_TEST(folding_makes_words_comparable)
{
	g_autofree char *ligature = ats_utf8_fold("Of\xEF\xAC\x81" "ce");
	g_autofree char *soft = ats_utf8_fold("man\xC2\xAD" "age\xE2\x80\x99s");
	g_autofree char *broken = ats_utf8_fold("a\xFF");

	ck_assert_str_eq(ligature, "office");
	ck_assert_str_eq(soft, "manage's");
	ck_assert(g_utf8_validate(broken, -1, NULL));
}
END_TEST

START_TEST(sandbox_levels_and_modes_have_words)
{
	static const struct {
		AtsSandboxLevel level;
		const char *text;
	} levels[] = {
	    {{7, TRUE}, "landlock 7, seccomp, rlimits"},
	    {{0, TRUE}, "seccomp, rlimits"},
	    {{1, FALSE}, "landlock 1, rlimits"},
	    {{0, FALSE}, "rlimits"},
	};
	AtsSandboxMode mode = ATS_SANDBOX_AUTO;

	for (gsize i = 0; i < G_N_ELEMENTS(levels); i++) {
		g_autofree char *text = ats_sandbox_level_to_text(levels[i].level);
		ck_assert_str_eq(text, levels[i].text);
	}
	for (gint i = 0; i < ATS_SANDBOX_LAST; i++) {
		ck_assert(ats_sandbox_mode_from_name(ats_sandbox_mode_name(i), &mode));
		ck_assert_int_eq((gint)mode, i);
	}
	ck_assert(!ats_sandbox_mode_from_name("none", &mode));
	ck_assert_int_eq((gint)mode, ATS_SANDBOX_LAST - 1);
}
END_TEST

START_TEST(kinds_of_characters)
{
	ck_assert(ats_utf8_is_ornament("•"));
	ck_assert(ats_utf8_is_ornament("|"));
	ck_assert(!ats_utf8_is_ornament("a"));
	ck_assert(ats_utf8_is_capitals("WORK EXPERIENCE"));
	ck_assert(!ats_utf8_is_capitals("A"));
	ck_assert(!ats_utf8_is_capitals("Work"));
	ck_assert(ats_unichar_is_private(0xF0E0));
	ck_assert(ats_unichar_is_ligature(0xFB01));
}
END_TEST

START_TEST(error_names_are_stable)
{
	ck_assert_str_eq(ats_error_name(ATS_ERROR_TOO_LARGE), "too-large");
	ck_assert_str_eq(ats_error_name(9999), "internal");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("base");
	TCase *tcase = tcase_create("base");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(tcase, words_are_found);
	tcase_add_test(tcase, folding_makes_words_comparable);
	tcase_add_test(tcase, sandbox_levels_and_modes_have_words);
	tcase_add_test(tcase, kinds_of_characters);
	tcase_add_test(tcase, error_names_are_stable);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
