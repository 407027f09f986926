/*
 * How a person sees each character of a page: not painted, in the colour of its ground, covered,
 * clipped, too small. The page is painted in the order of its drawing into a coarse raster of
 * grounds. For the PDF files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_text.h"

#include <math.h>

/* points: side of a cell; half of the smallest letter that counts */
#define CELL 2.f
/* cells on a side: a larger page has larger cells */
#define MAX_SIDE 1024
/* cells that fills may paint on one page: some hundred full pages; what comes after is taken to be
 * no ground */
#define MAX_PAINTED 60000000
/* contrast by WCAG below which a person sees nothing: the palest grey that still shows on white
 * has 1.1 */
#define MIN_CONTRAST 1.1f
/* alpha from which a fill hides what is under it, and to which it shows nothing itself */
#define OPAQUE 0.95f
#define UNSEEN 0.05f
/* points: smaller text is no text to a person */
#define MIN_SIZE 2.f
/* share of a character's box that must be let through by the clip */
#define CLIP_SHARE 0.25f
/* of a character's height: outlines that stand for it are no higher, or they are a picture behind
 * it */
#define OUTLINE_HEIGHT 2.f

typedef struct {
	guint32 colour;
	guint known : 1;
	guint32 cover : 31; /* draw + 1 of the last opaque thing */
	guint32 outline;    /* index + 1 of the last outlines drawn over it */
} Cell;

static const Cell PAPER = {.colour = 0xffffff, .known = TRUE};

typedef struct {
	Cell **rows; /* of those that were painted on; NULL: all of it is paper */
	gint width, height;
	float side; /* points a cell */
	guint painted;
} Raster;

static Raster
raster_new(const AtsPage *page)
{
	Raster r = {.side = MAX(CELL, MAX(page->width, page->height) / MAX_SIDE)};

	r.width = (gint)ceilf(page->width / r.side) + 1;
	r.height = (gint)ceilf(page->height / r.side) + 1;
	r.rows = g_new0(Cell *, (gsize)r.height);
	return r;
}

