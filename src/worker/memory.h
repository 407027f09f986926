/*
 * Tells a worker that ran into its memory limit from one that crashed: notes every request for
 * memory that was refused. For worker.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_memory_watch:
 *
 * From now on a crash (abort, trap, segmentation fault) after a refused request ends the program
 * with ATS_WORKER_EXIT_MEMORY; any other crash ends it by its signal as ever.
 */
void
ats_memory_watch(void);

/* whether any request for memory has been refused so far */
gboolean
ats_memory_was_refused(void);

/* bytes of address space that this process may have */
gulong
ats_memory_limit(void);
