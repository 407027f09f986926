/*
 * Tells pictures apart: a scanned page, words set as a picture, a person's photo, a pictogram. For
 * analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/drawings.h"

#include <string.h>

/* share of the page: an image this large is the page */
#define PAGE_SHARE 0.5f
/* letters of shown text on a page that is a picture: a page number, a stamp */
#define PAGE_LETTERS 80
/* letters on a scanned page whose lines could not be counted */
#define PAGE_UNKNOWN 1500
/* letters in a line of text, if none can be counted */
#define LINE_LETTERS 60
/* points: images no larger are pictograms; a person's photo is larger in both ways */
#define ICON_SIDE    26.f
#define PHOTO_SIDE   34.f
#define PHOTO_SHARE  0.25f /* of the page */
#define PHOTO_ASPECT 1.9f
/* a logo is small and has few colours; a portrait drawn in two tones is large */
#define PHOTO_COLOURS 24
#define PHOTO_LARGE   60.f
/* AtsDrawing's measures of words on a ground; a logo has more colours and less even rows */
#define WORDS_BILEVEL	0.82f
#define WORDS_PERIOD	0.7f
#define WORDS_INK_LEAST 0.02f
#define WORDS_INK_MOST	0.45f
#define WORDS_COLOURS	96
/* points: height of a line of words, with the white around it */
#define WORDS_LINE_LEAST 6.f
#define WORDS_LINE_MOST	 32.f
/* width of a line of words over its height: three letters and more */
#define WORDS_ASPECT 1.8f
/* points: sides of a logo; logos that are all that a section holds, the letters of the word that
 * each stands for, sections that are looked at; times the title's size: white that a section of
 * text does not have under its title */
#define LOGO_LEAST    7.f
#define LOGO_MOST     60.f
#define LOGOS_LEAST   3
#define LOGO_LETTERS  6
#define SECTIONS_MOST 32
#define EMPTY_SECTION 1.5f
/* share of a line's height: the width of a letter */
#define LETTER_WIDTH 0.4f

guint
ats_page_text_letters(const AtsPageText *text)
{
	guint letters = 0;

	for (guint i = 0; i < text->words->len; i++)
		letters += (guint)strlen(ats_page_text_word(text, i)->text);
	return letters;
}

/* the first row whose baseline is below y */
static guint
find_row(const AtsPageText *text, float y)
{
	guint begin = 0;
	guint end = text->rows->len;

	while (begin < end) {
		guint middle = begin + (end - begin) / 2;
		if (ats_at(text->rows, AtsRow, middle)->baseline < y)
			begin = middle + 1;
		else
			end = middle;
	}
	return begin;
}

gboolean
ats_page_text_in_box(const AtsPageText *text, AtsBox box)
{
	guint r = find_row(text, box.y0);
	guint last = find_row(text, box.y1 + text->em / 2);

	for (; r <= last && r < text->rows->len; r++) {
		const AtsRow *row = ats_at(text->rows, AtsRow, r);
		guint i = ats_row_find(text, row, box.x0);
		for (guint j = i; j < MIN(i + 2, row->first + row->n); j++) {
			AtsBox words = ats_page_text_segment(text, j)->box;
			if (ats_box_overlap_x(words, box) >
				0.3f * MIN(ats_box_width(words), ats_box_width(box)) &&
			    ats_box_overlap_y(words, box) >
				0.3f * MIN(ats_box_height(words), ats_box_height(box)))
				return TRUE;
		}
	}
	return FALSE;
}

const AtsSegment *
ats_page_text_find_above(const AtsPageText *text, AtsBox box)
{
	guint r = find_row(text, box.y1);
	const AtsRow *row = r > 0 ? ats_at(text->rows, AtsRow, r - 1) : NULL;
	const AtsSegment *segment;

	if (row == NULL || row->baseline < box.y0)
		return NULL;
	segment = ats_page_text_segment(text, ats_row_find(text, row, box.x0 + 1));
	return ats_box_overlap_x(segment->box, box) > 0 ? segment : NULL;
}

static gboolean
is_words(const AtsDrawing *image)
{
	float line = ats_box_height(image->box) / (float)MAX(image->n_rows, 1);

	return image->n_rows > 0 && image->bilevel >= WORDS_BILEVEL &&
	       image->row_period >= WORDS_PERIOD && image->ink >= WORDS_INK_LEAST &&
	       image->ink <= WORDS_INK_MOST && image->n_colours <= WORDS_COLOURS &&
	       line >= WORDS_LINE_LEAST && line <= WORDS_LINE_MOST &&
	       ats_box_width(image->box) >= WORDS_ASPECT * line &&
	       ats_box_width(image->box) > ICON_SIDE;
}

static gboolean
is_page(const AtsPageText *text, const AtsDrawing *image)
{
	return ats_box_area(image->box) >= PAGE_SHARE * text->page->width * text->page->height;
}

static gboolean
is_photo(const AtsPageText *text, const AtsDrawing *image)
{
	float width = ats_box_width(image->box);
	float height = ats_box_height(image->box);

	return width >= PHOTO_SIDE && height >= PHOTO_SIDE && width <= PHOTO_ASPECT * height &&
	       height <= PHOTO_ASPECT * width &&
	       (image->n_colours >= PHOTO_COLOURS || MIN(width, height) >= PHOTO_LARGE) &&
	       width * height < PHOTO_SHARE * text->page->width * text->page->height;
}

