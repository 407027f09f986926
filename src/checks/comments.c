/*
 * The check comments: comments of a DOCX or notes on a PDF that are left in the file.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/part-words.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GArray) words = ats_words_in_part(subject, ATS_PART_COMMENT, ATS_VARIANT_NONE);
	g_autofree char *sample = NULL;
	AtsFinding *finding;

	if (words->len == 0)
		return;
	sample = ats_words_sample(subject, words);
	finding = ats_findings_add(findings, "Comments are left in the file.");
	if (ats_finding_name_printing(subject, findings, finding, words) == 0)
		finding->severity = ATS_SEVERITY_NOTE;
	ats_findings_evidence(findings, finding, sample);
}

const AtsCheck ats_check_comments = {
    .id = "comments",
    .needs = ATS_NEEDS_NOTHING,
    .run = run,
};
