/*
 * Boxes on a page and the few sums that every room needs on them. For all rooms.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * AtsBox:
 *
 * A rectangle in points, the origin at the top left of the page's crop box, y down. A box with x1 < x0 or y1 < y0
 * is empty; a word of a DOCX has the all-zero box, since a DOCX states no places.
 */
typedef struct {
	float x0, y0, x1, y1;
} AtsBox;

/* grown by any union, and by nothing else: the start value of a loop of unions */
#define ATS_BOX_EMPTY ((AtsBox){G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT})

static inline float
ats_box_width(AtsBox b)
{
	return MAX(b.x1 - b.x0, 0.f);
}

static inline float
ats_box_height(AtsBox b)
{
	return MAX(b.y1 - b.y0, 0.f);
}

static inline float
ats_box_area(AtsBox b)
{
	return ats_box_width(b) * ats_box_height(b);
}

static inline gboolean
ats_box_is_empty(AtsBox b)
{
	return b.x1 <= b.x0 || b.y1 <= b.y0;
}

static inline AtsBox
ats_box_union(AtsBox a, AtsBox b)
{
	return (AtsBox){MIN(a.x0, b.x0), MIN(a.y0, b.y0), MAX(a.x1, b.x1), MAX(a.y1, b.y1)};
}

static inline AtsBox
ats_box_intersect(AtsBox a, AtsBox b)
{
	return (AtsBox){MAX(a.x0, b.x0), MAX(a.y0, b.y0), MIN(a.x1, b.x1), MIN(a.y1, b.y1)};
}

static inline AtsBox
ats_box_grow(AtsBox b, float by)
{
	return (AtsBox){b.x0 - by, b.y0 - by, b.x1 + by, b.y1 + by};
}

/* length that two boxes share on an axis, points; negative: the gap between them */
static inline float
ats_box_overlap_x(AtsBox a, AtsBox b)
{
	return MIN(a.x1, b.x1) - MAX(a.x0, b.x0);
}

static inline float
ats_box_overlap_y(AtsBox a, AtsBox b)
{
	return MIN(a.y1, b.y1) - MAX(a.y0, b.y0);
}

static inline gboolean
ats_box_contains(AtsBox outer, AtsBox inner)
{
	return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

static inline gboolean
ats_box_contains_point(AtsBox b, float x, float y)
{
	return x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1;
}
