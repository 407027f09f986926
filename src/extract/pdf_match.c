/*
 * Finds for each character of poppler's text the glyph that the page draws for it, by place. For
 * the PDF files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_text.h"

#include <math.h>

/* points: side of a cell of the grid; about a letter */
#define CELL 8.f
/* cells on a side: a larger page has larger cells */
#define MAX_SIDE 512
/* points round the page where the grid still reaches: text that pokes over the edge */
#define MARGIN 64.f
/* glyphs looked at in one cell: more lie there only where a file piles them up on purpose */
#define CELL_GLYPHS 64
/* cells looked at for one character on each axis */
#define CELL_SPAN 32
/* points by which the origin may be off the side of the box where the character starts: text and
 * drawing round differently */
#define START_SLACK 0.6f
/* points by which the baseline may lie outside the box: ascents and descents are often wrong */
#define BASELINE_SLACK 1.5f
/* the baseline's usual place in a box, from its top, as a share of its height */
#define BASELINE_SHARE 0.77f
/* the same for scripts that poppler turns round, as a share of the size: it hands their boxes out
 * in the other order */
#define TURNED_SLACK 10.f
/* cost of a glyph that says it is another character */
#define OTHER_CHARACTER 3.f
/* as a share of the size: how far apart two copies of a glyph are that pass for one (poppler's own
 * measure) */
#define COPY_SLACK 0.2f
/* glyphs that may lie between one character and the next of its run: spaces */
#define SKIP 3

typedef struct {
	AtsPdfDraw *draw;
	float side;	    /* points a cell */
	gint width, height; /* in cells */
	guint32 *first;	    /* of each cell, row by row: index + 1 of its first glyph */
	guint32 *next;	    /* of each glyph: index + 1 of the next in its cell */
} Grid;

/* the column or row; outside the grid below 0 or not below its width or height */
static gint
cell_of(const Grid *grid, float at)
{
	return (gint)floorf((at + MARGIN) / grid->side);
}

/* NULL outside the grid */
static guint32 *
cell_at(const Grid *grid, gint x, gint y)
{
	if (x < 0 || y < 0 || x >= grid->width || y >= grid->height)
		return NULL;
	return &grid->first[y * grid->width + x];
}

static Grid
grid_new(AtsPdfDraw *draw, const AtsPage *page)
{
	float width = page->width + 2 * MARGIN;
	float height = page->height + 2 * MARGIN;
	Grid grid = {.draw = draw, .side = MAX(CELL, MAX(width, height) / MAX_SIDE)};

	grid.width = (gint)ceilf(width / grid.side);
	grid.height = (gint)ceilf(height / grid.side);
	grid.first = g_new0(guint32, (gsize)grid.width * (gsize)grid.height);
	grid.next = g_new0(guint32, draw->glyphs->len + 1);
	/* backwards, so that a cell's glyphs stand in drawing order */
	for (guint i = draw->glyphs->len; i-- > 0;) {
		const AtsDrawnGlyph *g = ats_at(draw->glyphs, AtsDrawnGlyph, i);
		guint32 *cell = cell_at(&grid, cell_of(&grid, g->x), cell_of(&grid, g->y));
		if (cell == NULL)
			continue;
		grid.next[i] = *cell;
		*cell = i + 1;
	}
	return grid;
}

static void
grid_clear(Grid *grid)
{
	g_free(grid->first);
	g_free(grid->next);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Grid, grid_clear)

static const AtsDrawnRun *
run_of(const AtsPdfDraw *draw, const AtsDrawnGlyph *g)
{
	return ats_at(draw->runs, AtsDrawnRun, g->run);
}

/* --- one character, one glyph --- */

/* distance of the origin from where a character in that box starts, and of the baseline from its
 * usual place; by direction */
static void
offsets(const AtsDrawnRun *run, const AtsDrawnGlyph *g, AtsBox box, float *start, float *base)
{
	if (fabsf(run->ux) >= fabsf(run->uy)) {
		float top = run->ux >= 0 ? box.y0 + BASELINE_SHARE * (box.y1 - box.y0)
					 : box.y1 - BASELINE_SHARE * (box.y1 - box.y0);
		*start = fabsf(g->x - (run->ux >= 0 ? box.x0 : box.x1));
		*base = fabsf(g->y - top);
	} else {
		float left = run->uy >= 0 ? box.x1 - BASELINE_SHARE * (box.x1 - box.x0)
					  : box.x0 + BASELINE_SHARE * (box.x1 - box.x0);
		*start = fabsf(g->y - (run->uy >= 0 ? box.y0 : box.y1));
		*base = fabsf(g->x - left);
	}
}

