/*
 * What a font's glyphs measure: their true advance, which poppler's boxes hide in letter-spaced
 * text, and whether they have ink at all. Asked only where it matters, since each first answer
 * loads a glyph. For the PDF files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_text.h"

#include <math.h>

/* size at which glyphs are measured, so that rounding to pixels does not show */
#define MEASURE_SIZE 100.0
/* mean width of the letters of a stretch, as a share of the size, from which it may be spaced out:
   wide fonts stay below 0.65 in small letters and 0.8 in capitals, and are measured in vain a
   little before that */
#define WIDE_SMALL   0.58f
#define WIDE_CAPITAL 0.7f
/* share of the size by which a box must be too wide to be cut */
#define CUT 0.03f

typedef struct {
	float advance; /* as a share of the size; negative: not known */
	gboolean ink;
} Metrics;

static cairo_scaled_font_t *
scaled_font(cairo_font_face_t *face)
{
	cairo_matrix_t size, plain;
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_scaled_font_t *font;

	cairo_matrix_init_scale(&size, MEASURE_SIZE, MEASURE_SIZE);
	cairo_matrix_init_identity(&plain);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	font = cairo_scaled_font_create(face, &size, &plain, options);
	cairo_font_options_destroy(options);
	return font;
}

static Metrics
measure(cairo_font_face_t *face, guint32 index)
{
	cairo_glyph_t glyph = {.index = index};
	cairo_text_extents_t extents = {0};
	Metrics m = {.advance = -1.f, .ink = TRUE};
	cairo_scaled_font_t *font;

	/* the glyphs of a Type 3 font are little drawings, which only poppler could draw */
	if (cairo_font_face_get_type(face) == CAIRO_FONT_TYPE_USER)
		return m;
	font = scaled_font(face);
	if (cairo_scaled_font_status(font) == CAIRO_STATUS_SUCCESS) {
		cairo_scaled_font_glyph_extents(font, &glyph, 1, &extents);
		if (cairo_scaled_font_status(font) == CAIRO_STATUS_SUCCESS &&
		    isfinite(extents.x_advance)) {
			m.advance = (float)(extents.x_advance / MEASURE_SIZE);
			m.ink = extents.width > 0 && extents.height > 0;
		}
	}
	cairo_scaled_font_destroy(font);
	return m;
}

static const Metrics *
metrics_of(AtsPdfDraw *draw, const AtsDrawnGlyph *g)
{
	const AtsDrawnRun *run = ats_at(draw->runs, AtsDrawnRun, g->run);
	gpointer key = ats_pdf_glyph_key(run, g);
	Metrics *m = g_hash_table_lookup(draw->metrics, key);

	if (m == NULL) {
		m = g_new(Metrics, 1);
		*m = measure(run->font, g->index);
		g_hash_table_insert(draw->metrics, key, m);
	}
	return m;
}

gboolean
ats_pdf_glyph_has_ink(AtsPdfDraw *draw, const AtsDrawnGlyph *g)
{
	return metrics_of(draw, g)->ink;
}

float
ats_pdf_glyph_advance(AtsPdfDraw *draw, const AtsDrawnGlyph *g)
{
	return MAX(metrics_of(draw, g)->advance, 0.f) *
	       ats_at(draw->runs, AtsDrawnRun, g->run)->size;
}

/* --- spaced text --- */

/* poppler lets a character's box reach to the next one's start: here it ends with the glyph's own
 * advance */
static void
cut_box(AtsPdfDraw *draw, AtsPdfChar *c)
{
	const AtsDrawnGlyph *g = ats_at(draw->glyphs, AtsDrawnGlyph, c->drawn);
	const AtsDrawnRun *run = ats_at(draw->runs, AtsDrawnRun, g->run);
	float advance = metrics_of(draw, g)->advance * run->size;
	AtsBox *box = &c->glyph.box;

	if (advance <= 0 || run->uy != 0 || run->ux < 0)
		return;
	if (box->x1 - box->x0 > advance + CUT * run->size)
		box->x1 = box->x0 + advance;
}

static gboolean
goes_on(const AtsPdfChar *a, const AtsPdfChar *b)
{
	return !a->glyph.line_end && a->font == b->font && a->size == b->size;
}

static gboolean
looks_wide(const GArray *chars, guint start, guint end)
{
	float small = 0, capital = 0;
	guint n_small = 0, n_capital = 0;

	for (guint i = start; i < end; i++) {
		const AtsPdfChar *c = ats_at(chars, AtsPdfChar, i);
		float width = ats_box_width(c->glyph.box) / MAX(c->size, 1.f);
		/* the last of a word is not stretched */
		if (i + 1 == end || c->space)
			continue;
		if (g_unichar_islower(c->glyph.c)) {
			small += width;
			n_small++;
		} else if (g_unichar_isupper(c->glyph.c)) {
			capital += width;
			n_capital++;
		}
	}
	return small + capital > WIDE_SMALL * (float)n_small + WIDE_CAPITAL * (float)n_capital;
}

void
ats_pdf_cut_boxes(GArray *chars, AtsPdfDraw *draw)
{
	guint start = 0;

	for (guint i = 1; i <= chars->len; i++) {
		if (i < chars->len &&
		    goes_on(ats_at(chars, AtsPdfChar, i - 1), ats_at(chars, AtsPdfChar, i)))
			continue;
		if (looks_wide(chars, start, i)) {
			for (guint k = start; k < i; k++) {
				AtsPdfChar *c = ats_at(chars, AtsPdfChar, k);
				if (c->drawn >= 0 && !c->glyph.is_tail)
					cut_box(draw, c);
			}
		}
		start = i;
	}
}

/* a box is as high as the size, about the baseline */
static void
scale_box(AtsBox *box, float baseline, float share)
{
	box->y0 = baseline - (baseline - box->y0) * share;
	box->y1 = baseline + (box->y1 - baseline) * share;
}

static void
resize(AtsDocument *document, AtsWord *word, float size)
{
	float share = size / MAX(word->size, 1.f);

	word->size = size;
	word->pitch /= share;
	scale_box(&word->box, word->baseline, share);
	for (guint i = 0; i < word->n_glyphs; i++) {
		AtsGlyph *g = ats_at(document->glyphs, AtsGlyph, word->first_glyph + i);
		scale_box(&g->box, g->y, share);
	}
}

void
ats_pdf_size_by_drawing(AtsDocument *document,
			const AtsPage *page,
			const GArray *chars,
			AtsPdfDraw *draw)
{
	for (guint i = page->first_word; i < document->words->len; i++) {
		AtsWord *word = ats_at(document->words, AtsWord, i);
		guint at = word->first_glyph - page->first_glyph;
		const AtsDrawnRun *run;
		gint32 drawn;

		if (word->rotation != 0 || at >= chars->len)
			continue;
		drawn = ats_at(chars, AtsPdfChar, at)->drawn;
		if (drawn < 0)
			continue;
		run = ats_at(draw->runs,
			     AtsDrawnRun,
			     ats_at(draw->glyphs, AtsDrawnGlyph, drawn)->run);
		if (cairo_font_face_get_type(run->font) == CAIRO_FONT_TYPE_USER && run->size > 0)
			resize(document, word, run->size);
	}
}
