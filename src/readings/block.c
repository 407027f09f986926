/*
 * Poppler's own blocks, one after the other: what pdftotext prints as it comes, and other programs
 * on poppler. A word that is hyphenated at a line's end is joined again.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/blocks.h"
#include "readings/family.h"

#include <math.h>

/* em; a gap that poppler takes for the end of a word */
#define WORD_GAP 0.1f
/* letter sizes along the baseline and across it; poppler has no line that leaps farther */
#define LEAP_ALONG   1.5f
#define LEAP_ACROSS  0.5f
#define NO_CHARACTER 0xFFFD

static gboolean
is_apart(const AtsDocument *document, const AtsGlyph *last, const AtsGlyph *glyph)
{
	const AtsWord *word = ats_at(document->words, AtsWord, glyph->word);
	AtsBox a = last->box;
	AtsBox b = glyph->box;

	if (last->gap_after)
		return TRUE;
	if (last->word == glyph->word)
		return FALSE;
	if (last->space_after || word->before != ATS_BREAK_NONE)
		return TRUE;
	return ats_box_overlap_x(a, b) < -WORD_GAP * word->size ||
	       ats_box_overlap_y(a, b) < -WORD_GAP * word->size;
}

gboolean
ats_block_holds(const AtsDocument *document, const AtsGlyph *glyph)
{
	return ats_at(document->words, AtsWord, glyph->word)->visibility != ATS_VISIBLE_OFF_PAGE &&
	       (glyph->c != NO_CHARACTER || glyph->has_unicode);
}

/* where poppler goes on in another block of the same row it does not say so */
static gboolean
leaps(const AtsDocument *document, const AtsGlyph *last, const AtsGlyph *glyph)
{
	const AtsWord *word = ats_at(document->words, AtsWord, glyph->word);
	gboolean upright = word->rotation % 180 == 0;
	float across = upright ? glyph->y - last->y : glyph->x - last->x;
	float gap = upright ? ats_box_overlap_x(last->box, glyph->box)
			    : ats_box_overlap_y(last->box, glyph->box);

	return last->word != glyph->word &&
	       (fabsf(across) > LEAP_ACROSS * word->size || gap < -LEAP_ALONG * word->size);
}

AtsBreak
ats_block_break(const AtsDocument *document, const AtsGlyph *last, const AtsGlyph *glyph)
{
	if (last->block_end)
		return ATS_BREAK_PARAGRAPH;
	if (last->line_end || leaps(document, last, glyph))
		return ATS_BREAK_LINE;
	return is_apart(document, last, glyph) ? ATS_BREAK_SPACE : ATS_BREAK_NONE;
}

static void
print_page(AtsPrinter *printer, const AtsPage *page, AtsBreak before)
{
	const AtsGlyph *last = NULL;

	for (guint i = 0; i < page->n_glyphs; i++) {
		const AtsGlyph *glyph =
		    ats_at(printer->document->glyphs, AtsGlyph, page->first_glyph + i);
		AtsBreak parted;
		if (!ats_block_holds(printer->document, glyph))
			continue;
		parted = last == NULL ? before : ats_block_break(printer->document, last, glyph);
		if (last != NULL && parted >= ATS_BREAK_LINE && ats_printer_take_back(printer, '-'))
			parted = ATS_BREAK_NONE;
		ats_printer_put(printer, glyph->word, glyph->c, parted);
		last = glyph;
	}
}

void
ats_family_block(AtsReading *reading, const AtsDocument *document)
{
	g_auto(AtsPrinter) printer = {NULL};

	ats_printer_init(&printer, reading, document);
	for (guint i = 0; i < document->pages->len; i++)
		print_page(&printer,
			   ats_at(document->pages, AtsPage, i),
			   i == 0 ? ATS_BREAK_NONE : ATS_BREAK_PAGE);
}
