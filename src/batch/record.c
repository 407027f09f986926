/*
 * What a line of JSON Lines says of a document: a scanner that goes once over the line, builds
 * nothing but the few strings that are wanted, and takes nothing for granted of the line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/record.h"

#include <string.h>

/* what is left of the line; @at == @end once something was wrong */
typedef struct {
	const char *at;
	const char *end;
} Scan;

void
ats_batch_record_clear(AtsBatchRecord *record)
{
	g_free(record->version);
	g_free(record->settings);
	g_free(record->name);
	g_free(record->sha256);
	g_free(record->error);
	g_free(record->outcome.message);
}

static gboolean
fail(Scan *scan)
{
	scan->at = scan->end;
	return FALSE;
}

static void
skip_space(Scan *scan)
{
	while (scan->at < scan->end && strchr(" \t\r\n", *scan->at) != NULL && *scan->at != '\0')
		scan->at++;
}

/* takes @c if it comes next */
static gboolean
accept(Scan *scan, char c)
{
	skip_space(scan);
	if (scan->at >= scan->end || *scan->at != c)
		return FALSE;
	scan->at++;
	return TRUE;
}

/* what stands between two quotes, as it is written; NULL: no string is there */
static const char *
raw_string(Scan *scan, gsize *length)
{
	const char *from;

	if (!accept(scan, '"'))
		return NULL;
	from = scan->at;
	while (scan->at < scan->end && *scan->at != '"')
		scan->at += *scan->at == '\\' ? 2 : 1;
	if (scan->at >= scan->end) {
		fail(scan);
		return NULL;
	}
	*length = (gsize)(scan->at++ - from);
	return from;
}

/* four hexadecimal digits; 0 if they are not */
static gunichar
hex(const char *at, const char *end)
{
	gunichar c = 0;

	for (guint i = 0; i < 4; i++) {
		if (at + i >= end || !g_ascii_isxdigit(at[i]))
			return 0;
		c = c * 16 + (gunichar)g_ascii_xdigit_value(at[i]);
	}
	return c;
}

/* appends what the backslash at @at stands for; returns what comes after it. Pairs of surrogates
 * are not joined: our writer writes none */
static const char *
append_escape(GString *text, const char *at, const char *end)
{
	static const char letters[] = "bfnrt";
	static const char plain[] = "\b\f\n\r\t";
	const char *letter;

	if (at[1] == 'u') {
		g_string_append_unichar(text, hex(at + 2, end));
		return MIN(at + 6, end);
	}
	letter = strchr(letters, at[1]);
	g_string_append_c(text, letter != NULL ? plain[letter - letters] : at[1]);
	return at + 2;
}

/* NULL: something else is there, and was skipped */
static char *
take_string(Scan *scan)
{
	gsize length;
	const char *at = raw_string(scan, &length);
	const char *end;
	g_autoptr(GString) text = NULL;

	if (at == NULL)
		return NULL;
	end = at + length;
	text = g_string_sized_new(length);
	while (at < end) {
		if (*at == '\\')
			at = append_escape(text, at, end);
		else
			g_string_append_c(text, *at++);
	}
	return g_string_free(g_steal_pointer(&text), FALSE);
}

/* any value, to its end; depth is counted and not climbed */
static void
skip_value(Scan *scan)
{
	guint depth = 0;
	gsize length;

	do {
		skip_space(scan);
		if (scan->at >= scan->end)
			return;
		if (*scan->at == '"') {
			raw_string(scan, &length);
			continue;
		}
		if (*scan->at == '{' || *scan->at == '[')
			depth++;
		else if (*scan->at == '}' || *scan->at == ']')
			depth--;
		else if (depth == 0 && *scan->at == ',')
			return;
		scan->at++;
	} while (depth > 0 ||
		 (scan->at < scan->end && strchr(",]}", *scan->at) == NULL && *scan->at != '\0'));
}

/* the next key of an object that was entered; FALSE at its end */
static gboolean
next_key(Scan *scan, const char **key, gsize *length)
{
	if (accept(scan, '}'))
		return FALSE;
	accept(scan, ',');
	*key = raw_string(scan, length);
	if (*key == NULL || !accept(scan, ':'))
		return fail(scan);
	return TRUE;
}

