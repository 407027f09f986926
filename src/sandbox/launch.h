/*
 * Starts worker programs, and makes the sockets and memory files that they are given. For the files
 * of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>
#include <sys/types.h>

/**
 * ats_launch:
 * @argv: the program and its arguments (report/zygote.h), ended by NULL
 * @socket: what becomes the program's ATS_WORKER_FD
 *
 * posix_spawn() rather than fork(), since the host may be a large program with many threads. The
 * program inherits nothing else.
 */
gboolean
ats_launch(const char *const *argv, int socket, pid_t *pid, GError **error);

/* SOCK_STREAM or SOCK_SEQPACKET; both ends are closed on exec and not among the numbers that a
 * worker uses */
gboolean
ats_launch_socketpair(int type, int ends[2], GError **error);

/* a sealed memory file with the bytes, or -1 */
int
ats_launch_document(GBytes *bytes, GError **error);
