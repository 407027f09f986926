/*
 * A stranger's text in GitHub's Markdown.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/markdown_out.h"

#include <string.h>

#include "report/text_out.h"

/* what means something within a line of GitHub's Markdown, HTML included; a character reference
 * never does */
static const char special[] = "\\`*_{}[]()<>#|&~@$:!^=\"'";

/* after these, the text that follows makes a mention or a link to an issue even when they are
 * references: a space of no width comes between */
static const char calling[] = "@#";

static gboolean
is_www(const char *text, const char *dot)
{
	return dot - text >= 3 && g_ascii_strncasecmp(dot - 3, "www", 3) == 0;
}

void
ats_markdown_text(GString *out, const char *text, guint columns)
{
	g_autofree char *visible = ats_text_visible(text);
	g_autofree char *cut = ats_text_cut(visible, columns);

	for (const char *p = cut; *p != '\0'; p++) {
		if (strchr(special, *p) == NULL && (*p != '.' || !is_www(cut, p))) {
			g_string_append_c(out, *p);
			continue;
		}
		g_string_append_printf(out, "&#%d;", *p);
		if (strchr(calling, *p) != NULL)
			g_string_append(out, "&#8203;");
	}
}

void
ats_markdown_code(GString *out, const char *text, guint columns)
{
	g_string_append(out, "<code>");
	ats_markdown_text(out, text, columns);
	g_string_append(out, "</code>");
}
