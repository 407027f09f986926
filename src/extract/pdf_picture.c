/*
 * A page of a PDF as a picture: rendered by poppler, faded, with marks over it and a caption below;
 * or a part of it as it is. For the PDF worker.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "extract/picture.h"

#include <cairo-svg.h>
#include <math.h>

#include "base/error.h"
#include "base/limits.h"
#include "extract/pdf.h"
#include "model/document.h"

/* pixels a point: letters of 8 pt can be read, and a page fits a screen */
#define PIXELS_A_POINT 2.0
/* pixels of the longer side at most; 16 MB a surface, and poppler makes a few for groups */
#define LONGEST_SIDE 2000.0

/* points: white around a plain part; OCR takes letters at the very edge for a frame */
#define PLAIN_EDGE 6.0
/* pixels of its longer side at most; A3 fits, and a surface has 50 MB or less */
#define PLAIN_LONGEST_SIDE 3500.0
#define POINTS_AN_INCH	   72.0

/* how much of the page's own colours is taken away, so that the marks stand out */
#define FADE 0.35

/* points: of the caption below the page */
#define CAPTION_HEIGHT 16.0
#define CAPTION_SIZE   8.0
#define CAPTION_INDENT 6.0

/* of a tag, as shares of its letters' size: room on each side, and height */
#define TAG_ROOM   0.25
#define TAG_HEIGHT 1.2
/* where the baseline of its letters stands, from its top */
#define TAG_BASELINE 0.95
/* points: length of an arrow's head, and half the angle at its tip in radians (20 degrees) */
#define HEAD_LENGTH 5.0
#define HEAD_ANGLE  0.35
/* of arrows, which run over text */
#define ARROW_OPACITY 0.6

/* points: dashes of a box, and the gaps between them */
static const double dashes[] = {2, 1.5};

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_surface_t, cairo_surface_destroy)

typedef struct {
	double width, height; /* points, of the page */
	double scale;	      /* units of the picture a point */
} Size;

/* --- marks --- */

static void
set_colour(cairo_t *cr, guint32 colour, double opacity)
{
	cairo_set_source_rgba(cr,
			      (colour >> 16 & 0xff) / 255.0,
			      (colour >> 8 & 0xff) / 255.0,
			      (colour & 0xff) / 255.0,
			      opacity);
}

static void
draw_box(cairo_t *cr, const AtsMark *mark)
{
	AtsBox b = mark->box;

	cairo_rectangle(cr, b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0);
	set_colour(cr, mark->colour, mark->fill);
	cairo_fill_preserve(cr);
	if (mark->line_width > 0.f) {
		set_colour(cr, mark->colour, 1.0);
		cairo_set_line_width(cr, mark->line_width);
		cairo_set_dash(cr, dashes, mark->dashed ? G_N_ELEMENTS(dashes) : 0, 0);
		cairo_stroke_preserve(cr);
	}
	cairo_new_path(cr);
}

/* black or white, whichever can be read on the colour */
static guint32
ink_on(guint32 colour)
{
	guint light = (colour >> 16 & 0xff) * 3 + (colour >> 8 & 0xff) * 6 + (colour & 0xff);

	return light > 10 * 0xa0 ? 0x000000 : 0xffffff;
}

static void
draw_tag(cairo_t *cr, const AtsMark *mark)
{
	cairo_text_extents_t extents;
	double width, height = TAG_HEIGHT * mark->size;
	double x = mark->box.x0, y = mark->box.y0;

	cairo_set_font_size(cr, mark->size);
	cairo_text_extents(cr, mark->text, &extents);
	width = extents.x_advance + 2 * TAG_ROOM * mark->size;
	if (mark->corner == ATS_TAG_TOP_RIGHT || mark->corner == ATS_TAG_BOTTOM_RIGHT)
		x -= width;
	if (mark->corner == ATS_TAG_BOTTOM_LEFT || mark->corner == ATS_TAG_BOTTOM_RIGHT)
		y -= height;
	/* a tag at the edge is shown whole */
	x = MAX(x, 0.0);
	y = MAX(y, 0.0);
	cairo_rectangle(cr, x, y, width, height);
	set_colour(cr, mark->colour, mark->fill);
	cairo_fill(cr);
	set_colour(cr, ink_on(mark->colour), 1.0);
	cairo_move_to(cr, x + TAG_ROOM * mark->size, y + TAG_BASELINE * mark->size);
	cairo_show_text(cr, mark->text);
}

