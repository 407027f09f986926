/*
 * Loads fixtures: files as they are, folders as the packages that they unfold. For the tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* the path of a fixture under the project's fixtures folder; (transfer full) */
char *
fixture_path(const char *name);

/* the bytes of the file, or of the folder packed as a DOCX; aborts if it cannot be read; (transfer
 * full) */
GBytes *
fixture_load(const char *path);

/* the names in the folder that begin so, sorted; none if there is no such folder; (transfer full)
 * (element-type utf8) */
GPtrArray *
fixture_list(const char *folder, const char *prefix);
