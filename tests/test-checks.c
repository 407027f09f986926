/*
 * Tests of src/checks: that each check's name, code, prose and fixtures belong together, and that
 * findings are taken, cut and ordered as promised.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "checks/registry.h"
#include "extract/extract.h"
#include "report/catalogue.h"
#include "worker/pipeline.h"

#include "fixture.h"

/* what a person who asks `atscheck explain` is promised, in this order */
static const char *const headings[] = {
    "\n## What it sees\n",
    "\n## What a parser does with it\n",
    "\n## Before and after\n",
    "\n## How to fix it\n",
    "\n## When to ignore it\n",
    "\n## Sources\n",
};

static guint
n_checks(void)
{
	guint n = 0;

	while (ats_registry[n] != NULL)
		n++;
	return n;
}

/* of checks, and of rules that have no code here */
static guint
n_rules(void)
{
	guint n = 0;

	while (ats_catalogue[n].id != NULL)
		n++;
	return n;
}

START_TEST(code_and_prose_are_one)
{
	const AtsCheck *check = ats_registry[_i];
	const AtsRule *rule = &ats_catalogue[_i];

	ck_assert_str_eq(check->id, rule->id);
	ck_assert_ptr_nonnull(check->run);
	ck_assert_ptr_eq(ats_catalogue_lookup(check->id), rule);
}
END_TEST

START_TEST(prose_is_complete)
{
	const AtsRule *rule = &ats_catalogue[_i];
	g_autofree char *prose = g_strconcat("\n", rule->prose, NULL);
	const char *at = prose;

	for (guint i = 0; i < G_N_ELEMENTS(headings); i++) {
		at = strstr(at, headings[i]);
		ck_assert_msg(at != NULL,
			      "%s lacks, or has out of order:%s",
			      rule->id,
			      headings[i]);
		at += strlen(headings[i]);
		ck_assert_msg(*at == '\n' && at[1] != '#' && at[1] != '\0',
			      "%s says nothing under%s",
			      rule->id,
			      headings[i]);
	}
	ck_assert_msg(!g_str_has_suffix(rule->title, "."),
		      "%s: the title ends with a full stop",
		      rule->id);
	ck_assert_msg(g_str_has_suffix(rule->fix, "."), "%s: the fix is no sentence", rule->id);
}
END_TEST

/* --- fixtures --- */
static AtsReport *
report_on(const char *path)
{
	g_autoptr(GBytes) bytes = fixture_load(path);
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsDocument) document = g_str_has_suffix(path, ".docx")
					      ? ats_extract_docx(bytes, &error)
					      : ats_extract_pdf(bytes, &error);

	ck_assert_msg(document != NULL, "%s: %s", path, error == NULL ? "" : error->message);
	return ats_pipeline_run(document);
}

static char *
join(const GPtrArray *names)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(text,
				       "%s%s",
				       i == 0 ? "" : ", ",
				       (const char *)g_ptr_array_index(names, i));
	return g_string_free(g_steal_pointer(&text), FALSE);
}

/* a finding as bad.expected has it: what is said where, and under it what a parser gets and which
 * families lose it */
static void
append_finding(GString *out, const char *file, const AtsFinding *finding)
{
	g_string_append_printf(out, "%s: %s", file, ats_severity_name(finding->severity));
	if (finding->page > 0)
		g_string_append_printf(out, ", page %u", finding->page);
	g_string_append_printf(out, ": %s\n", finding->message);
	if (finding->evidence != NULL)
		g_string_append_printf(out, "\tread: %s\n", finding->evidence);
	if (finding->lost_in != NULL) {
		g_autofree char *names = join(finding->lost_in);

		g_string_append_printf(out, "\tlost in: %s\n", names);
	}
}

/* the findings of the check in the fixtures of its folder that begin so; (transfer full) */
static char *
findings_of(const char *id, const char *prefix)
{
	g_autofree char *name = g_build_filename("checks", id, NULL);
	g_autofree char *folder = fixture_path(name);
	g_autoptr(GPtrArray) files = fixture_list(folder, prefix);
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; i < files->len; i++) {
		const char *file = g_ptr_array_index(files, i);
		g_autofree char *path = g_build_filename(folder, file, NULL);
		g_autoptr(AtsReport) report = NULL;

		if (!g_str_has_suffix(file, ".pdf") && !g_str_has_suffix(file, ".docx"))
			continue;
		report = report_on(path);
		for (guint k = 0; k < report->findings->len; k++) {
			const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, k);

			if (g_str_equal(finding->id, id))
				append_finding(out, file, finding);
		}
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

START_TEST(fixtures_are_there)
{
	const AtsCheck *check = ats_registry[_i];
	g_autofree char *name = g_build_filename("checks", check->id, NULL);
	g_autofree char *folder = fixture_path(name);
	g_autofree char *expected = g_build_filename(folder, "bad.expected", NULL);
	g_autoptr(GPtrArray) bad = fixture_list(folder, "bad");
	g_autoptr(GPtrArray) good = fixture_list(folder, "good");

	ck_assert_msg(bad->len >= 2, "%s has no bad fixture", folder);
	ck_assert_msg(good->len >= 1, "%s has no good fixture", folder);
	ck_assert_msg(g_file_test(expected, G_FILE_TEST_EXISTS), "%s has no bad.expected", folder);
}
END_TEST

