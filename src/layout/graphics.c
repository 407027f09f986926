/*
 * Finds what shows a level or a share instead of saying it: rows of dots, bars of several lengths,
 * charts, timelines. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/drawings.h"

#include <math.h>

/* points: side of a rating dot or star; list bullets are smaller, and stand alone */
#define DOT_LEAST 3.5f
#define DOT_MOST  18.f
/* dots in a row, rows: one row alone may be an ornament */
#define DOTS_LEAST 4
#define DOT_ROWS   2
/* share of a dot's width: between two dots */
#define DOT_GAP 1.5f
/* points: height of a bar that shows a level, its least length, and the way down to the next */
#define BAR_LEAST  1.8f
#define BAR_MOST   16.f
#define BAR_LENGTH 14.f
#define BAR_STEP   60.f
#define BARS_LEAST 3
/* points: thickness of a line in two colours that shows a level, and so many of them; what its end
 * may differ from that of the text over it, which it underlines then */
#define TRACK_LEAST	0.7f
#define TRACKS_LEAST	3
#define UNDERLINE_SLACK 3.f
/* points: side of a ring in two colours, and the least width of its line */
#define RING_LEAST 18.f
#define RING_MOST  130.f
#define RING_LINE  1.5f
/* points: sides of a chart's parts; segments in a sector's path */
#define SECTOR_LEAST  18.f
#define SECTOR_MOST   260.f
#define SECTOR_CURVES 12
#define SECTORS_LEAST 4
/* points: dots on a timeline, and how far from its line */
#define TIMELINE_DOT  4.5f
#define TIMELINE_OFF  2.f
#define TIMELINE_LONG 36.f
#define SAME	      1.f

static gint
compare_rows(gconstpointer a, gconstpointer b)
{
	const AtsDrawing *d = *(const AtsDrawing *const *)a;
	const AtsDrawing *e = *(const AtsDrawing *const *)b;
	long y = lrintf((d->box.y0 + d->box.y1) / 2);
	long z = lrintf((e->box.y0 + e->box.y1) / 2);

	if (y != z)
		return y < z ? -1 : 1;
	return d->box.x0 < e->box.x0 ? -1 : d->box.x0 > e->box.x0;
}

static gint
compare_left(gconstpointer a, gconstpointer b)
{
	const AtsDrawing *d = *(const AtsDrawing *const *)a;
	const AtsDrawing *e = *(const AtsDrawing *const *)b;
	long x = lrintf(d->box.x0);
	long y = lrintf(e->box.x0);

	if (x != y)
		return x < y ? -1 : 1;
	return d->box.y0 < e->box.y0 ? -1 : d->box.y0 > e->box.y0;
}

static gboolean
is_seen(const AtsDrawing *drawing)
{
	return drawing->alpha > 0.1f && (drawing->stroked || drawing->colour != 0xFFFFFF);
}

static gboolean
is_dot(const AtsDrawing *drawing)
{
	float width = ats_box_width(drawing->box);
	float height = ats_box_height(drawing->box);

	return (drawing->kind == ATS_DRAWING_OUTLINES || drawing->kind == ATS_DRAWING_SHAPE ||
		drawing->kind == ATS_DRAWING_BOX) &&
	       width >= DOT_LEAST && width <= DOT_MOST && height >= DOT_LEAST &&
	       height <= DOT_MOST && width < 2.2f * height && height < 1.3f * width;
}

/* a bar whose length may tell a level */
static gboolean
is_bar(const AtsDrawing *drawing)
{
	float width = ats_box_width(drawing->box);
	float height = ats_box_height(drawing->box);

	return (drawing->kind == ATS_DRAWING_BOX || drawing->kind == ATS_DRAWING_RULE) &&
	       drawing->filled && height >= BAR_LEAST && height <= BAR_MOST &&
	       width >= BAR_LENGTH && width >= 2 * height;
}

static gboolean
is_sector(const AtsDrawing *drawing)
{
	float width = ats_box_width(drawing->box);
	float height = ats_box_height(drawing->box);

	return (drawing->kind == ATS_DRAWING_OUTLINES || drawing->kind == ATS_DRAWING_SHAPE) &&
	       drawing->filled && drawing->n_curves > 2 && drawing->n_curves <= SECTOR_CURVES &&
	       width >= SECTOR_LEAST && width <= SECTOR_MOST && height >= SECTOR_LEAST &&
	       height <= SECTOR_MOST;
}

static gboolean
is_timeline_dot(const AtsDrawing *drawing)
{
	return is_dot(drawing) && drawing->filled && ats_box_width(drawing->box) >= TIMELINE_DOT &&
	       drawing->kind != ATS_DRAWING_BOX &&
	       fabsf(ats_box_width(drawing->box) - ats_box_height(drawing->box)) < SAME;
}

