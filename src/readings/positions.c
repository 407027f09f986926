/*
 * A page's characters as parsers take them from its drawing: one position for each glyph that is
 * drawn, spaces too.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/positions.h"

#include <math.h>

/* em; PDFBox takes the least of a font's capital height, half its box, and half its ascent and
   descent for the height of its letters: 0.58 to 0.69 for nine tenths of the letters of 241 resumes
 */
#define LETTER_HEIGHT 0.63f
/* em; a usual one */
#define SPACE_WIDTH 0.25f
/* letters; a glyph that stands for more is no ligature but a picture for which the file names a
 * text */
#define LONGEST_LIGATURE 3
#define UNKNOWN		 0xFFFD
/* share of its width within which a letter drawn again is a copy: fake bold, a shadow */
#define COPY_SHARE (1.f / 3)

typedef struct {
	const AtsDocument *document;
	const AtsPage *page;
	AtsCopies copies;
	GArray *positions; /* of AtsPosition; longer than @n until they are all there */
	guint n;
	guint32 *of_glyph; /* of each glyph of the page: index + 1 of its position */
	guint32 word;	   /* of the last letter */
	guint16 font;	   /* likewise */
} AtsPositioner;

static const AtsGlyph *
glyph_at(const AtsPositioner *self, guint i)
{
	return ats_at(self->document->glyphs, AtsGlyph, self->page->first_glyph + i);
}

static const AtsWord *
word_of(const AtsPositioner *self, const AtsGlyph *glyph)
{
	return ats_at(self->document->words, AtsWord, glyph->word);
}

/* the letter and those that share its glyph, no more than tell that it is no ligature */
static guint
count_letters(const AtsPositioner *self, guint i)
{
	guint n = 1;

	while (n <= LONGEST_LIGATURE && i + n < self->page->n_glyphs &&
	       glyph_at(self, i + n)->is_tail)
		n++;
	return n;
}

/* points, along the writing direction */
static float
length_of(const AtsGlyph *glyph, guint n, gint16 rotation)
{
	AtsBox box = ats_box_union(glyph->box, glyph[n - 1].box);

	return rotation % 180 == 0 ? ats_box_width(box) : ats_box_height(box);
}

static void
append(AtsPositioner *self, AtsPosition *p)
{
	p->place = self->n;
	*ats_at(self->positions, AtsPosition, self->n++) = *p;
}

/* ---- drawn glyphs ---- */

/* what the font says; where it says nothing, the letters of the text */
static void
set_letters(const AtsPositioner *self, AtsPosition *p, const AtsDrawn *drawn, guint i)
{
	guint n = count_letters(self, i);

	if (drawn->c == 0 && n <= LONGEST_LIGATURE) {
		p->glyph = glyph_at(self, i);
		p->n_glyphs = n;
	} else if (drawn->c == 0) {
		p->c = UNKNOWN;
	}
	if (drawn->advance <= 0)
		p->width = length_of(glyph_at(self, i), n, drawn->rotation);
}

static gboolean
is_copy(const AtsPositioner *self, const AtsPosition *p, guint i)
{
	const AtsPosition *first;
	float slack = COPY_SHARE * p->width;

	if (self->of_glyph[i] == 0)
		return FALSE;
	first = ats_at(self->positions, AtsPosition, self->of_glyph[i] - 1);
	return fabsf(p->x - first->x) < slack && fabsf(p->y - first->y) < slack;
}

static AtsPosition
position_of_drawn(const AtsPositioner *self, const AtsDrawn *drawn)
{
	return (AtsPosition){
	    .c = drawn->c != 0 ? drawn->c : ' ',
	    .text = drawn->text,
	    .word = self->word,
	    .draw = drawn->draw,
	    .x = drawn->x,
	    .y = drawn->y,
	    .width = drawn->advance > 0 ? drawn->advance : SPACE_WIDTH * drawn->size,
	    .height = LETTER_HEIGHT * drawn->size,
	    .size = drawn->size,
	    .font = self->font,
	    .rotation = drawn->rotation,
	};
}