static gboolean
is_key(const char *key, gsize length, const char *name)
{
	return length == strlen(name) && memcmp(key, name, length) == 0;
}

/* a string where one is wanted, and where it is not there already; otherwise the value is skipped
 */
static void
keep_string(Scan *scan, char **where)
{
	g_autofree char *text = take_string(scan);

	if (text == NULL)
		skip_value(scan);
	else if (*where == NULL)
		*where = g_steal_pointer(&text);
}

typedef struct {
	const char *key;
	char **where;
} Wanted;

/* the strings of an object by their keys; the last of @wanted has none */
static void
read_strings(Scan *scan, const Wanted *wanted)
{
	const char *key;
	gsize length;

	if (!accept(scan, '{')) {
		skip_value(scan);
		return;
	}
	while (next_key(scan, &key, &length)) {
		const Wanted *w = wanted;
		while (w->key != NULL && !is_key(key, length, w->key))
			w++;
		if (w->key != NULL)
			keep_string(scan, w->where);
		else
			skip_value(scan);
	}
}

static void
read_findings(Scan *scan, AtsBatchOutcome *outcome)
{
	if (!accept(scan, '[')) {
		skip_value(scan);
		return;
	}
	while (scan->at < scan->end && !accept(scan, ']')) {
		g_autofree char *name = NULL;
		AtscheckSeverity severity;
		accept(scan, ',');
		read_strings(scan, (const Wanted[]){{"severity", &name}, {NULL}});
		if (name != NULL && atscheck_severity_from_name(name, &severity))
			outcome->n_findings[severity]++;
	}
}

static gboolean
verdict_from_name(const char *name, AtscheckVerdict *verdict)
{
	for (int v = ATSCHECK_VERDICT_PASS; v <= ATSCHECK_VERDICT_FAIL; v++) {
		if (g_strcmp0(name, atscheck_verdict_get_name((AtscheckVerdict)v)) == 0) {
			*verdict = (AtscheckVerdict)v;
			return TRUE;
		}
	}
	return FALSE;
}

static void
read_value(Scan *scan, const char *key, gsize length, AtsBatchRecord *record, char **verdict)
{
	const Wanted tool[] = {{"version", &record->version},
			       {"settings", &record->settings},
			       {NULL}};
	const Wanted document[] = {{"name", &record->name}, {"sha256", &record->sha256}, {NULL}};
	const Wanted error[] = {{"code", &record->error},
				{"message", &record->outcome.message},
				{NULL}};

	if (is_key(key, length, "tool"))
		read_strings(scan, tool);
	else if (is_key(key, length, "document"))
		read_strings(scan, document);
	else if (is_key(key, length, "error"))
		read_strings(scan, error);
	else if (is_key(key, length, "verdict"))
		keep_string(scan, verdict);
	else if (is_key(key, length, "findings"))
		read_findings(scan, &record->outcome);
	else
		skip_value(scan);
}

/* as ours are: what can be said on a terminal as it is */
static gboolean
is_plain(const char *message)
{
	if (!g_utf8_validate(message, -1, NULL))
		return FALSE;
	while (*message != '\0' && !g_unichar_iscntrl(g_utf8_get_char(message)))
		message = g_utf8_next_char(message);
	return *message == '\0';
}

gboolean
ats_batch_record_read(const char *line, gsize length, AtsBatchRecord *record)
{
	Scan scan = {line, line + length};
	g_autofree char *verdict = NULL;
	gboolean whole;
	const char *key;
	gsize n;

	memset(record, 0, sizeof(*record));
	if (!accept(&scan, '{'))
		return FALSE;
	while (next_key(&scan, &key, &n))
		read_value(&scan, key, n, record, &verdict);
	/* the end of the object has been taken, and not run past */
	whole = length > 0 && scan.at > line && scan.at[-1] == '}';
	skip_space(&scan);
	record->outcome.checked = verdict_from_name(verdict, &record->outcome.verdict);
	if (record->outcome.message != NULL && !is_plain(record->outcome.message))
		return FALSE;
	return whole && scan.at == scan.end && record->name != NULL &&
	       record->outcome.checked != (record->outcome.message != NULL);
}
