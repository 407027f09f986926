/*
 * Documents made by hand, glyph by glyph and word by word, and what a family reads in them. For the
 * tests of src/readings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "readings/readings.h"

#define SIZE	    10.f /* points */
#define LETTER	    5.f	 /* points; every letter is as wide */
#define PAGE_WIDTH  600.f
#define PAGE_HEIGHT 800.f

AtsDocument *
pdf_new(void);

AtsWord *
add_word(AtsDocument *document, const char *text, AtsBreak before);

AtsDrawn *
add_drawn(AtsDocument *document, float x, float y, guint32 glyph);

/* a letter of the last word, not drawn */
AtsGlyph *
add_letter(AtsDocument *document, gunichar c, float x, float y);

AtsGlyph *
add_glyph(AtsDocument *document, gunichar c, float x, float y);

AtsGlyph *
last_glyph(AtsDocument *document);

/* a line of words from @x on; between them a gap as wide as a letter */
void
put_line(AtsDocument *document, const char *text, float x, float y);

AtsReading *
reading_of(GPtrArray *readings, const char *id);

void
assert_reads(const AtsDocument *document, const char *id, const char *expected);

guint32
add_part(AtsDocument *document, AtsPartKind kind, AtsVariant variant, gint32 parent);

AtsDocument *
docx_new(void);

AtsWord *
put_word(AtsDocument *document, const char *text, guint32 part, guint32 paragraph, AtsBreak before);

/* "in <kind> out": @families are those of @among, both parted by spaces, that take the word between
 */
void
assert_taken(const char *among, AtsPartKind kind, AtsVariant variant, const char *families);
