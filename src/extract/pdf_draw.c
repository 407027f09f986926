/*
 * Keeps what the hooked cairo calls tell: glyph runs and drawings in stream order, with colour,
 * clip and transparency group. For the PDF files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_draw.h"

#include <math.h>

#include "base/limits.h"

/* device pixels a point: images larger than this are handed down scaled to it, and 10 pt text of a
 * scan still shows its strokes */
#define SCALE 2.0
/* fewer on giant pages: the longest side in device pixels; an A2 poster keeps the full scale */
#define LONGEST_SIDE 4096.0
/* points: where a page has no usable size */
#define LARGEST_PAGE 1e5f
/* groups that are told apart on one page; what lies in more is taken to be seen */
#define MAX_GROUPS 65536

AtsPdfDraw *
ats_pdf_draw_begin(AtsBox page)
{
	AtsPdfDraw *self = g_new0(AtsPdfDraw, 1);
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
	AtsClip all = {{-LARGEST_PAGE, -LARGEST_PAGE, LARGEST_PAGE, LARGEST_PAGE}, TRUE};
	AtsDrawGroup root = {0, 1.f};
	guint32 first = 0;
	double side = MAX(ats_box_width(page), ats_box_height(page));

	self->scale = side * SCALE > LONGEST_SIDE ? LONGEST_SIDE / side : SCALE;
	self->context = cairo_create(surface);
	cairo_surface_destroy(surface);
	cairo_scale(self->context, self->scale, self->scale);
	self->glyphs = g_array_new(FALSE, FALSE, sizeof(AtsDrawnGlyph));
	self->runs = g_array_new(FALSE, FALSE, sizeof(AtsDrawnRun));
	self->shapes = g_array_new(FALSE, FALSE, sizeof(AtsDrawnShape));
	self->groups = g_array_new(FALSE, FALSE, sizeof(AtsDrawGroup));
	self->clips = g_array_new(FALSE, FALSE, sizeof(AtsClip));
	self->open = g_array_new(FALSE, FALSE, sizeof(guint32));
	self->stroked = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	self->surfaces = g_hash_table_new(NULL, NULL);
	self->faces =
	    g_hash_table_new_full(NULL, NULL, (GDestroyNotify)cairo_font_face_destroy, NULL);
	self->metrics = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	g_array_append_val(self->groups, root);
	g_array_append_val(self->open, first);
	g_array_append_val(self->clips, all);
	ats_pdf_hooks_capture(self);
	return self;
}

/* a group shows as much as it was painted with, in a parent that is shown itself */
static void
settle_groups(AtsPdfDraw *self)
{
	for (guint i = 1; i < self->groups->len; i++) {
		AtsDrawGroup *group = ats_at(self->groups, AtsDrawGroup, i);
		group->alpha *= ats_at(self->groups, AtsDrawGroup, group->parent)->alpha;
	}
	for (guint i = 0; i < self->runs->len; i++) {
		AtsDrawnRun *run = ats_at(self->runs, AtsDrawnRun, i);
		run->alpha *= ats_at(self->groups, AtsDrawGroup, run->group)->alpha;
	}
	for (guint i = 0; i < self->shapes->len; i++) {
		AtsDrawnShape *shape = ats_at(self->shapes, AtsDrawnShape, i);
		shape->drawing.alpha *= ats_at(self->groups, AtsDrawGroup, shape->group)->alpha;
	}
}

void
ats_pdf_draw_end(AtsPdfDraw *self)
{
	ats_pdf_hooks_capture(NULL);
	g_clear_pointer(&self->context, cairo_destroy);
	settle_groups(self);
}

void
ats_pdf_draw_free(AtsPdfDraw *self)
{
	if (self->context != NULL)
		ats_pdf_draw_end(self);
	g_array_unref(self->glyphs);
	g_array_unref(self->runs);
	g_array_unref(self->shapes);
	g_array_unref(self->groups);
	g_array_unref(self->clips);
	g_array_unref(self->open);
	g_array_unref(self->stroked);
	g_hash_table_unref(self->surfaces);
	g_hash_table_unref(self->metrics);
	g_hash_table_unref(self->faces);
	g_free(self);
}

AtsClip *
ats_pdf_draw_clip_now(AtsPdfDraw *self)
{
	return ats_at(self->clips, AtsClip, self->clips->len - 1);
}

