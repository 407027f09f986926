/*
 * The order in which a person reads a table: its cells one after the other, each whole. For
 * order.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/tables.h"

typedef struct {
	guint32 segment;
	guint row, column, place;
} AtsCell;

static gint
compare_cells(gconstpointer a, gconstpointer b)
{
	const AtsCell *c = a;
	const AtsCell *d = b;

	if (c->row != d->row)
		return c->row < d->row ? -1 : 1;
	if (c->column != d->column)
		return c->column < d->column ? -1 : 1;
	return c->place < d->place ? -1 : c->place > d->place;
}

GArray *
ats_grid_order(const AtsGrid *grid, const AtsSegmentSet *set)
{
	g_autoptr(GArray) cells =
	    g_array_sized_new(FALSE, FALSE, sizeof(AtsCell), set->segments->len);
	GArray *order = g_array_sized_new(FALSE, FALSE, sizeof(guint32), set->segments->len);

	for (guint i = 0; i < set->segments->len; i++) {
		AtsBox box = ats_segment_set_at(set, i)->box;
		AtsCell cell = {.segment = g_array_index(set->segments, guint32, i),
				.row = ats_grid_find(grid->ys, (box.y0 + box.y1) / 2),
				.column = ats_grid_find(grid->xs, (box.x0 + box.x1) / 2),
				.place = i};
		g_array_append_val(cells, cell);
	}
	g_array_sort(cells, compare_cells);
	for (guint i = 0; i < cells->len; i++)
		g_array_append_val(order, ats_at(cells, AtsCell, i)->segment);
	return order;
}
