/*
 * How a path is called where people and programs read it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/names.h"

static void
append_bytes(GString *name, const char *from, const char *to)
{
	for (; from < to; from++)
		g_string_append_printf(name, "\\x%02X", (guint)(guchar)*from);
}

static gboolean
looks_escaped(const char *p)
{
	return p[0] == '\\' && p[1] == 'x' && g_ascii_isxdigit(p[2]) && g_ascii_isxdigit(p[3]);
}

static gboolean
can_stand(const char *p)
{
	return !g_unichar_iscntrl(g_utf8_get_char(p)) && !looks_escaped(p);
}

char *
ats_batch_name(const char *path)
{
	GString *name = g_string_new(NULL);
	const char *p = path;

	while (*p != '\0') {
		gboolean valid = g_utf8_get_char_validated(p, -1) < (gunichar)-2;
		const char *next = valid ? g_utf8_next_char(p) : p + 1;
		if (valid && can_stand(p))
			g_string_append_len(name, p, next - p);
		else
			append_bytes(name, p, next);
		p = next;
	}
	return g_string_free(name, FALSE);
}
