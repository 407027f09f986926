/*
 * What the command says on standard error, and the exit status that goes with it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/say.h"

#include <stdio.h>

#include "batch/names.h"

/* what a shell adds to the number of the signal that ended a program */
#define SIGNAL_STATUS 128

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

AtsCliStatus
ats_cli_stopped(int signal, guint n_documents, const char *fate)
{
	fprintf(stderr,
		"atscheck: stopped: %u document%s checked%s%s\n",
		n_documents,
		n_documents == 1 ? "" : "s",
		fate != NULL ? "; " : "",
		fate != NULL ? fate : "");
	return (AtsCliStatus)(SIGNAL_STATUS + signal);
}

char *
ats_cli_display(const char *path)
{
	return ats_batch_name(path);
}