static void
raster_clear(Raster *r)
{
	for (gint y = 0; y < r->height; y++)
		g_free(r->rows[y]);
	g_free(r->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Raster, raster_clear)

/* a page's cells are 1.5 MB: those that are needed are made, row by row */
static Cell *
raster_row(Raster *r, gint y)
{
	if (r->rows[y] == NULL) {
		r->rows[y] = g_new(Cell, (gsize)r->width);
		for (gint x = 0; x < r->width; x++)
			r->rows[y][x] = PAPER;
	}
	return r->rows[y];
}

static const Cell *
raster_at(const Raster *r, AtsBox box)
{
	gint x = (gint)((box.x0 + box.x1) / 2 / r->side);
	gint y = (gint)((box.y0 + box.y1) / 2 / r->side);

	if (x < 0 || y < 0 || x >= r->width || y >= r->height)
		return NULL;
	return r->rows[y] != NULL ? &r->rows[y][x] : &PAPER;
}

static guint32
mix(guint32 under, guint32 over, float alpha)
{
	guint32 out = 0;

	for (guint shift = 0; shift <= 16; shift += 8) {
		float u = (float)((under >> shift) & 0xff);
		float o = (float)((over >> shift) & 0xff);
		out |= (guint32)(u + (o - u) * alpha + .5f) << shift;
	}
	return out;
}

static void
paint_cell(Cell *cell, const AtsDrawnShape *shape, guint index)
{
	const AtsDrawing *d = &shape->drawing;

	if (d->kind == ATS_DRAWING_OUTLINES)
		cell->outline = index + 1;
	if (!shape->solid || !shape->plain) {
		cell->known = FALSE;
	} else if (d->alpha >= OPAQUE) {
		cell->colour = d->colour;
		cell->known = TRUE;
	} else {
		cell->colour = mix(cell->colour, d->colour, d->alpha);
	}
	if (shape->solid && d->alpha >= OPAQUE)
		cell->cover = (guint32)d->draw + 1;
}

/* as paint_cell() does with a shape that is all paint: whatever was there is gone */
static void
cover_row(Cell *cells, gint n, const AtsDrawing *d)
{
	for (gint x = 0; x < n; x++) {
		cells[x].colour = d->colour;
		cells[x].known = TRUE;
		cells[x].cover = (guint32)d->draw + 1;
	}
}

static void
paint_row(Cell *cells, gint n, const AtsDrawnShape *shape, guint index)
{
	const AtsDrawing *d = &shape->drawing;

	if (shape->solid && shape->plain && d->alpha >= OPAQUE && d->kind != ATS_DRAWING_OUTLINES) {
		cover_row(cells, n, d);
		return;
	}
	for (gint x = 0; x < n; x++)
		paint_cell(&cells[x], shape, index);
}

/* the cells whose middle lies in the shape's box */
static void
paint(Raster *r, const AtsDrawnShape *shape, guint index)
{
	AtsBox box = shape->drawing.box;
	gint x0 = MAX((gint)ceilf(box.x0 / r->side - .5f), 0);
	gint y0 = MAX((gint)ceilf(box.y0 / r->side - .5f), 0);
	gint x1 = MIN((gint)ceilf(box.x1 / r->side - .5f), r->width);
	gint y1 = MIN((gint)ceilf(box.y1 / r->side - .5f), r->height);

	/* a rule is no ground, and hides nothing */
	if (shape->drawing.kind == ATS_DRAWING_RULE || !shape->drawing.filled ||
	    shape->drawing.alpha <= UNSEEN || x1 <= x0 || y1 <= y0)
		return;
	r->painted += (guint)(x1 - x0) * (guint)(y1 - y0);
	if (r->painted > MAX_PAINTED)
		return;
	for (gint y = y0; y < y1; y++)
		paint_row(&raster_row(r, y)[x0], x1 - x0, shape, index);
}

/* --- contrast --- */

static float
luminance(guint32 colour)
{
	const float weights[] = {0.0722f, 0.7152f, 0.2126f};
	float sum = 0;

	for (guint i = 0; i < 3; i++) {
		float v = (float)((colour >> (8 * i)) & 0xff) / 255.f;
		sum += weights[i] * (v <= 0.04045f ? v / 12.92f : powf((v + .055f) / 1.055f, 2.4f));
	}
	return sum;
}

/* luminance alone would call red on a green of the same lightness unseen */
static gboolean
same_colour(guint32 a, guint32 b)
{
	const gint hue_slack = 24;
	float la, lb;

	for (guint shift = 0; shift <= 16; shift += 8) {
		if (ABS((gint)((a >> shift) & 0xff) - (gint)((b >> shift) & 0xff)) > hue_slack)
			return FALSE;
	}
	la = luminance(a) + .05f;
	lb = luminance(b) + .05f;
	return MAX(la, lb) / MIN(la, lb) < MIN_CONTRAST;
}

/* --- characters --- */

static void
see_on_ground(const Raster *r, const AtsDrawnRun *run, AtsPdfChar *c)
{
	const Cell *cell = raster_at(r, c->glyph.box);

	if (c->visibility == ATS_VISIBLE_OFF_PAGE)
		return;
	c->visibility = ATS_VISIBLE_NORMAL;
	if (run->alpha <= UNSEEN || (cell != NULL && cell->known && run->alpha >= OPAQUE &&
				     same_colour(run->colour, cell->colour)))
		c->visibility = ATS_VISIBLE_SAME_COLOUR;
}

static void
paint_until(Raster *r, const AtsPdfDraw *draw, guint *shape, gint32 until)
{
	for (; *shape < draw->shapes->len; (*shape)++) {
		const AtsDrawnShape *s = ats_at(draw->shapes, AtsDrawnShape, *shape);
		if (s->drawing.draw > until)
			return;
		paint(r, s, *shape);
	}
}

static gboolean
is_clipped(AtsBox box, AtsBox clip)
{
	AtsBox seen = ats_box_intersect(box, clip);

	return ats_box_area(box) > 0 && ats_box_area(seen) < CLIP_SHARE * ats_box_area(box);
}

/* Browsers draw text in fonts that they cannot embed as outlines, and the text itself unseen over
 * them: the person sees it */
static gboolean
shows_as_outlines(const Raster *r, const AtsPdfDraw *draw, AtsPdfChar *c)
{
	const Cell *cell = raster_at(r, c->glyph.box);
	const AtsDrawing *outlines;

	if (cell == NULL || cell->outline == 0)
		return FALSE;
	outlines = &ats_at(draw->shapes, AtsDrawnShape, cell->outline - 1)->drawing;
	if (ats_box_height(outlines->box) > OUTLINE_HEIGHT * ats_box_height(c->glyph.box))
		return FALSE;
	c->colour = outlines->colour;
	return TRUE;
}

static void
see_rest(const Raster *r, const AtsPdfDraw *draw, AtsPdfChar *c)
{
	const AtsDrawnGlyph *g = ats_at(draw->glyphs, AtsDrawnGlyph, c->drawn);
	const AtsDrawnRun *run = ats_at(draw->runs, AtsDrawnRun, g->run);
	const Cell *cell = raster_at(r, c->glyph.box);

	if (c->visibility != ATS_VISIBLE_NORMAL)
		return;
	if (run->size < MIN_SIZE && c->size < MIN_SIZE)
		c->visibility = ATS_VISIBLE_TOO_SMALL;
	else if (is_clipped(c->glyph.box, run->clip))
		c->visibility = ATS_VISIBLE_CLIPPED;
	else if (cell != NULL && cell->cover > (guint32)c->glyph.draw + 1)
		c->visibility = ATS_VISIBLE_COVERED;
}

static gboolean
is_transparent(const AtsPdfDraw *draw, const AtsPdfChar *c)
{
	const AtsDrawnGlyph *g;

	if (c->drawn < 0)
		return c->visibility == ATS_VISIBLE_NOT_PAINTED;
	g = ats_at(draw->glyphs, AtsDrawnGlyph, c->drawn);
	return ats_at(draw->runs, AtsDrawnRun, g->run)->alpha <= UNSEEN;
}

/* --- fonts that could not be loaded --- */

/* all fonts' numbers are below it */
static guint
count_fonts(const GArray *chars)
{
	guint n = 1;

	for (guint i = 0; i < chars->len; i++)
		n = MAX(n, ats_at(chars, AtsPdfChar, i)->font + 1u);
	return n;
}

/* Text in them is not painted either, but nobody hid it: where fewer fonts could be loaded than the
   text has, what is wholly unpainted is given the benefit of the doubt. */
static void
excuse_failed_fonts(GArray *chars, const AtsPdfDraw *draw)
{
	guint n_fonts = count_fonts(chars);
	g_autofree guint8 *used = g_new0(guint8, n_fonts);
	g_autofree guint8 *painted = g_new0(guint8, n_fonts);
	guint n_used = 0;

	for (guint i = 0; i < chars->len; i++) {
		const AtsPdfChar *c = ats_at(chars, AtsPdfChar, i);
		n_used += !used[c->font];
		used[c->font] = TRUE;
		painted[c->font] = painted[c->font] || c->drawn >= 0;
	}
	if (g_hash_table_size(draw->faces) >= n_used)
		return;
	for (guint i = 0; i < chars->len; i++) {
		AtsPdfChar *c = ats_at(chars, AtsPdfChar, i);
		if (c->visibility == ATS_VISIBLE_NOT_PAINTED && !painted[c->font])
			c->visibility = ATS_VISIBLE_NORMAL;
	}
}

void
ats_pdf_see(GArray *chars, const AtsPdfDraw *draw, const AtsPage *page)
{
	g_auto(Raster) raster = raster_new(page);
	guint shape = 0;

	for (guint i = 0; i < draw->glyphs->len; i++) {
		const AtsDrawnGlyph *g = ats_at(draw->glyphs, AtsDrawnGlyph, i);
		if (g->matched < 0)
			continue;
		paint_until(&raster, draw, &shape, g->draw);
		see_on_ground(&raster,
			      ats_at(draw->runs, AtsDrawnRun, g->run),
			      ats_at(chars, AtsPdfChar, g->matched));
	}
	paint_until(&raster, draw, &shape, G_MAXINT32);
	for (guint i = 0; i < chars->len; i++) {
		AtsPdfChar *c = ats_at(chars, AtsPdfChar, i);
		if (c->visibility == ATS_VISIBLE_OFF_PAGE)
			continue;
		if (c->drawn < 0)
			c->visibility = ATS_VISIBLE_NOT_PAINTED;
		else if (c->glyph.is_tail && i > 0)
			c->visibility = (c - 1)->visibility;
		else
			see_rest(&raster, draw, c);
		if (is_transparent(draw, c) && shows_as_outlines(&raster, draw, c))
			c->visibility = ATS_VISIBLE_NORMAL;
	}
	excuse_failed_fonts(chars, draw);
}
