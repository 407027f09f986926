/*
 * Pictures of a DOCX: words, photos and pictograms told apart by size and pixels, charts, and rows
 * of bars or dots that rate skills. For docx.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "layout/docx_draft.h"

/* a picture of words: two tones, rows of ink between empty rows, each row of a height that is read
 */
#define WORDS_BILEVEL 0.8f
#define WORDS_PERIOD  0.3f
#define WORDS_INK_MIN 0.03f
#define WORDS_INK_MAX 0.55f
/* points of height of a line of words, and of width to its height: a word is wider than high, a
 * pictogram is not */
#define WORDS_ROW_MIN 5.f
#define WORDS_ROW_MAX 48.f
#define WORDS_ASPECT  1.6f
/* share of a line's height that is letters, and a letter's width to it: to count the letters in a
 * picture */
#define LETTER_SHARE 0.4f
/* a photo of a person: many tones, upright or square, this share of the page's width */
#define PHOTO_BILEVEL	 0.85f
#define PHOTO_COLOURS	 64
#define PHOTO_ASPECT_MIN 0.55f
#define PHOTO_ASPECT_MAX 1.25f
#define PHOTO_WIDTH_MIN	 0.07f
#define PHOTO_WIDTH_MAX	 0.45f
/* points: a pictogram is no larger */
#define ICON_SIZE 40.f
/* a row of bars: so many of one height, points of it, and points of their widths, which differ */
#define BARS	       3
#define BAR_HEIGHT_MIN 3.f
#define BAR_HEIGHT_MAX 16.f
#define BAR_WIDTH_MAX  260.f
/* dots in one paragraph that rate something */
#define DOTS 3

static const AtsDrawing *
drawing_at(const AtsDocxDraft *draft, guint i)
{
	return ats_at(draft->document->drawings, AtsDrawing, i);
}

static gboolean
is_shown(const AtsDocxDraft *draft, const AtsDrawing *drawing)
{
	return ats_docx_facts(draft, drawing->part)->shown;
}

/* for each paragraph, the place in human order of the first line at or after it; (transfer full) */
static guint32 *
places_of_paragraphs(const AtsDocxDraft *draft)
{
	guint n = draft->document->paragraphs->len;
	guint32 *places = g_new(guint32, n + 1);
	guint32 next = draft->layout->lines->len;

	for (guint i = 0; i <= n; i++)
		places[i] = ATS_DOCX_NOWHERE;
	for (guint32 i = draft->layout->lines->len; i-- > 0;)
		places[ats_at(draft->layout->lines, AtsLine, i)->paragraph] = i;
	for (guint i = n + 1; i-- > 0;) {
		next = places[i] != ATS_DOCX_NOWHERE ? places[i] : next;
		places[i] = next;
	}
	return places;
}

static AtsRegion *
add_region(AtsDocxDraft *draft, AtsRegionKind kind, guint drawing)
{
	guint32 index = ats_docx_region_add(draft, kind, 0);
	AtsRegion *region = ats_at(draft->layout->regions, AtsRegion, index);

	region->drawing = drawing;
	region->box = drawing_at(draft, drawing)->box;
	region->first_line = draft->places[drawing_at(draft, drawing)->paragraph];
	return region;
}

/* --- pictures --- */

static gboolean
shows_words(const AtsDrawing *d)
{
	float width = ats_box_width(d->box), height = ats_box_height(d->box);
	float row = d->n_rows > 0 ? height / (float)d->n_rows : 0;

	return d->bilevel >= WORDS_BILEVEL && d->row_period >= WORDS_PERIOD &&
	       d->ink >= WORDS_INK_MIN && d->ink <= WORDS_INK_MAX && row >= WORDS_ROW_MIN &&
	       row <= WORDS_ROW_MAX && width >= WORDS_ASPECT * row;
}

/* letters that a picture of words holds, as far as its size tells */
static double
letters_of(const AtsDrawing *d)
{
	float letter = LETTER_SHARE * ats_box_height(d->box) / (float)MAX(d->n_rows, 1);

	return letter > 0 ? d->n_rows * (double)(ats_box_width(d->box) / letter) : 0;
}

static double
letters_of_text(const AtsDocxDraft *draft)
{
	double n = 0;

	for (guint i = 0; i < draft->shown->len; i++)
		n += 1 + (double)strlen(ats_at(draft->document->words,
					       AtsWord,
					       g_array_index(draft->shown, guint32, i))
					    ->text);
	return n;
}

static gboolean
is_photo(const AtsDocxDraft *draft, const AtsDrawing *d)
{
	float width = ats_box_width(d->box), height = ats_box_height(d->box);
	float page = ats_at(draft->document->pages, AtsPage, 0)->width;
	float aspect = height > 0 ? width / height : 0;

	return !d->chart && d->n_colours >= PHOTO_COLOURS && d->bilevel < PHOTO_BILEVEL &&
	       aspect >= PHOTO_ASPECT_MIN && aspect <= PHOTO_ASPECT_MAX &&
	       width >= PHOTO_WIDTH_MIN * page && width <= PHOTO_WIDTH_MAX * page;
}

