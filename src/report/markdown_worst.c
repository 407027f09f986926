/*
 * A summary in Markdown that fits into a comment on GitHub.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/markdown_worst.h"

/* bytes of the rows and of what is folded below: together with what stands around them under the
 * 65,536 characters that a comment may have */
#define ROWS_BYTES    20000
#define DETAILS_BYTES 40000
/* documents in the table; more are no summary */
#define MOST_ROWS 200

void
ats_markdown_worst_offer(AtsMarkdownWorst *self,
			 guint first,
			 double second,
			 char *row,
			 char *details)
{
	self->rows.most_items = self->details.most_items = MOST_ROWS;
	self->rows.most_bytes = ROWS_BYTES;
	self->details.most_bytes = DETAILS_BYTES;
	ats_worst_offer(&self->rows, first, second, row);
	if (details != NULL)
		ats_worst_offer(&self->details, first, second, details);
}

static void
put(GString *out, const AtsWorst *worst, const char *documents, const char *what)
{
	guint n = worst->n_offered - ats_worst_count(worst);

	for (guint i = 0; i < ats_worst_count(worst); i++)
		g_string_append(out, ats_worst_get(worst, i));
	if (n > 0)
		g_string_append_printf(out,
				       "\n%u more %s%s, none worse than these, left out here.\n",
				       n,
				       documents,
				       what);
}

void
ats_markdown_worst_put(GString *out,
		       const AtsMarkdownWorst *self,
		       const char *head,
		       const char *what)
{
	if (self->rows.n_offered == 0)
		return;
	g_string_append_printf(out, "\n%s", head);
	put(out, &self->rows, "documents", "");
	g_string_append_c(out, '\n');
	put(out, &self->details, "documents' ", what);
}

void
ats_markdown_worst_clear(AtsMarkdownWorst *self)
{
	ats_worst_clear(&self->rows);
	ats_worst_clear(&self->details);
}
