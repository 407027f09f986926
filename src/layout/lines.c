/*
 * Rows and segments of a page's words: what stands on one baseline, cut at wide gaps. For the rest
 * of src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/page.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/grounds.h"
#include "layout/style.h"
#include "layout/turned.h"

/* share of the size by which baselines of one row may differ: less than any line spacing, more than
   what centring a small date on a larger title moves it */
#define ROW_TOLERANCE 0.35f
/* share of the size: gap that ends a segment; word spaces of justified text stay under it, gutters
 * do not */
#define GAP_WIDE 0.7f
/* ... between words that the page draws at different times; spaces within a line are a little
 * narrower */
#define GAP_ELSEWHERE 0.36f
/* things drawn between two words of a line */
#define DRAWN_BETWEEN 6
/* ... between words whose baselines differ: these are two lines that only happen to meet */
#define GAP_UNEVEN    0.45f
#define BASELINE_EVEN 0.1f
/* ... after a bullet, a list number or a pictogram: these belong to what follows, as far as a
 * hanging indent goes */
#define GAP_BULLET 3.f
/* ... between two letter-spaced words, in gaps between their letters: three spaces are typed where
 * one stands between letters, beside what is left of the gap itself */
#define PITCHES_BETWEEN 4
/* a raised or lowered word is smaller than its neighbour by this, and touches it within that share
 * of the size */
#define RAISED_SIZE 0.87f
#define RAISED_GAP  0.3f
#define RAISED_UP   0.55f
#define RAISED_DOWN 0.3f
/* share of its own height that such a word has beside its neighbour; a word of the next line has
 * none */
#define RAISED_BESIDE 0.3f
/* rows to look at on either side for the neighbour of a raised word */
#define RAISED_ROWS 2
/* letters: the longest list number, "viii." or "[12]" */
#define LIST_NUMBER_CHARS 5

typedef struct {
	const GArray *words;
	guint32 *row_of; /* by place in AtsDocument.words, counted from the page's first word */
	guint32 first;
} AtsSort;

static const AtsWord *
sort_word(const AtsSort *sort, gconstpointer item)
{
	return ats_at(sort->words, AtsWord, *(const guint32 *)item);
}

static gint
compare_indices(gconstpointer a, gconstpointer b)
{
	guint32 i = *(const guint32 *)a;
	guint32 j = *(const guint32 *)b;

	return i < j ? -1 : i > j;
}

static gint
compare_by_baseline(gconstpointer a, gconstpointer b, gpointer data)
{
	const AtsWord *v = sort_word(data, a);
	const AtsWord *w = sort_word(data, b);

	if (v->baseline != w->baseline)
		return v->baseline < w->baseline ? -1 : 1;
	return compare_indices(a, b);
}

static gint
compare_by_row(gconstpointer a, gconstpointer b, gpointer data)
{
	const AtsSort *sort = data;
	guint32 r = sort->row_of[*(const guint32 *)a - sort->first];
	guint32 s = sort->row_of[*(const guint32 *)b - sort->first];
	const AtsWord *v = sort_word(sort, a);
	const AtsWord *w = sort_word(sort, b);

	if (r != s)
		return r < s ? -1 : 1;
	if (v->box.x0 != w->box.x0)
		return v->box.x0 < w->box.x0 ? -1 : 1;
	return compare_indices(a, b);
}

gboolean
ats_word_is_bullet(const AtsWord *word)
{
	const char *p = word->text;
	gunichar c = g_utf8_get_char(p);
	glong n;

	if (word->icon)
		return TRUE;
	n = g_utf8_strlen(p, LIST_NUMBER_CHARS + 1);
	if (ats_utf8_is_ornament(p))
		return n <= 2 && (ats_unichar_is_bullet(c) || c > 0x7F);
	if (n > LIST_NUMBER_CHARS || n < 2)
		return FALSE;
	if ((c == '[' || c == '(') && g_unichar_isdigit(g_utf8_get_char(p + 1)))
		return strchr("])", p[strlen(p) - 1]) != NULL;
	return (g_unichar_isdigit(c) || n == 2) && strchr(".)", p[strlen(p) - 1]) != NULL;
}

/* ---- rows ---- */

static void
collect_words(AtsPageText *self, GArray *turned)
{
	for (guint32 i = self->page->first_word; i < self->page->first_word + self->page->n_words;
	     i++) {
		const AtsWord *word = ats_at(self->document->words, AtsWord, i);
		if (!ats_word_shown(self->document, word) || word->text[0] == '\0')
			continue;
		g_array_append_val(word->rotation == 0 ? self->words : turned, i);
	}
}