typedef gboolean (*AtsIsDrawing)(const AtsDrawing *drawing);

static GPtrArray *
collect(const AtsPageText *text, AtsIsDrawing is)
{
	GPtrArray *found = g_ptr_array_new();

	for (guint i = 0; i < text->page->n_drawings; i++) {
		const AtsDrawing *drawing = ats_page_text_drawing(text, i);
		if (is(drawing) && is_seen(drawing) && !ats_page_text_in_box(text, drawing->box))
			g_ptr_array_add(found, (gpointer)drawing);
	}
	return found;
}

static void
add_region(AtsLayout *layout, const AtsPageText *text, AtsBox box, const AtsDrawing *first)
{
	AtsRegion region = {.kind = ATS_REGION_GRAPHIC, .page = text->index, .box = box};

	region.drawing = (guint32)(first - ats_at(text->document->drawings, AtsDrawing, 0));
	g_array_append_val(layout->regions, region);
}

static gboolean
is_next_dot(const AtsDrawing *dot, const AtsDrawing *before)
{
	return fabsf(dot->box.y0 - before->box.y0) < SAME &&
	       fabsf(ats_box_width(dot->box) - ats_box_width(before->box)) < SAME &&
	       dot->box.x0 - before->box.x1 < DOT_GAP * ats_box_width(dot->box);
}

/* drawings in one place count once: a dot's fill and its border */
static gboolean
is_same_dot(const AtsDrawing *dot, const AtsDrawing *before)
{
	return fabsf(dot->box.x0 - before->box.x0) < SAME &&
	       fabsf(dot->box.y0 - before->box.y0) < SAME;
}

static void
find_dots(AtsLayout *layout, const AtsPageText *text)
{
	g_autoptr(GPtrArray) dots = collect(text, is_dot);
	AtsBox box = ATS_BOX_EMPTY, row = ATS_BOX_EMPTY;
	guint rows = 0, n = 0;

	g_ptr_array_sort(dots, compare_rows);
	for (guint i = 0; i <= dots->len; i++) {
		const AtsDrawing *dot = i < dots->len ? g_ptr_array_index(dots, i) : NULL;
		const AtsDrawing *before = i > 0 ? g_ptr_array_index(dots, i - 1) : NULL;
		if (dot != NULL && before != NULL && is_next_dot(dot, before)) {
			n += !is_same_dot(dot, before);
			row = ats_box_union(row, dot->box);
			continue;
		}
		if (n >= DOTS_LEAST)
			rows++, box = ats_box_union(box, row);
		if (dot != NULL)
			n = 1, row = dot->box;
	}
	if (rows >= DOT_ROWS)
		add_region(layout, text, box, g_ptr_array_index(dots, 0));
}

static gboolean
is_next_bar(const AtsDrawing *bar, const AtsDrawing *before)
{
	return fabsf(bar->box.x0 - before->box.x0) < SAME &&
	       fabsf(ats_box_height(bar->box) - ats_box_height(before->box)) < SAME &&
	       bar->box.y0 - before->box.y1 < BAR_STEP;
}

/* the length of the bar at i, the shorter of those that lie on one another; moves i to the last of
 * these */
static float
length_of(const GPtrArray *bars, guint *i, guint end)
{
	const AtsDrawing *bar = g_ptr_array_index(bars, *i);
	float length = ats_box_width(bar->box);

	while (*i + 1 < end) {
		const AtsDrawing *next = g_ptr_array_index(bars, *i + 1);
		if (fabsf(next->box.y0 - bar->box.y0) >= SAME)
			break;
		length = MIN(length, ats_box_width(next->box));
		(*i)++;
	}
	return length;
}

/* the text over the line ends where the level does */
static gboolean
underlines_text(const AtsPageText *text, const AtsDrawing *line, float level)
{
	AtsBox above = {line->box.x0, line->box.y0 - text->em, level, line->box.y0};
	const AtsSegment *segment = ats_page_text_find_above(text, above);

	return segment != NULL && fabsf(segment->box.x1 - level) < UNDERLINE_SLACK;
}

/* bars [begin, end) begin together and are of one height */
static void
take_bars(AtsLayout *layout, const AtsPageText *text, const GPtrArray *bars, guint begin, guint end)
{
	AtsBox box = ATS_BOX_EMPTY;
	float last = 0;
	guint n = 0, changes = 0;

	for (guint i = begin; i < end; i++)
		box = ats_box_union(box, ((const AtsDrawing *)g_ptr_array_index(bars, i))->box);
	for (guint i = begin; i < end; i++) {
		const AtsDrawing *bar = g_ptr_array_index(bars, i);
		float length = length_of(bars, &i, end);
		if (underlines_text(text, bar, bar->box.x0 + length))
			continue;
		changes += n++ > 0 && fabsf(length - last) > SAME;
		last = length;
	}
	if (n >= BARS_LEAST && changes >= BARS_LEAST - 1)
		add_region(layout, text, box, g_ptr_array_index(bars, begin));
}

