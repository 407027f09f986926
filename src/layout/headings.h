/*
 * What makes a line look like a section heading: rules and bars by it, space above it, style.
 * Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/layout.h"

/* sets rule_below, rule_above, rule_beside and filled of the lines of a page of a PDF */
void
ats_headings_mark_rules(AtsLayout *layout, const AtsDocument *document, guint page);

/* sets space_above, centred, heading and heading_strength of all lines */
void
ats_headings_grade(AtsLayout *layout, const AtsDocument *document);
