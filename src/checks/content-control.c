/*
 * The check content-control: text in content controls of a DOCX, which some parsers skip.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/part-words.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GArray) words =
	    ats_words_in_part(subject, ATS_PART_CONTENT_CONTROL, ATS_VARIANT_NONE);
	g_autofree char *sample = NULL;
	AtsFinding *finding;
	guint n_losers;

	ats_words_keep_shown(subject, words, TRUE);
	if (words->len == 0) {
		ats_findings_not_applicable(findings);
		return;
	}
	n_losers = ats_finding_name_lacking(subject, findings, NULL, words);
	if (n_losers == 0)
		return;
	sample = ats_words_sample(subject, words);
	finding =
	    words->len == 1
		? ats_findings_add(findings, "A word stands in a content control.")
		: ats_findings_add(findings, "%u words stand in content controls.", words->len);
	ats_finding_name_lacking(subject, findings, finding, words);
	finding->severity = ats_subject_severity(subject, n_losers);
	ats_findings_evidence(findings, finding, sample);
}

const AtsCheck ats_check_content_control = {
    .id = "content-control",
    .needs = ATS_NEEDS_DOCX | ATS_NEEDS_TEXT,
    .run = run,
};
