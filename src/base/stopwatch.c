/*
 * Where the time of a document goes: how long each stage of its way took.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/stopwatch.h"

#include <time.h>

const char *
ats_stage_name(AtsStage stage)
{
	static const char *const names[ATS_STAGE_LAST] = {
	    [ATS_STAGE_START] = "start",
	    [ATS_STAGE_EXTRACT] = "extract",
	    [ATS_STAGE_LAYOUT] = "layout",
	    [ATS_STAGE_READINGS] = "readings",
	    [ATS_STAGE_RESUME] = "resume",
	    [ATS_STAGE_CHECKS] = "checks",
	    [ATS_STAGE_ANSWER] = "answer",
	};

	return names[stage];
}

/* of this thread, of which a worker has but one; the clock of the process only ticks */
static gint64
cpu_now(void)
{
	struct timespec now;

	if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) != 0)
		return 0;
	return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

void
ats_stopwatch_start(AtsStopwatch *watch)
{
	watch->wall = g_get_monotonic_time();
	watch->cpu = cpu_now();
}

void
ats_stopwatch_lap(AtsStopwatch *watch, AtsTimings *timings, AtsStage stage)
{
	AtsStopwatch before = *watch;
	AtsLap *span = &timings->spans[stage];

	ats_stopwatch_start(watch);
	span->wall += (guint32)(watch->wall - before.wall);
	span->cpu += (guint32)(watch->cpu - before.cpu);
}
