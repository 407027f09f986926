/*
 * The options of the command that checks: their table, and what they come to. For check.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "batch/batch.h"
#include "cli/options.h"
#include "cli/policy.h"
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
	char *config_sum; /* of the file that gave the defaults */
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
} AtsCliCheckOptions;

/* what is not the checker's: what to check, how to write, and what to end with. Lives no longer
 * than the options */
typedef struct {
	AtsBatchWish wish;
	AtsCliPolicyWish policy;
	guint jobs;
	AtscheckWriterFormat format;
	AtscheckWriterFlags flags;
	AtscheckSeverity fail_on; /* above all severities for never */
	gboolean many; /* not one file alone: by what was asked for, not by what is there:
			  a folder gives the same shape of output with one file and with ten */
} AtsCliCheckPlan;

/* CLEAN, or USAGE when an option is not known (said so) */
AtsCliStatus
ats_cli_check_options_parse(int argc, char **argv, AtsCliCheckOptions *options);

void
ats_cli_check_options_clear(AtsCliCheckOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsCliCheckOptions, ats_cli_check_options_clear)

/**
 * ats_cli_check_options_apply:
 * @checker: gets all that is its own
 * @plan: (out): the rest
 *
 * Returns: CLEAN, or USAGE when one of them cannot be understood (said so)
 */
AtsCliStatus
ats_cli_check_options_apply(const AtsCliCheckOptions *options,
			    AtscheckChecker *checker,
			    AtsCliCheckPlan *plan);
