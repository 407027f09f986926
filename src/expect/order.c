/*
 * Whether the fields of an entry stay together, and entries in their order. The measure is what a
 * person reads: a template that shows education first, or dates before titles, is not at fault.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expect/match.h"

/* where a field is whole in the text that is looked at */
typedef struct {
	AtsSpan span;
	guint object;
} Place;

typedef struct {
	GArray *matches;
	GArray *human;	   /* of AtsSpan by field: the place that it has for a person */
	GHashTable *taken; /* words at which such places start */
	GArray *places;	   /* of Place, in order: those of all entries in the text looked at */
	guint text;
} Order;

static AtsMatch *
match_at(const Order *self, guint field)
{
	return &g_array_index(self->matches, AtsMatch, field);
}

static const GArray *
places_of(const Order *self, guint field, guint text)
{
	return match_at(self, field)->sightings[text].places;
}

static guint
object_of(const Order *self, guint field)
{
	return match_at(self, field)->field->object;
}

static gboolean
is_whole(const Order *self, guint field, guint text)
{
	return match_at(self, field)->sightings[text].state <= ATS_FOUND_ASTRAY;
}

/* words between two spans; 0 if they touch or share some */
static guint
gap(AtsSpan a, AtsSpan b)
{
	guint low = MIN(a.last, b.last);
	guint high = MAX(a.first, b.first);

	return high > low + 1 ? high - low - 1 : 0;
}

static AtsSpan
nearest(const GArray *places, AtsSpan to)
{
	AtsSpan best = g_array_index(places, AtsSpan, 0);

	for (guint i = 1; i < places->len; i++) {
		AtsSpan span = g_array_index(places, AtsSpan, i);
		if (gap(span, to) < gap(best, to))
			best = span;
	}
	return best;
}

/* --- what a person reads --- */

/* the field of the entry that is hardest to take for another: there least often, then longest */
static guint
find_anchor(const Order *self, const GArray *fields)
{
	guint best = g_array_index(fields, guint, 0);

	for (guint i = 1; i < fields->len; i++) {
		guint field = g_array_index(fields, guint, i);
		guint n = places_of(self, field, ATS_HUMAN)->len;
		guint n_best = places_of(self, best, ATS_HUMAN)->len;
		if (n < n_best || (n == n_best && match_at(self, field)->form->words->len >
						      match_at(self, best)->form->words->len))
			best = field;
	}
	return best;
}

/* two entries may hold the same text, such as a year: each has a place of its own, if there are two
 */
static AtsSpan
nearest_free(const Order *self, const GArray *places, AtsSpan to)
{
	g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(AtsSpan));

	for (guint i = 0; i < places->len; i++) {
		AtsSpan span = g_array_index(places, AtsSpan, i);
		if (!g_hash_table_contains(self->taken, GUINT_TO_POINTER(span.first)))
			g_array_append_val(left, span);
	}
	return nearest(left->len > 0 ? left : places, to);
}

static void
place_entry(const Order *self, const GArray *fields)
{
	guint anchor = find_anchor(self, fields);
	AtsSpan centre = g_array_index(places_of(self, anchor, ATS_HUMAN), AtsSpan, 0);

	for (guint i = 0; i < fields->len; i++) {
		guint field = g_array_index(fields, guint, i);
		AtsSpan span = nearest_free(self, places_of(self, field, ATS_HUMAN), centre);

		g_array_index(self->human, AtsSpan, field) = span;
		g_hash_table_add(self->taken, GUINT_TO_POINTER(span.first));
	}
}

/* the fields from @first on that share its entry and are whole for a person; moves @first behind
 * them */
static GArray *
take_entry(const Order *self, guint *first)
{
	GArray *fields = g_array_new(FALSE, FALSE, sizeof(guint));
	guint object = object_of(self, *first);

	for (; *first < self->matches->len && object_of(self, *first) == object; (*first)++) {
		if (is_whole(self, *first, ATS_HUMAN))
			g_array_append_val(fields, *first);
	}
	return fields;
}

