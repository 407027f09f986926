/*
 * Labels that hang in a margin beside what they belong to: dates, section titles, field names.
 * Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/gutters.h"

/**
 * ats_margins_find:
 * @set: the text of one area
 * @known: (inout) (element-type float): edges of text beside margins on the pages so far; weaker
 * evidence is enough there. Those found are appended
 *
 * Returns: (transfer full) (nullable) (element-type guint8): for each segment of the set, whether
 * it is such a label; NULL if the area has none
 */
GArray *
ats_margins_find(const AtsSegmentSet *set, GArray *known);
