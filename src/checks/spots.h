/*
 * Places of one kind in the parsers' readings: counted in each, with a sample of what is printed
 * there. For the checks of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/check.h"

/**
 * AtsSpots: what one reading has of them. All-zero is empty; clear it with ats_spots_clear().
 */
typedef struct {
	guint n;
	guint32 word;	 /* of the document, at the first */
	GString *sample; /* as printed, ", " between; NULL if none */
} AtsSpots;

/* one more; @text is what is printed there */
void
ats_spots_add(AtsSpots *self, guint32 word, const char *text);

void
ats_spots_clear(AtsSpots *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsSpots, ats_spots_clear)

/* counts them in the reading; @people is the human reading's break before each word, NONE for
 * words that no person sees */
typedef void (*AtsSpotsLook)(const AtsSubject *subject,
			     const AtsReading *reading,
			     const guint8 *people,
			     AtsSpots *spots);

/**
 * AtsToll: which readings have many of them, and what the worst of these has
 */
typedef struct {
	AtsSpots worst;
	GPtrArray *losers; /* of const char *: parsers */
} AtsToll;

/**
 * ats_toll_take:
 * @least: how many make a reading one of the losers
 *
 * Looks at every judged reading. Clear it with ats_toll_clear().
 */
AtsToll
ats_toll_take(const AtsSubject *subject, AtsSpotsLook look, guint least);

void
ats_toll_clear(AtsToll *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsToll, ats_toll_clear)

/**
 * ats_toll_tell:
 * @finding: gets the losers, the sample, the place of the first spot, and a severity by how many
 * lose; below @error_share of the shown words it is a warning at most
 */
void
ats_toll_tell(const AtsToll *self,
	      const AtsSubject *subject,
	      AtsFindings *findings,
	      AtsFinding *finding,
	      double error_share);

/* words that a person sees */
guint
ats_subject_n_words(const AtsSubject *subject);

/* whether the texts would run together, printed without a gap: letters or digits, of a script that
 * parts its words, at both edges */
gboolean
ats_texts_run_together(const char *before, const char *after);
