/*
 * Cuts a page's text into areas: columns, sidebars, and what stands across them, in the order in
 * which a person reads them. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/gutters.h"
#include "model/layout.h"

/**
 * AtsArea: text that is read from top to bottom
 */
typedef struct {
	AtsRegionKind kind; /* MAIN, COLUMN, SIDEBAR, HEADER or FOOTER */
	AtsSegmentSet *set;
	GArray *turned; /* of guint32: segments of text that runs otherwise, read with it; may be
			   NULL */
	AtsBox box;
} AtsArea;

void
ats_area_free(AtsArea *area);

/**
 * ats_columns_find:
 * @text: the page
 * @segments: (transfer full) (element-type guint32): those of them to look at, in the order of the
 * page
 * @known: (inout) (element-type AtsGutter): gutters between columns of the pages so far; weaker
 * evidence is enough where another page has the same one. Those found are appended
 *
 * Returns: (transfer full) (element-type AtsArea): in reading order
 */
GPtrArray *
ats_columns_find(const AtsPageText *text, GArray *segments, GArray *known);
