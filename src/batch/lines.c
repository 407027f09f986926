/*
 * The whole lines of a file, from an offset on.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* bytes read at a time: most lines fit */
#define CHUNK_BYTES (128 * 1024)

/* bytes of a line; the largest report that a worker may give is 64 MiB, before it is escaped */
#define LINE_BYTES_MOST (512 * 1024 * 1024)

struct AtsBatchLines {
	int fd;
	gint64 offset; /* of what is read next */
	GString *buffer;
	gsize start;	/* of the next line in @buffer */
	gsize searched; /* bytes behind @start that hold no end */
	int failed;	/* errno; 0: it did not */
};

AtsBatchLines *
ats_batch_lines_new(int fd, gint64 offset)
{
	AtsBatchLines *lines = g_new0(AtsBatchLines, 1);

	lines->fd = fd;
	lines->offset = offset;
	lines->buffer = g_string_sized_new(CHUNK_BYTES);
	return lines;
}

void
ats_batch_lines_free(AtsBatchLines *lines)
{
	g_string_free(lines->buffer, TRUE);
	g_free(lines);
}

/* FALSE at the end of the file */
static gboolean
read_on(AtsBatchLines *lines)
{
	gsize held;
	ssize_t n;

	g_string_erase(lines->buffer, 0, (gssize)lines->start);
	lines->start = 0;
	held = lines->buffer->len;
	if (held > LINE_BYTES_MOST) {
		lines->failed = EFBIG;
		return FALSE;
	}
	g_string_set_size(lines->buffer, held + CHUNK_BYTES);
	do
		n = pread(lines->fd, lines->buffer->str + held, CHUNK_BYTES, lines->offset);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		lines->failed = errno;
	g_string_truncate(lines->buffer, held + (gsize)MAX(n, 0));
	lines->offset += MAX(n, 0);
	return n > 0;
}

const char *
ats_batch_lines_next(AtsBatchLines *lines, gsize *length)
{
	while (TRUE) {
		const char *from = lines->buffer->str + lines->start;
		gsize held = lines->buffer->len - lines->start;
		const char *end = memchr(from + lines->searched, '\n', held - lines->searched);
		if (end != NULL) {
			*length = (gsize)(end - from);
			lines->start += *length + 1;
			lines->searched = 0;
			return from;
		}
		lines->searched = held;
		if (!read_on(lines))
			return NULL;
	}
}

gboolean
ats_batch_lines_failed(const AtsBatchLines *lines)
{
	errno = lines->failed;
	return lines->failed != 0;
}
