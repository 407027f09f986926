/*
 * Tells what a filled or stroked path is: ruling lines, boxes, rounded boxes, outlines of letters,
 * other shapes. For pdf_draw.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_draw.h"

#include <math.h>

/* points: the thickest rule; a thicker one is a bar, which is read as a box */
#define RULE_THICKNESS 3.f
/* and it is longer than thick by this factor: a square dot is no rule */
#define RULE_SLENDERNESS 3.f
/* points by which the ends of an upright line may differ */
#define UPRIGHT 0.05f
/* a circle fills pi/4 of its box; rounded boxes more, letters less */
#define ROUND_SHARE 0.75f
/* segments of the simplest shapes: with more it is a drawing of something */
#define SIMPLE_SEGMENTS 4
/* curves of a circle, or of the round corners of a box: programs draw a quarter in one to ten
 * pieces */
#define CORNER_CURVES 40

/* a subpath: what lies between two moves */
typedef struct {
	AtsBox box;
	guint n_lines, n_curves;
	guint n_crooked; /* lines that are neither level nor upright */
	double area;	 /* twice the enclosed area, signed, curves by their control points */
	gboolean closed;
} Subpath;

typedef struct {
	AtsPdfDraw *draw;
	GArray *subpaths; /* of Subpath; lent, as @lines */
	GArray *lines;	  /* of AtsBox: start and end points; only of subpaths without curves */
	float x, y;	  /* points: the pen */
	float x0, y0;	  /* where the subpath began */
} Walk;

static void
to_points(AtsPdfDraw *draw, const cairo_path_data_t *data, float *x, float *y)
{
	ats_pdf_draw_point(draw, data->point.x, data->point.y, x, y);
}

static Subpath *
subpath_now(Walk *walk)
{
	return ats_at(walk->subpaths, Subpath, walk->subpaths->len - 1);
}

static void
walk_move(Walk *walk, const cairo_path_data_t *data)
{
	Subpath fresh = {.box = ATS_BOX_EMPTY};

	to_points(walk->draw, &data[1], &walk->x, &walk->y);
	walk->x0 = walk->x;
	walk->y0 = walk->y;
	/* after a close cairo tells a move of its own */
	if (walk->subpaths->len > 0 &&
	    subpath_now(walk)->n_lines + subpath_now(walk)->n_curves == 0)
		*subpath_now(walk) = fresh;
	else
		g_array_append_val(walk->subpaths, fresh);
}

static void
walk_to(Walk *walk, float x, float y)
{
	Subpath *sub = subpath_now(walk);

	sub->box = ats_box_union(sub->box, (AtsBox){walk->x, walk->y, walk->x, walk->y});
	sub->box = ats_box_union(sub->box, (AtsBox){x, y, x, y});
	sub->area += (double)walk->x * y - (double)x * walk->y;
	walk->x = x;
	walk->y = y;
}

static void
walk_line(Walk *walk, float x, float y)
{
	AtsBox line = {walk->x, walk->y, x, y};
	Subpath *sub = subpath_now(walk);

	if (line.x0 == line.x1 && line.y0 == line.y1 && sub->n_lines > 0)
		return;
	if (fabsf(line.x1 - line.x0) > UPRIGHT && fabsf(line.y1 - line.y0) > UPRIGHT)
		sub->n_crooked++;
	sub->n_lines++;
	g_array_append_val(walk->lines, line);
	walk_to(walk, x, y);
}

static void
walk_curve(Walk *walk, const cairo_path_data_t *data)
{
	subpath_now(walk)->n_curves++;
	for (guint i = 1; i <= 3; i++) {
		float x, y;
		to_points(walk->draw, &data[i], &x, &y);
		walk_to(walk, x, y);
	}
}

static void
walk_step(Walk *walk, const cairo_path_data_t *data)
{
	float x, y;

	if (data->header.type == CAIRO_PATH_MOVE_TO || walk->subpaths->len == 0) {
		if (data->header.length > 1)
			walk_move(walk, data);
		return;
	}
	switch (data->header.type) {
	case CAIRO_PATH_LINE_TO:
		to_points(walk->draw, &data[1], &x, &y);
		walk_line(walk, x, y);
		break;
	case CAIRO_PATH_CURVE_TO:
		walk_curve(walk, data);
		break;
	default:
		if (walk->x != walk->x0 || walk->y != walk->y0)
			walk_line(walk, walk->x0, walk->y0);
		subpath_now(walk)->closed = TRUE;
		break;
	}
}

