/*
 * What two sequences have in common, by E. W. Myers, "An O(ND) difference algorithm and its
 * variations" (1986): its linear-space refinement, which looks for the middle of the edit script
 * from both ends and then does the two halves.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/diff.h"

#include <string.h>

/* steps along diagonals; two texts of 10,000 words that share nothing take about so many, in a
 * quarter of a second */
#define MOST_STEPS 50000000

typedef struct {
	const guint32 *a, *b;
	guint8 *a_changed, *b_changed;
	gint *forward, *backward; /* by diagonal x - y: how far x has come from either end */
	gint64 steps;		  /* left */
} Diff;

/* a rectangle: what of @a is held against what of @b */
typedef struct {
	gint a0, a1, b0, b1;
} Area;

/* diagonals looked at from one end */
typedef struct {
	gint low, high;
} Span;

/* one diagonal further on both sides, but none outside the area */
static void
widen(Span *span, gint least, gint most, gint *reach, gint nowhere)
{
	if (span->low > least)
		reach[--span->low - 1] = nowhere;
	else
		span->low++;
	if (span->high < most)
		reach[++span->high + 1] = nowhere;
	else
		span->high--;
}

static gint
step_forward(const Diff *self, const Area *area, gint d)
{
	gint x = MAX(self->forward[d - 1] + 1, self->forward[d + 1]);

	while (x < area->a1 && x - d < area->b1 && self->a[x] == self->b[x - d])
		x++;
	return x;
}

static gint
step_backward(const Diff *self, const Area *area, gint d)
{
	gint x = MIN(self->backward[d - 1], self->backward[d + 1] - 1);

	while (x > area->a0 && x - d > area->b0 && self->a[x - 1] == self->b[x - d - 1])
		x--;
	return x;
}

/* a point in the middle of a shortest script; FALSE when it took too long */
static gboolean
find_middle(Diff *self, const Area *area, gint *x, gint *y)
{
	const gint least = area->a0 - area->b1, most = area->a1 - area->b0;
	Span there = {area->a0 - area->b0, area->a0 - area->b0};
	Span back = {area->a1 - area->b1, area->a1 - area->b1};
	const gboolean odd = ((there.low - back.low) & 1) != 0;

	self->forward[there.low] = area->a0;
	self->backward[back.low] = area->a1;
	while (self->steps > 0) {
		widen(&there, least, most, self->forward, -1);
		for (gint d = there.high; d >= there.low; d -= 2) {
			*x = self->forward[d] = step_forward(self, area, d);
			*y = *x - d;
			if (odd && back.low <= d && d <= back.high && self->backward[d] <= *x)
				return TRUE;
		}
		widen(&back, least, most, self->backward, G_MAXINT);
		for (gint d = back.high; d >= back.low; d -= 2) {
			*x = self->backward[d] = step_backward(self, area, d);
			*y = *x - d;
			if (!odd && there.low <= d && d <= there.high && *x <= self->forward[d])
				return TRUE;
		}
		self->steps -= there.high - there.low + back.high - back.low + 2;
	}
	return FALSE;
}

static void
mark(Diff *self, const Area *area)
{
	memset(self->a_changed + area->a0, TRUE, (gsize)(area->a1 - area->a0));
	memset(self->b_changed + area->b0, TRUE, (gsize)(area->b1 - area->b0));
}

/* what both begin or end with alike */
static void
trim(const Diff *self, Area *area)
{
	while (area->a0 < area->a1 && area->b0 < area->b1 &&
	       self->a[area->a0] == self->b[area->b0]) {
		area->a0++;
		area->b0++;
	}
	while (area->a0 < area->a1 && area->b0 < area->b1 &&
	       self->a[area->a1 - 1] == self->b[area->b1 - 1]) {
		area->a1--;
		area->b1--;
	}
}

/* as deep as the logarithm of the script's length: each half has half of it */
static void
compare(Diff *self, Area area)
{
	gint x, y;

	trim(self, &area);
	if (area.a0 == area.a1 || area.b0 == area.b1 || !find_middle(self, &area, &x, &y)) {
		mark(self, &area);
		return;
	}
	compare(self, (Area){area.a0, x, area.b0, y});
	compare(self, (Area){x, area.a1, y, area.b1});
}

void
ats_cli_diff(const guint32 *a,
	     guint n_a,
	     const guint32 *b,
	     guint n_b,
	     guint8 *a_changed,
	     guint8 *b_changed)
{
	gsize n_diagonals = (gsize)n_a + n_b + 3;
	g_autofree gint *forward = g_new(gint, n_diagonals);
	g_autofree gint *backward = g_new(gint, n_diagonals);
	/* the lowest diagonal is -n_b, and its neighbour is looked at too */
	Diff self = {
	    .a = a,
	    .b = b,
	    .a_changed = a_changed,
	    .b_changed = b_changed,
	    .forward = forward + n_b + 1,
	    .backward = backward + n_b + 1,
	    .steps = MOST_STEPS,
	};

	compare(&self, (Area){0, (gint)n_a, 0, (gint)n_b});
}
