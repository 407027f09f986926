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

void
ats_report_set_severity(AtsReport *report, const char *check, AtsSeverity severity)
{
	for (guint i = 0; i < report->findings->len; i++) {
		AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		if (g_str_equal(finding->id, check))
			finding->severity = severity;
	}
	ats_report_sort(report);
	ats_report_judge(report);
}
