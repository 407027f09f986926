/*
 * The check content-control: text in content controls of a DOCX, which some parsers skip.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/part-words.h"

/* a page number in a footer's control is header-text's to speak of, or nobody's */
static void
keep_of_body(const AtsSubject *subject, GArray *words)
{
	const AtsDocument *document = subject->document;
	guint n = 0;

	for (guint i = 0; i < words->len; i++) {
		guint32 word = g_array_index(words, guint32, i);
		guint root = ats_part_root(document, ats_at(document->words, AtsWord, word)->part);

		if (ats_at(document->parts, AtsPart, root)->kind == ATS_PART_BODY)
			g_array_index(words, guint32, n++) = word;
	}
	g_array_set_size(words, n);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GArray) words =
	    ats_words_in_part(subject, ATS_PART_CONTENT_CONTROL, ATS_VARIANT_NONE);
	g_autofree char *sample = NULL;
	AtsFinding *finding;
	guint n_losers;

	ats_words_keep_shown(subject, words, TRUE);
	keep_of_body(subject, words);
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
