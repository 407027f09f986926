/*
 * Follows words of the human reading into the parsers' readings. An index of each reading is made
 * once for all checks, so that a question costs what it asks about and not the document. For the
 * checks of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/findings.h"

#include "base/utf8.h"

#define NOWHERE G_MAXUINT32
/* shares of the programs that the readings stand for: one lone family is an eighth as a rule, and
 * two of those, each with a fault of its own, a quarter */
#define FEW_PROGRAMS  0.25
#define MOST_PROGRAMS 0.5

/**
 * Place: where a reading prints a word. Ranks count the words of the reading that carry a letter or
 * digit, so that neighbours have neighbouring ranks whatever bullets stand between them.
 */
typedef struct {
	guint32 token;
	guint32 rank;
	guint split : 1;
	guint glued : 1;
} Place;

struct AtsEvidence {
	guint n_words;
	guint8 *counts; /* whether the word carries a letter or digit */
	guint32 *lines; /* the human line of each word */
	GPtrArray
	    *readings; /* of Place[n_words], as the subject's readings; NULL until asked for */
};

static void
mark_lines(AtsEvidence *self, const AtsLayout *layout)
{
	for (guint i = 0; i < layout->lines->len; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);

		for (guint32 k = line->first; k < line->first + line->n; k++) {
			guint32 word = ats_at(layout->human->tokens, AtsToken, k)->word;

			if (word < self->n_words)
				self->lines[word] = i;
		}
	}
}

static AtsEvidence *
evidence_new(const AtsSubject *subject)
{
	AtsEvidence *self = g_new0(AtsEvidence, 1);

	self->n_words = subject->document->words->len;
	self->counts = g_new0(guint8, self->n_words);
	self->lines = g_new(guint32, self->n_words);
	self->readings = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_set_size(self->readings, (gint)subject->readings->len);
	for (guint i = 0; i < self->n_words; i++) {
		self->lines[i] = NOWHERE;
		self->counts[i] =
		    !ats_utf8_is_ornament(ats_at(subject->document->words, AtsWord, i)->text);
	}
	mark_lines(self, subject->layout);
	return self;
}

void
ats_evidence_free(AtsEvidence *evidence)
{
	g_free(evidence->counts);
	g_free(evidence->lines);
	g_ptr_array_unref(evidence->readings);
	g_free(evidence);
}

static AtsEvidence *
evidence_of(const AtsSubject *subject, AtsFindings *findings)
{
	if (findings->evidence == NULL)
		findings->evidence = evidence_new(subject);
	return findings->evidence;
}

static Place *
places_new(const AtsEvidence *self, const AtsReading *reading)
{
	Place *places = g_new(Place, self->n_words + 1);
	guint32 rank = 0;
	guint32 previous = ATS_NO_WORD;

	for (guint i = 0; i < self->n_words; i++)
		places[i] = (Place){NOWHERE, NOWHERE};
	for (guint32 i = 0; i < reading->tokens->len; i++) {
		const AtsToken *token = ats_at(reading->tokens, AtsToken, i);
		guint32 word = token->word;

		if (word >= self->n_words || !self->counts[word])
			continue;
		if (word == previous)
			places[word].split = TRUE;
		else if (places[word].token == NOWHERE)
			places[word] =
			    (Place){i, rank, .glued = i > 0 && token->before == ATS_BREAK_NONE};
		if (word != previous)
			rank++;
		previous = word;
	}
	return places;
}

static const Place *
places_of(const AtsSubject *subject, AtsFindings *findings, const AtsReading *reading)
{
	AtsEvidence *self = evidence_of(subject, findings);
	guint index = 0;

	if (!g_ptr_array_find((GPtrArray *)subject->readings, reading, &index))
		return NULL;
	if (g_ptr_array_index(self->readings, index) == NULL)
		g_ptr_array_index(self->readings, index) = places_new(self, reading);
	return g_ptr_array_index(self->readings, index);
}

static void
fate_shows_at(AtsFate *fate, guint32 token)
{
	if (fate->token == NOWHERE)
		fate->token = token;
}

/* a word of the stretch, and the one before it that is in the reading (NULL: none) */
static void
fate_add(AtsFate *fate, const Place *place, const Place *previous, gboolean glued_for_people)
{
	if (place->split) {
		fate->n_split++;
		fate_shows_at(fate, place->token);
	}
	if (place->glued && !glued_for_people) {
		fate->n_glued++;
		fate_shows_at(fate, place->token);
	}
	if (previous == NULL)
		return;
	fate->n_pairs++;
	if (place->rank != previous->rank + 1) {
		fate->n_broken++;
		fate_shows_at(fate, previous->token);
	}
}

AtsFate
ats_subject_fate(const AtsSubject *subject,
		 AtsFindings *findings,
		 const AtsReading *reading,
		 guint first,
		 guint n)
{
	const Place *places = places_of(subject, findings, reading);
	const AtsEvidence *evidence = findings->evidence;
	const GArray *tokens = subject->layout->human->tokens;
	const Place *previous = NULL;
	AtsFate fate = {.token = NOWHERE};

	for (guint i = first; places != NULL && i < MIN(first + n, tokens->len); i++) {
		const AtsToken *token = ats_at(tokens, AtsToken, i);

		if (token->word >= evidence->n_words || !evidence->counts[token->word])
			continue;
		fate.n_words++;
		if (places[token->word].token == NOWHERE) {
			fate.n_missing++;
			previous = NULL;
			continue;
		}
		if (previous != &places[token->word])
			fate_add(&fate,
				 &places[token->word],
				 previous,
				 i == first || token->before == ATS_BREAK_NONE);
		previous = &places[token->word];
	}
	return fate;
}

