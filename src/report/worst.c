/*
 * The worst few of many texts.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/worst.h"

#include <string.h>

typedef struct {
	guint first;
	double second;
	char *text;
} Item;

static void
item_free(gpointer data)
{
	Item *item = data;

	g_free(item->text);
	g_free(item);
}

static gboolean
is_worse(const Item *a, const Item *b)
{
	return a->first != b->first ? a->first < b->first : a->second < b->second;
}

/* behind all that are as bad */
static guint
place_of(const GPtrArray *items, const Item *item)
{
	guint low = 0, high = items->len;

	while (low < high) {
		guint middle = (low + high) / 2;
		if (is_worse(item, g_ptr_array_index(items, middle)))
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static void
drop_least(AtsWorst *self)
{
	const Item *last = g_ptr_array_index(self->items, self->items->len - 1);

	self->bytes -= strlen(last->text);
	g_ptr_array_remove_index(self->items, self->items->len - 1);
}

void
ats_worst_offer(AtsWorst *self, guint first, double second, char *text)
{
	Item *item = g_new(Item, 1);

	if (self->items == NULL)
		self->items = g_ptr_array_new_with_free_func(item_free);
	*item = (Item){first, second, text};
	g_ptr_array_insert(self->items, (gint)place_of(self->items, item), item);
	self->n_offered++;
	self->bytes += strlen(text);
	while (self->items->len > self->most_items || self->bytes > self->most_bytes)
		drop_least(self);
}

guint
ats_worst_count(const AtsWorst *self)
{
	return self->items != NULL ? self->items->len : 0;
}

const char *
ats_worst_get(const AtsWorst *self, guint index)
{
	return ((const Item *)g_ptr_array_index(self->items, index))->text;
}

void
ats_worst_clear(AtsWorst *self)
{
	g_clear_pointer(&self->items, g_ptr_array_unref);
}
