/*
 * Reports as JSON objects after atscheck-report.schema.json, and as lines of them. A key with
 * nothing to say holds null, a list with nothing in it is empty: none is ever missing.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/json_out.h"
#include "report/writer_private.h"

#define SCHEMA "atscheck-report/1"

/* decimals: a tenth of a point is finer than any reader draws, a score has one by contract, a share
 * three */
#define POINT_DECIMALS 1
#define SCORE_DECIMALS 1
#define SHARE_DECIMALS 3

static void
put_string(AtsJson *json, const char *key, const char *text)
{
	ats_json_key(json, key);
	ats_json_string(json, text);
}

static void
put_int(AtsJson *json, const char *key, guint64 value)
{
	ats_json_key(json, key);
	ats_json_int(json, value);
}

/* 0 stands for not known */
static void
put_known(AtsJson *json, const char *key, guint64 value)
{
	ats_json_key(json, key);
	if (value > 0)
		ats_json_int(json, value);
	else
		ats_json_null(json);
}

static void
put_bool(AtsJson *json, const char *key, gboolean value)
{
	ats_json_key(json, key);
	ats_json_bool(json, value);
}

static void
put_number(AtsJson *json, const char *key, double value, guint decimals)
{
	ats_json_key(json, key);
	ats_json_number(json, value, decimals);
}

static void
put_box(AtsJson *json, AtsBox box)
{
	const double values[] = {box.x0, box.y0, box.x1, box.y1};

	ats_json_key(json, "box");
	if (box.x0 == 0 && box.y0 == 0 && box.x1 == 0 && box.y1 == 0)
		ats_json_null(json);
	else
		ats_json_numbers(json, values, G_N_ELEMENTS(values), POINT_DECIMALS);
}

static void
put_strings(AtsJson *json, const char *key, const GPtrArray *strings)
{
	ats_json_key(json, key);
	ats_json_open(json, '[');
	for (guint i = 0; strings != NULL && i < strings->len; i++)
		ats_json_string(json, g_ptr_array_index(strings, i));
	ats_json_close(json, ']');
}

static void
put_head(AtsJson *json, const AtsWriterStyle *style, const AtsReport *report)
{
	g_autofree char *sandbox = report != NULL ? ats_sandbox_level_to_text(report->sandbox)
						  : NULL;

	put_string(json, "schema", SCHEMA);
	ats_json_key(json, "tool");
	ats_json_open(json, '{');
	put_string(json, "name", "atscheck");
	put_string(json, "version", ATS_VERSION);
	put_string(json, "settings", style->settings);
	put_string(json, "sandbox", sandbox);
	ats_json_close(json, '}');
}

static void
put_document(AtsJson *json, const AtsWriterDocument *about, const AtsReport *report)
{
	ats_json_key(json, "document");
	ats_json_open(json, '{');
	put_string(json, "name", about->name);
	put_string(json, "format", report != NULL ? report->format : about->format);
	put_int(json, "bytes", about->bytes);
	put_string(json, "sha256", about->sha256);
	put_known(json, "pages", report != NULL ? report->n_pages : 0);
	ats_json_key(json, "words");
	if (report != NULL)
		ats_json_int(json, report->n_words);
	else
		ats_json_null(json);
	put_string(json, "producer", report != NULL ? report->producer : NULL);
	put_string(json, "language", report != NULL ? report->language : NULL);
	put_string(json, "template", report != NULL ? report->template : NULL);
	ats_json_close(json, '}');
}

static void
put_share(AtsJson *json,
	  const char *key,
	  const AtsReportReading *reading,
	  double value,
	  guint decimals)
{
	ats_json_key(json, key);
	if (reading->judged)
		ats_json_number(json, value, decimals);
	else
		ats_json_null(json);
}

static const AtsReportSection *
section_at(const AtsReport *report, guint section)
{
	return section < report->sections->len
		   ? &g_array_index(report->sections, AtsReportSection, section)
		   : NULL;
}

