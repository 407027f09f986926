/*
 * What the caller wants to hear of a report: checks left out, severities of its own.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/override.h"

#include "report/verdict.h"

void
ats_report_ignore(AtsReport *report, const char *check)
{
	for (guint i = report->findings->len; i > 0; i--) {
		if (g_str_equal(g_array_index(report->findings, AtsFinding, i - 1).id, check))
			g_array_remove_index(report->findings, i - 1);
	}
	for (guint i = report->outcomes->len; i > 0; i--) {
		if (g_str_equal(g_array_index(report->outcomes, AtsReportOutcome, i - 1).check,
				check))
			g_array_remove_index(report->outcomes, i - 1);
	}
	ats_report_judge(report);
}

static gint
compare_severities(gconstpointer a, gconstpointer b)
{
	const AtsFinding *x = a;
	const AtsFinding *y = b;

	return (gint)y->severity - (gint)x->severity;
}

void
ats_report_set_severity(AtsReport *report, const char *check, AtsSeverity severity)
{
	for (guint i = 0; i < report->findings->len; i++) {
		AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		if (g_str_equal(finding->id, check))
			finding->severity = severity;
	}
	/* stable, so that the order by place within a severity stays */
	g_array_sort(report->findings, compare_severities);
	ats_report_judge(report);
}