static guint32
group_now(AtsPdfDraw *self)
{
	return g_array_index(self->open, guint32, self->open->len - 1);
}

/* --- points and colours --- */

static gfloat
points(AtsPdfDraw *self, double device)
{
	double p = device / self->scale;

	if (!isfinite(p))
		return 0.f;
	return (float)CLAMP(p, -LARGEST_PAGE, LARGEST_PAGE);
}

AtsBox
ats_pdf_draw_box(AtsPdfDraw *self, double x0, double y0, double x1, double y1)
{
	AtsBox box = ATS_BOX_EMPTY;
	double xs[] = {x0, x1, x0, x1};
	double ys[] = {y0, y0, y1, y1};

	for (guint i = 0; i < G_N_ELEMENTS(xs); i++) {
		cairo_user_to_device(self->context, &xs[i], &ys[i]);
		float x = points(self, xs[i]);
		float y = points(self, ys[i]);
		box = ats_box_union(box, (AtsBox){x, y, x, y});
	}
	return box;
}

static guint32
rgb(double r, double g, double b)
{
	return (guint32)(CLAMP(r, 0, 1) * 255 + .5) << 16 |
	       (guint32)(CLAMP(g, 0, 1) * 255 + .5) << 8 | (guint32)(CLAMP(b, 0, 1) * 255 + .5);
}

/* what a gradient comes to on the whole: the mean of its stops */
static void
gradient_colour(cairo_pattern_t *pattern, guint32 *colour, float *alpha)
{
	double sum[4] = {0, 0, 0, 0};
	int n = 0;

	if (cairo_pattern_get_color_stop_count(pattern, &n) != CAIRO_STATUS_SUCCESS || n < 1)
		return;
	for (int i = 0; i < n; i++) {
		double offset, r, g, b, a;
		cairo_pattern_get_color_stop_rgba(pattern, i, &offset, &r, &g, &b, &a);
		sum[0] += r;
		sum[1] += g;
		sum[2] += b;
		sum[3] += a;
	}
	*colour = rgb(sum[0] / n, sum[1] / n, sum[2] / n);
	*alpha = (float)(sum[3] / n);
}

/* the colour it is drawn with; FALSE if it is not one known colour */
static gboolean
source_colour(AtsPdfDraw *self, guint32 *colour, float *alpha)
{
	cairo_pattern_t *source = cairo_get_source(self->context);
	double r, g, b, a;

	*colour = 0x808080;
	*alpha = 1.f;
	if (cairo_pattern_get_rgba(source, &r, &g, &b, &a) == CAIRO_STATUS_SUCCESS) {
		*colour = rgb(r, g, b);
		*alpha = (float)a;
		return cairo_get_operator(self->context) <= CAIRO_OPERATOR_OVER;
	}
	gradient_colour(source, colour, alpha);
	return FALSE;
}

static cairo_surface_t *
pattern_surface(cairo_pattern_t *pattern)
{
	cairo_surface_t *surface = NULL;

	if (cairo_pattern_get_type(pattern) != CAIRO_PATTERN_TYPE_SURFACE ||
	    cairo_pattern_get_surface(pattern, &surface) != CAIRO_STATUS_SUCCESS)
		return NULL;
	return surface;
}

/* --- glyphs --- */

static gboolean
start_run(AtsPdfDraw *self, AtsDrawnRun *run)
{
	cairo_matrix_t font;
	double dx, dy, hx, hy;

	cairo_get_font_matrix(self->context, &font);
	dx = font.xx;
	dy = font.yx;
	hx = font.xy;
	hy = font.yy;
	cairo_user_to_device_distance(self->context, &dx, &dy);
	cairo_user_to_device_distance(self->context, &hx, &hy);
	if (!isfinite(dx) || !isfinite(dy) || !isfinite(hx) || !isfinite(hy))
		return FALSE;
	*run = (AtsDrawnRun){
	    .font = cairo_get_font_face(self->context),
	    .size = points(self, hypot(hx, hy)),
	    .ux = 1.f,
	    .clip = ats_pdf_draw_clip_now(self)->box,
	    .group = group_now(self),
	};
	if (hypot(dx, dy) > 0) {
		run->ux = (float)(dx / hypot(dx, dy));
		run->uy = (float)(dy / hypot(dx, dy));
	}
	run->rotation = (gint16)((gint)(lround(atan2(run->uy, run->ux) * 180 / G_PI) + 360) % 360);
	if (!g_hash_table_contains(self->faces, run->font))
		g_hash_table_add(self->faces, cairo_font_face_reference(run->font));
	source_colour(self, &run->colour, &run->alpha);
	return TRUE;
}

