/*
 * Fences a process in by Landlock: files outside a few folders, the net, and other processes are
 * out of its reach. For lockdown.c and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* the version of Landlock's interface that this kernel offers; 0: none, or it is switched off */
guint
ats_landlock_version(void);

/**
 * ats_landlock_enforce:
 * @folders: (nullable) (array zero-terminated=1): what may still be read, with all below; those
 * that are not there do not matter
 *
 * For good, in the calling thread, which needs no_new_privs. Denies all that the kernel's version
 * can deny.
 *
 * Returns: FALSE with errno set
 */
gboolean
ats_landlock_enforce(guint version, const char *const *folders);
