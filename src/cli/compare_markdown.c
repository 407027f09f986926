/*
 * A comparison for a pull request: a table of the documents that changed, the worst first, and what
 * changed in each, folded. It fits into a comment on GitHub; what does not is counted.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/compare_out.h"
#include "report/markdown_out.h"
#include "report/markdown_worst.h"

static void
put_title(GString *out, const AtsCliComparison *comparison, const AtsCliCompareDocument *document)
{
	g_autofree char *title = ats_cli_compare_title(comparison, document);

	ats_markdown_code(out, title, ATS_MARKDOWN_NAME_COLUMNS);
}

/* "risk 86.0", what could not be checked as such */
static void
put_side(GString *out, const AtsCliSnapshot *side)
{
	if (side == NULL)
		return;
	if (side->error != NULL)
		g_string_append(out, "not checked");
	else
		g_string_append_printf(out,
				       "%s %.1f",
				       ats_cli_snapshot_verdict_name(side->verdict),
				       side->score);
}

static char *
make_row(const AtsCliComparison *comparison, const AtsCliCompareDocument *document)
{
	static const char *const signs[] = {"❌ ", "❌ ", "✅ ", "", "", ""};
	GString *out = g_string_new("| ");

	G_STATIC_ASSERT(G_N_ELEMENTS(signs) == ATS_CLI_COMPARE_LAST);
	put_title(out, comparison, document);
	g_string_append_printf(out,
			       " | %s%s | ",
			       signs[document->result],
			       ats_cli_compare_result_name(document->result));
	put_side(out, document->before);
	g_string_append(out, " | ");
	put_side(out, document->after);
	g_string_append(out, " |\n");
	return g_string_free(out, FALSE);
}

static void
put_difference(GString *out, const AtsCliDifference *difference)
{
	static const char *const words[] = {"", "", "**better** ", "**worse** "};
	g_autofree char *line = ats_cli_changes_say(difference);

	g_string_append_printf(out, "- %s", words[difference->kind]);
	ats_markdown_text(out, line, ATS_MARKDOWN_SENTENCE_COLUMNS);
	g_string_append_c(out, '\n');
}

static char *
make_details(const AtsCliComparison *comparison, const AtsCliCompareDocument *document)
{
	const GArray *differences = document->differences;
	GString *out = g_string_new("<details><summary>");
	guint i;

	put_title(out, comparison, document);
	g_string_append_printf(out,
			       ": %s</summary>\n\n",
			       ats_cli_compare_result_name(document->result));
	for (i = 0; i < differences->len && out->len < ATS_MARKDOWN_DOCUMENT_BYTES; i++)
		put_difference(out, &g_array_index(differences, AtsCliDifference, i));
	if (i < differences->len)
		g_string_append_printf(out, "- and %u more\n", differences->len - i);
	g_string_append(out, "\n</details>\n\n");
	return g_string_free(out, FALSE);
}

/* by result, then by how much of the score is lost */
static void
markdown_add(GString *out,
	     gpointer state,
	     const AtsCliComparison *comparison,
	     const AtsCliCompareDocument *document)
{
	double gain = 0;

	if (document->result == ATS_CLI_COMPARE_SAME)
		return;
	if (document->before != NULL && document->after != NULL)
		gain = document->after->score - document->before->score;
	ats_markdown_worst_offer(state,
				 document->result,
				 gain,
				 make_row(comparison, document),
				 document->differences->len > 0 ? make_details(comparison, document)
								: NULL);
}

static void
markdown_finish(GString *out, gpointer state, const AtsCliComparison *comparison)
{
	g_autofree char *line = ats_cli_compare_closing_line(comparison);

	g_string_append(out, "### atscheck compare\n\n");
	ats_markdown_code(out, comparison->before, ATS_MARKDOWN_NAME_COLUMNS);
	g_string_append(out, " → ");
	ats_markdown_code(out, comparison->after, ATS_MARKDOWN_NAME_COLUMNS);
	g_string_append_printf(out, ": %s\n", line);
	ats_markdown_worst_put(out,
			       state,
			       "| document | result | before | after |\n"
			       "| --- | --- | --- | --- |\n",
			       "changes");
}

static void
markdown_clear(gpointer state)
{
	ats_markdown_worst_clear(state);
}

const AtsCliCompareFormat ats_cli_compare_markdown = {
    .add = markdown_add,
    .finish = markdown_finish,
    .clear = markdown_clear,
    .state_size = sizeof(AtsMarkdownWorst),
};
