/*
 * Reports as JSON objects after atscheck-report.schema.json, and as lines of them. A key with
 * nothing to say holds null, a list with nothing in it is empty: none is ever missing.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/json_report.h"
#include "report/writer_private.h"

#define SCHEMA "atscheck-report/1"

static void
put_head(AtsJson *json, const AtsWriterStyle *style, const AtsReport *report)
{
	g_autofree char *sandbox = report != NULL ? ats_sandbox_level_to_text(report->sandbox)
						  : NULL;

	ats_json_put_string(json, "schema", SCHEMA);
	ats_json_key(json, "tool");
	ats_json_open(json, '{');
	ats_json_put_string(json, "name", "atscheck");
	ats_json_put_string(json, "version", ATS_VERSION);
	ats_json_put_string(json, "settings", style->settings);
	ats_json_put_string(json, "sandbox", sandbox);
	ats_json_close(json, '}');
}

static void
put_document(AtsJson *json, const AtsWriterDocument *about, const AtsReport *report)
{
	ats_json_key(json, "document");
	ats_json_open(json, '{');
	ats_json_put_string(json, "name", about->name);
	ats_json_put_string(json, "format", report != NULL ? report->format : about->format);
	ats_json_put_int(json, "bytes", about->bytes);
	ats_json_put_string(json, "sha256", about->sha256);
	ats_json_put_known(json, "pages", report != NULL ? report->n_pages : 0);
	ats_json_key(json, "words");
	if (report != NULL)
		ats_json_int(json, report->n_words);
	else
		ats_json_null(json);
	ats_json_put_string(json, "producer", report != NULL ? report->producer : NULL);
	ats_json_put_string(json, "language", report != NULL ? report->language : NULL);
	ats_json_put_string(json, "template", report != NULL ? report->template : NULL);
	ats_json_close(json, '}');
}

static void
put_failure(AtsJson *json, const GError *failure)
{
	ats_json_key(json, "error");
	ats_json_open(json, '{');
	ats_json_put_string(json, "code", ats_writer_error_name(failure));
	ats_json_put_string(json, "message", failure->message);
	ats_json_close(json, '}');
}

static void
put_object(AtsJson *json,
	   const AtsWriterStyle *style,
	   const AtsWriterDocument *about,
	   const AtsReport *report,
	   const GError *failure)
{
	ats_json_open(json, '{');
	put_head(json, style, report);
	put_document(json, about, report);
	if (report != NULL)
		ats_json_put_report(json, report);
	else
		put_failure(json, failure);
	ats_json_close(json, '}');
}

static void
put_rows(AtsJson *json, const GArray *rows)
{
	ats_json_key(json, "checks");
	ats_json_open(json, '[');
	for (guint i = 0; i < rows->len; i++) {
		const AtsTallyRow *row = &g_array_index(rows, AtsTallyRow, i);

		ats_json_open(json, '{');
		ats_json_put_string(json, "id", row->id);
		ats_json_put_string(json, "severity", ats_severity_name(row->severity));
		ats_json_put_int(json, "documents", row->n_documents);
		ats_json_put_int(json, "findings", row->n_findings);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

static void
put_worst(AtsJson *json, const GArray *worst)
{
	ats_json_key(json, "worst");
	ats_json_open(json, '[');
	for (guint i = 0; i < worst->len; i++) {
		const AtsTallyWorst *one = &g_array_index(worst, AtsTallyWorst, i);

		ats_json_open(json, '{');
		ats_json_put_string(json, "name", one->name);
		ats_json_put_string(json, "verdict", ats_verdict_name(one->verdict));
		ats_json_put_number(json, "score", one->score, ATS_JSON_SCORE_DECIMALS);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

static void
put_template(AtsJson *json, const AtsTallyTemplate *template)
{
	ats_json_open(json, '{');
	ats_json_put_string(json, "template", template->id);
	ats_json_put_string(json, "example", template->example);
	ats_json_put_string(json, "producer", template->producer);
	ats_json_put_int(json, "documents", template->n_documents);
	for (guint i = 0; i < G_N_ELEMENTS(template->n_verdicts); i++)
		ats_json_put_int(json, ats_verdict_name(i), template->n_verdicts[i]);
	ats_json_put_number(json, "score", template->score, ATS_JSON_SCORE_DECIMALS);
	put_rows(json, template->checks);
	ats_json_close(json, '}');
}

static void
put_errors(AtsJson *json, const AtsTally *tally)
{
	g_autoptr(GArray) failures = ats_tally_list_failures(tally);

	ats_json_key(json, "errors");
	ats_json_open(json, '[');
	for (guint i = 0; i < failures->len; i++) {
		const AtsTallyRow *row = &g_array_index(failures, AtsTallyRow, i);
		ats_json_open(json, '{');
		ats_json_put_string(json, "code", row->id);
		ats_json_put_int(json, "documents", row->n_documents);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

static void
put_tally(AtsJson *json, const AtsTally *tally)
{
	g_autoptr(GArray) checks = ats_tally_list_checks(tally);
	g_autoptr(GPtrArray) templates = ats_tally_list_templates(tally);

	ats_json_put_int(json, "copies", ats_tally_count_copies(tally));
	put_rows(json, checks);
	put_worst(json, ats_tally_list_worst(tally));
	put_errors(json, tally);
	ats_json_key(json, "templates");
	ats_json_open(json, '[');
	for (guint i = 0; i < templates->len; i++)
		put_template(json, templates->pdata[i]);
	ats_json_close(json, ']');
}

static void
put_summary(AtsJson *json, const AtsWriterSummary *tally)
{
	ats_json_key(json, "summary");
	ats_json_open(json, '{');
	ats_json_put_int(json, "documents", tally->n_documents);
	for (guint i = 0; i < G_N_ELEMENTS(tally->n_verdicts); i++)
		ats_json_put_int(json, ats_verdict_name(i), tally->n_verdicts[i]);
	ats_json_put_int(json, "not_checked", tally->n_failures);
	ats_json_key(json, "findings");
	ats_json_open(json, '{');
	for (guint i = G_N_ELEMENTS(tally->n_findings); i > 0; i--)
		ats_json_put_int(json, ats_severity_name(i - 1), tally->n_findings[i - 1]);
	ats_json_close(json, '}');
	put_tally(json, tally->more);
	ats_json_close(json, '}');
}

/* a batch is one object, of which each call writes a piece: what stands before the documents comes
 * with the first, whose report is @first */
