/*
 * Finds gutters: maximal upright strips that no text crosses, with text on both sides. For
 * columns.c and blocks of src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/gutters.h"

/* places across the set where a gutter is looked for: about 4 pt apart on a page */
#define GRID 144
/* share of the size: the narrowest gutter */
#define STRIP_WIDTH 0.4f
/* rows that a gutter has on each side */
#define MIN_ROWS 2
/* gutters that are kept of one set; a page of real text has about 20 that matter */
#define MAX_GUTTERS 48
/* rows of a page that a person can read: 4 pt print has 200 on the largest paper */
#define MAX_PAGE_ROWS 1500

/**
 * AtsSweep: goes down the rows and remembers, for each place across, since which row nothing has
 * crossed it
 */
typedef struct {
	const AtsSegmentSet *set;
	GArray *found;	     /* of AtsGutter */
	float x, step, half; /* of the grid */
	guint32 open[GRID];  /* first row since the last crossing */
	guint32 left[GRID];  /* rows since then with text on the left */
	guint32 right[GRID];
} AtsSweep;

AtsSegmentSet *
ats_segment_set_new(const AtsPageText *text, GArray *segments)
{
	AtsSegmentSet *set = g_new0(AtsSegmentSet, 1);
	guint32 end = segments->len;
	guint32 row = G_MAXUINT32;

	set->text = text;
	set->segments = segments;
	set->rows = g_array_new(FALSE, FALSE, sizeof(guint32));
	set->box = ATS_BOX_EMPTY;
	for (guint32 i = 0; i < segments->len; i++) {
		const AtsSegment *segment = ats_segment_set_at(set, i);
		set->box = ats_box_union(set->box, segment->box);
		if (segment->row != row)
			g_array_append_val(set->rows, i);
		row = segment->row;
	}
	g_array_append_val(set->rows, end);
	return set;
}

void
ats_segment_set_free(AtsSegmentSet *set)
{
	g_array_unref(set->segments);
	g_array_unref(set->rows);
	g_free(set);
}

static guint
support(const AtsSweep *sweep, guint i)
{
	return MIN(sweep->left[i], sweep->right[i]);
}

/* keeps the best: found is small, and full only on crowded pages */
static void
keep(AtsSweep *sweep, guint from, guint to, guint end)
{
	AtsGutter gutter = {.x0 = sweep->x + from * sweep->step - sweep->half,
			    .x1 = sweep->x + to * sweep->step + sweep->half,
			    .first = sweep->open[from],
			    .end = end,
			    .left.rows = sweep->left[from],
			    .right.rows = sweep->right[from]};
	guint worst = 0;

	if (sweep->found->len < MAX_GUTTERS) {
		g_array_append_val(sweep->found, gutter);
		return;
	}
	for (guint i = 1; i < sweep->found->len; i++) {
		const AtsGutter *a = ats_at(sweep->found, AtsGutter, i);
		const AtsGutter *b = ats_at(sweep->found, AtsGutter, worst);
		if (MIN(a->left.rows, a->right.rows) < MIN(b->left.rows, b->right.rows))
			worst = i;
	}
	if (MIN(gutter.left.rows, gutter.right.rows) >
	    MIN(ats_at(sweep->found, AtsGutter, worst)->left.rows,
		ats_at(sweep->found, AtsGutter, worst)->right.rows))
		*ats_at(sweep->found, AtsGutter, worst) = gutter;
}

/* places [from, to) are crossed by row: what was open there ends, as one gutter for each run of the
 * same text */
static void
close_places(AtsSweep *sweep, guint from, guint to, guint row)
{
	guint start = from;

	for (guint i = from + 1; i <= to; i++) {
		if (i < to && sweep->open[i] == sweep->open[start] &&
		    sweep->left[i] == sweep->left[start] && sweep->right[i] == sweep->right[start])
			continue;
		if (support(sweep, start) >= MIN_ROWS)
			keep(sweep, start, i - 1, row);
		start = i;
	}
	for (guint i = from; i < to; i++)
		sweep->open[i] = row + 1, sweep->left[i] = sweep->right[i] = 0;
}

static guint
place_of(const AtsSweep *sweep, float x)
{
	return (guint)CLAMP((x - sweep->x) / sweep->step + 1, 0, GRID);
}

/* a place is crossed by a segment that reaches into the strip around it */
static void
take_row(AtsSweep *sweep, guint row)
{
	guint begin = ats_segment_set_row(sweep->set, row);
	guint end = ats_segment_set_row(sweep->set, row + 1);
	guint free = 0;

	for (guint i = begin; i < end; i++) {
		const AtsSegment *segment = ats_segment_set_at(sweep->set, i);
		guint from = MAX(place_of(sweep, segment->box.x0 - sweep->half), free);
		guint to = place_of(sweep, segment->box.x1 + sweep->half);
		if (from < to)
			close_places(sweep, from, to, row);
		for (guint j = free; j < from; j++)
			sweep->left[j] += i > begin, sweep->right[j]++;
		free = MAX(free, to);
	}
	for (guint j = free; j < GRID; j++)
		sweep->left[j]++;
}

static gint
compare_support(gconstpointer a, gconstpointer b)
{
	const AtsGutter *g = a;
	const AtsGutter *h = b;
	guint m = MIN(g->left.rows, g->right.rows);
	guint n = MIN(h->left.rows, h->right.rows);

	if (m != n)
		return m > n ? -1 : 1;
	if (g->x0 != h->x0)
		return g->x0 < h->x0 ? -1 : 1;
	return g->first < h->first ? -1 : g->first > h->first;
}

GArray *
ats_gutters_find(const AtsSegmentSet *set)
{
	g_autofree AtsSweep *sweep = g_new0(AtsSweep, 1);
	float width = ats_box_width(set->box);

	sweep->set = set;
	sweep->found = g_array_new(FALSE, FALSE, sizeof(AtsGutter));
	if (!(width > 0) || ats_segment_set_rows(set) > MAX_PAGE_ROWS)
		return sweep->found;
	sweep->x = set->box.x0;
	sweep->step = width / (GRID - 1);
	sweep->half = STRIP_WIDTH * set->text->em / 2;
	for (guint row = 0; row < ats_segment_set_rows(set); row++)
		take_row(sweep, row);
	close_places(sweep, 0, GRID, ats_segment_set_rows(set));
	g_array_sort(sweep->found, compare_support);
	return sweep->found;
}
