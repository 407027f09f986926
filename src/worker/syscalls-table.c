/*
 * Run by the build: prints the filters as tables of C, so that no worker has to load a compiler of
 * filters and to run it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <errno.h>
#include <linux/filter.h>
#include <stdlib.h>

#include "worker/syscalls-rules.h"

/* stands for the process that the filter will be for; no process and nothing in a rule has this
 * number */
#define SELF 0x5e1f5e1f

static gboolean
print(const char *name, gboolean reads_files)
{
	g_autoptr(GByteArray) bytes = ats_syscalls_compile(reads_files, SELF);
	const struct sock_filter *code;

	if (bytes == NULL)
		return FALSE;
	code = (const struct sock_filter *)(const void *)bytes->data;
	g_print("static const struct sock_filter %s[] = {\n", name);
	for (gsize i = 0; i < bytes->len / sizeof(*code); i++)
		g_print("\t{0x%04x, %u, %u, 0x%08x},\n",
			code[i].code,
			code[i].jt,
			code[i].jf,
			code[i].k);
	g_print("};\n");
	return TRUE;
}

int
main(void)
{
	g_print("#define SELF 0x%08x\n", SELF);
	if (print("code_reading_files", TRUE) && print("code", FALSE))
		return EXIT_SUCCESS;
	g_printerr("the filter cannot be compiled: %s\n", g_strerror(errno));
	return EXIT_FAILURE;
}
