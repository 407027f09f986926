/*
 * The rules of the filter, compiled. For syscalls-table.c, which the build runs, and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_syscalls_compile:
 * @reads_files: as for ats_syscalls_filter()
 * @self: the process that the filter is for: the one that it may send signals to
 *
 * Returns: (transfer full): the filter as the kernel takes it, an array of struct sock_filter, or
 * NULL with errno set
 */
GByteArray *
ats_syscalls_compile(gboolean reads_files, guint32 self);

/* the same for the processor that the kernel calls @machine (AUDIT_ARCH_AARCH64); for tests, which
 * hold what it allows there against what it allows here */
GByteArray *
ats_syscalls_compile_for(guint32 machine, gboolean reads_files, guint32 self);
