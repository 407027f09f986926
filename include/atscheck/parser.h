/*
 * Families of resume parsers, as which a document is read.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/macros.h>

G_BEGIN_DECLS

/**
 * AtscheckParser:
 *
 * One family of parsers. Static data: never freed.
 */
typedef struct _AtscheckParser AtscheckParser;

#define ATSCHECK_TYPE_PARSER (atscheck_parser_get_type())
ATSCHECK_API GType
atscheck_parser_get_type(void);

/**
 * atscheck_parser_list:
 * @n: (out) (optional): how many there are
 *
 * Returns: (transfer container) (array length=n zero-terminated=1): all of them, "human" (the
 * reference) first; free with g_free()
 */
ATSCHECK_API const AtscheckParser **
atscheck_parser_list(guint *n);

/**
 * atscheck_parser_lookup:
 *
 * Returns: (transfer none) (nullable): the family of that id, or %NULL
 */
ATSCHECK_API const AtscheckParser *
atscheck_parser_lookup(const char *id);

/* "stream" */
ATSCHECK_API const char *
atscheck_parser_get_id(const AtscheckParser *self);

/* "In drawing order" */
ATSCHECK_API const char *
atscheck_parser_get_title(const AtscheckParser *self);

/* programs that it behaves like */
ATSCHECK_API const char *
atscheck_parser_get_likeness(const AtscheckParser *self);

/**
 * atscheck_parser_get_measured:
 *
 * Returns: (nullable): how like these programs its text was measured to be: the share of
 * neighbouring words that both have in common, "pdftotext 1.00 (241 PDFs)"; %NULL if it was not
 */
ATSCHECK_API const char *
atscheck_parser_get_measured(const AtscheckParser *self);

/* how it makes text, in a sentence or two */
ATSCHECK_API const char *
atscheck_parser_get_description(const AtscheckParser *self);

/**
 * atscheck_parser_reads:
 * @format: "pdf" or "docx"
 */
ATSCHECK_API gboolean
atscheck_parser_reads(const AtscheckParser *self, const char *format);

G_END_DECLS
