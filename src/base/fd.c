/*
 * Whole writes to a file descriptor, and descriptors handed from process to process.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/fd.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

gboolean
ats_fd_write_all(int fd, GBytes *bytes)
{
	gsize left;
	const char *data = g_bytes_get_data(bytes, &left);

	while (left > 0) {
		ssize_t n = write(fd, data, left);
		if (n < 0 && errno != EINTR)
			return FALSE;
		data += MAX(n, 0);
		left -= (gsize)MAX(n, 0);
	}
	return TRUE;
}

/* room for the descriptors beside a message, aligned as the system wants it */
typedef union {
	struct cmsghdr header;
	char bytes[CMSG_SPACE(ATS_FD_MOST * sizeof(int))];
} Beside;

gboolean
ats_fd_send(int socket, gconstpointer data, gsize length, const int *fds, guint n_fds)
{
	struct iovec part = {(void *)data, length};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
	Beside beside = {0};
	ssize_t n;

	g_return_val_if_fail(n_fds <= ATS_FD_MOST, FALSE);
	if (n_fds > 0) {
		beside.header.cmsg_level = SOL_SOCKET;
		beside.header.cmsg_type = SCM_RIGHTS;
		beside.header.cmsg_len = CMSG_LEN(n_fds * sizeof(int));
		memcpy(CMSG_DATA(&beside.header), fds, n_fds * sizeof(int));
		message.msg_control = &beside;
		message.msg_controllen = CMSG_SPACE(n_fds * sizeof(int));
	}
	do {
		n = sendmsg(socket, &message, MSG_NOSIGNAL);
	} while (n < 0 && errno == EINTR);
	return n == (ssize_t)length;
}

static guint
take_fds(struct msghdr *message, int *taken)
{
	struct cmsghdr *header = CMSG_FIRSTHDR(message);
	guint n;

	if (header == NULL || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
		return 0;
	n = (guint)((header->cmsg_len - CMSG_LEN(0)) / sizeof(int));
	memcpy(taken, CMSG_DATA(header), n * sizeof(int));
	return n;
}

gboolean
ats_fd_receive(int socket, gpointer data, gsize length, int *fds, guint n_fds)
{
	struct iovec part = {data, length};
	Beside beside = {0};
	struct msghdr message = {
	    .msg_iov = &part,
	    .msg_iovlen = 1,
	    .msg_control = &beside,
	    .msg_controllen = sizeof(beside),
	};
	int taken[ATS_FD_MOST];
	guint n_taken;
	ssize_t n;

	do {
		n = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return FALSE;
	n_taken = take_fds(&message, taken);
	if (n == (ssize_t)length && n_taken == n_fds) {
		if (n_fds > 0)
			memcpy(fds, taken, n_fds * sizeof(int));
		return TRUE;
	}
	for (guint i = 0; i < n_taken; i++)
		close(taken[i]);
	return FALSE;
}

void
ats_fd_clear(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}
