/*
 * The order in which a person reads the text of one area: row by row, a wide gap making a line of
 * its own. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/order.h"

#include "layout/build.h"

/* share of the size: gap within a line; a wider one sets a date or place apart */
#define GAP_IN_LINE 1.6f

/* the segments [begin, end) of the set make one row of the area */
static void
add_row(AtsLayout *layout,
	const AtsPageText *text,
	const AtsSegmentSet *set,
	guint begin,
	guint end)
{
	g_autoptr(GArray) line = g_array_new(FALSE, FALSE, sizeof(guint32));
	guint first_line = layout->lines->len;

	for (guint i = begin; i < end; i++) {
		const AtsSegment *segment = ats_segment_set_at(set, i);
		const AtsSegment *next = i + 1 < end ? ats_segment_set_at(set, i + 1) : NULL;
		g_array_append_val(line, g_array_index(set->segments, guint32, i));
		if (next != NULL && next->box.x0 - segment->box.x1 < GAP_IN_LINE * segment->size)
			continue;
		ats_build_line(layout, text, line);
		g_array_set_size(line, 0);
	}
	if (layout->lines->len - first_line < 2)
		return;
	for (guint i = first_line; i < layout->lines->len; i++) {
		ats_at(layout->lines, AtsLine, i)->shares_row = TRUE;
		ats_at(layout->lines, AtsLine, i)->right_part = i > first_line;
	}
}

void
ats_order_area(AtsLayout *layout, const AtsPageText *text, const AtsArea *area)
{
	const AtsSegmentSet *set = area->set;

	for (guint r = 0; r < ats_segment_set_rows(set); r++)
		add_row(layout,
			text,
			set,
			ats_segment_set_row(set, r),
			ats_segment_set_row(set, r + 1));
}
