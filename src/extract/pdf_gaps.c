/*
 * Finds where words start in a page's characters, by the gaps between them: poppler's own spaces,
 * gaps that it left unmarked, and the even gaps of letter-spaced text, which part no words. For
 * pdf_words.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_text.h"

#include <math.h>

#include "base/utf8.h"

/* all shares of the font size */
/* a gap that parts words though nothing says so: half of a narrow space */
#define CLEAR_GAP 0.2f
/* a step back that no kerning makes: another piece of text */
#define BACK_STEP 0.6f
/* a baseline this far off is another line; superscripts stand at a third */
#define LINE_STEP 0.55f
/* letters no further apart than this, on one baseline within that, touch as letters of a word do */
#define CLOSE_GAP     0.12f
#define SAME_BASELINE 0.02f
/* in spaced text, what parts words is wider than the median gap by both */
#define SPACED_FACTOR 1.6f
#define SPACED_MORE   0.12f
/* a wider gap ends a stretch of spaced text: a column, a date at the right */
#define STRETCH_GAP 1.5f
/* of a page's spaces, the share that must be drawn for the page to draw them all: the
 * others are counted wherever letters are spaced */
#define DRAWN_SHARE 0.5f
/* letters that it takes to call a stretch spaced, when each stands on its own */
#define SPACED_LETTERS 4
/* of a stretch's gaps, the share that must be wide */
#define SPACED_SHARE 0.8f
/* values that are sorted faster by insertion than by a general sort, which asks a function and
 * takes memory */
#define FEW_VALUES 24
/* what lists have for bullets in Symbol and Wingdings: dot, square, arrow heads, diamonds, ticks,
 * circle */
static const gunichar symbol_bullets[] = {
    0xf0b7,
    0xf0a7,
    0xf0a8,
    0xf0d7,
    0xf0d8,
    0xf0e0,
    0xf076,
    0xf0fc,
    0xf071,
    0xf06e,
    0xf09f,
    0xf0b0,
};

static AtsPdfChar *
char_at(const GArray *chars, guint i)
{
	return ats_at(chars, AtsPdfChar, i);
}

/* --- gaps --- */

/* along the writing direction, from the end of one character to the start of the next, points */
static float
distance(const AtsPdfChar *a, const AtsPdfChar *b)
{
	AtsBox p = a->glyph.box;
	AtsBox q = b->glyph.box;

	if (ats_pdf_is_leftward(a->glyph.c) && ats_pdf_is_leftward(b->glyph.c))
		return p.x0 - q.x1;
	switch (((b->rotation + 45) / 90) % 4) {
	case 1:
		return q.y0 - p.y1;
	case 2:
		return p.x0 - q.x1;
	case 3:
		return p.y0 - q.y1;
	default:
		return q.x0 - p.x1;
	}
}

/* how far the baseline steps, points */
static float
step(const AtsPdfChar *a, const AtsPdfChar *b)
{
	gboolean upright = ((b->rotation + 45) / 90) % 2 == 0;

	if (a->drawn < 0 || b->drawn < 0)
		return 0.f;
	return upright ? fabsf(a->glyph.y - b->glyph.y) : fabsf(a->glyph.x - b->glyph.x);
}

static float
gap_between(const AtsPdfChar *a, const AtsPdfChar *b)
{
	float size = MAX(MAX(a->size, b->size), 1.f);

	return distance(a, b) / size;
}

gboolean
ats_pdf_breaks_line(const AtsPdfChar *a, const AtsPdfChar *b)
{
	float size = MAX(MAX(a->size, b->size), 1.f);

	return distance(a, b) < -BACK_STEP * size || step(a, b) > LINE_STEP * size;
}

static int
compare_floats(gconstpointer a, gconstpointer b)
{
	float x = *(const float *)a;
	float y = *(const float *)b;

	return (x > y) - (x < y);
}

/* by insertion: the gaps of a word, of which a page has hundreds */
static void
sort_few(float *values, guint n)
{
	for (guint i = 1; i < n; i++) {
		float value = values[i];
		guint at = i;
		for (; at > 0 && values[at - 1] > value; at--)
			values[at] = values[at - 1];
		values[at] = value;
	}
}

float
ats_pdf_median(GArray *values)
{
	if (values->len == 0)
		return 0.f;
	if (values->len <= FEW_VALUES)
		sort_few((float *)(gpointer)values->data, values->len);
	else
		g_array_sort(values, compare_floats);
	return g_array_index(values, float, values->len / 2);
}

/* --- where words start --- */

/* a bullet of a symbol font is a bullet still, also by the private number that word processors give
 * it */
