/*
 * Text that runs upwards, downwards or askew: a name or section titles along the edge of a page.
 * Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/page.h"

/**
 * ats_page_text_add_turned:
 * @turned: (element-type guint32): indices in AtsDocument.words
 *
 * Appends the words and their segments to the page, after those in rows.
 */
void
ats_page_text_add_turned(AtsPageText *self, GArray *turned);
