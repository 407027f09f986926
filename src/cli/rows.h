/*
 * Lines of words with some of them marked, as rows on a terminal. For diff_view.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "cli/diff_view.h"

/* a line of a text */
typedef struct {
	guint number;	/* in the text, from 1 */
	guint first, n; /* its words */
} AtsCliLine;

/* words, and for each whether it is marked; all-zero: nothing */
typedef struct {
	const char *const *words;
	const guint8 *marks;
	guint n;
} AtsCliText;

/* which of the texts has the line */
typedef enum {
	ATS_CLI_ALIKE, /* both */
	ATS_CLI_GONE,  /* the first */
	ATS_CLI_COME,  /* the second */
} AtsCliChange;

typedef struct {
	GString *out;
	const AtsCliDiffStyle *style;
} AtsCliRows;

/* the word as it can be shown: without what steers a terminal; (transfer full) */
char *
ats_cli_visible(const char *word);

/* a line of the program's own */
void
ats_cli_rows_say(AtsCliRows *self, const char *line);

/* a line after its sign, in as many rows as it takes */
void
ats_cli_rows_put(AtsCliRows *self, AtsCliChange change, AtsCliText text);

/* two lines side by side */
void
ats_cli_rows_pair(AtsCliRows *self, AtsCliText left, AtsCliText right, gboolean alike);
