/*
 * The workers of one checker: who is free, how many there are, when one is replaced. For sandbox,
 * api, tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

#include "base/level.h"
#include "report/request.h"

typedef struct _AtsPool AtsPool;

typedef struct {
	guint wall_ms;	   /* milliseconds from start to answer */
	guint cpu_seconds; /* of the worker's own time */
	guint memory_mib;  /* of workers that are started from now on; 0: as usual */
} AtsSandboxLimits;

guint
ats_limits_memory_mib(const AtsSandboxLimits *limits);

typedef enum {
	ATS_ISOLATION_DOCUMENT, /* no worker sees two documents */
	ATS_ISOLATION_POOL,	/* a worker serves many, one after the other */
	ATS_ISOLATION_LAST
} AtsIsolation;

/* no process is started before the first document comes, or is prepared for */
AtsPool *
ats_pool_new(void);

/* ends all its workers; none may be at work */
void
ats_pool_free(AtsPool *pool);

/* of documents that come from now on */
void
ats_pool_set_isolation(AtsPool *pool, AtsIsolation isolation);

/* of workers that are started from now on */
void
ats_pool_set_mode(AtsPool *pool, AtsSandboxMode mode);

/* @n_workers: of each program, at once; more documents wait for their turn. 0: one a processor */
void
ats_pool_set_workers(AtsPool *pool, guint n_workers);

/* starts @program now, if a document of its own process may come: it loads while the caller still
 * does other things. Only a matter of speed: where it fails, nothing is said */
void
ats_pool_prepare(AtsPool *pool, const char *program);

/**
 * ats_pool_run:
 * @program: a worker program
 * @bytes: for it
 * @sha256: (out) (optional) (transfer full): of @bytes, in hexadecimal; worked out while the worker
 * is at it; untouched on failure
 *
 * Has a worker answer a request on a document. Blocks; safe in any thread and beside other children
 * of the process. What a document's outcome is does not depend on the documents before it: a worker
 * that fails after earlier documents is replaced, and the document is given to a fresh one.
 *
 * Returns: (transfer full): an AtsReport, the GBytes of a picture, or the char * of words, or NULL
 * with an ATS_ERROR or G_IO_ERROR_CANCELLED
 */
gpointer
ats_pool_run(AtsPool *pool,
	     const char *program,
	     GBytes *bytes,
	     AtsRequest request,
	     const AtsSandboxLimits *limits,
	     char **sha256,
	     GCancellable *cancellable,
	     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsPool, ats_pool_free)
