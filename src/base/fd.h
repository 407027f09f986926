/*
 * Whole writes to a file descriptor, for the two sides of the wall between caller and worker. For
 * sandbox and worker.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_fd_write_all:
 * @fd: blocking
 *
 * Writes all of it, over interruptions and short writes.
 *
 * Returns: FALSE with errno set when a write fails
 */
gboolean
ats_fd_write_all(int fd, GBytes *bytes);
