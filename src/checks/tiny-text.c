/*
 * The check tiny-text: text that is too small to be read with ease.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

/* points; the small print of contracts has 6, and body text below it is not read on paper */
#define SMALL_SIZE 6.0f
/* letters on a page below which small text is a mark or a footnote's number */
#define LEAST_LETTERS 40

static void
say(AtsFindings *findings, const AtsGather *small)
{
	AtsFinding *finding;

	if (small->n == 0 || ats_count_letters(small->sample->str) < LEAST_LETTERS)
		return;
	finding = ats_findings_add(findings,
				   "%u words are set smaller than %.0f points.",
				   small->n,
				   (double)SMALL_SIZE);
	ats_findings_evidence(findings, finding, small->sample->str);
	ats_findings_place(findings, finding, small->page, small->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsDocument *document = subject->document;
	g_auto(AtsGather) small = {0};

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);

		if (word->size > 0 && word->size < SMALL_SIZE && ats_word_shown(document, word) &&
		    ats_count_letters(word->text) > 0)
			ats_gather_add(&small, word);
	}
	say(findings, &small);
}

const AtsCheck ats_check_tiny_text = {
    .id = "tiny-text",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
