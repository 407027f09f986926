/*
 * Puts lines and blocks into the Layout: from segments in human order to AtsLine, AtsBlock and
 * tokens. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/page.h"
#include "model/layout.h"

/**
 * ats_build_line:
 * @segments: (element-type guint32): segments of one row, left to right
 *
 * Appends a line of these words, in the region that was added last: add MARGIN, BLOCK and TABLE
 * regions after their lines.
 *
 * Returns: (transfer none): the line, until the next is appended
 */
AtsLine *
ats_build_line(AtsLayout *layout, const AtsPageText *text, const GArray *segments);

/* cuts all lines into blocks, and states the breaks between tokens */
void
ats_build_blocks(AtsLayout *layout, const AtsDocument *document);
