/*
 * A row a document for spreadsheets and scripts; a document that could not be checked is a row too.
 * The columns keep their names and order for ever; new ones come last.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/csv_out.h"
#include "report/parsers.h"
#include "report/writer_private.h"

/* as in JSON reports */
#define SCORE_DECIMALS 1

static const char *const columns[] = {
    "document", "format",  "bytes", "sha256",	"pages",    "words",   "producer",
    "language", "verdict", "score", "errors",	"warnings", "notes",   "checks",
    "name",	"email",   "phone", "location", "error",    "message",
};

/* families in the order in which they came to be: a new one is added at the end, here and only here
 */
static const char *const families[] = {
    "stream",
    "line",
    "block",
    "cluster",
    "opencats",
    "body",
    "tables",
    "markup",
    "all",
    "docx2txt",
    "office",
};

static void
put_header(GString *out)
{
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
		ats_csv_text(out, columns[i]);
	for (gsize i = 0; i < G_N_ELEMENTS(families); i++)
		ats_csv_text(out, families[i]);
	ats_csv_end(out);
}

static void
put_empty(GString *out, gsize n)
{
	for (gsize i = 0; i < n; i++)
		ats_csv_text(out, NULL);
}

static void
put_counts(GString *out, const AtsReport *report)
{
	guint n[ATS_SEVERITY_ERROR + 1] = {0};

	for (guint i = 0; i < report->findings->len; i++)
		n[g_array_index(report->findings, AtsFinding, i).severity]++;
	for (gsize i = G_N_ELEMENTS(n); i > 0; i--)
		ats_csv_int(out, n[i - 1]);
}

/* the checks with findings, each once, the worst first, parted by spaces */
static char *
list_checks(const AtsReport *report)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	GString *list = g_string_new(NULL);

	for (guint i = 0; i < report->findings->len; i++) {
		const char *id = g_array_index(report->findings, AtsFinding, i).id;
		if (!g_hash_table_add(seen, (gpointer)id))
			continue;
		g_string_append_printf(list, "%s%s", list->len > 0 ? " " : "", id);
	}
	return g_string_free(list, FALSE);
}

static void
put_families(GString *out, const AtsReport *report)
{
	for (gsize i = 0; i < G_N_ELEMENTS(families); i++) {
		const AtsReportReading *found = NULL;
		for (guint k = 0; k < report->readings->len && found == NULL; k++) {
			const AtsReportReading *reading =
			    &g_array_index(report->readings, AtsReportReading, k);
			if (reading->judged && g_str_equal(reading->parser, families[i]))
				found = reading;
		}
		if (found != NULL)
			ats_csv_number(out, found->score, SCORE_DECIMALS);
		else
			ats_csv_text(out, NULL);
	}
}

static void
put_report(GString *out, const AtsReport *report)
{
	g_autofree char *checks = list_checks(report);

	if (report->n_pages > 0)
		ats_csv_int(out, report->n_pages);
	else
		ats_csv_text(out, NULL);
	ats_csv_int(out, report->n_words);
	ats_csv_text(out, report->producer);
	ats_csv_text(out, report->language);
	ats_csv_text(out, ats_verdict_name(report->verdict));
	ats_csv_number(out, report->score, SCORE_DECIMALS);
	put_counts(out, report);
	ats_csv_text(out, checks);
	ats_csv_text(out, report->name);
	ats_csv_text(out, report->email);
	ats_csv_text(out, report->phone);
	ats_csv_text(out, report->location);
	put_empty(out, 2);
	put_families(out, report);
}

/* from the pages to the place */
#define REPORT_COLUMNS 14

static void
put_failure(GString *out, const GError *failure)
{
	put_empty(out, REPORT_COLUMNS);
	ats_csv_text(out, ats_writer_error_name(failure));
	ats_csv_text(out, failure->message);
	put_empty(out, G_N_ELEMENTS(families));
}

static void
csv_add(GString *out,
	const AtsWriterStyle *style,
	const AtsWriterSummary *tally,
	const AtsWriterDocument *about,
	const AtsReport *report,
	const GError *failure)
{
	if (tally->n_documents == 0)
		put_header(out);
	ats_csv_text(out, about->name);
	ats_csv_text(out, report != NULL ? report->format : about->format);
	ats_csv_int(out, about->bytes);
	ats_csv_text(out, about->sha256);
	if (report != NULL)
		put_report(out, report);
	else
		put_failure(out, failure);
	ats_csv_end(out);
}

static void
csv_finish(GString *out, const AtsWriterStyle *style, const AtsWriterSummary *tally)
{
	if (tally->n_documents == 0)
		put_header(out);
}

const AtsWriterClass ats_writer_csv = {.add = csv_add, .finish = csv_finish};