/* what is looked for */
typedef struct {
	const AtsPdfChar *c;
	AtsBox reach;	/* where its origin may be */
	gboolean loose; /* anywhere in reach: vertical writing has its origin at the top, turned
			   text at the other end */
} Query;

static Query
query(const AtsPdfChar *c, gboolean loose)
{
	Query q = {c, ats_box_grow(c->glyph.box, BASELINE_SLACK), loose};

	if (loose && ats_pdf_is_leftward(c->glyph.c)) {
		q.reach.x0 -= TURNED_SLACK * c->size;
		q.reach.x1 += TURNED_SLACK * c->size;
	}
	return q;
}

/* G_MAXFLOAT: this glyph cannot be that character */
static float
match_cost(AtsPdfDraw *draw, const AtsDrawnGlyph *g, const Query *q)
{
	gboolean other = g->c != 0 && g->c != q->c->glyph.c;
	float start, base;

	if (g->matched >= 0 || !ats_box_contains_point(q->reach, g->x, g->y))
		return G_MAXFLOAT;
	offsets(run_of(draw, g), g, q->c->glyph.box, &start, &base);
	if (!q->loose && start > START_SLACK)
		return G_MAXFLOAT;
	if (q->loose && (other || (g->c == 0 && !ats_pdf_glyph_has_ink(draw, g))))
		return G_MAXFLOAT;
	return 2 * start + .5f * base + (other ? OTHER_CHARACTER : 0.f);
}

static void
search_cell(const Grid *grid, guint32 first, const Query *q, gint32 *best, float *least)
{
	guint32 i = first;

	for (guint n = 0; i > 0 && n < CELL_GLYPHS; n++) {
		float cost =
		    match_cost(grid->draw, ats_at(grid->draw->glyphs, AtsDrawnGlyph, i - 1), q);
		if (cost < *least) {
			*least = cost;
			*best = (gint32)i - 1;
		}
		i = grid->next[i - 1];
	}
}

static gint32
search(const Grid *grid, const Query *q)
{
	AtsBox box = q->reach;
	gint x0 = MAX(cell_of(grid, box.x0), 0);
	gint y0 = MAX(cell_of(grid, box.y0), 0);
	gint x1 = MIN(MIN(cell_of(grid, box.x1), x0 + CELL_SPAN), grid->width - 1);
	gint y1 = MIN(MIN(cell_of(grid, box.y1), y0 + CELL_SPAN), grid->height - 1);
	gint32 best = -1;
	float least = G_MAXFLOAT;

	for (gint y = y0; y <= y1; y++) {
		for (gint x = x0; x <= x1; x++)
			search_cell(grid, *cell_at(grid, x, y), q, &best, &least);
	}
	return best;
}

/* most characters are drawn right after the one before them */
static gint32
next_in_run(AtsPdfDraw *draw, gint32 last, const Query *q)
{
	for (gint32 i = last + 1; last >= 0 && i <= last + SKIP && i < (gint32)draw->glyphs->len;
	     i++) {
		const AtsDrawnGlyph *g = ats_at(draw->glyphs, AtsDrawnGlyph, i);
		if (match_cost(draw, g, q) < OTHER_CHARACTER)
			return i;
	}
	return -1;
}

static void
take(AtsPdfDraw *draw, GArray *chars, guint i, gint32 drawn)
{
	AtsPdfChar *c = ats_at(chars, AtsPdfChar, i);
	AtsDrawnGlyph *g = ats_at(draw->glyphs, AtsDrawnGlyph, drawn);
	const AtsDrawnRun *run = run_of(draw, g);

	g->matched = (gint32)i;
	c->drawn = drawn;
	c->colour = run->colour;
	c->rotation = run->rotation;
	c->glyph.x = g->x;
	c->glyph.y = g->y;
	c->glyph.draw = g->draw;
	c->glyph.has_unicode = run->unicode || c->glyph.has_unicode;
}

static gboolean
like(float a, float b)
{
	const float slack = .02f;

	return fabsf(a - b) < slack;
}

/* the second letter of a ligature shares its glyph: as wide as the first, and right behind it. A
   text that replaces what is drawn (ActualText) is shared out the same way, its spaces with it. */
static gboolean
is_tail(const AtsPdfChar *before, const AtsPdfChar *c)
{
	AtsBox a = before->glyph.box;
	AtsBox b = c->glyph.box;
	float dx = before->space ? ats_box_width(a) : 0;
	float dy = before->space ? ats_box_height(a) : 0;

	if (before->glyph.line_end || before->drawn < 0)
		return FALSE;
	return (like(b.x0 - a.x1, dx) && like(ats_box_width(a), ats_box_width(b))) ||
	       (like(b.y0 - a.y1, dy) && like(ats_box_height(a), ats_box_height(b))) ||
	       (like(a.y0 - b.y1, dy) && like(ats_box_height(a), ats_box_height(b)));
}

