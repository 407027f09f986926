/*
 * What one family of parsers makes of a document: words and breaks in its order. Filled by
 * src/readings (the human one from src/layout), read by checks and report.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"

/**
 * AtsToken:
 *
 * A piece of text as a reading prints it. A word that the parser splits gives several tokens of the
 * same @word; words that it glues follow with @before = NONE.
 */
typedef struct {
	const char *text; /* as printed; lent by the document, or by the reading's own strings */
	guint32 word; /* index in AtsDocument.words; G_MAXUINT32 for what the parser prints of its
			 own (a list number) */
	AtsBreak before;
} AtsToken;

#define ATS_NO_WORD G_MAXUINT32

/**
 * AtsReading:
 *
 * @kept: share of adjacent word pairs of the human text that are still adjacent here, 0..1
 * @whole: share of neighbouring blocks of one section that still follow one another, 0..1
 */
typedef struct {
	const char *parser;    /* id of the family: "stream"; static */
	GArray *tokens;	       /* of AtsToken */
	GStringChunk *strings; /* for texts that no word holds; may be NULL */
	char *text; /* the tokens as plain text: a space, tab, newline or empty line for each break,
		       a form feed for a page; NULL before ats_reading_finish() */
	guint weight; /* how many programs it stands for: what its score counts in the document's */
	gboolean judged; /* FALSE: this document gives no ground to judge it, @why_not says why */
	const char *why_not; /* static, or NULL */
	double kept, whole;
	double score; /* 100 * (kept + whole) / 2 */
} AtsReading;

AtsReading *
ats_reading_new(const char *parser);

void
ats_reading_free(AtsReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsReading, ats_reading_free)

/* appends a token; @text is lent (see AtsToken) */
void
ats_reading_add(AtsReading *reading, const char *text, guint32 word, AtsBreak before);

/* after the last token: makes the text */
void
ats_reading_finish(AtsReading *reading);

/* the first token of each of the document's @n_words words, G_MAXUINT32 for one that is not
 * printed; (transfer full) */
guint32 *
ats_reading_places(const AtsReading *reading, guint n_words);
