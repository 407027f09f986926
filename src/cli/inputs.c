/*
 * Reads a file of the command line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/inputs.h"

#include <gio/gunixinputstream.h>
#include <unistd.h>

GBytes *
ats_cli_load(AtscheckChecker *checker, const char *path, GError **error)
{
	g_autoptr(GInputStream) stream = NULL;

	if (!g_str_equal(path, ATS_CLI_STDIN))
		return atscheck_checker_load_file(checker, path, NULL, error);
	stream = g_unix_input_stream_new(STDIN_FILENO, FALSE);
	return atscheck_checker_load_stream(checker, stream, NULL, error);
}
