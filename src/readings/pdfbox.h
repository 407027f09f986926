/*
 * Where PDFBox's text stripper ends a line and prints a space, for characters in whatever order.
 * For the families that behave like it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "readings/printer.h"

/**
 * AtsPosition: one character code as drawn; a ligature is one, with all its letters.
 */
typedef struct {
	const AtsGlyph *glyph; /* the first of @n_glyphs */
	guint n_glyphs;
	gint32 draw; /* place in the drawing order, where the family asks for it */
	float x,
	    y; /* points; of the origin, y down, turned with the text where the family does so */
	float width;  /* points; along the x axis */
	float height; /* points; what the parser takes for the height of a letter */
	float size;   /* points */
	guint16 font;
	gint16 rotation; /* of the text: 0, 90, 180, 270 */
} AtsPosition;

/* the characters of the page in poppler's order; free with g_array_unref */
GArray *
ats_positions_new(const AtsDocument *document, const AtsPage *page);

/* prints the characters in the order in which they stand; the first begins with @before */
void
ats_positions_print(const GArray *positions, AtsPrinter *printer, AtsBreak before);