static void
put_foreign(AtsJson *json, const AtsReport *report, const AtsReportFiled *filed)
{
	ats_json_key(json, "foreign");
	ats_json_open(json, '[');
	for (guint i = 0; i < filed->n_foreign; i++) {
		const AtsReportForeign *foreign =
		    &g_array_index(report->foreign, AtsReportForeign, filed->foreign + i);
		const AtsReportSection *section = section_at(report, foreign->section);

		ats_json_open(json, '{');
		put_string(json, "heading", section != NULL ? section->heading : NULL);
		put_int(json, "words", foreign->n_words);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

/* @next: the first not yet written; they come by reading */
static void
put_filed(AtsJson *json, const AtsReport *report, guint reading, guint *next)
{
	ats_json_key(json, "sections");
	ats_json_open(json, '[');
	for (; *next < report->filed->len; (*next)++) {
		const AtsReportFiled *filed = &g_array_index(report->filed, AtsReportFiled, *next);
		const AtsReportSection *section = section_at(report, filed->section);

		if (filed->reading > reading)
			break;
		ats_json_open(json, '{');
		put_string(json, "heading", section != NULL ? section->heading : NULL);
		put_string(json, "kind", section != NULL ? section->kind : NULL);
		put_string(json,
			   "found",
			   section != NULL ? ats_piece_state_name(filed->state) : NULL);
		put_int(json, "words", filed->n_words);
		put_int(json, "missing", filed->n_missing);
		put_foreign(json, report, filed);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

static void
put_readings(AtsJson *json, const AtsReport *report)
{
	guint next = 0;

	ats_json_key(json, "readings");
	ats_json_open(json, '[');
	for (guint i = 0; i < report->readings->len; i++) {
		const AtsReportReading *reading =
		    &g_array_index(report->readings, AtsReportReading, i);

		ats_json_open(json, '{');
		put_string(json, "parser", reading->parser);
		put_share(json, "score", reading, reading->score, SCORE_DECIMALS);
		put_share(json, "kept", reading, reading->kept, SHARE_DECIMALS);
		put_share(json, "whole", reading, reading->whole, SHARE_DECIMALS);
		put_bool(json, "judged", reading->judged);
		put_string(json, "why_not", reading->judged ? NULL : reading->why_not);
		put_filed(json, report, i, &next);
		put_string(json, "text", reading->text);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

/* @next: the first region not yet written; they come in the order of their pages, a DOCX's stand on
 * its one sheet */
static void
put_page(AtsJson *json, const AtsReport *report, guint page, guint *next)
{
	const AtsReportPage *size = &g_array_index(report->pages, AtsReportPage, page);

	ats_json_open(json, '{');
	put_int(json, "page", page + 1);
	put_number(json, "width", (double)size->width, POINT_DECIMALS);
	put_number(json, "height", (double)size->height, POINT_DECIMALS);
	ats_json_key(json, "regions");
	ats_json_open(json, '[');
	for (; *next < report->regions->len; (*next)++) {
		const AtsReportRegion *region =
		    &g_array_index(report->regions, AtsReportRegion, *next);
		if (region->page > page + 1)
			break;
		ats_json_open(json, '{');
		put_string(json, "kind", region->kind);
		put_box(json, region->box);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
	ats_json_close(json, '}');
}

static void
put_layout(AtsJson *json, const AtsReport *report)
{
	guint next = 0;

	ats_json_key(json, "layout");
	ats_json_open(json, '{');
	put_int(json, "columns", report->n_columns);
	ats_json_key(json, "pages");
	ats_json_open(json, '[');
	for (guint i = 0; i < report->pages->len; i++)
		put_page(json, report, i, &next);
	ats_json_close(json, ']');
	ats_json_close(json, '}');
}

static void
put_sections(AtsJson *json, const AtsReport *report)
{
	ats_json_key(json, "sections");
	ats_json_open(json, '[');
	for (guint i = 0; i < report->sections->len; i++) {
		const AtsReportSection *section =
		    &g_array_index(report->sections, AtsReportSection, i);

		ats_json_open(json, '{');
		put_string(json, "heading", section->heading);
		put_string(json, "kind", section->kind);
		put_bool(json, "standard", section->standard);
		put_string(json, "suggestion", section->suggestion);
		put_known(json, "page", section->page);
		put_box(json, section->box);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

static void
put_entries(AtsJson *json, const AtsReport *report)
{
	ats_json_key(json, "entries");
	ats_json_open(json, '[');
	for (guint i = 0; i < report->entries->len; i++) {
		const AtsReportEntry *entry = &g_array_index(report->entries, AtsReportEntry, i);

		ats_json_open(json, '{');
		put_int(json, "section", entry->section);
		put_string(json, "title", entry->title);
		ats_json_key(json, "date");
		ats_json_open(json, '{');
		put_string(json, "text", entry->date);
		put_string(json, "start", entry->start);
		put_string(json, "end", entry->end);
		put_string(json, "form", entry->form);
		put_string(json, "place", entry->place);
		ats_json_close(json, '}');
		put_known(json, "page", entry->page);
		put_box(json, entry->box);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

static void
put_contact(AtsJson *json, const AtsReport *report)
{
	ats_json_key(json, "contact");
	ats_json_open(json, '{');
	put_string(json, "name", report->name);
	put_string(json, "email", report->email);
	put_string(json, "phone", report->phone);
	put_string(json, "location", report->location);
	put_strings(json, "links", report->links);
	ats_json_close(json, '}');
}

static void
put_place_members(AtsJson *json, const AtsReportPlace *place)
{
	ats_json_open(json, '{');
	put_string(json, "where", ats_place_kind_name(place->kind));
	put_known(json, "page", place->page);
	put_box(json, place->box);
	ats_json_close(json, '}');
}

/* null for what was not found */
static void
put_place(AtsJson *json, const char *key, const AtsReportPlace *place)
{
	ats_json_key(json, key);
	if (place->kind == ATS_PLACE_NONE)
		ats_json_null(json);
	else
		put_place_members(json, place);
}

static void
put_contact_places(AtsJson *json, const AtsReport *report)
{
	ats_json_key(json, "contact_places");
	ats_json_open(json, '{');
	put_place(json, "name", &report->name_place);
	put_place(json, "email", &report->email_place);
	put_place(json, "phone", &report->phone_place);
	put_place(json, "location", &report->location_place);
	ats_json_key(json, "links");
	ats_json_open(json, '[');
	for (guint i = 0; i < report->link_places->len; i++)
		put_place_members(json, &g_array_index(report->link_places, AtsReportPlace, i));
	ats_json_close(json, ']');
	ats_json_close(json, '}');
}

static void
put_pieces(AtsJson *json, const AtsReport *report)
{
	ats_json_key(json, "pieces");
	ats_json_open(json, '[');
	for (guint i = 0; i < report->pieces->len; i++) {
		const AtsReportPiece *piece = &g_array_index(report->pieces, AtsReportPiece, i);

		ats_json_open(json, '{');
		put_string(json, "kind", ats_piece_kind_name(piece->kind));
		put_string(json, "text", piece->text);
		put_known(json, "page", piece->page);
		ats_json_key(json, "in");
		ats_json_open(json, '{');
		for (guint k = 0; k < report->readings->len; k++)
			put_string(json,
				   g_array_index(report->readings, AtsReportReading, k).parser,
				   piece->states[k] == ATS_PIECE_NOT_JUDGED
				       ? NULL
				       : ats_piece_state_name(piece->states[k]));
		ats_json_close(json, '}');
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

static void
put_findings(AtsJson *json, const AtsReport *report)
{
	ats_json_key(json, "findings");
	ats_json_open(json, '[');
	for (guint i = 0; i < report->findings->len; i++) {
		const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);

		ats_json_open(json, '{');
		put_string(json, "id", finding->id);
		put_string(json, "severity", ats_severity_name(finding->severity));
		put_string(json, "message", finding->message);
		put_string(json, "fix", finding->fix);
		put_known(json, "page", finding->page);
		put_box(json, finding->box);
		put_string(json, "evidence", finding->evidence);
		put_strings(json, "lost_in", finding->lost_in);
		put_string(json, "pointer", finding->pointer);
		put_string(json, "fingerprint", finding->fingerprint);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

static void
put_outcomes(AtsJson *json, const AtsReport *report)
{
	ats_json_key(json, "outcomes");
	ats_json_open(json, '{');
	for (guint i = 0; i < report->outcomes->len; i++) {
		const AtsReportOutcome *outcome =
		    &g_array_index(report->outcomes, AtsReportOutcome, i);
		put_string(json, outcome->check, ats_outcome_name(outcome->outcome));
	}
	ats_json_close(json, '}');
	ats_json_key(json, "not_judged");
	ats_json_open(json, '{');
	for (guint i = 0; i < report->outcomes->len; i++) {
		const AtsReportOutcome *outcome =
		    &g_array_index(report->outcomes, AtsReportOutcome, i);
		if (outcome->outcome == ATS_OUTCOME_NOT_JUDGED)
			put_string(json, outcome->check, outcome->why);
	}
	ats_json_close(json, '}');
}

static void
put_report(AtsJson *json, const AtsReport *report)
{
	put_string(json, "verdict", ats_verdict_name(report->verdict));
	put_number(json, "score", report->score, SCORE_DECIMALS);
	put_findings(json, report);
	put_readings(json, report);
	put_string(json, "text", report->text);
	put_layout(json, report);
	put_sections(json, report);
	put_entries(json, report);
	put_contact(json, report);
	put_contact_places(json, report);
	put_pieces(json, report);
	put_outcomes(json, report);
}

static void
put_failure(AtsJson *json, const GError *failure)
{
	ats_json_key(json, "error");
	ats_json_open(json, '{');
	put_string(json, "code", ats_writer_error_name(failure));
	put_string(json, "message", failure->message);
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
		put_report(json, report);
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
		put_string(json, "id", row->id);
		put_string(json, "severity", ats_severity_name(row->severity));
		put_int(json, "documents", row->n_documents);
		put_int(json, "findings", row->n_findings);
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
		put_string(json, "name", one->name);
		put_string(json, "verdict", ats_verdict_name(one->verdict));
		put_number(json, "score", one->score, SCORE_DECIMALS);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

static void
put_template(AtsJson *json, const AtsTallyTemplate *template)
{
	ats_json_open(json, '{');
	put_string(json, "template", template->id);
	put_string(json, "example", template->example);
	put_string(json, "producer", template->producer);
	put_int(json, "documents", template->n_documents);
	for (guint i = 0; i < G_N_ELEMENTS(template->n_verdicts); i++)
		put_int(json, ats_verdict_name(i), template->n_verdicts[i]);
	put_number(json, "score", template->score, SCORE_DECIMALS);
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
		put_string(json, "code", row->id);
		put_int(json, "documents", row->n_documents);
		ats_json_close(json, '}');
	}
	ats_json_close(json, ']');
}

static void
put_tally(AtsJson *json, const AtsTally *tally)
{
	g_autoptr(GArray) checks = ats_tally_list_checks(tally);
	g_autoptr(GPtrArray) templates = ats_tally_list_templates(tally);

	put_int(json, "copies", ats_tally_count_copies(tally));
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
	put_int(json, "documents", tally->n_documents);
	for (guint i = 0; i < G_N_ELEMENTS(tally->n_verdicts); i++)
		put_int(json, ats_verdict_name(i), tally->n_verdicts[i]);
	put_int(json, "not_checked", tally->n_failures);
	ats_json_key(json, "findings");
	ats_json_open(json, '{');
	for (guint i = G_N_ELEMENTS(tally->n_findings); i > 0; i--)
		put_int(json, ats_severity_name(i - 1), tally->n_findings[i - 1]);
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
