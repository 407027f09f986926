/*
 * What an image looks like, from its pixels: tones, and rows of strokes as text makes them. Shared
 * by both extractors; pure.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pixels.h"

#include <math.h>

/* pixels that are looked at: a page at 100 dpi, where the strokes of body text still show */
#define MAX_SAMPLES 1000000.0
/* of 256 tones: how far from the ground a pixel clearly is ink */
#define INK_CONTRAST 48
/* of 256 tones: what still counts as the same tone, on either side */
#define SAME_TONE 24
/* upright strips that are looked at on their own, so that columns with unlike lines do not fill
 * each other's gaps */
#define STRIPS 8
/* samples: the narrowest strip */
#define MIN_STRIP 24
/* share of a strip's width: less ink in a row is dirt */
#define ROW_DIRT 0.01f
/* rows: a lower band is dirt or a rule */
#define MIN_BAND 4
/* mean length of the strokes in a row of text, as a share of the line's height */
#define MAX_STROKE 0.45f
/* a line of text is this much wider than high, as the image goes */
#define MIN_ASPECT 2.f

typedef struct {
	guint8 *tones;	     /* of each sample, row by row */
	guint width, height; /* in samples */
	guint8 ground;	     /* the tone of most of it */
	guint32 mask;	     /* bits that are set in every pixel: its alpha where it has none */
} Samples;

static guint
over_white(guint value, guint alpha)
{
	return (value * alpha + 255 * (255 - alpha)) / 255;
}

/* red, green and blue of a pixel on paper: 0xRRGGBB */
static guint32
on_paper(guint32 pixel)
{
	guint alpha = pixel >> 24;

	if (alpha == 255)
		return pixel & 0xffffff;
	return over_white((pixel >> 16) & 0xff, alpha) << 16 |
	       over_white((pixel >> 8) & 0xff, alpha) << 8 | over_white(pixel & 0xff, alpha);
}

static guint8
tone(guint32 rgb)
{
	return (guint8)(((rgb >> 16) * 77 + ((rgb >> 8) & 0xff) * 150 + (rgb & 0xff) * 29) >> 8);
}

/* --- tones --- */

/* samples within SAME_TONE of that tone */
static guint
near_tone(const guint histogram[256], gint of)
{
	guint n = 0;

	for (gint i = MAX(of - SAME_TONE, 0); i <= MIN(of + SAME_TONE, 255); i++)
		n += histogram[i];
	return n;
}

/* the commonest tone that lies at least @apart from @other */
static guint
common_tone(const guint histogram[256], gint other, gint apart)
{
	guint best = 0, most = 0;

	for (gint i = 0; i < 256; i++) {
		guint n = histogram[i];
		if (ABS(i - other) >= apart && n > most) {
			most = n;
			best = (guint)i;
		}
	}
	return best;
}

/* bits of each channel by which colours are told apart */
#define COLOUR_BITS 4
#define N_COLOURS   (1 << (3 * COLOUR_BITS))

static guint
colour_index(guint32 rgb)
{
	const guint top = (1 << COLOUR_BITS) - 1;
	const guint drop = 8 - COLOUR_BITS;

	return ((rgb >> (16 + drop)) & top) << (2 * COLOUR_BITS) |
	       ((rgb >> (8 + drop)) & top) << COLOUR_BITS | ((rgb >> drop) & top);
}

/* the tone of each sample; how many there are of each tone, and which colours there are */
static void
take_samples(Samples *s,
	     const guint32 *rgb,
	     gsize stride,
	     guint step,
	     guint histogram[256],
	     guint8 seen[N_COLOURS])
{
	guint8 *to = s->tones;
	guint32 mask = s->mask;
	guint32 last = rgb[0] | mask;
	guint8 t = tone(on_paper(last));

	seen[colour_index(on_paper(last))] = 1;
	for (gsize y = 0; y < s->height; y++) {
		const guint32 *row = rgb + y * step * stride;
		for (gsize x = 0; x < s->width; x++) {
			/* most pixels are as the one before */
			guint32 pixel = row[x * step] | mask;
			if (pixel != last) {
				guint32 colour = on_paper(last = pixel);
				t = tone(colour);
				seen[colour_index(colour)] = 1;
			}
			*to++ = t;
			histogram[t]++;
		}
	}
}

