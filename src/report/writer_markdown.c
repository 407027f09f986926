/*
 * A summary for a pull request or a step of a workflow: a table of the documents, the worst first,
 * and what was found in each, folded. It fits into a comment on GitHub; what does not is counted.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/markdown_out.h"
#include "report/markdown_worst.h"
#include "report/writer_private.h"

/* columns of a piece of evidence */
#define EVIDENCE_COLUMNS 120

static const char *
sign_of(AtsVerdict verdict)
{
	static const char *const signs[] = {"✅ pass", "⚠️ risk", "❌ fail"};

	return signs[verdict];
}

static char *
make_row(const AtsWriterDocument *about, const AtsReport *report)
{
	GString *out = g_string_new("| ");
	g_autofree char *counts = report != NULL ? ats_writer_counts(report) : NULL;

	ats_markdown_code(out, about->name, ATS_MARKDOWN_NAME_COLUMNS);
	if (report != NULL)
		g_string_append_printf(out,
				       " | %s | %u | %s |\n",
				       sign_of(report->verdict),
				       ats_writer_whole_points(report->score),
				       counts);
	else
		g_string_append(out, " | ⛔ not checked | | |\n");
	return g_string_free(out, FALSE);
}

static void
open_details(GString *out, const AtsWriterDocument *about)
{
	g_string_append(out, "<details><summary>");
	ats_markdown_code(out, about->name, ATS_MARKDOWN_NAME_COLUMNS);
}

static void
close_details(GString *out)
{
	g_string_append(out, "\n</details>\n\n");
}

static void
put_finding(GString *out, const AtsReport *report, const AtsFinding *finding)
{
	g_autofree char *place = ats_writer_place(report, finding);

	g_string_append_printf(out,
			       "- **%s** <code>%s</code>",
			       ats_severity_name(finding->severity),
			       finding->id);
	if (place != NULL) {
		g_string_append(out, ", ");
		ats_markdown_text(out, place, ATS_MARKDOWN_NAME_COLUMNS);
	}
	g_string_append(out, ": ");
	ats_markdown_text(out, finding->message, ATS_MARKDOWN_SENTENCE_COLUMNS);
	if (finding->fix != NULL) {
		g_string_append(out, "<br>Fix: ");
		ats_markdown_text(out, finding->fix, ATS_MARKDOWN_SENTENCE_COLUMNS);
	}
	if (finding->evidence != NULL && *finding->evidence != '\0') {
		g_string_append(out, "<br>As read: ");
		ats_markdown_code(out, finding->evidence, EVIDENCE_COLUMNS);
	}
	g_string_append_c(out, '\n');
}

static char *
make_details(const AtsWriterDocument *about, const AtsReport *report)
{
	GString *out = g_string_new(NULL);
	g_autofree char *counts = ats_writer_counts(report);
	guint i;

	open_details(out, about);
	g_string_append_printf(out, ": %s</summary>\n\n", counts);
	for (i = 0; i < report->findings->len && out->len < ATS_MARKDOWN_DOCUMENT_BYTES; i++)
		put_finding(out, report, &g_array_index(report->findings, AtsFinding, i));
	if (i < report->findings->len)
		g_string_append_printf(out, "- and %u more\n", report->findings->len - i);
	close_details(out);
	return g_string_free(out, FALSE);
}

static char *
make_failure(const AtsWriterDocument *about, const GError *failure)
{
	GString *out = g_string_new(NULL);

	open_details(out, about);
	g_string_append_printf(out,
			       ": not checked</summary>\n\n- **%s**: ",
			       ats_writer_error_name(failure));
	ats_markdown_text(out, failure->message, ATS_MARKDOWN_SENTENCE_COLUMNS);
	g_string_append_c(out, '\n');
	close_details(out);
	return g_string_free(out, FALSE);
}

/* by verdict and score; what could not be checked is the worst */
static void
markdown_add(GString *out,
	     const AtsWriterStyle *style,
	     const AtsWriterSummary *tally,
	     const AtsWriterDocument *about,
	     const AtsReport *report,
	     const GError *failure)
{
	AtsMarkdownWorst *worst = style->state;
	guint rank = report != NULL ? 1 + ATS_VERDICT_FAIL - report->verdict : 0;
	char *details = NULL;

	if (report == NULL)
		details = make_failure(about, failure);
	else if (report->findings->len > 0)
		details = make_details(about, report);
	ats_markdown_worst_offer(worst,
				 rank,
				 report != NULL ? report->score : 0,
				 make_row(about, report),
				 details);
}

static void
markdown_finish(GString *out, const AtsWriterStyle *style, const AtsWriterSummary *tally)
{
	g_autofree char *line = ats_writer_closing_line(tally);

	g_string_append_printf(out, "### atscheck\n\n%s\n", line);
	ats_markdown_worst_put(out,
			       style->state,
			       "| document | verdict | score | findings |\n"
			       "| --- | --- | ---: | --- |\n",
			       "findings");
}

static void
markdown_clear(gpointer data)
{
	ats_markdown_worst_clear(data);
}

const AtsWriterClass ats_writer_markdown = {
    .add = markdown_add,
    .finish = markdown_finish,
    .state_size = sizeof(AtsMarkdownWorst),
    .clear = markdown_clear,
};
