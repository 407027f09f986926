/*
 * Prints the words of a DOCX that a parser takes, told by the parts they live in. For the DOCX
 * families in src/readings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/reading.h"

/**
 * AtsPartRule:
 *
 * Whether the parser takes what stands directly in such a part. It takes a word if it takes all
 * parts around it.
 */
typedef gboolean (*AtsPartRule)(const AtsPart *part);

/* one byte a part: whether the parser takes it and all parts around it; (transfer full) */
guint8 *
ats_parts_taken(const AtsDocument *document, AtsPartRule rule);

/**
 * ats_words_under:
 * @taken: as above
 * @root: kind of root part
 *
 * Returns: (transfer full) (element-type guint32): the taken words under such roots, as they stand
 * in the document
 */
GArray *
ats_words_under(const AtsDocument *document, const guint8 *taken, AtsPartKind root);

/**
 * AtsPartPrint: what of the words' text and of the breaks between them is the parser's own
 * @text_of: the word as the parser prints it, or %NULL for its own text
 * @break_of: what the parser prints for the break between two words, or %NULL for the break itself
 */
typedef struct {
	const char *(*text_of)(AtsReading *reading, const AtsWord *word);
	AtsBreak (*break_of)(const AtsDocument *document,
			     const AtsWord *last,
			     const AtsWord *word,
			     AtsBreak before);
} AtsPartPrint;

/**
 * ats_words_print:
 * @taken: as above; the space beside a word that is left out stays
 * @words: (element-type guint32): in the order of the parser
 * @print: (nullable)
 *
 * Prints the words, each paragraph after an empty line. Where a text box stands in the middle of a
 * paragraph, the rest of the paragraph follows it without a break.
 */
void
ats_words_print(AtsReading *reading,
		const AtsDocument *document,
		const guint8 *taken,
		const GArray *words,
		const AtsPartPrint *print);

/* an AtsPartPrint.text_of: text shown in capitals is printed so */
const char *
ats_word_in_capitals(AtsReading *reading, const AtsWord *word);

/* sorts the words by their place in the file: a text box where it is anchored, in the middle of a
 * paragraph */
void
ats_words_sort_by_place(GArray *words, const AtsDocument *document);
