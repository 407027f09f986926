/*
 * Where PDFBox's text stripper ends a line and prints a space, for characters in whatever order:
 * the rules of its writePage.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/pdfbox.h"

#include <math.h>

/* em; PDFBox takes the least of a font's capital height, half its box, and half its ascent and
   descent for the height of its letters: 0.58 to 0.69 for nine tenths of the letters of 241 resumes
 */
#define LETTER_HEIGHT 0.63f
/* em; of fonts that do not say how wide their space is, which is most of those that a PDF embeds */
#define SPACE_WIDTH 0.25f
/* shares of a space's and of an average letter's width that part words: spacingTolerance and
 * averageCharTolerance */
#define SPACE_TOLERANCE	 0.5f
#define LETTER_TOLERANCE 0.3f
/* points; baselines nearer than this are one */
#define SAME_BASELINE 0.1f

static AtsPosition
position_of(const AtsDocument *document, const AtsGlyph *glyph)
{
	const AtsWord *word = ats_at(document->words, AtsWord, glyph->word);
	gboolean upright = word->rotation % 180 == 0;

	return (AtsPosition){
	    .glyph = glyph,
	    .n_glyphs = 1,
	    .x = glyph->x,
	    .y = glyph->y,
	    .width = upright ? ats_box_width(glyph->box) : 0,
	    .height = LETTER_HEIGHT * word->size,
	    .size = word->size,
	    .font = word->font,
	    .rotation = word->rotation,
	};
}

GArray *
ats_positions_new(const AtsDocument *document, const AtsPage *page)
{
	GArray *positions = g_array_sized_new(FALSE, FALSE, sizeof(AtsPosition), page->n_glyphs);

	for (guint i = 0; i < page->n_glyphs; i++) {
		const AtsGlyph *glyph = ats_at(document->glyphs, AtsGlyph, page->first_glyph + i);
		AtsPosition position = position_of(document, glyph);
		if (!glyph->is_tail || positions->len == 0) {
			g_array_append_val(positions, position);
			continue;
		}
		AtsPosition *head = ats_at(positions, AtsPosition, positions->len - 1);
		head->n_glyphs++;
		head->width += position.width;
	}
	return positions;
}

/**
 * AtsStripper: what writePage remembers of the characters before
 */
typedef struct {
	const AtsPosition *last;
	float letter_width; /* running average; -1 after a change of font */
	float end;	    /* x of the end of the last character */
	float line_y;	    /* lowest baseline of the line */
	float line_height;  /* highest letter of the line */
} AtsStripper;

static gboolean
is_on_line(const AtsStripper *self, const AtsPosition *p)
{
	if (fabsf(p->y - self->line_y) < SAME_BASELINE)
		return TRUE;
	if (self->line_y <= p->y)
		return self->line_y >= p->y - p->height;
	return p->y >= self->line_y - self->line_height;
}

static float
space_threshold(const AtsStripper *self, const AtsPosition *p)
{
	float letter = LETTER_TOLERANCE * self->letter_width;
	float space = SPACE_TOLERANCE * SPACE_WIDTH * (p->size + self->last->size) / 2;

	return MIN(letter, space);
}

static gboolean
ends_with_space(const AtsPosition *p)
{
	return p->glyph[p->n_glyphs - 1].space_after;
}

/* the average of averages that PDFBox calls the average letter width */
static void
update_letter_width(AtsStripper *self, const AtsPosition *p)
{
	if (self->last != NULL && (p->font != self->last->font || p->size != self->last->size))
		self->letter_width = -1;
	self->letter_width = self->letter_width < 0 ? p->width
						    : (self->letter_width + p->width) / 2;
}

static AtsBreak
break_before(const AtsStripper *self, const AtsPosition *p)
{
	if (!is_on_line(self, p))
		return ATS_BREAK_LINE;
	if (ends_with_space(self->last) || p->x > self->end + space_threshold(self, p))
		return ATS_BREAK_SPACE;
	return ATS_BREAK_NONE;
}

static void
add_to_line(AtsStripper *self, const AtsPosition *p, AtsBreak before)
{
	gboolean starts = before >= ATS_BREAK_LINE;

	self->line_y = starts ? p->y : MAX(self->line_y, p->y);
	self->line_height = starts ? p->height : MAX(self->line_height, p->height);
	self->end = p->x + p->width;
	self->last = p;
}

void
ats_positions_print(const GArray *positions, AtsPrinter *printer, AtsBreak before)
{
	AtsStripper self = {.letter_width = -1};

	for (guint i = 0; i < positions->len; i++) {
		const AtsPosition *p = ats_at(positions, AtsPosition, i);
		update_letter_width(&self, p);
		AtsBreak parted = i == 0 ? before : break_before(&self, p);
		for (guint j = 0; j < p->n_glyphs; j++)
			ats_printer_put(printer, &p->glyph[j], j == 0 ? parted : ATS_BREAK_NONE);
		add_to_line(&self, p, i == 0 ? ATS_BREAK_LINE : parted);
	}
}
