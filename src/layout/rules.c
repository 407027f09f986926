/*
 * Rules and bars that belong to a line of text: under it, over it, beside it, behind it. For
 * headings.c and analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/headings.h"

/* share of the line's size */
#define RULE_NEAR                                                                                  \
	1.3f /* from the baseline down to a rule under it; from the top up to a rule over it */
#define RULE_THICK 0.9f /* a higher box is a bar or a ground, not a rule */
#define BAR_HIGH   3.2f /* a higher box is a ground of more than the line */
#define BESIDE_GAP 6.f	/* between a line and the rule that continues it */
#define EDGE_SLACK 0.6f
/* points: a shorter stroke is an ornament */
#define RULE_LONG 12.f
/* lines that are looked at around a drawing; more do not fit between it and the farthest that
 * counts */
#define MAX_LOOK 12
#define ASCENT	 0.75f

typedef struct {
	AtsLayout *layout;
	GArray *order; /* of guint32: the page's lines, by baseline */
} AtsRuleSearch;

static gint
compare_baseline(gconstpointer a, gconstpointer b, gpointer data)
{
	const AtsLayout *layout = data;
	guint32 i = *(const guint32 *)a;
	guint32 j = *(const guint32 *)b;
	float x = ats_at(layout->lines, AtsLine, i)->baseline;
	float y = ats_at(layout->lines, AtsLine, j)->baseline;

	return x < y ? -1 : x > y ? 1 : i < j ? -1 : i > j;
}

static AtsLine *
line_at(const AtsRuleSearch *search, guint i)
{
	return ats_at(search->layout->lines, AtsLine, g_array_index(search->order, guint32, i));
}

/* how many lines have their baseline above y */
static guint
count_above(const AtsRuleSearch *search, float y)
{
	guint begin = 0;
	guint end = search->order->len;

	while (begin < end) {
		guint middle = begin + (end - begin) / 2;
		if (line_at(search, middle)->baseline < y)
			begin = middle + 1;
		else
			end = middle;
	}
	return begin;
}

static gboolean
spans(AtsBox box, const AtsLine *line)
{
	float slack = EDGE_SLACK * line->size;

	return box.x0 <= line->box.x0 + slack && box.x1 >= line->box.x1 - slack;
}

static void
mark_above(const AtsRuleSearch *search, AtsBox rule, guint at)
{
	for (guint i = at; i > 0 && at - i < MAX_LOOK; i--) {
		AtsLine *line = line_at(search, i - 1);
		if (rule.y0 - line->baseline > RULE_NEAR * line->size)
			continue;
		if (spans(rule, line)) {
			line->rule_below = TRUE;
			return;
		}
	}
}

static void
mark_below(const AtsRuleSearch *search, AtsBox rule, guint at)
{
	for (guint i = at; i < search->order->len && i - at < MAX_LOOK; i++) {
		AtsLine *line = line_at(search, i);
		if (line->baseline - ASCENT * line->size - rule.y1 > RULE_NEAR * line->size)
			continue;
		if (spans(rule, line) && line->baseline - ASCENT * line->size > rule.y0 - 1) {
			line->rule_above = TRUE;
			return;
		}
	}
}

static void
mark_beside(const AtsRuleSearch *search, AtsBox rule)
{
	float y = (rule.y0 + rule.y1) / 2;
	guint at = count_above(search, y);

	for (guint i = at; i < search->order->len && i - at < MAX_LOOK; i++) {
		AtsLine *line = line_at(search, i);
		float gap = -ats_box_overlap_x(rule, line->box);
		if (y > line->baseline - line->size && gap > -1 && gap < BESIDE_GAP * line->size &&
		    ats_box_height(rule) < RULE_THICK * line->size)
			line->rule_beside = TRUE;
	}
}

static void
mark_bar(const AtsRuleSearch *search, AtsBox bar)
{
	guint at = count_above(search, bar.y0);

	for (guint i = at; i < search->order->len && i - at < MAX_LOOK; i++) {
		AtsLine *line = line_at(search, i);
		if (line->baseline < bar.y1 + 1 && spans(bar, line) &&
		    ats_box_height(bar) < BAR_HIGH * line->size &&
		    ats_box_height(bar) > RULE_THICK * line->size)
			line->filled = TRUE;
	}
}

static gboolean
is_seen(const AtsDrawing *drawing)
{
	return drawing->alpha > 0.1f && drawing->colour != 0xFFFFFF;
}

static void
take_drawing(const AtsRuleSearch *search, const AtsDrawing *drawing)
{
	float height = ats_box_height(drawing->box);

	if (!is_seen(drawing) || ats_box_width(drawing->box) < RULE_LONG ||
	    height > ats_box_width(drawing->box))
		return;
	if (drawing->kind == ATS_DRAWING_RULE) {
		guint at = count_above(search, drawing->box.y0 + 0.5f);
		mark_above(search, drawing->box, at);
		mark_below(search, drawing->box, at);
	}
	if (drawing->kind == ATS_DRAWING_RULE || drawing->kind == ATS_DRAWING_BOX)
		mark_beside(search, drawing->box);
	if (drawing->kind == ATS_DRAWING_BOX && drawing->filled)
		mark_bar(search, drawing->box);
}

void
ats_headings_mark_rules(AtsLayout *layout, const AtsDocument *document, guint page)
{
	g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(guint32));
	AtsRuleSearch search = {.layout = layout, .order = order};
	const AtsPage *p = ats_at(document->pages, AtsPage, page);

	for (guint32 i = 0; i < layout->lines->len; i++) {
		if (ats_at(layout->lines, AtsLine, i)->page == page)
			g_array_append_val(order, i);
	}
	g_array_sort_with_data(order, compare_baseline, layout);
	for (guint i = 0; i < p->n_drawings; i++)
		take_drawing(&search, ats_at(document->drawings, AtsDrawing, p->first_drawing + i));
}
