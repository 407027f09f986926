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
/* tokens shown on either side of the place where lines are mixed */
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

typedef struct {
	guint n;
	guint damage; /* lines mixed and neighbours parted in the reading that is quoted */
	const AtsReading *reading;
	guint32 token;
} Judgement;

static void
judge_reading(Judgement *self, const AtsReading *reading, const AtsLinesFate *fate)
{
	guint damage = 2 * fate->n_mixed + fate->n_parted;

	self->n++;
	if (fate->token == G_MAXUINT32 || damage <= self->damage)
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
	Judgement self = {0};

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
	if (self.reading != NULL) {
		g_autofree char *quote =
		    ats_reading_quote(self.reading, self.token, QUOTE_BEFORE, QUOTE_AFTER);

		ats_findings_evidence(findings, finding, quote);
	}
	return self.n;
}
