/*
 * atscheck PATH...: checks files and writes their reports.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/batch.h"
#include "batch/journal.h"
#include "cli/check_options.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/timings.h"

/* columns of text: where nobody knows better; the fewest that its layout looks well in; the most
 * that are read with ease */
#define WIDTH_DEFAULT 80
#define WIDTH_LEAST   40
#define WIDTH_MOST    100

/* what the results go through */
typedef struct {
	const char *where;	  /* the output, as it is called in messages */
	AtsCliOutput *output;	  /* NULL: what is written goes to @journal */
	AtsBatchJournal *journal; /* NULL: what is written goes to @output */
	AtscheckWriter *writer;
	AtsCliPolicy *policy;
	AtsCliTimings *timings; /* NULL: not asked for */
	gboolean accepts;	/* all findings: they go into a new baseline */
	AtscheckSeverity fail_on;
	gboolean tell_failures; /* in the report too: not in a text on one file, of which standard
				   error says all */
	GStatBuf there;		/* the file that the output replaces; all-zero: none */
	gboolean overwrites;	/* that is one of the documents */
	guint n_documents;
	AtsCliStatus status;
} Run;

/* of a terminal that text goes to; otherwise 80, so that a file does not depend on a window */
static guint
get_width(const AtsCliCheckOptions *options)
{
	guint columns = options->output == NULL ? ats_cli_terminal_width() : 0;

	return columns > 0 ? CLAMP(columns, WIDTH_LEAST, WIDTH_MOST) : WIDTH_DEFAULT;
}

/* a report in the place of the resume is what nobody wants */
static gboolean
would_overwrite(const Run *run, const AtsBatchResult *result)
{
	GStatBuf input;

	return run->there.st_ino != 0 && !result->is_stdin && g_stat(result->path, &input) == 0 &&
	       input.st_dev == run->there.st_dev && input.st_ino == run->there.st_ino;
}

static AtsCliStatus
status_of(const Run *run, const AtsBatchOutcome *outcome)
{
	for (int severity = ATSCHECK_SEVERITY_ERROR; severity >= (int)run->fail_on; severity--) {
		if (outcome->n_findings[severity] > 0)
			return ATS_CLI_FINDINGS;
	}
	return ATS_CLI_CLEAN;
}

/* on its way, so that the report is out before the next is looked at */
static gboolean
note_written(Run *run, GError **error)
{
	if (run->journal == NULL)
		return g_output_stream_flush(ats_cli_output_stream(run->output), NULL, error);
	ats_batch_journal_note(run->journal, -1);
	return TRUE;
}

static gboolean
take_kept(Run *run, const AtsBatchResult *result)
{
	if (result->outcome.checked)
		run->status = ats_cli_worse(run->status, status_of(run, &result->outcome));
	else
		run->status = ats_cli_worse(run->status,
					    ats_cli_failed(result->name, result->outcome.message));
	ats_batch_journal_note(run->journal, result->kept);
	return TRUE;
}

static gboolean
take_report(Run *run, const AtsBatchResult *result, GError **error)
{
	if (!run->accepts)
		run->status = ats_cli_worse(run->status, status_of(run, &result->outcome));
	return atscheck_writer_add_report(run->writer, result->report, error);
}

static gboolean
take_failure(Run *run, const AtsBatchResult *result, GError **error)
{
	run->status =
	    ats_cli_worse(run->status, ats_cli_failed(result->name, result->outcome.message));
	return !run->tell_failures || atscheck_writer_add_failure(run->writer,
								  result->name,
								  result->bytes,
								  result->failure,
								  error);
}

static gboolean
take(gpointer data, const AtsBatchResult *result, GError **error)
{
	Run *run = data;
	gint64 since;

	if (result->problem != NULL) {
		run->status =
		    ats_cli_worse(run->status, ats_cli_failed(result->name, result->problem));
		return TRUE;
	}
	if (would_overwrite(run, result)) {
		run->overwrites = TRUE;
		g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_EXISTS, "");
		return FALSE;
	}
	run->n_documents++;
	if (result->kept >= 0)
		return take_kept(run, result);
	since = g_get_monotonic_time();
	if (result->report == NULL ? !take_failure(run, result, error)
				   : !take_report(run, result, error))
		return FALSE;
	if (!note_written(run, error))
		return FALSE;
	if (run->timings != NULL)
		ats_cli_timings_note(run->timings, result, g_get_monotonic_time() - since);
	return TRUE;
}

/* (nullable): lent */
static GOutputStream *
open_stream(const AtsCliCheckOptions *options, const char *settings, Run *run, GError **error)
{
	if (options->resume != NULL) {
		run->journal = ats_batch_journal_open(options->resume, settings, error);
		return run->journal != NULL ? ats_batch_journal_stream(run->journal) : NULL;
	}
	run->output = ats_cli_output_open(options->output, error);
	return run->output != NULL ? ats_cli_output_stream(run->output) : NULL;
}

static AtscheckReport *
review(gpointer data, const AtsBatchResult *result, AtscheckReport *report)
{
	const Run *run = data;

	return ats_cli_policy_review(run->policy, result->is_stdin ? NULL : result->path, report);
}

static gboolean
open_run(const AtsCliCheckOptions *options,
	 const AtsCliCheckPlan *plan,
	 const char *settings,
	 Run *run,
	 GError **error)
{
	const char *path = options->resume != NULL ? options->resume : options->output;
	GOutputStream *stream = NULL;
	gboolean many = plan->many;
	AtscheckWriterFlags flags = plan->flags | (many ? ATSCHECK_WRITER_MANY : 0);

	if (path != NULL && (g_stat(path, &run->there) != 0 || !S_ISREG(run->there.st_mode)))
		memset(&run->there, 0, sizeof(run->there));
	stream = open_stream(options, settings, run, error);
	if (stream == NULL)
		return FALSE;
	run->tell_failures =
	    plan->format != ATSCHECK_WRITER_TEXT || many || options->output != NULL;
	run->writer = atscheck_writer_new(plan->format, flags, stream);
	atscheck_writer_set_settings(run->writer, settings);
	atscheck_writer_set_width(run->writer, get_width(options));
	atscheck_writer_set_fail_on(run->writer, plan->fail_on);
	return TRUE;
}

