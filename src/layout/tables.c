/*
 * Finds tables that are drawn with rules: lines that cross form a grid, and text in its cells makes
 * it a table. For order.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/tables.h"

#include <math.h>

/* points: lines no farther apart are one; ends that come this near to a line touch it */
#define SNAP 2.5f
/* points: a shorter line is an ornament */
#define EDGE_LEAST 5.f
/* lines each way that are looked at on a page; a calendar of a month has 40 */
#define MAX_EDGES 1200
/* share of the page's height: a higher row is no row of a table but columns in frames */
#define ROW_MOST 0.3f
/* cells with text in a row, rows with so many */
#define CELLS_LEAST 2
#define ROWS_LEAST  2

/**
 * AtsRuleEdge: a line at @at on one axis, from @from to @to on the other
 */
typedef struct {
	float at, from, to;
	guint group; /* index of another edge of the same grid, or its own: a forest */
} AtsRuleEdge;

void
ats_grid_free(AtsGrid *grid)
{
	g_array_unref(grid->xs);
	g_array_unref(grid->ys);
	g_free(grid);
}

guint
ats_grid_find(const GArray *edges, float place)
{
	guint begin = 0;
	guint end = edges->len - 1;

	while (end - begin > 1) {
		guint middle = begin + (end - begin) / 2;
		if (g_array_index(edges, float, middle) <= place)
			begin = middle;
		else
			end = middle;
	}
	return begin;
}

/* ---- lines ---- */

static void
add_edge(GArray *edges, float at, float from, float to)
{
	AtsRuleEdge edge = {at, from, to, 0};

	if (to - from >= EDGE_LEAST && edges->len < MAX_EDGES)
		g_array_append_val(edges, edge);
}

static void
take_drawing(const AtsDrawing *drawing, GArray *level, GArray *upright)
{
	AtsBox box = drawing->box;

	if (drawing->alpha < 0.1f || (drawing->colour == 0xFFFFFF && !drawing->stroked))
		return;
	if (drawing->kind == ATS_DRAWING_RULE && ats_box_width(box) >= ats_box_height(box))
		add_edge(level, (box.y0 + box.y1) / 2, box.x0, box.x1);
	else if (drawing->kind == ATS_DRAWING_RULE)
		add_edge(upright, (box.x0 + box.x1) / 2, box.y0, box.y1);
	if (drawing->kind != ATS_DRAWING_BOX || !drawing->stroked || drawing->rounded)
		return;
	add_edge(level, box.y0, box.x0, box.x1);
	add_edge(level, box.y1, box.x0, box.x1);
	add_edge(upright, box.x0, box.y0, box.y1);
	add_edge(upright, box.x1, box.y0, box.y1);
}

static gint
compare_edges(gconstpointer a, gconstpointer b)
{
	const AtsRuleEdge *e = a;
	const AtsRuleEdge *f = b;

	if (e->at != f->at)
		return e->at < f->at ? -1 : 1;
	return e->from < f->from ? -1 : e->from > f->from;
}

static gint
compare_in_line(gconstpointer a, gconstpointer b)
{
	const AtsRuleEdge *e = a;
	const AtsRuleEdge *f = b;

	if (e->group != f->group)
		return e->group < f->group ? -1 : 1;
	return e->from < f->from ? -1 : e->from > f->from;
}

/* pieces that continue one another become one line */
static void
join_edges(GArray *edges)
{
	guint n = 0, line = 0;

	g_array_sort(edges, compare_edges);
	for (guint i = 0; i < edges->len; i++) {
		AtsRuleEdge *edge = ats_at(edges, AtsRuleEdge, i);
		if (i > 0 && edge->at - ats_at(edges, AtsRuleEdge, i - 1)->at > SNAP / 2)
			line++;
		edge->group = line;
	}
	g_array_sort(edges, compare_in_line);
	for (guint i = 0; i < edges->len; i++) {
		AtsRuleEdge edge = *ats_at(edges, AtsRuleEdge, i);
		AtsRuleEdge *last = n > 0 ? ats_at(edges, AtsRuleEdge, n - 1) : NULL;
		if (last != NULL && last->group == edge.group && edge.from - last->to <= SNAP)
			last->to = MAX(last->to, edge.to);
		else
			*ats_at(edges, AtsRuleEdge, n++) = edge;
	}
	g_array_set_size(edges, n);
}

/* ---- grids ---- */

static guint
root_of(GArray *edges, guint i)
{
	while (ats_at(edges, AtsRuleEdge, i)->group != i) {
		AtsRuleEdge *edge = ats_at(edges, AtsRuleEdge, i);
		edge->group = ats_at(edges, AtsRuleEdge, edge->group)->group;
		i = edge->group;
	}
	return i;
}

static gboolean
cross(const AtsRuleEdge *level, const AtsRuleEdge *upright)
{
	return upright->at >= level->from - SNAP && upright->at <= level->to + SNAP &&
	       level->at >= upright->from - SNAP && level->at <= upright->to + SNAP;
}

