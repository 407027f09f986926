/*
 * Runs every check over a subject and states each one's outcome. For the
 * worker.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/findings.h"
#include "checks/registry.h"

static gboolean
has_order(const AtsDocument *document)
{
	for (guint i = 0; i < document->pages->len; i++) {
		if (!ats_at(document->pages, AtsPage, i)->has_order)
			return FALSE;
	}
	return TRUE;
}

static gboolean
has_shown_text(const AtsDocument *document)
{
	for (guint i = 0; i < document->words->len; i++) {
		if (ats_word_shown(document, ats_at(document->words, AtsWord, i)))
			return TRUE;
	}
	return FALSE;
}

/* what the document lacks for the check to say anything; PASSED if nothing */
static AtsReportOutcome
lacking(const AtsSubject *subject, AtsNeeds needs)
{
	gboolean pdf = subject->document->format == ATS_FORMAT_PDF;

	if (((needs & ATS_NEEDS_PDF) && !pdf) || ((needs & ATS_NEEDS_DOCX) && pdf))
		return (AtsReportOutcome){.outcome = ATS_OUTCOME_NOT_APPLICABLE};
	if ((needs & ATS_NEEDS_ORDER) && pdf && !has_order(subject->document))
		return (AtsReportOutcome){.outcome = ATS_OUTCOME_NOT_JUDGED,
					  .why = "the drawings of a page could not be taken"};
	if ((needs & ATS_NEEDS_TEXT) && !has_shown_text(subject->document))
		return (AtsReportOutcome){.outcome = ATS_OUTCOME_NOT_JUDGED,
					  .why = "the document shows no text"};
	return (AtsReportOutcome){.outcome = ATS_OUTCOME_PASSED};
}

/* findings count more than what the check says of itself: one that stopped half way has still found
 * something */
static AtsReportOutcome
judge(const AtsCheck *check, AtsFindings *findings)
{
	AtsReportOutcome outcome = lacking(findings->subject, check->needs);

	if (outcome.outcome != ATS_OUTCOME_PASSED)
		return outcome;
	findings->n_added = 0;
	findings->outcome = ATS_OUTCOME_PASSED;
	findings->why = NULL;
	check->run(findings->subject, findings);
	if (findings->n_added > 0)
		return (AtsReportOutcome){.outcome = ATS_OUTCOME_FINDINGS};
	return (AtsReportOutcome){.outcome = findings->outcome, .why = findings->why};
}

void
ats_checks_run(const AtsSubject *subject, AtsReport *report)
{
	AtsFindings findings = {.report = report, .subject = subject};

	for (const AtsCheck *const *check = ats_registry; *check != NULL; check++) {
		AtsReportOutcome outcome;

		findings.rule = ats_catalogue_lookup((*check)->id);
		outcome = judge(*check, &findings);
		outcome.check = findings.rule->id;
		g_array_append_val(report->outcomes, outcome);
	}
	ats_findings_join(report, findings.ties);
	g_clear_pointer(&findings.ties, g_array_unref);
	g_clear_pointer(&findings.evidence, ats_evidence_free);
	g_clear_pointer(&findings.spare.lost_in, g_ptr_array_unref);
}
