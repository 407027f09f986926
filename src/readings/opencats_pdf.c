/*
 * Poppler's lines set out in rows: what OpenCATS, which runs pdftotext -layout, makes of a PDF. A
 * word that is hyphenated at a line's end stays parted.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/blocks.h"
#include "readings/family.h"

#include <math.h>

/* share of the letter size within which baselines make one row: maxIntraLineDelta */
#define ROW_SLACK 0.5f
/* points; tops nearer than this are one */
#define SAME_TOP 0.01f

/**
 * AtsPiece: a line of poppler's, which is part of a row
 */
typedef struct {
	AtsBox box;	    /* points */
	float base;	    /* points: the baseline; of turned text, its distance from the left */
	float size;	    /* points: of its first word */
	guint32 first, end; /* glyphs */
} AtsPiece;

static AtsPiece
piece_from(const AtsDocument *document, guint32 i)
{
	const AtsGlyph *glyph = ats_at(document->glyphs, AtsGlyph, i);
	const AtsWord *word = ats_at(document->words, AtsWord, glyph->word);

	return (AtsPiece){
	    .box = glyph->box,
	    .base = word->rotation % 180 == 0 ? glyph->y : glyph->x,
	    .size = word->size,
	    .first = i,
	    .end = i + 1,
	};
}

/* (element-type AtsPiece): free with g_array_unref */
static GArray *
pieces_of_page(const AtsDocument *document, const AtsPage *page)
{
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(AtsPiece));
	const AtsGlyph *last = NULL;

	for (guint32 i = page->first_glyph; i < page->first_glyph + page->n_glyphs; i++) {
		const AtsGlyph *glyph = ats_at(document->glyphs, AtsGlyph, i);
		AtsPiece *piece;
		if (!ats_block_holds(document, glyph))
			continue;
		if (last == NULL || ats_block_break(document, last, glyph) >= ATS_BREAK_LINE) {
			AtsPiece begun = piece_from(document, i);
			g_array_append_val(pieces, begun);
		}
		piece = ats_at(pieces, AtsPiece, pieces->len - 1);
		piece->box = ats_box_union(piece->box, glyph->box);
		piece->end = i + 1;
		last = glyph;
	}
	return pieces;
}

static gint
compare_floats(float a, float b)
{
	return a < b ? -1 : a > b;
}

static gint
compare_tops(gconstpointer a, gconstpointer b)
{
	const AtsPiece *p = a;
	const AtsPiece *q = b;

	return fabsf(p->box.y0 - q->box.y0) < SAME_TOP ? compare_floats(p->box.x0, q->box.x0)
						       : compare_floats(p->box.y0, q->box.y0);
}

static gint
compare_in_row(gconstpointer a, gconstpointer b)
{
	const AtsPiece *p = a;
	const AtsPiece *q = b;

	return ats_box_overlap_x(p->box, q->box) > 0 ? compare_floats(p->box.y0, q->box.y0)
						     : compare_floats(p->box.x0, q->box.x0);
}

static gboolean
share_row(const AtsPiece *first, const AtsPiece *piece)
{
	return fabsf(piece->base - first->base) < ROW_SLACK * first->size;
}

/* sorts the pieces of each row from left to right */
static void
set_out_rows(GArray *pieces)
{
	guint end;

	g_array_sort(pieces, compare_tops);
	for (guint i = 0; i < pieces->len; i = end) {
		const AtsPiece *first = ats_at(pieces, AtsPiece, i);
		for (end = i + 1; end < pieces->len; end++) {
			if (!share_row(first, ats_at(pieces, AtsPiece, end)))
				break;
		}
		qsort(ats_at(pieces, AtsPiece, i), end - i, sizeof(AtsPiece), compare_in_row);
	}
}

static AtsBreak
break_before(const GArray *pieces, guint i, AtsBreak before)
{
	const AtsPiece *piece = ats_at(pieces, AtsPiece, i);
	const AtsPiece *last;

	if (i == 0)
		return before;
	last = ats_at(pieces, AtsPiece, i - 1);
	if (!share_row(last, piece) || piece->box.x0 < last->box.x1)
		return ATS_BREAK_LINE;
	return ATS_BREAK_TAB; /* as many spaces as it takes to keep columns apart */
}

static void
print_piece(AtsPrinter *printer, const AtsPiece *piece, AtsBreak before)
{
	const AtsGlyph *last = NULL;

	for (guint32 i = piece->first; i < piece->end; i++) {
		const AtsGlyph *glyph = ats_at(printer->document->glyphs, AtsGlyph, i);
		if (!ats_block_holds(printer->document, glyph))
			continue;
		ats_printer_put(printer,
				glyph->word,
				glyph->c,
				last == NULL ? before
					     : ats_block_break(printer->document, last, glyph));
		last = glyph;
	}
}

void
ats_family_opencats_pdf(AtsReading *reading, const AtsDocument *document)
{
	g_auto(AtsPrinter) printer = {NULL};

	ats_printer_init(&printer, reading, document);
	for (guint i = 0; i < document->pages->len; i++) {
		g_autoptr(GArray) pieces =
		    pieces_of_page(document, ats_at(document->pages, AtsPage, i));
		set_out_rows(pieces);
		for (guint j = 0; j < pieces->len; j++)
			print_piece(
			    &printer,
			    ats_at(pieces, AtsPiece, j),
			    break_before(pieces, j, i == 0 ? ATS_BREAK_NONE : ATS_BREAK_PAGE));
	}
}
