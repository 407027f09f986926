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
#include "layout/drawings.h"
#include "layout/furniture.h"
#include "layout/headings.h"
#include "layout/order.h"
#include "layout/tables.h"

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

/**
 * AtsAnalysis: the document on its way to a layout
 */
typedef struct {
	AtsLayout *layout;
	const AtsDocument *document;
	GPtrArray *pages;     /* of AtsPageText */
	GPtrArray *furniture; /* of GArray of guint8 */
	GArray *known;	      /* of AtsGutter: columns of the pages so far */
	GArray *edges;	      /* of float: of the text beside margins of the pages so far */
	double held, unheld;  /* letters that text holds, that pictures of words show */
} AtsAnalysis;

static GArray *
select_rows(const AtsAnalysis *analysis, guint page, AtsFurniture furniture)
{
	const AtsPageText *text = g_ptr_array_index(analysis->pages, page);
	const GArray *marks = g_ptr_array_index(analysis->furniture, page);
	GArray *segments = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint32 i = 0; i < text->segments->len; i++) {
		if (g_array_index(marks, guint8, ats_page_text_segment(text, i)->row) == furniture)
			g_array_append_val(segments, i);
	}
	return segments;
}

static void
add_area(AtsAnalysis *analysis,
	 const AtsPageText *text,
	 const AtsArea *area,
	 const GPtrArray *tables)
{
	add_region(analysis->layout, text, area);
	ats_order_area(analysis->layout, text, area, tables, analysis->edges);
}

static void
add_furniture(AtsAnalysis *analysis, guint page, AtsFurniture furniture)
{
	const AtsPageText *text = g_ptr_array_index(analysis->pages, page);
	AtsArea area = {.kind = furniture == ATS_FURNITURE_HEADER ? ATS_REGION_HEADER
								  : ATS_REGION_FOOTER};
	g_autoptr(AtsSegmentSet) set =
	    ats_segment_set_new(text, select_rows(analysis, page, furniture));

	if (set->segments->len == 0)
		return;
	area.set = set;
	area.box = set->box;
	add_area(analysis, text, &area, NULL);
}

static void
add_page(AtsAnalysis *analysis, guint page)
{
	const AtsPageText *text = g_ptr_array_index(analysis->pages, page);
	g_autoptr(GPtrArray) areas = NULL;
	g_autoptr(GPtrArray) tables = ats_tables_find(text);

	areas = ats_columns_find(text,
				 select_rows(analysis, page, ATS_FURNITURE_NONE),
				 analysis->known);
	for (guint i = 0; i < areas->len; i++)
		add_area(analysis, text, g_ptr_array_index(areas, i), tables);
}

/* the first page's header is read first; what runs on is no part of the sentences that go on over
 * the page's end */
static void
add_text(AtsAnalysis *analysis)
{
	for (guint page = 0; page < analysis->pages->len; page++) {
		if (page == 0)
			add_furniture(analysis, page, ATS_FURNITURE_HEADER);
		add_page(analysis, page);
	}
	for (guint page = 0; page < analysis->pages->len; page++) {
		if (page > 0)
			add_furniture(analysis, page, ATS_FURNITURE_HEADER);
		add_furniture(analysis, page, ATS_FURNITURE_FOOTER);
	}
}

static void
add_drawings(AtsAnalysis *analysis)
{
	for (guint page = 0; page < analysis->pages->len; page++) {
		const AtsPageText *text = g_ptr_array_index(analysis->pages, page);
		double outlined = ats_drawings_outlines(analysis->layout, text);
		guint letters = ats_page_text_letters(text);
		analysis->held += letters;
		analysis->unheld += outlined + ats_drawings_images(analysis->layout, text);
		if (outlined <= letters)
			ats_drawings_graphics(analysis->layout, text);
	}
	if (analysis->unheld > 0)
		analysis->layout->unheld = analysis->unheld / (analysis->held + analysis->unheld);
}

static void
analyse_pdf(AtsLayout *layout, const AtsDocument *document)
{
	AtsAnalysis analysis = {.layout = layout, .document = document};

	analysis.known = g_array_new(FALSE, FALSE, sizeof(AtsGutter));
	analysis.edges = g_array_new(FALSE, FALSE, sizeof(float));
	analysis.pages = g_ptr_array_new_with_free_func((GDestroyNotify)ats_page_text_free);
	for (guint page = 0; page < document->pages->len; page++)
		g_ptr_array_add(analysis.pages, ats_page_text_new(document, page));
	analysis.furniture = ats_furniture_find(analysis.pages);
	add_text(&analysis);
	for (guint page = 0; page < document->pages->len; page++)
		ats_headings_mark_rules(layout, document, page);
	ats_headings_grade(layout, document);
	count_columns(layout);
	ats_build_blocks(layout, document);
	add_drawings(&analysis);
	g_array_unref(analysis.known);
	g_array_unref(analysis.edges);
	g_ptr_array_unref(analysis.pages);
	g_ptr_array_unref(analysis.furniture);
}

AtsLayout *
ats_layout_analyse(const AtsDocument *document)
{
	AtsLayout *layout = ats_layout_new();

	if (document->format == ATS_FORMAT_DOCX)
		ats_layout_docx(document, layout);
	else
		analyse_pdf(layout, document);
	return layout;
}
