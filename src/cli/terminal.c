/*
 * What standard output is: whether colours show there, and how wide it is.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

static gboolean
shows_colour(void)
{
	const char *no_color = g_getenv("NO_COLOR");

	if (no_color != NULL && *no_color != '\0')
		return FALSE;
	return isatty(STDOUT_FILENO) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

AtsCliStatus
ats_cli_terminal_colour(const char *when, const char *output, gboolean *colour)
{
	gboolean automatic = when == NULL || g_str_equal(when, "auto");
	gboolean always = g_strcmp0(when, "always") == 0;

	*colour = always || (automatic && output == NULL && shows_colour());
	if (automatic || always || g_str_equal(when, "never"))
		return ATS_CLI_CLEAN;
	return ats_cli_usage("--color=%s: not auto, always or never", when);
}

guint
ats_cli_terminal_width(void)
{
	struct winsize size = {0};

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

gboolean
ats_cli_terminal_has_progress(void)
{
	return isatty(STDERR_FILENO) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}
