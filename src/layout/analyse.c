/*
 * The way from words to layout: pages into rows, rows into areas, areas into lines, lines into
 * blocks. For the worker and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/analyse.h"

#include "layout/build.h"
#include "layout/columns.h"
#include "layout/docx.h"
#include "layout/headings.h"
#include "layout/order.h"

/* share of the narrower one's width on which two columns overlap that are one flow */
#define SAME_FLOW 0.6f

static gboolean
is_one_of_several(const AtsRegion *region)
{
	return region->kind == ATS_REGION_COLUMN || region->kind == ATS_REGION_SIDEBAR;
}

/* the flow that the column continues, from above it or from the page before: 0 is the page's own,
 * the single column */
static guint32
find_flow(const AtsLayout *layout, const AtsRegion *region)
{
	guint32 last = 0;

	if (!is_one_of_several(region))
		return 0;
	for (guint i = layout->regions->len; i > 0; i--) {
		const AtsRegion *before = ats_at(layout->regions, AtsRegion, i - 1);
		float width = MIN(ats_box_width(before->box), ats_box_width(region->box));
		if (before->page + 1 < region->page)
			break;
		if (is_one_of_several(before) &&
		    ats_box_overlap_x(before->box, region->box) > SAME_FLOW * width)
			return before->flow;
	}
	for (guint i = 0; i < layout->regions->len; i++)
		last = MAX(last, ats_at(layout->regions, AtsRegion, i)->flow);
	return last + 1;
}

static void
add_region(AtsLayout *layout, const AtsPageText *text, const AtsArea *area)
{
	AtsRegion region = {.kind = area->kind,
			    .page = text->index,
			    .box = area->box,
			    .drawing = G_MAXUINT32};

	region.flow = find_flow(layout, &region);
	g_array_append_val(layout->regions, region);
}

/* the flows that stand side by side with the region; regions of a page are few */
static guint
count_beside(const AtsLayout *layout, const AtsRegion *region)
{
	guint n = 1;

	for (guint i = 0; i < layout->regions->len; i++) {
		const AtsRegion *other = ats_at(layout->regions, AtsRegion, i);
		n += other->page == region->page && other->flow != region->flow &&
		     is_one_of_several(other) && ats_box_overlap_y(other->box, region->box) > 0;
	}
	return n;
}

static void
count_columns(AtsLayout *layout)
{
	for (guint i = 0; i < layout->regions->len; i++) {
		const AtsRegion *region = ats_at(layout->regions, AtsRegion, i);
		if (is_one_of_several(region))
			layout->n_columns = MAX(layout->n_columns, count_beside(layout, region));
	}
}

static void
analyse_page(AtsLayout *layout, const AtsDocument *document, guint page, GArray *known)
{
	g_autoptr(AtsPageText) text = ats_page_text_new(document, page);
	GArray *segments = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autoptr(GPtrArray) areas = NULL;

	for (guint32 i = 0; i < text->segments->len; i++)
		g_array_append_val(segments, i);
	areas = ats_columns_find(text, segments, known);
	for (guint i = 0; i < areas->len; i++) {
		const AtsArea *area = g_ptr_array_index(areas, i);
		add_region(layout, text, area);
		ats_order_area(layout, text, area);
	}
}

AtsLayout *
ats_layout_analyse(const AtsDocument *document)
{
	AtsLayout *layout = ats_layout_new();
	g_autoptr(GArray) known = g_array_new(FALSE, FALSE, sizeof(AtsGutter));

	if (document->format == ATS_FORMAT_DOCX) {
		ats_layout_docx(document, layout);
		return layout;
	}
	for (guint page = 0; page < document->pages->len; page++)
		analyse_page(layout, document, page, known);
	for (guint page = 0; page < document->pages->len; page++)
		ats_headings_mark_rules(layout, document, page);
	ats_headings_grade(layout, document);
	count_columns(layout);
	ats_build_blocks(layout, document);
	return layout;
}
