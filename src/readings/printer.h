/*
 * Prints glyphs one after the other as tokens of a reading. For the PDF families in src/readings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "readings/positions.h"

/**
 * AtsPrinter:
 *
 * Holds the token that is being printed: glyphs of one word without a break between them.
 */
typedef struct {
	AtsReading *reading;
	const AtsDocument *document;
	GString *text;
	guint32 word; /* ATS_NO_WORD before the first glyph */
	AtsBreak before;
	gboolean takes_apart; /* ligature characters (U+FB01) are printed as their letters */
} AtsPrinter;

void
ats_printer_init(AtsPrinter *printer, AtsReading *reading, const AtsDocument *document);

/* prints the last token */
void
ats_printer_clear(AtsPrinter *printer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsPrinter, ats_printer_clear)

/**
 * ats_printer_put:
 * @word: the word it is of
 * @c: the next letter, in the order of the parser
 * @before: what the parser prints between it and the letter before it
 *
 * A break or another word begins a token.
 */
void
ats_printer_put(AtsPrinter *printer, guint32 word, gunichar c, AtsBreak before);

/* prints all letters of what is drawn as one */
void
ats_printer_put_position(AtsPrinter *printer, const AtsPosition *position, AtsBreak before);

/* the last letter that was printed is taken back, when it is @c and of a token that is not done: a
 * hyphen at a line's end */
gboolean
ats_printer_take_back(AtsPrinter *printer, gunichar c);
