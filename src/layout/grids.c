/*
 * Finds tables without rules: three and more columns whose cells begin together, a header row of
 * another style, drawn row by row. For order.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/tables.h"

#include <math.h>

#include "layout/style.h"

#define COLUMNS_LEAST 3
#define ROWS_LEAST    3
/* a longer one goes on over the page */
#define ROWS_MOST 150
/* share of the size: cells of a column begin, or end, within this */
#define EDGE_SAME 0.5f
/* share of the size: from row to row of a table, foot to foot */
#define LEADING_MOST 3.5f
/* ... within a cell */
#define LEADING_CELL 1.6f
/* letters: longer cells are paragraphs */
#define CELL_CHARS 70

static gboolean
begin_together(const AtsSegment *a, const AtsSegment *b, float em)
{
	return fabsf(a->box.x0 - b->box.x0) < EDGE_SAME * em ||
	       fabsf(a->box.x1 - b->box.x1) < EDGE_SAME * em;
}

/* the row has the cells of the head row, one for each */
static gboolean
is_row_of(const AtsSegmentSet *set, guint head, guint r)
{
	guint begin = ats_segment_set_row(set, r);
	guint n = ats_segment_set_row(set, r + 1) - begin;
	guint first = ats_segment_set_row(set, head);

	if (n != ats_segment_set_row(set, head + 1) - first)
		return FALSE;
	for (guint i = 0; i < n; i++) {
		const AtsSegment *cell = ats_segment_set_at(set, begin + i);
		if (cell->chars > CELL_CHARS || cell->bullet ||
		    !begin_together(cell, ats_segment_set_at(set, first + i), set->text->em))
			return FALSE;
	}
	return TRUE;
}

/* the row holds second lines of some cells of the row above: fewer, closely below, each under its
 * own */
static gboolean
goes_on_row(const AtsSegmentSet *set, guint head, guint r)
{
	guint head_cell = ats_segment_set_row(set, head);
	guint head_end = ats_segment_set_row(set, head + 1);
	guint end = ats_segment_set_row(set, r + 1);
	const AtsSegment *above = ats_segment_set_at(set, ats_segment_set_row(set, r - 1));

	if (end - ats_segment_set_row(set, r) >= head_end - head_cell)
		return FALSE;
	for (guint i = ats_segment_set_row(set, r); i < end; i++) {
		const AtsSegment *cell = ats_segment_set_at(set, i);
		if (cell->baseline - above->baseline > LEADING_CELL * cell->size)
			return FALSE;
		while (head_cell < head_end &&
		       fabsf(cell->box.x0 - ats_segment_set_at(set, head_cell)->box.x0) >=
			   EDGE_SAME * set->text->em)
			head_cell++;
		if (head_cell == head_end)
			return FALSE;
	}
	return TRUE;
}

static gboolean
follows(const AtsSegmentSet *set, guint r)
{
	const AtsSegment *a = ats_segment_set_at(set, ats_segment_set_row(set, r - 1));
	const AtsSegment *b = ats_segment_set_at(set, ats_segment_set_row(set, r));

	return b->baseline - a->baseline < LEADING_MOST * a->size;
}

/* each row, with the second lines of its cells, is drawn whole before the next */
static gboolean
is_drawn_by_rows(const AtsSegmentSet *set, guint first, guint end)
{
	gint32 before = -1, most = -1;

	for (guint r = first; r < end; r++) {
		if (is_row_of(set, first, r))
			before = most;
		for (guint i = ats_segment_set_row(set, r); i < ats_segment_set_row(set, r + 1);
		     i++) {
			gint32 draw = ats_segment_set_at(set, i)->draw;
			if (draw < before)
				return FALSE;
			most = MAX(most, draw);
		}
	}
	return TRUE;
}

/* no cell of the head looks like the one below it; a table's first column may be bold throughout */
static gboolean
has_head(const AtsSegmentSet *set, guint head)
{
	guint first = ats_segment_set_row(set, head);
	guint below = ats_segment_set_row(set, head + 1);
	guint n = below - first, other = 0;

	for (guint i = 0; i < n; i++)
		other += !ats_segment_same_style(ats_segment_set_at(set, first + i),
						 ats_segment_set_at(set, below + i));
	return other + 1 >= n;
}

static AtsGrid *
make_grid(const AtsSegmentSet *set, guint first, guint end)
{
	AtsGrid *grid = g_new0(AtsGrid, 1);
	guint begin = ats_segment_set_row(set, first);
	guint n = ats_segment_set_row(set, first + 1) - begin;

	grid->xs = g_array_new(FALSE, FALSE, sizeof(float));
	grid->ys = g_array_new(FALSE, FALSE, sizeof(float));
	grid->box = ATS_BOX_EMPTY;
	for (guint i = begin; i < ats_segment_set_row(set, end); i++)
		grid->box = ats_box_union(grid->box, ats_segment_set_at(set, i)->box);
	for (guint i = 0; i < n; i++) {
		float x = ats_segment_set_at(set, begin + i)->box.x0 - 1;
		g_array_append_val(grid->xs, x);
	}
	g_array_append_val(grid->xs, grid->box.x1);
	for (guint r = first; r < end; r++) {
		if (r > first && !is_row_of(set, first, r))
			continue;
		float y = ats_segment_set_at(set, ats_segment_set_row(set, r))->box.y0;
		g_array_append_val(grid->ys, y);
	}
	g_array_append_val(grid->ys, grid->box.y1);
	return grid;
}

/* where the table ends that begins with the head row; @rows: how many rows it has */
static guint
find_end(const AtsSegmentSet *set, guint head, guint *rows)
{
	guint end = head + 1;

	for (*rows = 1; end < MIN(ats_segment_set_rows(set), head + ROWS_MOST) && follows(set, end);
	     end++) {
		if (is_row_of(set, head, end))
			(*rows)++;
		else if (!goes_on_row(set, head, end))
			break;
	}
	return end;
}

void
ats_tables_find_aligned(const AtsSegmentSet *set, GPtrArray *tables)
{
	for (guint head = 0; head + ROWS_LEAST <= ats_segment_set_rows(set); head++) {
		guint rows, end;
		if (ats_segment_set_row(set, head + 1) - ats_segment_set_row(set, head) <
			COLUMNS_LEAST ||
		    !is_row_of(set, head, head + 1) || !has_head(set, head))
			continue;
		end = find_end(set, head, &rows);
		if (rows < ROWS_LEAST || !is_drawn_by_rows(set, head, end))
			continue;
		g_ptr_array_add(tables, make_grid(set, head, end));
		head = end - 1;
	}
}
