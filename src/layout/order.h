/*
 * The order in which a person reads the text of one area. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/columns.h"

/**
 * ats_order_area:
 * @tables: (element-type AtsGrid): the page's ruled tables
 * @known: (inout) (element-type float): see ats_margins_find
 *
 * Appends the lines of the area to the layout, in the region that was added last; then the regions
 * that lie over them.
 */
void
ats_order_area(AtsLayout *layout,
	       const AtsPageText *text,
	       const AtsArea *area,
	       const GPtrArray *tables,
	       GArray *known);
