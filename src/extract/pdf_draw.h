/*
 * The drawing of one PDF page as a list in stream order: glyph runs, rules, boxes, images,
 * outlines. Taken by the cairo calls in pdf_hooks.c while a page is rendered; for the PDF files of
 * this room alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <cairo.h>

#include "model/document.h"

/**
 * AtsDrawnGlyph:
 *
 * A glyph as the page draws it; spaces are glyphs here.
 */
typedef struct {
	float x, y;	  /* points: its origin on the page */
	guint32 index;	  /* in its font */
	gunichar c;	  /* by the font's ToUnicode; 0 if it has none */
	guint32 run;	  /* index in AtsPdfDraw.runs */
	gint32 draw;	  /* place in the drawing order */
	gint32 matched;	  /* glyph of the document that it is, -1 if none yet */
	const char *text; /* all characters that it stands for by ToUnicode, if several; lent by
			     AtsPdfDraw.strings */
} AtsDrawnGlyph;

/**
 * AtsDrawnRun: what the glyphs of one show operator have in common
 */
typedef struct {
	cairo_font_face_t *font; /* lent by AtsPdfDraw.faces */
	float size;		 /* points */
	float ux, uy;		 /* unit vector of the writing direction */
	gint16 rotation;	 /* degrees clockwise */
	guint32 colour;
	float alpha;
	AtsBox clip;
	guint32 group;
	guint unicode : 1; /* its font has a ToUnicode map */
} AtsDrawnRun;

typedef struct {
	AtsDrawing drawing;
	guint32 group;
	guint solid : 1; /* paints every point of its box */
	guint plain : 1; /* with one known colour, in the normal blend mode */
} AtsDrawnShape;

/**
 * AtsDrawGroup: a transparency group. What is drawn in it shows only if the group is painted later;
 * as a soft mask it never is.
 */
typedef struct {
	guint32 parent;
	float alpha; /* 0 until it is painted; in the end with the parents' multiplied in */
} AtsDrawGroup;

typedef struct {
	AtsBox box;
	gboolean exact; /* it is this rectangle, not a path inside it */
} AtsClip;

typedef struct _AtsCairo AtsCairo;

typedef struct {
	cairo_t *context; /* drawing calls on others (tiles, masks) are swallowed */
	const AtsCairo *real;
	double scale; /* device pixels a point */
	gint32 n_drawn;
	GArray *glyphs; /* of AtsDrawnGlyph */
	GArray *runs;	/* of AtsDrawnRun */
	GArray *shapes; /* of AtsDrawnShape */
	GArray *groups; /* of AtsDrawGroup; [0] is the page */
	GArray *clips;	/* of AtsClip: the stack of saved ones, the last is in force */
	GArray *open;	/* of guint32: the stack of open groups */
	GStringChunk *strings;
	GHashTable *surfaces; /* cairo_surface_t * of a closed group → its index */
	GHashTable *faces;   /* set of cairo_font_face_t *: those that could be loaded; they live as
				long as the runs */
	GHashTable *metrics; /* what pdf_metrics.c found out of single glyphs */
	GArray *stroked; /* of cairo_glyph_t: outlines put into the path, drawn if it is stroked */
	GArray *text_clip; /* of cairo_glyph_t: outlines that became the clip: the next fill draws
			      them */
	GArray *subpaths, *lines; /* pdf_path.c's, for the path that it looks at */
	AtsDrawing tile;	  /* the image last drawn into a tiling pattern */
	gboolean glyphs_cut, shapes_cut;
	gboolean reached; /* the renderer's calls come to this program: it saves the context of any
			     page, be it blank */
} AtsPdfDraw;

/**
 * ats_pdf_draw_begin:
 * @page: width and height in points, and room around it that still counts
 *
 * Starts to capture this thread's cairo calls; to be ended before another one is begun.
 *
 * Returns: (transfer full): the drawing, whose @context is to be rendered onto
 */
AtsPdfDraw *
ats_pdf_draw_begin(AtsBox page);

/* ends the capture and settles what the groups show */
void
ats_pdf_draw_end(AtsPdfDraw *self);

void
ats_pdf_draw_free(AtsPdfDraw *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsPdfDraw, ats_pdf_draw_free)