static void
run_clear(Run *run)
{
	g_clear_object(&run->writer);
	g_clear_pointer(&run->policy, ats_cli_policy_free);
	g_clear_pointer(&run->timings, ats_cli_timings_free);
	g_clear_pointer(&run->output, ats_cli_output_free);
	g_clear_pointer(&run->journal, ats_batch_journal_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Run, run_clear)

/* on a terminal all that was done is worth to be closed well; a file that is not whole is not put
 * in its place */
static AtsCliStatus
stop_run(const AtsCliCheckOptions *options, Run *run, int signal)
{
	g_autoptr(GError) error = NULL;

	const char *fate = NULL;

	if (run->journal != NULL)
		fate = "the same command goes on from there";
	else if (options->output != NULL)
		fate = "the output file is left as it was";
	if (fate == NULL && run->n_documents > 0 && !atscheck_writer_finish(run->writer, &error))
		return ats_cli_failed(run->where, error->message);
	return ats_cli_stopped(signal, run->n_documents, fate);
}

static gboolean
close_run(Run *run, GError **error)
{
	if (!atscheck_writer_finish(run->writer, error))
		return FALSE;
	return run->journal != NULL ? ats_batch_journal_finish(run->journal, error)
				    : ats_cli_output_close(run->output, error);
}

static AtsCliStatus
finish_run(const AtsCliCheckOptions *options, const AtsCliCheckPlan *plan, Run *run)
{
	g_autoptr(GError) error = NULL;

	/* there was nothing to check, and why not was said */
	if (run->n_documents == 0 && run->status != ATS_CLI_CLEAN)
		return run->status;
	if (!close_run(run, &error))
		return ats_cli_failed(run->where, error->message);
	return ats_cli_worse(run->status,
			     ats_cli_policy_finish(run->policy, !options->quiet, plan->many));
}

static gint64
find_kept(gpointer data, const char *name, const char *sha256, AtsBatchOutcome *outcome)
{
	const Run *run = data;

	return ats_batch_journal_find(run->journal, name, sha256, outcome);
}

static const char *
where_to(const AtsCliCheckOptions *options)
{
	if (options->resume != NULL)
		return options->resume;
	return options->output != NULL ? options->output : "standard output";
}

/* all that the reports depend on beside the documents: for --resume, which keeps no report that
 * would come out otherwise now */
static char *
fingerprint_settings(const AtsCliCheckOptions *options, AtscheckChecker *checker)
{
	g_autofree char *settings = atscheck_checker_dup_settings(checker);
	g_autofree char *accepted = NULL;
	g_autofree char *all = NULL;
	char *sum;

	if (options->baseline != NULL)
		g_file_get_contents(options->baseline, &accepted, NULL, NULL);
	if (options->config_sum == NULL && accepted == NULL)
		return g_steal_pointer(&settings);
	all = g_strjoin("\n",
			settings,
			options->config_sum != NULL ? options->config_sum : "",
			accepted,
			NULL);
	sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
	sum[strlen(settings)] = '\0';
	return sum;
}

static AtsCliStatus
run_checks(const AtsCliCheckOptions *options, const AtsCliCheckPlan *plan, AtscheckChecker *checker)
{
	g_autofree char *settings = fingerprint_settings(options, checker);
	g_auto(Run) run = {
	    .where = where_to(options),
	    .accepts = options->write_baseline != NULL,
	    .fail_on = plan->fail_on,
	};
	AtsBatch batch = {
	    .wish = &plan->wish,
	    .checker = checker,
	    .jobs = plan->jobs,
	    .unordered = options->unordered,
	    .progress = !options->quiet && plan->many && ats_cli_terminal_has_progress(),
	    .review = review,
	    .take = take,
	    .data = &run,
	};
	g_autoptr(GError) error = NULL;
	int signal = 0;

	run.timings = options->timings ? ats_cli_timings_new() : NULL;
	run.policy = ats_cli_policy_new(&plan->policy);
	if (run.policy == NULL)
		return ATS_CLI_USAGE;
	if (!open_run(options, plan, settings, &run, &error))
		return ats_cli_failed(run.where, error->message);
	if (run.journal != NULL)
		batch.find = find_kept;
	if (!ats_batch_run(&batch, &signal, &error) && run.overwrites)
		return ats_cli_usage("%s: that is a document to check", run.where);
	if (error != NULL)
		return ats_cli_failed(run.where, error->message);
	if (run.timings != NULL)
		ats_cli_timings_tell(run.timings);
	return signal != 0 ? stop_run(options, &run, signal) : finish_run(options, plan, &run);
}

static AtsCliStatus
check(const AtsCliCheckOptions *options)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	AtsCliCheckPlan plan = {0};

	if (ats_cli_check_options_apply(options, checker, &plan) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	return run_checks(options, &plan, checker);
}

/* with the box that a worker of this system gets, since much of a report's safety hangs on it */
static AtsCliStatus
print_version(const AtsCliCheckOptions *options)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
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
ats_cli_check(int argc, char **argv)
{
	g_auto(AtsCliCheckOptions) options = {0};

	if (ats_cli_check_options_parse(argc, argv, &options) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options.version)
		return print_version(&options);
	return check(&options);
}
