/*
 * Typography of words and segments: which style is the body's, what stands out from it. Private to
 * src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/page.h"

/* sets em and colour from the page's words */
void
ats_page_text_find_body(AtsPageText *self);

/* sets all of the segment but its place in the rows, from its words */
void
ats_segment_measure(const AtsPageText *self, AtsSegment *segment);

/* where its text begins: after a bullet, if it has one */
float
ats_segment_text_edge(const AtsPageText *self, const AtsSegment *segment);

/* sets what segments are beside their neighbours: wraps, stands_out */
void
ats_page_text_mark_styles(AtsPageText *self);

/* two segments look alike: size, weight, slant, capitals, colour */
gboolean
ats_segment_same_style(const AtsSegment *a, const AtsSegment *b);

/* a number that same styles share */
guint32
ats_segment_style_key(const AtsSegment *segment);
