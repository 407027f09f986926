/*
 * Where short runs of words stand in a reading, and whether two of them still meet there. For
 * src/readings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* words by which a block's beginning and end are found again */
#define ATS_GRAM 3

/**
 * AtsPlaces: the places of a reading's words, sorted by the ATS_GRAM words that begin there
 */
typedef struct {
	const GArray *words; /* of guint32: numbers; lent */
	guint32 *sorted;
	guint32 *starts; /* of each number: where in @sorted its places begin; and the end */
	guint n_numbers;
} AtsPlaces;

/**
 * AtsEdge: the words at a block's beginning or end, and the places where the reading has them
 */
typedef struct {
	const guint32 *gram; /* lent */
	guint n;
	guint from, to; /* in AtsPlaces.sorted */
} AtsEdge;

/* @n_numbers: all words' numbers are below it. Time is linear in both. */
void
ats_places_init(AtsPlaces *places, const GArray *words, guint n_numbers);

void
ats_places_clear(AtsPlaces *places);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsPlaces, ats_places_clear)

/* @gram: @n words, one at least and ATS_GRAM at most */
AtsEdge
ats_places_find(const AtsPlaces *places, const guint32 *gram, guint n);

/* whether @begin stands right after @end anywhere, or with a few words between */
gboolean
ats_edges_meet(const AtsPlaces *places, const AtsEdge *end, const AtsEdge *begin);
