/*
 * How a path is called where people and programs read it. For the files of this room, and cli.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_batch_name:
 * @path: (type filename): any bytes
 *
 * UTF-8 in which nothing steers a terminal. Bytes that are not, and control characters, are written
 * as \xHH, and so is a backslash before what looks like that: different paths have different names.
 *
 * Returns: (transfer full): the name
 */
char *
ats_batch_name(const char *path);
