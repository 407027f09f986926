/*
 * The check alternate-content: text that a DOCX holds twice, for new and for old programs, and that
 * some parsers print twice.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/part-words.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GArray) words =
	    ats_words_in_part(subject, ATS_PART_ALTERNATE, ATS_VARIANT_FALLBACK);
	g_autofree char *sample = NULL;
	AtsFinding *finding;

	if (words->len == 0) {
		ats_findings_not_applicable(findings);
		return;
	}
	if (ats_finding_name_printing(subject, findings, NULL, words) == 0)
		return;
	sample = ats_words_sample(subject, words);
	finding = ats_findings_add(findings,
				   "Text is in the file twice, and some parsers print it twice.");
	ats_finding_name_printing(subject, findings, finding, words);
	ats_findings_evidence(findings, finding, sample);
}

const AtsCheck ats_check_alternate_content = {
    .id = "alternate-content",
    .needs = ATS_NEEDS_DOCX | ATS_NEEDS_TEXT,
    .run = run,
};
