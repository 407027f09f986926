/*
 * The order in which the file draws its characters, with the lines and spaces of PDFBox: what
 * PDFBox and Apache Tika print as they come, and near to what pdf.js, MuPDF and pdftotext -raw do.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/family.h"
#include "readings/pdfbox.h"

static gint
compare_draw(gconstpointer a, gconstpointer b)
{
	const AtsGlyph *p = ((const AtsPosition *)a)->glyph;
	const AtsGlyph *q = ((const AtsPosition *)b)->glyph;

	if (p->draw != q->draw)
		return p->draw < q->draw ? -1 : 1;
	return p < q ? -1 : p > q;
}

void
ats_family_stream(AtsReading *reading, const AtsDocument *document)
{
	g_auto(AtsPrinter) printer = {NULL};

	ats_printer_init(&printer, reading, document);
	for (guint i = 0; i < document->pages->len; i++) {
		g_autoptr(GArray) positions =
		    ats_positions_new(document, ats_at(document->pages, AtsPage, i));
		g_array_sort(positions, compare_draw);
		ats_positions_print(positions, &printer, i == 0 ? ATS_BREAK_NONE : ATS_BREAK_PAGE);
	}
}
