/*
 * Places of one kind in the parsers' readings, counted alike for all checks that ask for such.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/spots.h"

#include <string.h>

#include "checks/evidence.h"

/* bytes of a sample; a finding shows about two lines */
#define SAMPLE_BYTES 200
/* bytes of one spot in it: a whole line may be printed without a gap */
#define SPOT_BYTES 80

void
ats_spots_add(AtsSpots *self, guint32 word, const char *text)
{
	if (self->n++ == 0) {
		self->word = word;
		self->sample = g_string_new(NULL);
	}
	if (self->sample->len >= SAMPLE_BYTES)
		return;
	if (self->sample->len > 0)
		g_string_append(self->sample, ", ");
	if (strlen(text) > SPOT_BYTES) {
		const char *end = g_utf8_find_prev_char(text, text + SPOT_BYTES + 1);
		g_string_append_len(self->sample, text, end - text);
		g_string_append(self->sample, "…");
	} else {
		g_string_append(self->sample, text);
	}
}

void
ats_spots_clear(AtsSpots *self)
{
	if (self->sample != NULL)
		g_string_free(self->sample, TRUE);
	*self = (AtsSpots){0};
}

/* (transfer full) (array length=words) */
static guint8 *
breaks_for_people(const AtsSubject *subject)
{
	guint n = subject->document->words->len;
	const GArray *tokens = subject->layout->human->tokens;
	guint8 *people = g_malloc(n + 1);

	memset(people, ATS_BREAK_NONE, n + 1);
	for (guint i = 0; i < tokens->len; i++) {
		const AtsToken *token = ats_at(tokens, AtsToken, i);
		if (token->word < n)
			people[token->word] = i > 0 ? token->before : ATS_BREAK_PARAGRAPH;
	}
	return people;
}

AtsToll
ats_toll_take(const AtsSubject *subject, AtsSpotsLook look, guint least)
{
	g_autofree guint8 *people = breaks_for_people(subject);
	AtsToll self = {.losers = g_ptr_array_new()};

	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		g_auto(AtsSpots) spots = {0};

		if (!reading->judged)
			continue;
		look(subject, reading, people, &spots);
		if (spots.n == 0 || spots.n < least)
			continue;
		g_ptr_array_add(self.losers, (gpointer)reading->parser);
		if (spots.n > self.worst.n) {
			ats_spots_clear(&self.worst);
			self.worst = spots;
			spots = (AtsSpots){0};
		}
	}
	return self;
}

void
ats_toll_clear(AtsToll *self)
{
	ats_spots_clear(&self->worst);
	g_clear_pointer(&self->losers, g_ptr_array_unref);
}

void
ats_toll_tell(const AtsToll *self,
	      const AtsSubject *subject,
	      AtsFindings *findings,
	      AtsFinding *finding,
	      double error_share)
{
	AtsSeverity severity = ats_subject_severity(subject, self->losers->len);

	if (self->worst.n < error_share * ats_subject_n_words(subject))
		severity = MIN(severity, ATS_SEVERITY_WARNING);
	finding->severity = severity;
	if (self->worst.word < subject->document->words->len) {
		const AtsWord *word = ats_at(subject->document->words, AtsWord, self->worst.word);
		ats_findings_place(findings, finding, word->page, word->box);
	}
	ats_findings_evidence(findings, finding, self->worst.sample->str);
	for (guint i = 0; i < self->losers->len; i++)
		ats_findings_lost_in(findings, finding, g_ptr_array_index(self->losers, i));
}

guint
ats_subject_n_words(const AtsSubject *subject)
{
	guint n = 0;

	for (guint i = 0; i < subject->document->words->len; i++)
		n +=
		    ats_word_shown(subject->document, ats_at(subject->document->words, AtsWord, i));
	return n;
}

static gboolean
is_of_a_word(gunichar c)
{
	return g_unichar_isalnum(c) && !g_unichar_iswide(c);
}

gboolean
ats_texts_run_together(const char *before, const char *after)
{
	const char *last = g_utf8_find_prev_char(before, before + strlen(before));

	return last != NULL && is_of_a_word(g_utf8_get_char(last)) &&
	       is_of_a_word(g_utf8_get_char(after));
}
