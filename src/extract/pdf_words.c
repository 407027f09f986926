/*
 * Makes words of a page's characters, by the gaps between them: poppler's own spaces, gaps that it
 * left unmarked, and the even gaps of letter-spaced text, which part no words. For the PDF files of
 * this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_text.h"

#include <math.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"

/* all shares of the font size */
/* a gap that parts words though nothing says so: half of a narrow space */
#define CLEAR_GAP 0.2f
/* a step back that no kerning makes: another piece of text */
#define BACK_STEP 0.6f
/* a baseline this far off is another line; superscripts stand at a third */
#define LINE_STEP 0.55f
/* letters this far apart are spaced: the parsers with the finest eye see words from here on */
#define SPACED_GAP 0.1f
/* in spaced text, what parts words is wider than the median gap by both */
#define SPACED_FACTOR 1.6f
#define SPACED_MORE   0.12f
/* a wider gap ends a stretch of spaced text: a column, a date at the right */
#define STRETCH_GAP 1.5f
/* letters that it takes to call a stretch spaced, when each stands on its own */
#define SPACED_LETTERS 4
/* of a stretch's gaps, the share that must be wide */
#define SPACED_SHARE 0.8f
/* as a share of the line's height: a gap below it that ends a block */
#define BLOCK_GAP 0.7f

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

typedef struct {
	AtsDocument *document;
	guint32 page;
	GArray *chars;
	GArray *gaps; /* of float: before each character, as a share of the size; 0 for the first of
			 a line */
	GArray *starts; /* of gboolean: a word starts here */
	guint8 before;	/* AtsBreak of the next word */
} Words;

static AtsPdfChar *
char_at(const Words *self, guint i)
{
	return ats_at(self->chars, AtsPdfChar, i);
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

static gboolean
breaks_line(const AtsPdfChar *a, const AtsPdfChar *b)
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

static float
median(GArray *values)
{
	if (values->len == 0)
		return 0.f;
	g_array_sort(values, compare_floats);
	return g_array_index(values, float, values->len / 2);
}

/* --- where words start --- */

static void
set_start(Words *self, guint i, gboolean start)
{
	g_array_index(self->starts, gboolean, i) = start;
}

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
is_icon_char(const Words *self, const AtsPdfChar *c)
{
	const AtsFont *font = ats_at(self->document->fonts, AtsFont, c->font);

	return (font->icon || ats_unichar_is_private(c->glyph.c)) &&
	       !is_list_bullet(c->glyph.c, font);
}

/* by poppler's spaces and clear gaps; a pictogram is a word of its own even when it is glued on */
static gboolean
starts_plainly(const Words *self, guint i)
{
	const AtsPdfChar *a = char_at(self, i - 1);
	const AtsPdfChar *b = char_at(self, i);

	return a->space || breaks_line(a, b) || g_array_index(self->gaps, float, i) > CLEAR_GAP ||
	       is_icon_char(self, a) != is_icon_char(self, b);
}

static gboolean
same_style(const AtsPdfChar *a, const AtsPdfChar *b)
{
	const float like = 0.05f;

	return a->font == b->font && fabsf(a->size - b->size) <= like * MAX(a->size, b->size);
}

/* whether the stretch is spaced letters rather than words: nearly all gaps are wide */
static gboolean
is_spaced(const Words *self, guint start, guint end, float *typical)
{
	g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(float));
	guint wide = 0, letters = 0, spaces = 0;

	for (guint i = start; i < end; i++) {
		gunichar c = char_at(self, i)->glyph.c;
		letters += g_unichar_isalpha(c) ? 1 : 0;
		if (i == start)
			continue;
		spaces += char_at(self, i - 1)->space;
		g_array_append_val(gaps, g_array_index(self->gaps, float, i));
		wide += g_array_index(self->gaps, float, i) >= SPACED_GAP ? 1 : 0;
	}
	*typical = median(gaps);
	/* what poppler has put together already needs no proof by its length */
	return (letters >= SPACED_LETTERS || spaces == 0) && gaps->len > 0 &&
	       (float)wide >= SPACED_SHARE * (float)gaps->len;
}