static gint
compare_human(gconstpointer a, gconstpointer b, gpointer data)
{
	const Order *self = data;
	guint x = g_array_index(self->human, AtsSpan, *(const guint *)a).first;
	guint y = g_array_index(self->human, AtsSpan, *(const guint *)b).first;

	return x < y ? -1 : x > y;
}

/* --- what a parser gets --- */

static gint
compare_places(gconstpointer a, gconstpointer b)
{
	guint x = ((const Place *)a)->span.first;
	guint y = ((const Place *)b)->span.first;

	return x < y ? -1 : x > y;
}

static void
list_places(Order *self)
{
	g_array_set_size(self->places, 0);
	for (guint i = 0; i < self->matches->len; i++) {
		const GArray *spans = places_of(self, i, self->text);
		for (guint k = 0; object_of(self, i) != 0 && k < spans->len; k++) {
			Place place = {g_array_index(spans, AtsSpan, k), object_of(self, i)};
			g_array_append_val(self->places, place);
		}
	}
	g_array_sort(self->places, compare_places);
}

/* the first of the places that starts at @word or later */
static guint
first_from(const Order *self, guint word)
{
	guint low = 0;
	guint high = self->places->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(self->places, Place, middle).span.first < word)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* whether a field of another entry stands between the two */
static gboolean
is_parted(const Order *self, AtsSpan a, AtsSpan b, guint object)
{
	guint from = MIN(a.last, b.last) + 1;
	guint to = MAX(a.first, b.first);

	for (guint i = first_from(self, from); i < self->places->len; i++) {
		const Place *place = &g_array_index(self->places, Place, i);
		if (place->span.first >= to)
			return FALSE;
		if (place->span.last < to && place->object != object)
			return TRUE;
	}
	return FALSE;
}

/* no more between them than a person reads there, or nothing of another entry */
static gboolean
is_together(const Order *self, guint a, AtsSpan at_a, guint b, AtsSpan at_b)
{
	AtsSpan human_a = g_array_index(self->human, AtsSpan, a);
	AtsSpan human_b = g_array_index(self->human, AtsSpan, b);

	return gap(at_a, at_b) <= gap(human_a, human_b) ||
	       !is_parted(self, at_a, at_b, object_of(self, b));
}

static void
set_astray(const Order *self, guint field, guint from)
{
	AtsMatch *match = match_at(self, field);
	AtsSighting *sighting = &match->sightings[self->text];
	AtsSpan there = g_array_index(sighting->places, AtsSpan, 0);
	AtsSpan before = nearest(places_of(self, from, self->text), there);

	sighting->state = ATS_FOUND_ASTRAY;
	sighting->near = (AtsSpan){MIN(there.first, before.first), MAX(there.last, before.last)};
	match->torn_from = match_at(self, from)->field;
}

/* the places of @field that stand by one of @reached, where the field before it is */
static GArray *
reach(const Order *self, guint before, const GArray *reached, guint field)
{
	const GArray *places = places_of(self, field, self->text);
	GArray *out = g_array_new(FALSE, FALSE, sizeof(AtsSpan));

	for (guint i = 0; i < places->len; i++) {
		AtsSpan span = g_array_index(places, AtsSpan, i);
		if (is_together(self, before, nearest(reached, span), field, span))
			g_array_append_val(out, span);
	}
	return out;
}

/* follows the entry from field to field as a person reads it. Each may stand in several places: the
 * way goes on from all that can be reached */
static void
judge_entry(const Order *self, const GArray *fields)
{
	g_autoptr(GArray) reached = NULL;
	guint before = 0;

	for (guint i = 0; i < fields->len; i++) {
		guint field = g_array_index(fields, guint, i);
		g_autoptr(GArray) next = NULL;

		if (!is_whole(self, field, self->text))
			continue;
		if (reached != NULL)
			next = reach(self, before, reached, field);
		if (next != NULL && next->len == 0)
			set_astray(self, field, before);
		if (next == NULL || next->len == 0) {
			g_clear_pointer(&next, g_array_unref);
			next = g_array_copy((GArray *)places_of(self, field, self->text));
		}
		g_clear_pointer(&reached, g_array_unref);
		reached = g_steal_pointer(&next);
		before = field;
	}
}

