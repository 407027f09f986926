/*
 * What the results of a batch go through on their way out.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/check_run.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/journal.h"
#include "cli/output.h"
#include "cli/policy.h"
#include "cli/terminal.h"
#include "cli/timings.h"

/* columns of text: where nobody knows better; the fewest that its layout looks well in; the most
 * that are read with ease */
#define WIDTH_DEFAULT 80
#define WIDTH_LEAST   40
#define WIDTH_MOST    100

struct AtsCliCheckRun {
	const AtsCliCheckOptions *options;
	const AtsCliCheckPlan *plan;
	const char *where;	  /* the output, as it is called in messages */
	AtsCliOutput *output;	  /* NULL: what is written goes to @journal */
	AtsBatchJournal *journal; /* NULL: what is written goes to @output */
	AtscheckWriter *writer;
	AtsCliPolicy *policy;
	AtsCliTimings *timings; /* NULL: not asked for */
	gboolean accepts;	/* all findings: they go into a new baseline */
	gboolean tell_failures; /* in the report too: not in a text on one file, of which standard
				   error says all */
	GStatBuf there;		/* the file that the output replaces; all-zero: none */
	gboolean overwrites;	/* that is one of the documents */
	guint n_documents;
	guint n_kept;				     /* of them, from an earlier run */
	guint n_verdicts[ATSCHECK_VERDICT_FAIL + 1]; /* of them */
	AtsBatchOthers others;			     /* that were passed over in folders */
	AtsCliStatus status;
};

typedef struct AtsCliCheckRun Run;

/* of a terminal that text goes to; otherwise 80, so that a file does not depend on a window */
static guint
get_width(const AtsCliCheckOptions *options)
{
	guint columns = options->output == NULL ? ats_cli_terminal_width() : 0;

	return columns > 0 ? CLAMP(columns, WIDTH_LEAST, WIDTH_MOST) : WIDTH_DEFAULT;
}

/* --- results --- */

/* a report in the place of the resume is what nobody wants */
static gboolean
would_overwrite(const Run *run, const AtsBatchResult *result)
{
	GStatBuf input;

	return run->there.st_ino != 0 && !result->is_stdin && g_stat(result->path, &input) == 0 &&
	       input.st_dev == run->there.st_dev && input.st_ino == run->there.st_ino;
}

static gboolean
writes_to_file(const Run *run)
{
	return run->options->output != NULL || run->options->resume != NULL;
}

/* (nullable): as the policy knows the document */
static const char *
path_of(const AtsBatchResult *result)
{
	return result->is_stdin ? NULL : result->path;
}

/* a document that was checked, now or in an earlier run */
static void
note_findings(Run *run, const AtsBatchOutcome *outcome, AtscheckSeverity fail_on)
{
	for (int severity = ATSCHECK_SEVERITY_ERROR; severity >= (int)fail_on; severity--) {
		if (outcome->n_findings[severity] > 0)
			run->status = ats_cli_worse(run->status, ATS_CLI_FINDINGS);
	}
}

/* a document, or a path that cannot be searched, and why it was not checked */
static void
note_failure(Run *run, const char *what, const char *why)
{
	run->status = ats_cli_worse(run->status, ats_cli_failed(what, why));
}

