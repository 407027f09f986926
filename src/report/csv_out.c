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

void
ats_csv_text(GString *row, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
	gboolean formula = is_formula(valid);
	gboolean first = row->len == 0 || row->str[row->len - 1] == '\n';

	separate(row);
	/* an empty first cell is quoted, so that the next one knows that it is not the first */
	if (!formula && strpbrk(valid, "\",\r\n") == NULL && (*valid != '\0' || !first)) {
		g_string_append(row, valid);
		return;
	}
	g_string_append(row, formula ? "\"'" : "\"");
	for (const char *p = valid; *p != '\0'; p++) {
		if (*p == '"')
			g_string_append_c(row, '"');
		g_string_append_c(row, *p);
	}
	g_string_append_c(row, '"');
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
