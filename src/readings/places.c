/*
 * Where short runs of words stand in a reading, and whether two of them still meet there.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/places.h"

#include <string.h>

#include "readings/numbers.h"

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

/* the word that stands @nth behind the place; where the text has ended, the number of no word */
static guint32
nth_word(const AtsPlaces *places, guint32 at, guint nth)
{
	return at + nth < places->words->len ? word_at(places->words, at + nth) : ATS_NUMBER_NONE;
}

/* by the first @n words of @gram; a text that ends before them is smaller */
static gint
compare_gram(const AtsPlaces *places, guint32 at, const guint32 *gram, guint n)
{
	for (guint i = 0; i < n; i++) {
		guint32 word = nth_word(places, at, i);
		if (word != gram[i])
			return word < gram[i] ? -1 : 1;
	}
	return 0;
}

/* sorts @from by the @nth word behind each place, stably, into @to */
static void
sort_by_word(AtsPlaces *self, guint nth, const guint32 *from, guint32 *to)
{
	guint n = self->words->len;
	guint32 *next = self->starts;
	guint32 sum = 0;

	memset(next, 0, (self->n_numbers + 1) * sizeof(*next));
	for (guint i = 0; i < n; i++)
		next[nth_word(self, from[i], nth)]++;
	for (guint i = 0; i <= self->n_numbers; i++) {
		guint32 count = next[i];
		next[i] = sum;
		sum += count;
	}
	for (guint i = 0; i < n; i++)
		to[next[nth_word(self, from[i], nth)]++] = from[i];
}

/* by the last word of the grams first, and by the first word last */
void
ats_places_init(AtsPlaces *self, const GArray *words, guint n_numbers)
{
	guint32 *spare = g_new(guint32, words->len + 1);

	*self = (AtsPlaces){
	    .words = words,
	    .sorted = g_new(guint32, words->len + 1),
	    .starts = g_new(guint32, n_numbers + 2),
	    .n_numbers = n_numbers,
	};
	for (guint32 i = 0; i < words->len; i++)
		self->sorted[i] = i;
	for (guint nth = ATS_GRAM; nth-- > 0;) {
		guint32 *sorted = spare;
		sort_by_word(self, nth, self->sorted, sorted);
		spare = self->sorted;
		self->sorted = sorted;
	}
	g_free(spare);
	/* each number's start has become its end, which is where the next begins */
	memmove(&self->starts[1], self->starts, (n_numbers + 1) * sizeof(*self->starts));
	self->starts[0] = 0;
}

void
ats_places_clear(AtsPlaces *places)
{
	g_clear_pointer(&places->sorted, g_free);
	g_clear_pointer(&places->starts, g_free);
}

/* the first place in sorted order that is not smaller than the gram, or (@after) that is greater */
static guint
bound(const AtsPlaces *places, const guint32 *gram, guint n, gboolean after)
{
	guint low = places->starts[gram[0]], high = places->starts[gram[0] + 1];

	while (low < high) {
		guint middle = low + (high - low) / 2;
		gint order = compare_gram(places, places->sorted[middle], gram, n);
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
		gint64 at = places->sorted[i];
		if (stands_near(places, other, from_end ? at + end->n : at - SLACK - end->n))
			return TRUE;
	}
	return FALSE;
}
