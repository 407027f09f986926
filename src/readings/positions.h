/*
 * A page's characters as parsers take them from its drawing: one position for each glyph that is
 * drawn, spaces too. For the PDF families in src/readings that do not ask poppler.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/reading.h"

/**
 * AtsPosition: one character code as drawn; a ligature is one, with all its letters.
 */
typedef struct {
	const AtsGlyph
	    *glyph; /* first of the @n_glyphs letters that are printed; NULL: @text or @c is */
	guint n_glyphs;
	const char *text; /* the letters of a ligature; NULL: @c */
	gunichar c;
	guint32 word;  /* ATS_NO_WORD for what stands before all words */
	gint32 draw;   /* place in the drawing order */
	guint32 place; /* in the array as it was made; settles ties */
	float x, y;    /* points: of the origin, y down */
	float width;   /* points: along the writing direction */
	float height;  /* points: what parsers take for the height of a letter */
	float size;    /* points */
	guint16 font;
	gint16 rotation;  /* degrees clockwise */
	guint parted : 1; /* stands apart from the one before it though no space is drawn: text that
			     is not drawn at all */
} AtsPosition;

/* letters that are drawn a second time in their place: fake bold, a shadow */
typedef enum {
	ATS_COPIES_DROPPED,
	ATS_COPIES_KEPT,
} AtsCopies;

/* the page's positions in drawing order; free with g_array_unref */
GArray *
ats_positions_new(const AtsDocument *document, const AtsPage *page, AtsCopies copies);

static inline gboolean
ats_position_is_space(const AtsPosition *p)
{
	return p->glyph == NULL && g_unichar_isspace(p->c);
}
