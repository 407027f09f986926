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
#include "layout/flows.h"
#include "layout/furniture.h"
#include "layout/headings.h"
#include "layout/order.h"
#include "layout/tables.h"

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
	double held;	      /* letters that text holds */
	AtsUnheld unheld;     /* what pictures of words show */
} AtsAnalysis;

static GArray *
select_rows(const AtsAnalysis *analysis, guint page, AtsFurniture furniture)
{
	const AtsPageText *text = g_ptr_array_index(analysis->pages, page);
	const GArray *marks = g_ptr_array_index(analysis->furniture, page);
	GArray *segments = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint32 i = 0; i < text->n_level; i++) {
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
	ats_flows_add_region(analysis->layout, text->index, area);
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

/* points between the box and the area, first of height, where they do not overlap */
static float
distance(AtsBox box, const AtsArea *area)
{
	float across = MAX(-ats_box_overlap_x(box, area->box), 0.f);
	float down = MAX(-ats_box_overlap_y(box, area->box), 0.f);

	return down * 2 + across;
}

/* text that runs otherwise is read with the area that it stands beside */
static void
share_out_turned(const AtsPageText *text, GPtrArray *areas)
{
	for (guint32 i = text->n_level; i < text->segments->len; i++) {
		AtsArea *nearest = g_ptr_array_index(areas, 0);
		AtsBox box = ats_page_text_segment(text, i)->box;
		for (guint j = 1; j < areas->len; j++) {
			AtsArea *area = g_ptr_array_index(areas, j);
			if (distance(box, area) < distance(box, nearest))
				nearest = area;
		}
		if (nearest->turned == NULL)
			nearest->turned = g_array_new(FALSE, FALSE, sizeof(guint32));
		g_array_append_val(nearest->turned, i);
	}
}

static void
add_empty_area(const AtsPageText *text, GPtrArray *areas)
{
	AtsArea *area = g_new0(AtsArea, 1);

	area->kind = ATS_REGION_MAIN;
	area->set = ats_segment_set_new(text, g_array_new(FALSE, FALSE, sizeof(guint32)));
	for (guint i = text->n_level; i < text->segments->len; i++)
		area->box = i == text->n_level
				? ats_page_text_segment(text, i)->box
				: ats_box_union(area->box, ats_page_text_segment(text, i)->box);
	g_ptr_array_add(areas, area);
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
	if (text->n_level < text->segments->len) {
		if (areas->len == 0)
			add_empty_area(text, areas);
		share_out_turned(text, areas);
	}
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

static double
share(double part, double rest)
{
	return part > 0 ? part / (part + rest) : 0;
}

static void
add_drawings(AtsAnalysis *self)
{
	for (guint page = 0; page < self->pages->len; page++) {
		const AtsPageText *text = g_ptr_array_index(self->pages, page);
		AtsUnheld outlines = ats_drawings_outlines(self->layout, text);
		AtsUnheld images = ats_drawings_images(self->layout, text);
		AtsUnheld logos = ats_drawings_logos(self->layout, text);
		guint letters = ats_page_text_letters(text);
		self->held += letters;
		self->unheld.letters += outlines.letters + images.letters + logos.letters;
		self->unheld.lines += outlines.lines + images.lines + logos.lines;
		if (outlines.letters <= letters)
			ats_drawings_graphics(self->layout, text);
	}
	self->layout->unheld = share(self->unheld.letters, self->held);
	self->layout->unheld_lines = share(self->unheld.lines, self->layout->lines->len);
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
	ats_flows_count(layout);
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
	ats_reading_finish(layout->human);
	return layout;
}