static void
resume_batch(AtsJson *json,
	     GString *out,
	     const AtsWriterStyle *style,
	     const AtsReport *first,
	     gboolean begun)
{
	ats_json_init(json, out, ATS_JSON_PRETTY);
	if (!begun) {
		ats_json_open(json, '{');
		put_head(json, style, first);
		ats_json_key(json, "documents");
		ats_json_open(json, '[');
		return;
	}
	json->depth = 2;
	json->filled[0] = json->filled[1] = json->filled[2] = TRUE;
}

static void
json_add(GString *out,
	 const AtsWriterStyle *style,
	 const AtsWriterSummary *tally,
	 const AtsWriterDocument *about,
	 const AtsReport *report,
	 const GError *failure)
{
	AtsJson json;

	if (style->options & ATS_WRITER_MANY)
		resume_batch(&json, out, style, report, tally->n_documents > 0);
	else
		ats_json_init(&json, out, ATS_JSON_PRETTY);
	put_object(&json, style, about, report, failure);
	if ((style->options & ATS_WRITER_MANY) == 0)
		g_string_append_c(out, '\n');
}

static void
json_finish(GString *out, const AtsWriterStyle *style, const AtsWriterSummary *tally)
{
	AtsJson json;

	if ((style->options & ATS_WRITER_MANY) == 0)
		return;
	resume_batch(&json, out, style, NULL, tally->n_documents > 0);
	ats_json_close(&json, ']');
	put_summary(&json, tally);
	ats_json_close(&json, '}');
	g_string_append_c(out, '\n');
}

static void
jsonl_add(GString *out,
	  const AtsWriterStyle *style,
	  const AtsWriterSummary *tally,
	  const AtsWriterDocument *about,
	  const AtsReport *report,
	  const GError *failure)
{
	AtsJson json;

	ats_json_init(&json, out, ATS_JSON_COMPACT);
	put_object(&json, style, about, report, failure);
	g_string_append_c(out, '\n');
}

static void
jsonl_finish(GString *out, const AtsWriterStyle *style, const AtsWriterSummary *tally)
{
}

const AtsWriterClass ats_writer_json = {.add = json_add,
					.finish = json_finish,
					.has_summary = TRUE};
const AtsWriterClass ats_writer_jsonl = {.add = jsonl_add, .finish = jsonl_finish};