static void
split_spaced(Words *self, guint start, guint end, float typical)
{
	float limit = MAX(SPACED_FACTOR * typical, typical + SPACED_MORE);

	for (guint i = start + 1; i < end; i++) {
		const AtsPdfChar *a = char_at(self, i - 1);
		const AtsPdfChar *b = char_at(self, i);
		set_start(self,
			  i,
			  breaks_line(a, b) || g_array_index(self->gaps, float, i) > limit ||
			      is_icon_char(self, a) != is_icon_char(self, b));
	}
}

/* a stretch is text of one style without a gap that ends it */
static guint
stretch_end(const Words *self, guint start, guint end)
{
	guint i = start + 1;

	while (i < end && same_style(char_at(self, i - 1), char_at(self, i)) &&
	       g_array_index(self->gaps, float, i) <= STRETCH_GAP &&
	       !breaks_line(char_at(self, i - 1), char_at(self, i)))
		i++;
	return i;
}

static void
find_starts(Words *self, guint start, guint end)
{
	set_start(self, start, TRUE);
	for (guint i = start + 1; i < end; i++) {
		g_array_index(self->gaps, float, i) =
		    gap_between(char_at(self, i - 1), char_at(self, i));
		set_start(self, i, starts_plainly(self, i));
	}
	for (guint i = start, next; i < end; i = next) {
		float typical;
		next = stretch_end(self, i, end);
		if (is_spaced(self, i, next, &typical))
			split_spaced(self, i, next, typical);
	}
}

/* --- one word --- */

/* the value that most of a word's characters have: letters of two sizes or fonts (small caps) make
 * one word */
static void
set_majority(const Words *self, guint start, guint end, AtsWord *word)
{
	guint best = 0;

	for (guint i = start; i < end;) {
		guint j = i;
		const AtsPdfChar *c = char_at(self, i);
		while (j < end && char_at(self, j)->font == c->font &&
		       char_at(self, j)->size == c->size && char_at(self, j)->colour == c->colour)
			j++;
		if (j - i > best) {
			best = j - i;
			word->font = c->font;
			word->size = c->size;
			word->colour = c->colour;
			word->rotation = c->rotation;
			word->baseline = c->drawn >= 0 ? c->glyph.y : c->glyph.box.y1;
		}
		i = j;
	}
}

/* a word is unseen when most of its characters are, and in the way that most of those are */
static guint8
visibility_of(const Words *self, guint start, guint end)
{
	guint counts[ATS_VISIBLE_HIDDEN_RUN + 1] = {0};

	for (guint i = start; i < end; i++)
		counts[char_at(self, i)->visibility]++;
	for (guint8 v = ATS_VISIBLE_NORMAL + 1; v < G_N_ELEMENTS(counts); v++) {
		if (2 * counts[v] > end - start)
			return v;
	}
	return ATS_VISIBLE_NORMAL;
}

static gboolean
is_unmapped(const AtsPdfChar *c)
{
	return c->raw || c->glyph.c == 0xfffd || g_unichar_iscntrl(c->glyph.c);
}

static void
set_pitch(const Words *self, guint start, guint end, AtsWord *word)
{
	g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(float));
	float pitch;
	guint letters = 0;

	for (guint i = start; i < end; i++) {
		letters += g_unichar_isalpha(char_at(self, i)->glyph.c) ? 1 : 0;
		if (i > start)
			g_array_append_val(gaps, g_array_index(self->gaps, float, i));
	}
	pitch = median(gaps);
	word->pitch = MAX(pitch, 0.f);
	word->letterspaced = letters >= 2 && pitch >= SPACED_GAP;
}

static void
set_flags(const Words *self, guint start, guint end, AtsWord *word)
{
	const AtsFont *font = ats_at(self->document->fonts, AtsFont, word->font);
	guint doubled = 0;

	word->bold = font->bold;
	word->italic = font->italic;
	word->draw = -1;
	for (guint i = start; i < end; i++) {
		const AtsPdfChar *c = char_at(self, i);
		word->box = ats_box_union(word->box, c->glyph.box);
		if (c->glyph.draw >= 0 && (word->draw < 0 || c->glyph.draw < word->draw))
			word->draw = c->glyph.draw;
		if (c->glyph.is_tail || ats_unichar_is_ligature(c->glyph.c))
			word->ligature = TRUE;
		word->unmapped = word->unmapped || is_unmapped(c);
		word->icon = word->icon || is_icon_char(self, c);
		doubled += c->doubled;
	}
	word->doubled = 2 * doubled > end - start;
	word->space_glyph = char_at(self, start)->drawn_space_before;
}

