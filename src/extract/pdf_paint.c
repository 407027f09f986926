/*
 * What the hooked cairo calls paint on a page: fills, strokes, images, masks, and the clips and
 * transparency groups that they go through. For the PDF files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_draw.h"

#include <math.h>

#include "base/limits.h"

/* groups that are told apart on one page; what lies in more is taken to be seen */
#define MAX_GROUPS 65536

static cairo_surface_t *
pattern_surface(cairo_pattern_t *pattern)
{
	cairo_surface_t *surface = NULL;

	if (cairo_pattern_get_type(pattern) != CAIRO_PATTERN_TYPE_SURFACE ||
	    cairo_pattern_get_surface(pattern, &surface) != CAIRO_STATUS_SUCCESS)
		return NULL;
	return surface;
}

/* --- fills, strokes, images --- */

/* text filled with a gradient or a picture: poppler clips to the text and fills that */
static void
add_clipped_text(AtsPdfDraw *self)
{
	ats_pdf_draw_glyphs(self,
			    &g_array_index(self->text_clip, cairo_glyph_t, 0),
			    (int)self->text_clip->len);
	g_array_set_size(self->text_clip, 0);
}

void
ats_pdf_draw_add(AtsPdfDraw *self, const AtsDrawing *drawing, gboolean solid)
{
	const AtsClip *clip = ats_pdf_draw_clip_now(self);
	AtsDrawnShape shape = {.drawing = *drawing, .group = ats_pdf_draw_group_now(self)};

	if (self->text_clip->len > 0) {
		add_clipped_text(self);
		return;
	}

	if (self->shapes->len >= ATS_LIMIT_PAGE_DRAWINGS) {
		self->shapes_cut = TRUE;
		return;
	}
	shape.drawing.box = ats_box_intersect(drawing->box, clip->box);
	if (shape.drawing.box.x1 < shape.drawing.box.x0 ||
	    shape.drawing.box.y1 < shape.drawing.box.y0)
		return;
	shape.solid = solid && (clip->exact || ats_box_contains(clip->box, drawing->box));
	/* an image brings its own colours */
	shape.plain = drawing->pixel_width > 0
			  ? drawing->kind == ATS_DRAWING_BOX
			  : ats_pdf_draw_colour(self, &shape.drawing.colour, &shape.drawing.alpha);
	shape.drawing.draw = self->n_drawn++;
	shape.drawing.paragraph = G_MAXUINT32;
	shape.drawing.name = "";
	g_array_append_val(self->shapes, shape);
}

/* the group that the surface holds, or 0 */
static guint32
group_of(AtsPdfDraw *self, cairo_surface_t *surface)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(self->surfaces, surface));
}

static gboolean
paint_group(AtsPdfDraw *self, cairo_surface_t *surface, double alpha)
{
	guint32 group = surface != NULL ? group_of(self, surface) : 0;

	if (group == 0)
		return FALSE;
	ats_at(self->groups, AtsDrawGroup, group)->alpha = (float)CLAMP(alpha, 0, 1);
	return TRUE;
}

static void
add_image(AtsPdfDraw *self, cairo_surface_t *surface, AtsBox box, float alpha, gboolean masked)
{
	AtsDrawing drawing = {.kind = ATS_DRAWING_IMAGE,
			      .box = box,
			      .alpha = alpha,
			      .filled = TRUE};

	/* a soft mask that poppler made itself has no pixels here: it shades what it lets through
	 */
	if (!ats_pdf_image_measure(surface, &drawing))
		drawing.kind = ATS_DRAWING_SHAPE;
	else if (drawing.n_colours == 1 && !masked)
		drawing.kind = ATS_DRAWING_BOX;
	drawing.alpha_mask = masked;
	ats_pdf_draw_add(self, &drawing, !masked);
}

/* a tiling pattern: an image laid as a tile is as good as an image */
static void
add_tiles(AtsPdfDraw *self, AtsBox box)
{
	AtsDrawing drawing = self->tile;

	drawing.kind = drawing.pixel_width > 0 ? ATS_DRAWING_IMAGE : ATS_DRAWING_SHAPE;
	drawing.box = box;
	drawing.alpha = 1.f;
	drawing.filled = TRUE;
	ats_pdf_draw_add(self, &drawing, FALSE);
	self->tile = (AtsDrawing){0};
}

static AtsBox
path_box(AtsPdfDraw *self)
{
	AtsBox box;

	ats_pdf_path_is_rectangle(self, &box);
	return box;
}

void
ats_pdf_draw_fill(AtsPdfDraw *self)
{
	cairo_pattern_t *source = cairo_get_source(self->context);
	cairo_surface_t *surface = pattern_surface(source);
	AtsDrawing drawing = {.filled = TRUE};

	if (surface == NULL)
		ats_pdf_path_fill(self, &drawing);
	else if (paint_group(self, surface, 1.0))
		return;
	else if (cairo_pattern_get_extend(source) == CAIRO_EXTEND_REPEAT)
		add_tiles(self, path_box(self));
	else
		add_image(self, surface, path_box(self), 1.f, FALSE);
}

/* glyphs drawn as outlines alone (text render mode 1) are glyphs; those also filled (mode 2) are
 * known already */
