/*
 * JSON, written as it comes: no tree, one place of escaping, the same bytes in every locale. For
 * the writers.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* deeper nesting than any report has */
#define ATS_JSON_DEPTH 15

typedef enum {
	ATS_JSON_COMPACT, /* one line */
	ATS_JSON_PRETTY,  /* a line an entry, indented by two */
} AtsJsonStyle;

/**
 * AtsJson:
 *
 * Commas, line breaks and indentation are its own; the caller opens and closes in pairs, and gives
 * each value in an object its key first. Lives on the stack; @out is the caller's.
 */
typedef struct {
	GString *out;
	AtsJsonStyle style;
	guint depth;
	gboolean after_key;
	gboolean filled[ATS_JSON_DEPTH + 1]; /* by depth: something stands there already */
} AtsJson;

void
ats_json_init(AtsJson *json, GString *out, AtsJsonStyle style);

/* @open is '{' or '[' */
void
ats_json_open(AtsJson *json, char open);

/* @close is '}' or ']' */
void
ats_json_close(AtsJson *json, char close);

void
ats_json_key(AtsJson *json, const char *key);

/* NULL gives null; what is not UTF-8 is repaired */
void
ats_json_string(AtsJson *json, const char *text);

void
ats_json_bool(AtsJson *json, gboolean value);

void
ats_json_int(AtsJson *json, guint64 value);

void
ats_json_null(AtsJson *json);

/* rounded to so many decimals; null for what JSON has no number for */
void
ats_json_number(AtsJson *json, double value, guint decimals);

/* an array of @n numbers on one line */
void
ats_json_numbers(AtsJson *json, const double *values, guint n, guint decimals);

/* --- a member: its key and its value --- */

void
ats_json_put_string(AtsJson *json, const char *key, const char *text);

void
ats_json_put_bool(AtsJson *json, const char *key, gboolean value);

void
ats_json_put_int(AtsJson *json, const char *key, guint64 value);

/* 0 stands for not known, and gives null */
void
ats_json_put_known(AtsJson *json, const char *key, guint64 value);

void
ats_json_put_number(AtsJson *json, const char *key, double value, guint decimals);
