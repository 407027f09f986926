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
/* glyphs of a page of text, and the calls that draw them: room made at once */
#define USUAL_GLYPHS 4096
#define USUAL_RUNS   512
/* points: where a page has no usable size */
#define LARGEST_PAGE 1e5f

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
	self->glyphs = g_array_sized_new(FALSE, FALSE, sizeof(AtsDrawnGlyph), USUAL_GLYPHS);
	self->runs = g_array_sized_new(FALSE, FALSE, sizeof(AtsDrawnRun), USUAL_RUNS);
	self->shapes = g_array_new(FALSE, FALSE, sizeof(AtsDrawnShape));
	self->groups = g_array_new(FALSE, FALSE, sizeof(AtsDrawGroup));
	self->clips = g_array_new(FALSE, FALSE, sizeof(AtsClip));
	self->open = g_array_new(FALSE, FALSE, sizeof(guint32));
	self->stroked = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	self->text_clip = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	self->strings = g_string_chunk_new(1024);
	ats_pdf_path_init(self);
	/* held, so that no later surface can stand at the address of one of them */
	self->surfaces =
	    g_hash_table_new_full(NULL, NULL, (GDestroyNotify)cairo_surface_destroy, NULL);
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
	g_array_unref(self->text_clip);
	g_string_chunk_free(self->strings);
	ats_pdf_path_clear(self);
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

guint32
ats_pdf_draw_group_now(AtsPdfDraw *self)
{
	return g_array_index(self->open, guint32, self->open->len - 1);
}

/* --- points and colours --- */

gfloat
ats_pdf_draw_points(AtsPdfDraw *self, double device)
{
	double p = device / self->scale;

	if (!isfinite(p))
		return 0.f;
	return (float)CLAMP(p, -LARGEST_PAGE, LARGEST_PAGE);
}

void
ats_pdf_draw_point(AtsPdfDraw *self, double x, double y, float *to_x, float *to_y)
{
	cairo_user_to_device(self->context, &x, &y);
	*to_x = ats_pdf_draw_points(self, x);
	*to_y = ats_pdf_draw_points(self, y);
}

AtsBox
ats_pdf_draw_box(AtsPdfDraw *self, double x0, double y0, double x1, double y1)
{
	AtsBox box = ATS_BOX_EMPTY;
	double xs[] = {x0, x1, x0, x1};
	double ys[] = {y0, y0, y1, y1};

	for (guint i = 0; i < G_N_ELEMENTS(xs); i++) {
		float x, y;
		ats_pdf_draw_point(self, xs[i], ys[i], &x, &y);
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
gboolean
ats_pdf_draw_colour(AtsPdfDraw *self, guint32 *colour, float *alpha)
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

/* --- glyphs --- */

void
ats_pdf_draw_font(AtsPdfDraw *self, cairo_font_face_t *face)
{
	if (!g_hash_table_contains(self->faces, face))
		g_hash_table_add(self->faces, cairo_font_face_reference(face));
}

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
	    .size = ats_pdf_draw_points(self, hypot(hx, hy)),
	    .ux = 1.f,
	    .clip = ats_pdf_draw_clip_now(self)->box,
	    .group = ats_pdf_draw_group_now(self),
	};
	if (hypot(dx, dy) > 0) {
		run->ux = (float)(dx / hypot(dx, dy));
		run->uy = (float)(dy / hypot(dx, dy));
	}
	run->rotation = (gint16)((gint)(lround(atan2(run->uy, run->ux) * 180 / G_PI) + 360) % 360);
	ats_pdf_draw_colour(self, &run->colour, &run->alpha);
	return TRUE;
}

static void
add_glyph(AtsPdfDraw *self, const cairo_glyph_t *glyph, gunichar c, const char *text)
{
	double x = glyph->x;
	double y = glyph->y;
	AtsDrawnGlyph g = {.index = (guint32)glyph->index, .c = c, .text = text, .matched = -1};

	cairo_user_to_device(self->context, &x, &y);
	g.x = ats_pdf_draw_points(self, x);
	g.y = ats_pdf_draw_points(self, y);
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
		add_glyph(self, &glyphs[i], 0, NULL);
}

/* the characters that one glyph stands for, if there are more than one */
static const char *
several(AtsPdfDraw *self, const char *from, const char *to)
{
	if (to <= from || !g_utf8_validate(from, to - from, NULL) || g_utf8_next_char(from) >= to)
		return NULL;
	return g_string_chunk_insert_len(self->strings, from, to - from);
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
		add_glyph(self, &glyphs[i], c > 0x10ffff ? 0 : c, several(self, at, next));
		at = next;
	}
}
