/*
 * Pictures in a DOCX: PNG through libpng's simplified interface, JPEG through libjpeg, both bounded
 * before a pixel is decoded. For the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_image.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <jpeglib.h>
#include <string.h>

#include "base/limits.h"
#include "extract/pixels.h"

/* pixels of a JPEG above which libjpeg is asked for a half, quarter or eighth; letters of a page
 * stay readable */
#define JPEG_FULL (4UL * 1000 * 1000)

/* scans of a progressive JPEG beyond which it is a bomb */
#define JPEG_SCANS 100

struct _AtsDocxImages {
	AtsDocxPackage *package; /* lent */
	GHashTable *known;	 /* part name → AtsDrawing with its pixel members */
	gsize n_pixels;		 /* decoded so far */
};

typedef struct {
	struct jpeg_error_mgr base;
	jmp_buf back;
} JpegErrors;

AtsDocxImages *
ats_docx_images_new(AtsDocxPackage *package)
{
	AtsDocxImages *self = g_new0(AtsDocxImages, 1);

	self->package = package;
	self->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	return self;
}

void
ats_docx_images_free(AtsDocxImages *images)
{
	g_hash_table_unref(images->known);
	g_free(images);
}

/* counts the pixels against the document's share; FALSE if it is used up */
static gboolean
grant(AtsDocxImages *self, gsize width, gsize height)
{
	if (width == 0 || height == 0 || width > G_MAXUINT16 || height > G_MAXUINT16 ||
	    width * height > ATS_LIMIT_IMAGE_PIXELS - self->n_pixels)
		return FALSE;
	self->n_pixels += width * height;
	return TRUE;
}

static void
measure_png(AtsDocxImages *self, const guint8 *data, gsize length, AtsDrawing *drawing)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	g_autofree guint32 *pixels = NULL;

	if (png_image_begin_read_from_memory(&image, data, length) == 0)
		return;
	drawing->pixel_width = image.width;
	drawing->pixel_height = image.height;
	/* 0xAARRGGBB of this machine */
	image.format = G_BYTE_ORDER == G_LITTLE_ENDIAN ? PNG_FORMAT_BGRA : PNG_FORMAT_ARGB;
	if (grant(self, image.width, image.height))
		pixels = g_try_new(guint32, (gsize)image.width * image.height);
	if (pixels != NULL && png_image_finish_read(&image, NULL, pixels, 0, NULL) != 0)
		ats_pixels_measure(pixels, image.width, image.height, image.width, FALSE, drawing);
	png_image_free(&image);
}

static void
jpeg_fail(j_common_ptr info)
{
	JpegErrors *errors = (JpegErrors *)info->err;

	longjmp(errors->back, 1);
}

/* progressive pictures are decoded once more for each scan: a real one has about ten */
static void
jpeg_watch(j_common_ptr info)
{
	if (((j_decompress_ptr)info)->input_scan_number > JPEG_SCANS)
		jpeg_fail(info);
}

static void
jpeg_be_quiet(j_common_ptr info)
{
}

static void
jpeg_note(j_common_ptr info, int level)
{
}

/* one row of grey or RGB bytes as 0xFFRRGGBB; CMYK as Adobe writes it, inverted */
static void
convert_row(const guint8 *from, guint32 *to, guint width, int channels)
{
	for (guint x = 0; x < width; x++, from += channels) {
		guint r = from[0], g = channels > 1 ? from[1] : r, b = channels > 1 ? from[2] : r;
		if (channels == 4) {
			r = r * from[3] / 255;
			g = g * from[3] / 255;
			b = b * from[3] / 255;
		}
		to[x] = 0xFF000000u | r << 16 | g << 8 | b;
	}
}

