/*
 * A place in a document.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/private.h"

struct _AtscheckLocation {
	guint page;
	AtsBox box;
};

G_DEFINE_BOXED_TYPE(AtscheckLocation,
		    atscheck_location,
		    atscheck_location_copy,
		    atscheck_location_free)

AtscheckLocation *
atscheck_location_new(guint page, AtsBox box)
{
	AtscheckLocation *self;

	if (page == 0)
		return NULL;
	self = g_new0(AtscheckLocation, 1);
	self->page = page;
	self->box = box;
	return self;
}

AtscheckLocation *
atscheck_location_copy(const AtscheckLocation *self)
{
	return g_memdup2(self, sizeof(*self));
}

void
atscheck_location_free(AtscheckLocation *self)
{
	g_free(self);
}

guint
atscheck_location_get_page(const AtscheckLocation *self)
{
	g_return_val_if_fail(self != NULL, 0);
	return self->page;
}

static void
put(double *where, double value)
{
	if (where != NULL)
		*where = value;
}

gboolean
atscheck_location_get_box(const AtscheckLocation *self,
			  double *x0,
			  double *y0,
			  double *x1,
			  double *y1)
{
	gboolean known;

	g_return_val_if_fail(self != NULL, FALSE);
	known = !ats_box_is_empty(self->box);
	put(x0, known ? self->box.x0 : 0);
	put(y0, known ? self->box.y0 : 0);
	put(x1, known ? self->box.x1 : 0);
	put(y1, known ? self->box.y1 : 0);
	return known;
}
