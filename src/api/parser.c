/*
 * The parser families as data. The public type is another name for a row of their table.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/private.h"

/* static data: a copy is the thing itself */
static AtscheckParser *
parser_copy(AtscheckParser *self)
{
	return self;
}

static void
parser_free(AtscheckParser *self)
{
}

G_DEFINE_BOXED_TYPE(AtscheckParser, atscheck_parser, parser_copy, parser_free)

static const AtsParser *
row(const AtscheckParser *self)
{
	return (const AtsParser *)self;
}

const AtscheckParser **
atscheck_parser_list(guint *n)
{
	GPtrArray *parsers = g_ptr_array_new();

	for (const AtsParser *parser = ats_parsers; parser->id != NULL; parser++)
		g_ptr_array_add(parsers, (gpointer)parser);
	if (n != NULL)
		*n = parsers->len;
	g_ptr_array_add(parsers, NULL);
	return (const AtscheckParser **)g_ptr_array_free(parsers, FALSE);
}

const AtscheckParser *
atscheck_parser_lookup(const char *id)
{
	g_return_val_if_fail(id != NULL, NULL);
	return (const AtscheckParser *)ats_parsers_lookup(id);
}

const char *
atscheck_parser_get_id(const AtscheckParser *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return row(self)->id;
}

const char *
atscheck_parser_get_title(const AtscheckParser *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return row(self)->title;
}

const char *
atscheck_parser_get_likeness(const AtscheckParser *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return row(self)->like;
}

const char *
atscheck_parser_get_measured(const AtscheckParser *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return row(self)->measured;
}

const char *
atscheck_parser_get_description(const AtscheckParser *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return row(self)->how;
}

gboolean
atscheck_parser_reads(const AtscheckParser *self, const char *format)
{
	g_return_val_if_fail(self != NULL && format != NULL, FALSE);
	if (g_str_equal(format, "pdf"))
		return row(self)->pdf;
	return g_str_equal(format, "docx") && row(self)->docx;
}
