/*
 * A place in a document.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/macros.h>

G_BEGIN_DECLS

/**
 * AtscheckLocation:
 *
 * A page and, where it is known, a rectangle on it. Immutable.
 */
typedef struct _AtscheckLocation AtscheckLocation;

#define ATSCHECK_TYPE_LOCATION (atscheck_location_get_type())
ATSCHECK_API GType
atscheck_location_get_type(void);

ATSCHECK_API AtscheckLocation *
atscheck_location_copy(const AtscheckLocation *self);

ATSCHECK_API void
atscheck_location_free(AtscheckLocation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtscheckLocation, atscheck_location_free)

/**
 * atscheck_location_get_page:
 *
 * Returns: the page's number, from 1
 */
ATSCHECK_API guint
atscheck_location_get_page(const AtscheckLocation *self);

/**
 * atscheck_location_get_box:
 * @x0: (out) (optional): left
 * @y0: (out) (optional): top
 * @x1: (out) (optional): right
 * @y1: (out) (optional): bottom
 *
 * In points (1/72 inch) from the page's top left corner, y down.
 *
 * Returns: whether a box is known; if not, all four are 0
 */
ATSCHECK_API gboolean
atscheck_location_get_box(const AtscheckLocation *self,
			  double *x0,
			  double *y0,
			  double *x1,
			  double *y1);

G_END_DECLS
