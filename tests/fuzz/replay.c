/*
 * Gives the files of a folder to a fuzz target, one after the other: so that inputs once
 * found stay mended in every build, with any compiler.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib.h>
#include <stdlib.h>

#include "target.h"

static gboolean
replay(const char *path)
{
	g_autofree char *data = NULL;
	g_autofree guint8 *exact = NULL;
	gsize length;

	if (!g_file_get_contents(path, &data, &length, NULL))
		return FALSE;
	/* without the zero behind its end that GLib adds, which would hide a read too far */
	exact = g_memdup2(data, length);
	return LLVMFuzzerTestOneInput(exact, length) == 0;
}

int
main(int argc, char **argv)
{
	g_autoptr(GDir) folder = argc == 2 ? g_dir_open(argv[1], 0, NULL) : NULL;
	const char *name;
	int n = 0;
	int failed = 0;

	if (folder == NULL)
		return EXIT_FAILURE;
	while ((name = g_dir_read_name(folder)) != NULL) {
		g_autofree char *path = g_build_filename(argv[1], name, NULL);
		gboolean ok = replay(path);
		g_print("%s %d - %s\n", ok ? "ok" : "not ok", ++n, name);
		failed += !ok;
	}
	g_print("1..%d\n", n);
	return n > 0 && failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
