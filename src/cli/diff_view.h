/*
 * Two texts held against each other for a person: what only one of them has is marked. For the
 * files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * AtsCliDiffStyle:
 * @width: columns of a line; 0: lines as long as they are (not side by side)
 */
typedef struct {
	gboolean side_by_side;
	gboolean colour;
	guint width;
} AtsCliDiffStyle;

/* one of the two texts */
typedef struct {
	const char *name;
	const char *text;
} AtsCliSide;

/**
 * ats_cli_diff_view:
 *
 * Appends both texts with what differs marked, and a few lines around each difference. Empty lines
 * are left out; characters that steer a terminal are replaced.
 */
void
ats_cli_diff_view(GString *out, AtsCliSide a, AtsCliSide b, const AtsCliDiffStyle *style);