/* all edges in one array, level ones first; those that cross, or cross the same, share a root */
static GArray *
group_edges(const GArray *level, const GArray *upright)
{
	GArray *edges = g_array_new(FALSE, FALSE, sizeof(AtsRuleEdge));

	g_array_append_vals(edges, level->data, level->len);
	g_array_append_vals(edges, upright->data, upright->len);
	for (guint i = 0; i < edges->len; i++)
		ats_at(edges, AtsRuleEdge, i)->group = i;
	for (guint i = 0; i < level->len; i++) {
		for (guint j = level->len; j < edges->len; j++) {
			if (cross(ats_at(edges, AtsRuleEdge, i), ats_at(edges, AtsRuleEdge, j)))
				ats_at(edges, AtsRuleEdge, root_of(edges, i))->group =
				    root_of(edges, j);
		}
	}
	return edges;
}

static gint
compare_floats(gconstpointer a, gconstpointer b)
{
	float x = *(const float *)a;
	float y = *(const float *)b;

	return x < y ? -1 : x > y;
}

static void
snap(GArray *places)
{
	guint n = 0;

	g_array_sort(places, compare_floats);
	for (guint i = 0; i < places->len; i++) {
		float place = g_array_index(places, float, i);
		if (n == 0 || place - g_array_index(places, float, n - 1) > SNAP)
			g_array_index(places, float, n++) = place;
	}
	g_array_set_size(places, n);
}

static void
grid_take(AtsGrid *grid, const AtsRuleEdge *edge, gboolean level)
{
	GArray *along = level ? grid->xs : grid->ys;
	GArray *across = level ? grid->ys : grid->xs;

	g_array_append_val(along, edge->from);
	g_array_append_val(along, edge->to);
	g_array_append_val(across, edge->at);
}

/* @edges belong to one grid; the ends of rules count as edges of the table that is open at its
 * sides */
static AtsGrid *
make_grid(const GArray *edges, guint n_level, guint root, GArray *all)
{
	AtsGrid *grid = g_new0(AtsGrid, 1);

	grid->ruled = TRUE;
	grid->xs = g_array_new(FALSE, FALSE, sizeof(float));
	grid->ys = g_array_new(FALSE, FALSE, sizeof(float));
	for (guint i = 0; i < edges->len; i++) {
		if (root_of(all, i) == root)
			grid_take(grid, ats_at(edges, AtsRuleEdge, i), i < n_level);
	}
	snap(grid->xs);
	snap(grid->ys);
	grid->box = (AtsBox){g_array_index(grid->xs, float, 0),
			     g_array_index(grid->ys, float, 0),
			     g_array_index(grid->xs, float, grid->xs->len - 1),
			     g_array_index(grid->ys, float, grid->ys->len - 1)};
	return grid;
}

static gboolean
rows_are_low(const AtsPageText *text, const AtsGrid *grid)
{
	for (guint i = 1; i < grid->ys->len; i++) {
		if (g_array_index(grid->ys, float, i) - g_array_index(grid->ys, float, i - 1) >
		    ROW_MOST * text->page->height)
			return FALSE;
	}
	return TRUE;
}

/* rows with text in two cells and more */
static gboolean
holds_table(const AtsPageText *text, const AtsGrid *grid)
{
	guint columns = grid->xs->len - 1;
	g_autofree guint8 *filled = g_new0(guint8, (gsize)(grid->ys->len - 1) * columns);
	guint rows = 0;

	for (guint i = 0; i < text->n_level; i++) {
		AtsBox box = ats_page_text_segment(text, i)->box;
		float x = (box.x0 + box.x1) / 2;
		float y = (box.y0 + box.y1) / 2;
		if (ats_box_contains_point(grid->box, x, y))
			filled[ats_grid_find(grid->ys, y) * columns + ats_grid_find(grid->xs, x)] =
			    TRUE;
	}
	for (guint r = 0; r + 1 < grid->ys->len; r++) {
		guint cells = 0;
		for (guint c = 0; c < columns; c++)
			cells += filled[r * columns + c];
		rows += cells >= CELLS_LEAST;
	}
	return rows >= ROWS_LEAST;
}

GPtrArray *
ats_tables_find(const AtsPageText *text)
{
	GPtrArray *tables = g_ptr_array_new_with_free_func((GDestroyNotify)ats_grid_free);
	g_autoptr(GArray) level = g_array_new(FALSE, FALSE, sizeof(AtsRuleEdge));
	g_autoptr(GArray) upright = g_array_new(FALSE, FALSE, sizeof(AtsRuleEdge));
	g_autoptr(GArray) edges = NULL;

	for (guint i = 0; i < text->page->n_drawings; i++)
		take_drawing(
		    ats_at(text->document->drawings, AtsDrawing, text->page->first_drawing + i),
		    level,
		    upright);
	join_edges(level);
	join_edges(upright);
	edges = group_edges(level, upright);
	for (guint i = 0; i < edges->len; i++) {
		AtsGrid *grid;
		if (root_of(edges, i) != i)
			continue;
		grid = make_grid(edges, level->len, i, edges);
		if (grid->xs->len >= 3 && grid->ys->len >= 3 && rows_are_low(text, grid) &&
		    holds_table(text, grid))
			g_ptr_array_add(tables, grid);
		else
			ats_grid_free(grid);
	}
	return tables;
}
