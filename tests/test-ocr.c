/*
 * Tests of words in pictures, with the real worker for them: what is quoted, of what, and what
 * stays as it is. Only in builds with the option ocr.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"

static AtscheckReport *
check_fixture(const char *name, gboolean ocr)
{
	g_autofree char *path = fixture_path(name);
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(GBytes) bytes = fixture_load(path);
	g_autoptr(GError) error = NULL;
	AtscheckReport *report;

	atscheck_checker_set_ocr(checker, ocr);
	report = atscheck_checker_check_bytes(checker, bytes, "a resume", NULL, &error);
	ck_assert_msg(report != NULL, "%s", error != NULL ? error->message : "");
	return report;
}

/* of the first finding of that check; (transfer full) (nullable) */
static char *
find_evidence(AtscheckReport *report, const char *id)
{
	for (guint i = 0; i < g_list_model_get_n_items(G_LIST_MODEL(report)); i++) {
		g_autoptr(AtscheckFinding) finding = g_list_model_get_item(G_LIST_MODEL(report), i);
		if (g_str_equal(atscheck_finding_get_id(finding), id))
			return g_strdup(atscheck_finding_get_evidence(finding));
	}
	ck_abort_msg("no finding %s", id);
	return NULL;
}

static void
assert_quotes(const char *fixture, const char *id, const char *part)
{
	g_autoptr(AtscheckReport) without = check_fixture(fixture, FALSE);
	g_autoptr(AtscheckReport) with = check_fixture(fixture, TRUE);
	g_autofree char *nothing = find_evidence(without, id);
	g_autofree char *quoted = find_evidence(with, id);

	ck_assert_msg(nothing == NULL, "without OCR: %s", nothing);
	ck_assert_ptr_nonnull(quoted);
	ck_assert_msg(strstr(quoted, part) != NULL, "no \"%s\" in: %s", part, quoted);
	/* as long as a report's other evidence, and the mark of more */
	ck_assert_uint_le(strlen(quoted), 210);
	/* quoting judges nothing */
	ck_assert_uint_eq(g_list_model_get_n_items(G_LIST_MODEL(with)),
			  g_list_model_get_n_items(G_LIST_MODEL(without)));
	ck_assert_double_eq(atscheck_report_get_score(with), atscheck_report_get_score(without));
	ck_assert_int_eq(atscheck_report_get_verdict(with), atscheck_report_get_verdict(without));
}

START_TEST(words_of_pictures_are_quoted)
{
	assert_quotes("checks/image-text/bad.pdf", "image-text", "ann.lee@example.com");
}
END_TEST

START_TEST(words_of_scans_are_quoted)
{
	assert_quotes("checks/no-text/bad.pdf", "no-text", "Ann Lee");
}
END_TEST

START_TEST(words_of_shapes_are_quoted)
{
	assert_quotes("checks/outlined-text/bad.pdf", "outlined-text", "0199");
}
END_TEST

/* nothing to read: the reports are the same, byte by byte */
START_TEST(other_documents_are_not_touched)
{
	static const char *const names[] = {"clean/latex.pdf", "clean/word.docx"};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(AtscheckReport) without = check_fixture(names[i], FALSE);
		g_autoptr(AtscheckReport) with = check_fixture(names[i], TRUE);
		g_autofree char *a = atscheck_report_dup_json(without);
		g_autofree char *b = atscheck_report_dup_json(with);
		ck_assert_str_eq(a, b);
	}
}
END_TEST

START_TEST(it_is_off_unless_asked_for)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	gboolean ocr = TRUE;

	ck_assert(atscheck_has_ocr());
	ck_assert(!atscheck_checker_get_ocr(checker));
	g_object_get(checker, "ocr", &ocr, NULL);
	ck_assert(!ocr);
	g_object_set(checker, "ocr", TRUE, NULL);
	ck_assert(atscheck_checker_get_ocr(checker));
}
END_TEST

static Suite *
make_suite(void)
{
	Suite *suite = suite_create("ocr");
	TCase *tcase = tcase_create("ocr");

	tcase_set_timeout(tcase, 120);
	tcase_add_test(tcase, words_of_pictures_are_quoted);
	tcase_add_test(tcase, words_of_scans_are_quoted);
	tcase_add_test(tcase, words_of_shapes_are_quoted);
	tcase_add_test(tcase, other_documents_are_not_touched);
	tcase_add_test(tcase, it_is_off_unless_asked_for);
	suite_add_tcase(suite, tcase);
	return suite;
}

int
main(void)
{
	SRunner *runner = srunner_create(make_suite());
	int n_failed;

	srunner_run_all(runner, CK_ENV);
	n_failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return n_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
