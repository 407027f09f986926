/*
 * The cairo calls that poppler draws with, defined by this program itself, so that the dynamic
 * linker binds poppler to them: they hand what is drawn to the capture of this thread, or pass on
 * to cairo where there is none. Only pdf_draw.c uses it; a program that links it must have these
 * names in its dynamic symbol table (see meson.build).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_draw.h"

#include <dlfcn.h>

/* stays right under -fvisibility=hidden, where the linker would otherwise bind poppler to cairo
 * without a word */
#define HOOK __attribute__((visibility("default")))

/* the function of that name behind ours, with the type of ours */
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static __thread AtsPdfDraw *capture;

void
ats_pdf_hooks_capture(AtsPdfDraw *self)
{
	capture = self;
}

const AtsCairo *
ats_pdf_hooks_real(void)
{
	static AtsCairo real;
	static gsize done;

	if (g_once_init_enter(&done)) {
		real = (AtsCairo){
		    .set_font_face = REAL(cairo_set_font_face),
		    .save = REAL(cairo_save),
		    .restore = REAL(cairo_restore),
		    .clip = REAL(cairo_clip),
		    .push_group = REAL(cairo_push_group),
		    .push_group_with_content = REAL(cairo_push_group_with_content),
		    .pop_group = REAL(cairo_pop_group),
		    .pop_group_to_source = REAL(cairo_pop_group_to_source),
		};
		g_once_init_leave(&done, 1);
	}
	return &real;
}

static gboolean
on_page(cairo_t *cr)
{
	return capture->context == cr;
}

/* --- what is drawn --- */

HOOK cairo_bool_t
cairo_surface_has_show_text_glyphs(cairo_surface_t *surface)
{
	/* so that poppler tells the characters of each glyph */
	return capture != NULL || REAL(cairo_surface_has_show_text_glyphs)(surface);
}

HOOK void
cairo_show_glyphs(cairo_t *cr, const cairo_glyph_t *glyphs, int n_glyphs)
{
	if (capture == NULL)
		REAL(cairo_show_glyphs)(cr, glyphs, n_glyphs);
	else if (on_page(cr))
		ats_pdf_draw_glyphs(capture, glyphs, n_glyphs);
}

HOOK void
cairo_show_text_glyphs(cairo_t *cr,
		       const char *utf8,
		       int utf8_len,
		       const cairo_glyph_t *glyphs,
		       int n_glyphs,
		       const cairo_text_cluster_t *clusters,
		       int n_clusters,
		       cairo_text_cluster_flags_t flags)
{
	if (capture == NULL)
		REAL(cairo_show_text_glyphs)
	(cr, utf8, utf8_len, glyphs, n_glyphs, clusters, n_clusters, flags);
	else if (on_page(cr))
	    ats_pdf_draw_text(capture, utf8, utf8_len, glyphs, n_glyphs, clusters, n_clusters);
}

/* the box that stands for a glyph's outline, as shares of the font size: as wide as a letter, and
 * as far as one reaches above and below the baseline, whichever side is up */
#define GLYPH_BOX_WIDTH 0.6
#define GLYPH_BOX_REACH 0.8

HOOK void
cairo_glyph_path(cairo_t *cr, const cairo_glyph_t *glyphs, int n_glyphs)
{
	cairo_matrix_t font;

	if (capture == NULL) {
		REAL(cairo_glyph_path)(cr, glyphs, n_glyphs);
		return;
	}
	if (!on_page(cr))
		return;
	cairo_get_font_matrix(cr, &font);
	for (int i = 0; i < n_glyphs; i++)
		cairo_rectangle(cr,
				glyphs[i].x,
				glyphs[i].y - GLYPH_BOX_REACH * font.yy,
				GLYPH_BOX_WIDTH * font.xx,
				2 * GLYPH_BOX_REACH * font.yy);
	g_array_append_vals(capture->stroked, glyphs, (guint)n_glyphs);
}

HOOK void
cairo_set_font_face(cairo_t *cr, cairo_font_face_t *face)
{
	if (capture != NULL && on_page(cr))
		ats_pdf_draw_font(capture, face);
	ats_pdf_hooks_real()->set_font_face(cr, face);
}

HOOK void
cairo_fill(cairo_t *cr)
{
	if (capture == NULL) {
		REAL(cairo_fill)(cr);
		return;
	}
	if (on_page(cr))
		ats_pdf_draw_fill(capture);
	else
		ats_pdf_draw_tile(capture, cr);
	cairo_new_path(cr);
}

HOOK void
cairo_stroke(cairo_t *cr)
{
	if (capture == NULL) {
		REAL(cairo_stroke)(cr);
		return;
	}
	if (on_page(cr))
		ats_pdf_draw_stroke(capture);
	cairo_new_path(cr);
}

