/*
 * Which gutters part a block of text in columns. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/gutters.h"

/* whether the gutter, whose sides are measured, parts a block that is read column by column */
gboolean
ats_gutter_parts_list(const AtsSegmentSet *set, const AtsGutter *gutter);