/* of WordArt; in a header it is a watermark */
static gboolean
is_word_art(const AtsDocxDraft *draft, const AtsDrawing *d)
{
	return d->kind == ATS_DRAWING_OUTLINES && is_shown(draft, d) &&
	       ats_docx_facts(draft, d->part)->root == draft->body;
}

static void
look_at_images(AtsDocxDraft *draft)
{
	double text = letters_of_text(draft), held = 0, lines = 0;
	guint first = draft->layout->regions->len;

	for (guint i = 0; i < draft->document->drawings->len; i++) {
		const AtsDrawing *d = drawing_at(draft, i);
		AtsRegion *region;
		if (is_word_art(draft, d)) {
			region = add_region(draft, ATS_REGION_IMAGE_TEXT, i);
			region->text_share = (float)strlen(d->name);
			held += strlen(d->name);
			lines++;
		}
		if (d->kind != ATS_DRAWING_IMAGE || d->chart || !is_shown(draft, d))
			continue;
		if (shows_words(d)) {
			add_region(draft, ATS_REGION_IMAGE_TEXT, i)->text_share =
			    (float)letters_of(d);
			held += letters_of(d);
			lines += d->n_rows;
			continue;
		}
		region = add_region(draft, ATS_REGION_IMAGE, i);
		region->photo = is_photo(draft, d);
		region->icon = MAX(ats_box_width(d->box), ats_box_height(d->box)) <= ICON_SIZE;
	}
	/* letters so far; shares now that all are known */
	for (guint i = first; i < draft->layout->regions->len; i++)
		ats_at(draft->layout->regions, AtsRegion, i)->text_share /=
		    (float)MAX(text + held, 1);
	draft->layout->unheld = held / MAX(text + held, 1);
	draft->layout->unheld_lines = lines / MAX(draft->layout->lines->len + lines, 1);
}

/* --- charts, bars and dots --- */

static gboolean
is_bar(const AtsDocxDraft *draft, const AtsDrawing *d)
{
	float width = ats_box_width(d->box), height = ats_box_height(d->box);

	return d->kind == ATS_DRAWING_BOX && d->filled && is_shown(draft, d) &&
	       height >= BAR_HEIGHT_MIN && height <= BAR_HEIGHT_MAX && width > height &&
	       width <= BAR_WIDTH_MAX;
}

/* bars of one height, one below the other, of several lengths: they measure something; bars of one
 * length only adorn */
static void
look_at_bars(AtsDocxDraft *draft)
{
	guint n = 0, first = 0;
	gboolean differ = FALSE;

	for (guint i = 0; i <= draft->document->drawings->len; i++) {
		const AtsDrawing *d = i < draft->document->drawings->len ? drawing_at(draft, i)
									 : NULL;
		const AtsDrawing *before = n > 0 ? drawing_at(draft, first) : NULL;
		gboolean bar = d != NULL && is_bar(draft, d);
		if (d != NULL && !bar && !is_shown(draft, d))
			continue;
		if (bar && n > 0 && ABS(ats_box_height(d->box) - ats_box_height(before->box)) < 1) {
			differ |= ABS(ats_box_width(d->box) - ats_box_width(before->box)) > 1;
			n++;
			continue;
		}
		if (n >= BARS && differ)
			add_region(draft, ATS_REGION_GRAPHIC, first);
		n = bar ? 1 : 0;
		first = i;
		differ = FALSE;
	}
}

static gboolean
is_dot(const AtsDocxDraft *draft, const AtsDrawing *d)
{
	float width = ats_box_width(d->box), height = ats_box_height(d->box);

	return d->kind == ATS_DRAWING_SHAPE && !d->chart && is_shown(draft, d) && width > 0 &&
	       width <= BAR_HEIGHT_MAX && ABS(width - height) < width / 4;
}

static void
look_at_dots(AtsDocxDraft *draft)
{
	guint n = 0, first = 0;

	for (guint i = 0; i < draft->document->drawings->len; i++) {
		const AtsDrawing *d = drawing_at(draft, i);
		if (!is_dot(draft, d))
			continue;
		if (n == 0 || drawing_at(draft, first)->paragraph != d->paragraph) {
			first = i;
			n = 0;
		}
		if (++n == DOTS) {
			add_region(draft, ATS_REGION_GRAPHIC, first);
			return;
		}
	}
}

static void
look_at_charts(AtsDocxDraft *draft)
{
	for (guint i = 0; i < draft->document->drawings->len; i++) {
		if (drawing_at(draft, i)->chart && is_shown(draft, drawing_at(draft, i)))
			add_region(draft, ATS_REGION_GRAPHIC, i);
	}
}

void
ats_docx_pictures_look(AtsDocxDraft *draft)
{
	g_autofree guint32 *places = places_of_paragraphs(draft);

	draft->places = places;
	look_at_images(draft);
	look_at_charts(draft);
	look_at_bars(draft);
	look_at_dots(draft);
	draft->places = NULL;
}
