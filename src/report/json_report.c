/*
 * What a report holds, as members of a JSON object: the order and names of
 * atscheck-report.schema.json.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/json_report.h"

/* decimals: a tenth of a point is finer than any reader draws, a share has three */
#define POINT_DECIMALS 1
#define SHARE_DECIMALS 3

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
		ats_json_put_string(json, "heading", section != NULL ? section->heading : NULL);
		ats_json_put_int(json, "words", foreign->n_words);
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
		ats_json_put_string(json, "heading", section != NULL ? section->heading : NULL);
		ats_json_put_string(json, "kind", section != NULL ? section->kind : NULL);
		ats_json_put_string(json,
				    "found",
				    section != NULL ? ats_piece_state_name(filed->state) : NULL);
		ats_json_put_int(json, "words", filed->n_words);
		ats_json_put_int(json, "missing", filed->n_missing);
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
		ats_json_put_string(json, "parser", reading->parser);
		put_share(json, "score", reading, reading->score, ATS_JSON_SCORE_DECIMALS);
		put_share(json, "kept", reading, reading->kept, SHARE_DECIMALS);
		put_share(json, "whole", reading, reading->whole, SHARE_DECIMALS);
		ats_json_put_bool(json, "judged", reading->judged);
		ats_json_put_string(json, "why_not", reading->judged ? NULL : reading->why_not);
		put_filed(json, report, i, &next);
		ats_json_put_string(json, "text", reading->text);
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
	ats_json_put_int(json, "page", page + 1);
	ats_json_put_number(json, "width", (double)size->width, POINT_DECIMALS);
	ats_json_put_number(json, "height", (double)size->height, POINT_DECIMALS);
	ats_json_key(json, "regions");
	ats_json_open(json, '[');
	for (; *next < report->regions->len; (*next)++) {
		const AtsReportRegion *region =
		    &g_array_index(report->regions, AtsReportRegion, *next);
		if (region->page > page + 1)
			break;
		ats_json_open(json, '{');
		ats_json_put_string(json, "kind", region->kind);
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
	ats_json_put_int(json, "columns", report->n_columns);
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
		ats_json_put_string(json, "heading", section->heading);
		ats_json_put_string(json, "kind", section->kind);
		ats_json_put_bool(json, "standard", section->standard);
		ats_json_put_string(json, "suggestion", section->suggestion);
		ats_json_put_known(json, "page", section->page);
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
		ats_json_put_int(json, "section", entry->section);
		ats_json_put_string(json, "title", entry->title);
		ats_json_key(json, "date");
		ats_json_open(json, '{');
		ats_json_put_string(json, "text", entry->date);
		ats_json_put_string(json, "start", entry->start);
		ats_json_put_string(json, "end", entry->end);
		ats_json_put_string(json, "form", entry->form);
		ats_json_put_string(json, "place", entry->place);
		ats_json_close(json, '}');
		ats_json_put_known(json, "page", entry->page);
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
	ats_json_put_string(json, "name", report->name);
	ats_json_put_string(json, "email", report->email);
	ats_json_put_string(json, "phone", report->phone);
	ats_json_put_string(json, "location", report->location);
	put_strings(json, "links", report->links);
	ats_json_close(json, '}');
}

static void
put_place_members(AtsJson *json, const AtsReportPlace *place)
{
	ats_json_open(json, '{');
	ats_json_put_string(json, "where", ats_place_kind_name(place->kind));
	ats_json_put_known(json, "page", place->page);
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
		ats_json_put_string(json, "kind", ats_piece_kind_name(piece->kind));
		ats_json_put_string(json, "text", piece->text);
		ats_json_put_known(json, "page", piece->page);
		ats_json_key(json, "in");
		ats_json_open(json, '{');
		for (guint k = 0; k < report->readings->len; k++)
			ats_json_put_string(
			    json,
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
		ats_json_put_string(json, "id", finding->id);
		ats_json_put_string(json, "severity", ats_severity_name(finding->severity));
		ats_json_put_string(json, "message", finding->message);
		ats_json_put_string(json, "fix", finding->fix);
		ats_json_put_known(json, "page", finding->page);
		put_box(json, finding->box);
		ats_json_put_string(json, "evidence", finding->evidence);
		put_strings(json, "lost_in", finding->lost_in);
		ats_json_put_string(json, "pointer", finding->pointer);
		ats_json_put_string(json, "fingerprint", finding->fingerprint);
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
		ats_json_put_string(json, outcome->check, ats_outcome_name(outcome->outcome));
	}
	ats_json_close(json, '}');
	ats_json_key(json, "not_judged");
	ats_json_open(json, '{');
	for (guint i = 0; i < report->outcomes->len; i++) {
		const AtsReportOutcome *outcome =
		    &g_array_index(report->outcomes, AtsReportOutcome, i);
		if (outcome->outcome == ATS_OUTCOME_NOT_JUDGED)
			ats_json_put_string(json, outcome->check, outcome->why);
	}
	ats_json_close(json, '}');
}

void
ats_json_put_report(AtsJson *json, const AtsReport *report)
{
	ats_json_put_string(json, "verdict", ats_verdict_name(report->verdict));
	ats_json_put_number(json, "score", report->score, ATS_JSON_SCORE_DECIMALS);
	put_findings(json, report);
	put_readings(json, report);
	ats_json_put_string(json, "text", report->text);
	put_layout(json, report);
	put_sections(json, report);
	put_entries(json, report);
	put_contact(json, report);
	put_contact_places(json, report);
	put_pieces(json, report);
	put_outcomes(json, report);
}