static void
take_tail(const AtsPdfChar *before, AtsPdfChar *c)
{
	c->glyph.is_tail = TRUE;
	c->glyph.x = c->glyph.box.x0;
	c->glyph.y = before->glyph.y;
	c->glyph.draw = before->glyph.draw;
	c->glyph.has_unicode = before->glyph.has_unicode;
	c->drawn = before->drawn;
	c->colour = before->colour;
	c->rotation = before->rotation;
	c->doubled = before->doubled;
}

/* --- what is left over --- */

/* a copy of a glyph drawn again in its place: fake bold, a shadow. The later one is what shows. */
static void
find_original(const Grid *grid, guint copy, GArray *chars)
{
	AtsDrawnGlyph *g = ats_at(grid->draw->glyphs, AtsDrawnGlyph, copy);
	float slack = COPY_SLACK * run_of(grid->draw, g)->size;

	for (gint dy = -1; dy <= 1; dy++) {
		for (gint dx = -1; dx <= 1; dx++) {
			const guint32 *cell = cell_at(grid,
						      cell_of(grid, g->x + (float)dx * slack),
						      cell_of(grid, g->y + (float)dy * slack));
			guint32 i = cell != NULL ? *cell : 0;
			for (guint n = 0; i > 0 && n < CELL_GLYPHS; n++, i = grid->next[i - 1]) {
				const AtsDrawnGlyph *o =
				    ats_at(grid->draw->glyphs, AtsDrawnGlyph, i - 1);
				if (i - 1 == copy || o->matched < 0 || o->index != g->index ||
				    fabsf(o->x - g->x) > slack || fabsf(o->y - g->y) > slack)
					continue;
				g->matched = o->matched;
				ats_at(chars, AtsPdfChar, o->matched)->doubled = TRUE;
				return;
			}
		}
	}
}

static gboolean
is_space(const AtsDrawnGlyph *g)
{
	return g->matched < 0 && (g->c == 0 || g_unichar_isspace(g->c));
}

/* the space glyphs round the character, in drawing order and on its line */
static void
find_spaces(const AtsPdfDraw *draw, AtsPdfChar *c)
{
	const AtsDrawnGlyph *g = ats_at(draw->glyphs, AtsDrawnGlyph, c->drawn);
	float reach = c->size;

	if (c->drawn + 1 < (gint32)draw->glyphs->len && is_space(g + 1))
		c->glyph.space_after =
		    fabsf(g[1].x - c->glyph.box.x1) <= reach && fabsf(g[1].y - g->y) <= reach;
	if (c->drawn > 0 && !c->glyph.is_tail && is_space(g - 1))
		c->drawn_space_before = TRUE;
}

static void
match_in_order(const Grid *grid, GArray *chars)
{
	gint32 last = -1;

	for (guint i = 0; i < chars->len; i++) {
		AtsPdfChar *c = ats_at(chars, AtsPdfChar, i);
		Query q = query(c, FALSE);
		gint32 drawn = next_in_run(grid->draw, last, &q);
		if (drawn < 0)
			drawn = search(grid, &q);
		if (drawn >= 0)
			take(grid->draw, chars, i, drawn);
		else if (i > 0 && is_tail(c - 1, c))
			take_tail(c - 1, c);
		last = c->drawn;
	}
}

static void
match_loosely(const Grid *grid, GArray *chars)
{
	for (guint i = 0; i < chars->len; i++) {
		AtsPdfChar *c = ats_at(chars, AtsPdfChar, i);
		Query q = query(c, TRUE);
		gint32 drawn = c->drawn < 0 ? search(grid, &q) : -1;
		if (drawn >= 0)
			take(grid->draw, chars, i, drawn);
	}
}

void
ats_pdf_match(GArray *chars, AtsPdfDraw *draw, const AtsPage *page)
{
	g_auto(Grid) grid = grid_new(draw, page);

	match_in_order(&grid, chars);
	match_loosely(&grid, chars);
	for (guint i = 0; i < draw->glyphs->len; i++) {
		const AtsDrawnGlyph *g = ats_at(draw->glyphs, AtsDrawnGlyph, i);
		if (g->matched < 0 && !g_unichar_isspace(g->c))
			find_original(&grid, i, chars);
	}
	for (guint i = 0; i < chars->len; i++) {
		AtsPdfChar *c = ats_at(chars, AtsPdfChar, i);
		if (c->drawn >= 0)
			find_spaces(draw, c);
		/* after the last letter of a ligature, not inside it */
		if (c->glyph.is_tail)
			(c - 1)->glyph.space_after = FALSE;
	}
}
