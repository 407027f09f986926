/*
 * Turns the paths of the command line into files to check, and reads them. For the files of this
 * room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "cli/say.h"

/* the path that stands for standard input */
#define ATS_CLI_STDIN "-"

/**
 * ats_cli_expand:
 * @path: a file, a folder, or "-"
 * @recursive: also the folders in it
 * @files: (element-type filename): paths are added here; what is in a folder is sorted by name
 *
 * A path that is not a folder is added as it is, whatever it is: reading it tells.
 *
 * Returns: CLEAN, or FAILED if a folder cannot be read or has no document in it (said so; what else
 * there is, is added)
 */
AtsCliStatus
ats_cli_expand(const char *path, gboolean recursive, GPtrArray *files);

/* a file, or standard input; (transfer full) */
GBytes *
ats_cli_load(AtscheckChecker *checker, const char *path, GError **error);
