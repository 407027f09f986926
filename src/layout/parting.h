/*
 * Which gutters part columns, and which is the strongest of them. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/gutters.h"

/**
 * ats_gutters_find_parting:
 * @known: (element-type AtsGutter): gutters between columns so far; weaker evidence is enough where
 * there is the same one
 * @best: (out): of the gutters that part columns, the one with text on both sides for the greatest
 * height; of equals, the widest
 *
 * Returns: FALSE if none does
 */
gboolean
ats_gutters_find_parting(const AtsSegmentSet *set, const GArray *known, AtsGutter *best);

/* the ground behind one of the sides; its width is that of the column. NULL if there is none */
const AtsBox *
ats_side_ground(const AtsPageText *text, const AtsSide *side, const AtsSide *other);

gboolean
ats_gutter_is_on_right(const AtsGutter *gutter, const AtsSegment *segment);
