/*
 * Text for a terminal.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/text_out.h"

#include <string.h>

/* joiners that scripts and emoji need, and that move nothing */
#define ZERO_WIDTH_NON_JOINER 0x200C
#define ZERO_WIDTH_JOINER     0x200D

static gboolean
is_harmless(gunichar c)
{
	switch (g_unichar_type(c)) {
	case G_UNICODE_CONTROL:
	case G_UNICODE_PRIVATE_USE:
	case G_UNICODE_SURROGATE:
	case G_UNICODE_UNASSIGNED:
		return FALSE;
	case G_UNICODE_FORMAT:
		return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
	default:
		return TRUE;
	}
}

char *
ats_text_visible(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
	GString *out = g_string_sized_new(strlen(valid));
	gboolean gap = FALSE;

	for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (g_unichar_isspace(c)) {
			gap = out->len > 0;
			continue;
		}
		if (gap)
			g_string_append_c(out, ' ');
		gap = FALSE;
		if (is_harmless(c))
			g_string_append_unichar(out, c);
		else
			g_string_append_printf(out, "<U+%04X>", c);
	}
	return g_string_free(out, FALSE);
}

static guint
columns_of(gunichar c)
{
	if (g_unichar_iszerowidth(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}

/* the end of what fits into so many columns, its combining marks with it */
static const char *
fitting(const char *text, guint columns)
{
	const char *p = text;

	for (guint used = 0; *p != '\0'; p = g_utf8_next_char(p)) {
		used += columns_of(g_utf8_get_char(p));
		if (used > columns)
			break;
	}
	return p;
}

static guint
columns_between(const char *from, const char *to)
{
	guint columns = 0;

	for (const char *p = from; p < to; p = g_utf8_next_char(p))
		columns += columns_of(g_utf8_get_char(p));
	return columns;
}

guint
ats_text_columns(const char *text)
{
	return columns_between(text, text + strlen(text));
}

char *
ats_text_cut(const char *text, guint columns)
{
	const char *end = fitting(text, columns);
	g_autofree char *head = NULL;

	if (*end == '\0')
		return g_strdup(text);
	end = fitting(text, columns > 0 ? columns - 1 : 0);
	while (end > text && end[-1] == ' ')
		end--;
	head = g_strndup(text, (gsize)(end - text));
	return g_strconcat(head, "…", NULL);
}

static void
begin_ink(AtsTextOut *self, AtsInk ink)
{
	static const char *const codes[] = {
	    [ATS_INK_PLAIN] = NULL,
	    [ATS_INK_STRONG] = "1",
	    [ATS_INK_FAINT] = "2",
	    [ATS_INK_GOOD] = "32",
	    [ATS_INK_WARN] = "33",
	    [ATS_INK_BAD] = "31",
	};

	if (self->colour && codes[ink] != NULL)
		g_string_append_printf(self->out, "\033[%sm", codes[ink]);
}

static void
end_ink(AtsTextOut *self, AtsInk ink)
{
	if (self->colour && ink != ATS_INK_PLAIN)
		g_string_append(self->out, "\033[0m");
}

static void
put_piece(AtsTextOut *self, const char *from, const char *to)
{
	g_string_append_len(self->out, from, to - from);
	self->column += columns_between(from, to);
}

static void
put_space(AtsTextOut *self)
{
	g_string_append_c(self->out, ' ');
	self->column++;
}

void
ats_text_put(AtsTextOut *self, AtsInk ink, const char *text)
{
	begin_ink(self, ink);
	put_piece(self, text, text + strlen(text));
	end_ink(self, ink);
}

void
ats_text_indent(AtsTextOut *self, guint column)
{
	while (self->column < column)
		put_space(self);
}

void
ats_text_end(AtsTextOut *self)
{
	g_string_append_c(self->out, '\n');
	self->column = 0;
}

static void
next_line(AtsTextOut *self, AtsInk ink, guint indent)
{
	end_ink(self, ink);
	ats_text_end(self);
	ats_text_indent(self, indent);
	begin_ink(self, ink);
}

/* a word that is wider than a line: in pieces, each at least one character */
static void
put_long_word(AtsTextOut *self, AtsInk ink, guint indent, const char *word, const char *end)
{
	while (word < end) {
		const char *cut =
		    self->column < self->width ? fitting(word, self->width - self->column) : word;
		if (cut == word && self->column <= indent)
			cut = g_utf8_next_char(word);
		cut = MIN(cut, end);
		put_piece(self, word, cut);
		word = cut;
		if (word < end)
			next_line(self, ink, indent);
	}
}

void
ats_text_wrap(AtsTextOut *self, AtsInk ink, guint indent, const char *text)
{
	gboolean first = TRUE;

	begin_ink(self, ink);
	while (*text != '\0') {
		const char *end = text + strcspn(text, " ");
		guint columns = columns_between(text, end);

		if (self->column + columns + (first ? 0 : 1) > self->width &&
		    self->column > indent) {
			next_line(self, ink, indent);
			first = TRUE;
		}
		if (!first)
			put_space(self);
		if (self->column + columns > self->width)
			put_long_word(self, ink, indent, text, end);
		else
			put_piece(self, text, end);
		first = FALSE;
		text = end + strspn(end, " ");
	}
	end_ink(self, ink);
}
