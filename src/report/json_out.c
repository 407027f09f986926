/*
 * JSON, written as it comes.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/json_out.h"

#include <math.h>
#include <string.h>

/* widest number: a double of 309 digits, its sign, point and decimals */
#define NUMBER_BYTES 340

void
ats_json_init(AtsJson *json, GString *out, AtsJsonStyle style)
{
	*json = (AtsJson){.out = out, .style = style};
}

static void
new_line(AtsJson *json)
{
	if (json->style == ATS_JSON_COMPACT)
		return;
	g_string_append_c(json->out, '\n');
	for (guint i = 0; i < 2 * json->depth; i++)
		g_string_append_c(json->out, ' ');
}

/* what must stand before the next key or value */
static void
separate(AtsJson *json)
{
	if (json->after_key) {
		json->after_key = FALSE;
		return;
	}
	if (json->filled[json->depth])
		g_string_append_c(json->out, ',');
	json->filled[json->depth] = TRUE;
	if (json->depth > 0)
		new_line(json);
}

void
ats_json_open(AtsJson *json, char open)
{
	g_assert(json->depth < ATS_JSON_DEPTH);
	separate(json);
	g_string_append_c(json->out, open);
	json->filled[++json->depth] = FALSE;
}

void
ats_json_close(AtsJson *json, char close)
{
	gboolean filled = json->filled[json->depth];

	g_assert(json->depth > 0);
	json->depth--;
	if (filled)
		new_line(json);
	g_string_append_c(json->out, close);
}

/* what stands in a string as it is: of ASCII all but the quote, the backslash and what steers */
static gboolean
is_plain(char c)
{
	guchar byte = (guchar)c;

	return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
}

/*
 * What is escaped beyond ASCII though JSON need not: the C1 controls, so that a report shown on a
 * terminal steers nothing; the line separators, so that a line of JSONL is one line for every
 * reader; and nothing else, so that text stays legible.
 */
static gboolean
is_escaped(gunichar c)
{
	return c < 0xA0 || c == 0x2028 || c == 0x2029;
}

static void
append_escaped(GString *out, gunichar c)
{
	static const char plain[] = "\"\\\b\f\n\r\t";
	static const char letters[] = "\"\\bfnrt";
	const char *at = c > 0 && c < 0x80 ? strchr(plain, (int)c) : NULL;

	if (at != NULL) {
		g_string_append_c(out, '\\');
		g_string_append_c(out, letters[at - plain]);
	} else {
		g_string_append_printf(out, "\\u%04x", c);
	}
}

/* the character at @p, which is none that is plain; returns what is behind it. A byte that is no
 * part of UTF-8 becomes the character for such. */
static const char *
append_special(GString *out, const char *p)
{
	gunichar c = g_utf8_get_char_validated(p, -1);

	if (c > 0x10FFFF) {
		g_string_append(out, "\uFFFD");
		return p + 1;
	}
	if (is_escaped(c))
		append_escaped(out, c);
	else
		g_string_append_len(out, p, g_utf8_next_char(p) - p);
	return g_utf8_next_char(p);
}

static void
append_text(GString *out, const char *text)
{
	g_string_append_c(out, '"');
	while (*text != '\0') {
		const char *from = text;
		while (is_plain(*text))
			text++;
		if (text > from)
			g_string_append_len(out, from, text - from);
		if (*text != '\0')
			text = append_special(out, text);
	}
	g_string_append_c(out, '"');
}

void
ats_json_key(AtsJson *json, const char *key)
{
	separate(json);
	append_text(json->out, key);
	g_string_append(json->out, json->style == ATS_JSON_PRETTY ? ": " : ":");
	json->after_key = TRUE;
}

void
ats_json_string(AtsJson *json, const char *text)
{
	separate(json);
	if (text != NULL)
		append_text(json->out, text);
	else
		g_string_append(json->out, "null");
}

void
ats_json_bool(AtsJson *json, gboolean value)
{
	separate(json);
	g_string_append(json->out, value ? "true" : "false");
}

void
ats_json_int(AtsJson *json, guint64 value)
{
	separate(json);
	g_string_append_printf(json->out, "%" G_GUINT64_FORMAT, value);
}

void
ats_json_null(AtsJson *json)
{
	ats_json_string(json, NULL);
}

static void
append_number(GString *out, double value, guint decimals)
{
	char format[] = "%.0f", buffer[NUMBER_BYTES];

	if (!isfinite(value)) {
		g_string_append(out, "null");
		return;
	}
	format[2] = (char)('0' + MIN(decimals, 9));
	g_ascii_formatd(buffer, sizeof(buffer), format, value);
	/* "-0.0" is what a small negative number rounds to */
	g_string_append(out,
			buffer[0] == '-' && strspn(buffer + 1, "0.") == strlen(buffer + 1)
			    ? buffer + 1
			    : buffer);
}

void
ats_json_number(AtsJson *json, double value, guint decimals)
{
	separate(json);
	append_number(json->out, value, decimals);
}

void
ats_json_numbers(AtsJson *json, const double *values, guint n, guint decimals)
{
	separate(json);
	g_string_append_c(json->out, '[');
	for (guint i = 0; i < n; i++) {
		if (i > 0)
			g_string_append(json->out, json->style == ATS_JSON_PRETTY ? ", " : ",");
		append_number(json->out, values[i], decimals);
	}
	g_string_append_c(json->out, ']');
}

/* --- members --- */

void
ats_json_put_string(AtsJson *json, const char *key, const char *text)
{
	ats_json_key(json, key);
	ats_json_string(json, text);
}

void
ats_json_put_bool(AtsJson *json, const char *key, gboolean value)
{
	ats_json_key(json, key);
	ats_json_bool(json, value);
}

void
ats_json_put_int(AtsJson *json, const char *key, guint64 value)
{
	ats_json_key(json, key);
	ats_json_int(json, value);
}

void
ats_json_put_known(AtsJson *json, const char *key, guint64 value)
{
	ats_json_key(json, key);
	if (value > 0)
		ats_json_int(json, value);
	else
		ats_json_null(json);
}

void
ats_json_put_number(AtsJson *json, const char *key, double value, guint decimals)
{
	ats_json_key(json, key);
	ats_json_number(json, value, decimals);
}