/* what one terminal shows of both standard output and standard error need not stand there twice */
static gboolean
is_shown(const Run *run)
{
	return run->tell_failures && run->plan->format == ATSCHECK_WRITER_TEXT &&
	       !writes_to_file(run) && isatty(STDOUT_FILENO) && isatty(STDERR_FILENO);
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

static void
take_kept(Run *run, const AtsBatchResult *result)
{
	const char *path = path_of(result);

	if (result->outcome.checked)
		note_findings(run, &result->outcome, ats_cli_policy_get_fail_on(run->policy, path));
	else
		note_failure(run, result->name, result->outcome.message);
	ats_cli_policy_pass(run->policy, path);
	ats_batch_journal_note(run->journal, result->kept);
}

static gboolean
write_failure(Run *run, const AtsBatchResult *result, GError **error)
{
	if (is_shown(run))
		run->status = ats_cli_worse(run->status, ATS_CLI_FAILED);
	else
		note_failure(run, result->name, result->outcome.message);
	return !run->tell_failures || atscheck_writer_add_failure(run->writer,
								  result->name,
								  result->bytes,
								  result->failure,
								  error);
}

static gboolean
take_new(Run *run, const AtsBatchResult *result, GError **error)
{
	g_autofree char *settings = ats_cli_policy_dup_settings(run->policy, path_of(result));
	AtscheckSeverity fail_on = ats_cli_policy_get_fail_on(run->policy, path_of(result));

	atscheck_writer_set_settings(run->writer, settings);
	atscheck_writer_set_fail_on(run->writer, fail_on);
	if (result->report == NULL)
		return write_failure(run, result, error);
	if (!run->accepts)
		note_findings(run, &result->outcome, fail_on);
	return atscheck_writer_add_report(run->writer, result->report, error);
}

static void
count(Run *run, const AtsBatchResult *result)
{
	run->n_documents++;
	run->n_kept += result->kept >= 0 ? 1 : 0;
	if (result->outcome.checked)
		run->n_verdicts[result->outcome.verdict]++;
}

static gboolean
take(gpointer data, const AtsBatchResult *result, GError **error)
{
	Run *run = data;
	gint64 since;

	if (result->problem != NULL) {
		note_failure(run, result->name, result->problem);
		return TRUE;
	}
	if (would_overwrite(run, result)) {
		run->overwrites = TRUE;
		g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_EXISTS, "");
		return FALSE;
	}
	count(run, result);
	if (result->kept >= 0) {
		take_kept(run, result);
		return TRUE;
	}
	since = g_get_monotonic_time();
	if (!take_new(run, result, error) || !note_written(run, error))
		return FALSE;
	if (run->timings != NULL)
		ats_cli_timings_note(run->timings, result, g_get_monotonic_time() - since);
	return TRUE;
}

static AtscheckReport *
review(gpointer data, const AtsBatchResult *result, AtscheckReport *report)
{
	const Run *run = data;

	return ats_cli_policy_review(run->policy, path_of(result), report);
}

static gint64
find_kept(gpointer data, const AtsBatchResult *result, const char *sha256, AtsBatchOutcome *outcome)
{
	const Run *run = data;
	g_autofree char *settings = ats_cli_policy_dup_settings(run->policy, path_of(result));
	const AtsBatchWanted wanted = {result->name, sha256, settings};

	return ats_batch_journal_find(run->journal, &wanted, outcome);
}

void
ats_cli_check_run_attach(AtsCliCheckRun *run, AtsBatch *batch)
{
	batch->find = run->journal != NULL ? find_kept : NULL;
	batch->review = review;
	batch->take = take;
	batch->others = &run->others;
	batch->data = run;
}

/* --- the start --- */

/* (nullable): lent */
static GOutputStream *
open_stream(Run *run, GError **error)
{
	const AtsCliCheckOptions *options = run->options;

	if (options->resume != NULL) {
		run->journal = ats_batch_journal_open(options->resume, error);
		return run->journal != NULL ? ats_batch_journal_stream(run->journal) : NULL;
	}
	run->output = ats_cli_output_open(options->output, error);
	return run->output != NULL ? ats_cli_output_stream(run->output) : NULL;
}

static gboolean
open_output(Run *run, GError **error)
{
	const AtsCliCheckOptions *options = run->options;
	const AtsCliCheckPlan *plan = run->plan;
	const char *path = options->resume != NULL ? options->resume : options->output;
	AtscheckWriterFlags flags = plan->flags | (plan->many ? ATSCHECK_WRITER_MANY : 0);
	GOutputStream *stream;

	if (path != NULL && (g_stat(path, &run->there) != 0 || !S_ISREG(run->there.st_mode)))
		memset(&run->there, 0, sizeof(run->there));
	stream = open_stream(run, error);
	if (stream == NULL)
		return FALSE;
	run->tell_failures =
	    plan->format != ATSCHECK_WRITER_TEXT || plan->many || options->output != NULL;
	run->writer = atscheck_writer_new(plan->format, flags, stream);
	atscheck_writer_set_width(run->writer, get_width(options));
	return TRUE;
}

static const char *
where_to(const AtsCliCheckOptions *options)
{
	if (options->resume != NULL)
		return options->resume;
	return options->output != NULL ? options->output : "standard output";
}

