/*
 * A check's prose for a terminal.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/prose.h"

#include <string.h>

#include "cli/print.h"

/* before what stands under a title, its list items, its code */
#define LEAD	  "  "
#define ITEM_LEAD "  - "
#define CODE_LEAD "    "

typedef struct {
	GString *out;
	GString *block; /* the paragraph or list item that is being read, on one line */
	gboolean item;
	gboolean fenced;
} Prose;

static void
flush(Prose *self)
{
	if (self->block->len > 0)
		ats_cli_append_wrapped(self->out,
				       self->item ? ITEM_LEAD : LEAD,
				       self->block->str,
				       ATS_CLI_COLUMNS);
	g_string_truncate(self->block, 0);
	self->item = FALSE;
}

static void
add_text(Prose *self, const char *line)
{
	while (*line == ' ')
		line++;
	g_string_append_printf(self->block, "%s%s", self->block->len > 0 ? " " : "", line);
}

/* between fences, or indented where no paragraph goes on */
static gboolean
is_code(const Prose *self, const char *line)
{
	return self->fenced || (self->block->len == 0 && g_str_has_prefix(line, CODE_LEAD));
}

static void
add_code(Prose *self, const char *line)
{
	g_string_append_printf(self->out,
			       "%s%s\n",
			       CODE_LEAD,
			       self->fenced ? line : line + strlen(CODE_LEAD));
}

static void
add_line(Prose *self, const char *line)
{
	gboolean fence = g_str_has_prefix(line, "```");
	gboolean item = !self->fenced && g_str_has_prefix(line, "- ");

	if (fence || item || *line == '\0' || *line == '#')
		flush(self);
	self->item = self->item || item;
	if (fence)
		self->fenced = !self->fenced;
	else if (is_code(self, line))
		add_code(self, line);
	else if (*line == '#')
		g_string_append_printf(self->out, "%s\n", line + strspn(line, "# "));
	else if (*line == '\0')
		g_string_append(self->out, g_str_has_suffix(self->out->str, "\n\n") ? "" : "\n");
	else
		add_text(self, item ? line + strlen("- ") : line);
}

/* a title and what stands under it belong together: no empty line between them */
static gboolean
follows_title(char **lines, guint i)
{
	return *lines[i] == '\0' && i > 0 && *lines[i - 1] == '#';
}

void
ats_cli_prose(GString *out, const char *markdown)
{
	g_auto(GStrv) lines = g_strsplit(markdown, "\n", -1);
	g_autoptr(GString) block = g_string_new(NULL);
	Prose prose = {.out = out, .block = block};

	for (guint i = 0; lines[i] != NULL; i++) {
		if (!follows_title(lines, i))
			add_line(&prose, lines[i]);
	}
	flush(&prose);
}
