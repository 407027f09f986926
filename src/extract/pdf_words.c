/*
 * Makes words of a page's characters, each with what most of its characters have, and marks where
 * blocks end. For the PDF files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_text.h"

#include <math.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"

/* as a share of the line's height: a gap below it that ends a block */
#define BLOCK_GAP 0.7f

typedef struct {
	AtsDocument *document;
	guint32 page;
	GArray *chars;
	GArray *gaps;  /* of float: of the word that is being made */
	guint8 before; /* AtsBreak of the next word */
} Words;

static AtsPdfChar *
char_at(const Words *self, guint i)
{
	return ats_at(self->chars, AtsPdfChar, i);
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
	float pitch;
	guint letters = 0;

	g_array_set_size(self->gaps, 0);
	for (guint i = start; i < end; i++) {
		letters += g_unichar_isalpha(char_at(self, i)->glyph.c) ? 1 : 0;
		if (i > start)
			g_array_append_val(self->gaps, char_at(self, i)->gap);
	}
	pitch = ats_pdf_median(self->gaps);
	word->pitch = MAX(pitch, 0.f);
	word->letterspaced = letters >= 2 && pitch >= ATS_PDF_SPACED_GAP;
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
		word->icon = word->icon || c->icon;
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
		ats_string_append(text, char_at(self, i)->glyph.c);
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
	g_array_set_size(doc->glyphs, word.first_glyph + word.n_glyphs);
	for (guint i = start; i < end; i++) {
		AtsGlyph *glyph = ats_at(doc->glyphs, AtsGlyph, word.first_glyph + i - start);
		*glyph = char_at(self, i)->glyph;
		glyph->word = doc->words->len;
	}
	g_array_append_val(doc->words, word);
}

/* glued on: no space and no gap, only a change from pictogram to text */
static AtsBreak
break_before(const Words *self, guint i)
{
	const AtsPdfChar *a = char_at(self, i - 1);

	if (a->space || ats_pdf_breaks_line(a, char_at(self, i)) ||
	    char_at(self, i)->gap > ATS_PDF_SPACED_GAP)
		return ATS_BREAK_SPACE;
	return ATS_BREAK_NONE;
}

static void
add_line(Words *self, guint start, guint end)
{
	guint first = start;

	ats_pdf_find_words(self->chars, start, end, self->document->fonts);
	for (guint i = start + 1; i <= end; i++) {
		/* n_glyphs is 16 bits wide */
		if (i < end && !char_at(self, i)->starts_word && i - first < G_MAXUINT16)
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
	g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(float));
	Words self = {document, page, chars, gaps, ATS_BREAK_PARAGRAPH};

	mark_blocks(&self);
	ats_pdf_mark_guessed_spaces(chars);
	for (guint start = 0, end; start < chars->len; start = end) {
		end = line_end(chars, start);
		add_line(&self, start, end);
		self.before = char_at(&self, end - 1)->glyph.block_end ? ATS_BREAK_PARAGRAPH
								       : ATS_BREAK_SPACE;
	}
}
