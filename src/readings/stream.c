/*
 * The order in which the file draws its characters, with the lines and spaces of PDFBox: what
 * PDFBox and Apache Tika print as they come, and near to what pdf.js, MuPDF and pdftotext -raw do.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/family.h"
#include "readings/pdfbox.h"

/* a glyph that is not drawn keeps its place behind the glyph that it follows in the text */
static void
settle_order(GArray *positions)
{
	gint32 last = -1;

	for (guint i = 0; i < positions->len; i++) {
		AtsPosition *p = ats_at(positions, AtsPosition, i);
		p->draw = p->glyph->draw >= 0 ? p->glyph->draw : last;
		last = p->draw;
	}
}

static gint
compare_draw(gconstpointer a, gconstpointer b)
{
	const AtsPosition *p = a;
	const AtsPosition *q = b;

	if (p->draw != q->draw)
		return p->draw < q->draw ? -1 : 1;
	return p->glyph < q->glyph ? -1 : p->glyph > q->glyph;
}

void
ats_family_stream(AtsReading *reading, const AtsDocument *document)
{
	g_auto(AtsPrinter) printer = {NULL};

	ats_printer_init(&printer, reading, document);
	for (guint i = 0; i < document->pages->len; i++) {
		const AtsPage *page = ats_at(document->pages, AtsPage, i);
		g_autoptr(GArray) positions = ats_positions_new(document, page);
		settle_order(positions);
		g_array_sort(positions, compare_draw);
		ats_positions_print(positions, &printer, i == 0 ? ATS_BREAK_NONE : ATS_BREAK_PAGE);
	}
}
