/*
 * Cuts the text of one area where a part of it stands in columns, or in a table. For order.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/blocks.h"

#include "layout/list-gutters.h"
#include "layout/style.h"

/* cuts within cuts: a block of four columns, between two others, needs five */
#define MAX_DEPTH 8
/* share of the size: rows that follow one another in a list */
#define LEADING_LIST 2.f
/* share of the size: a row of the other side this near stands beside a title */
#define BESIDE 1.7f
/* gutters through one row; more of them are the grid of a table, and no list: a wide page has room
 * for six columns of words, each of which may leave two more gutters at its bullets and its longest
 * words */
#define GUTTERS_MOST 24

typedef struct {
	const AtsPageText *text;
	GPtrArray *stretches;
	guint blocks;
} AtsBlockCutter;

void
ats_stretch_free(AtsStretch *stretch)
{
	ats_segment_set_free(stretch->set);
	g_free(stretch);
}

/* ---- where a block begins and ends ---- */

static void
look_at_row(const AtsSegmentSet *set, guint r, float middle, gboolean *left, gboolean *right)
{
	*left = *right = FALSE;
	for (guint i = ats_segment_set_row(set, r); i < ats_segment_set_row(set, r + 1); i++) {
		if (ats_segment_set_at(set, i)->box.x0 >= middle)
			*right = TRUE;
		else
			*left = TRUE;
	}
}

static float
row_baseline(const AtsSegmentSet *set, guint r)
{
	return ats_segment_set_at(set, ats_segment_set_row(set, r))->baseline;
}

/* the list on the left goes on below the last row of the right one */
static gboolean
goes_on(const AtsSegmentSet *set, guint r)
{
	const AtsSegment *segment = ats_segment_set_at(set, ats_segment_set_row(set, r));
	const AtsSegment *before = ats_segment_set_at(set, ats_segment_set_row(set, r - 1));

	return row_baseline(set, r) - row_baseline(set, r - 1) < LEADING_LIST * segment->size &&
	       ats_segment_same_style(segment, before) && segment->bullet == before->bullet;
}

/* the list on the right begins a little above the first row of the left one */
static gboolean
goes_on_above(const AtsSegmentSet *set, guint r, float middle)
{
	const AtsSegment *segment = ats_segment_set_at(set, ats_segment_set_row(set, r));

	return segment->box.x0 >= middle &&
	       row_baseline(set, r + 1) - row_baseline(set, r) < LEADING_LIST * segment->size;
}

/* a title on one side, with nothing on the other beside it or closely above it: a section begins,
 * and no block goes on over it */
static gboolean
begins_section(const AtsSegmentSet *set, guint r, float last_beside)
{
	const AtsSegment *title = ats_segment_set_at(set, ats_segment_set_row(set, r));

	return title->stands_out &&
	       ats_segment_set_row(set, r + 1) - ats_segment_set_row(set, r) == 1 &&
	       title->baseline - last_beside > BESIDE * title->size;
}

/* the next stretch from row r on: from a row with text on both sides to the last with text on the
 * right, and what goes on below it */
static gboolean
next_stretch(const AtsSegmentSet *set, const AtsGutter *gutter, guint r, AtsGutter *stretch)
{
	float middle = (gutter->x0 + gutter->x1) / 2;
	float last_left = 0, last_right = 0;
	guint start = r, first = G_MAXUINT, last = 0;

	for (; r < gutter->end; r++) {
		gboolean left, right;
		look_at_row(set, r, middle, &left, &right);
		if (first != G_MAXUINT && left != right &&
		    begins_section(set, r, left ? last_right : last_left))
			break;
		if (left && right && first == G_MAXUINT)
			first = r;
		if (left)
			last_left = row_baseline(set, r);
		if (right)
			last = r, last_right = row_baseline(set, r);
	}
	if (first == G_MAXUINT)
		return FALSE;
	*stretch = *gutter;
	stretch->first = first;
	while (stretch->first > start && goes_on_above(set, stretch->first - 1, middle))
		stretch->first--;
	while (last + 1 < r && goes_on(set, last + 1))
		last++;
	stretch->end = last + 1;
	return TRUE;
}

static gboolean
is_better(const AtsGutter *gutter, const AtsGutter *best)
{
	guint rows = gutter->end - gutter->first;
	guint best_rows = best->end - best->first;

	return rows != best_rows ? rows > best_rows : gutter->x0 < best->x0;
}

/* gutters through the middle of the longest one */
static guint
count_beside(const GArray *gutters)
{
	const AtsGutter *longest = ats_at(gutters, AtsGutter, 0);
	guint n = 0;

	for (guint i = 0; i < gutters->len; i++) {
		const AtsGutter *gutter = ats_at(gutters, AtsGutter, i);
		guint middle = (longest->first + longest->end) / 2;
		n += gutter->first <= middle && gutter->end > middle;
	}
	return n;
}