/* bars that begin together, are of one height and of several lengths */
static void
find_bars(AtsLayout *layout, const AtsPageText *text)
{
	g_autoptr(GPtrArray) bars = collect(text, is_bar);
	guint begin = 0;

	g_ptr_array_sort(bars, compare_left);
	for (guint i = 1; i <= bars->len; i++) {
		if (i < bars->len &&
		    is_next_bar(g_ptr_array_index(bars, i), g_ptr_array_index(bars, i - 1)))
			continue;
		take_bars(layout, text, bars, begin, i);
		begin = i;
	}
}

/* ---- levels in two colours ---- */

static gboolean
is_track(const AtsDrawing *drawing)
{
	float height = ats_box_height(drawing->box);

	return (drawing->kind == ATS_DRAWING_BOX || drawing->kind == ATS_DRAWING_RULE) &&
	       height >= TRACK_LEAST && height <= BAR_MOST &&
	       ats_box_width(drawing->box) >= 2 * height;
}

/* the line goes on in another colour, or lies on a longer one */
static gboolean
shows_level(const AtsDrawing *line, const AtsDrawing *next)
{
	float longer = ats_box_width(next->box) - ats_box_width(line->box);

	return line->colour != next->colour && fabsf(line->box.y0 - next->box.y0) < SAME &&
	       fabsf(line->box.y1 - next->box.y1) < SAME &&
	       (fabsf(line->box.x1 - next->box.x0) < SAME ||
		(fabsf(line->box.x0 - next->box.x0) < SAME && fabsf(longer) > SAME));
}

/* where the level ends: the first line's end, or the shorter one's */
static float
level_of(const AtsDrawing *line, const AtsDrawing *next)
{
	return MIN(line->box.x1, next->box.x1);
}

/* lines in two colours whose levels differ */
static void
find_tracks(AtsLayout *layout, const AtsPageText *text)
{
	g_autoptr(GPtrArray) lines = collect(text, is_track);
	AtsBox box = ATS_BOX_EMPTY;
	const AtsDrawing *first = NULL;
	float least = G_MAXFLOAT, most = 0;
	guint n = 0;

	g_ptr_array_sort(lines, compare_rows);
	for (guint i = 1; i < lines->len; i++) {
		const AtsDrawing *line = g_ptr_array_index(lines, i - 1);
		const AtsDrawing *next = g_ptr_array_index(lines, i);
		float level = level_of(line, next);
		if (!shows_level(line, next) || underlines_text(text, line, level))
			continue;
		first = n++ == 0 ? line : first;
		least = MIN(least, level - line->box.x0);
		most = MAX(most, level - line->box.x0);
		box = ats_box_union(box, ats_box_union(line->box, next->box));
	}
	if (n >= TRACKS_LEAST && most - least > SAME)
		add_region(layout, text, box, first);
}

static gboolean
is_ring(const AtsDrawing *drawing)
{
	float side = MAX(ats_box_width(drawing->box), ats_box_height(drawing->box));

	return drawing->kind == ATS_DRAWING_SHAPE && drawing->stroked &&
	       drawing->line_width >= RING_LINE && side >= RING_LEAST && side <= RING_MOST;
}

/* an arc on a circle of another colour: its middle lies in the circle */
static gboolean
is_arc_on(const AtsDrawing *arc, const AtsDrawing *circle)
{
	float x = (arc->box.x0 + arc->box.x1) / 2;
	float y = (arc->box.y0 + arc->box.y1) / 2;

	return arc->colour != circle->colour &&
	       fabsf(arc->line_width - circle->line_width) < SAME &&
	       fabsf(ats_box_width(circle->box) - ats_box_height(circle->box)) < SAME &&
	       ats_box_contains_point(circle->box, x, y);
}

static gint
compare_drawn(gconstpointer a, gconstpointer b)
{
	const AtsDrawing *d = *(const AtsDrawing *const *)a;
	const AtsDrawing *e = *(const AtsDrawing *const *)b;

	return d->draw < e->draw ? -1 : d->draw > e->draw;
}

static void
find_rings(AtsLayout *layout, const AtsPageText *text)
{
	g_autoptr(GPtrArray) rings = collect(text, is_ring);
	AtsBox box = ATS_BOX_EMPTY;
	guint n = 0;

	g_ptr_array_sort(rings, compare_drawn);
	for (guint i = 1; i < rings->len; i++) {
		const AtsDrawing *circle = g_ptr_array_index(rings, i - 1);
		const AtsDrawing *arc = g_ptr_array_index(rings, i);
		if (!is_arc_on(arc, circle))
			continue;
		n++;
		box = ats_box_union(box, circle->box);
	}
	if (n >= TRACKS_LEAST)
		add_region(layout, text, box, g_ptr_array_index(rings, 0));
}