static guint32 *
read_jpeg_rows(struct jpeg_decompress_struct *info)
{
	/* both belong to libjpeg's pool or to the caller: a jump back leaks nothing */
	gsize row_bytes = (gsize)info->output_width * (gsize)info->output_components;
	JSAMPARRAY row =
	    (*info->mem->alloc_sarray)((j_common_ptr)info, JPOOL_IMAGE, (JDIMENSION)row_bytes, 1);
	guint32 *pixels = info->client_data;

	while (info->output_scanline < info->output_height) {
		guint y = info->output_scanline;
		jpeg_read_scanlines(info, row, 1);
		convert_row(row[0],
			    pixels + (gsize)y * info->output_width,
			    info->output_width,
			    info->output_components);
	}
	return pixels;
}

/* asks for a smaller picture where the full one is needlessly large */
static void
choose_scale(struct jpeg_decompress_struct *info)
{
	gsize n = (gsize)info->image_width * info->image_height;

	info->scale_num = 1;
	info->scale_denom = n > 16 * JPEG_FULL ? 8 : n > 4 * JPEG_FULL ? 4 : n > JPEG_FULL ? 2 : 1;
	if (info->jpeg_color_space == JCS_YCCK || info->jpeg_color_space == JCS_CMYK)
		info->out_color_space = JCS_CMYK;
	else if (info->jpeg_color_space != JCS_GRAYSCALE)
		info->out_color_space = JCS_RGB;
}

static void
measure_jpeg(AtsDocxImages *self, const guint8 *data, gsize length, AtsDrawing *drawing)
{
	struct jpeg_decompress_struct info = {0};
	struct jpeg_progress_mgr watch = {.progress_monitor = jpeg_watch};
	JpegErrors errors;
	guint32 *volatile pixels = NULL;

	info.err = jpeg_std_error(&errors.base);
	errors.base.error_exit = jpeg_fail;
	errors.base.output_message = jpeg_be_quiet;
	errors.base.emit_message = jpeg_note;
	if (setjmp(errors.back) == 0) {
		jpeg_create_decompress(&info);
		info.progress = &watch;
		jpeg_mem_src(&info, data, length);
		jpeg_read_header(&info, TRUE);
		drawing->pixel_width = info.image_width;
		drawing->pixel_height = info.image_height;
		choose_scale(&info);
		jpeg_calc_output_dimensions(&info);
		if (grant(self, info.output_width, info.output_height))
			pixels = g_try_new(guint32, (gsize)info.output_width * info.output_height);
		if (pixels != NULL && jpeg_start_decompress(&info)) {
			info.client_data = pixels;
			read_jpeg_rows(&info);
			ats_pixels_measure(pixels,
					   info.output_width,
					   info.output_height,
					   info.output_width,
					   FALSE,
					   drawing);
		}
	}
	jpeg_destroy_decompress(&info);
	g_free(pixels);
}

static AtsDrawing *
decode(AtsDocxImages *self, const char *name)
{
	AtsDrawing *out = g_new0(AtsDrawing, 1);
	g_autoptr(GBytes) bytes = ats_docx_package_read(self->package, name, NULL);
	gsize length = 0;
	const guint8 *data = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;

	if (length > 8 && memcmp(data, "\x89PNG\r\n\x1a\n", 8) == 0)
		measure_png(self, data, length, out);
	else if (length > 3 && memcmp(data, "\xFF\xD8\xFF", 3) == 0)
		measure_jpeg(self, data, length, out);
	return out;
}

void
ats_docx_images_measure(AtsDocxImages *images, const char *name, AtsDrawing *drawing)
{
	const AtsDrawing *known = g_hash_table_lookup(images->known, name);

	if (known == NULL) {
		AtsDrawing *fresh = decode(images, name);
		g_hash_table_insert(images->known, g_strdup(name), fresh);
		known = fresh;
	}
	drawing->pixel_width = known->pixel_width;
	drawing->pixel_height = known->pixel_height;
	drawing->ink = known->ink;
	drawing->bilevel = known->bilevel;
	drawing->row_period = known->row_period;
	drawing->n_rows = known->n_rows;
	drawing->n_colours = known->n_colours;
}