static gboolean
is_list_bullet(gunichar c, const AtsFont *font)
{
	if (font->icon && !ats_pdf_font_is_symbol(font->name))
		return FALSE;
	if (!ats_unichar_is_private(c))
		return ats_unichar_is_bullet(c);
	for (guint i = 0; i < G_N_ELEMENTS(symbol_bullets); i++) {
		if (symbol_bullets[i] == c)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_icon(const AtsPdfChar *c, const AtsFont *font)
{
	return (font->icon || ats_unichar_is_private(c->glyph.c)) &&
	       !is_list_bullet(c->glyph.c, font);
}

static gboolean
same_style(const AtsPdfChar *a, const AtsPdfChar *b)
{
	const float like = 0.05f;

	return a->font == b->font && fabsf(a->size - b->size) <= like * MAX(a->size, b->size);
}

/* small capitals made of two sizes, or a larger initial: poppler puts a space where the size
   changes, though the letters stand close and nothing is drawn between them */
static gboolean
is_change_of_size(const AtsPdfChar *a, const AtsPdfChar *b)
{
	return a->font == b->font && !same_style(a, b) && !a->glyph.space_after &&
	       g_unichar_isalpha(a->glyph.c) && g_unichar_isalpha(b->glyph.c) &&
	       step(a, b) <= SAME_BASELINE * b->size && b->gap <= CLOSE_GAP;
}

/* by poppler's spaces and clear gaps; a pictogram is a word of its own even when it is glued on */
static gboolean
starts_plainly(const GArray *chars, guint i)
{
	const AtsPdfChar *a = char_at(chars, i - 1);
	const AtsPdfChar *b = char_at(chars, i);

	return (a->space && !is_change_of_size(a, b)) || ats_pdf_breaks_line(a, b) ||
	       b->gap > CLEAR_GAP || a->icon != b->icon;
}

static float
median_gap(const GArray *chars, guint start, guint end)
{
	g_autoptr(GArray) gaps = g_array_sized_new(FALSE, FALSE, sizeof(float), end - start);

	for (guint i = start + 1; i < end; i++)
		g_array_append_val(gaps, char_at(chars, i)->gap);
	return ats_pdf_median(gaps);
}

/* whether the stretch is spaced letters rather than words: nearly all gaps are wide */
static gboolean
is_spaced(const GArray *chars, guint start, guint end)
{
	guint n = end - start - 1;
	guint wide = 0, letters = 0, spaces = 0;

	for (guint i = start; i < end; i++) {
		letters += g_unichar_isalpha(char_at(chars, i)->glyph.c) ? 1 : 0;
		if (i == start)
			continue;
		spaces += char_at(chars, i - 1)->space;
		wide += char_at(chars, i)->gap >= ATS_PDF_SPACED_GAP ? 1 : 0;
	}
	/* what poppler has put together already needs no proof by its length */
	return (letters >= SPACED_LETTERS || spaces == 0) && n > 0 &&
	       (float)wide >= SPACED_SHARE * (float)n;
}

static gboolean
has_guessed(const GArray *chars, guint start, guint end)
{
	for (guint i = start + 1; i < end; i++) {
		if (char_at(chars, i - 1)->guessed)
			return TRUE;
	}
	return FALSE;
}

static void
split_spaced(GArray *chars, guint start, guint end)
{
	float typical = median_gap(chars, start, end);
	float limit = MAX(SPACED_FACTOR * typical, typical + SPACED_MORE);

	for (guint i = start + 1; i < end; i++) {
		const AtsPdfChar *a = char_at(chars, i - 1);
		const AtsPdfChar *b = char_at(chars, i);
		char_at(chars, i)->starts_word =
		    ats_pdf_breaks_line(a, b) || b->gap > limit || a->icon != b->icon;
	}
}

/* slightly spaced letters, of whose gaps kerning makes some wide enough for a space: a gap like the
 * others parts no words */
static void
join_guessed(GArray *chars, guint start, guint end)
{
	float typical = median_gap(chars, start, end);

	for (guint i = start + 1; i < end; i++) {
		AtsPdfChar *b = char_at(chars, i);
		if (char_at(chars, i - 1)->guessed && b->gap <= SPACED_FACTOR * typical &&
		    char_at(chars, i - 1)->icon == b->icon)
			b->starts_word = FALSE;
	}
}

/* a stretch is text of one style without a gap that ends it */
static guint
stretch_end(const GArray *chars, guint start, guint end)
{
	guint i = start + 1;

	while (i < end && same_style(char_at(chars, i - 1), char_at(chars, i)) &&
	       char_at(chars, i)->gap <= STRETCH_GAP &&
	       !ats_pdf_breaks_line(char_at(chars, i - 1), char_at(chars, i)))
		i++;
	return i;
}

static gboolean
is_drawn_space(const GArray *chars, guint i)
{
	return char_at(chars, i)->glyph.space_after || char_at(chars, i + 1)->drawn_space_before;
}

/* poppler's space between letters of a line that are too close for a space, and have none drawn */
static gboolean
is_guessed_space(const GArray *chars, guint i)
{
	const AtsPdfChar *a = char_at(chars, i);
	const AtsPdfChar *b = char_at(chars, i + 1);

	return a->space && !is_drawn_space(chars, i) && same_style(a, b) &&
	       !ats_pdf_breaks_line(a, b) && gap_between(a, b) <= CLEAR_GAP;
}

void
ats_pdf_mark_guessed_spaces(GArray *chars)
{
	guint drawn = 0, guessed = 0;

	for (guint i = 0; i + 1 < chars->len; i++) {
		drawn += char_at(chars, i)->space && is_drawn_space(chars, i) ? 1 : 0;
		guessed += is_guessed_space(chars, i) ? 1 : 0;
	}
	if ((float)drawn < DRAWN_SHARE * (float)(drawn + guessed))
		return;
	for (guint i = 0; i + 1 < chars->len; i++)
		char_at(chars, i)->guessed = is_guessed_space(chars, i);
}

void
ats_pdf_find_words(GArray *chars, guint start, guint end, const GArray *fonts)
{
	for (guint i = start; i < end; i++) {
		AtsPdfChar *c = char_at(chars, i);
		c->icon = is_icon(c, ats_at(fonts, AtsFont, c->font));
		c->starts_word = i == start;
	}
	for (guint i = start + 1; i < end; i++) {
		char_at(chars, i)->gap = gap_between(char_at(chars, i - 1), char_at(chars, i));
		char_at(chars, i)->starts_word = starts_plainly(chars, i);
	}
	for (guint i = start, next; i < end; i = next) {
		next = stretch_end(chars, i, end);
		if (is_spaced(chars, i, next))
			split_spaced(chars, i, next);
		else if (has_guessed(chars, i, next))
			join_guessed(chars, i, next);
	}
}
