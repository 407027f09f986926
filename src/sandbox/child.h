/*
 * A running worker as the library holds it: its channel, and a way to end it and to know how it
 * ended. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>
#include <sys/types.h>

#include "report/request.h"
#include "report/zygote.h"
#include "sandbox/zygote.h"

/**
 * AtsChild:
 * @pid: of the worker
 * @channel: jobs out, answers in
 * @lease: of one that a zygote forked (report/zygote.h); -1: our own child
 * @limits: that it was made with
 * @n_jobs: that it was given
 * @done: it takes no more of them
 */
typedef struct {
	pid_t pid;
	int channel;
	int lease;
	AtsWorkerLimits limits;
	guint n_jobs;
	gboolean done;
} AtsChild;

/* starts the program as a worker for one job; it loads, and then waits for its limits. It dies with
 * the calling thread */
AtsChild *
ats_child_spawn(const char *program, GError **error);

/* once, before the first job. One that is gone is known by what becomes of the job */
void
ats_child_limit(AtsChild *child, AtsWorkerLimits limits);

/**
 * ats_child_fork:
 *
 * @deadline: monotonic time; a zygote that has not answered by then does so never
 *
 * Has a worker forked.
 *
 * Returns: NULL with ATS_ERROR_INTERNAL; @lost then says whether the zygote is gone or does not
 * answer, so that another one may do better
 */
AtsChild *
ats_child_fork(AtsZygote *zygote,
	       AtsWorkerLimits limits,
	       gint64 deadline,
	       gboolean *lost,
	       GError **error);

/* FALSE: it is gone, and has not looked at the document */
gboolean
ats_child_send(AtsChild *child, AtsRequest request, int document);

/* whether it waits for a job, as it should: it has neither ended nor said anything unasked */
gboolean
ats_child_is_waiting(const AtsChild *child);

/**
 * ats_child_end:
 * @deadline: monotonic time; until then it may end by itself, for the sake of knowing how
 * @killed: (out): it did not, and was killed
 *
 * Returns: FALSE when nobody knows how it ended: a host that ignores SIGCHLD, or waits for all its
 * children; or its zygote is gone, or does not answer
 */
gboolean
ats_child_end(AtsChild *child, gint64 deadline, int *status, gboolean *killed);

/* ends one that has a single job, and does not wait for that: unmapping all its libraries takes a
 * while. FALSE, and nothing happens: it is another's, or known to have ended */
gboolean
ats_child_dismiss(AtsChild *child);

/* ends it, if it is not ended */
void
ats_child_free(AtsChild *child);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsChild, ats_child_free)