static void
add_letter(AtsPositioner *self, const AtsDrawn *drawn, guint i)
{
	AtsPosition p = position_of_drawn(self, drawn);

	p.word = self->word = glyph_at(self, i)->word;
	p.font = self->font = ats_at(self->document->words, AtsWord, p.word)->font;
	set_letters(self, &p, drawn, i);
	if (self->copies == ATS_COPIES_DROPPED && is_copy(self, &p, i))
		return;
	append(self, &p);
	self->of_glyph[i] = self->n;
}

/* a space, or a letter that poppler has no text for */
static void
add_other(AtsPositioner *self, const AtsDrawn *drawn)
{
	AtsPosition p = position_of_drawn(self, drawn);

	append(self, &p);
}

static void
add_drawn(AtsPositioner *self, const AtsDrawn *drawn)
{
	guint32 i = drawn->glyph - self->page->first_glyph;

	if (drawn->silent)
		return;
	if (drawn->glyph >= self->page->first_glyph && i < self->page->n_glyphs)
		add_letter(self, drawn, i);
	else
		add_other(self, drawn);
}

/* ---- text that is not drawn: invisible, or out of the clip ---- */

static void
add_undrawn(AtsPositioner *self, guint i, gint32 draw)
{
	const AtsGlyph *glyph = glyph_at(self, i);
	const AtsWord *word = word_of(self, glyph);
	AtsPosition p = {
	    .glyph = glyph,
	    .n_glyphs = count_letters(self, i),
	    .word = glyph->word,
	    .draw = draw,
	    .x = glyph->x,
	    .y = glyph->y,
	    .height = LETTER_HEIGHT * word->size,
	    .size = word->size,
	    .font = word->font,
	    .rotation = word->rotation,
	};

	p.width = length_of(glyph, p.n_glyphs, p.rotation);
	p.parted =
	    self->page->first_glyph + i == word->first_glyph && word->before != ATS_BREAK_NONE;
	append(self, &p);
}

static gint
compare_draw(gconstpointer a, gconstpointer b)
{
	const AtsPosition *p = a;
	const AtsPosition *q = b;

	if (p->draw != q->draw)
		return p->draw < q->draw ? -1 : 1;
	return p->place < q->place ? -1 : p->place > q->place;
}

/* each keeps its place behind the glyph that it follows in the text */
static void
add_all_undrawn(AtsPositioner *self)
{
	guint n_drawn = self->n;
	gint32 last = -1;

	for (guint i = 0; i < self->page->n_glyphs; i++) {
		const AtsGlyph *glyph = glyph_at(self, i);
		last = glyph->draw >= 0 ? glyph->draw : last;
		/* of a word that is drawn, the letters without a glyph are of a text put in the
		 * glyphs' place */
		if (word_of(self, glyph)->draw < 0 && !glyph->is_tail)
			add_undrawn(self, i, last);
	}
	g_array_set_size(self->positions, self->n);
	if (self->n > n_drawn)
		g_array_sort(self->positions, compare_draw);
}

GArray *
ats_positions_new(const AtsDocument *document, const AtsPage *page, AtsCopies copies)
{
	g_autofree guint32 *of_glyph = g_new0(guint32, page->n_glyphs + 1);
	AtsPositioner self = {
	    .document = document,
	    .page = page,
	    .copies = copies,
	    .positions = g_array_new(FALSE, FALSE, sizeof(AtsPosition)),
	    .of_glyph = of_glyph,
	    .word = ATS_NO_WORD,
	};

	g_array_set_size(self.positions, page->n_drawn + page->n_glyphs);
	for (guint i = 0; i < page->n_drawn; i++)
		add_drawn(&self, ats_at(document->drawn, AtsDrawn, page->first_drawn + i));
	add_all_undrawn(&self);
	return self.positions;
}