void
ats_pdf_path_init(AtsPdfDraw *self)
{
	self->subpaths = g_array_new(FALSE, FALSE, sizeof(Subpath));
	self->lines = g_array_new(FALSE, FALSE, sizeof(AtsBox));
}

void
ats_pdf_path_clear(AtsPdfDraw *self)
{
	g_array_unref(self->subpaths);
	g_array_unref(self->lines);
}

/* valid until the next walk */
static Walk
walk_path(AtsPdfDraw *draw)
{
	Walk walk = {.draw = draw, .subpaths = draw->subpaths, .lines = draw->lines};
	cairo_path_t *path = cairo_copy_path(draw->context);

	g_array_set_size(walk.subpaths, 0);
	g_array_set_size(walk.lines, 0);
	for (int i = 0; i < path->num_data; i += MAX(path->data[i].header.length, 1))
		walk_step(&walk, &path->data[i]);
	cairo_path_destroy(path);
	if (walk.subpaths->len > 0 &&
	    subpath_now(&walk)->n_lines + subpath_now(&walk)->n_curves == 0)
		g_array_set_size(walk.subpaths, walk.subpaths->len - 1);
	return walk;
}

/* --- what a subpath is --- */

static gboolean
is_rectangle(const Subpath *sub)
{
	return sub->n_curves == 0 && sub->n_crooked == 0 && sub->n_lines >= 3 && sub->n_lines <= 5;
}

static gboolean
is_round(const Subpath *sub)
{
	double share = fabs(sub->area) / 2 / MAX((double)ats_box_area(sub->box), 1e-6);

	return sub->n_curves >= 2 && sub->n_curves <= CORNER_CURVES && sub->n_crooked == 0 &&
	       share >= ROUND_SHARE;
}

static gboolean
is_thin(AtsBox box)
{
	float thick = MIN(ats_box_width(box), ats_box_height(box));
	float length = MAX(ats_box_width(box), ats_box_height(box));

	return thick <= RULE_THICKNESS && length >= RULE_SLENDERNESS * thick;
}

static guint32
n_segments(const Walk *walk, AtsBox *box)
{
	guint32 n = 0;

	*box = ATS_BOX_EMPTY;
	for (guint i = 0; i < walk->subpaths->len; i++) {
		const Subpath *sub = ats_at(walk->subpaths, Subpath, i);
		n += sub->n_lines + sub->n_curves;
		*box = ats_box_union(*box, sub->box);
	}
	return n;
}

static gboolean
all_rectangles(const Walk *walk)
{
	for (guint i = 0; i < walk->subpaths->len; i++) {
		if (!is_rectangle(ats_at(walk->subpaths, Subpath, i)))
			return FALSE;
	}
	return TRUE;
}

gboolean
ats_pdf_path_is_rectangle(AtsPdfDraw *self, AtsBox *extents)
{
	Walk walk = walk_path(self);

	n_segments(&walk, extents);
	return walk.subpaths->len == 1 && is_rectangle(ats_at(walk.subpaths, Subpath, 0));
}

/* --- fills --- */

static void
fill_rectangle(AtsPdfDraw *self, AtsBox box, AtsDrawing *with)
{
	with->kind = is_thin(box) ? ATS_DRAWING_RULE : ATS_DRAWING_BOX;
	with->box = box;
	ats_pdf_draw_add(self, with, TRUE);
}

/* a box with a hole in it, as browsers draw borders */
static gboolean
fill_frame(AtsPdfDraw *self, const Walk *walk, AtsDrawing *with)
{
	const Subpath *outer = ats_at(walk->subpaths, Subpath, 0);
	const Subpath *inner = ats_at(walk->subpaths, Subpath, 1);

	if (walk->subpaths->len != 2)
		return FALSE;
	if (ats_box_contains(inner->box, outer->box))
		outer = ats_at(walk->subpaths, Subpath, 1),
		inner = ats_at(walk->subpaths, Subpath, 0);
	if (!ats_box_contains(outer->box, inner->box) || ats_box_area(inner->box) == 0 ||
	    (!is_rectangle(outer) && !is_round(outer)) ||
	    (!is_rectangle(inner) && !is_round(inner)))
		return FALSE;
	/* a ring of letter size may well be the letter O */
	if (is_round(outer) && outer->n_lines == 0)
		return FALSE;
	with->kind = ATS_DRAWING_BOX;
	with->box = outer->box;
	with->filled = FALSE;
	with->stroked = TRUE;
	with->rounded = is_round(outer);
	with->line_width = (ats_box_width(outer->box) - ats_box_width(inner->box)) / 2;
	ats_pdf_draw_add(self, with, FALSE);
	return TRUE;
}

