/*
 * Takes all system calls from a process but those that reading a document needs: a filter that the
 * build has compiled from syscalls-rules.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/syscalls.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "syscalls-table.h"

GByteArray *
ats_syscalls_code(gboolean reads_files, guint32 self)
{
	GByteArray *bytes = g_byte_array_new();
	struct sock_filter *line;

	if (reads_files)
		g_byte_array_append(bytes,
				    (const guint8 *)code_reading_files,
				    sizeof(code_reading_files));
	else
		g_byte_array_append(bytes, (const guint8 *)code, sizeof(code));
	line = (struct sock_filter *)(void *)bytes->data;
	for (gsize i = 0; i < bytes->len / sizeof(*line); i++) {
		if (line[i].k == SELF)
			line[i].k = self;
	}
	return bytes;
}

gboolean
ats_syscalls_filter(gboolean reads_files)
{
#if defined(__x86_64__) || defined(__aarch64__)
	g_autoptr(GByteArray) bytes = ats_syscalls_code(reads_files, (guint32)getpid());
	const struct sock_fprog program = {
	    .len = (gushort)(bytes->len / sizeof(struct sock_filter)),
	    .filter = (struct sock_filter *)(void *)bytes->data,
	};

	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
#else
	errno = ENOSYS;
	return FALSE;
#endif
}
