/*
 * The check split-words: words that a parser prints in pieces, though nobody spaced their letters.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "checks/spots.h"

/* words that make a finding: one or two are a name with an odd kerning, or the like */
#define LEAST_WORDS 3
/* share of the words from which it is an error: one in thirty is a word in every other line */
#define ERROR_SHARE 0.03
#define SOFT_HYPHEN "\xC2\xAD"
/* pieces shown of one word */
#define MOST_PIECES 12

/* spaced letters are letterspaced-text's, glyphs without characters unmapped-font's */
static gboolean
counts(const AtsSubject *subject, guint32 index)
{
	const AtsWord *word = index < subject->document->words->len
				  ? ats_at(subject->document->words, AtsWord, index)
				  : NULL;

	return word != NULL && !word->letterspaced && !word->unmapped && !word->icon &&
	       word->rotation % 90 == 0 && ats_word_shown(subject->document, word);
}

/* the tokens of one word from @from on; returns their end */
static guint
look_at_word(const AtsSubject *subject, const AtsReading *reading, guint from, AtsSpots *spots)
{
	const AtsToken *first = ats_at(reading->tokens, AtsToken, from);
	g_autoptr(GString) text = NULL;
	gboolean split = FALSE;
	guint i = from + 1;

	if (i >= reading->tokens->len ||
	    ats_at(reading->tokens, AtsToken, i)->word != first->word ||
	    !counts(subject, first->word))
		return i;
	text = g_string_new(first->text);
	for (; i < reading->tokens->len; i++) {
		const AtsToken *before = ats_at(reading->tokens, AtsToken, i - 1);
		const AtsToken *token = ats_at(reading->tokens, AtsToken, i);

		if (token->word != first->word)
			break;
		split |= token->before != ATS_BREAK_NONE &&
			 ats_texts_run_together(before->text, token->text);
		if (i - from < MOST_PIECES)
			g_string_append_printf(text,
					       "%s%s",
					       token->before != ATS_BREAK_NONE ? " " : "",
					       token->text);
	}
	if (split)
		ats_spots_add(spots, first->word, text->str);
	return i;
}

static void
look(const AtsSubject *subject, const AtsReading *reading, const guint8 *people, AtsSpots *spots)
{
	for (guint i = 0; i < reading->tokens->len;)
		i = look_at_word(subject, reading, i, spots);
}

/* words with soft hyphens inside, at which some programs part them */
static guint
count_hyphened(const AtsSubject *subject)
{
	const GArray *words = subject->document->words;
	guint n = 0;

	for (guint i = 0; i < words->len; i++)
		n += strstr(ats_at(words, AtsWord, i)->text, SOFT_HYPHEN) != NULL ? 1 : 0;
	return n;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	static const char *const causes[] = {"invisible-characters", NULL};
	g_auto(AtsToll) toll = ats_toll_take(subject, look, LEAST_WORDS);
	AtsFinding *finding;

	if (toll.losers->len == 0)
		return;
	finding = ats_findings_add(findings, "%u words are read in pieces.", toll.worst.n);
	ats_toll_tell(&toll, subject, findings, finding, ERROR_SHARE);
	if (2 * count_hyphened(subject) >= toll.worst.n)
		ats_findings_follows(findings, finding, causes);
}

const AtsCheck ats_check_split_words = {
    .id = "split-words",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