static const char *
text_of(const Words *self, guint start, guint end)
{
	g_autoptr(GString) text = g_string_sized_new(32);

	for (guint i = start; i < end; i++)
		g_string_append_unichar(text, char_at(self, i)->glyph.c);
	return ats_document_intern(self->document, text->str);
}

static void
add_word(Words *self, guint start, guint end)
{
	AtsDocument *doc = self->document;
	AtsWord word = {
	    .text = text_of(self, start, end),
	    .box = ATS_BOX_EMPTY,
	    .page = self->page,
	    .paragraph = G_MAXUINT32,
	    .first_glyph = doc->glyphs->len,
	    .n_glyphs = (guint16)(end - start),
	    .before = self->before,
	};

	set_majority(self, start, end, &word);
	set_pitch(self, start, end, &word);
	set_flags(self, start, end, &word);
	word.visibility = visibility_of(self, start, end);
	for (guint i = start; i < end; i++) {
		AtsGlyph glyph = char_at(self, i)->glyph;
		glyph.word = doc->words->len;
		g_array_append_val(doc->glyphs, glyph);
	}
	g_array_append_val(doc->words, word);
}

/* glued on: no space and no gap, only a change from pictogram to text */
static AtsBreak
break_before(const Words *self, guint i)
{
	const AtsPdfChar *a = char_at(self, i - 1);

	if (a->space || breaks_line(a, char_at(self, i)) ||
	    g_array_index(self->gaps, float, i) > SPACED_GAP)
		return ATS_BREAK_SPACE;
	return ATS_BREAK_NONE;
}

static void
add_line(Words *self, guint start, guint end)
{
	guint first = start;

	find_starts(self, start, end);
	for (guint i = start + 1; i <= end; i++) {
		/* n_glyphs is 16 bits wide */
		if (i < end && !g_array_index(self->starts, gboolean, i) && i - first < G_MAXUINT16)
			continue;
		add_word(self, first, i);
		if (i < end)
			self->before = break_before(self, i);
		first = i;
	}
}

/* --- blocks --- */

static AtsBox
line_box(const Words *self, guint start, guint end)
{
	AtsBox box = ATS_BOX_EMPTY;

	for (guint i = start; i < end; i++)
		box = ats_box_union(box, char_at(self, i)->glyph.box);
	return box;
}

/* the next line goes on with the block: right below, and under it */
static gboolean
continues(AtsBox a, AtsBox b)
{
	float height = MIN(ats_box_height(a), ats_box_height(b));
	float gap = b.y0 - a.y1;

	return gap > -.5f * height && gap < BLOCK_GAP * height && ats_box_overlap_x(a, b) > 0;
}

static guint
line_end(const GArray *chars, guint start)
{
	guint i = start;

	while (i + 1 < chars->len && !ats_at(chars, AtsPdfChar, i)->glyph.line_end)
		i++;
	return i + 1;
}

static void
mark_blocks(Words *self)
{
	AtsBox before = ATS_BOX_EMPTY;

	for (guint start = 0, end; start < self->chars->len; start = end) {
		AtsBox box;
		end = line_end(self->chars, start);
		box = line_box(self, start, end);
		if (start > 0 && !continues(before, box))
			char_at(self, start - 1)->glyph.block_end = TRUE;
		before = box;
	}
	if (self->chars->len > 0)
		char_at(self, self->chars->len - 1)->glyph.block_end = TRUE;
}

void
ats_pdf_make_words(AtsDocument *document, guint32 page, GArray *chars)
{
	g_autoptr(GArray) gaps = g_array_new(FALSE, TRUE, sizeof(float));
	g_autoptr(GArray) starts = g_array_new(FALSE, TRUE, sizeof(gboolean));
	Words self = {document, page, chars, gaps, starts, ATS_BREAK_PARAGRAPH};

	g_array_set_size(gaps, chars->len);
	g_array_set_size(starts, chars->len);
	mark_blocks(&self);
	for (guint start = 0, end; start < chars->len; start = end) {
		end = line_end(chars, start);
		add_line(&self, start, end);
		self.before = char_at(&self, end - 1)->glyph.block_end ? ATS_BREAK_PARAGRAPH
								       : ATS_BREAK_SPACE;
	}
}
