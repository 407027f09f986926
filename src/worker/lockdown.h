/*
 * What a worker gives up before it looks at a stranger's bytes. For worker.c and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "base/level.h"

/**
 * AtsLockdown:
 * @folders: (nullable) (array zero-terminated=1): where the program's libraries read files while
 * they work; NULL: they open none
 */
typedef struct {
	AtsSandboxMode mode;
	guint cpu_seconds;
	guint memory_mib;
	const char *const *folders;
} AtsLockdown;

/**
 * ats_lockdown:
 * @level: (out): what was reached
 *
 * Takes away, in the running process and for good: memory, CPU time, files and processes over the
 * limits, foreign file descriptors, standard streams, new privileges, core dumps, and life after
 * the parent; then all files but those below @folders, and all system calls that reading a document
 * does not need. What libraries load late must be there before (ats_worker_warm_up()).
 *
 * Returns: FALSE with ATS_ERROR_INTERNAL if a resource, or anything that is required, could not be
 * taken away
 */
gboolean
ats_lockdown(const AtsLockdown *wish, AtsSandboxLevel *level, GError **error);
