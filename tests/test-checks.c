/*
 * Tests of src/checks: that each check's name, code, prose and fixtures belong together, and that
 * findings are taken, cut and ordered as promised.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "checks/evidence.h"
#include "checks/registry.h"
#include "report/catalogue.h"

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
	tcase_add_loop_test(tcase, prose_is_complete, 0, n);
	tcase_add_test(tcase, nobody_has_fixtures_without_a_check);
	tcase_add_test(tcase, unknown_ids_are_not_found);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
