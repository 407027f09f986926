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
	const guint32 *rgb;
	gsize stride;
	guint width, height; /* in samples */
	guint step;	     /* pixels from one sample to the next, across and down */
	guint ground;	     /* the tone of most of it */
} Samples;

static guint
over_white(guint value, guint alpha)
{
	return (value * alpha + 255 * (255 - alpha)) / 255;
}

static void
channels(const Samples *s, guint x, guint y, guint c[3])
{
	guint32 p = s->rgb[(gsize)y * s->step * s->stride + (gsize)x * s->step];
	guint alpha = p >> 24;

	c[0] = over_white((p >> 16) & 0xff, alpha);
	c[1] = over_white((p >> 8) & 0xff, alpha);
	c[2] = over_white(p & 0xff, alpha);
}

static guint
tone(const guint c[3])
{
	return (c[0] * 77 + c[1] * 150 + c[2] * 29) >> 8;
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

static void
measure_tones(Samples *s, AtsDrawing *drawing)
{
	guint histogram[256] = {0};
	guint8 seen[4096] = {0};
	float total = (float)s->width * (float)s->height;
	guint second, inked = 0;

	for (guint y = 0; y < s->height; y++) {
		for (guint x = 0; x < s->width; x++) {
			guint c[3];
			channels(s, x, y, c);
			histogram[tone(c)]++;
			seen[(c[0] >> 4) << 8 | (c[1] >> 4) << 4 | c[2] >> 4] = 1;
		}
	}
	s->ground = common_tone(histogram, -256, 0);
	second = common_tone(histogram, (gint)s->ground, 2 * SAME_TONE + 1);
	for (gint i = 0; i < 256; i++)
		inked += ABS(i - (gint)s->ground) > INK_CONTRAST ? histogram[i] : 0;
	drawing->ink = (float)inked / total;
	drawing->bilevel = (float)near_tone(histogram, (gint)s->ground) / total;
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

static gboolean
is_ink(const Samples *s, guint x, guint y)
{
	guint c[3];

	channels(s, x, y, c);
	return ABS((gint)tone(c) - (gint)s->ground) > INK_CONTRAST;
}

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

static Rows
strip_rows(const Samples *s, guint x0, guint x1)
{
	Rows rows = {0};
	Band band = {0};

	for (guint y = 0; y < s->height; y++) {
		guint inked = 0, strokes = 0;
		gboolean before = FALSE;
		for (guint x = x0; x < x1; x++) {
			gboolean ink = is_ink(s, x, y);
			inked += ink;
			strokes += ink && !before;
			before = ink;
		}
		if ((float)inked > ROW_DIRT * (float)(x1 - x0)) {
			band.rows++;
			band.inked += inked;
			band.strokes += strokes;
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
ats_pixels_measure(const guint32 *rgb, guint width, guint height, gsize stride, AtsDrawing *drawing)
{
	Samples s = {.rgb = rgb, .stride = stride};

	drawing->ink = drawing->bilevel = drawing->row_period = 0;
	drawing->n_rows = drawing->n_colours = 0;
	if (width == 0 || height == 0)
		return;
	s.step = (guint)MAX(1.0, ceil(sqrt((double)width * height / MAX_SAMPLES)));
	s.width = (width + s.step - 1) / s.step;
	s.height = (height + s.step - 1) / s.step;
	measure_tones(&s, drawing);
	measure_rows(&s, drawing);
}
