/*
 * Makes segments of text that runs upwards, downwards or askew, and finds the row that each is read
 * before. For lines.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/turned.h"

#include <math.h>

#include "layout/style.h"

/* share of the size: words on one line, and the gap between them */
#define LINE_SAME 0.5f
#define GAP_WIDE  0.9f

/**
 * AtsTurned: a word, measured along the way in which it is read: @across tells its line, @along its
 * place there
 */
typedef struct {
	guint32 word;
	gint16 rotation;
	float across, along, end;
} AtsTurned;

static AtsTurned
turn(const AtsDocument *document, guint32 index)
{
	const AtsWord *word = ats_at(document->words, AtsWord, index);
	AtsBox box = word->box;

	if (word->rotation == 90)
		return (AtsTurned){index, 90, -box.x1, box.y0, box.y1};
	if (word->rotation == 270)
		return (AtsTurned){index, 270, box.x0, -box.y1, -box.y0};
	if (word->rotation == 180)
		return (AtsTurned){index, 180, -box.y1, -box.x1, -box.x0};
	return (AtsTurned){index, word->rotation, box.y0, box.x0, box.x1};
}

static gint
compare_lines(gconstpointer a, gconstpointer b)
{
	const AtsTurned *t = a;
	const AtsTurned *u = b;

	if (t->rotation != u->rotation)
		return t->rotation < u->rotation ? -1 : 1;
	if (t->across != u->across)
		return t->across < u->across ? -1 : 1;
	return t->along < u->along ? -1 : t->along > u->along;
}

static gint
compare_along(gconstpointer a, gconstpointer b)
{
	const AtsTurned *t = a;
	const AtsTurned *u = b;

	return t->along < u->along ? -1 : t->along > u->along;
}

/* the first row that begins below the top of the segment; after the last row, the last */
static guint
find_row(const AtsPageText *self, AtsBox box)
{
	guint begin = 0;
	guint end = self->rows->len;

	while (begin < end) {
		guint middle = begin + (end - begin) / 2;
		if (ats_at(self->rows, AtsRow, middle)->baseline < box.y0)
			begin = middle + 1;
		else
			end = middle;
	}
	return self->rows->len > 0 ? MIN(begin, self->rows->len - 1) : 0;
}

static void
add_segment(AtsPageText *self, const GArray *turned, guint begin, guint end)
{
	AtsSegment segment = {.first = self->words->len, .n = end - begin};

	for (guint i = begin; i < end; i++)
		g_array_append_val(self->words, ats_at(turned, AtsTurned, i)->word);
	ats_segment_measure(self, &segment);
	segment.row = find_row(self, segment.box);
	g_array_append_val(self->segments, segment);
}

/* words [begin, end) stand on one line */
static void
cut_line(AtsPageText *self, GArray *turned, guint begin, guint end)
{
	guint start = begin;

	qsort(ats_at(turned, AtsTurned, begin), end - begin, sizeof(AtsTurned), compare_along);
	for (guint i = begin + 1; i <= end; i++) {
		const AtsTurned *last = ats_at(turned, AtsTurned, i - 1);
		float size = ats_at(self->document->words, AtsWord, last->word)->size;
		if (i < end && ats_at(turned, AtsTurned, i)->along - last->end < GAP_WIDE * size)
			continue;
		add_segment(self, turned, start, i);
		start = i;
	}
}

static gint
compare_segments(gconstpointer a, gconstpointer b)
{
	const AtsSegment *s = a;
	const AtsSegment *t = b;

	if (s->row != t->row)
		return s->row < t->row ? -1 : 1;
	return s->box.x0 < t->box.x0 ? -1 : s->box.x0 > t->box.x0;
}

void
ats_page_text_add_turned(AtsPageText *self, GArray *turned)
{
	g_autoptr(GArray) words = g_array_sized_new(FALSE, FALSE, sizeof(AtsTurned), turned->len);
	guint begin = 0;

	for (guint i = 0; i < turned->len; i++) {
		AtsTurned word = turn(self->document, g_array_index(turned, guint32, i));
		g_array_append_val(words, word);
	}
	g_array_sort(words, compare_lines);
	for (guint i = 1; i <= words->len; i++) {
		const AtsTurned *first = ats_at(words, AtsTurned, begin);
		float size = ats_at(self->document->words, AtsWord, first->word)->size;
		if (i < words->len && ats_at(words, AtsTurned, i)->rotation == first->rotation &&
		    ats_at(words, AtsTurned, i)->across - first->across < LINE_SAME * size)
			continue;
		cut_line(self, words, begin, i);
		begin = i;
	}
	if (self->segments->len > self->n_level)
		qsort(ats_at(self->segments, AtsSegment, self->n_level),
		      self->segments->len - self->n_level,
		      sizeof(AtsSegment),
		      compare_segments);
}
