/*
 * What the command says on standard error, and the exit status that goes with it. For the files of
 * this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* exit status; the numbers are promised to callers */
typedef enum {
	ATS_CLI_CLEAN = 0,    /* no finding at or above --fail-on */
	ATS_CLI_FINDINGS = 1, /* some */
	ATS_CLI_USAGE = 2,    /* the command line is wrong */
	ATS_CLI_FAILED =
	    3, /* at least one file could not be checked, or the output could not be written */
} AtsCliStatus;

/* the worse of both: what the whole run ends with */
static inline AtsCliStatus
ats_cli_worse(AtsCliStatus a, AtsCliStatus b)
{
	return a > b ? a : b;
}

/* one line on standard error: "atscheck: @message"; always returns ATS_CLI_USAGE */
AtsCliStatus
ats_cli_usage(const char *message, ...) G_GNUC_PRINTF(1, 2);

/* one line: "atscheck: @name: @message"; always returns ATS_CLI_FAILED */
AtsCliStatus
ats_cli_failed(const char *name, const char *message);

/* one line: what is done of a run that was ended by @signal, and, unless it is NULL, the @fate of
 * what was written; returns the status that a shell expects of it */
AtsCliStatus
ats_cli_stopped(int signal, guint n_documents, const char *fate);

/* a path as it can be shown: UTF-8, without characters that steer a terminal, and another for
 * every other path; (transfer full) */
char *
ats_cli_display(const char *path);
