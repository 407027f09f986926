/*
 * A look at JSON before it is parsed. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_shape_check:
 * @text: ended by a NUL that @length does not count
 *
 * Refuses what a parser that calls itself for each level, and that takes more than JSON, must not
 * see: text that is not UTF-8, too many levels, comments and other additions.
 */
gboolean
ats_shape_check(const char *text, gsize length, GError **error);
