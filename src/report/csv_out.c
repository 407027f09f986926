/*
 * CSV as RFC 4180 has it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/csv_out.h"

#include <string.h>

/* longest number: a score or share, or 64 bits in decimal */
#define NUMBER_BYTES 32

/* the signs by which spreadsheets know a formula, with their full-width forms, which some take for
 * the same */
static gboolean
begins_formula(gunichar c)
{
	switch (c) {
	case '=':
	case '+':
	case '-':
	case '@':
	case 0xFF1D:
	case 0xFF0B:
	case 0xFF0D:
	case 0xFF20:
		return TRUE;
	default:
		return FALSE;
	}
}

/* what a spreadsheet may drop before it looks: spaces, controls, marks that nobody sees */
static gboolean
is_dropped(gunichar c)
{
	return g_unichar_isspace(c) || g_unichar_iscntrl(c) ||
	       g_unichar_type(c) == G_UNICODE_FORMAT;
}

static gboolean
is_formula(const char *text)
{
	while (*text != '\0' && is_dropped(g_utf8_get_char(text)))
		text = g_utf8_next_char(text);
	return begins_formula(g_utf8_get_char(text));
}

static void
separate(GString *row)
{
	if (row->len > 0 && row->str[row->len - 1] != '\n')
		g_string_append_c(row, ',');
}

/* a CSV is looked at on a terminal too: what would steer it is shown in its stead */
static void
append_cell(GString *row, const char *text)
{
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (c == '"')
			g_string_append_c(row, '"');
		if (g_unichar_iscntrl(c) && strchr("\t\r\n", (int)c) == NULL)
			g_string_append_printf(row, "<U+%04X>", c);
		else
			g_string_append_unichar(row, c);
	}
}

void
ats_csv_text(GString *row, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
	gboolean formula = is_formula(valid);
	gboolean first = row->len == 0 || row->str[row->len - 1] == '\n';
	/* an empty first cell is quoted, so that the next one knows that it is not the first */
	gboolean quoted = formula || strpbrk(valid, "\",\r\n") != NULL || (*valid == '\0' && first);

	separate(row);
	g_string_append(row, quoted ? "\"" : "");
	g_string_append(row, formula ? "'" : "");
	append_cell(row, valid);
	g_string_append(row, quoted ? "\"" : "");
}

void
ats_csv_int(GString *row, guint64 value)
{
	separate(row);
	g_string_append_printf(row, "%" G_GUINT64_FORMAT, value);
}

void
ats_csv_number(GString *row, double value, guint decimals)
{
	char format[] = "%.0f", buffer[NUMBER_BYTES];

	format[2] = (char)('0' + MIN(decimals, 9));
	separate(row);
	g_string_append(row, g_ascii_formatd(buffer, sizeof(buffer), format, value));
}

void
ats_csv_end(GString *row)
{
	g_string_append(row, "\r\n");
}