static double
count_letters(const AtsDrawing *image)
{
	float line = ats_box_height(image->box) / (float)MAX(image->n_rows, 1);

	return image->n_rows * ats_box_width(image->box) / (LETTER_WIDTH * line);
}

/* a scan's lines may not be told apart */
static AtsUnheld
count_on_page(const AtsDrawing *image)
{
	double letters = image->n_rows > 2 ? PAGE_UNKNOWN : image->ink > 0 ? PAGE_UNKNOWN / 10. : 0;

	return (AtsUnheld){letters, MAX(image->n_rows, letters / LINE_LETTERS)};
}

static void
add_region(AtsLayout *layout, const AtsPageText *text, const AtsDrawing *image, AtsRegion region)
{
	AtsBox page = {0, 0, text->page->width, text->page->height};

	region.page = text->index;
	region.box = ats_box_intersect(image->box, page);
	region.drawing = (guint32)(image - ats_at(text->document->drawings, AtsDrawing, 0));
	if (!ats_box_is_empty(region.box))
		g_array_append_val(layout->regions, region);
}

static AtsUnheld
take_image(AtsLayout *layout, const AtsPageText *text, const AtsDrawing *image, guint held)
{
	AtsRegion region = {.kind = ATS_REGION_IMAGE};
	AtsUnheld unheld = {0};

	if (is_page(text, image)) {
		if (held > PAGE_LETTERS)
			return unheld; /* a ground, or a scan with its text laid over it */
		unheld = count_on_page(image);
	} else if (is_words(image) && !ats_page_text_in_box(text, image->box)) {
		unheld = (AtsUnheld){count_letters(image), image->n_rows};
	} else {
		region.icon =
		    MAX(ats_box_width(image->box), ats_box_height(image->box)) <= ICON_SIDE;
		region.photo = is_photo(text, image);
	}
	if (unheld.letters > 0) {
		region.kind = ATS_REGION_IMAGE_TEXT;
		region.text_share = (float)(unheld.letters / (unheld.letters + held));
	}
	add_region(layout, text, image, region);
	return unheld;
}

AtsUnheld
ats_drawings_images(AtsLayout *layout, const AtsPageText *text)
{
	guint held = ats_page_text_letters(text);
	AtsUnheld sum = {0};

	for (guint i = 0; i < text->page->n_drawings; i++) {
		const AtsDrawing *drawing = ats_page_text_drawing(text, i);
		AtsUnheld image = {0};
		if (drawing->kind == ATS_DRAWING_IMAGE && drawing->alpha > 0)
			image = take_image(layout, text, drawing, held);
		sum.letters += image.letters;
		sum.lines += image.lines;
	}
	return sum;
}

/* ---- sections that hold pictures alone ---- */

/* a logo, a badge: not a bullet, not a picture to look at */
static gboolean
is_logo(const AtsDrawing *drawing)
{
	float width = ats_box_width(drawing->box);
	float height = ats_box_height(drawing->box);

	return (drawing->kind == ATS_DRAWING_IMAGE || drawing->kind == ATS_DRAWING_OUTLINES) &&
	       drawing->alpha > 0 && MIN(width, height) >= LOGO_LEAST &&
	       MAX(width, height) <= LOGO_MOST;
}

/* the white between the title of a section and that of the next */
static gboolean
is_empty_section(const AtsLine *title, const AtsLine *next)
{
	return title->heading && next->heading && title->page == next->page &&
	       title->region == next->region &&
	       next->box.y0 - title->box.y1 > EMPTY_SECTION * title->size;
}

/* logos in the box, those that lie on one another counted once; the page draws them one after the
 * other */
static guint
find_logos(const AtsPageText *text, AtsBox box, AtsRegion *region)
{
	AtsBox last = ATS_BOX_EMPTY;
	guint n = 0;

	region->box = ATS_BOX_EMPTY;
	for (guint i = 0; i < text->page->n_drawings; i++) {
		const AtsDrawing *drawing = ats_page_text_drawing(text, i);
		if (!is_logo(drawing) || !ats_box_contains(box, drawing->box))
			continue;
		n += ats_box_overlap_x(last, drawing->box) < 0 ||
		     ats_box_overlap_y(last, drawing->box) < 0;
		last = drawing->box;
		region->box = ats_box_union(region->box, drawing->box);
		region->drawing = MIN(region->drawing, text->page->first_drawing + i);
	}
	return n;
}

AtsUnheld
ats_drawings_logos(AtsLayout *layout, const AtsPageText *text)
{
	guint held = ats_page_text_letters(text);
	AtsUnheld sum = {0};

	for (guint i = 0, tried = 0; i + 1 < layout->lines->len && tried < SECTIONS_MOST; i++) {
		const AtsLine *title = ats_at(layout->lines, AtsLine, i);
		AtsRegion region = {.kind = ATS_REGION_IMAGE_TEXT,
				    .page = text->index,
				    .drawing = G_MAXUINT32};
		AtsBox box = {0, title->box.y1, text->page->width, title[1].box.y0};
		guint n;
		if (title->page != text->index || !is_empty_section(title, title + 1))
			continue;
		tried++;
		n = find_logos(text, box, &region);
		if (n < LOGOS_LEAST)
			continue;
		region.text_share = (float)(n * LOGO_LETTERS) / (float)(n * LOGO_LETTERS + held);
		g_array_append_val(layout->regions, region);
		sum.letters += n * LOGO_LETTERS;
		sum.lines += 1;
	}
	return sum;
}
