/*
 * What a worker gives up before it looks at a stranger's bytes. For worker.c and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_lockdown:
 *
 * Takes away, in the running process and for good: memory, CPU time, files and processes over the
 * limits, foreign file descriptors, standard streams, new privileges, core dumps, and life after
 * the parent. FALSE with ATS_ERROR_INTERNAL if one of them could not be taken away.
 */
gboolean
ats_lockdown(guint cpu_seconds, GError **error);
