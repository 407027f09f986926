/*
 * The check garbled-text: text that is there and means nothing: wrongly decoded letters,
 * replacement characters, symbols instead of words, words without measure.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/utf8.h"
#include "checks/evidence.h"
#include "checks/gather.h"

#define REPLACEMENT 0xFFFD
/* share of a text's characters that are symbols, from which Textkernel's parser calls it probable
 * garbage */
#define MOST_SYMBOLS 0.05
/* letters of an average word, at which that parser does the same */
#define SHORTEST_MEAN 4.
#define LONGEST_MEAN  20.
/* words from which an average says anything */
#define LEAST_WORDS 100
/* share of a text's letters that must be Latin for its words to be measured */
#define LEAST_LATIN 0.8

/* --- letters decoded twice: UTF-8 taken for Latin-1 or Windows-1252 --- */

/* what bytes 0x80 to 0xBF are in one of the two */
static gboolean
is_trail(gunichar c)
{
	static const gunichar windows[] = {
	    0x20AC, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
	    0x0160, 0x2039, 0x0152, 0x017D, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x017E, 0x0178,
	};

	if (c >= 0x80 && c <= 0xBF)
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(windows); i++) {
		if (windows[i] == c)
			return TRUE;
	}
	return FALSE;
}

/* "Ã©" for é, "â€™" for ’, "ï¬" for fi */
static gboolean
is_mojibake(const char *text)
{
	gunichar a = 0, b = 0;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (b == 0x00C3 && is_trail(c))
			return TRUE;
		if ((a == 0x00E2 || a == 0x00EF) && is_trail(b) && is_trail(c))
			return TRUE;
		a = b;
		b = c;
	}
	return FALSE;
}

static gboolean
has_replacement(const char *text)
{
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		if (g_utf8_get_char(p) == REPLACEMENT)
			return TRUE;
	}
	return FALSE;
}

static void
look_at_words(const AtsSubject *subject, AtsFindings *findings)
{
	static const struct {
		gboolean (*is)(const char *text);
		const char *what;
	} kinds[] = {
	    {is_mojibake, "letters that were decoded wrongly, such as “Ã©” for “é”"},
	    {has_replacement, "the mark “\xEF\xBF\xBD” in place of a lost character"},
	};

	for (guint k = 0; k < G_N_ELEMENTS(kinds); k++) {
		g_auto(AtsGather) words = {0};
		AtsFinding *finding;

		for (guint i = 0; i < subject->document->words->len; i++) {
			const AtsWord *word = ats_at(subject->document->words, AtsWord, i);
			if (!word->unmapped && !word->icon && kinds[k].is(word->text) &&
			    ats_word_shown(subject->document, word))
				ats_gather_add(&words, word);
		}
		if (words.n == 0)
			continue;
		finding = ats_findings_add(findings,
					   "%u word%s %s.",
					   words.n,
					   words.n == 1 ? " holds" : "s hold",
					   kinds[k].what);
		/* a letter here and there costs these words, not the document */
		finding->severity = ATS_SEVERITY_WARNING;
		ats_findings_evidence(findings, finding, words.sample->str);
		ats_findings_place(findings, finding, words.page, words.box);
		ats_findings_lost_everywhere(subject, findings, finding);
	}
}

/* --- the text as a whole --- */

typedef struct {
	guint n_chars, n_symbols; /* white space not counted */
	guint n_letters, n_latin;
	guint n_words;	  /* runs without a gap that hold a letter */
	guint n_in_words; /* characters of these */
} Measure;

/* what stands in resumes between and around words, or for a word ("C#", "95 %") */
static gboolean
is_symbol(gunichar c)
{
	static const char plain[] = ".,;:!?'\"()[]{}/\\&@#%+-*|_~=<>$^`";

	if (c < 0x80)
		return strchr(plain, (int)c) == NULL && !g_ascii_isalnum((gchar)c);
	if (g_unichar_isalnum(c) || g_unichar_ismark(c) || ats_unichar_is_bullet(c))
		return FALSE;
	switch (g_unichar_type(c)) {
	case G_UNICODE_CONTROL:
	case G_UNICODE_UNASSIGNED:
	case G_UNICODE_MODIFIER_SYMBOL:
	case G_UNICODE_MATH_SYMBOL:
	case G_UNICODE_OTHER_SYMBOL:
	case G_UNICODE_CURRENCY_SYMBOL:
		return TRUE;
	default:
		return FALSE;
	}
}

static void
measure_text(Measure *self, const char *text)
{
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		self->n_chars++;
		self->n_symbols += is_symbol(c) ? 1 : 0;
		self->n_letters += g_unichar_isalpha(c) ? 1 : 0;
		self->n_latin +=
		    g_unichar_isalpha(c) && g_unichar_get_script(c) == G_UNICODE_SCRIPT_LATIN;
	}
}

/* unmapped-font and icon-glyphs tell of these */
static gboolean
is_others(const AtsSubject *subject, const AtsToken *token)
{
	const AtsWord *word = token->word < subject->document->words->len
				  ? ats_at(subject->document->words, AtsWord, token->word)
				  : NULL;

	return word != NULL && (word->unmapped || word->icon || word->letterspaced ||
				!ats_word_shown(subject->document, word));
}

static Measure
measure(const AtsSubject *subject, const AtsReading *reading)
{
	Measure self = {0}, run = {0};

	for (guint i = 0; i < reading->tokens->len; i++) {
		const AtsToken *token = ats_at(reading->tokens, AtsToken, i);

		if (is_others(subject, token))
			continue;
		if (token->before != ATS_BREAK_NONE) {
			self.n_words += run.n_letters > 0 ? 1 : 0;
			self.n_in_words += run.n_letters > 0 ? run.n_chars : 0;
			run = (Measure){0};
		}
		measure_text(&run, token->text);
		measure_text(&self, token->text);
	}
	return self;
}

static const char *
what_is_wrong(const Measure *m)
{
	double mean = m->n_words > 0 ? (double)m->n_in_words / m->n_words : 0;

	if (m->n_words < LEAST_WORDS)
		return NULL;
	if (m->n_symbols >= MOST_SYMBOLS * m->n_chars)
		return "One character in twenty or more is a symbol, not a letter or digit";
	if (m->n_latin < LEAST_LATIN * m->n_letters)
		return NULL;
	if (mean < SHORTEST_MEAN)
		return "Words are in pieces: shorter than four letters on average";
	if (mean > LONGEST_MEAN)
		return "Words run together: longer than twenty letters on average";
	return NULL;
}

/* words quoted from the middle of the text */
#define QUOTED_WORDS 12

static void
look_at_text(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsReading *human = subject->layout->human;
	Measure m = measure(subject, human);
	const char *wrong = what_is_wrong(&m);
	g_autofree char *quote = NULL;
	AtsFinding *finding;

	if (wrong == NULL)
		return;
	finding = ats_findings_add(findings, "%s.", wrong);
	quote = ats_reading_quote(human, human->tokens->len / 2, 0, QUOTED_WORDS);
	ats_findings_evidence(findings, finding, quote);
	ats_findings_lost_everywhere(subject, findings, finding);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	look_at_words(subject, findings);
	look_at_text(subject, findings);
}

const AtsCheck ats_check_garbled_text = {
    .id = "garbled-text",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
