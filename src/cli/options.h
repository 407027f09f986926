/*
 * The options that every command has which checks a document. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "cli/say.h"

/* as written; NULL where not given. Freed with ats_cli_limits_clear() */
typedef struct {
	char *max_bytes;
	char *max_memory;
	char *max_cpu;
	char *timeout;
	char *sandbox;
} AtsCliLimits;

#define ATS_CLI_LIMIT_ENTRIES(limits)                                                              \
	{"max-bytes",                                                                              \
	 0,                                                                                        \
	 0,                                                                                        \
	 G_OPTION_ARG_STRING,                                                                      \
	 &(limits)->max_bytes,                                                                     \
	 "Refuse larger files (default: 32M)",                                                     \
	 "SIZE"},                                                                                  \
	    {"max-memory",                                                                         \
	     0,                                                                                    \
	     0,                                                                                    \
	     G_OPTION_ARG_STRING,                                                                  \
	     &(limits)->max_memory,                                                                \
	     "Give up on a file that needs more (default: 512M)",                                  \
	     "SIZE"},                                                                              \
	    {"max-cpu",                                                                            \
	     0,                                                                                    \
	     0,                                                                                    \
	     G_OPTION_ARG_STRING,                                                                  \
	     &(limits)->max_cpu,                                                                   \
	     "Give up on a file after so much work (default: 10)",                                 \
	     "SECONDS"},                                                                           \
	    {"timeout",                                                                            \
	     0,                                                                                    \
	     0,                                                                                    \
	     G_OPTION_ARG_STRING,                                                                  \
	     &(limits)->timeout,                                                                   \
	     "Give up on a file after so long (default: 20)",                                      \
	     "SECONDS"},                                                                           \
	{                                                                                          \
		"sandbox", 0, 0, G_OPTION_ARG_STRING, &(limits)->sandbox,                          \
		    "auto (default), require or off", "MODE"                                       \
	}

/* --- entries that several commands have --- */

#define ATS_CLI_OUTPUT_ENTRY(where)                                                                \
	{                                                                                          \
		"output", 'o', 0, G_OPTION_ARG_FILENAME, where,                                    \
		    "Write to a file, whole or not at all", "FILE"                                 \
	}

#define ATS_CLI_COLOR_ENTRY(where)                                                                 \
	{                                                                                          \
		"color", 0, 0, G_OPTION_ARG_STRING, where, "auto (default), always or never",      \
		    "WHEN"                                                                         \
	}

#define ATS_CLI_JOBS_ENTRY(where)                                                                  \
	{                                                                                          \
		"jobs", 'j', 0, G_OPTION_ARG_STRING, where,                                        \
		    "Check so many files at a time (default: one a processor)", "N"                \
	}

#define ATS_CLI_CONFIG_ENTRIES(file, none)                                                         \
	{"config",                                                                                 \
	 0,                                                                                        \
	 0,                                                                                        \
	 G_OPTION_ARG_FILENAME,                                                                    \
	 file,                                                                                     \
	 "Settings for all files (default: the .atscheck.conf nearest to each)",                   \
	 "FILE"},                                                                                  \
	{                                                                                          \
		"no-config", 0, 0, G_OPTION_ARG_NONE, none, "Look for no .atscheck.conf", NULL     \
	}

void
ats_cli_limits_clear(AtsCliLimits *limits);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsCliLimits, ats_cli_limits_clear)

/* a number from 1 on; as many as there are processors where @text is NULL. CLEAN, or USAGE (said
 * so)
 */
AtsCliStatus
ats_cli_jobs_from_text(const char *text, guint *jobs);

/* no finding is that bad */
#define ATS_CLI_FAIL_NEVER ((AtscheckSeverity)(ATSCHECK_SEVERITY_ERROR + 1))

/* "error", "warning", "note" or "never"; FALSE for another word, with @fail_on as it was */
gboolean
ats_cli_fail_on_from_name(const char *name, AtscheckSeverity *fail_on);

/* CLEAN, or USAGE when one of them cannot be understood (said so) */
AtsCliStatus
ats_cli_limits_apply(const AtsCliLimits *limits, AtscheckChecker *checker);

/**
 * ats_cli_parse:
 * @usage: what stands after the options: "PATH..."
 * @summary: what the help says first
 * @entries: the options; one with G_OPTION_REMAINING takes the rest
 *
 * CLEAN, or USAGE when an option is not known (said so). Prints the help and exits when asked for
 * it.
 */
AtsCliStatus
ats_cli_parse(int argc,
	      char **argv,
	      const char *usage,
	      const char *summary,
	      const GOptionEntry *entries);
