/*
 * Reads whole files within a limit, and never waits on anything that is not a regular file.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/load.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"

/* bytes read at a time */
#define CHUNK_BYTES (256 * ATS_KIB)

/* our own words for the usual reasons, so that a report does not depend on the user's language */
static void
set_unreadable(GError **error, int reason)
{
	const char *why;

	switch (reason) {
	case ENOENT:
	case ENOTDIR:
		why = "there is no such file";
		break;
	case EACCES:
	case EPERM:
		why = "you have no permission to read it";
		break;
	case ELOOP:
		why = "it is a symbolic link that leads back to itself";
		break;
	case ENAMETOOLONG:
		why = "its name is too long";
		break;
	case ENXIO:
		why = "it is a socket or device, not a file";
		break;
	default:
		why = g_strerror(reason);
	}
	g_set_error(error, ATS_ERROR, ATS_ERROR_UNREADABLE, "cannot be read: %s", why);
}

void
ats_load_set_too_large(GError **error, guint64 max_bytes)
{
	g_autofree char *limit = g_format_size_full(max_bytes, G_FORMAT_SIZE_IEC_UNITS);

	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_TOO_LARGE,
		    "too large: over the limit of %s",
		    limit);
}

static gboolean
check_kind(const struct stat *st, GError **error)
{
	const char *what;

	if (S_ISREG(st->st_mode))
		return TRUE;
	if (S_ISDIR(st->st_mode))
		what = "folder";
	else if (S_ISFIFO(st->st_mode))
		what = "named pipe";
	else
		what = "device";
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_UNREADABLE,
		    "cannot be read: it is a %s, not a file",
		    what);
	return FALSE;
}

/* O_NONBLOCK: opening a pipe without a writer would wait for one */
static int
open_regular(const char *path, struct stat *st, GError **error)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (fd < 0) {
		set_unreadable(error, errno);
		return -1;
	}
	if (fstat(fd, st) != 0)
		set_unreadable(error, errno);
	else if (check_kind(st, error))
		return fd;
	close(fd);
	return -1;
}

GBytes *
ats_load_stream(GInputStream *stream, guint64 max_bytes, GCancellable *cancellable, GError **error)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	g_autofree guint8 *chunk = g_malloc(CHUNK_BYTES);

	while (TRUE) {
		g_autoptr(GError) local = NULL;
		gssize n = g_input_stream_read(stream, chunk, CHUNK_BYTES, cancellable, &local);
		if (n == 0)
			return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
		if (n < 0 && g_error_matches(local, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
			g_propagate_error(error, g_steal_pointer(&local));
			return NULL;
		}
		if (n < 0) {
			g_set_error(error,
				    ATS_ERROR,
				    ATS_ERROR_UNREADABLE,
				    "cannot be read: %s",
				    local->message);
			return NULL;
		}
		if ((guint64)n > max_bytes - bytes->len) {
			ats_load_set_too_large(error, max_bytes);
			return NULL;
		}
		g_byte_array_append(bytes, chunk, (guint)n);
	}
}

GBytes *
ats_load_file(const char *path, guint64 max_bytes, GCancellable *cancellable, GError **error)
{
	g_autoptr(GInputStream) stream = NULL;
	struct stat st;
	int fd = open_regular(path, &st, error);

	if (fd < 0)
		return NULL;
	stream = g_unix_input_stream_new(fd, TRUE);
	/* said before it is read; a file that grows meanwhile is stopped while it is read */
	if ((guint64)st.st_size > max_bytes) {
		ats_load_set_too_large(error, max_bytes);
		return NULL;
	}
	return ats_load_stream(stream, max_bytes, cancellable, error);
}
