/*
 * atscheck explain: what a check sees, why it matters, how to fix it; or the list of checks.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>

#include "cli/commands.h"
#include "cli/near.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/prose.h"

static const char summary[] =
    "Says what a check sees, why it matters and how to fix it. Without a name, lists the checks.\n"
    "\n"
    "Examples:\n"
    "  atscheck explain\n"
    "  atscheck explain multi-column";

static void
append_rule(GString *out, const AtscheckRule *rule)
{
	g_string_append_printf(out,
			       "%s (%s, %s)\n%s\n\n",
			       atscheck_rule_get_id(rule),
			       atscheck_rule_get_group(rule),
			       atscheck_severity_get_name(atscheck_rule_get_severity(rule)),
			       atscheck_rule_get_title(rule));
	ats_cli_prose(out, atscheck_rule_get_explanation(rule));
	while (g_str_has_suffix(out->str, "\n\n"))
		g_string_truncate(out, out->len - 1);
}

static int
longest_id(const AtscheckRule *const *rules)
{
	gsize width = 0;

	for (guint i = 0; rules[i] != NULL; i++)
		width = MAX(width, strlen(atscheck_rule_get_id(rules[i])));
	return (int)width;
}

static void
append_group(GString *out, const AtscheckRule *const *rules, const char *group, int width)
{
	g_string_append_printf(out, "%s%s\n", out->len > 0 ? "\n" : "", group);
	for (guint i = 0; rules[i] != NULL; i++) {
		if (!g_str_equal(atscheck_rule_get_group(rules[i]), group))
			continue;
		g_string_append_printf(
		    out,
		    "  %-*s  %-7s  %s\n",
		    width,
		    atscheck_rule_get_id(rules[i]),
		    atscheck_severity_get_name(atscheck_rule_get_severity(rules[i])),
		    atscheck_rule_get_title(rules[i]));
	}
}

/* groups in the order of their first rules, each whole */
static void
append_list(GString *out)
{
	g_autofree const AtscheckRule **rules = atscheck_rule_list(NULL);
	g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
	int width = longest_id(rules);

	for (guint i = 0; rules[i] != NULL; i++) {
		const char *group = atscheck_rule_get_group(rules[i]);
		if (g_hash_table_add(done, (gpointer)group))
			append_group(out, rules, group, width);
	}
}

static AtsCliStatus
explain(const char *id)
{
	const AtscheckRule *rule = atscheck_rule_lookup(id);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree const char **ids = NULL;
	g_autofree char *hint = NULL;

	if (rule != NULL) {
		append_rule(out, rule);
		return ats_cli_print(out, NULL);
	}
	ids = ats_cli_rule_ids();
	hint = ats_cli_near(id, ids, "atscheck explain lists them");
	return ats_cli_usage("explain: there is no check %s: %s", id, hint);
}

AtsCliStatus
ats_cli_explain(int argc, char **argv, AtscheckChecker *checker)
{
	g_auto(GStrv) names = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	const GOptionEntry entries[] = {
	    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, NULL, NULL},
	    G_OPTION_ENTRY_NULL,
	};

	if (ats_cli_parse(argc, argv, "[CHECK]", summary, entries) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (names != NULL && names[1] != NULL)
		return ats_cli_usage("explain: name one check (see atscheck explain --help)");
	if (names != NULL)
		return explain(names[0]);
	append_list(out);
	return ats_cli_print(out, NULL);
}