START_TEST(bad_gives_what_is_expected)
{
	const char *id = ats_registry[_i]->id;
	g_autofree char *name = g_build_filename("checks", id, "bad.expected", NULL);
	g_autofree char *path = fixture_path(name);
	g_autofree char *expected = NULL;
	g_autofree char *got = findings_of(id, "bad");

	ck_assert_msg(*got != '\0', "no finding of %s in its bad fixtures", id);
	if (g_getenv("ATSCHECK_REWRITE_EXPECTED") != NULL)
		ck_assert(g_file_set_contents(path, got, -1, NULL));
	ck_assert_msg(g_file_get_contents(path, &expected, NULL, NULL), "%s cannot be read", path);
	ck_assert_msg(g_str_equal(got, expected), "%s\nexpected:\n%s\ngot:\n%s", id, expected, got);
}
END_TEST

START_TEST(good_gives_nothing)
{
	const char *id = ats_registry[_i]->id;
	g_autofree char *got = findings_of(id, "good");

	ck_assert_msg(*got == '\0', "%s in good fixtures:\n%s", id, got);
}
END_TEST

/* --- where contact data stands --- */

static const struct {
	const char *path;
	AtsPlaceKind name, email, phone;
} places[] = {
    {"clean/browser.pdf", ATS_PLACE_BODY, ATS_PLACE_BODY, ATS_PLACE_BODY},
    {"clean/word.docx", ATS_PLACE_BODY, ATS_PLACE_BODY, ATS_PLACE_BODY},
    {"checks/contact-in-header/bad.pdf", ATS_PLACE_BODY, ATS_PLACE_HEADER, ATS_PLACE_HEADER},
    {"checks/contact-in-header/bad.docx", ATS_PLACE_BODY, ATS_PLACE_HEADER, ATS_PLACE_HEADER},
    {"checks/missing-email/bad-link.pdf", ATS_PLACE_BODY, ATS_PLACE_LINK, ATS_PLACE_BODY},
    {"checks/missing-phone/bad-link.pdf", ATS_PLACE_BODY, ATS_PLACE_BODY, ATS_PLACE_LINK},
    {"checks/text-box/bad.docx", ATS_PLACE_TEXT_BOX, ATS_PLACE_TEXT_BOX, ATS_PLACE_TEXT_BOX},
    {"checks/ocr-layer/bad.pdf", ATS_PLACE_IMAGE, ATS_PLACE_IMAGE, ATS_PLACE_IMAGE},
};

#define N_PLACES G_N_ELEMENTS(places)

START_TEST(contact_data_has_a_place)
{
	g_autofree char *path = fixture_path(places[_i].path);
	g_autoptr(AtsReport) report = report_on(path);

	ck_assert_int_eq(report->name_place.kind, places[_i].name);
	ck_assert_int_eq(report->email_place.kind, places[_i].email);
	ck_assert_int_eq(report->phone_place.kind, places[_i].phone);
	ck_assert_uint_eq(report->link_places->len, report->links->len);
	if (g_str_has_suffix(path, ".pdf")) {
		ck_assert_uint_eq(report->email_place.page, 1);
		ck_assert(!ats_box_is_empty(report->email_place.box));
	} else {
		ck_assert_uint_eq(report->email_place.page, 0);
	}
}
END_TEST

START_TEST(clean_resumes_pass)
{
	g_autofree char *folder = fixture_path("clean");
	g_autoptr(GPtrArray) files = fixture_list(folder, "");
	guint n = 0;

	for (guint i = 0; i < files->len; i++) {
		const char *file = g_ptr_array_index(files, i);
		g_autofree char *path = g_build_filename(folder, file, NULL);
		g_autoptr(AtsReport) report = NULL;

		if (!g_str_has_suffix(file, ".pdf") && !g_str_has_suffix(file, ".docx"))
			continue;
		n++;
		report = report_on(path);
		ck_assert_msg(report->verdict == ATS_VERDICT_PASS,
			      "%s: %s",
			      file,
			      ats_verdict_name(report->verdict));
		for (guint k = 0; k < report->findings->len; k++) {
			const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, k);

			ck_assert_msg(finding->severity == ATS_SEVERITY_NOTE,
				      "%s: %s: %s",
				      file,
				      finding->id,
				      finding->message);
		}
	}
	ck_assert_uint_ge(n, 3);
}
END_TEST

START_TEST(nobody_has_fixtures_without_a_check)
{
	g_autofree char *folder = fixture_path("checks");
	g_autoptr(GPtrArray) names = fixture_list(folder, "");

	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);

		ck_assert_msg(ats_catalogue_lookup(name) != NULL,
			      "fixtures/checks/%s is no check's",
			      name);
	}
}
END_TEST

START_TEST(unknown_ids_are_not_found)
{
	ck_assert_ptr_null(ats_catalogue_lookup("no-such-check"));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("checks");
	TCase *tcase = tcase_create("checks");
	SRunner *runner = srunner_create(suite);
	gint n = (gint)n_checks();

	tcase_add_loop_test(tcase, code_and_prose_are_one, 0, n);
	tcase_add_loop_test(tcase, prose_is_complete, 0, (gint)n_rules());
	tcase_add_loop_test(tcase, fixtures_are_there, 0, n);
	tcase_add_loop_test(tcase, bad_gives_what_is_expected, 0, n);
	tcase_add_loop_test(tcase, good_gives_nothing, 0, n);
	tcase_add_loop_test(tcase, contact_data_has_a_place, 0, N_PLACES);
	tcase_add_test(tcase, clean_resumes_pass);
	tcase_add_test(tcase, nobody_has_fixtures_without_a_check);
	tcase_add_test(tcase, unknown_ids_are_not_found);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
