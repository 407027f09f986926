/*
 * Running headers and footers, page numbers: what stands at the same edge of several pages. Private
 * to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/page.h"

typedef enum {
	ATS_FURNITURE_NONE,
	ATS_FURNITURE_HEADER,
	ATS_FURNITURE_FOOTER,
} AtsFurniture;

/**
 * ats_furniture_find:
 * @pages: (element-type AtsPageText): all pages of the document
 *
 * Returns: (transfer full) (element-type GArray of guint8): for each page, an AtsFurniture for each
 * row
 */
GPtrArray *
ats_furniture_find(const GPtrArray *pages);
