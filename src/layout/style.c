/*
 * Typography of words and segments: which style is the body's, what stands out from it. For the
 * rest of src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/style.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"

/* sizes are told apart to half a point, up to this many halves */
#define SIZE_BINS 256
/* share of the size: rows closer than this, foot to foot, are lines of one paragraph */
#define LEADING_TIGHT 1.65f
/* share of the size: left edges that are the same */
#define EDGE_SAME 0.3f
/* letters: a longer line is no title */
#define TITLE_CHARS 60

static guint
size_bin(float size)
{
	return (guint)CLAMP(lrintf(size * 2), 0, SIZE_BINS - 1);
}

static guint32
weight_of(const AtsWord *word)
{
	return (guint32)strlen(word->text);
}

void
ats_page_text_find_body(AtsPageText *self)
{
	guint32 sizes[SIZE_BINS] = {0};
	g_autoptr(GHashTable) colours = g_hash_table_new(NULL, NULL);
	guint best = 0, most = 0;

	for (guint i = 0; i < self->words->len; i++) {
		const AtsWord *word = ats_page_text_word(self, i);
		guint n =
		    GPOINTER_TO_UINT(g_hash_table_lookup(colours, GUINT_TO_POINTER(word->colour)));
		n += weight_of(word);
		g_hash_table_insert(colours, GUINT_TO_POINTER(word->colour), GUINT_TO_POINTER(n));
		if (n > most)
			most = n, self->colour = word->colour;
		sizes[size_bin(word->size)] += weight_of(word);
	}
	for (guint i = 1; i < SIZE_BINS; i++) {
		if (sizes[i] > sizes[best])
			best = i;
	}
	self->em = best > 0 ? best / 2.f : 10.f;
}

/* the word that most of the letters of the segment look like: the longest; its baseline is the
 * segment's */
static const AtsWord *
find_typical(const AtsPageText *self, const AtsSegment *segment)
{
	const AtsWord *typical = ats_page_text_word(self, segment->first);
	guint32 most = 0;

	for (guint i = segment->first; i < segment->first + segment->n; i++) {
		const AtsWord *word = ats_page_text_word(self, i);
		guint32 weight = ats_utf8_is_ornament(word->text) ? 0 : weight_of(word);
		if (weight > most)
			most = weight, typical = word;
	}
	return typical;
}

static gboolean
is_lower_case(const AtsWord *word)
{
	if (word->caps)
		return FALSE;
	for (const char *p = word->text; *p != '\0'; p = g_utf8_next_char(p)) {
		if (g_unichar_islower(g_utf8_get_char(p)))
			return TRUE;
	}
	return FALSE;
}

static gboolean
has_letters(const AtsWord *word)
{
	for (const char *p = word->text; *p != '\0'; p = g_utf8_next_char(p)) {
		if (g_unichar_isupper(g_utf8_get_char(p)))
			return TRUE;
	}
	return FALSE;
}

float
ats_segment_text_edge(const AtsPageText *self, const AtsSegment *segment)
{
	return segment->bullet ? ats_page_text_word(self, segment->first + 1)->box.x0
			       : segment->box.x0;
}

void
ats_segment_measure(const AtsPageText *self, AtsSegment *segment)
{
	const AtsWord *typical = find_typical(self, segment);
	guint32 bold = 0, italic = 0, spaced = 0;
	gboolean lower = FALSE, upper = FALSE;

	segment->box = ATS_BOX_EMPTY;
	segment->draw = G_MAXINT32;
	for (guint i = segment->first; i < segment->first + segment->n; i++) {
		const AtsWord *word = ats_page_text_word(self, i);
		guint32 weight = weight_of(word);
		segment->box = ats_box_union(segment->box, word->box);
		segment->chars += (guint32)g_utf8_strlen(word->text, -1) + (i > segment->first);
		segment->draw = MIN(segment->draw, word->draw);
		bold += word->bold ? 2 * weight : 0;
		italic += word->italic ? 2 * weight : 0;
		spaced += word->letterspaced ? 2 * weight : 0;
		lower = lower || is_lower_case(word);
		upper = upper || has_letters(word);
	}
	segment->baseline = typical->baseline;
	segment->size = typical->size;
	segment->colour = typical->colour;
	segment->font = typical->font;
	segment->bold = bold > segment->chars;
	segment->italic = italic > segment->chars;
	segment->letterspaced = spaced > segment->chars;
	segment->capitals = upper && !lower && segment->chars > 1;
	segment->bullet =
	    segment->n > 1 && ats_word_is_bullet(ats_page_text_word(self, segment->first));
}

guint32
ats_segment_style_key(const AtsSegment *s)
{
	guint32 look =
	    size_bin(s->size) << 3 | (guint32)s->bold << 2 | (guint32)s->italic << 1 | s->capitals;

	return look * 2654435761u ^ s->colour ^ (guint32)s->font << 24;
}

gboolean
ats_segment_same_style(const AtsSegment *a, const AtsSegment *b)
{
	return fabsf(a->size - b->size) < 0.5f && a->bold == b->bold && a->colour == b->colour &&
	       a->font == b->font && a->capitals == b->capitals;
}

static gboolean
goes_on_in_row(const AtsPageText *self, const AtsSegment *segment, const AtsRow *row)
{
	float edge = ats_segment_text_edge(self, segment);
	guint i = ats_row_find(self, row, edge + EDGE_SAME * segment->size);
	const AtsSegment *below = ats_page_text_segment(self, i);

	return fabsf(below->box.x0 - edge) < EDGE_SAME * segment->size && !below->bullet &&
	       fabsf(below->size - segment->size) < 0.5f;
}

/* a segment of the next rows goes on below this one; rows are few between tight lines */
static gboolean
goes_on_below(const AtsPageText *self, const AtsSegment *segment)
{
	for (guint r = segment->row + 1; r < self->rows->len && r <= segment->row + 2; r++) {
		const AtsRow *row = ats_at(self->rows, AtsRow, r);
		if (row->baseline - segment->baseline > LEADING_TIGHT * segment->size)
			return FALSE;
		if (goes_on_in_row(self, segment, row))
			return TRUE;
	}
	return FALSE;
}

static gboolean
stands_out(const AtsPageText *self, const AtsSegment *segment)
{
	if (segment->chars > TITLE_CHARS || segment->chars < 2 || segment->bullet)
		return FALSE;
	return segment->bold || segment->capitals || segment->size > 1.1f * self->em ||
	       segment->colour != self->colour || segment->letterspaced;
}

void
ats_page_text_mark_styles(AtsPageText *self)
{
	for (guint i = 0; i < self->segments->len; i++) {
		AtsSegment *segment = ats_page_text_segment(self, i);
		segment->wraps = i < self->n_level && goes_on_below(self, segment);
		segment->stands_out = stands_out(self, segment);
	}
}
