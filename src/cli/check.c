/*
 * atscheck PATH...: checks files one after the other and writes their reports.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/check_options.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/terminal.h"

/* how standard input is called in reports */
#define STDIN_NAME "(standard input)"

/* columns of text: where nobody knows better; the fewest that its layout looks well in; the most
 * that are read with ease */
#define WIDTH_DEFAULT 80
#define WIDTH_LEAST   60
#define WIDTH_MOST    100

/* what the options come to */
typedef struct {
	AtscheckChecker *checker;
	AtscheckWriter *writer;
	AtscheckSeverity fail_on;
	gboolean tell_failures; /* in the report too: not in a text on one file, of which standard
				   error says all */
	AtsCliStatus status;
} Run;

/* of a terminal that text goes to; otherwise 80, so that a file does not depend on a window */
static guint
get_width(const AtsCliCheckOptions *options)
{
	guint columns = options->output == NULL ? ats_cli_terminal_width() : 0;

	return columns > 0 ? CLAMP(columns, WIDTH_LEAST, WIDTH_MOST) : WIDTH_DEFAULT;
}

/* FALSE only when the output cannot be written: no use to go on */
static gboolean
check_one(Run *run, const char *path, GError **error)
{
	g_autofree char *name = g_str_equal(path, ATS_CLI_STDIN) ? g_strdup(STDIN_NAME)
								 : ats_cli_display(path);
	g_autoptr(GError) failure = NULL;
	g_autoptr(GBytes) bytes = ats_cli_load(run->checker, path, &failure);
	g_autoptr(AtscheckReport) report = NULL;

	if (bytes != NULL)
		report = atscheck_checker_check_bytes(run->checker, bytes, name, NULL, &failure);
	if (report == NULL) {
		run->status = ats_cli_worse(run->status, ats_cli_failed(name, failure->message));
		return !run->tell_failures ||
		       atscheck_writer_add_failure(run->writer, name, bytes, failure, error);
	}
	if (atscheck_report_count_findings(report, run->fail_on) > 0)
		run->status = ats_cli_worse(run->status, ATS_CLI_FINDINGS);
	return atscheck_writer_add_report(run->writer, report, error);
}

static gboolean
check_all(Run *run, const GPtrArray *files, AtsCliOutput *output, GError **error)
{
	for (guint i = 0; i < files->len; i++) {
		if (!check_one(run, files->pdata[i], error))
			return FALSE;
		/* each document's report is out before the next is looked at */
		if (!g_output_stream_flush(ats_cli_output_stream(output), NULL, error))
			return FALSE;
	}
	return atscheck_writer_finish(run->writer, error) && ats_cli_output_close(output, error);
}

static GPtrArray *
expand_all(const AtsCliCheckOptions *options, AtsCliStatus *status)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);

	for (char **path = options->paths; *path != NULL; path++)
		*status = ats_cli_worse(*status, ats_cli_expand(*path, options->recursive, files));
	return g_steal_pointer(&files);
}

/* by what was asked for, not by what is there: a folder gives the same shape of output with one
 * file and with ten */
static gboolean
is_batch(const AtsCliCheckOptions *options)
{
	return options->paths[1] != NULL || g_file_test(options->paths[0], G_FILE_TEST_IS_DIR);
}

/* a report in the place of the resume is what nobody wants */
static gboolean
would_overwrite(const char *output, const GPtrArray *files)
{
	GStatBuf there;
	GStatBuf input;

	if (output == NULL || g_stat(output, &there) != 0 || !S_ISREG(there.st_mode))
		return FALSE;
	for (guint i = 0; i < files->len; i++) {
		if (g_stat(files->pdata[i], &input) == 0 && input.st_dev == there.st_dev &&
		    input.st_ino == there.st_ino)
			return TRUE;
	}
	return FALSE;
}

static AtsCliStatus
run_checks(const AtsCliCheckOptions *options, const AtsCliCheckPlan *plan, Run *run)
{
	const char *where = options->output != NULL ? options->output : "standard output";
	AtscheckWriterFlags flags = plan->flags;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) files = expand_all(options, &run->status);
	g_autoptr(AtsCliOutput) output = NULL;
	g_autoptr(AtscheckWriter) writer = NULL;

	if (files->len == 0)
		return run->status;
	if (would_overwrite(options->output, files))
		return ats_cli_usage("--output=%s: that is a document to check", where);
	output = ats_cli_output_open(options->output, &error);
	if (output == NULL)
		return ats_cli_failed(where, error->message);
	if (is_batch(options))
		flags |= ATSCHECK_WRITER_MANY;
	run->tell_failures =
	    plan->format != ATSCHECK_WRITER_TEXT || is_batch(options) || options->output != NULL;
	writer = atscheck_writer_new(plan->format, flags, ats_cli_output_stream(output));
	atscheck_writer_set_width(writer, get_width(options));
	atscheck_writer_set_fail_on(writer, plan->fail_on);
	run->writer = writer;
	if (!check_all(run, files, output, &error))
		return ats_cli_failed(where, error->message);
	return run->status;
}

static AtsCliStatus
check(const AtsCliCheckOptions *options)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	AtsCliCheckPlan plan;
	Run run = {.checker = checker, .status = ATS_CLI_CLEAN};

	if (ats_cli_check_options_apply(options, checker, &plan) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options->paths == NULL)
		return ats_cli_usage("name a file or folder to check (see atscheck --help)");
	run.fail_on = plan.fail_on;
	return run_checks(options, &plan, &run);
}

AtsCliStatus
ats_cli_check(int argc, char **argv)
{
	g_auto(AtsCliCheckOptions) options = {0};

	if (ats_cli_check_options_parse(argc, argv, &options) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options.version) {
		g_print("atscheck %s\n", atscheck_version());
		return ATS_CLI_CLEAN;
	}
	return check(&options);
}
