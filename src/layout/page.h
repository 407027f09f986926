/*
 * The text of one page as layout works on it: shown words in rows, cut into segments at wide gaps.
 * Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"

/**
 * AtsSegment:
 *
 * Words of one row without a wide gap between them: a line of a column, a right-aligned date, a
 * table cell's line. Its typography is that of most of its letters.
 */
typedef struct {
	AtsBox box;
	float baseline;
	float size;	  /* points */
	guint32 first, n; /* its words, in AtsPageText.words */
	guint32 row;	  /* index in AtsPageText.rows */
	guint32 chars;
	guint32 colour;
	gint32 draw; /* the lowest of its words; -1 not known */
	guint16 font;
	guint bold : 1;
	guint italic : 1;
	guint capitals : 1;
	guint letterspaced : 1;
	guint bullet : 1; /* starts with a bullet or list number */
	guint wraps : 1; /* the row below goes on in this style, closely, from the same left edge */
	guint stands_out : 1; /* a short one whose style is not the body's */
} AtsSegment;

typedef struct {
	guint32 first, n; /* its segments, left to right */
	float baseline;
} AtsRow;

/**
 * AtsPageText:
 *
 * Text that does not run from left to right stands in no row: its segments come after all others,
 * each with the row before which a person reads it.
 */
typedef struct {
	const AtsDocument *document;
	const AtsPage *page;
	guint32 index;
	GArray *words;	  /* of guint32: indices in AtsDocument.words, row by row, left to right */
	GArray *segments; /* of AtsSegment, row by row, left to right */
	guint n_level;	  /* of them, those in rows */
	GArray *rows;	  /* of AtsRow, top to bottom */
	float em;	  /* points: the commonest size of letters */
	guint32 colour;	  /* the commonest */
	AtsBox box;	  /* around all segments */
	GArray *grounds;  /* of AtsBox: tall filled boxes behind a part of the page\'s width */
	GArray *rules;	  /* of AtsBox: level lines across most of the page, top to bottom */
} AtsPageText;

AtsPageText *
ats_page_text_new(const AtsDocument *document, guint page);

void
ats_page_text_free(AtsPageText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsPageText, ats_page_text_free)

static inline const AtsWord *
ats_page_text_word(const AtsPageText *self, guint i)
{
	return ats_at(self->document->words, AtsWord, g_array_index(self->words, guint32, i));
}

static inline AtsSegment *
ats_page_text_segment(const AtsPageText *self, guint i)
{
	return ats_at(self->segments, AtsSegment, i);
}

/* the last segment of the row that begins at or left of x, or the row's first */
guint
ats_row_find(const AtsPageText *self, const AtsRow *row, float x);

/* the word begins a list item: a bullet, or a list number such as "1." "(a)" "[12]" */
gboolean
ats_word_is_bullet(const AtsWord *word);
