/*
 * What standard output is: whether colours show there, and how wide it is. For the files of this
 * room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "cli/say.h"

/**
 * ats_cli_terminal_colour:
 * @when: (nullable): as --color was given
 * @output: (nullable): the file that is written instead of standard output
 *
 * Returns: CLEAN, or USAGE when @when is none of its values (said so)
 */
AtsCliStatus
ats_cli_terminal_colour(const char *when, const char *output, gboolean *colour);

/* columns of the terminal that standard output is; 0 if it is none */
guint
ats_cli_terminal_width(void);

/* whether standard error is a terminal that a line can be drawn on again and again */
gboolean
ats_cli_terminal_has_progress(void);
