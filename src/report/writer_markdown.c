/*
 * A summary for a pull request or a step of a workflow: a table of the documents, the worst first,
 * and what was found in each, folded. It fits into a comment on GitHub; what does not is counted.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/markdown_out.h"
#include "report/worst.h"
#include "report/writer_private.h"

/* bytes of the rows and of what is folded below: together with what stands around them under the
 * 65,536 characters that a comment may have */
#define ROWS_BYTES    20000
#define DETAILS_BYTES 40000
/* of one document, so that one does not push out all others */
#define DOCUMENT_BYTES 8000
/* documents in the table; more are no summary */
#define MOST_ROWS 200
/* columns of a name, a message, a piece of evidence */
#define NAME_COLUMNS	 120
#define MESSAGE_COLUMNS	 300
#define EVIDENCE_COLUMNS 120

typedef struct {
	AtsWorst rows;
	AtsWorst details;
} State;

static State *
state_of(const AtsWriterStyle *style)
{
	State *state = style->state;

	state->rows.most_items = state->details.most_items = MOST_ROWS;
	state->rows.most_bytes = ROWS_BYTES;
	state->details.most_bytes = DETAILS_BYTES;
	return state;
}

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

	ats_markdown_code(out, about->name, NAME_COLUMNS);
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
	ats_markdown_code(out, about->name, NAME_COLUMNS);
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
		ats_markdown_text(out, place, NAME_COLUMNS);
	}
	g_string_append(out, ": ");
	ats_markdown_text(out, finding->message, MESSAGE_COLUMNS);
	if (finding->fix != NULL) {
		g_string_append(out, "<br>Fix: ");
		ats_markdown_text(out, finding->fix, MESSAGE_COLUMNS);
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
	for (i = 0; i < report->findings->len && out->len < DOCUMENT_BYTES; i++)
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
	ats_markdown_text(out, failure->message, MESSAGE_COLUMNS);
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
	State *state = state_of(style);
	guint rank = report != NULL ? 1 + ATS_VERDICT_FAIL - report->verdict : 0;
	double score = report != NULL ? report->score : 0;

	ats_worst_offer(&state->rows, rank, score, make_row(about, report));
	if (report == NULL)
		ats_worst_offer(&state->details, rank, score, make_failure(about, failure));
	else if (report->findings->len > 0)
		ats_worst_offer(&state->details, rank, score, make_details(about, report));
}

static void
put_left_out(GString *out, const AtsWorst *worst, const char *what)
{
	guint n = worst->n_offered - ats_worst_count(worst);

	if (n > 0)
		g_string_append_printf(out,
				       "\n%u more %s, none worse than these, left out here.\n",
				       n,
				       what);
}

static void
markdown_finish(GString *out, const AtsWriterStyle *style, const AtsWriterSummary *tally)
{
	const State *state = state_of(style);
	g_autofree char *line = ats_writer_closing_line(tally);

	g_string_append_printf(out, "### atscheck\n\n%s\n", line);
	if (tally->n_documents == 0)
		return;
	g_string_append(out,
			"\n| document | verdict | score | findings |\n"
			"| --- | --- | ---: | --- |\n");
	for (guint i = 0; i < ats_worst_count(&state->rows); i++)
		g_string_append(out, ats_worst_get(&state->rows, i));
	put_left_out(out, &state->rows, "documents");
	g_string_append_c(out, '\n');
	for (guint i = 0; i < ats_worst_count(&state->details); i++)
		g_string_append(out, ats_worst_get(&state->details, i));
	put_left_out(out, &state->details, "documents' findings");
}

static void
markdown_clear(gpointer data)
{
	State *state = data;

	ats_worst_clear(&state->rows);
	ats_worst_clear(&state->details);
}

const AtsWriterClass ats_writer_markdown = {
    .add = markdown_add,
    .finish = markdown_finish,
    .state_size = sizeof(State),
    .clear = markdown_clear,
};
