/*
 * Hands the pixels of an image that is drawn on a page to ats_pixels_measure. For pdf_draw.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_draw.h"

#include <math.h>

#include "base/limits.h"
#include "extract/pixels.h"

/* pixels of a stencil that are looked at: scans come as stencils of 30 million */
#define STENCIL_SAMPLES 1000000.0

static guint
alpha_of(const guchar *row, cairo_format_t format, guint x)
{
	if (format == CAIRO_FORMAT_A8)
		return row[x];
	return (row[x / 8] >> (x % 8)) & 1 ? 255 : 0;
}

/* a stencil's pixels as black on white, thinned out evenly */
static void
measure_stencil(const guchar *data,
		cairo_format_t format,
		guint width,
		guint height,
		gsize stride,
		AtsDrawing *drawing)
{
	guint step = (guint)ceil(sqrt((double)width * height / STENCIL_SAMPLES));
	guint w = width / MAX(step, 1);
	guint h = height / MAX(step, 1);
	g_autofree guint32 *pixels = g_new(guint32, (gsize)MAX(w, 1) * MAX(h, 1));

	for (gsize y = 0; y < h; y++) {
		for (guint x = 0; x < w; x++) {
			guint32 grey = 255 - alpha_of(data + y * step * stride, format, x * step);
			pixels[y * w + x] = 0xff000000 | grey << 16 | grey << 8 | grey;
		}
	}
	ats_pixels_measure(pixels, w, h, w, TRUE, drawing);
}

gboolean
ats_pdf_image_measure(cairo_surface_t *surface, AtsDrawing *drawing)
{
	guint width, height;
	gsize stride;
	cairo_format_t format;
	guchar *data;

	if (cairo_surface_get_type(surface) != CAIRO_SURFACE_TYPE_IMAGE)
		return FALSE;
	width = (guint)cairo_image_surface_get_width(surface);
	height = (guint)cairo_image_surface_get_height(surface);
	stride = (gsize)cairo_image_surface_get_stride(surface);
	format = cairo_image_surface_get_format(surface);
	data = cairo_image_surface_get_data(surface);
	if (data == NULL || width == 0 || height == 0)
		return FALSE;
	drawing->colour = 0x808080;
	drawing->pixel_width = width;
	drawing->pixel_height = height;
	if ((gsize)width * height > ATS_LIMIT_IMAGE_PIXELS)
		return TRUE;
	if (format == CAIRO_FORMAT_RGB24 || format == CAIRO_FORMAT_ARGB32) {
		drawing->colour = *(const guint32 *)(gconstpointer)data & 0xffffff;
		ats_pixels_measure((const guint32 *)(gconstpointer)data,
				   width,
				   height,
				   stride / sizeof(guint32),
				   format == CAIRO_FORMAT_RGB24,
				   drawing);
	} else if (format == CAIRO_FORMAT_A8 || format == CAIRO_FORMAT_A1) {
		measure_stencil(data, format, width, height, stride, drawing);
	}
	return TRUE;
}
