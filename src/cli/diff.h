/*
 * Finds what two sequences of numbers have in common. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_cli_diff:
 * @a_changed: (out caller-allocates): for each of @a whether it is not in @b there; all zero before
 * @b_changed: likewise of @b
 *
 * A shortest edit script (Myers), in linear space. Where that would take too long, stretches are
 * called changed as a whole.
 */
void
ats_cli_diff(const guint32 *a,
	     guint n_a,
	     const guint32 *b,
	     guint n_b,
	     guint8 *a_changed,
	     guint8 *b_changed);
