/*
 * The answer on one document: making and freeing it, and the names of its levels.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/report.h"

const char *
ats_severity_name(AtsSeverity severity)
{
	static const char *const names[] = {"note", "warning", "error"};

	return names[severity];
}

const char *
ats_outcome_name(AtsOutcome outcome)
{
	static const char *const names[] = {"passed", "findings", "not-applicable", "not-judged"};

	return names[outcome];
}

const char *
ats_verdict_name(AtsVerdict verdict)
{
	static const char *const names[] = {"pass", "risk", "fail"};

	return names[verdict];
}

const char *
ats_place_kind_name(AtsPlaceKind kind)
{
	static const char *const names[] =
	    {NULL, "body", "header", "footer", "text-box", "table", "image", "link"};
	G_STATIC_ASSERT(G_N_ELEMENTS(names) == ATS_PLACE_KIND_LAST);

	return names[kind];
}

static void
finding_clear(gpointer data)
{
	AtsFinding *finding = data;

	g_clear_pointer(&finding->lost_in, g_ptr_array_unref);
}

AtsReport *
ats_report_new(void)
{
	AtsReport *self = g_new0(AtsReport, 1);

	self->strings = g_string_chunk_new(16384);
	self->readings = g_array_new(FALSE, TRUE, sizeof(AtsReportReading));
	self->pages = g_array_new(FALSE, TRUE, sizeof(AtsReportPage));
	self->regions = g_array_new(FALSE, TRUE, sizeof(AtsReportRegion));
	self->sections = g_array_new(FALSE, TRUE, sizeof(AtsReportSection));
	self->entries = g_array_new(FALSE, TRUE, sizeof(AtsReportEntry));
	self->links = g_ptr_array_new();
	self->link_places = g_array_new(FALSE, TRUE, sizeof(AtsReportPlace));
	self->pieces = g_array_new(FALSE, TRUE, sizeof(AtsReportPiece));
	self->filed = g_array_new(FALSE, TRUE, sizeof(AtsReportFiled));
	self->foreign = g_array_new(FALSE, TRUE, sizeof(AtsReportForeign));
	self->findings = g_array_new(FALSE, TRUE, sizeof(AtsFinding));
	g_array_set_clear_func(self->findings, finding_clear);
	self->outcomes = g_array_new(FALSE, TRUE, sizeof(AtsReportOutcome));
	return self;
}

void
ats_report_free(AtsReport *report)
{
	g_array_unref(report->readings);
	g_array_unref(report->pages);
	g_array_unref(report->regions);
	g_array_unref(report->sections);
	g_array_unref(report->entries);
	g_ptr_array_unref(report->links);
	g_array_unref(report->link_places);
	g_array_unref(report->pieces);
	g_array_unref(report->filed);
	g_array_unref(report->foreign);
	g_array_unref(report->findings);
	g_array_unref(report->outcomes);
	g_string_chunk_free(report->strings);
	g_free(report);
}

static gint
compare_severities(gconstpointer a, gconstpointer b)
{
	const AtsFinding *x = a;
	const AtsFinding *y = b;

	return (gint)y->severity - (gint)x->severity;
}

void
ats_report_sort(AtsReport *report)
{
	/* GLib's sort is stable */
	g_array_sort(report->findings, compare_severities);
}

const char *
ats_report_intern(AtsReport *report, const char *text)
{
	return text == NULL ? NULL : g_string_chunk_insert_const(report->strings, text);
}

const guint8 *
ats_report_keep_states(AtsReport *report, const guint8 *states, gsize n)
{
	return (const guint8 *)g_string_chunk_insert_len(report->strings,
							 (const char *)states,
							 (gssize)n);
}