static gboolean
find_best(const AtsSegmentSet *set, AtsGutter *best)
{
	g_autoptr(GArray) gutters = ats_gutters_find(set);
	gboolean found = FALSE;

	if (gutters->len == 0 || count_beside(gutters) > GUTTERS_MOST)
		return FALSE;

	for (guint i = 0; i < gutters->len; i++) {
		const AtsGutter *gutter = ats_at(gutters, AtsGutter, i);
		AtsGutter stretch;
		for (guint r = gutter->first; next_stretch(set, gutter, r, &stretch);
		     r = stretch.end) {
			/* measuring is what costs */
			if (found && !is_better(&stretch, best))
				continue;
			ats_gutter_measure(set, &stretch);
			if (!ats_gutter_parts_list(set, &stretch))
				continue;
			*best = stretch;
			found = TRUE;
		}
	}
	return found;
}

/* ---- cutting ---- */

static void
cut(AtsBlockCutter *cutter, GArray *segments, guint block, guint column, guint depth);

static void
add_stretch(AtsBlockCutter *cutter, AtsSegmentSet *set, guint block, guint column)
{
	AtsStretch *stretch = g_new0(AtsStretch, 1);

	stretch->kind = block > 0 ? ATS_STRETCH_BLOCK : ATS_STRETCH_ROWS;
	stretch->set = set;
	stretch->block = block;
	stretch->column = column;
	g_ptr_array_add(cutter->stretches, stretch);
}

static void
cut_at(AtsBlockCutter *cutter,
       const AtsSegmentSet *set,
       const AtsGutter *gutter,
       guint block,
       guint column,
       guint depth)
{
	GArray *parts[4]; /* above, left, right, below */
	float middle = (gutter->x0 + gutter->x1) / 2;
	guint inner = block > 0 ? block : ++cutter->blocks;

	for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
		parts[i] = g_array_new(FALSE, FALSE, sizeof(guint32));
	for (guint r = 0; r < ats_segment_set_rows(set); r++) {
		for (guint i = ats_segment_set_row(set, r); i < ats_segment_set_row(set, r + 1);
		     i++) {
			gboolean right = ats_segment_set_at(set, i)->box.x0 >= middle;
			guint part = r < gutter->first ? 0 : r >= gutter->end ? 3 : right ? 2 : 1;
			g_array_append_val(parts[part], g_array_index(set->segments, guint32, i));
		}
	}
	cut(cutter, parts[0], block, column, depth + 1);
	cut(cutter, parts[1], inner, column, depth + 1);
	cut(cutter, parts[2], inner, column + 1, depth + 1);
	cut(cutter, parts[3], block, column, depth + 1);
}

static void
cut(AtsBlockCutter *cutter, GArray *segments, guint block, guint column, guint depth)
{
	g_autoptr(AtsSegmentSet) set = ats_segment_set_new(cutter->text, segments);
	AtsGutter gutter = {0};

	if (segments->len == 0)
		return;
	if (depth < MAX_DEPTH && find_best(set, &gutter))
		cut_at(cutter, set, &gutter, block, column, depth);
	else
		add_stretch(cutter, g_steal_pointer(&set), block, column);
}

/* ---- tables ---- */

const AtsGrid *
ats_table_of(const GPtrArray *tables, const AtsSegment *segment)
{
	float x = (segment->box.x0 + segment->box.x1) / 2;
	float y = (segment->box.y0 + segment->box.y1) / 2;

	for (guint i = 0; i < tables->len; i++) {
		const AtsGrid *grid = g_ptr_array_index(tables, i);
		if (ats_box_contains_point(grid->box, x, y))
			return grid;
	}
	return NULL;
}

static void
end_part(AtsBlockCutter *cutter, GArray **part, const AtsGrid *grid)
{
	if ((*part)->len == 0)
		return;
	if (grid == NULL) {
		cut(cutter, g_steal_pointer(part), 0, 0, 0);
	} else {
		add_stretch(cutter,
			    ats_segment_set_new(cutter->text, g_steal_pointer(part)),
			    ++cutter->blocks,
			    0);
		AtsStretch *stretch =
		    g_ptr_array_index(cutter->stretches, cutter->stretches->len - 1);
		stretch->kind = ATS_STRETCH_TABLE;
		stretch->grid = grid;
	}
	*part = g_array_new(FALSE, FALSE, sizeof(guint32));
}

GPtrArray *
ats_blocks_cut(const AtsPageText *text, GArray *segments, const GPtrArray *tables)
{
	AtsBlockCutter cutter = {.text = text};
	GArray *part = g_array_new(FALSE, FALSE, sizeof(guint32));
	const AtsGrid *grid = NULL;

	cutter.stretches = g_ptr_array_new_with_free_func((GDestroyNotify)ats_stretch_free);
	for (guint i = 0; i < segments->len; i++) {
		guint32 index = g_array_index(segments, guint32, i);
		const AtsGrid *own = ats_table_of(tables, ats_page_text_segment(text, index));
		if (own != grid)
			end_part(&cutter, &part, grid);
		grid = own;
		g_array_append_val(part, index);
	}
	end_part(&cutter, &part, grid);
	g_array_unref(part);
	g_array_unref(segments);
	return cutter.stretches;
}
