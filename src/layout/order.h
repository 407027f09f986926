/*
 * The order in which a person reads the text of one area. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/columns.h"

/* appends the lines of the area to the layout, in the region that was added last */
void
ats_order_area(AtsLayout *layout, const AtsPageText *text, const AtsArea *area);