AtsCliCheckRun *
ats_cli_check_run_open(const AtsCliCheckOptions *options,
		       const AtsCliCheckPlan *plan,
		       AtsCliStatus *status)
{
	g_autoptr(AtsCliCheckRun) run = g_new0(AtsCliCheckRun, 1);
	g_autoptr(GError) error = NULL;

	run->options = options;
	run->plan = plan;
	run->where = where_to(options);
	run->accepts = options->write_baseline != NULL;
	run->timings = options->timings ? ats_cli_timings_new() : NULL;
	run->policy = ats_cli_policy_new(&plan->policy);
	*status = ATS_CLI_USAGE;
	if (run->policy == NULL)
		return NULL;
	if (open_output(run, &error))
		return g_steal_pointer(&run);
	*status = ats_cli_failed(run->where, error->message);
	return NULL;
}

void
ats_cli_check_run_free(AtsCliCheckRun *run)
{
	g_clear_object(&run->writer);
	g_clear_pointer(&run->policy, ats_cli_policy_free);
	g_clear_pointer(&run->timings, ats_cli_timings_free);
	g_clear_pointer(&run->output, ats_cli_output_free);
	g_clear_pointer(&run->journal, ats_batch_journal_free);
	g_free(run);
}

/* --- the end --- */

/* on a terminal all that was done is worth to be closed well; a file that is not whole is not put
 * in its place */
static AtsCliStatus
stop(Run *run, int signal)
{
	g_autoptr(GError) error = NULL;
	const char *fate = NULL;

	if (run->journal != NULL)
		fate = "the same command goes on from there";
	else if (run->options->output != NULL)
		fate = "the output file is left as it was";
	if (fate == NULL && run->n_documents > 0 && !atscheck_writer_finish(run->writer, &error))
		return ats_cli_failed(run->where, error->message);
	return ats_cli_stopped(signal, run->n_documents, fate);
}

static gboolean
close_output(Run *run, GError **error)
{
	if (!atscheck_writer_finish(run->writer, error))
		return FALSE;
	return run->journal != NULL ? ats_batch_journal_finish(run->journal, error)
				    : ats_cli_output_close(run->output, error);
}

static void
tell_others(const Run *run)
{
	g_autofree char *files = ats_batch_others_tell(&run->others);
	g_autofree char *folders = ats_batch_others_tell_folders(&run->others);

	if (files != NULL && !run->options->quiet)
		fprintf(stderr, "atscheck: %s\n", files);
	if (folders != NULL && !run->options->quiet)
		fprintf(stderr, "atscheck: %s\n", folders);
}

/* where the progress was, of a run whose output goes elsewhere */
static void
tell_counts(const Run *run)
{
	const guint *n = run->n_verdicts;
	guint n_checked =
	    n[ATSCHECK_VERDICT_PASS] + n[ATSCHECK_VERDICT_RISK] + n[ATSCHECK_VERDICT_FAIL];
	g_autofree char *kept = NULL;

	if (!run->plan->many || run->options->quiet || !ats_cli_terminal_has_progress() ||
	    !writes_to_file(run))
		return;
	kept = g_strdup_printf(" (%u from an earlier run)", run->n_kept);
	fprintf(stderr,
		"%u document%s%s: %u pass, %u risk, %u fail, %u not checked\n",
		run->n_documents,
		run->n_documents == 1 ? "" : "s",
		run->n_kept > 0 ? kept : "",
		n[ATSCHECK_VERDICT_PASS],
		n[ATSCHECK_VERDICT_RISK],
		n[ATSCHECK_VERDICT_FAIL],
		run->n_documents - n_checked);
}

static AtsCliStatus
finish(Run *run)
{
	g_autoptr(GError) error = NULL;

	/* there was nothing to check, and why not was said */
	if (run->n_documents == 0 && run->status != ATS_CLI_CLEAN) {
		tell_others(run);
		return run->status;
	}
	if (!close_output(run, &error))
		return ats_cli_failed(run->where, error->message);
	tell_counts(run);
	tell_others(run);
	return ats_cli_worse(
	    run->status,
	    ats_cli_policy_finish(run->policy, !run->options->quiet, run->plan->many));
}

AtsCliStatus
ats_cli_check_run_end(AtsCliCheckRun *run, int signal, const GError *error)
{
	if (run->overwrites)
		return ats_cli_usage("%s: that is a document to check", run->where);
	if (error != NULL)
		return ats_cli_failed(run->where, error->message);
	if (run->timings != NULL)
		ats_cli_timings_tell(run->timings);
	return signal != 0 ? stop(run, signal) : finish(run);
}