/* numbers the rows from the top; the words are sorted by baseline */
static guint
number_rows(const AtsPageText *self, AtsSort *sort)
{
	const AtsWord *start = NULL;
	guint row = 0;

	for (guint i = 0; i < self->words->len; i++) {
		const AtsWord *word = ats_page_text_word(self, i);
		if (start != NULL &&
		    word->baseline - start->baseline > ROW_TOLERANCE * MIN(start->size, word->size))
			row++, start = NULL;
		if (start == NULL)
			start = word;
		sort->row_of[g_array_index(self->words, guint32, i) - sort->first] = row;
	}
	return row + 1;
}

/* places in self->words where each row begins, and the end */
static guint32 *
find_row_starts(const AtsPageText *self, const AtsSort *sort, guint n_rows)
{
	guint32 *starts = g_new0(guint32, n_rows + 1);

	for (guint i = 0; i < self->words->len; i++)
		starts[sort->row_of[g_array_index(self->words, guint32, i) - sort->first] + 1]++;
	for (guint r = 0; r < n_rows; r++)
		starts[r + 1] += starts[r];
	return starts;
}

/* it begins where the other ends, or ends where the other begins, and is a little above or below it
 */
static gboolean
is_raised_beside(const AtsWord *word, const AtsWord *other)
{
	float up = other->baseline - word->baseline;
	float gap = MAX(word->box.x0 - other->box.x1, other->box.x0 - word->box.x1);

	return word->size < RAISED_SIZE * other->size && up > -RAISED_DOWN * other->size &&
	       up < RAISED_UP * other->size && gap > -RAISED_GAP * word->size &&
	       gap < RAISED_GAP * other->size;
}

/* the last word of the row that begins left of x; or the row's first */
static guint
find_in_row(const AtsPageText *self, guint begin, guint end, float x)
{
	while (end - begin > 1) {
		guint middle = begin + (end - begin) / 2;
		if (ats_page_text_word(self, middle)->box.x0 <= x)
			begin = middle;
		else
			end = middle;
	}
	return begin;
}

static gboolean
touches_row(const AtsPageText *self, const AtsWord *word, guint begin, guint end)
{
	guint i;

	if (begin == end)
		return FALSE;
	i = find_in_row(self, begin, end, word->box.x0);
	if (is_raised_beside(word, ats_page_text_word(self, i)))
		return TRUE;
	return i + 1 < end && is_raised_beside(word, ats_page_text_word(self, i + 1));
}

/* superscripts and subscripts join the row of the word that they stand by */
static void
join_raised_words(AtsPageText *self, AtsSort *sort, guint n_rows)
{
	g_autofree guint32 *starts = find_row_starts(self, sort, n_rows);

	for (guint i = 0; i < self->words->len; i++) {
		guint32 *row = &sort->row_of[g_array_index(self->words, guint32, i) - sort->first];
		const AtsWord *word = ats_page_text_word(self, i);
		guint32 own = *row;
		for (guint r = own > RAISED_ROWS ? own - RAISED_ROWS : 0;
		     r <= own + RAISED_ROWS && r < n_rows;
		     r++) {
			if (r != own && touches_row(self, word, starts[r], starts[r + 1]))
				*row = r;
		}
	}
}

/* ---- segments ---- */

guint
ats_row_find(const AtsPageText *self, const AtsRow *row, float x)
{
	guint begin = row->first;
	guint end = row->first + row->n;

	while (end - begin > 1) {
		guint middle = begin + (end - begin) / 2;
		if (ats_page_text_segment(self, middle)->box.x0 <= x)
			begin = middle;
		else
			end = middle;
	}
	return begin;
}

/* the word before the bullet is as near to it as what follows: it is a dash between two words */
static gboolean
stands_nearer(const AtsPageText *self, guint bullet, float gap)
{
	const AtsWord *word = ats_page_text_word(self, bullet);
	const AtsWord *before = bullet > 0 ? ats_page_text_word(self, bullet - 1) : NULL;

	return before != NULL &&
	       fabsf(before->baseline - word->baseline) < BASELINE_EVEN * word->size &&
	       before->box.x1 <= word->box.x0 && word->box.x0 - before->box.x1 < 1.25f * gap;
}

/* the page draws something else between the two words, or the second one first: they are of two
 * flows. A space, an underline and a mark of the document's structure may stand between words that
 * are not */
static gboolean
is_drawn_elsewhere(const AtsPageText *self, const AtsWord *last, const AtsWord *word)
{
	gint32 step = word->draw - last->draw;

	return self->page->has_order && word->draw >= 0 && last->draw >= 0 &&
	       (step < 0 || step > last->n_glyphs + DRAWN_BETWEEN);
}

