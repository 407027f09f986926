/*
 * The check hyphenated-words: words divided at the end of a line, which most parsers leave in two
 * pieces.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "checks/spots.h"

/* divided words that make a finding, and one that is more than a note: below that they are
 * compounds that met the end of a line, which no reader can tell from divided words */
#define LEAST_WORDS   3
#define WARNING_WORDS 8
/* letters on either side of the hyphen; what is shorter is a bullet or a range */
#define LEAST_LETTERS 2

/* lower-case letters at the end */
static gboolean
ends_small(const char *text)
{
	guint n = 0;

	for (const char *p = g_utf8_find_prev_char(text, text + strlen(text));
	     p != NULL && g_unichar_islower(g_utf8_get_char(p));
	     p = g_utf8_find_prev_char(text, p))
		n++;
	return n >= LEAST_LETTERS;
}

static gboolean
begins_small(const char *text)
{
	guint n = 0;

	for (const char *p = text; g_unichar_islower(g_utf8_get_char(p)); p = g_utf8_next_char(p))
		n++;
	return n >= LEAST_LETTERS;
}

/* layout has put its halves together: the human reading has no hyphen where the file has one */
static gboolean
is_divided(const AtsSubject *subject, const AtsToken *a, const AtsToken *b)
{
	const char *text = ats_at(subject->document->words, AtsWord, a->word)->text;

	return b->before == ATS_BREAK_NONE && strlen(a->text) < strlen(text) &&
	       ends_small(a->text) && begins_small(b->text);
}

/* the first halves of divided words: for each word the second half, ATS_NO_WORD for others;
 * (transfer full) */
static guint32 *
find_divided(const AtsSubject *subject)
{
	const GArray *tokens = subject->layout->human->tokens;
	guint n = subject->document->words->len;
	guint32 *second = g_new(guint32, n + 1);

	memset(second, 0xFF, (n + 1) * sizeof(guint32));
	for (guint i = 1; i < tokens->len; i++) {
		const AtsToken *a = ats_at(tokens, AtsToken, i - 1);
		const AtsToken *b = ats_at(tokens, AtsToken, i);

		if (a->word < n && b->word < n && is_divided(subject, a, b))
			second[a->word] = b->word;
	}
	return second;
}

static void
look(const AtsSubject *subject, const AtsReading *reading, const guint8 *people, AtsSpots *spots)
{
	g_autofree guint32 *second = find_divided(subject);
	guint n = subject->document->words->len;

	for (guint i = 0; i + 1 < reading->tokens->len; i++) {
		const AtsToken *a = ats_at(reading->tokens, AtsToken, i);
		const AtsToken *b = ats_at(reading->tokens, AtsToken, i + 1);

		if (a->word < n && second[a->word] != ATS_NO_WORD && a->word != b->word &&
		    (b->word != second[a->word] || b->before != ATS_BREAK_NONE)) {
			g_autofree char *text = g_strdup_printf("%s / %s", a->text, b->text);
			ats_spots_add(spots, a->word, text);
		}
	}
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_auto(AtsToll) toll = ats_toll_take(subject, look, LEAST_WORDS);
	AtsFinding *finding;

	if (toll.losers->len == 0)
		return;
	finding = ats_findings_add(findings,
				   "%u words are divided by a hyphen at the end of a line.",
				   toll.worst.n);
	ats_toll_tell(&toll, subject, findings, finding, 1.);
	if (toll.worst.n < WARNING_WORDS)
		finding->severity = ATS_SEVERITY_NOTE;
}

const AtsCheck ats_check_hyphenated_words = {
    .id = "hyphenated-words",
    .needs = ATS_NEEDS_PDF | ATS_NEEDS_TEXT,
    .run = run,
};
