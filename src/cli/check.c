/*
 * atscheck PATH...: checks files and writes their reports.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>

#include "batch/batch.h"
#include "cli/check_options.h"
#include "cli/check_plan.h"
#include "cli/check_run.h"
#include "cli/commands.h"
#include "cli/terminal.h"

static AtsCliStatus
run_checks(const AtsCliCheckOptions *options, const AtsCliCheckPlan *plan, AtscheckChecker *checker)
{
	AtsBatch batch = {
	    .wish = &plan->wish,
	    .checker = checker,
	    /* one is checked here: to wake another thread takes time twice */
	    .jobs = plan->many ? plan->jobs : 0,
	    .unordered = options->unordered,
	    .progress = !options->quiet && plan->many && ats_cli_terminal_has_progress(),
	    .speaks = options->output == NULL && options->resume == NULL,
	};
	AtsCliStatus status;
	g_autoptr(AtsCliCheckRun) run = ats_cli_check_run_open(options, plan, &status);
	g_autoptr(GError) error = NULL;
	int signal = 0;

	if (run == NULL)
		return status;
	ats_cli_check_run_attach(run, &batch);
	ats_batch_run(&batch, &signal, &error);
	return ats_cli_check_run_end(run, signal, error);
}

static AtsCliStatus
check(const AtsCliCheckOptions *options, AtscheckChecker *checker)
{
	g_autofree char *settings = NULL;
	AtsCliCheckPlan plan = {0};

	if (ats_cli_check_plan_make(options, checker, &plan) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	plan.policy.settings = settings = atscheck_checker_dup_settings(checker);
	return run_checks(options, &plan, checker);
}

/* with the box that a worker of this system gets, since much of a report's safety hangs on it */
static AtsCliStatus
print_version(const AtsCliCheckOptions *options, AtscheckChecker *checker)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *level = NULL;

	if (ats_cli_limits_apply(&options->limits, checker) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	g_print("atscheck %s\n", atscheck_version());
	level = atscheck_checker_dup_sandbox_level(checker, NULL, &error);
	if (level == NULL && atscheck_checker_get_sandbox(checker) == ATSCHECK_SANDBOX_REQUIRE)
		return ats_cli_failed("sandbox", error->message);
	g_print("sandbox: %s\n", level != NULL ? level : error->message);
	return ATS_CLI_CLEAN;
}

AtsCliStatus
ats_cli_check(int argc, char **argv, AtscheckChecker *checker)
{
	g_auto(AtsCliCheckOptions) options = {0};

	if (ats_cli_check_options_parse(argc, argv, &options) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options.version)
		return print_version(&options, checker);
	return check(&options, checker);
}
