/*
 * Checks documents: loads them, sends them through the sandbox, and adds what the worker cannot
 * know.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/checker_private.h"
#include "api/load.h"
#include "api/ocr.h"
#include "api/outside.h"
#include "base/error.h"
#include "base/limits.h"
#include "report/override.h"

GBytes *
atscheck_checker_load_file(AtscheckChecker *self,
			   const char *path,
			   GCancellable *cancellable,
			   GError **error)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self) && path != NULL, NULL);
	return ats_load_file(path, self->max_bytes, cancellable, error);
}

GBytes *
atscheck_checker_load_stream(AtscheckChecker *self,
			     GInputStream *stream,
			     GCancellable *cancellable,
			     GError **error)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self) && G_IS_INPUT_STREAM(stream), NULL);
	return ats_load_stream(stream, self->max_bytes, cancellable, error);
}

/* the wish of the caller stands above the catalogue's severities */
static void
apply_severities(AtscheckChecker *self, AtsReport *report)
{
	GHashTableIter iter;
	gpointer rule;
	gpointer severity;

	g_hash_table_iter_init(&iter, self->severities);
	while (g_hash_table_iter_next(&iter, &rule, &severity)) {
		if (GPOINTER_TO_UINT(severity) == ATS_CHECKER_IGNORED)
			ats_report_ignore(report, rule);
		else
			ats_report_set_severity(report,
						rule,
						(AtsSeverity)GPOINTER_TO_UINT(severity));
	}
}

static AtsSandboxLimits
get_limits(AtscheckChecker *self)
{
	return (AtsSandboxLimits){
	    .wall_ms = self->timeout,
	    .cpu_seconds = atscheck_checker_get_max_cpu(self),
	    .memory_mib = (guint)(self->max_memory / ATS_MIB),
	};
}

char *
atscheck_checker_dup_sandbox_level(AtscheckChecker *self, GCancellable *cancellable, GError **error)
{
	AtsSandboxLimits limits;

	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), NULL);
	g_return_val_if_fail(cancellable == NULL || G_IS_CANCELLABLE(cancellable), NULL);
	limits = get_limits(self);
	return ats_sandbox_ask_level(self->pool, &limits, cancellable, error);
}

/* from the document in hand to the report in hand: what of it the worker does not account for */
static void
set_start(AtsTimings *timings, gint64 since)
{
	gint64 rest = g_get_monotonic_time() - since;

	for (guint i = ATS_STAGE_START + 1; i < ATS_STAGE_LAST; i++)
		rest -= timings->spans[i].wall;
	timings->spans[ATS_STAGE_START] = (AtsLap){.wall = (guint32)MAX(rest, 0)};
}

static gboolean
check_size(AtscheckChecker *self, GBytes *bytes, GError **error)
{
	if (g_bytes_get_size(bytes) <= self->max_bytes)
		return TRUE;
	ats_load_set_too_large(error, self->max_bytes);
	return FALSE;
}

AtscheckReport *
atscheck_checker_check_bytes(AtscheckChecker *self,
			     GBytes *bytes,
			     const char *name,
			     GCancellable *cancellable,
			     GError **error)
{
	AtsSandboxLimits limits;
	g_autoptr(AtsReport) report = NULL;
	g_autofree char *sha256 = NULL;
	gint64 since;

	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self) && bytes != NULL, NULL);
	g_return_val_if_fail(cancellable == NULL || G_IS_CANCELLABLE(cancellable), NULL);
	if (!check_size(self, bytes, error))
		return NULL;
	limits = get_limits(self);
	since = g_get_monotonic_time();
	report = ats_sandbox_check(self->pool, bytes, &limits, &sha256, cancellable, error);
	if (report == NULL)
		return NULL;
	set_start(&report->timings, since);
	ats_outside_judge(report, name, g_bytes_get_size(bytes));
	ats_expected_judge(self->expected, report);
	apply_severities(self, report);
	/* after what the caller leaves out, which need not be read */
	if (self->ocr && !ats_ocr_quote(report, self->pool, bytes, &limits, cancellable, error))
		return NULL;
	return atscheck_report_new(g_steal_pointer(&report),
				   name,
				   g_bytes_get_size(bytes),
				   g_steal_pointer(&sha256));
}

AtscheckReport *
atscheck_checker_check_file(AtscheckChecker *self,
			    const char *path,
			    GCancellable *cancellable,
			    GError **error)
{
	g_autoptr(GBytes) bytes = atscheck_checker_load_file(self, path, cancellable, error);
	g_autofree char *name = NULL;

	if (bytes == NULL)
		return NULL;
	name = g_filename_display_name(path);
	return atscheck_checker_check_bytes(self, bytes, name, cancellable, error);
}

GBytes *
atscheck_checker_draw_layout(AtscheckChecker *self,
			     GBytes *bytes,
			     guint page,
			     AtscheckPictureFormat format,
			     GCancellable *cancellable,
			     GError **error)
{
	AtsRequest request = {.page = page, .format = (AtsPictureFormat)format};
	AtsSandboxLimits limits;

	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self) && bytes != NULL && page > 0, NULL);
	g_return_val_if_fail(format <= ATSCHECK_PICTURE_SVG, NULL);
	g_return_val_if_fail(cancellable == NULL || G_IS_CANCELLABLE(cancellable), NULL);
	if (!check_size(self, bytes, error))
		return NULL;
	limits = get_limits(self);
	return ats_sandbox_draw(self->pool, bytes, request, &limits, cancellable, error);
}
