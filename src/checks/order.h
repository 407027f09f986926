/*
 * Which lines a reading takes out of the order that people read them in. For the check
 * reading-order.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_order_movers:
 * @places: where each of the lines stands in another order, all different
 *
 * The fewest lines that have to be taken out so that the others follow one another. Takes n log n.
 *
 * Returns: (transfer full): for each line whether it is one of those
 */
guint8 *
ats_order_movers(const guint32 *places, guint n);
