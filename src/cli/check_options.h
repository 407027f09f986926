/*
 * The options of the command that checks, as they are written. For the files of that command.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "cli/options.h"
#include "cli/say.h"

/* as written; NULL or FALSE where not given. Freed with ats_cli_check_options_clear() */
typedef struct {
	AtsCliLimits limits;
	char *format;
	char *output;
	char *fail_on;
	char *expect;
	char *color;
	char *isolate;
	char **ignore;
	char **severity;
	char **paths;
	char **include;
	char **exclude;
	char *files_from;
	char *resume;
	char *config;
	char *baseline;
	char *write_baseline;
	char *jobs;
	gboolean null;
	gboolean recursive;
	gboolean follow;
	gboolean unordered;
	gboolean timings;
	gboolean ocr;
	gboolean quiet;
	gboolean version;
	gboolean no_config;
	gboolean fail_on_given; /* by the user, not by a file of settings */
} AtsCliCheckOptions;

/* CLEAN, or USAGE when an option is not known (said so) */
AtsCliStatus
ats_cli_check_options_parse(int argc, char **argv, AtsCliCheckOptions *options);

void
ats_cli_check_options_clear(AtsCliCheckOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsCliCheckOptions, ats_cli_check_options_clear)
