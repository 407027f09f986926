/*
 * A report less some of its findings, for callers who know more of a document than its checks.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/private.h"
#include "report/verdict.h"

static void
clear_finding(gpointer data)
{
	AtsFinding *finding = data;

	g_clear_pointer(&finding->lost_in, g_ptr_array_unref);
}

static void
keep(GArray *kept, const AtsFinding *finding, AtscheckSeverity severity)
{
	AtsFinding copy = *finding;

	copy.severity = (AtsSeverity)severity;
	if (copy.lost_in != NULL)
		g_ptr_array_ref(copy.lost_in);
	g_array_append_val(kept, copy);
}

static GArray *
review_findings(AtscheckReport *self, AtscheckFindingFunc func, gpointer user_data)
{
	const GArray *findings = atscheck_report_peek(self)->findings;
	GArray *kept = g_array_new(FALSE, TRUE, sizeof(AtsFinding));

	g_array_set_clear_func(kept, clear_finding);
	for (guint i = 0; i < findings->len; i++) {
		const AtsFinding *finding = &g_array_index(findings, AtsFinding, i);
		g_autoptr(AtscheckFinding) shown = atscheck_finding_new(self, i);
		AtscheckSeverity severity = (AtscheckSeverity)finding->severity;
		if (func(shown, &severity, user_data))
			keep(kept, finding, severity);
	}
	return kept;
}

/* a check that found something has a finding to show for it */
static GArray *
review_outcomes(const GArray *outcomes, const GArray *findings)
{
	GArray *kept = g_array_new(FALSE, TRUE, sizeof(AtsReportOutcome));
	g_autoptr(GHashTable) found = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < findings->len; i++)
		g_hash_table_add(found, (gpointer)g_array_index(findings, AtsFinding, i).id);
	for (guint i = 0; i < outcomes->len; i++) {
		AtsReportOutcome outcome = g_array_index(outcomes, AtsReportOutcome, i);
		if (outcome.outcome != ATS_OUTCOME_FINDINGS ||
		    g_hash_table_contains(found, outcome.check))
			g_array_append_val(kept, outcome);
	}
	return kept;
}

AtscheckReport *
atscheck_report_review(AtscheckReport *self, AtscheckFindingFunc func, gpointer user_data)
{
	const AtsReport *whole;
	AtsReport *part;

	g_return_val_if_fail(ATSCHECK_IS_REPORT(self) && func != NULL, NULL);
	whole = atscheck_report_peek(self);
	part = g_memdup2(whole, sizeof(*whole));
	part->findings = review_findings(self, func, user_data);
	part->outcomes = review_outcomes(whole->outcomes, part->findings);
	ats_report_sort(part);
	ats_report_judge(part);
	return atscheck_report_derive(self, part);
}