/* --- between pdf_draw.c, pdf_hooks.c, pdf_paint.c, pdf_path.c and pdf_image.c --- */

/* libcairo's own functions, behind those of the same names in pdf_hooks.c */
struct _AtsCairo {
	void (*set_font_face)(cairo_t *, cairo_font_face_t *);
	void (*save)(cairo_t *);
	void (*restore)(cairo_t *);
	void (*clip)(cairo_t *);
	void (*push_group)(cairo_t *);
	void (*push_group_with_content)(cairo_t *, cairo_content_t);
	cairo_pattern_t *(*pop_group)(cairo_t *);
	void (*pop_group_to_source)(cairo_t *);
};

/* sets (or with NULL clears) the drawing that this thread's cairo calls go to */
void
ats_pdf_hooks_capture(AtsPdfDraw *self);

const AtsCairo *
ats_pdf_hooks_real(void);

/* a font that could be loaded is about to be used, also by text that is not painted */
void
ats_pdf_draw_font(AtsPdfDraw *self, cairo_font_face_t *face);

void
ats_pdf_draw_glyphs(AtsPdfDraw *self, const cairo_glyph_t *glyphs, int n_glyphs);

/* the same, with what the font says about their characters */
void
ats_pdf_draw_text(AtsPdfDraw *self,
		  const char *utf8,
		  int utf8_len,
		  const cairo_glyph_t *glyphs,
		  int n_glyphs,
		  const cairo_text_cluster_t *clusters,
		  int n_clusters);

void
ats_pdf_draw_fill(AtsPdfDraw *self);

void
ats_pdf_draw_stroke(AtsPdfDraw *self);

void
ats_pdf_draw_mask(AtsPdfDraw *self, cairo_pattern_t *mask);

void
ats_pdf_draw_paint(AtsPdfDraw *self, double alpha);

void
ats_pdf_draw_save(AtsPdfDraw *self);

void
ats_pdf_draw_restore(AtsPdfDraw *self);

void
ats_pdf_draw_clip(AtsPdfDraw *self);

void
ats_pdf_draw_push_group(AtsPdfDraw *self);

void
ats_pdf_draw_pop_group(AtsPdfDraw *self, cairo_pattern_t *pattern);

/* remembers an image drawn into another context: the tile of a pattern */
void
ats_pdf_draw_tile(AtsPdfDraw *self, cairo_t *cr);

/* device space → points */
gfloat
ats_pdf_draw_points(AtsPdfDraw *self, double device);

/* the colour that the context draws with; FALSE if it is not one known colour, or blended in
 * another way than over */
gboolean
ats_pdf_draw_colour(AtsPdfDraw *self, guint32 *colour, float *alpha);

/* the group that is being drawn */
guint32
ats_pdf_draw_group_now(AtsPdfDraw *self);

AtsClip *
ats_pdf_draw_clip_now(AtsPdfDraw *self);

/* a point of user space in points */
void
ats_pdf_draw_point(AtsPdfDraw *self, double x, double y, float *to_x, float *to_y);

/* the box in points of a rectangle in user space */
AtsBox
ats_pdf_draw_box(AtsPdfDraw *self, double x0, double y0, double x1, double y1);

/* appends a drawing made by the context's path, colour and clip; @drawing has kind and box set */
void
ats_pdf_draw_add(AtsPdfDraw *self, const AtsDrawing *drawing, gboolean solid);

/* makes and frees what it keeps between paths */
void
ats_pdf_path_init(AtsPdfDraw *self);

void
ats_pdf_path_clear(AtsPdfDraw *self);

/* the context's path, filled or stroked, as drawings */
void
ats_pdf_path_fill(AtsPdfDraw *self, AtsDrawing *with);

void
ats_pdf_path_stroke(AtsPdfDraw *self, AtsDrawing *with);

/* whether the context's path is one upright rectangle; its extents in points are set either way */
gboolean
ats_pdf_path_is_rectangle(AtsPdfDraw *self, AtsBox *extents);

/* the size of an image surface and what its pixels look like; FALSE if @surface is none */
gboolean
ats_pdf_image_measure(cairo_surface_t *surface, AtsDrawing *drawing);
