/*
 * A comparison for people: what changed, under the name of each document; nothing of those that
 * are the same.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/print.h"
#include "cli/rows.h"
#include "cli/compare_out.h"

/* columns before a line: two, "better" and what follows it, in spaces */
#define INDENT	     2
#define WORD_COLUMNS 8
#define LEAD	     "          "
G_STATIC_ASSERT(sizeof(LEAD) - 1 == INDENT + WORD_COLUMNS);

const char *
ats_cli_compare_result_name(AtsCliCompareResult result)
{
	static const char *const names[] = {"worse", "gone", "better", "different", "new", "same"};
	G_STATIC_ASSERT(G_N_ELEMENTS(names) == ATS_CLI_COMPARE_LAST);

	return names[result];
}

char *
ats_cli_compare_closing_line(const AtsCliComparison *comparison)
{
	return g_strdup_printf(
	    "%u worse, %u better, %u otherwise different, %u the same, %u gone, %u new",
	    comparison->n[ATS_CLI_COMPARE_WORSE],
	    comparison->n[ATS_CLI_COMPARE_BETTER],
	    comparison->n[ATS_CLI_COMPARE_OTHER],
	    comparison->n[ATS_CLI_COMPARE_SAME],
	    comparison->n[ATS_CLI_COMPARE_GONE],
	    comparison->n[ATS_CLI_COMPARE_NEW]);
}

char *
ats_cli_compare_title(const AtsCliComparison *comparison, const AtsCliCompareDocument *document)
{
	if (!comparison->pair || document->before == NULL || document->after == NULL)
		return g_strdup(document->name);
	return g_strdup_printf("%s → %s", document->before->name, document->after->name);
}

/* @line: safe on a terminal */
static void
put_line(GString *out, const AtsCliComparison *comparison, AtsCliChangeKind kind, const char *line)
{
	static const char *const words[] = {"", "", "better", "worse"};
	static const char *const colours[] = {"", "", "\033[32m", "\033[31m"};
	g_autoptr(GString) wrapped = g_string_new(NULL);
	gboolean coloured = comparison->colour && *colours[kind] != '\0';

	ats_cli_append_wrapped(wrapped, LEAD, line, comparison->columns);
	g_string_append_printf(out,
			       "  %s%-*s%s%s",
			       coloured ? colours[kind] : "",
			       WORD_COLUMNS,
			       words[kind],
			       coloured ? "\033[0m" : "",
			       wrapped->str + INDENT + WORD_COLUMNS);
}

static void
put_difference(GString *out, const AtsCliComparison *comparison, const AtsCliDifference *difference)
{
	g_autofree char *line = ats_cli_changes_say(difference);
	g_autofree char *shown = ats_cli_visible(line);

	put_line(out, comparison, difference->kind, shown);
}

static void
text_add(GString *out,
	 gpointer state,
	 const AtsCliComparison *comparison,
	 const AtsCliCompareDocument *document)
{
	g_autofree char *title = ats_cli_compare_title(comparison, document);
	g_autofree char *shown = ats_cli_visible(title);

	if (document->result == ATS_CLI_COMPARE_SAME)
		return;
	g_string_append_printf(out, "%s\n", shown);
	if (document->result == ATS_CLI_COMPARE_NEW)
		put_line(out, comparison, ATS_CLI_CHANGE_OTHER, "is new");
	else if (document->result == ATS_CLI_COMPARE_GONE)
		put_line(out, comparison, ATS_CLI_CHANGE_WORSE, "is gone");
	for (guint i = 0; i < document->differences->len; i++)
		put_difference(out,
			       comparison,
			       &g_array_index(document->differences, AtsCliDifference, i));
}

static void
text_finish(GString *out, gpointer state, const AtsCliComparison *comparison)
{
	g_autofree char *line = ats_cli_compare_closing_line(comparison);

	if (out->len > 0)
		g_string_append_c(out, '\n');
	ats_cli_append_wrapped(out, "", line, comparison->columns);
}

const AtsCliCompareFormat ats_cli_compare_text = {
    .add = text_add,
    .finish = text_finish,
};
