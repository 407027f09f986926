/*
 * Tells the lines that could be a section heading from those that cannot, and asks the lists what
 * they say. For headings.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/utf8.h"
#include "resume/headings.h"
#include "resume/text.h"

/* words and bytes of the longest headings seen ("Additional Research & Industry Experience"), with
 * room */
#define WORDS_MAX 9
#define BYTES_MAX 90
/* digits: "Section 12"; four are a year */
#define DIGITS_MAX 2

/* lines in which headings are looked for; 50 printed pages have 4,000 */
#define LINES_MAX 20000

static void
head_line_clear(gpointer data)
{
	g_clear_pointer(&((AtsHeadLine *)data)->text, g_free);
}

void
ats_head_lines_free(GArray *lines)
{
	g_array_unref(lines);
}

/* the words without pictograms and without the bullet, bar or dash before and after */
static char *
shown_text(const AtsDocument *document, const AtsLayout *layout, const AtsLine *line)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; i < line->n && out->len <= BYTES_MAX; i++) {
		const AtsToken *token = ats_at(layout->human->tokens, AtsToken, line->first + i);
		if (ats_token_is_icon(document, token) ||
		    (out->len == 0 && ats_utf8_is_ornament(token->text) &&
		     !g_str_equal(token->text, "&")))
			continue;
		if (out->len > 0 && token->before != ATS_BREAK_NONE)
			g_string_append_c(out, ' ');
		ats_append_shown(out, token->text);
	}
	while (out->len > 1 && strchr(" |*_#", out->str[out->len - 1]) != NULL)
		g_string_truncate(out, out->len - 1);
	return g_string_free(g_steal_pointer(&out), FALSE);
}

static gboolean
has_tab(const AtsLayout *layout, const AtsLine *line)
{
	for (guint i = 1; i < line->n; i++) {
		if (ats_at(layout->human->tokens, AtsToken, line->first + i)->before ==
		    ATS_BREAK_TAB)
			return TRUE;
	}
	return FALSE;
}

static guint
count_digits(const char *text)
{
	guint n = 0;

	for (const char *p = text; *p != '\0'; p++)
		n += g_ascii_isdigit(*p) ? 1 : 0;
	return n;
}

/* a date, a link, a sentence, a place with its state */
static gboolean
has_shape(const char *text)
{
	gsize length = strlen(text);
	const char *last = length == 0 ? text : g_utf8_find_prev_char(text, text + length);

	if (length < 2 || length > BYTES_MAX || ats_utf8_is_ornament(text))
		return FALSE;
	if (count_digits(text) > DIGITS_MAX || strpbrk(text, "@\\{") != NULL ||
	    strstr(text, "://") != NULL)
		return FALSE;
	if (strchr(",;.", *last) != NULL)
		return FALSE;
	return g_ascii_strncasecmp(text, "www.", 4) != 0;
}

/* a label with its value behind it: "Languages: English, German"; or fields parted by bars */
static gboolean
has_fields(const char *text)
{
	const char *remark = strpbrk(text, "([");
	const char *colon = strchr(text, ':');

	if (strstr(text, " | ") != NULL || strstr(text, " \xE2\x80\xA2 ") != NULL ||
	    strstr(text, " \xC2\xB7 ") != NULL)
		return TRUE;
	return colon != NULL && colon[1] != '\0' && (remark == NULL || colon < remark);
}

static gboolean
is_running(const AtsLayout *layout, const AtsLine *line)
{
	AtsRegionKind kind = ATS_REGION_MAIN;

	if (line->region < layout->regions->len)
		kind = ats_at(layout->regions, AtsRegion, line->region)->kind;
	return kind == ATS_REGION_FOOTER || kind == ATS_REGION_HEADER;
}

/* no more words than a heading has; what is printed without a gap is one word */
static gboolean
has_few_words(const AtsLayout *layout, const AtsLine *line)
{
	guint words = 1;

	for (guint i = 1; i < line->n && words <= WORDS_MAX; i++)
		words += ats_at(layout->human->tokens, AtsToken, line->first + i)->before !=
			 ATS_BREAK_NONE;
	return words <= WORDS_MAX;
}

static gboolean
may_be_heading(const AtsLayout *layout, const AtsLine *line)
{
	return line->n > 0 && has_few_words(layout, line) && !is_running(layout, line) &&
	       !has_tab(layout, line);
}

static void
read_line(const AtsDocument *document,
	  const AtsLayout *layout,
	  const AtsLine *line,
	  AtsHeadLine *head)
{
	g_autofree char *text = NULL;

	if (!may_be_heading(layout, line))
		return;
	text = shown_text(document, layout, line);
	if (!has_shape(text) || has_fields(text))
		return;
	/* a date or a place at the right is none, but two columns of one row may each begin with a
	 * heading */
	if (!ats_title_lookup(text, &head->title) && line->right_part)
		return;
	head->text = g_steal_pointer(&text);
	head->box = line->box;
	head->n_lines = 1;
}

GArray *
ats_head_lines_new(const AtsDocument *document, const AtsLayout *layout)
{
	GArray *lines = g_array_sized_new(FALSE, TRUE, sizeof(AtsHeadLine), layout->lines->len);

	g_array_set_clear_func(lines, head_line_clear);
	g_array_set_size(lines, layout->lines->len);
	for (guint i = 0; i < MIN(layout->lines->len, LINES_MAX); i++)
		read_line(document,
			  layout,
			  ats_at(layout->lines, AtsLine, i),
			  ats_at(lines, AtsHeadLine, i));
	return lines;
}