static void
add_glyph(AtsPdfDraw *self, const cairo_glyph_t *glyph, gunichar c, guint n_chars)
{
	double x = glyph->x;
	double y = glyph->y;
	AtsDrawnGlyph g = {.index = (guint32)glyph->index, .c = c, .matched = -1};

	cairo_user_to_device(self->context, &x, &y);
	g.x = points(self, x);
	g.y = points(self, y);
	g.n_chars = (guint8)MIN(n_chars, 255);
	g.run = self->runs->len - 1;
	g.draw = self->n_drawn++;
	g_array_append_val(self->glyphs, g);
}

static int
room_for_glyphs(AtsPdfDraw *self, int n_glyphs)
{
	/* spaces and copies are counted here too */
	guint most = 2 * ATS_LIMIT_PAGE_GLYPHS;
	guint room = most - MIN(most, self->glyphs->len);

	if ((guint)MAX(n_glyphs, 0) > room)
		self->glyphs_cut = TRUE;
	return MIN(MAX(n_glyphs, 0), (int)room);
}

void
ats_pdf_draw_glyphs(AtsPdfDraw *self, const cairo_glyph_t *glyphs, int n_glyphs)
{
	AtsDrawnRun run;
	int n = room_for_glyphs(self, n_glyphs);

	if (n == 0 || !start_run(self, &run))
		return;
	g_array_append_val(self->runs, run);
	for (int i = 0; i < n; i++)
		add_glyph(self, &glyphs[i], 0, 1);
}

void
ats_pdf_draw_text(AtsPdfDraw *self,
		  const char *utf8,
		  int utf8_len,
		  const cairo_glyph_t *glyphs,
		  int n_glyphs,
		  const cairo_text_cluster_t *clusters,
		  int n_clusters)
{
	AtsDrawnRun run;
	int n = MIN(room_for_glyphs(self, n_glyphs), n_clusters);
	const char *at = utf8;
	const char *end = utf8 + utf8_len;

	if (n <= 0 || !start_run(self, &run))
		return;
	run.unicode = TRUE;
	g_array_append_val(self->runs, run);
	/* poppler makes one cluster of each glyph */
	for (int i = 0; i < n; i++) {
		const char *next = at + MIN(clusters[i].num_bytes, end - at);
		gunichar c = next > at ? g_utf8_get_char_validated(at, next - at) : 0;
		add_glyph(self,
			  &glyphs[i],
			  c > 0x10ffff ? 0 : c,
			  (guint)MAX(g_utf8_strlen(at, next - at), 0));
		at = next;
	}
}

/* --- fills, strokes, images --- */

void
ats_pdf_draw_add(AtsPdfDraw *self, const AtsDrawing *drawing, gboolean solid)
{
	const AtsClip *clip = ats_pdf_draw_clip_now(self);
	AtsDrawnShape shape = {.drawing = *drawing, .group = group_now(self)};

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
			  : source_colour(self, &shape.drawing.colour, &shape.drawing.alpha);
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
		if (last->index == first->index && fabsf(last->x - points(self, x)) < .01f &&
		    fabsf(last->y - points(self, y)) < .01f)
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
ats_pdf_draw_clip(AtsPdfDraw *self)
{
	AtsClip *now = ats_pdf_draw_clip_now(self);
	AtsBox box;
	gboolean exact = ats_pdf_path_is_rectangle(self, &box);

	/* a shape round the whole of what was let through before changes nothing */
	now->exact = now->exact && exact;
	now->box = ats_box_intersect(now->box, box);
	g_array_set_size(self->stroked, 0);
}

void
ats_pdf_draw_push_group(AtsPdfDraw *self)
{
	AtsDrawGroup group = {group_now(self), 0.f};
	AtsClip now = *ats_pdf_draw_clip_now(self);
	guint32 index = group_now(self);

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
	guint32 group = group_now(self);

	if (self->open->len > 1)
		g_array_set_size(self->open, self->open->len - 1);
	if (self->clips->len > 1)
		g_array_set_size(self->clips, self->clips->len - 1);
	if (surface != NULL && group != group_now(self))
		g_hash_table_insert(self->surfaces, surface, GUINT_TO_POINTER(group));
}
