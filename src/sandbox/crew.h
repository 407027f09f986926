/*
 * The workers of one worker program: its zygote, the workers that are free, and how many there are.
 * Who may have one, and when, is pool.c's business. For pool.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "sandbox/child.h"
#include "sandbox/pool.h"

/**
 * AtsCrew:
 * @lock: of all that follows; lent, one for all crews of a pool
 * @zygote: NULL: not yet needed
 * @alone: the child of the first document, no zygote's: prepared, or dismissed and not yet waited
 * for; NULL: none, or at work
 * @free: (element-type AtsChild): each waits for a job, and the last used is first
 * @n_workers: free, at work, or being started
 * @used: a document has come
 */
typedef struct {
	GMutex *lock;
	char *program;
	AtsZygote *zygote;
	AtsChild *alone;
	GQueue free;
	guint n_workers;
	gboolean used;
} AtsCrew;

AtsCrew *
ats_crew_new(const char *program, GMutex *lock);

void
ats_crew_free(AtsCrew *crew);

/* --- while the lock is held --- */

/* (transfer full) (nullable): a free worker that was made with those limits; those that were not,
 * or have ended, are dropped */
AtsChild *
ats_crew_take(AtsCrew *crew, const AtsWorkerLimits *limits);

/* @child: (transfer full): waits for its next job */
void
ats_crew_keep(AtsCrew *crew, AtsChild *child);

/* those that are free were made for other settings than those that hold now */
void
ats_crew_drop(AtsCrew *crew);

/* --- while it is not --- */

/* starts a worker for the first document, if it will have one of its own */
void
ats_crew_prepare(AtsCrew *crew);

/**
 * ats_crew_make:
 * @isolation: workers that are not kept need no zygote for the first of them
 * @limits: of a worker that may come to do as many jobs as one does at most
 * @cpu_seconds: of one that does a single job
 *
 * Returns: (transfer full): a worker without a job, or NULL with ATS_ERROR_INTERNAL
 */
AtsChild *
ats_crew_make(AtsCrew *crew,
	      AtsIsolation isolation,
	      AtsWorkerLimits limits,
	      guint cpu_seconds,
	      GError **error);
