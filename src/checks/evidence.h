/*
 * What becomes of a stretch of the human reading in the parsers' readings, and how to quote it as a
 * parser prints it. For the checks of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/check.h"

/**
 * AtsFate:
 *
 * Words without a letter or digit (bullets, bars) are not counted, neither as words nor as standing
 * between words.
 */
typedef struct {
	guint n_words;	 /* of the stretch */
	guint n_missing; /* not in the reading at all */
	guint n_pairs;	 /* neighbours of the stretch that both are in the reading */
	guint n_broken;	 /* of these: no longer neighbours in that order */
	guint n_split;	 /* words that the reading prints in pieces */
	guint n_glued;	 /* words that it prints without the space before them */
	guint32 token; /* of the reading: where the first break, split or glue shows; G_MAXUINT32 if
			  nowhere */
} AtsFate;

/* what @reading, one of the subject's, makes of @n tokens of the human reading from @first on */
AtsFate
ats_subject_fate(const AtsSubject *subject,
		 AtsFindings *findings,
		 const AtsReading *reading,
		 guint first,
		 guint n);

/**
 * ats_subject_losers:
 * @finding: (nullable): gets each of them as lost_in
 *
 * Returns: how many judged readings lack a word of the stretch or no longer have two of its
 * neighbours side by side
 */
guint
ats_subject_losers(const AtsSubject *subject,
		   AtsFindings *findings,
		   AtsFinding *finding,
		   guint first,
		   guint n);

/* how many of the subject's readings are judged */
guint
ats_subject_n_judged(const AtsSubject *subject);

/* by consequence: an error if more than half of the judged readings lose something, a warning if
 * any does, a note if none */
AtsSeverity
ats_subject_severity(const AtsSubject *subject, guint n_losers);

/* by consequence, and by how many programs each family stands for: an error if the families
 * @parsers (of const char *) are more than half of them, a note if they are next to none, as
 * one or two lone families are */
AtsSeverity
ats_subject_weighed_severity(const AtsSubject *subject, const GPtrArray *parsers);

/* the reading of that family, or NULL if the subject has none or it is not judged */
const AtsReading *
ats_subject_reading(const AtsSubject *subject, const char *parser);

/* the human line that holds the word, or G_MAXUINT32 */
guint32
ats_subject_line_of_word(const AtsSubject *subject, AtsFindings *findings, guint32 word);

/* where the reading prints the word first, or G_MAXUINT32 */
guint32
ats_subject_token_of_word(const AtsSubject *subject,
			  AtsFindings *findings,
			  const AtsReading *reading,
			  guint32 word);

/* one of the two words is not in the reading */
#define ATS_APART_UNKNOWN G_MAXINT64

/* how many words the reading prints between the two; negative if @b comes first */
gint64
ats_subject_words_apart(const AtsSubject *subject,
			AtsFindings *findings,
			const AtsReading *reading,
			guint32 a,
			guint32 b);

/**
 * ats_reading_quote:
 * @before, @after: how many words to show on either side of the token's own
 *
 * Returns: (transfer full): the text around the token as the parser prints it, on one line: " / "
 * stands for its line breaks
 */
char *
ats_reading_quote(const AtsReading *reading, guint32 token, guint before, guint after);

/* --- for run.c --- */
typedef struct AtsEvidence AtsEvidence;

void
ats_evidence_free(AtsEvidence *evidence);
