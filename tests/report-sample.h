/*
 * A report that uses every member, for the tests that write and read reports back.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

static inline void
sample_add_finding(AtsReport *report, AtsFinding finding, const char *lost_in)
{
	if (lost_in != NULL) {
		finding.lost_in = g_ptr_array_new();
		g_ptr_array_add(finding.lost_in, (gpointer)lost_in);
	}
	g_array_append_val(report->findings, finding);
}

static inline void
sample_add_findings(AtsReport *report)
{
	sample_add_finding(
	    report,
	    (AtsFinding){.id = "multi-column",
			 .severity = ATS_SEVERITY_ERROR,
			 .message = "Two columns of text stand side by side.",
			 .fix = "Put all text into one column, one section under the other.",
			 .evidence = "EDUCATION EXPERIENCE 2015 – 2018 Senior \033[31mengineer\x01",
			 .page = 1,
			 .box = {36, 100, 560, 700}},
	    "line");
	sample_add_finding(report,
			   (AtsFinding){.id = "icon-glyphs",
					.severity = ATS_SEVERITY_WARNING,
					.message = "Pictograms are characters.",
					.evidence = "\xEE\x80\x80 ann@example.com",
					.page = 2,
					.box = {36, 40, 60, 50}},
			   NULL);
	sample_add_finding(report,
			   (AtsFinding){.id = "missing-phone",
					.severity = ATS_SEVERITY_NOTE,
					.message = "No \"phone\" number; C:\\path\tand\nlines.",
					.pointer = "/basics/phone"},
			   NULL);
}

static inline void
sample_add_outcomes(AtsReport *report)
{
	AtsReportOutcome outcomes[] = {
	    {"multi-column", ATS_OUTCOME_FINDINGS, NULL},
	    {"table", ATS_OUTCOME_PASSED, NULL},
	    {"content-control", ATS_OUTCOME_NOT_APPLICABLE, NULL},
	    {"reading-order", ATS_OUTCOME_NOT_JUDGED, "page 2 has no drawing order"},
	};

	g_array_append_vals(report->outcomes, outcomes, G_N_ELEMENTS(outcomes));
}

static inline void
sample_add_readings(AtsReport *report)
{
	AtsReportReading readings[] = {
	    {.parser = "stream",
	     .judged = TRUE,
	     .score = 97.14,
	     .kept = 0.99,
	     .whole = 0.953,
	     .text = "Ann Lee\n"},
	    {.parser = "line",
	     .judged = TRUE,
	     .score = 41.06,
	     .kept = 0.5,
	     .whole = 0.321,
	     .text = "Ann\tLee"},
	    {.parser = "block", .why_not = "page 2 has no text"},
	};

	g_array_append_vals(report->readings, readings, G_N_ELEMENTS(readings));
}

static inline void
sample_add_pieces(AtsReport *report)
{
	static const guint8 whole[] = {ATS_PIECE_WHOLE, ATS_PIECE_WHOLE, ATS_PIECE_NOT_JUDGED};
	static const guint8 glued[] = {ATS_PIECE_WHOLE, ATS_PIECE_GLUED, ATS_PIECE_NOT_JUDGED};
	AtsReportPiece pieces[] = {
	    {ATS_PIECE_EMAIL, "ann@example.com", 1, whole},
	    {ATS_PIECE_HEADING, "Work History", 1, glued},
	};

	g_array_append_vals(report->pieces, pieces, G_N_ELEMENTS(pieces));
}

static inline void
sample_add_filed(AtsReport *report)
{
	AtsReportForeign foreign[] = {{0, 12}, {ATS_REPORT_TOP, 3}};
	AtsReportFiled filed[] = {
	    {0, ATS_REPORT_TOP, ATS_PIECE_WHOLE, 4, 0, 0, 0},
	    {0, 0, ATS_PIECE_WHOLE, 20, 0, 0, 0},
	    {1, 1, ATS_PIECE_MOVED, 15, 6, 0, 2},
	    {1, 0, ATS_PIECE_GLUED, 0, 20, 2, 0},
	};

	g_array_append_vals(report->foreign, foreign, G_N_ELEMENTS(foreign));
	g_array_append_vals(report->filed, filed, G_N_ELEMENTS(filed));
}

/* its strings are literals */
static inline AtsReport *
sample_report(void)
{
	AtsReport *report = ats_report_new();
	AtsReportPage pages[] = {{612, 792}, {612, 792}};
	AtsReportRegion regions[] = {{"footer", 2, {36, 700, 560, 720}},
				     {"sidebar", 1, {36, 100, 200.04f, 700}}};
	AtsReportSection sections[] = {
	    {"Work History", "experience", NULL, TRUE, 1, {36, 120, 200, 134}},
	    {"My Journey", "experience", "Experience", FALSE, 2, {36, 120, 200, 134}},
	};

	AtsReportEntry entries[] = {
	    {1,
	     "Data Engineer",
	     "Mar 2019 – Present",
	     "2019-03",
	     "present",
	     "month-year",
	     "right",
	     1,
	     {400, 140, 560, 150}},
	    {0, NULL, "2015", "2015", NULL, "year", "own-line", 2, {0}},
	};

	report->format = "pdf";
	report->n_pages = 2;
	report->n_words = 512;
	report->producer = "a builder";
	report->verdict = ATS_VERDICT_RISK;
	report->score = 74.249;
	report->text = "Ann Lee\fPage two \xE2\x80\xA8 line";
	report->n_columns = 2;
	report->sandbox = (AtsSandboxLevel){7, TRUE};
	report->name = "Ann Lee";
	report->email = "ann@example.com";
	g_ptr_array_add(report->links, (gpointer) "https://example.com/ann");
	report->email_place = (AtsReportPlace){ATS_PLACE_HEADER, 1, {36, 20, 130, 30}};
	g_array_append_vals(report->pages, pages, G_N_ELEMENTS(pages));
	g_array_append_vals(report->regions, regions, G_N_ELEMENTS(regions));
	g_array_append_vals(report->sections, sections, G_N_ELEMENTS(sections));
	g_array_append_vals(report->entries, entries, G_N_ELEMENTS(entries));
	sample_add_readings(report);
	sample_add_pieces(report);
	sample_add_filed(report);
	sample_add_findings(report);
	sample_add_outcomes(report);
	return report;
}