/* wherever each of them stands: what @a is in never comes before what @b is in */
static gboolean
is_behind(const Order *self, guint a, guint b)
{
	const GArray *places_a = places_of(self, a, self->text);
	const GArray *places_b = places_of(self, b, self->text);

	return is_whole(self, a, self->text) && is_whole(self, b, self->text) &&
	       g_array_index(places_a, AtsSpan, 0).first >
		   g_array_index(places_b, AtsSpan, places_b->len - 1).first;
}

/* two entries that follow one another for a person. Where they are only mixed, their fields have
 * been said to be torn: turned round is what begins later and has its weight later */
static void
judge_neighbours(const Order *self, const GArray *entry, const GArray *next)
{
	guint anchor = find_anchor(self, entry);
	guint next_anchor = find_anchor(self, next);

	if (is_behind(self, g_array_index(entry, guint, 0), g_array_index(next, guint, 0)) &&
	    is_behind(self, anchor, next_anchor))
		set_astray(self, next_anchor, anchor);
}

/* --- all of it --- */

static GPtrArray *
group_entries(const Order *self)
{
	GPtrArray *entries = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);

	for (guint i = 0; i < self->matches->len;) {
		guint object = object_of(self, i);
		GArray *fields = take_entry(self, &i);
		if (object == 0 || fields->len == 0) {
			g_array_unref(fields);
			continue;
		}
		place_entry(self, fields);
		g_array_sort_with_data(fields, compare_human, (gpointer)self);
		g_ptr_array_add(entries, fields);
	}
	return entries;
}

static guint
list_of(const Order *self, const GArray *entry)
{
	return match_at(self, g_array_index(entry, guint, 0))->field->list;
}

static gint
compare_entries(gconstpointer a, gconstpointer b, gpointer data)
{
	const GArray *x = *(const GArray *const *)a;
	const GArray *y = *(const GArray *const *)b;

	return compare_human(x->data, y->data, data);
}

/* the entries of the list at @first, by the order of a person's reading; moves @first behind them
 */
static GPtrArray *
take_list(const Order *self, const GPtrArray *entries, guint *first)
{
	GPtrArray *list = g_ptr_array_new();
	guint number = list_of(self, entries->pdata[*first]);

	for (; *first < entries->len && list_of(self, entries->pdata[*first]) == number; (*first)++)
		g_ptr_array_add(list, entries->pdata[*first]);
	g_ptr_array_sort_with_data(list, compare_entries, (gpointer)self);
	return list;
}

static void
judge_list(const Order *self, const GPtrArray *list)
{
	for (guint i = 1; i < list->len; i++)
		judge_neighbours(self, list->pdata[i - 1], list->pdata[i]);
}

static void
judge_text(Order *self, const GPtrArray *entries)
{
	list_places(self);
	for (guint i = 0; i < entries->len; i++)
		judge_entry(self, entries->pdata[i]);
	for (guint i = 0; i < entries->len;) {
		g_autoptr(GPtrArray) list = take_list(self, entries, &i);
		if (list_of(self, list->pdata[0]) != 0)
			judge_list(self, list);
	}
}

void
ats_order_judge(GArray *matches, guint n_texts)
{
	g_autoptr(GArray) human = g_array_new(FALSE, TRUE, sizeof(AtsSpan));
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Place));
	g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
	Order order = {.matches = matches, .human = human, .taken = taken, .places = places};
	g_autoptr(GPtrArray) entries = NULL;

	g_array_set_size(human, matches->len);
	entries = group_entries(&order);
	for (order.text = ATS_HUMAN + 1; order.text < n_texts; order.text++)
		judge_text(&order, entries);
}
