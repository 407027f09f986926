/*
 * Flows: which regions are read one after the other, over columns and pages. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/columns.h"

/* appends the area's region, in the flow that it continues */
void
ats_flows_add_region(AtsLayout *layout, guint page, const AtsArea *area);

/* sets n_columns */
void
ats_flows_count(AtsLayout *layout);
