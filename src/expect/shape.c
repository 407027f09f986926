/*
 * A look at JSON before it is parsed: its depth and its characters, so that nothing odd reaches the
 * parser, which calls itself for each level and takes comments and assignments too.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expect/shape.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"

typedef struct {
	guint line, column; /* from 1; columns are characters */
	guint depth;
	gboolean in_string;
	gboolean escaped;
	gboolean closed; /* the object or list that is all has ended */
} Shape;

static gboolean
refuse(const Shape *shape, const char *what, GError **error)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_DAMAGED,
		    "line %u, column %u: %s",
		    shape->line,
		    shape->column,
		    what);
	return FALSE;
}

/* the end of a string's text; what stands after a backslash is the parser's business */
static gboolean
take_in_string(Shape *shape, gunichar c, GError **error)
{
	if (c < ' ')
		return refuse(shape, "a control character or the line's end in a string", error);
	if (shape->escaped)
		shape->escaped = FALSE;
	else if (c == '\\')
		shape->escaped = TRUE;
	else if (c == '"')
		shape->in_string = FALSE;
	return TRUE;
}

static gboolean
is_json(gunichar c)
{
	return c < 0x80 && (g_ascii_isalnum((char)c) || strchr(" \t\r\n,:+-.", (int)c) != NULL);
}

static gboolean
take(Shape *shape, gunichar c, GError **error)
{
	if (shape->in_string)
		return take_in_string(shape, c, error);
	if (shape->closed && !g_unichar_isspace(c))
		return refuse(shape, "something after the end", error);
	if (c == '"')
		shape->in_string = TRUE;
	else if (c == '{' || c == '[')
		shape->depth++;
	else if ((c == '}' || c == ']') && shape->depth > 0)
		shape->closed = --shape->depth == 0;
	else if (!is_json(c))
		return refuse(shape, "a character that has no place in JSON", error);
	if (shape->depth > ATS_LIMIT_EXPECTED_DEPTH)
		return refuse(shape, "lists and objects that are nested too deep", error);
	return TRUE;
}

gboolean
ats_shape_check(const char *text, gsize length, GError **error)
{
	Shape shape = {.line = 1, .column = 1};

	if (!g_utf8_validate_len(text, length, NULL)) {
		g_set_error_literal(error, ATS_ERROR, ATS_ERROR_DAMAGED, "it is not UTF-8 text");
		return FALSE;
	}
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		if (!take(&shape, g_utf8_get_char(p), error))
			return FALSE;
		shape.line += *p == '\n' ? 1 : 0;
		shape.column = *p == '\n' ? 1 : shape.column + 1;
	}
	return !shape.in_string || refuse(&shape, "the end, in a string", error);
}
