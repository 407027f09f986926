/*
 * Finds words that are drawn as outlines: letter-like fills side by side on one baseline, where no
 * text stands. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/drawings.h"

#include <math.h>

/* points: height of a letter's outline, from a lower-case letter of 7 pt print up */
#define LETTER_LEAST 3.f
#define LETTER_MOST  45.f
/* segments in the path of a letter; a path of several letters has so many for each */
#define LETTER_CURVES 5
/* width of a letter over the height of its outline */
#define LETTER_WIDTH  0.8f
#define LETTER_WIDEST 1.8f
/* points: baselines that are the same */
#define BASELINE_SAME 1.2f
/* share of the height: gap between letters or words of one line */
#define GAP 2.2f
/* letters that are a line of text; icons and logos are fewer */
#define LINE_LETTERS 7
#define PAGE_LETTERS 16
/* of the letters of a line: widths that differ by half a point. Stars and dots are all alike */
#define LINE_WIDTHS 3
/* share of the height: lines of one block */
#define BLOCK_GAP 3.f

typedef struct {
	AtsBox box;
	guint letters;
	guint32 drawing;
} AtsOutline;

static guint
count_letters(const AtsDrawing *drawing)
{
	float height = ats_box_height(drawing->box);
	float width = ats_box_width(drawing->box);
	guint letters = (guint)MAX(lrintf(width / (LETTER_WIDTH * height)), 1);

	if (height < LETTER_LEAST || height > LETTER_MOST ||
	    drawing->n_curves < LETTER_CURVES * letters)
		return 0;
	return width > LETTER_WIDEST * height ? letters : 1;
}

static gint
compare_baseline(gconstpointer a, gconstpointer b)
{
	const AtsOutline *o = a;
	const AtsOutline *p = b;

	return o->box.y1 < p->box.y1 ? -1 : o->box.y1 > p->box.y1;
}

static gint
compare_x(gconstpointer a, gconstpointer b)
{
	const AtsOutline *o = a;
	const AtsOutline *p = b;

	return o->box.x0 < p->box.x0 ? -1 : o->box.x0 > p->box.x0;
}

static GArray *
collect(const AtsPageText *text)
{
	GArray *outlines = g_array_new(FALSE, FALSE, sizeof(AtsOutline));

	for (guint i = 0; i < text->page->n_drawings; i++) {
		const AtsDrawing *drawing = ats_page_text_drawing(text, i);
		AtsOutline outline = {.box = drawing->box,
				      .drawing = text->page->first_drawing + i};
		if (drawing->kind != ATS_DRAWING_OUTLINES || !drawing->filled ||
		    drawing->alpha < 0.1f)
			continue;
		outline.letters = count_letters(drawing);
		if (outline.letters > 0 && !ats_page_text_in_box(text, outline.box))
			g_array_append_val(outlines, outline);
	}
	g_array_sort(outlines, compare_baseline);
	return outlines;
}

/* a path of many letters stands for itself; single letters must be of several widths */
static gboolean
differ(const GArray *outlines, guint begin, guint end)
{
	guint64 widths = 0;

	for (guint i = begin; i < end; i++) {
		const AtsOutline *outline = ats_at(outlines, AtsOutline, i);
		if (outline->letters >= LINE_LETTERS)
			return TRUE;
		widths |= 1ull << MIN(lrintf(2 * ats_box_width(outline->box)), 63);
	}
	return __builtin_popcountll(widths) >= LINE_WIDTHS;
}

static void
add_line(GArray *lines, const GArray *outlines, guint begin, guint end)
{
	AtsOutline line = {.box = ATS_BOX_EMPTY,
			   .drawing = ats_at(outlines, AtsOutline, begin)->drawing};

	for (guint i = begin; i < end; i++) {
		const AtsOutline *outline = ats_at(outlines, AtsOutline, i);
		line.box = ats_box_union(line.box, outline->box);
		line.letters += outline->letters;
		line.drawing = MIN(line.drawing, outline->drawing);
	}
	if (line.letters >= LINE_LETTERS && differ(outlines, begin, end))
		g_array_append_val(lines, line);
}

/* outlines [begin, end) have one baseline: cut them at wide gaps */
static void
cut_row(GArray *lines, GArray *outlines, guint begin, guint end)
{
	guint start = begin;
	float x1 = -G_MAXFLOAT;
	float height = 0;

	qsort(ats_at(outlines, AtsOutline, begin), end - begin, sizeof(AtsOutline), compare_x);
	for (guint i = begin; i < end; i++) {
		AtsBox box = ats_at(outlines, AtsOutline, i)->box;
		if (i > start && box.x0 - x1 > GAP * MAX(height, ats_box_height(box))) {
			add_line(lines, outlines, start, i);
			start = i;
			height = 0;
		}
		x1 = i > start ? MAX(x1, box.x1) : box.x1;
		height = MAX(height, ats_box_height(box));
	}
	add_line(lines, outlines, start, end);
}

static GArray *
find_lines(GArray *outlines)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(AtsOutline));
	guint begin = 0;

	for (guint i = 1; i <= outlines->len; i++) {
		if (i < outlines->len && ats_at(outlines, AtsOutline, i)->box.y1 -
						 ats_at(outlines, AtsOutline, begin)->box.y1 <=
					     BASELINE_SAME)
			continue;
		cut_row(lines, outlines, begin, i);
		begin = i;
	}
	return lines;
}

static void
add_region(AtsLayout *layout, const AtsPageText *text, const AtsOutline *block, guint held)
{
	AtsRegion region = {.kind = ATS_REGION_OUTLINED_TEXT,
			    .page = text->index,
			    .box = block->box,
			    .drawing = block->drawing,
			    .text_share = (float)block->letters / (float)(block->letters + held)};

	g_array_append_val(layout->regions, region);
}

AtsUnheld
ats_drawings_outlines(AtsLayout *layout, const AtsPageText *text)
{
	g_autoptr(GArray) outlines = collect(text);
	g_autoptr(GArray) lines = find_lines(outlines);
	AtsOutline block = {.box = ATS_BOX_EMPTY};
	guint held = ats_page_text_letters(text);
	guint all = 0;

	for (guint i = 0; i < lines->len; i++)
		all += ats_at(lines, AtsOutline, i)->letters;
	if (all < PAGE_LETTERS)
		return (AtsUnheld){0};
	for (guint i = 0; i < lines->len; i++) {
		const AtsOutline *line = ats_at(lines, AtsOutline, i);
		if (block.letters > 0 &&
		    line->box.y0 - block.box.y1 > BLOCK_GAP * ats_box_height(line->box)) {
			add_region(layout, text, &block, held);
			block = (AtsOutline){.box = ATS_BOX_EMPTY};
		}
		block.drawing = block.letters > 0 ? MIN(block.drawing, line->drawing)
						  : line->drawing;
		block.box = ats_box_union(block.box, line->box);
		block.letters += line->letters;
	}
	add_region(layout, text, &block, held);
	return (AtsUnheld){all, lines->len};
}
