/*
 * Gutters: upright strips of white between text on both sides, and what speaks for or against each
 * being a gutter between columns. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/page.h"

/**
 * AtsSide: the text on one side of a gutter, as rows of that side
 */
typedef struct {
	AtsBox box;
	guint rows;
	guint chars; /* median of a row */
	guint max_chars;
	float left, right; /* share of rows that begin, end at the commonest place, 0..1 */
	float centred;	   /* share of rows with the commonest middle */
	float paired;	   /* share of rows with text on the very baseline on the other side */
	float starts; /* share of runs of dense rows that begin on the very baseline of the other
			 side */
	guint runs;
	float dense; /* share of rows that follow the row before them as lines of running text do */
	float wraps; /* share of rows that go on in the next */
	float digits;	   /* share of rows that are mostly digits: dates */
	float bullets;	   /* share of rows that begin with a bullet */
	float longest_run; /* points: of dense rows */
	guint titles;	   /* rows that stand out and are alone, as headings do */
	gint32 draw_first, draw_last;
} AtsSide;

typedef struct {
	float x0, x1;	  /* the strip, points */
	guint first, end; /* rows (of the set) that it parts; first..end-1 */
	AtsSide left, right;
	guint switches;	     /* times that the drawing goes from one side to the other */
	guint shared_titles; /* titles of a style that both sides have, on both sides */
	guint shared_left;   /* ... of these, on the left */
	guint shared_right;
	gboolean shared_large; /* these are larger than the body, or capitals: section titles rather
				  than names in a list */
	float overlap;	       /* points of height where both sides have text */
	guint part_first, part_end; /* of its rows: the longest part without a title that stands on
				       the left over the text of both sides */
} AtsGutter;

/**
 * AtsSegmentSet: some segments of a page, in the order of the page, and where its rows begin
 */
typedef struct {
	const AtsPageText *text;
	GArray *segments; /* of guint32 */
	GArray *rows;	  /* of guint32: places in @segments, one more than there are rows */
	AtsBox box;
} AtsSegmentSet;

/* takes over segments */
AtsSegmentSet *
ats_segment_set_new(const AtsPageText *text, GArray *segments);

void
ats_segment_set_free(AtsSegmentSet *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsSegmentSet, ats_segment_set_free)

static inline guint
ats_segment_set_rows(const AtsSegmentSet *set)
{
	return set->rows->len - 1;
}

static inline const AtsSegment *
ats_segment_set_at(const AtsSegmentSet *set, guint i)
{
	return ats_page_text_segment(set->text, g_array_index(set->segments, guint32, i));
}

/* place of the row's first segment; of the row after the last: the end */
static inline guint
ats_segment_set_row(const AtsSegmentSet *set, guint row)
{
	return g_array_index(set->rows, guint32, row);
}

/**
 * ats_gutters_find:
 *
 * Returns: (transfer full) (element-type AtsGutter): the gutters of the set with the most rows on
 * both sides, unmeasured, most rows first
 */
GArray *
ats_gutters_find(const AtsSegmentSet *set);

/* sets all but the place */
void
ats_gutter_measure(const AtsSegmentSet *set, AtsGutter *gutter);
