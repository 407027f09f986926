/*
 * Which lines a reading takes out of the order that people read them in: all but a longest stretch
 * of lines that follow one another, found by patience sorting. For the check reading-order.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/order.h"

/* the first of the @n piles whose top is not before @place */
static guint
find_pile(const guint32 *places, const guint *tops, guint n, guint32 place)
{
	guint low = 0;
	guint high = n;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (places[tops[middle]] < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

guint8 *
ats_order_movers(const guint32 *places, guint n)
{
	g_autofree guint *tops = g_new(guint, n + 1); /* of each pile: the line on its top */
	g_autofree guint *previous =
	    g_new(guint, n + 1); /* of each line: the one on top of the pile before it */
	guint8 *movers = g_new(guint8, n + 1);
	guint n_piles = 0;

	for (guint i = 0; i < n; i++) {
		guint pile = find_pile(places, tops, n_piles, places[i]);

		movers[i] = TRUE;
		previous[i] = pile == 0 ? G_MAXUINT : tops[pile - 1];
		tops[pile] = i;
		n_piles = MAX(n_piles, pile + 1);
	}
	for (guint i = n_piles == 0 ? G_MAXUINT : tops[n_piles - 1]; i != G_MAXUINT;
	     i = previous[i])
		movers[i] = FALSE;
	return movers;
}