guint
ats_subject_losers(const AtsSubject *subject,
		   AtsFindings *findings,
		   AtsFinding *finding,
		   guint first,
		   guint n)
{
	guint losers = 0;

	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		AtsFate fate;

		if (!reading->judged)
			continue;
		fate = ats_subject_fate(subject, findings, reading, first, n);
		if (fate.n_missing == 0 && fate.n_broken == 0)
			continue;
		losers++;
		if (finding != NULL)
			ats_findings_lost_in(findings, finding, reading->parser);
	}
	return losers;
}

guint
ats_subject_n_judged(const AtsSubject *subject)
{
	guint n = 0;

	for (guint i = 0; i < subject->readings->len; i++)
		n += ((const AtsReading *)g_ptr_array_index(subject->readings, i))->judged ? 1 : 0;
	return n;
}

AtsSeverity
ats_subject_severity(const AtsSubject *subject, guint n_losers)
{
	if (n_losers == 0)
		return ATS_SEVERITY_NOTE;
	return 2 * n_losers > ats_subject_n_judged(subject) ? ATS_SEVERITY_ERROR
							    : ATS_SEVERITY_WARNING;
}

static gboolean
is_among(const GPtrArray *parsers, const char *parser)
{
	for (guint i = 0; i < parsers->len; i++) {
		if (g_str_equal(g_ptr_array_index(parsers, i), parser))
			return TRUE;
	}
	return FALSE;
}

AtsSeverity
ats_subject_weighed_severity(const AtsSubject *subject, const GPtrArray *parsers)
{
	guint lost = 0;
	guint all = 0;

	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);

		if (!reading->judged)
			continue;
		all += reading->weight;
		lost += is_among(parsers, reading->parser) ? reading->weight : 0;
	}
	if (lost > all * MOST_PROGRAMS)
		return ATS_SEVERITY_ERROR;
	return lost > all * FEW_PROGRAMS ? ATS_SEVERITY_WARNING : ATS_SEVERITY_NOTE;
}

const AtsReading *
ats_subject_reading(const AtsSubject *subject, const char *parser)
{
	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);

		if (reading->judged && g_str_equal(reading->parser, parser))
			return reading;
	}
	return NULL;
}

guint32
ats_subject_line_of_word(const AtsSubject *subject, AtsFindings *findings, guint32 word)
{
	const AtsEvidence *evidence = evidence_of(subject, findings);

	return word < evidence->n_words ? evidence->lines[word] : NOWHERE;
}

guint32
ats_subject_token_of_word(const AtsSubject *subject,
			  AtsFindings *findings,
			  const AtsReading *reading,
			  guint32 word)
{
	const Place *places = places_of(subject, findings, reading);

	return places != NULL && word < findings->evidence->n_words ? places[word].token : NOWHERE;
}

gint64
ats_subject_words_apart(const AtsSubject *subject,
			AtsFindings *findings,
			const AtsReading *reading,
			guint32 a,
			guint32 b)
{
	const Place *places = places_of(subject, findings, reading);
	guint n = findings->evidence->n_words;

	if (places == NULL || a >= n || b >= n || places[a].token == NOWHERE ||
	    places[b].token == NOWHERE)
		return ATS_APART_UNKNOWN;
	return (gint64)places[b].rank - (gint64)places[a].rank - 1;
}

static const char *
break_as_quoted(AtsBreak before)
{
	switch (before) {
	case ATS_BREAK_NONE:
		return "";
	case ATS_BREAK_SPACE:
	case ATS_BREAK_TAB:
		return " ";
	default:
		return " / ";
	}
}

/* how far a word that is printed letter by letter is followed */
#define SPLIT_TOKENS 40

static gboolean
begins_word(const AtsReading *reading, guint32 i)
{
	guint32 word = ats_at(reading->tokens, AtsToken, i)->word;

	return i == 0 || word == ATS_NO_WORD ||
	       word != ats_at(reading->tokens, AtsToken, i - 1)->word;
}

/* the token at which the word begins that stands @words before the token's own */
static guint32
words_back(const AtsReading *reading, guint32 token, guint words)
{
	guint32 last = token - MIN(token, words + SPLIT_TOKENS);
	guint32 i = token;

	while (i > last && (words > 0 || !begins_word(reading, i))) {
		words -= begins_word(reading, i) ? 1 : 0;
		i--;
	}
	return i;
}

/* the token after the word that stands @words after the token's own */
static guint32
words_on(const AtsReading *reading, guint32 token, guint words)
{
	guint32 last =
	    (guint32)MIN((guint64)token + words + SPLIT_TOKENS + 1, reading->tokens->len);
	guint32 i = token + 1;

	while (i < last && (words > 0 || !begins_word(reading, i))) {
		words -= begins_word(reading, i) ? 1 : 0;
		i++;
	}
	return i;
}

char *
ats_reading_quote(const AtsReading *reading, guint32 token, guint before, guint after)
{
	g_autoptr(GString) text = g_string_new(NULL);
	guint32 first = words_back(reading, token, before);
	guint32 end = words_on(reading, token, after);

	for (guint32 i = first; i < end; i++) {
		const AtsToken *t = ats_at(reading->tokens, AtsToken, i);

		if (text->len > 0)
			g_string_append(text, break_as_quoted(t->before));
		g_string_append(text, t->text);
	}
	return g_string_free(g_steal_pointer(&text), FALSE);
}
