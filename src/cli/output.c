/*
 * Where the output goes: standard output, or a file that appears only when it is whole.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/failure.h"

/* bytes written at once: most reports are smaller */
#define BUFFER_BYTES (64 * 1024)

/* rights of a new file, before the user's mask */
#define FILE_MODE 0666

/* names that are tried beside the file's: that one of them is free is next to certain */
#define NAME_TRIES 8

struct AtsCliOutput {
	GOutputStream *stream;
	char *path; /* of the file in the end; NULL: nothing is to be moved */
	char *part; /* of the file meanwhile; NULL: it has no name yet, and is gone if we are killed
		     */
	int fd;	    /* the stream's */
};

/* a file without a name, in the folder of the one to be */
static int
open_nameless(const AtsCliOutput *output)
{
	g_autofree char *folder = g_path_get_dirname(output->path);

	/* by which it is named later */
	if (access("/proc/self/fd", X_OK) != 0)
		return -1;
	return open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, FILE_MODE);
}

/* a file beside the one to be, so that moving it there is one step; for filesystems that know no
 * files without a name */
static int
open_named(AtsCliOutput *output)
{
	mode_t mask = umask(0);
	int fd;

	umask(mask);
	output->part = g_strconcat(output->path, ".XXXXXX", NULL);
	fd = g_mkstemp_full(output->part, O_WRONLY | O_CLOEXEC, FILE_MODE & (int)~mask);
	if (fd < 0)
		g_clear_pointer(&output->part, g_free);
	return fd;
}

static gboolean
is_special(const char *path)
{
	GStatBuf st;

	return g_stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static int
open_file(AtsCliOutput *output, const char *path)
{
	char *real = NULL;
	int fd;

	if (is_special(path))
		return g_open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
	/* a link stays one, and what it points to is replaced */
	real = realpath(path, NULL);
	output->path = g_strdup(real != NULL ? real : path);
	free(real);
	fd = open_nameless(output);
	return fd >= 0 ? fd : open_named(output);
}

AtsCliOutput *
ats_cli_output_open(const char *path, GError **error)
{
	g_autoptr(AtsCliOutput) output = g_new0(AtsCliOutput, 1);
	g_autoptr(GOutputStream) raw = NULL;
	int fd = path == NULL ? STDOUT_FILENO : open_file(output, path);

	if (fd < 0) {
		ats_batch_fail(error, errno);
		return NULL;
	}
	raw = g_unix_output_stream_new(fd, path != NULL);
	output->fd = fd;
	output->stream = g_buffered_output_stream_new_sized(raw, BUFFER_BYTES);
	return g_steal_pointer(&output);
}

GOutputStream *
ats_cli_output_stream(AtsCliOutput *output)
{
	return output->stream;
}

/* gives the file a name beside the one to be: a link cannot take the place of a file */
static gboolean
name_part(AtsCliOutput *output, GError **error)
{
	g_autofree char *self = g_strdup_printf("/proc/self/fd/%d", output->fd);
	int reason = EEXIST;

	for (guint i = 0; i < NAME_TRIES && reason == EEXIST; i++) {
		g_autofree char *part = g_strdup_printf("%s.%08x", output->path, g_random_int());
		if (linkat(AT_FDCWD, self, AT_FDCWD, part, AT_SYMLINK_FOLLOW) == 0) {
			output->part = g_steal_pointer(&part);
			return TRUE;
		}
		reason = errno;
	}
	return ats_batch_fail(error, reason);
}

gboolean
ats_cli_output_close(AtsCliOutput *output, GError **error)
{
	if (output->path != NULL && output->part == NULL &&
	    (!g_output_stream_flush(output->stream, NULL, error) || !name_part(output, error)))
		return FALSE;
	/* a disk may be found to be full as late as here */
	if (!g_output_stream_close(output->stream, NULL, error))
		return FALSE;
	if (output->part == NULL)
		return TRUE;
	if (g_rename(output->part, output->path) != 0)
		return ats_batch_fail(error, errno);
	g_clear_pointer(&output->part, g_free);
	return TRUE;
}

void
ats_cli_output_free(AtsCliOutput *output)
{
	g_clear_object(&output->stream);
	if (output->part != NULL)
		g_unlink(output->part);
	g_free(output->part);
	g_free(output->path);
	g_free(output);
}
