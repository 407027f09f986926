/*
 * Where short runs of words stand in a reading, and whether two of them still meet there.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/places.h"

/* words that may stand between two neighbours: a bullet read as a letter, a date moved along its
 * line */
#define SLACK 3
/* places where a beginning or end is looked for; one that stands in more is common text, and any of
 * its places will do */
#define MAX_PLACES 256

static guint32
word_at(const GArray *words, guint i)
{
	return g_array_index(words, guint32, i);
}

/* by the first @n words of @gram; a text that ends before them is smaller */
static gint
compare_gram(const AtsPlaces *places, guint32 at, const guint32 *gram, guint n)
{
	for (guint i = 0; i < n; i++) {
		guint32 word = at + i < places->words->len ? word_at(places->words, at + i) : 0;
		if (word != gram[i])
			return word < gram[i] ? -1 : 1;
	}
	return 0;
}

static gint
compare_places(gconstpointer a, gconstpointer b, gpointer data)
{
	const AtsPlaces *places = data;
	guint32 at = *(const guint32 *)b;
	guint32 gram[ATS_GRAM];

	for (guint i = 0; i < ATS_GRAM; i++)
		gram[i] = at + i < places->words->len ? word_at(places->words, at + i) : 0;
	return compare_gram(places, *(const guint32 *)a, gram, ATS_GRAM);
}

void
ats_places_init(AtsPlaces *self, const GArray *words)
{
	self->words = words;
	self->sorted = g_array_sized_new(FALSE, FALSE, sizeof(guint32), words->len);
	for (guint32 i = 0; i < words->len; i++)
		g_array_append_val(self->sorted, i);
	g_array_sort_with_data(self->sorted, compare_places, self);
}

void
ats_places_clear(AtsPlaces *places)
{
	g_clear_pointer(&places->sorted, g_array_unref);
}

/* the first place in sorted order that is not smaller than the gram, or (@after) that is greater */
static guint
bound(const AtsPlaces *places, const guint32 *gram, guint n, gboolean after)
{
	guint low = 0, high = places->sorted->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		gint order = compare_gram(places, word_at(places->sorted, middle), gram, n);
		if (order < 0 || (after && order == 0))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

AtsEdge
ats_places_find(const AtsPlaces *places, const guint32 *gram, guint n)
{
	return (AtsEdge){
	    .gram = gram,
	    .n = n,
	    .from = bound(places, gram, n, FALSE),
	    .to = bound(places, gram, n, TRUE),
	};
}

/* whether the edge stands at one of the SLACK + 1 places from @at on */
static gboolean
stands_near(const AtsPlaces *places, const AtsEdge *edge, gint64 at)
{
	for (gint64 i = MAX(at, 0); i <= at + SLACK && i < places->words->len; i++) {
		if (compare_gram(places, (guint32)i, edge->gram, edge->n) == 0)
			return TRUE;
	}
	return FALSE;
}

/* looks from the rarer of the two edges for the other */
gboolean
ats_edges_meet(const AtsPlaces *places, const AtsEdge *end, const AtsEdge *begin)
{
	gboolean from_end = end->to - end->from <= begin->to - begin->from;
	const AtsEdge *rare = from_end ? end : begin;
	const AtsEdge *other = from_end ? begin : end;
	guint to = MIN(rare->to, rare->from + MAX_PLACES);

	for (guint i = rare->from; i < to; i++) {
		gint64 at = word_at(places->sorted, i);
		if (stands_near(places, other, from_end ? at + end->n : at - SLACK - end->n))
			return TRUE;
	}
	return FALSE;
}