static void
draw_arrow(cairo_t *cr, const AtsMark *mark)
{
	AtsBox b = mark->box;
	double back = atan2(b.y0 - b.y1, b.x0 - b.x1);

	set_colour(cr, mark->colour, ARROW_OPACITY);
	cairo_set_line_width(cr, mark->line_width);
	cairo_set_dash(cr, NULL, 0, 0);
	cairo_move_to(cr, b.x0, b.y0);
	cairo_line_to(cr, b.x1, b.y1);
	for (int side = -1; side <= 1; side += 2) {
		double angle = back + side * HEAD_ANGLE;
		cairo_move_to(cr, b.x1, b.y1);
		cairo_rel_line_to(cr, HEAD_LENGTH * cos(angle), HEAD_LENGTH * sin(angle));
	}
	cairo_stroke(cr);
}

static void
draw_marks(cairo_t *cr, const AtsMarks *marks)
{
	static void (*const draw[])(cairo_t * cr, const AtsMark *mark) = {
	    [ATS_MARK_BOX] = draw_box,
	    [ATS_MARK_TAG] = draw_tag,
	    [ATS_MARK_ARROW] = draw_arrow,
	};

	cairo_select_font_face(cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
	for (guint i = 0; i < marks->marks->len; i++) {
		const AtsMark *mark = ats_at(marks->marks, AtsMark, i);
		draw[mark->kind](cr, mark);
	}
}

/* --- the picture --- */

static void
clip_to(cairo_t *cr, double width, double height)
{
	cairo_rectangle(cr, 0, 0, width, height);
	cairo_clip(cr);
}

static void
draw_page(cairo_t *cr, PopplerPage *page, Size size)
{
	cairo_save(cr);
	clip_to(cr, size.width, size.height);
	poppler_page_render(page, cr);
	cairo_restore(cr);
	cairo_save(cr);
	cairo_set_source_rgba(cr, 1, 1, 1, FADE);
	cairo_paint(cr);
	cairo_restore(cr);
}

static void
draw_caption(cairo_t *cr, const char *caption, Size size)
{
	cairo_rectangle(cr, 0, size.height, size.width, CAPTION_HEIGHT);
	cairo_set_source_rgb(cr, 0.2, 0.2, 0.2);
	cairo_fill(cr);
	cairo_set_font_size(cr, CAPTION_SIZE);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_move_to(cr, CAPTION_INDENT, size.height + (CAPTION_HEIGHT + CAPTION_SIZE * 0.7) / 2);
	cairo_show_text(cr, caption);
}

static void
draw(cairo_surface_t *surface, PopplerPage *page, Size size, const AtsMarks *marks)
{
	g_autoptr(cairo_t) cr = cairo_create(surface);

	cairo_scale(cr, size.scale, size.scale);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	draw_page(cr, page, size);
	cairo_save(cr);
	clip_to(cr, size.width, size.height);
	draw_marks(cr, marks);
	cairo_restore(cr);
	cairo_select_font_face(cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
	draw_caption(cr, marks->caption, size);
}

static cairo_status_t
append(void *closure, const unsigned char *data, unsigned int length)
{
	GByteArray *out = closure;

	/* more than crosses the wall is not worth keeping */
	if (length > ATS_LIMIT_ANSWER_BYTES - MIN(out->len, ATS_LIMIT_ANSWER_BYTES))
		return CAIRO_STATUS_WRITE_ERROR;
	g_byte_array_append(out, data, length);
	return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
write_png(PopplerPage *page, Size size, const AtsMarks *marks, GByteArray *out)
{
	g_autoptr(cairo_surface_t) surface =
	    cairo_image_surface_create(CAIRO_FORMAT_RGB24,
				       (int)ceil(size.width * size.scale),
				       (int)ceil((size.height + CAPTION_HEIGHT) * size.scale));

	draw(surface, page, size, marks);
	return cairo_surface_write_to_png_stream(surface, append, out);
}

/* in points: it is sharp at any size */
static cairo_status_t
write_svg(PopplerPage *page, Size size, const AtsMarks *marks, GByteArray *out)
{
	g_autoptr(cairo_surface_t) surface =
	    cairo_svg_surface_create_for_stream(append,
						out,
						size.width * size.scale,
						(size.height + CAPTION_HEIGHT) * size.scale);

	draw(surface, page, size, marks);
	cairo_surface_finish(surface);
	return cairo_surface_status(surface);
}

static gboolean
measure(PopplerPage *page, Size *size, GError **error)
{
	double longer;

	poppler_page_get_size(page, &size->width, &size->height);
	longer = MAX(size->width, size->height + CAPTION_HEIGHT);
	if (size->width >= 1 && size->height >= 1 && isfinite(longer)) {
		size->scale = MIN(PIXELS_A_POINT, LONGEST_SIDE / longer);
		return TRUE;
	}
	g_set_error_literal(error,
			    ATS_ERROR,
			    ATS_ERROR_DAMAGED,
			    "the page has no size that could be drawn");
	return FALSE;
}

/* (transfer full) */
static PopplerPage *
open_page(GBytes *bytes, guint page, GError **error)
{
	g_autoptr(AtsPopplerDocument) pdf = poppler_document_new_from_bytes(bytes, NULL, NULL);
	PopplerPage *in = pdf != NULL ? poppler_document_get_page(pdf, (int)page) : NULL;

	if (in == NULL)
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_DAMAGED,
				    "the page is damaged and cannot be drawn");
	return in;
}

/* the answer, or why there is none */
static GBytes *
finish(GByteArray *out, cairo_status_t status, GError **error)
{
	if (status == CAIRO_STATUS_SUCCESS)
		return g_byte_array_free_to_bytes(g_byte_array_ref(out));
	g_set_error(error,
		    ATS_ERROR,
		    status == CAIRO_STATUS_NO_MEMORY ? ATS_ERROR_MEMORY : ATS_ERROR_TOO_LARGE,
		    "the page cannot be drawn: %s",
		    cairo_status_to_string(status));
	return NULL;
}

GBytes *
ats_picture_pdf(GBytes *bytes,
		guint page,
		AtsPictureFormat format,
		const AtsMarks *marks,
		GError **error)
{
	g_autoptr(AtsPopplerPage) in = open_page(bytes, page, error);
	g_autoptr(GByteArray) out = g_byte_array_new();
	cairo_status_t status;
	Size size;

	if (in == NULL || !measure(in, &size, error))
		return NULL;
	if (format == ATS_PICTURE_PNG)
		status = write_png(in, size, marks, out);
	else
		status = write_svg(in, size, marks, out);
	return finish(out, status, error);
}

/* what of the box is on the page; all of the page where that is nothing */
static AtsBox
cut_to_page(AtsBox box, Size size)
{
	AtsBox whole = {.x1 = (float)size.width, .y1 = (float)size.height};
	AtsBox cut = {
	    .x0 = MAX(box.x0, whole.x0),
	    .y0 = MAX(box.y0, whole.y0),
	    .x1 = MIN(box.x1, whole.x1),
	    .y1 = MIN(box.y1, whole.y1),
	};

	return cut.x1 - cut.x0 >= 1.f && cut.y1 - cut.y0 >= 1.f ? cut : whole;
}

static cairo_status_t
write_part(PopplerPage *page, AtsBox box, double scale, GByteArray *out)
{
	double width = ats_box_width(box), height = ats_box_height(box);
	g_autoptr(cairo_surface_t) surface =
	    cairo_image_surface_create(CAIRO_FORMAT_RGB24,
				       (int)ceil((width + 2 * PLAIN_EDGE) * scale),
				       (int)ceil((height + 2 * PLAIN_EDGE) * scale));
	g_autoptr(cairo_t) cr = cairo_create(surface);

	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_scale(cr, scale, scale);
	cairo_translate(cr, PLAIN_EDGE, PLAIN_EDGE);
	clip_to(cr, width, height);
	cairo_translate(cr, -box.x0, -box.y0);
	poppler_page_render(page, cr);
	return cairo_surface_write_to_png_stream(surface, append, out);
}

GBytes *
ats_picture_pdf_plain(GBytes *bytes, guint page, AtsBox box, GError **error)
{
	g_autoptr(AtsPopplerPage) in = open_page(bytes, page, error);
	g_autoptr(GByteArray) out = g_byte_array_new();
	double longer, scale;
	Size size;

	if (in == NULL || !measure(in, &size, error))
		return NULL;
	box = cut_to_page(box, size);
	longer = MAX(ats_box_width(box), ats_box_height(box)) + 2 * PLAIN_EDGE;
	scale = MIN(ATS_PLAIN_DPI / POINTS_AN_INCH, PLAIN_LONGEST_SIDE / longer);
	return finish(out, write_part(in, box, scale, out), error);
}