static void
fill_shape(AtsPdfDraw *self, const Walk *walk, AtsDrawing *with)
{
	const Subpath *sub = ats_at(walk->subpaths, Subpath, 0);
	gboolean single = walk->subpaths->len == 1;

	with->n_curves = n_segments(walk, &with->box);
	with->kind = ATS_DRAWING_OUTLINES;
	if (single && is_round(sub)) {
		with->rounded = TRUE;
		with->kind = sub->n_lines >= 2 ? ATS_DRAWING_BOX : ATS_DRAWING_SHAPE;
	} else if (single && with->n_curves <= SIMPLE_SEGMENTS) {
		with->kind = ATS_DRAWING_SHAPE;
	}
	ats_pdf_draw_add(self, with, with->kind == ATS_DRAWING_BOX);
}

void
ats_pdf_path_fill(AtsPdfDraw *self, AtsDrawing *with)
{
	Walk walk = walk_path(self);

	if (walk.subpaths->len == 0 || fill_frame(self, &walk, with))
		return;
	if (!all_rectangles(&walk)) {
		fill_shape(self, &walk, with);
		return;
	}
	for (guint i = 0; i < walk.subpaths->len; i++)
		fill_rectangle(self, ats_at(walk.subpaths, Subpath, i)->box, with);
}

/* --- strokes --- */

static float
line_width(AtsPdfDraw *self)
{
	cairo_matrix_t m;
	double width = cairo_get_line_width(self->context);

	cairo_get_matrix(self->context, &m);
	width *= sqrt(fabs(m.xx * m.yy - m.xy * m.yx)) / self->scale;
	return isfinite(width) ? (float)CLAMP(width, 0, 1e4) : 0.f;
}

static void
stroke_line(AtsPdfDraw *self, AtsBox line, AtsDrawing *with)
{
	AtsBox box = {MIN(line.x0, line.x1),
		      MIN(line.y0, line.y1),
		      MAX(line.x0, line.x1),
		      MAX(line.y0, line.y1)};
	gboolean level = ats_box_height(box) <= ats_box_width(box);
	float half = with->line_width / 2;

	with->box = level ? (AtsBox){box.x0, box.y0 - half, box.x1, box.y1 + half}
			  : (AtsBox){box.x0 - half, box.y0, box.x1 + half, box.y1};
	with->kind = is_thin(with->box) ? ATS_DRAWING_RULE : ATS_DRAWING_BOX;
	with->filled = with->kind == ATS_DRAWING_BOX;
	ats_pdf_draw_add(self, with, TRUE);
}

static void
stroke_shape(AtsPdfDraw *self, const Subpath *sub, AtsDrawing *with)
{
	with->kind = is_rectangle(sub) || (is_round(sub) && sub->n_lines >= 2) ? ATS_DRAWING_BOX
									       : ATS_DRAWING_SHAPE;
	with->rounded = sub->n_curves > 0 && with->kind == ATS_DRAWING_BOX;
	with->box = ats_box_grow(sub->box, with->line_width / 2);
	with->n_curves = sub->n_lines + sub->n_curves;
	ats_pdf_draw_add(self, with, FALSE);
}

void
ats_pdf_path_stroke(AtsPdfDraw *self, AtsDrawing *with)
{
	Walk walk = walk_path(self);
	guint line = 0;

	with->line_width = line_width(self);
	for (guint i = 0; i < walk.subpaths->len; i++) {
		const Subpath *sub = ats_at(walk.subpaths, Subpath, i);
		guint end = line + sub->n_lines;
		gboolean shape = sub->n_curves + sub->n_crooked > 0 || is_rectangle(sub);
		if (shape)
			stroke_shape(self, sub, with);
		for (; line < end; line++) {
			if (!shape)
				stroke_line(self, g_array_index(walk.lines, AtsBox, line), with);
		}
	}
}
