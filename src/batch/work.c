/*
 * What is done for one path: it is loaded and checked.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/work.h"

#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

#include "batch/names.h"

/* how standard input is called in reports */
#define STDIN_NAME "(standard input)"

/* bytes of a report beside its texts, and how often it holds what they say: in them, in pieces, in
 * evidence */
#define REPORT_BYTES   (16 * 1024)
#define TEXTS_REPEATED 2

void
ats_batch_result_free(AtsBatchResult *result)
{
	g_free(result->path);
	g_free(result->name);
	g_free(result->problem);
	g_clear_object(&result->report);
	g_clear_error(&result->failure);
	g_clear_pointer(&result->bytes, g_bytes_unref);
	g_free(result->outcome.message);
	g_free(result);
}

static GBytes *
load(AtscheckChecker *checker,
     const AtsBatchResult *result,
     GCancellable *cancellable,
     GError **error)
{
	g_autoptr(GInputStream) stream = NULL;

	if (!result->is_stdin)
		return atscheck_checker_load_file(checker, result->path, cancellable, error);
	stream = g_unix_input_stream_new(STDIN_FILENO, FALSE);
	return atscheck_checker_load_stream(checker, stream, cancellable, error);
}

static gboolean
find_kept(const AtsBatch *batch, AtsBatchResult *result)
{
	g_autofree char *sha256 = NULL;

	if (batch->find == NULL || result->bytes == NULL)
		return FALSE;
	sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, result->bytes);
	result->kept = batch->find(batch->data, result, sha256, &result->outcome);
	return result->kept >= 0;
}

static void
review(const AtsBatch *batch, AtsBatchResult *result)
{
	AtscheckReport *whole = result->report;

	if (batch->review == NULL)
		return;
	result->report = batch->review(batch->data, result, whole);
	g_object_unref(whole);
}

static void
note_report(AtsBatchOutcome *outcome, AtscheckReport *report)
{
	guint worse = 0;

	outcome->checked = TRUE;
	outcome->verdict = atscheck_report_get_verdict(report);
	for (int severity = ATSCHECK_SEVERITY_ERROR; severity >= 0; severity--) {
		guint n = atscheck_report_count_findings(report, (AtscheckSeverity)severity);
		outcome->n_findings[severity] = n - worse;
		worse = n;
	}
}

void
ats_batch_work_on(const AtsBatch *batch, AtsBatchResult *result, GCancellable *cancellable)
{
	gint64 since;

	result->name = result->is_stdin ? g_strdup(STDIN_NAME) : ats_batch_name(result->path);
	if (result->problem != NULL)
		return;
	since = g_get_monotonic_time();
	result->bytes = load(batch->checker, result, cancellable, &result->failure);
	result->load_time = g_get_monotonic_time() - since;
	if (find_kept(batch, result)) {
		g_clear_pointer(&result->bytes, g_bytes_unref);
		return;
	}
	if (result->bytes != NULL)
		result->report = atscheck_checker_check_bytes(batch->checker,
							      result->bytes,
							      result->name,
							      cancellable,
							      &result->failure);
	if (result->report == NULL) {
		result->outcome.message = g_strdup(result->failure->message);
		return;
	}
	review(batch, result);
	note_report(&result->outcome, result->report);
	g_clear_pointer(&result->bytes, g_bytes_unref);
}

gsize
ats_batch_work_weigh(const AtsBatchResult *result)
{
	gsize weight = result->bytes != NULL ? g_bytes_get_size(result->bytes) : 0;
	g_autofree const AtscheckParser **parsers = NULL;
	const char *human;

	if (result->report == NULL)
		return weight;
	parsers = atscheck_parser_list(NULL);
	human = atscheck_report_get_text(result->report, "human");
	weight += human != NULL ? strlen(human) : 0;
	for (const AtscheckParser **parser = parsers; *parser != NULL; parser++) {
		const char *text =
		    atscheck_report_get_text(result->report, atscheck_parser_get_id(*parser));
		weight += text != NULL ? strlen(text) : 0;
	}
	return REPORT_BYTES + weight * TEXTS_REPEATED;
}
