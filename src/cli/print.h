/*
 * Small things that several commands print. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "cli/say.h"

/* writes to the file @path, or to standard output where that is NULL; CLEAN, or FAILED when that is
 * not possible (said so) */
AtsCliStatus
ats_cli_print(const GString *text, const char *path);

AtsCliStatus
ats_cli_print_bytes(const void *data, gsize length, const char *path);

/* columns of a line where nobody asked for others; what a terminal has at least */
#define ATS_CLI_COLUMNS 80

/* appends @text in lines of so many columns, or in one where that is 0; the first starts with
 * @lead, the others with as much space */
void
ats_cli_append_wrapped(GString *out, const char *lead, const char *text, guint columns);

/* the ids of all checks; (transfer container) (array zero-terminated=1) */
const char **
ats_cli_rule_ids(void);
