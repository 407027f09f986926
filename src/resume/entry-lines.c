/*
 * What a line of a section has of an entry: a date that heads it, a title, or a sentence of its
 * body. For entries.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/entries.h"

#include <string.h>

#include "resume/text.h"

/* words of the longest line that is a title with a date beside it: job, company, place */
#define HEAD_WORDS_MAX 24
/* ... with a year alone, which sentences have too */
#define SINGLE_WORDS_MAX 16
/* words of the shortest line that may be a sentence */
#define SENTENCE_WORDS_MIN 8
/* years alone on one line that make a list of years */
#define YEARS_MAX 2
/* lines of the shortest block that is a paragraph rather than the head of an entry, and words of
 * its lines */
#define PARAGRAPH_LINES_MIN 3
#define PARAGRAPH_WORDS_MIN 12

static char
separator_of(const AtsToken *token)
{
	switch (token->before) {
	case ATS_BREAK_NONE:
		return '\0';
	case ATS_BREAK_SPACE:
		return ' ';
	default:
		return '\t';
	}
}

static void
append_token(AtsEntryLine *self, const AtsDocument *document, const AtsToken *token, gboolean first)
{
	char separator = first ? '\0' : separator_of(token);
	guint32 start;

	if (separator != '\0')
		g_string_append_c(self->text, separator);
	start = (guint32)self->text->len;
	g_array_append_val(self->starts, start);
	if (ats_token_is_icon(document, token))
		g_string_append_c(self->text, '\t');
	else
		ats_append_shown(self->text, token->text);
}

guint
ats_entry_line_n_words(const AtsEntryLine *self)
{
	return self->starts->len;
}

/* marks that part a date from its neighbours */
static gboolean
is_joint(gunichar c)
{
	return g_unichar_isspace(c) || g_unichar_ispunct(c) ||
	       g_unichar_type(c) == G_UNICODE_OTHER_SYMBOL ||
	       g_unichar_type(c) == G_UNICODE_MATH_SYMBOL || c == '|' || c == '~';
}

static gboolean
has_only_joints(const char *from, const char *to)
{
	for (const char *p = from; p < to; p = g_utf8_next_char(p)) {
		if (!is_joint(g_utf8_get_char(p)))
			return FALSE;
	}
	return TRUE;
}

/* the date stands behind a mark rather than in a sentence: "Acme, 2019", "Acme (2019)" */
static gboolean
is_set_off(const char *text, gsize start)
{
	const char *p = text + start;

	while (p > text && p[-1] == ' ')
		p--;
	return p > text && is_joint(g_utf8_get_char(g_utf8_prev_char(p)));
}

/* "(2 yrs 3 mos)" behind a date says nothing new */
static gboolean
is_duration(const char *from)
{
	gsize digits;

	from += strspn(from, " \t(,|");
	if (g_str_has_prefix(from, "\xC2\xB7"))
		from += 2;
	from += strspn(from, " ");
	digits = strspn(from, "0123456789");
	return digits > 0 && digits <= 2 &&
	       g_ascii_isalpha(from[digits + strspn(from + digits, " ")]) && strlen(from) < 32;
}

static gboolean
heads_entry(const AtsEntryLine *self, const AtsDateRange *date)
{
	const char *text = self->text->str;
	gboolean first = has_only_joints(text, text + date->start);
	gboolean last = has_only_joints(text + date->end, text + self->text->len) ||
			is_duration(text + date->end);

	if (first && last)
		return TRUE;
	if (self->line->bullet)
		return first && !date->single;
	if (self->body)
		return FALSE;
	if (!date->single)
		return ats_entry_line_n_words(self) <= HEAD_WORDS_MAX;
	return ats_entry_line_n_words(self) <= SINGLE_WORDS_MAX &&
	       (first || (last && is_set_off(text, date->start)));
}

