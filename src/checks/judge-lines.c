/*
 * Judges a finding about lines by what the parsers' readings make of these lines. For the checks of
 * this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/regions.h"

/* of five lines, one gone or mixed: below that it is the odd bullet that a reading takes for a
 * letter */
#define LINES_PER_LOSS 5
/* words shown on either side of the place where lines are mixed */
#define QUOTE_BEFORE 3
#define QUOTE_AFTER  8

gboolean
ats_lines_lost_or_mixed(const AtsLinesFate *fate)
{
	return (fate->n_lost + fate->n_mixed) * LINES_PER_LOSS > fate->n_lines;
}

gboolean
ats_lines_lost_mixed_or_parted(const AtsLinesFate *fate)
{
	return ats_lines_lost_or_mixed(fate) || 2 * fate->n_parted > fate->n_joints;
}

/* tokens of the human reading that are looked at on either side of lost text for some that a parser
 * gets */
#define TOKENS_AROUND 100

/* what the reading has in place of lines that it lost: the place of the last word before them, or
 * of the first after */
static guint32
token_around(const AtsSubject *subject,
	     AtsFindings *findings,
	     const AtsReading *reading,
	     const GArray *lines)
{
	const GArray *tokens = subject->layout->human->tokens;
	const AtsLine *first =
	    ats_at(subject->layout->lines, AtsLine, g_array_index(lines, guint32, 0));
	const AtsLine *last =
	    ats_at(subject->layout->lines, AtsLine, g_array_index(lines, guint32, lines->len - 1));
	guint32 end = last->first + last->n;
	guint32 token = G_MAXUINT32;

	for (guint32 i = 1; i <= MIN(first->first, TOKENS_AROUND) && token == G_MAXUINT32; i++)
		token = ats_subject_token_of_word(subject,
						  findings,
						  reading,
						  ats_at(tokens, AtsToken, first->first - i)->word);
	for (guint32 i = end; i < MIN(end + TOKENS_AROUND, tokens->len) && token == G_MAXUINT32;
	     i++)
		token = ats_subject_token_of_word(subject,
						  findings,
						  reading,
						  ats_at(tokens, AtsToken, i)->word);
	return token;
}

typedef struct {
	guint n;
	guint damage; /* lines lost or mixed and neighbours parted in the reading that is quoted */
	const AtsReading *reading;
	guint32 token;
} Judgement;

static void
judge_reading(Judgement *self, const AtsReading *reading, const AtsLinesFate *fate)
{
	guint damage = 2 * (fate->n_mixed + fate->n_lost) + fate->n_parted;

	self->n++;
	if (damage <= self->damage)
		return;
	self->damage = damage;
	self->reading = reading;
	self->token = fate->token;
}

guint
ats_finding_judge_lines(const AtsSubject *subject,
			AtsFindings *findings,
			AtsFinding *finding,
			const GArray *lines,
			AtsLoses loses)
{
	Judgement self = {.token = G_MAXUINT32};

	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		AtsLinesFate fate;

		if (!reading->judged)
			continue;
		fate = ats_subject_lines_fate(subject, findings, reading, lines);
		if (!loses(&fate))
			continue;
		judge_reading(&self, reading, &fate);
		ats_findings_lost_in(findings, finding, reading->parser);
	}
	finding->severity = ats_subject_severity(subject, self.n);
	if (self.reading != NULL && self.token == G_MAXUINT32)
		self.token = token_around(subject, findings, self.reading, lines);
	if (self.token != G_MAXUINT32) {
		g_autofree char *quote =
		    ats_reading_quote(self.reading, self.token, QUOTE_BEFORE, QUOTE_AFTER);

		ats_findings_evidence(findings, finding, quote);
	}
	return self.n;
}
