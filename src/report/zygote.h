/*
 * What the library, a zygote and a worker say to each other before any document is read: how a
 * worker program is started, how it is asked for a worker, and how a worker is asked for an answer.
 * For worker, sandbox, tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "base/level.h"

/*
 * A worker program is started with one socket and one of two words as its argument:
 *
 *   serve    it is a worker itself, for one job; the first that comes is its AtsWorkerLimits
 *   zygote   it reads no document, and forks a worker for each order that comes
 */
#define ATS_WORKER_SERVE  "serve"
#define ATS_WORKER_ZYGOTE "zygote"

/* the one descriptor beside the standard streams: a worker's channel, or a zygote's orders */
#define ATS_WORKER_FD 3

/* the highest of the standard streams that a worker goes without: its parsers print what they think
 * of a file, and nobody shall read it. What a sanitizer finds shall be read */
#ifdef ATS_WITH_SANITIZER
#define ATS_WORKER_LAST_CLOSED 1
#else
#define ATS_WORKER_LAST_CLOSED 2
#endif

/**
 * AtsWorkerLimits:
 * @cpu_seconds: that the worker may use in its whole life; the library counts those of each job
 * @memory_mib: of address space
 */
typedef struct {
	guint32 cpu_seconds;
	guint32 memory_mib;
	AtsSandboxMode mode;
} AtsWorkerLimits;

/**
 * AtsForkOrder:
 * @limits: of the new worker
 *
 * The library's word to a zygote, by a socket that keeps messages apart; the zygote ends when the
 * socket does. Two descriptors come with it: the new worker's channel, and the lease on it.
 *
 * A lease tells the library of the worker's birth and death, by an AtsLeaseNews each. It also ends
 * the worker: when the library shuts or closes its end, the zygote kills the worker.
 */
typedef struct {
	AtsWorkerLimits limits;
} AtsForkOrder;

#define ATS_FORK_FDS 2

typedef struct {
	gint32 value; /* first the process, or, negative, the errno why there is none; then its
			 status as of wait() */
} AtsLeaseNews;

/* bytes of a request as it crosses a channel (report/request.h), filled up with zeros; the longest
 * has about 60. The document comes with it, as a sealed memory file. The answer is a frame
 * (report/frame.h); a worker answers one job after the other until its channel ends. */
#define ATS_JOB_BYTES 256

typedef struct {
	char request[ATS_JOB_BYTES];
} AtsJob;

#define ATS_JOB_FDS 1
