/*
 * The text layer of a scan: on a page that is a picture, words that are never painted are what the
 * picture shows, as far as a program made it out. They count as shown there. For pdf.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_scan.h"

/* share of a page from which pictures are the page; a scan covers all of it, less a margin that a
 * scanner trims */
#define SCAN_SHARE 0.5f
/* words from which unpainted text is the layer of a scan, and not a stamp of the scanner's */
#define LAYER_WORDS 25
/* painted words, as a share of the layer's, up to which the page is still a picture: a stamp, a
 * page number */
#define PAINTED_SHARE 0.1f

static gboolean
is_layer(const AtsWord *word)
{
	return word->visibility == ATS_VISIBLE_NOT_PAINTED ||
	       word->visibility == ATS_VISIBLE_COVERED;
}

static float
picture_share(const AtsDocument *document, const AtsPage *page)
{
	AtsBox sheet = {0, 0, page->width, page->height};
	float area = 0;

	for (guint i = 0; i < page->n_drawings; i++) {
		const AtsDrawing *drawing =
		    ats_at(document->drawings, AtsDrawing, page->first_drawing + i);

		if (drawing->kind == ATS_DRAWING_IMAGE)
			area += ats_box_area(ats_box_intersect(drawing->box, sheet));
	}
	return area / MAX(page->width * page->height, 1);
}

static gboolean
is_scan(const AtsDocument *document, const AtsPage *page)
{
	guint n_layer = 0;
	guint n_painted = 0;

	for (guint i = 0; i < page->n_words; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, page->first_word + i);

		n_layer += is_layer(word) ? 1 : 0;
		n_painted += word->visibility == ATS_VISIBLE_NORMAL ? 1 : 0;
	}
	return n_layer >= LAYER_WORDS && n_painted <= n_layer * PAINTED_SHARE &&
	       picture_share(document, page) >= SCAN_SHARE;
}

void
ats_pdf_show_scan(AtsDocument *document, AtsPage *page)
{
	if (!page->has_order || !is_scan(document, page))
		return;
	page->scan = TRUE;
	for (guint i = 0; i < page->n_words; i++) {
		AtsWord *word = ats_at(document->words, AtsWord, page->first_word + i);

		if (is_layer(word))
			word->visibility = ATS_VISIBLE_NORMAL;
	}
}