static void
measure_tones(Samples *s, const guint32 *rgb, gsize stride, guint step, AtsDrawing *drawing)
{
	guint histogram[256] = {0};
	guint8 seen[N_COLOURS] = {0};
	float total = (float)s->width * (float)s->height;
	guint second, inked = 0;

	take_samples(s, rgb, stride, step, histogram, seen);
	s->ground = (guint8)common_tone(histogram, -256, 0);
	second = common_tone(histogram, s->ground, 2 * SAME_TONE + 1);
	for (gint i = 0; i < 256; i++)
		inked += ABS(i - s->ground) > INK_CONTRAST ? histogram[i] : 0;
	drawing->ink = (float)inked / total;
	drawing->bilevel = (float)near_tone(histogram, s->ground) / total;
	if (second != s->ground && histogram[second] > 0)
		drawing->bilevel += (float)near_tone(histogram, (gint)second) / total;
	drawing->bilevel = MIN(drawing->bilevel, 1.f);
	drawing->n_colours = 0;
	for (guint i = 0; i < G_N_ELEMENTS(seen); i++)
		drawing->n_colours += seen[i];
}

/* --- rows of strokes --- */

/* rows with ink, between rows without */
typedef struct {
	guint rows, inked, strokes;
} Band;

typedef struct {
	guint n_rows;	  /* line-like bands */
	double text, all; /* ink in line-like bands, and in all */
} Rows;

static void
end_band(const Samples *s, Band *band, Rows *rows)
{
	float stroke = (float)band->inked / (float)MAX(band->strokes, 1);

	rows->all += band->inked;
	if (band->rows >= MIN_BAND && stroke <= MAX_STROKE * (float)band->rows &&
	    (float)s->width >= MIN_ASPECT * (float)band->rows) {
		rows->text += band->inked;
		rows->n_rows++;
	}
	*band = (Band){0};
}

static guint
is_ink(guint8 tone, guint8 ground)
{
	return ABS((gint)tone - ground) > INK_CONTRAST;
}

/* a step from a sample to the next asks nothing of the one before it: the compiler takes many at a
 * time */
static Band
look_at_row(const guint8 *tones, guint n, guint8 ground)
{
	guint inked = is_ink(tones[0], ground);
	guint strokes = inked;

	for (guint x = 1; x < n; x++) {
		guint ink = is_ink(tones[x], ground);
		inked += ink;
		strokes += ink & ~is_ink(tones[x - 1], ground);
	}
	return (Band){.inked = inked, .strokes = strokes};
}

static Rows
strip_rows(const Samples *s, guint x0, guint x1)
{
	Rows rows = {0};
	Band band = {0};

	for (gsize y = 0; y < s->height; y++) {
		Band row = look_at_row(s->tones + y * s->width + x0, x1 - x0, s->ground);
		if ((float)row.inked > ROW_DIRT * (float)(x1 - x0)) {
			band.rows++;
			band.inked += row.inked;
			band.strokes += row.strokes;
		} else if (band.rows > 0) {
			end_band(s, &band, &rows);
		}
	}
	if (band.rows > 0)
		end_band(s, &band, &rows);
	return rows;
}

static void
measure_rows(const Samples *s, AtsDrawing *drawing)
{
	guint n = CLAMP(s->width / MIN_STRIP, 1, STRIPS);
	double text = 0, all = 0;

	drawing->n_rows = 0;
	for (guint i = 0; i < n; i++) {
		Rows rows = strip_rows(s, s->width * i / n, s->width * (i + 1) / n);
		drawing->n_rows = MAX(drawing->n_rows, rows.n_rows);
		text += rows.text;
		all += rows.all;
	}
	drawing->row_period = all > 0 ? (float)(text / all) : 0.f;
}

void
ats_pixels_measure(const guint32 *rgb,
		   guint width,
		   guint height,
		   gsize stride,
		   gboolean opaque,
		   AtsDrawing *drawing)
{
	Samples s = {.mask = opaque ? 0xff000000 : 0};
	guint step;

	drawing->ink = drawing->bilevel = drawing->row_period = 0;
	drawing->n_rows = drawing->n_colours = 0;
	if (width == 0 || height == 0)
		return;
	step = (guint)MAX(1.0, ceil(sqrt((double)width * height / MAX_SAMPLES)));
	s.width = (width + step - 1) / step;
	s.height = (height + step - 1) / step;
	s.tones = g_malloc((gsize)s.width * s.height);
	measure_tones(&s, rgb, stride, step, drawing);
	measure_rows(&s, drawing);
	g_free(s.tones);
}
