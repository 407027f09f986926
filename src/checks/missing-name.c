/*
 * The check missing-name: no text on top that a parser would take for a person's name.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

/* words below which there is too little to look for a name in: no-text says what is wrong */
#define LEAST_WORDS 30

static gboolean
has_unreadable(const AtsSubject *subject)
{
	for (guint i = 0; i < subject->layout->human->tokens->len; i++) {
		guint32 word = ats_at(subject->layout->human->tokens, AtsToken, i)->word;

		if (word != ATS_NO_WORD &&
		    ats_at(subject->document->words, AtsWord, word)->unmapped)
			return TRUE;
	}
	return FALSE;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	if (subject->resume->name.text != NULL)
		return;
	if (subject->layout->human->tokens->len < LEAST_WORDS) {
		ats_findings_not_judged(findings, "there are too few words to look for a name in");
		return;
	}
	if (has_unreadable(subject)) {
		ats_findings_not_judged(findings, "words of the document cannot be read");
		return;
	}
	ats_findings_add(findings, "No name was found in the first lines of the text.");
}

const AtsCheck ats_check_missing_name = {
    .id = "missing-name",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
