/*
 * The order in which the file draws its characters, with the lines and spaces of PDFBox: what
 * PDFBox and Apache Tika print as they come, and near to what pdf.js, MuPDF and pdftotext -raw do.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/family.h"
#include "readings/pdfbox.h"

/* turned text has no width, since only the way to the right counts as such */
static void
flatten(GArray *positions)
{
	for (guint i = 0; i < positions->len; i++) {
		AtsPosition *p = ats_at(positions, AtsPosition, i);
		if (p->rotation % 180 != 0)
			p->width = 0;
	}
}

void
ats_family_stream(AtsReading *reading, const AtsDocument *document)
{
	g_auto(AtsPrinter) printer = {NULL};

	ats_printer_init(&printer, reading, document);
	for (guint i = 0; i < document->pages->len; i++) {
		const AtsPage *page = ats_at(document->pages, AtsPage, i);
		g_autoptr(GArray) positions = ats_positions_new(document, page, ATS_COPIES_DROPPED);
		flatten(positions);
		ats_pdfbox_print(positions, &printer, i == 0 ? ATS_BREAK_NONE : ATS_BREAK_PAGE);
	}
}