static void
add_stroked_glyphs(AtsPdfDraw *self)
{
	const cairo_glyph_t *first = &g_array_index(self->stroked, cairo_glyph_t, 0);
	double x = first->x;
	double y = first->y;
	guint n = self->stroked->len;

	cairo_user_to_device(self->context, &x, &y);
	if (self->glyphs->len >= n) {
		const AtsDrawnGlyph *last =
		    ats_at(self->glyphs, AtsDrawnGlyph, self->glyphs->len - n);
		if (last->index == first->index &&
		    fabsf(last->x - ats_pdf_draw_points(self, x)) < .01f &&
		    fabsf(last->y - ats_pdf_draw_points(self, y)) < .01f)
			return;
	}
	ats_pdf_draw_glyphs(self, first, (int)n);
}

void
ats_pdf_draw_stroke(AtsPdfDraw *self)
{
	AtsDrawing drawing = {.stroked = TRUE};

	if (self->stroked->len > 0)
		add_stroked_glyphs(self);
	else
		ats_pdf_path_stroke(self, &drawing);
	g_array_set_size(self->stroked, 0);
}

/* pixels of the file, rather than a mask that poppler makes of what is drawn, which is as small as
 * the page's surface here */
static gboolean
is_picture(AtsPdfDraw *self, cairo_surface_t *surface)
{
	const int made = 2;

	return group_of(self, surface) == 0 &&
	       cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE &&
	       cairo_image_surface_get_width(surface) > made &&
	       cairo_image_surface_get_height(surface) > made;
}

void
ats_pdf_draw_mask(AtsPdfDraw *self, cairo_pattern_t *mask)
{
	cairo_surface_t *surface = pattern_surface(cairo_get_source(self->context));
	cairo_surface_t *stencil = pattern_surface(mask);
	/* poppler clips to the shape before it masks */
	AtsBox box = ats_pdf_draw_clip_now(self)->box;
	AtsDrawing drawing = {.kind = ATS_DRAWING_SHAPE, .box = box, .filled = TRUE};
	double alpha = 1.0;

	if (stencil == NULL)
		cairo_pattern_get_rgba(mask, NULL, NULL, NULL, &alpha);
	if (paint_group(self, surface, alpha))
		return;
	if (surface != NULL)
		add_image(self, surface, box, (float)alpha, stencil != NULL);
	else if (stencil != NULL && is_picture(self, stencil))
		add_image(self, stencil, box, 1.f, TRUE);
	else
		ats_pdf_draw_add(self, &drawing, FALSE);
}

void
ats_pdf_draw_paint(AtsPdfDraw *self, double alpha)
{
	cairo_surface_t *surface = pattern_surface(cairo_get_source(self->context));
	AtsBox box = ats_pdf_draw_clip_now(self)->box;
	AtsDrawing drawing = {.kind = ATS_DRAWING_BOX, .box = box, .filled = TRUE};

	if (paint_group(self, surface, alpha))
		return;
	if (surface != NULL)
		add_image(self, surface, box, (float)alpha, FALSE);
	else
		ats_pdf_draw_add(self, &drawing, alpha >= 1.0);
}

void
ats_pdf_draw_tile(AtsPdfDraw *self, cairo_t *cr)
{
	cairo_surface_t *surface = pattern_surface(cairo_get_source(cr));
	AtsDrawing drawing = {0};

	if (surface != NULL && ats_pdf_image_measure(surface, &drawing))
		self->tile = drawing;
}

/* --- clips and groups --- */

void
ats_pdf_draw_save(AtsPdfDraw *self)
{
	AtsClip now = *ats_pdf_draw_clip_now(self);

	g_array_append_val(self->clips, now);
}

void
ats_pdf_draw_restore(AtsPdfDraw *self)
{
	if (self->clips->len > 1)
		g_array_set_size(self->clips, self->clips->len - 1);
	g_array_set_size(self->text_clip, 0);
}

void
ats_pdf_draw_clip(AtsPdfDraw *self)
{
	AtsClip *now = ats_pdf_draw_clip_now(self);
	AtsBox box;
	gboolean exact = ats_pdf_path_is_rectangle(self, &box);

	/* a shape round the whole of what was let through before changes nothing */
	now->exact = now->exact && exact;
	now->box = ats_box_intersect(now->box, box);
	if (self->stroked->len == 0)
		return;
	g_array_set_size(self->text_clip, 0);
	g_array_append_vals(self->text_clip, self->stroked->data, self->stroked->len);
	g_array_set_size(self->stroked, 0);
}

void
ats_pdf_draw_push_group(AtsPdfDraw *self)
{
	AtsDrawGroup group = {ats_pdf_draw_group_now(self), 0.f};
	AtsClip now = *ats_pdf_draw_clip_now(self);
	guint32 index = ats_pdf_draw_group_now(self);

	if (self->groups->len < MAX_GROUPS) {
		index = self->groups->len;
		g_array_append_val(self->groups, group);
	}
	g_array_append_val(self->open, index);
	g_array_append_val(self->clips, now);
}

void
ats_pdf_draw_pop_group(AtsPdfDraw *self, cairo_pattern_t *pattern)
{
	cairo_surface_t *surface = pattern_surface(pattern);
	guint32 group = ats_pdf_draw_group_now(self);

	if (self->open->len > 1)
		g_array_set_size(self->open, self->open->len - 1);
	if (self->clips->len > 1)
		g_array_set_size(self->clips, self->clips->len - 1);
	if (surface != NULL && group != ats_pdf_draw_group_now(self))
		g_hash_table_insert(self->surfaces,
				    cairo_surface_reference(surface),
				    GUINT_TO_POINTER(group));
}
