/*
 * Makes lines of rows: a wide gap parts a date or place from what it belongs to; a title that wraps
 * beside a date, and a place under a date, are read whole. For order.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/rows.h"

#include <math.h>

#include "layout/build.h"
#include "layout/style.h"

/* share of the size: gap within a line; a wider one sets a date or place apart */
#define GAP_IN_LINE 1.6f
/* shares of the size: from row to row of what belongs together; edges that are the same; an indent;
 * a space and what may be left free beside a date */
#define LEADING_TIGHT 1.7f
#define EDGE_SAME     0.4f
#define INDENT	      0.7f
#define ROOM	      0.9f
/* rows of a date with its place, beside one entry */
#define RIGHT_ROWS 3

void
ats_rows_init(AtsRows *self, AtsLayout *layout, const AtsSegmentSet *set)
{
	*self = (AtsRows){.layout = layout,
			  .set = set,
			  .taken = g_new0(guint8, set->segments->len + 1)};
}

void
ats_rows_clear(AtsRows *self)
{
	g_clear_pointer(&self->taken, g_free);
}

/* the segments [begin, end) become a line */
static AtsLine *
add_line(AtsRows *self, guint begin, guint end)
{
	g_autoptr(GArray) segments = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint i = begin; i < end; i++)
		self->taken[i] = TRUE;
	g_array_append_vals(segments, ats_at(self->set->segments, guint32, begin), end - begin);
	return ats_build_line(self->layout, self->set->text, segments);
}

/* where the piece that begins at i ends */
static guint
find_piece_end(const AtsRows *self, guint i, guint end)
{
	for (; i + 1 < end && !self->taken[i + 1]; i++) {
		const AtsSegment *segment = ats_segment_set_at(self->set, i);
		const AtsSegment *next = ats_segment_set_at(self->set, i + 1);
		if (next->box.x0 - segment->box.x1 >= GAP_IN_LINE * segment->size)
			break;
	}
	return i + 1;
}

static gboolean
follows(const AtsSegment *segment, const AtsSegment *below)
{
	return below->baseline - segment->baseline < LEADING_TIGHT * segment->size;
}

static float
first_word_width(const AtsRows *self, const AtsSegment *segment)
{
	return ats_box_width(ats_page_text_word(self->set->text, segment->first)->box);
}

/* "Name:" is whole, however long the label under it is */
static gboolean
is_label(const AtsRows *self, const AtsSegment *segment)
{
	guint last = segment->first + segment->n - 1;

	return g_str_has_suffix(ats_page_text_word(self->set->text, last)->text, ":");
}

/* the text below goes on with the text on the left, which had no more room before the date at x */
static gboolean
wraps_before(const AtsRows *self, const AtsSegment *left, const AtsSegment *below, float x)
{
	float edge = ats_segment_text_edge(self->set->text, left);

	return follows(left, below) && !below->bullet && !is_label(self, left) &&
	       fabsf(below->box.x0 - edge) < EDGE_SAME * left->size &&
	       left->box.x1 + first_word_width(self, below) + ROOM * left->size > x;
}

/* a title that wraps beside its date: its second line is read before the date */
static void
take_left(AtsRows *self, guint row, guint last_left, float x)
{
	const AtsSegment *left = ats_segment_set_at(self->set, last_left);
	guint i;

	if (row + 1 >= ats_segment_set_rows(self->set))
		return;
	i = ats_segment_set_row(self->set, row + 1);
	if (!self->taken[i] && wraps_before(self, left, ats_segment_set_at(self->set, i), x) &&
	    ats_segment_same_style(left, ats_segment_set_at(self->set, i)))
		add_line(self, i, i + 1);
}

static gboolean
stands_under(const AtsSegment *right, const AtsSegment *below)
{
	float same = EDGE_SAME * right->size;

	return follows(right, below) && (fabsf(right->box.x0 - below->box.x0) < same ||
					 fabsf(right->box.x1 - below->box.x1) < same);
}

/* a place under the date, beside text that goes on with the entry: it is read with the date */
static void
take_right(AtsRows *self, guint row, guint left, guint right)
{
	guint end_row = MIN(row + 1 + RIGHT_ROWS, ats_segment_set_rows(self->set));

	for (guint r = row + 1; r < end_row; r++) {
		guint begin = ats_segment_set_row(self->set, r);
		guint last = ats_segment_set_row(self->set, r + 1) - 1;
		const AtsSegment *first = ats_segment_set_at(self->set, begin);
		const AtsSegment *above = ats_segment_set_at(self->set, left);
		const AtsSegment *date = ats_segment_set_at(self->set, right);
		if (last != begin + 1 || self->taken[last] ||
		    !stands_under(date, ats_segment_set_at(self->set, last)))
			return;
		if (!first->bullet && first->box.x0 < above->box.x0 + INDENT * above->size &&
		    !wraps_before(self, above, first, date->box.x0))
			return;
		add_line(self, last, last + 1)->right_part = TRUE;
		right = last;
	}
}

static void
mark(AtsRows *self, guint first_line, guint n_right)
{
	for (guint i = first_line; i < self->layout->lines->len; i++) {
		AtsLine *line = ats_at(self->layout->lines, AtsLine, i);
		line->shares_row = line->shares_row || n_right > 0;
	}
}

void
ats_rows_add(AtsRows *self, guint row)
{
	guint begin = ats_segment_set_row(self->set, row);
	guint end = ats_segment_set_row(self->set, row + 1);
	guint first_line = self->layout->lines->len;
	guint n_right = 0, left_end = end;

	for (guint i = begin; i < end; i++) {
		guint piece_end;
		if (self->taken[i]) {
			n_right++;
			continue;
		}
		piece_end = find_piece_end(self, i, end);
		if (i == begin)
			left_end = piece_end;
		else if (n_right++ == 0 && left_end < end)
			take_left(self,
				  row,
				  left_end - 1,
				  ats_segment_set_at(self->set, i)->box.x0);
		add_line(self, i, piece_end)->right_part = i > begin;
		if (i > begin && piece_end == end)
			take_right(self, row, begin, end - 1);
		i = piece_end - 1;
	}
	mark(self, first_line, n_right);
}
