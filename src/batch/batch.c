/*
 * Checks many documents: the loop that takes what the crew has done.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/batch.h"

#include <unistd.h>

#include "batch/counter.h"
#include "batch/crew.h"
#include "batch/progress.h"
#include "batch/signals.h"
#include "batch/work.h"

/* microseconds between two looks at the progress: ten a second */
#define TICK_US (G_USEC_PER_SEC / 10)

typedef struct {
	const AtsBatch *batch;
	AtsBatchProgress *progress; /* NULL: not shown */
	AtsBatchCounter *counter;   /* NULL: not shown */
	AtsBatchCount count;
} Run;

static void
stop_crew(gpointer crew)
{
	ats_batch_crew_stop(crew);
}

static void
show(Run *run)
{
	if (run->progress == NULL)
		return;
	run->count.n_known = ats_batch_counter_get(run->counter, &run->count.all_known);
	ats_batch_progress_show(run->progress, &run->count);
}

static gboolean
is_dropped(const AtsBatchResult *result)
{
	return g_error_matches(result->failure, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* whether something will be written to the terminal about it */
static gboolean
is_told(const AtsBatch *batch, const AtsBatchResult *result)
{
	return result->problem != NULL || !result->outcome.checked ||
	       (batch->speaks && isatty(STDOUT_FILENO));
}

static gboolean
take(Run *run, const AtsBatchResult *result, GError **error)
{
	gboolean hides = run->progress != NULL && is_told(run->batch, result);

	if (is_dropped(result))
		return TRUE;
	if (hides)
		ats_batch_progress_hide(run->progress);
	if (result->problem == NULL) {
		run->count.n_done++;
		run->count.n_failures += result->outcome.checked ? 0 : 1;
		run->count.n_fail +=
		    result->outcome.checked && result->outcome.verdict == ATSCHECK_VERDICT_FAIL;
	}
	if (!run->batch->take(run->batch->data, result, error))
		return FALSE;
	/* at once: a line that is gone until the next tick would flicker */
	if (hides)
		show(run);
	return TRUE;
}

static gboolean
take_all(Run *run, AtsBatchCrew *crew, GError **error)
{
	gint64 tick = g_get_monotonic_time() + TICK_US;

	while (TRUE) {
		g_autoptr(AtsBatchResult) result = NULL;
		AtsBatchCrewState state = ats_batch_crew_next(crew, tick, &result);
		if (state == ATS_BATCH_CREW_END)
			return TRUE;
		if (state == ATS_BATCH_CREW_RESULT && !take(run, result, error))
			return FALSE;
		if (g_get_monotonic_time() < tick)
			continue;
		show(run);
		tick = g_get_monotonic_time() + TICK_US;
	}
}

gboolean
ats_batch_run(const AtsBatch *batch, int *signal, GError **error)
{
	g_autoptr(AtsBatchCrew) crew = NULL;
	/* freed before the crew that it stops */
	g_autoptr(AtsBatchSignals) signals = ats_batch_signals_new();
	g_autoptr(AtsBatchProgress) progress = batch->progress ? ats_batch_progress_new() : NULL;
	g_autoptr(AtsBatchCounter) counter = batch->progress ? ats_batch_counter_new(batch->wish)
							     : NULL;
	Run run = {.batch = batch, .progress = progress, .counter = counter};
	gboolean done;

	crew = ats_batch_crew_new(batch, error);
	if (crew == NULL)
		return FALSE;
	ats_batch_signals_watch(signals, stop_crew, crew);
	done = take_all(&run, crew, error);
	if (progress != NULL)
		ats_batch_progress_hide(progress);
	*signal = ats_batch_signals_get(signals);
	if (done && *signal == 0 && batch->others != NULL)
		*batch->others = *ats_batch_crew_get_others(crew);
	return done;
}
