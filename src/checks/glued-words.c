/*
 * The check glued-words: words that a parser prints without the gap that people see between them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "checks/spots.h"

/* joints in a reading that make a finding: one or two are a slip that costs no section or name */
#define LEAST_JOINTS 3
/* share of the words from which it is an error: one in thirty is a word in every other line */
#define ERROR_SHARE 0.03

static const AtsWord *
word_of(const AtsSubject *subject, const AtsToken *token)
{
	return token->word < subject->document->words->len
		   ? ats_at(subject->document->words, AtsWord, token->word)
		   : NULL;
}

/* a hyphen at a line's end, which a parser takes back to join the word again */
static gboolean
is_divided(const AtsWord *word)
{
	const char *end = word->text + strlen(word->text);
	const char *last = g_utf8_find_prev_char(word->text, end);
	gunichar c = last != NULL ? g_utf8_get_char(last) : 0;

	return c == '-' || c == 0x2010 || c == 0x00AD;
}

/* slanted text has no words that could be told by their gaps */
static gboolean
counts(const AtsSubject *subject, const AtsWord *word)
{
	return word->rotation % 90 == 0 && ats_word_shown(subject->document, word);
}

/* the one token ends its word and the other begins its own: letters of two words that lie over each
 * other are mixed, not glued */
static gboolean
meet(const AtsToken *before, const AtsWord *a, const AtsToken *token, const AtsWord *b)
{
	return g_str_has_suffix(a->text, before->text) && g_str_has_prefix(b->text, token->text);
}

/* people see a gap there. In a DOCX only the space itself counts: programs that drop tabs and the
 * ends of paragraphs do so in every file */
static gboolean
has_gap(const AtsSubject *subject, AtsBreak for_people)
{
	return subject->document->format == ATS_FORMAT_PDF ? for_people != ATS_BREAK_NONE
							   : for_people == ATS_BREAK_SPACE;
}

/* people see a gap where the reading has none */
static gboolean
is_glued(const AtsSubject *subject,
	 const guint8 *people,
	 const AtsToken *before,
	 const AtsToken *token)
{
	const AtsWord *a = word_of(subject, before);
	const AtsWord *b = word_of(subject, token);

	return a != NULL && b != NULL && a != b && token->before == ATS_BREAK_NONE &&
	       has_gap(subject, people[token->word]) && counts(subject, a) && counts(subject, b) &&
	       !is_divided(a) && meet(before, a, token, b) &&
	       ats_texts_run_together(before->text, token->text);
}

static void
add_run(const AtsReading *reading, guint from, guint to, guint32 word, guint n, AtsSpots *spots)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = from; i < to; i++)
		g_string_append(text, ats_at(reading->tokens, AtsToken, i)->text);
	ats_spots_add(spots, word, text->str);
	spots->n += n - 1;
}

/* a run of tokens without a gap, from @from on; returns its end */
static guint
look_at_run(const AtsSubject *subject,
	    const AtsReading *reading,
	    const guint8 *people,
	    guint from,
	    AtsSpots *spots)
{
	guint32 word = ATS_NO_WORD;
	guint i = from + 1, n = 0;

	for (; i < reading->tokens->len; i++) {
		const AtsToken *before = ats_at(reading->tokens, AtsToken, i - 1);
		const AtsToken *token = ats_at(reading->tokens, AtsToken, i);

		if (token->before != ATS_BREAK_NONE)
			break;
		if (is_glued(subject, people, before, token) && n++ == 0)
			word = before->word;
	}
	if (n > 0)
		add_run(reading, from, i, word, n, spots);
	return i;
}

static void
look(const AtsSubject *subject, const AtsReading *reading, const guint8 *people, AtsSpots *spots)
{
	for (guint i = 0; i < reading->tokens->len;)
		i = look_at_run(subject, reading, people, i, spots);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_auto(AtsToll) toll = ats_toll_take(subject, look, LEAST_JOINTS);
	AtsFinding *finding;

	if (toll.losers->len == 0)
		return;
	finding = ats_findings_add(findings,
				   "%u words are read without the gap before them.",
				   toll.worst.n);
	ats_toll_tell(&toll, subject, findings, finding, ERROR_SHARE);
}

const AtsCheck ats_check_glued_words = {
    .id = "glued-words",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
