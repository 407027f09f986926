/*
 * Makes what poppler makes once and for all documents, and keeps it: its tables of encodings and
 * glyph names go with the last document that is closed, and are a quarter of a small document's
 * cost. So one tiny document is opened and never closed. For the PDF worker.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include <poppler.h>
#include <string.h>

#include "extract/extract.h"

/* A page with a few words, in a font whose every glyph is a box that the file itself draws: no font
 * of the system is looked for, whose search takes longer than all the rest. It has no table of
 * places, and is read all the same. */
static const char sample[] =
    "%PDF-1.4\n"
    "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 6 0 R\n"
    "/Resources << /Font << /F 4 0 R >> >> >>\nendobj\n"
    "4 0 obj\n<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000]\n"
    "/FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /b 5 0 R >>\n"
    "/Encoding << /Differences [32 /space /b /b /b /b /b /b /b /b /b /b /b /b /b /b /b /b /b /b\n"
    "/b /b /b /b /b /b /b /b /b /b /b /b /b] >>\n"
    "/FirstChar 65 /LastChar 66 /Widths [500 500] /ToUnicode 7 0 R >>\nendobj\n"
    "5 0 obj\n<< /Length 36 >>\nstream\n500 0 0 0 400 700 d1 0 0 400 700 re f\nendstream\nendobj\n"
    "6 0 obj\n<< /Length 160 >>\nstream\n"
    "BT /F 14 Tf 72 720 Td (AB BA) Tj 0 -20 Td (ABAB) Tj /F 10 Tf 0 -20 Td (AA BB AB) Tj\n"
    "0 -12 Td (BA) Tj ET 72 600 100 1 re f 0 0 1 rg 72 500 m 90 500 l S\n"
    "endstream\nendobj\n"
    "7 0 obj\n<< /Length 200 >>\nstream\n"
    "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff>\n"
    "endcodespacerange 2 beginbfchar <41> <0041> <42> <0062> endbfchar endcmap end\n"
    "endstream\nendobj\n"
    "trailer\n<< /Root 1 0 R /Size 8 >>\n%%EOF\n";

GBytes *
ats_extract_pdf_warm_up(void)
{
	GBytes *bytes = g_bytes_new_static(sample, strlen(sample));

	/* kept on purpose; without it all works, and takes longer */
	(void)poppler_document_new_from_bytes(bytes, NULL, NULL);
	return bytes;
}
