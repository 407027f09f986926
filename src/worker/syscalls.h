/*
 * Takes all system calls from a process but those that reading a document needs. For lockdown.c and
 * tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_syscalls_filter:
 * @reads_files: whether files may be opened for reading, and looked for, at all; which ones is not
 * for a filter to know
 *
 * For good, in a process of one thread, after no_new_privs and as the last step: what sets the
 * process up is itself no longer allowed. A call that no honest library makes ends the process by
 * SIGSYS.
 *
 * Returns: FALSE with errno set: ENOSYS on a processor whose calls have not been measured
 */
gboolean
ats_syscalls_filter(gboolean reads_files);

/* (transfer full): the filter that would hold for the process @self, an array of struct
 * sock_filter; for tests, which hold it against its rules */
GByteArray *
ats_syscalls_code(gboolean reads_files, guint32 self);
