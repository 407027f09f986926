/*
 * Decides which gutters part a list set in columns, or a header in blocks, rather than labels,
 * dates or ratings beside what they belong to. For blocks.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/list-gutters.h"

#include <math.h>

#include "base/utf8.h"

/* rows on each side: two are enough where more speaks for a block */
#define ROWS_FEW  2
#define ROWS_MANY 3
/* letters in a row of a column that is no date, no place */
#define SAYING_CHARS 10
/* share of the size: left edges that are the same */
#define EDGE_SAME 0.4f
/* share of rows that begin, or have their middle, at one place */
#define ALIGNED 0.6f
/* share of rows that are dates */
#define DIGITS_MOST 0.34f
/* share of the rows of the longer side that the shorter has */
#define EVEN_ROWS 0.4f
/* labels: on the baselines of a text this many times as long */
#define LABEL_PAIRED 0.7f
#define LABEL_CHARS  26
#define LABEL_TIMES  1.7f
/* share of rows that go on in the next where there is prose */
#define PROSE_WRAPS 0.35f
/* share of the body's size: a name */
#define NAME_SIZE 1.6f

static gboolean
is_aligned(const AtsSide *side)
{
	return side->left >= ALIGNED || side->centred >= ALIGNED || side->bullets >= ALIGNED;
}

/* dates and places end together, at the edge of the area as a rule; so does prose, which goes on
 * from row to row */
static gboolean
is_right_block(const AtsSegmentSet *set, const AtsSide *side)
{
	gboolean at_edge = side->box.x1 > set->box.x1 - set->text->em / 2;

	return side->right >= 0.7f && side->wraps < PROSE_WRAPS &&
	       (at_edge || side->right > side->left + 0.1f);
}

static gboolean
is_drawn_apart(const AtsPageText *text, const AtsGutter *gutter)
{
	return text->page->has_order && gutter->switches <= 1;
}

/* cells of the first two rows that stand under one another on the right, at least two in a row:
 * with the left side, three columns */
static gboolean
has_more_columns(const AtsSegmentSet *set, const AtsGutter *gutter)
{
	guint end = ats_segment_set_row(set, gutter->first + 1);
	guint below = gutter->end - gutter->first < ROWS_FEW
			  ? end
			  : ats_segment_set_row(set, gutter->first + 2);
	guint aligned = 0;

	for (guint i = end, j = below; i > ats_segment_set_row(set, gutter->first) && j > end;
	     i--, j--) {
		const AtsSegment *a = ats_segment_set_at(set, i - 1);
		const AtsSegment *b = ats_segment_set_at(set, j - 1);
		if (a->box.x0 < gutter->x0 ||
		    fabsf(a->box.x0 - b->box.x0) > EDGE_SAME * set->text->em)
			break;
		aligned++;
	}
	return aligned >= 2;
}

/* short texts on the baselines of longer ones, which are no row of cells; a label is drawn with its
 * text, a list that was cut in columns is drawn column by column */
static gboolean
are_labels(const AtsSegmentSet *set, const AtsGutter *gutter)
{
	return !is_drawn_apart(set->text, gutter) && gutter->left.paired >= LABEL_PAIRED &&
	       gutter->left.chars <= LABEL_CHARS && gutter->right.bullets < 0.5f &&
	       (float)gutter->right.chars > LABEL_TIMES * (float)gutter->left.chars &&
	       !has_more_columns(set, gutter);
}

/* a date, with a place under it, beside the longer lines of its entry; contact data have a
 * pictogram each */
static gboolean
are_notes(const AtsGutter *gutter)
{
	return gutter->right.digits > 0 && gutter->right.bullets < 0.5f &&
	       gutter->right.chars <= LABEL_CHARS &&
	       (float)gutter->left.chars > LABEL_TIMES * (float)gutter->right.chars;
}

/* few rows are a block when each side is drawn whole and says something, or when they have three
 * columns */
static gboolean
has_rows(const AtsSegmentSet *set, const AtsGutter *gutter, guint few)
{
	if (few >= ROWS_MANY)
		return TRUE;
	if (few < ROWS_FEW || gutter->end - gutter->first < ROWS_FEW)
		return FALSE;
	if (has_more_columns(set, gutter))
		return TRUE;
	return is_drawn_apart(set->text, gutter) &&
	       MIN(gutter->left.chars, gutter->right.chars) >= SAYING_CHARS;
}

/* columns whose text ends together, drawn whole each: not dates, which are drawn with their rows */
static gboolean
are_right_aligned_lists(const AtsSegmentSet *set, const AtsGutter *gutter)
{
	return is_drawn_apart(set->text, gutter) && gutter->left.right >= 0.9f &&
	       gutter->right.right >= 0.9f && gutter->left.paired >= 0.9f &&
	       gutter->left.chars <= LABEL_CHARS && gutter->right.digits == 0 &&
	       has_more_columns(set, gutter);
}

/* the name on one side, contact data on the other, each drawn whole */
static gboolean
is_header(const AtsSegmentSet *set, const AtsGutter *gutter)
{
	if (set->text->index > 0 || gutter->right.rows < ROWS_MANY || gutter->right.dense < 1 ||
	    !is_drawn_apart(set->text, gutter) || gutter->overlap < set->text->em)
		return FALSE;
	for (guint i = ats_segment_set_row(set, gutter->first);
	     i < ats_segment_set_row(set, gutter->end);
	     i++) {
		if (ats_segment_set_at(set, i)->size > NAME_SIZE * set->text->em)
			return TRUE;
	}
	return FALSE;
}

/* stars or dots on the right: they rate what stands on the left */
static gboolean
are_ratings(const AtsSegmentSet *set, const AtsGutter *gutter)
{
	for (guint i = ats_segment_set_row(set, gutter->first);
	     i < ats_segment_set_row(set, gutter->end);
	     i++) {
		const AtsSegment *segment = ats_segment_set_at(set, i);
		if (segment->box.x0 < gutter->x0)
			continue;
		for (guint w = segment->first; w < segment->first + segment->n; w++) {
			if (!ats_utf8_is_ornament(ats_page_text_word(set->text, w)->text))
				return FALSE;
		}
	}
	return TRUE;
}

gboolean
ats_gutter_parts_list(const AtsSegmentSet *set, const AtsGutter *gutter)
{
	guint few = MIN(gutter->left.rows, gutter->right.rows);
	guint many = MAX(gutter->left.rows, gutter->right.rows);

	if (is_header(set, gutter))
		return TRUE;
	if (!has_rows(set, gutter, few) || (float)few < EVEN_ROWS * (float)many)
		return FALSE;
	if (are_right_aligned_lists(set, gutter))
		return TRUE;
	if (is_right_block(set, &gutter->right) || are_labels(set, gutter) || are_notes(gutter))
		return FALSE;
	if (gutter->left.digits > DIGITS_MOST || gutter->right.digits > DIGITS_MOST)
		return FALSE;
	return is_aligned(&gutter->left) && is_aligned(&gutter->right) && !are_ratings(set, gutter);
}
