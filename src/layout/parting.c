/*
 * Decides which gutters part columns: flows that are read one after the other, rather than dates,
 * labels or cells beside what they belong to. For columns.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/parting.h"

#include <math.h>

#include "layout/style.h"

/* rows on each side: fewer are no flow */
#define MIN_ROWS 3
/* share of the size: baselines that are the same; share of the body's size: a section's title */
#define BASELINE_SAME 0.12f
#define TITLE_SIZE    1.06f
/* share of a title's size: down to the text under it */
#define UNDER_TITLE 3.5f
/* share of the size: height on which both sides have text. Header contact blocks are lower than the
 * middle one */
#define OVERLAP_LONG   30.f
#define OVERLAP_SHORT  9.f
#define OVERLAP_TITLES 5.f
#define OVERLAP_KNOWN  2.5f
#define OVERLAP_HEADED 2.f
/* share of rows on one baseline with the other side: two flows meet by chance in about one row of
 * five */
#define PAIRED_CHANCE 0.35f
#define PAIRED_LABELS 0.7f
/* share of runs of rows that begin on a baseline of the other side, where there are so many runs */
#define STARTS_LABELS 0.5f
#define LABEL_RUNS    4
/* share of rows that are dates, where others are titles */
#define LABEL_DATES 0.5f
/* letters in a row: of a label or date, of a line of prose */
#define LABEL_CHARS	 26
#define PROSE_CHARS	 25
#define FULL_PROSE_CHARS 40
/* share of rows that go on in the next where there is prose */
#define PROSE_WRAPS 0.35f
/* points by which text may stand out of its ground; share of the text's height that it has behind
 * it */
#define GROUND_SLACK 3.f
#define GROUND_SHARE 0.8f

/* the ground covers one side and ends at the gutter */
static gboolean
is_ground_of(AtsBox ground, const AtsSide *side, const AtsSide *other)
{
	float shared = ats_box_overlap_y(ground, side->box);

	return ground.x0 <= side->box.x0 + GROUND_SLACK &&
	       ground.x1 >= side->box.x1 - GROUND_SLACK &&
	       ats_box_overlap_x(ground, other->box) < GROUND_SLACK &&
	       shared > GROUND_SHARE * ats_box_height(side->box);
}

const AtsBox *
ats_side_ground(const AtsPageText *text, const AtsSide *side, const AtsSide *other)
{
	for (guint i = 0; i < text->grounds->len; i++) {
		const AtsBox *ground = ats_at(text->grounds, AtsBox, i);
		if (is_ground_of(*ground, side, other))
			return ground;
	}
	return NULL;
}

static gboolean
has_ground(const AtsPageText *text, const AtsGutter *gutter)
{
	return ats_side_ground(text, &gutter->left, &gutter->right) != NULL ||
	       ats_side_ground(text, &gutter->right, &gutter->left) != NULL;
}

/* dates, places, a contact block: short rows that end together and do not begin together */
static gboolean
is_right_block(const AtsSide *side)
{
	return side->right >= 0.7f && side->right > side->left + 0.15f &&
	       side->chars <= LABEL_CHARS + 4 && side->wraps < PROSE_WRAPS;
}

/* labels, or dates in a margin, whatever titles stand among them: short rows that stand on the
 * baselines of what they belong to, or begin there */
static gboolean
is_label_block(const AtsSide *side, const AtsGutter *gutter)
{
	if (side->chars > LABEL_CHARS)
		return FALSE;
	if (side->digits >= LABEL_DATES)
		return TRUE;
	if (gutter->shared_titles > 0)
		return FALSE;
	return side->paired >= PAIRED_LABELS ||
	       (side->runs >= LABEL_RUNS && side->starts >= STARTS_LABELS);
}

/* the page draws one side whole before the other */
static gboolean
is_drawn_apart(const AtsPageText *text, const AtsGutter *gutter)
{
	return text->page->has_order &&
	       gutter->switches <= 1 + MIN(gutter->left.rows, gutter->right.rows) / 8;
}

static gboolean
has_titles_on_both_sides(const AtsGutter *gutter)
{
	return gutter->shared_titles >= 3 && gutter->shared_left > 0 && gutter->shared_right > 0;
}

