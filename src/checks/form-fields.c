/*
 * The check form-fields: text in the fields of a PDF form, which is no text of the page.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/part-words.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GArray) words = ats_words_in_part(subject, ATS_PART_FORM_FIELD, ATS_VARIANT_NONE);
	g_autofree char *sample = NULL;
	const AtsWord *first;
	AtsFinding *finding;
	guint n_losers;

	if (words->len == 0)
		return;
	sample = ats_words_sample(subject, words);
	first = ats_at(subject->document->words, AtsWord, g_array_index(words, guint32, 0));
	finding = ats_findings_add(findings, "Text stands in the fields of a form.");
	n_losers = ats_finding_name_lacking(subject, findings, finding, words);
	finding->severity = MAX(ats_subject_severity(subject, n_losers), ATS_SEVERITY_WARNING);
	ats_findings_evidence(findings, finding, sample);
	ats_findings_place(findings, finding, first->page, first->box);
}

const AtsCheck ats_check_form_fields = {
    .id = "form-fields",
    .needs = ATS_NEEDS_PDF | ATS_NEEDS_TEXT,
    .run = run,
};
