/*
 * Whole writes to a file descriptor, and descriptors handed from process to process, for the two
 * sides of the wall between caller and worker. For sandbox and worker.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* descriptors that one message carries at most */
#define ATS_FD_MOST 2

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

/**
 * ats_fd_send:
 * @socket: of the family AF_UNIX
 * @length: small enough to be taken at once
 * @fds: that the other side gets copies of
 * @n_fds: 0 to ATS_FD_MOST
 *
 * Sends a message. No signal comes when the other side is gone.
 *
 * Returns: FALSE with errno set when it could not be sent as a whole
 */
gboolean
ats_fd_send(int socket, gconstpointer data, gsize length, const int *fds, guint n_fds);

/**
 * ats_fd_receive:
 * @length: that a message must have
 * @fds: (out): the copies, closed on exec; the caller closes them
 * @n_fds: that a message must carry, 0 to ATS_FD_MOST
 *
 * Waits for a message. What came with one that is not as it must be is closed.
 *
 * Returns: FALSE at the end, on a failure, and for a message that is not as it must be
 */
gboolean
ats_fd_receive(int socket, gpointer data, gsize length, int *fds, guint n_fds);

/* closes it and forgets its number; nothing where there is none */
void
ats_fd_clear(int *fd);
