/*
 * The sections of a DOCX, found before its text is read: page geometry, columns, and which headers
 * and footers they show. For the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/docx_xml.h"
#include "model/document.h"

typedef struct {
	char *id; /* relationship */
	gboolean footer;
	gboolean visible; /* some page shows it */
	gboolean running; /* on every page, or every other, rather than on a section's first */
} AtsDocxRunning;

/**
 * ats_docx_sections_read:
 * @xml: the main part, from its start
 * @even_and_odd: the settings tell even pages from odd ones
 * @document: (inout): its sections and its one page are filled
 *
 * Returns: (transfer full): of AtsDocxRunning, first-page ones before running ones, each
 * relationship once
 */
GPtrArray *
ats_docx_sections_read(AtsXml *xml, gboolean even_and_odd, AtsDocument *document);
