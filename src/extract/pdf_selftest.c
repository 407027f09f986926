/*
 * Asks once whether the drawing calls of this program reach poppler's: renders a tiny page and
 * looks for the square on it. For pdf.c.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "extract/pdf.h"

/* one filled square, since text would ask for a font; no xref table is needed when the trailer
 * names the root */
static const char tiny_pdf[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 50 50]/Contents 4 0 R>>endobj\n"
    "4 0 obj<</Length 17>>stream\n"
    "9 9 20 20 re f   \n"
    "endstream endobj\n"
    "trailer<</Root 1 0 R/Size 5>>\n";

gboolean
ats_pdf_draw_works(void)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(tiny_pdf, sizeof tiny_pdf - 1);
	g_autoptr(AtsPopplerDocument) pdf = poppler_document_new_from_bytes(bytes, NULL, NULL);
	g_autoptr(AtsPopplerPage) page = pdf != NULL ? poppler_document_get_page(pdf, 0) : NULL;
	g_autoptr(AtsPdfDraw) draw = NULL;

	if (page == NULL)
		return FALSE;
	draw = ats_pdf_draw_begin((AtsBox){0, 0, 50, 50});
	poppler_page_render(page, draw->context);
	ats_pdf_draw_end(draw);
	return draw->shapes->len == 1;
}
