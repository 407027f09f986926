/*
 * A summary in Markdown that fits into a comment on GitHub: a table of documents and what there is
 * to say of each, folded below, the worst first; what does not fit is counted. For the Markdown
 * writer and for cli.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/worst.h"

/* bytes of what is folded of one document, so that one does not push out all others */
#define ATS_MARKDOWN_DOCUMENT_BYTES 8000

/* columns of a name, of a sentence */
#define ATS_MARKDOWN_NAME_COLUMNS     120
#define ATS_MARKDOWN_SENTENCE_COLUMNS 300

/* lives in a writer's state; all zero at first */
typedef struct {
	AtsWorst rows;
	AtsWorst details;
} AtsMarkdownWorst;

/**
 * ats_markdown_worst_offer:
 * @first: then @second: the smaller, the worse
 * @row: (transfer full): of the table
 * @details: (transfer full) (nullable): what is folded
 */
void
ats_markdown_worst_offer(AtsMarkdownWorst *self,
			 guint first,
			 double second,
			 char *row,
			 char *details);

/**
 * ats_markdown_worst_put:
 * @head: of the table, with the line below it
 * @what: is folded of the documents: "findings"
 *
 * Appends it all; nothing if nothing was offered.
 */
void
ats_markdown_worst_put(GString *out,
		       const AtsMarkdownWorst *self,
		       const char *head,
		       const char *what);

void
ats_markdown_worst_clear(AtsMarkdownWorst *self);