static void
find_head(AtsEntryLine *self)
{
	guint n_single = 0;

	self->head = -1;
	for (guint i = 0; i < self->dates->len; i++) {
		const AtsDateRange *date = ats_at(self->dates, AtsDateRange, i);
		gboolean first_range =
		    !date->single &&
		    (self->head < 0 || ats_at(self->dates, AtsDateRange, self->head)->single);

		n_single += date->single ? 1 : 0;
		if ((self->head < 0 || first_range) && heads_entry(self, date))
			self->head = (gint)i;
	}
	if (n_single > YEARS_MAX && self->head >= 0 &&
	    ats_at(self->dates, AtsDateRange, self->head)->single)
		self->head = -1;
}

/* list items, what goes on from them, and paragraphs are no heads of entries */
static gboolean
is_body(const AtsEntryLine *self, const AtsLayout *layout, guint index)
{
	guint n_words = ats_entry_line_n_words(self);
	const AtsBlock *block;

	if (self->line->bullet)
		return TRUE;
	if (self->line->block >= layout->blocks->len)
		return n_words >= SENTENCE_WORDS_MIN && g_str_has_suffix(self->text->str, ".");
	block = ats_at(layout->blocks, AtsBlock, self->line->block);
	if (index > block->first_line && ats_at(layout->lines, AtsLine, block->first_line)->bullet)
		return TRUE;
	if (block->n_lines >= PARAGRAPH_LINES_MIN && n_words >= PARAGRAPH_WORDS_MIN)
		return TRUE;
	return n_words >= SENTENCE_WORDS_MIN && g_str_has_suffix(self->text->str, ".");
}

void
ats_entry_line_init(AtsEntryLine *self,
		    const AtsDocument *document,
		    const AtsLayout *layout,
		    guint line)
{
	*self = (AtsEntryLine){.line = ats_at(layout->lines, AtsLine, line)};
	self->text = g_string_new(NULL);
	self->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
	for (guint t = 0; t < self->line->n; t++)
		append_token(self,
			     document,
			     ats_at(layout->human->tokens, AtsToken, self->line->first + t),
			     t == 0);
	self->dates = ats_dates_find(self->text->str);
	self->body = is_body(self, layout, line);
	find_head(self);
	if (self->head >= 0) {
		const AtsDateRange *date = ats_at(self->dates, AtsDateRange, self->head);
		self->whole =
		    has_only_joints(self->text->str, self->text->str + date->start) &&
		    has_only_joints(self->text->str + date->end, self->text->str + self->text->len);
	}
}

void
ats_entry_line_clear(AtsEntryLine *self)
{
	g_string_free(self->text, TRUE);
	g_array_unref(self->starts);
	g_array_unref(self->dates);
}

guint32
ats_entry_line_word(const AtsEntryLine *self, const AtsLayout *layout, gsize offset)
{
	guint low = 0, high = self->starts->len;

	if (high == 0)
		return ATS_NO_WORD;
	while (high - low > 1) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(self->starts, guint32, middle) <= offset)
			low = middle;
		else
			high = middle;
	}
	return ats_at(layout->human->tokens, AtsToken, self->line->first + low)->word;
}

char *
ats_entry_line_title(const AtsEntryLine *self, gsize *offset)
{
	const char *text = self->text->str;
	const char *from = text, *to = text + self->text->len;

	if (self->head >= 0) {
		const AtsDateRange *date = ats_at(self->dates, AtsDateRange, self->head);
		if (has_only_joints(text, text + date->start))
			from = text + date->end;
		else
			to = text + date->start;
	}
	while (from < to && is_joint(g_utf8_get_char(from)))
		from = g_utf8_next_char(from);
	while (to > from && is_joint(g_utf8_get_char(g_utf8_prev_char(to))))
		to = g_utf8_prev_char(to);
	*offset = (gsize)(from - text);
	return from == to ? NULL : g_strndup(from, (gsize)(to - from));
}
