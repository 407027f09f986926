/*
 * Joins the regions of one flow, over pages, and counts flows side by side. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/flows.h"

#include <math.h>

/* share of the narrower one's width on which two columns overlap that are one flow */
#define SAME_FLOW 0.6f
/* points: left edges of one column on two pages */
#define SAME_EDGE 10.f

static gboolean
is_one_of_several(const AtsRegion *region)
{
	return region->kind == ATS_REGION_COLUMN || region->kind == ATS_REGION_SIDEBAR;
}

/* the region that this one continues: the one above it, or the last of its column on the page
 * before */
static const AtsRegion *
find_before(const AtsLayout *layout, const AtsRegion *region)
{
	for (guint i = layout->regions->len; i > 0; i--) {
		const AtsRegion *before = ats_at(layout->regions, AtsRegion, i - 1);
		float width = MIN(ats_box_width(before->box), ats_box_width(region->box));
		if (before->page + 1 < region->page)
			return NULL;
		if (is_one_of_several(before) &&
		    ats_box_overlap_x(before->box, region->box) > SAME_FLOW * width)
			return before;
	}
	return NULL;
}

static guint32
count_flows(const AtsLayout *layout)
{
	guint32 last = 0;

	for (guint i = 0; i < layout->regions->len; i++)
		last = MAX(last, ats_at(layout->regions, AtsRegion, i)->flow);
	return last + 1;
}

/* the column of the page before that goes on alone on this one: as wide, at the same place */
static const AtsRegion *
find_column_before(const AtsLayout *layout, const AtsRegion *region)
{
	const AtsRegion *before = find_before(layout, region);
	float width;

	if (before == NULL || before->page + 1 != region->page ||
	    fabsf(before->box.x0 - region->box.x0) > SAME_EDGE)
		return NULL;
	width = MAX(ats_box_width(before->box), ats_box_width(region->box));
	return ats_box_overlap_x(before->box, region->box) > SAME_FLOW * width ? before : NULL;
}

/* flow 0 is the page's own, the single column; what goes on of a sidebar is a sidebar, however
 * short it is */
void
ats_flows_add_region(AtsLayout *layout, guint page, const AtsArea *area)
{
	AtsRegion region = {.kind = area->kind,
			    .page = page,
			    .box = area->box,
			    .drawing = G_MAXUINT32};
	const AtsRegion *before = NULL;

	if (is_one_of_several(&region)) {
		before = find_before(layout, &region);
		region.flow = before != NULL ? before->flow : count_flows(layout);
	} else if (region.kind == ATS_REGION_MAIN) {
		before = find_column_before(layout, &region);
		region.flow = before != NULL ? before->flow : 0;
	}
	if (before != NULL && before->page < page)
		region.kind = before->kind;
	g_array_append_val(layout->regions, region);
}

/* the flows that stand side by side with the region; regions of a page are few */
static guint
count_beside(const AtsLayout *layout, guint of)
{
	const AtsRegion *region = ats_at(layout->regions, AtsRegion, of);
	guint n = 1;

	for (guint i = of + 1; i < layout->regions->len; i++) {
		const AtsRegion *other = ats_at(layout->regions, AtsRegion, i);
		if (other->page != region->page)
			break;
		n += other->flow != region->flow && is_one_of_several(other) &&
		     ats_box_overlap_y(other->box, region->box) > 0;
	}
	return n;
}

void
ats_flows_count(AtsLayout *layout)
{
	for (guint i = 0; i < layout->regions->len; i++) {
		if (is_one_of_several(ats_at(layout->regions, AtsRegion, i)))
			layout->n_columns = MAX(layout->n_columns, count_beside(layout, i));
	}
}