/* ---- charts and timelines ---- */

static void
find_chart(AtsLayout *layout, const AtsPageText *text)
{
	g_autoptr(GPtrArray) sectors = collect(text, is_sector);
	AtsBox box = ATS_BOX_EMPTY;

	for (guint i = 0; i < sectors->len; i++)
		box = ats_box_union(box, ((const AtsDrawing *)g_ptr_array_index(sectors, i))->box);
	if (sectors->len >= SECTORS_LEAST && ats_box_height(box) < SECTOR_MOST &&
	    ats_box_width(box) < SECTOR_MOST)
		add_region(layout, text, box, g_ptr_array_index(sectors, 0));
}

static gboolean
is_upright(const AtsDrawing *drawing)
{
	return (drawing->kind == ATS_DRAWING_RULE || drawing->kind == ATS_DRAWING_BOX) &&
	       ats_box_height(drawing->box) >= TIMELINE_LONG &&
	       ats_box_width(drawing->box) < TIMELINE_OFF * 2;
}

/* dots on an upright line */
static void
find_timeline(AtsLayout *layout, const AtsPageText *text)
{
	g_autoptr(GPtrArray) dots = collect(text, is_timeline_dot);
	g_autoptr(GPtrArray) lines = collect(text, is_upright);
	AtsBox box = ATS_BOX_EMPTY;
	guint on_line = 0, i = 0;

	g_ptr_array_sort(dots, compare_left);
	g_ptr_array_sort(lines, compare_left);
	for (guint j = 0; j < lines->len; j++) {
		AtsBox line = ((const AtsDrawing *)g_ptr_array_index(lines, j))->box;
		while (i < dots->len &&
		       ((const AtsDrawing *)g_ptr_array_index(dots, i))->box.x1 + TIMELINE_OFF <
			   line.x0)
			i++;
		for (guint k = i; k < dots->len && k < i + DOTS_LEAST * DOTS_LEAST; k++) {
			AtsBox dot = ((const AtsDrawing *)g_ptr_array_index(dots, k))->box;
			if (fabsf((dot.x0 + dot.x1) / 2 - (line.x0 + line.x1) / 2) > TIMELINE_OFF ||
			    ats_box_overlap_y(dot, ats_box_grow(line, TIMELINE_DOT)) < 0)
				continue;
			on_line++;
			box = ats_box_union(box, dot);
		}
	}
	if (on_line >= 2)
		add_region(layout, text, box, g_ptr_array_index(dots, 0));
}

/* circles, stars, squares, hearts and the like: shapes, and what icon fonts put in their place */
static gboolean
is_symbol(gunichar c)
{
	return g_unichar_type(c) == G_UNICODE_OTHER_SYMBOL ||
	       g_unichar_type(c) == G_UNICODE_PRIVATE_USE;
}

/* a word of four symbols and more, of no more than two kinds: full ones and empty ones */
static gboolean
is_rating(const char *word)
{
	gunichar first = g_utf8_get_char(word), other = 0;
	guint n = 0;

	for (const char *p = word; *p != '\0'; p = g_utf8_next_char(p), n++) {
		gunichar c = g_utf8_get_char(p);
		if (!is_symbol(c) || (c != first && other != 0 && c != other))
			return FALSE;
		if (c != first)
			other = c;
	}
	return n >= DOTS_LEAST;
}

/* ratings set in symbols of a font */
static void
find_ratings(AtsLayout *layout, const AtsPageText *text)
{
	AtsRegion region = {.kind = ATS_REGION_GRAPHIC,
			    .page = text->index,
			    .box = ATS_BOX_EMPTY,
			    .drawing = G_MAXUINT32};
	guint n = 0;

	for (guint i = 0; i < text->words->len; i++) {
		const AtsWord *word = ats_page_text_word(text, i);
		if (!is_rating(word->text))
			continue;
		region.box = ats_box_union(region.box, word->box);
		n++;
	}
	if (n >= DOT_ROWS)
		g_array_append_val(layout->regions, region);
}

void
ats_drawings_graphics(AtsLayout *layout, const AtsPageText *text)
{
	guint found;

	find_ratings(layout, text);
	find_dots(layout, text);
	found = layout->regions->len;
	find_bars(layout, text);
	if (layout->regions->len == found)
		find_tracks(layout, text);
	find_rings(layout, text);
	find_chart(layout, text);
	find_timeline(layout, text);
}
