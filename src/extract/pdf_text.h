/*
 * The text of one PDF page on its way into the document: characters in poppler's order, what is
 * drawn for each, words. For the PDF files of this room alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/pdf_draw.h"

/**
 * AtsPdfChar: a character of the page and all that is found out about it before words are made
 */
typedef struct {
	AtsGlyph glyph;
	float size; /* points */
	guint32 colour;
	gint16 rotation;
	guint16 font;
	guint8 visibility; /* AtsVisibility */
	gint32 drawn;	   /* index in AtsPdfDraw.glyphs, -1 none */
	float gap;	   /* before it, as a share of the size; 0 for the first of a line */
	guint space : 1;   /* poppler puts a space after it */
	guint guessed : 1; /* nothing but a narrow gap speaks for that space */
	guint starts_word : 1;
	guint icon : 1; /* a pictogram */
	guint doubled : 1;
	guint raw : 1; /* the number of its glyph, since the font does not say which character it is
			*/
	guint drawn_space_before : 1; /* a space glyph is drawn right before it */
} AtsPdfChar;

/**
 * AtsPdfFonts: the fonts of a document, by name
 */
typedef struct {
	AtsDocument *document;
	GHashTable *by_name; /* interned name → index + 1 */
} AtsPdfFonts;

/* the index of the font of that name, entered if it is new; @name may carry a subset prefix, or be
 * NULL (Type 3) */
guint16
ats_pdf_fonts_lookup(AtsPdfFonts *self, const char *name);

/* glyph numbers are below 65536 in every font format that PDF embeds */
static inline gpointer
ats_pdf_glyph_key(const AtsDrawnRun *run, const AtsDrawnGlyph *g)
{
	return GSIZE_TO_POINTER((GPOINTER_TO_SIZE(run->font) << 16) ^ (g->index & 0xffff));
}

/* FALSE for spaces */
gboolean
ats_pdf_glyph_has_ink(AtsPdfDraw *draw, const AtsDrawnGlyph *g);

/* points: how far its font moves on after it; 0 if that is not known */
float
ats_pdf_glyph_advance(AtsPdfDraw *draw, const AtsDrawnGlyph *g);

/* takes the gaps of letter-spaced text out of the boxes, into which poppler puts them */
void
ats_pdf_cut_boxes(GArray *chars, AtsPdfDraw *draw);

/* sets the size of the page's words in Type 3 fonts to what they are drawn with: poppler guesses it
 * from the width of the letter m, and takes many a body for twice as large as it is. After the
 * words are made: gaps between letters are measured in poppler's size */
void
ats_pdf_size_by_drawing(AtsDocument *document,
			const AtsPage *page,
			const GArray *chars,
			AtsPdfDraw *draw);

/* one of the symbol fonts that word processors take their bullets from, rather than a font of icons
 */
gboolean
ats_pdf_font_is_symbol(const char *name);

/* Hebrew, Arabic and their neighbours: written from right to left */
static inline gboolean
ats_pdf_is_leftward(gunichar c)
{
	return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) ||
	       (c >= 0xfe70 && c <= 0xfefe);
}

/**
 * ats_pdf_match:
 *
 * Finds for each character the glyph that is drawn for it: sets drawn, doubled and what follows
 * from the run (origin, order, colour, rotation). Linear but for places where many glyphs lie on
 * one spot, and bounded there.
 */
void
ats_pdf_match(GArray *chars, AtsPdfDraw *draw, const AtsPage *page);

/**
 * ats_pdf_add_unread:
 *
 * Appends characters for glyphs that are drawn but that poppler keeps no text of: those off the
 * page, which other parsers print, and those of fonts that do not say what they are (U+FFFD).
 */
void
ats_pdf_add_unread(GArray *chars, AtsPdfDraw *draw, const AtsPage *page, AtsPdfFonts *fonts);

/* how a person sees each matched or unmatched character */
void
ats_pdf_see(GArray *chars, const AtsPdfDraw *draw, const AtsPage *page);

/* letters this far apart, as a share of the size, are spaced: the parsers with the finest eye see
 * words from here on */
#define ATS_PDF_SPACED_GAP 0.1f

/* on a page that draws its spaces, marks those that poppler sees where none is drawn and the
 * letters are close */
void
ats_pdf_mark_guessed_spaces(GArray *chars);

/* sets gap, starts_word and icon of the characters of one line */
void
ats_pdf_find_words(GArray *chars, guint start, guint end, const GArray *fonts);

/* @b, next in poppler's text, does not go on where @a ends: it stands on another line or before it
 */
gboolean
ats_pdf_breaks_line(const AtsPdfChar *a, const AtsPdfChar *b);

/* of floats, which are sorted by it; 0 if there are none */
float
ats_pdf_median(GArray *values);

/* appends the page's glyphs and words to the document */
void
ats_pdf_make_words(AtsDocument *document, guint32 page, GArray *chars);
