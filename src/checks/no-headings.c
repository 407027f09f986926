/*
 * The check no-headings: a resume in whose text no section title is found.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf8.h"
#include "checks/gather.h"

/* words below which a text is a card or the rest of a page that is a picture, and needs no titles
 */
#define LEAST_WORDS 60
/* share of words in characters that no program can read, from which the titles may be among them */
#define UNREADABLE_SHARE 0.3

/* lines from the top among which a letter greets its reader */
#define LETTER_LINES 40

/* how letters begin, folded */
static const char *const greetings[] = {
    "dear ",
    "to whom it may concern",
    "sehr geehrte",
    "liebe",
    "madame, monsieur",
    "madame,",
    "monsieur,",
    "estimad",
    "gentile",
    "egregi",
    "prezad",
    "geachte",
    "szanown",
    "hej ",
};

static gboolean
is_letter(const AtsLayout *layout)
{
	for (guint i = 0; i < MIN(layout->lines->len, LETTER_LINES); i++) {
		g_autofree char *text = ats_line_text(layout, ats_at(layout->lines, AtsLine, i));
		g_autofree char *folded = ats_utf8_fold(text);

		for (gsize k = 0; k < G_N_ELEMENTS(greetings); k++) {
			if (g_str_has_prefix(folded, greetings[k]))
				return TRUE;
		}
	}
	return FALSE;
}

typedef struct {
	guint n_words, n_unreadable;
} Count;

static Count
count_words(const AtsDocument *document)
{
	Count count = {0};

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);

		if (!ats_word_shown(document, word) || ats_count_letters(word->text) == 0)
			continue;
		count.n_words++;
		count.n_unreadable += word->unmapped ? 1 : 0;
	}
	return count;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	Count count = count_words(subject->document);

	if (subject->resume->sections->len > 0)
		return;
	if (count.n_unreadable > count.n_words * UNREADABLE_SHARE) {
		ats_findings_not_judged(findings, "its words cannot be read");
		return;
	}
	if (is_letter(subject->layout)) {
		ats_findings_not_judged(findings, "this is a letter and not a resume");
		return;
	}
	if (count.n_words < LEAST_WORDS) {
		ats_findings_not_judged(findings, "there are too few words for sections");
		return;
	}
	ats_findings_add(
	    findings,
	    "No section title was found in the text: a parser cannot tell work from education.");
}

const AtsCheck ats_check_no_headings = {
    .id = "no-headings",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