static gboolean
ends_segment(const AtsPageText *self, guint first, guint i)
{
	const AtsWord *last = ats_page_text_word(self, i - 1);
	const AtsWord *word = ats_page_text_word(self, i);
	float size = MIN(last->size, word->size);
	float gap = word->box.x0 - last->box.x1;
	float wide = GAP_WIDE;

	if (is_drawn_elsewhere(self, last, word))
		wide = GAP_ELSEWHERE;
	if (last->letterspaced && word->letterspaced)
		wide += PITCHES_BETWEEN * MAX(last->pitch, word->pitch);
	else if (last->letterspaced || word->letterspaced)
		wide += 2 * MAX(last->pitch, word->pitch);
	if (i - 1 == first && ats_word_is_bullet(last) && gap < GAP_BULLET * size &&
	    !stands_nearer(self, i - 1, gap))
		return FALSE;
	if (fabsf(word->baseline - last->baseline) > BASELINE_EVEN * size &&
	    !is_raised_beside(word, last) && !is_raised_beside(last, word))
		wide = GAP_UNEVEN;
	return gap > wide * size;
}

static void
add_segment(AtsPageText *self, guint first, guint end, guint row)
{
	AtsSegment segment = {.first = first, .n = end - first, .row = row};

	ats_segment_measure(self, &segment);
	g_array_append_val(self->segments, segment);
}

static void
add_row(AtsPageText *self, guint first, guint end)
{
	AtsRow row = {.first = self->segments->len};
	guint start = first;
	guint32 chars = 0;

	for (guint i = first + 1; i <= end; i++) {
		if (i < end && !ends_segment(self, start, i))
			continue;
		add_segment(self, start, i, self->rows->len);
		start = i;
	}
	row.n = self->segments->len - row.first;
	for (guint i = row.first; i < self->segments->len; i++) {
		const AtsSegment *segment = ats_page_text_segment(self, i);
		self->box = ats_box_union(self->box, segment->box);
		if (segment->chars > chars)
			chars = segment->chars, row.baseline = segment->baseline;
	}
	g_array_append_val(self->rows, row);
}

static void
cut_rows(AtsPageText *self, const AtsSort *sort)
{
	guint first = 0;

	for (guint i = 1; i <= self->words->len; i++) {
		if (i < self->words->len &&
		    sort->row_of[g_array_index(self->words, guint32, i) - sort->first] ==
			sort->row_of[g_array_index(self->words, guint32, first) - sort->first])
			continue;
		add_row(self, first, i);
		first = i;
	}
}

static void
make_rows(AtsPageText *self)
{
	g_autofree guint32 *row_of = g_new0(guint32, self->page->n_words + 1);
	AtsSort sort = {.words = self->document->words,
			.row_of = row_of,
			.first = self->page->first_word};
	guint n_rows;

	g_array_sort_with_data(self->words, compare_by_baseline, &sort);
	n_rows = number_rows(self, &sort);
	g_array_sort_with_data(self->words, compare_by_row, &sort);
	join_raised_words(self, &sort, n_rows);
	g_array_sort_with_data(self->words, compare_by_row, &sort);
	cut_rows(self, &sort);
}

AtsPageText *
ats_page_text_new(const AtsDocument *document, guint page)
{
	AtsPageText *self = g_new0(AtsPageText, 1);
	g_autoptr(GArray) turned = g_array_new(FALSE, FALSE, sizeof(guint32));

	self->document = document;
	self->page = ats_at(document->pages, AtsPage, page);
	self->index = page;
	self->words = g_array_new(FALSE, FALSE, sizeof(guint32));
	self->segments = g_array_new(FALSE, FALSE, sizeof(AtsSegment));
	self->rows = g_array_new(FALSE, FALSE, sizeof(AtsRow));
	self->grounds = g_array_new(FALSE, FALSE, sizeof(AtsBox));
	self->rules = g_array_new(FALSE, FALSE, sizeof(AtsBox));
	self->box = ATS_BOX_EMPTY;
	collect_words(self, turned);
	ats_page_text_find_grounds(self);
	ats_page_text_find_rules(self);
	ats_page_text_find_body(self);
	if (self->words->len > 0)
		make_rows(self);
	self->n_level = self->segments->len;
	ats_page_text_add_turned(self, turned);
	ats_page_text_mark_styles(self);
	return self;
}

void
ats_page_text_free(AtsPageText *self)
{
	g_array_unref(self->words);
	g_array_unref(self->segments);
	g_array_unref(self->rows);
	g_array_unref(self->grounds);
	g_array_unref(self->rules);
	g_free(self);
}
