/*
 * What the drawings of a page are to a reader: pictures, photos, pictures of words, words as
 * outlines, skill bars. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/page.h"
#include "model/layout.h"

/**
 * AtsUnheld: what a person sees on the page and no text holds
 */
typedef struct {
	double letters;
	double lines;
} AtsUnheld;

/* each appends regions, and returns the words that these show */

/* IMAGE, IMAGE_TEXT */
AtsUnheld
ats_drawings_images(AtsLayout *layout, const AtsPageText *text);

/* IMAGE_TEXT: the logos that are all that stands under a title; headings must have been graded */
AtsUnheld
ats_drawings_logos(AtsLayout *layout, const AtsPageText *text);

/* OUTLINED_TEXT */
AtsUnheld
ats_drawings_outlines(AtsLayout *layout, const AtsPageText *text);

/* GRAPHIC */
void
ats_drawings_graphics(AtsLayout *layout, const AtsPageText *text);

/* letters of the page's shown words */
guint
ats_page_text_letters(const AtsPageText *text);

/* whether shown words stand in the box, or over a good part of it */
gboolean
ats_page_text_in_box(const AtsPageText *text, AtsBox box);

/* the segment whose baseline is the last in the box, around the box's left edge; NULL if there is
 * none */
const AtsSegment *
ats_page_text_find_above(const AtsPageText *text, AtsBox box);

static inline const AtsDrawing *
ats_page_text_drawing(const AtsPageText *text, guint i)
{
	return ats_at(text->document->drawings, AtsDrawing, text->page->first_drawing + i);
}
