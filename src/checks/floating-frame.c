/*
 * The check floating-frame: text in frames of a DOCX, outside the flow of its paragraphs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/part-words.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GArray) words = ats_words_in_part(subject, ATS_PART_FRAME, ATS_VARIANT_NONE);
	g_autofree char *sample = NULL;
	AtsFinding *finding;
	guint n_losers;

	ats_words_keep_shown(subject, words, TRUE);
	if (words->len == 0) {
		ats_findings_not_applicable(findings);
		return;
	}
	sample = ats_words_sample(subject, words);
	finding = ats_findings_add(findings, "Text stands in a frame that floats on the page.");
	n_losers = ats_finding_name_lacking(subject, findings, finding, words);
	finding->severity = ats_subject_severity(subject, n_losers);
	ats_findings_evidence(findings, finding, sample);
}

const AtsCheck ats_check_floating_frame = {
    .id = "floating-frame",
    .needs = ATS_NEEDS_DOCX | ATS_NEEDS_TEXT,
    .run = run,
};
