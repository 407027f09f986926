/*
 * The clocks that a job runs against: the wall's, and the processor time of the worker.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sandbox/clock.h"

#include <time.h>

gint
ats_clock_milliseconds_until(gint64 deadline)
{
	gint64 left = deadline - g_get_monotonic_time();

	return left <= 0 ? 0 : (gint)MIN((left + 999) / 1000, G_MAXINT);
}

gint64
ats_clock_cpu(pid_t pid)
{
	struct timespec used;
	clockid_t clock;

	if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
		return 0;
	return (gint64)used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}
