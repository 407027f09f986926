/*
 * Where PDFBox's text stripper ends a line and prints a space, for characters in whatever order:
 * the rules of its writePage.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/pdfbox.h"

#include <math.h>

/* em; of fonts that do not say how wide their space is, which is most of those that a PDF embeds */
#define SPACE_WIDTH 0.28f
/* em; of fonts of square characters, whose space is taken to be as wide as the others */
#define SPACE_WIDTH_WIDE 1.0f
/* shares of a space's and of an average letter's width that part words: spacingTolerance and
 * averageCharTolerance */
#define SPACE_TOLERANCE	 0.5f
#define LETTER_TOLERANCE 0.3f
/* points; baselines nearer than this are one */
#define SAME_BASELINE 0.1f

/**
 * AtsStripper: what writePage remembers of the characters before
 */
typedef struct {
	const AtsPosition *last;
	AtsBreak pending;   /* that spaces have brought since the last letter */
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

/* points */
static float
space_width(const AtsPosition *p)
{
	gunichar c = p->n_glyphs > 0 ? p->glyph->c : p->c;

	return (g_unichar_iswide(c) ? SPACE_WIDTH_WIDE : SPACE_WIDTH) * p->size;
}

static float
space_threshold(const AtsStripper *self, const AtsPosition *p)
{
	float letter = LETTER_TOLERANCE * self->letter_width;
	float space = SPACE_TOLERANCE * (space_width(p) + space_width(self->last)) / 2;

	return MIN(letter, space);
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
	if (p->parted || ats_position_is_space(self->last) ||
	    p->x > self->end + space_threshold(self, p))
		return ATS_BREAK_SPACE;
	return ATS_BREAK_NONE;
}

static void
add_to_line(AtsStripper *self, const AtsPosition *p, gboolean starts)
{
	self->line_y = starts ? p->y : MAX(self->line_y, p->y);
	self->line_height = starts ? p->height : MAX(self->line_height, p->height);
	self->end = p->x + p->width;
	self->last = p;
}

static void
print_position(AtsStripper *self, const AtsPosition *p, AtsPrinter *printer)
{
	gboolean first = self->last == NULL;
	AtsBreak before = first ? ATS_BREAK_NONE : break_before(self, p);

	add_to_line(self, p, first || before >= ATS_BREAK_LINE);
	self->pending = MAX(self->pending, before);
	if (ats_position_is_space(p))
		return;
	ats_printer_put_position(printer, p, self->pending);
	self->pending = ATS_BREAK_NONE;
}

void
ats_pdfbox_print(const GArray *positions, AtsPrinter *printer, AtsBreak before)
{
	AtsStripper self = {.letter_width = -1, .pending = before};

	printer->takes_apart = TRUE; /* normalizeWord does, and so does pdf.js */
	for (guint i = 0; i < positions->len; i++) {
		const AtsPosition *p = ats_at(positions, AtsPosition, i);
		update_letter_width(&self, p);
		print_position(&self, p, printer);
	}
}
