/*
 * What the options of the command that checks come to. For the files of that command.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "batch/batch.h"
#include "cli/check_options.h"
#include "cli/policy.h"
#include "cli/say.h"

/* what is not the checker's: what to check, how to write, and what to end with. Lives no longer
 * than the options */
typedef struct {
	AtsBatchWish wish;
	AtsCliPolicyWish policy;
	guint jobs;
	AtscheckWriterFormat format;
	AtscheckWriterFlags flags;
	gboolean many; /* not one file alone: by what was asked for, not by what is there:
			  a folder gives the same shape of output with one file and with ten */
} AtsCliCheckPlan;

/**
 * ats_cli_check_plan_make:
 * @checker: gets all that is its own
 * @plan: (out): the rest
 *
 * Returns: CLEAN, or USAGE when one of them cannot be understood (said so)
 */
AtsCliStatus
ats_cli_check_plan_make(const AtsCliCheckOptions *options,
			AtscheckChecker *checker,
			AtsCliCheckPlan *plan);
