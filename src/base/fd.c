/*
 * Whole writes to a file descriptor.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/fd.h"

#include <errno.h>
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
