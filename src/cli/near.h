/*
 * Finds the names that somebody may have meant. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_cli_near:
 * @name: what was written
 * @names: (array zero-terminated=1): what there is
 *
 * Returns: (transfer full): "did you mean multi-column?", or "there is: text, json" where nothing
 * is near and the list is short, or a hint at @where to find the list
 */
char *
ats_cli_near(const char *name, const char *const *names, const char *where);
