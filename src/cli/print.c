/*
 * Small things that several commands print.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/print.h"

#include <string.h>

#include "cli/output.h"

AtsCliStatus
ats_cli_print_bytes(const void *data, gsize length, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsCliOutput) output = ats_cli_output_open(path, &error);
	g_autofree char *name = path != NULL ? ats_cli_display(path) : g_strdup("standard output");

	if (output != NULL &&
	    g_output_stream_write_all(ats_cli_output_stream(output),
				      data,
				      length,
				      NULL,
				      NULL,
				      &error) &&
	    ats_cli_output_close(output, &error))
		return ATS_CLI_CLEAN;
	return ats_cli_failed(name, error->message);
}

AtsCliStatus
ats_cli_print(const GString *text, const char *path)
{
	return ats_cli_print_bytes(text->str, text->len, path);
}

void
ats_cli_append_wrapped(GString *out, const char *lead, const char *text, guint columns)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	glong indent = g_utf8_strlen(lead, -1);
	glong column = indent;

	g_string_append(out, lead);
	for (gsize i = 0; words[i] != NULL; i++) {
		glong length = g_utf8_strlen(words[i], -1);
		if (i > 0 && columns > 0 && column + 1 + length > (glong)columns) {
			g_string_append_printf(out, "\n%*s", (int)indent, "");
			column = indent;
		} else if (i > 0) {
			g_string_append_c(out, ' ');
			column++;
		}
		g_string_append(out, words[i]);
		column += length;
	}
	g_string_append_c(out, '\n');
}

const char **
ats_cli_rule_ids(void)
{
	guint n;
	g_autofree const AtscheckRule **rules = atscheck_rule_list(&n);
	const char **ids = g_new0(const char *, n + 1);

	for (guint i = 0; i < n; i++)
		ids[i] = atscheck_rule_get_id(rules[i]);
	return ids;
}
