/*
 * What the results of a batch go through on their way out: what is known of each document beside
 * its checks, the writer, the journal of --resume, and the exit status. For check.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "batch/batch.h"
#include "cli/check_options.h"
#include "cli/check_plan.h"
#include "cli/say.h"

typedef struct AtsCliCheckRun AtsCliCheckRun;

/**
 * ats_cli_check_run_open:
 * @options: lent, as is @plan, until the run is freed
 * @status: (out): what to end with when there is no run
 *
 * Returns: (nullable): NULL when the settings cannot be understood, or the output cannot be opened
 * (said so)
 */
AtsCliCheckRun *
ats_cli_check_run_open(const AtsCliCheckOptions *options,
		       const AtsCliCheckPlan *plan,
		       AtsCliStatus *status);

void
ats_cli_check_run_free(AtsCliCheckRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsCliCheckRun, ats_cli_check_run_free)

/* makes the run what @batch asks and gives its results to */
void
ats_cli_check_run_attach(AtsCliCheckRun *run, AtsBatch *batch);

/**
 * ats_cli_check_run_end:
 * @signal: that ended the batch; 0: none did
 * @error: (nullable): of the batch
 *
 * Closes the output, and says what there is to say.
 *
 * Returns: what the program ends with
 */
AtsCliStatus
ats_cli_check_run_end(AtsCliCheckRun *run, int signal, const GError *error);