HOOK void
cairo_mask(cairo_t *cr, cairo_pattern_t *pattern)
{
	if (capture == NULL)
		REAL(cairo_mask)(cr, pattern);
	else if (on_page(cr))
		ats_pdf_draw_mask(capture, pattern);
	else
		ats_pdf_draw_tile(capture, cr);
}

HOOK void
cairo_paint(cairo_t *cr)
{
	if (capture == NULL)
		REAL(cairo_paint)(cr);
	else if (on_page(cr))
		ats_pdf_draw_paint(capture, 1.0);
}

HOOK void
cairo_paint_with_alpha(cairo_t *cr, double alpha)
{
	if (capture == NULL)
		REAL(cairo_paint_with_alpha)(cr, alpha);
	else if (on_page(cr))
		ats_pdf_draw_paint(capture, alpha);
}

/* --- what it is drawn through --- */

HOOK void
cairo_save(cairo_t *cr)
{
	if (capture != NULL && on_page(cr)) {
		capture->reached = TRUE;
		ats_pdf_draw_save(capture);
	}
	ats_pdf_hooks_real()->save(cr);
}

HOOK void
cairo_restore(cairo_t *cr)
{
	if (capture != NULL && on_page(cr))
		ats_pdf_draw_restore(capture);
	ats_pdf_hooks_real()->restore(cr);
}

HOOK void
cairo_clip(cairo_t *cr)
{
	if (capture != NULL && on_page(cr))
		ats_pdf_draw_clip(capture);
	ats_pdf_hooks_real()->clip(cr);
}

HOOK void
cairo_push_group(cairo_t *cr)
{
	if (capture != NULL && on_page(cr))
		ats_pdf_draw_push_group(capture);
	ats_pdf_hooks_real()->push_group(cr);
}

HOOK void
cairo_push_group_with_content(cairo_t *cr, cairo_content_t content)
{
	if (capture != NULL && on_page(cr))
		ats_pdf_draw_push_group(capture);
	ats_pdf_hooks_real()->push_group_with_content(cr, content);
}

HOOK cairo_pattern_t *
cairo_pop_group(cairo_t *cr)
{
	cairo_pattern_t *pattern = ats_pdf_hooks_real()->pop_group(cr);

	if (capture != NULL && on_page(cr))
		ats_pdf_draw_pop_group(capture, pattern);
	return pattern;
}

HOOK void
cairo_pop_group_to_source(cairo_t *cr)
{
	ats_pdf_hooks_real()->pop_group_to_source(cr);
	if (capture != NULL && on_page(cr))
		ats_pdf_draw_pop_group(capture, cairo_get_source(cr));
}

/* --- meshes: only their extent counts here, and a hostile one has millions of patches --- */

HOOK void
cairo_mesh_pattern_begin_patch(cairo_pattern_t *pattern)
{
	if (capture == NULL)
		REAL(cairo_mesh_pattern_begin_patch)(pattern);
}

HOOK void
cairo_mesh_pattern_end_patch(cairo_pattern_t *pattern)
{
	if (capture == NULL)
		REAL(cairo_mesh_pattern_end_patch)(pattern);
}

HOOK void
cairo_mesh_pattern_move_to(cairo_pattern_t *pattern, double x, double y)
{
	if (capture == NULL)
		REAL(cairo_mesh_pattern_move_to)(pattern, x, y);
}

HOOK void
cairo_mesh_pattern_line_to(cairo_pattern_t *pattern, double x, double y)
{
	if (capture == NULL)
		REAL(cairo_mesh_pattern_line_to)(pattern, x, y);
}

HOOK void
cairo_mesh_pattern_curve_to(cairo_pattern_t *pattern,
			    double x1,
			    double y1,
			    double x2,
			    double y2,
			    double x3,
			    double y3)
{
	if (capture == NULL)
		REAL(cairo_mesh_pattern_curve_to)(pattern, x1, y1, x2, y2, x3, y3);
}

HOOK void
cairo_mesh_pattern_set_control_point(cairo_pattern_t *pattern,
				     unsigned int point,
				     double x,
				     double y)
{
	if (capture == NULL)
		REAL(cairo_mesh_pattern_set_control_point)(pattern, point, x, y);
}

HOOK void
cairo_mesh_pattern_set_corner_color_rgb(cairo_pattern_t *pattern,
					unsigned int corner,
					double red,
					double green,
					double blue)
{
	if (capture == NULL)
		REAL(cairo_mesh_pattern_set_corner_color_rgb)(pattern, corner, red, green, blue);
}
