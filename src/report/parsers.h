/*
 * The parser families as data: what each stands for. For report, readings, api.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef struct {
	const char *id;	   /* "stream" */
	const char *title; /* for the report: "Reads in drawing order" */
	const char *like;  /* programs that it behaves like: "PDFBox and Tika (default), pdf.js, OpenResume" */
	const char *how;   /* one or two sentences: how it makes text */
	gboolean pdf, docx; /* formats that it reads */
} AtsParser;

/* all of them, "human" first; ended by one with id NULL */
extern const AtsParser ats_parsers[];

const AtsParser *
ats_parsers_lookup(const char *id);