static gboolean
is_independent(const AtsGutter *gutter)
{
	return MAX(gutter->left.paired, gutter->right.paired) <= PAIRED_CHANCE;
}

static gboolean
has_prose(const AtsSide *side, guint chars, guint rows)
{
	return side->chars >= chars && side->rows >= rows && side->wraps >= PROSE_WRAPS;
}

static gboolean
has_prose_on_both_sides(const AtsGutter *gutter)
{
	return (has_prose(&gutter->left, PROSE_CHARS, 8) &&
		has_prose(&gutter->right, PROSE_CHARS, 8)) ||
	       (has_prose(&gutter->left, FULL_PROSE_CHARS, 6) &&
		has_prose(&gutter->right, FULL_PROSE_CHARS, 6));
}

static gboolean
is_known(const AtsGutter *gutter, const GArray *known)
{
	for (guint i = 0; i < known->len; i++) {
		const AtsGutter *k = ats_at(known, AtsGutter, i);
		if (MIN(gutter->x1, k->x1) > MAX(gutter->x0, k->x0))
			return TRUE;
	}
	return FALSE;
}

static gboolean
parts_when_drawn_apart(const AtsGutter *gutter, float em)
{
	if (gutter->overlap >= OVERLAP_LONG * em)
		return TRUE;
	if (gutter->overlap >= OVERLAP_TITLES * em &&
	    (is_independent(gutter) || gutter->shared_large) && has_titles_on_both_sides(gutter) &&
	    MIN(gutter->left.rows, gutter->right.rows) >= MIN_ROWS + 1)
		return TRUE;
	if (gutter->overlap < OVERLAP_SHORT * em)
		return FALSE;
	return has_titles_on_both_sides(gutter) || has_prose_on_both_sides(gutter) ||
	       (is_independent(gutter) && MIN(gutter->left.rows, gutter->right.rows) >= 6);
}

/* rows are drawn across, or the order is not known: only the text itself can tell */
static gboolean
parts_by_text_alone(const AtsPageText *text, const AtsGutter *gutter)
{
	if (gutter->overlap < 2 * OVERLAP_SHORT * text->em)
		return FALSE;
	if (!text->page->has_order && is_independent(gutter))
		return has_prose_on_both_sides(gutter) || has_titles_on_both_sides(gutter);
	return has_titles_on_both_sides(gutter) && gutter->shared_titles >= 4 &&
	       MAX(gutter->left.paired, gutter->right.paired) <= 0.5f;
}

static gboolean
parts_columns(const AtsPageText *text, const AtsGutter *gutter, const GArray *known)
{
	guint rows = MIN(gutter->left.rows, gutter->right.rows);

	if (rows < 2 || is_label_block(&gutter->left, gutter))
		return FALSE;
	if (gutter->overlap >= OVERLAP_KNOWN * text->em && has_ground(text, gutter))
		return TRUE;
	if (is_right_block(&gutter->right))
		return FALSE;
	if (!is_drawn_apart(text, gutter))
		return rows >= MIN_ROWS && parts_by_text_alone(text, gutter);
	if (rows >= MIN_ROWS && parts_when_drawn_apart(gutter, text->em))
		return TRUE;
	return gutter->overlap >= OVERLAP_KNOWN * text->em && is_known(gutter, known);
}

gboolean
ats_gutter_is_on_right(const AtsGutter *gutter, const AtsSegment *segment)
{
	return segment->box.x0 >= (gutter->x0 + gutter->x1) / 2;
}

static gboolean
is_section_title(const AtsPageText *text, const AtsSegment *segment)
{
	return segment->stands_out && (segment->capitals || segment->size > TITLE_SIZE * text->em);
}

/* all that stands in the row are titles of sections, from the left edge on; one of them begins at
 * the gutter */
