/*
 * Starts a worker with a document in its hands. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>
#include <sys/types.h>

#include "report/request.h"

typedef struct {
	pid_t pid;
	int answer; /* reading end of the pipe, not blocking; the caller closes it */
} AtsChild;

gboolean
ats_child_spawn(const char *program,
		GBytes *document,
		AtsRequest request,
		guint cpu_seconds,
		AtsChild *child,
		GError **error);
