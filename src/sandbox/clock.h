/*
 * The clocks that a job runs against: the wall's, and the processor time of the worker. For the
 * files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>
#include <sys/types.h>

/* rounded up, so that the last wait does not turn into many of none; 0 when @deadline (monotonic
 * time) has passed */
gint
ats_clock_milliseconds_until(gint64 deadline);

/* microseconds of processor time that a process has used in its life; 0 when it is gone */
gint64
ats_clock_cpu(pid_t pid);
