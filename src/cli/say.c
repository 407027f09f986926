/*
 * What the command says on standard error, and the exit status that goes with it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/say.h"

#include <stdio.h>

AtsCliStatus
ats_cli_usage(const char *message, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, message);
	text = g_strdup_vprintf(message, args);
	va_end(args);
	fprintf(stderr, "atscheck: %s\n", text);
	return ATS_CLI_USAGE;
}

AtsCliStatus
ats_cli_failed(const char *name, const char *message)
{
	fprintf(stderr, "atscheck: %s: %s\n", name, message);
	return ATS_CLI_FAILED;
}

char *
ats_cli_display(const char *path)
{
	g_autofree char *name = g_filename_display_name(path);
	GString *shown = g_string_new(NULL);

	for (const char *p = name; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		g_string_append_unichar(shown, g_unichar_iscntrl(c) ? 0xFFFD : c);
	}
	return g_string_free(shown, FALSE);
}