static gboolean
begins_sections(const AtsSegmentSet *set, const AtsGutter *gutter, guint r)
{
	const AtsSegment *first = ats_segment_set_at(set, ats_segment_set_row(set, r));
	guint end = ats_segment_set_row(set, r + 1);

	if (first->box.x0 > set->box.x0 + set->text->em || ats_gutter_is_on_right(gutter, first) ||
	    !ats_gutter_is_on_right(gutter, ats_segment_set_at(set, end - 1)))
		return FALSE;
	for (guint i = ats_segment_set_row(set, r); i < end; i++) {
		const AtsSegment *title = ats_segment_set_at(set, i);
		if (!is_section_title(set->text, title) || !ats_segment_same_style(first, title) ||
		    fabsf(first->baseline - title->baseline) > BASELINE_SAME * first->size)
			return FALSE;
	}
	return TRUE;
}

/* a larger title right above them, or at the end of the page before: they are titles of its parts
 */
static gboolean
stand_under_title(const AtsSegmentSet *set, guint r)
{
	const AtsSegment *first = ats_segment_set_at(set, ats_segment_set_row(set, r));

	if (r == 0)
		return set->text->index > 0;
	for (guint i = ats_segment_set_row(set, r - 1); i < ats_segment_set_row(set, r); i++) {
		const AtsSegment *above = ats_segment_set_at(set, i);
		if (above->stands_out && above->size > TITLE_SIZE * first->size)
			return TRUE;
	}
	return FALSE;
}

/* text follows closely under the title on that side of the gutter */
static gboolean
has_text_under(const AtsSegmentSet *set, const AtsGutter *gutter, guint title, gboolean right)
{
	const AtsSegment *above = ats_segment_set_at(set, ats_segment_set_row(set, title));

	for (guint i = ats_segment_set_row(set, title + 1);
	     i < ats_segment_set_row(set, gutter->end);
	     i++) {
		const AtsSegment *segment = ats_segment_set_at(set, i);
		if (segment->baseline - above->baseline > UNDER_TITLE * above->size)
			return FALSE;
		if (ats_gutter_is_on_right(gutter, segment) == right)
			return !ats_segment_same_style(segment, above);
	}
	return FALSE;
}

/* sections side by side, as at the foot of a page: from the row of their titles on, each drawn
 * whole */
static gboolean
find_sections(const AtsSegmentSet *set, const AtsGutter *gutter, AtsGutter *headed)
{
	guint r = gutter->first;

	while (r < gutter->end && !begins_sections(set, gutter, r))
		r++;
	if (r >= gutter->end || stand_under_title(set, r))
		return FALSE;
	*headed = *gutter;
	headed->first = r;
	ats_gutter_measure(set, headed);
	return headed->left.rows >= MIN_ROWS && headed->right.rows >= MIN_ROWS &&
	       has_text_under(set, headed, r, FALSE) && has_text_under(set, headed, r, TRUE) &&
	       headed->overlap >= OVERLAP_HEADED * set->text->em &&
	       is_drawn_apart(set->text, headed) && !is_right_block(&headed->right);
}

/* columns do not go on under a title that stands over both; what stands between two such titles is
 * a section of a single column, and FALSE is returned */
static gboolean
measure_part(const AtsSegmentSet *set, AtsGutter *gutter)
{
	ats_gutter_measure(set, gutter);
	if (gutter->part_end - gutter->part_first == gutter->end - gutter->first)
		return TRUE;
	if (gutter->part_first > gutter->first && gutter->part_end < gutter->end)
		return FALSE;
	gutter->first = gutter->part_first;
	gutter->end = gutter->part_end;
	ats_gutter_measure(set, gutter);
	return TRUE;
}

gboolean
ats_gutters_find_parting(const AtsSegmentSet *set, const GArray *known, AtsGutter *best)
{
	g_autoptr(GArray) gutters = ats_gutters_find(set);
	gboolean found = FALSE;

	for (guint i = 0; i < gutters->len; i++) {
		AtsGutter *gutter = ats_at(gutters, AtsGutter, i);
		if (!measure_part(set, gutter) || (!parts_columns(set->text, gutter, known) &&
						   !find_sections(set, gutter, gutter)))
			continue;
		if (found && gutter->overlap < 1.05f * best->overlap &&
		    (gutter->overlap < 0.95f * best->overlap ||
		     gutter->x1 - gutter->x0 <= best->x1 - best->x0))
			continue;
		*best = *gutter;
		found = TRUE;
	}
	return found;
}
