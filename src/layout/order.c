/*
 * The order in which a person reads the text of one area: row by row, a wide gap making a line of
 * its own, labels in a margin before what they stand beside. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/order.h"

#include "layout/build.h"
#include "layout/margins.h"

/* share of the size: gap within a line; a wider one sets a date or place apart */
#define GAP_IN_LINE 1.6f
/* share of the size: rows of one label in a margin, foot to foot */
#define LABEL_LEADING 1.6f

typedef struct {
	AtsLayout *layout;
	const AtsPageText *text;
	const AtsSegmentSet *set;
	GArray *labels;	  /* of guint8, by place in the set; NULL if none */
	guint next_label; /* row of the set from which on labels are still to be read */
	guint32 first_label, n_labels; /* lines */
	AtsBox label_box;
} AtsOrder;

static gboolean
is_label(const AtsOrder *order, guint i)
{
	return order->labels != NULL && g_array_index(order->labels, guint8, i);
}

/* ---- labels ---- */

static void
add_label_line(AtsOrder *order, guint i)
{
	g_autoptr(GArray) segments = g_array_new(FALSE, FALSE, sizeof(guint32));
	AtsLine *line;

	g_array_append_val(segments, g_array_index(order->set->segments, guint32, i));
	line = ats_build_line(order->layout, order->text, segments);
	line->margin = TRUE;
	order->label_box = ats_box_union(order->label_box, line->box);
	if (order->n_labels++ == 0)
		order->first_label = order->layout->lines->len - 1;
}

/* the label that begins in the row, with the lines that follow it closely below */
static void
add_labels(AtsOrder *order, guint r)
{
	const AtsSegment *last = NULL;

	if (r < order->next_label || order->labels == NULL)
		return;
	for (; r < ats_segment_set_rows(order->set); r++) {
		guint i = ats_segment_set_row(order->set, r);
		const AtsSegment *segment = ats_segment_set_at(order->set, i);
		if (last != NULL && segment->baseline - last->baseline > LABEL_LEADING * last->size)
			break;
		if (!is_label(order, i) && last == NULL)
			break;
		if (is_label(order, i)) {
			add_label_line(order, i);
			last = segment;
			order->next_label = r + 1;
		}
	}
}

static void
add_label_region(AtsOrder *order)
{
	AtsRegion region = {.kind = ATS_REGION_MARGIN,
			    .page = order->text->index,
			    .box = order->label_box,
			    .drawing = G_MAXUINT32};

	if (order->n_labels == 0)
		return;
	if (order->n_labels == 1) {
		region.first_line = order->first_label;
		region.n_lines = 1;
	}
	g_array_append_val(order->layout->regions, region);
}

/* ---- rows ---- */

/* the segments [begin, end) of the set make one row of the area */
static void
add_row(AtsOrder *order, guint begin, guint end)
{
	g_autoptr(GArray) line = g_array_new(FALSE, FALSE, sizeof(guint32));
	AtsLayout *layout = order->layout;
	guint first_line = layout->lines->len;

	for (guint i = begin; i < end; i++) {
		const AtsSegment *segment = ats_segment_set_at(order->set, i);
		const AtsSegment *next = i + 1 < end ? ats_segment_set_at(order->set, i + 1) : NULL;
		g_array_append_val(line, g_array_index(order->set->segments, guint32, i));
		if (next != NULL && next->box.x0 - segment->box.x1 < GAP_IN_LINE * segment->size)
			continue;
		ats_build_line(layout, order->text, line);
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
	AtsOrder order = {.layout = layout,
			  .text = text,
			  .set = area->set,
			  .label_box = ATS_BOX_EMPTY};
	gboolean running = area->kind == ATS_REGION_HEADER || area->kind == ATS_REGION_FOOTER;

	order.labels = running ? NULL : ats_margins_find(area->set);
	for (guint r = 0; r < ats_segment_set_rows(area->set); r++) {
		guint begin = ats_segment_set_row(area->set, r);
		add_labels(&order, r);
		add_row(&order,
			begin + is_label(&order, begin),
			ats_segment_set_row(area->set, r + 1));
	}
	add_label_region(&order);
	g_clear_pointer(&order.labels, g_array_unref);
}
