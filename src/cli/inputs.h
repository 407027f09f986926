/*
 * Reads a file of the command line. For the commands that take one.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "cli/say.h"

/* the path that stands for standard input */
#define ATS_CLI_STDIN "-"

/* a file, or standard input; (transfer full) */
GBytes *
ats_cli_load(AtscheckChecker *checker, const char *path, GError **error);
