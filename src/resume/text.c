/*
 * Builds the string in which contact data is looked for, from the lines of the layout. For
 * src/resume.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/text.h"

#include "base/utf8.h"

/* of the longest ligature with a code point, ffi */
#define LIGATURE_LETTERS 3

const AtsWord *
ats_token_word(const AtsDocument *document, const AtsToken *token)
{
	return token->word < document->words->len ? ats_at(document->words, AtsWord, token->word)
						  : NULL;
}

gboolean
ats_token_is_icon(const AtsDocument *document, const AtsToken *token)
{
	const AtsWord *word = ats_token_word(document, token);

	return (word != NULL && word->icon) ||
	       (*token->text != '\0' && ats_unichar_is_private(g_utf8_get_char(token->text)) &&
		ats_utf8_is_ornament(token->text));
}

static gboolean
is_unseen(gunichar c)
{
	return c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x2060 && c <= 0x2064);
}

/* the letters that a person sees in the ligature */
static void
append_ligature(GString *out, gunichar c)
{
	gunichar letters[LIGATURE_LETTERS];
	gsize n = g_unichar_fully_decompose(c, TRUE, letters, G_N_ELEMENTS(letters));

	for (gsize i = 0; i < MIN(n, G_N_ELEMENTS(letters)); i++)
		ats_string_append(out, letters[i]);
}

void
ats_append_shown(GString *out, const char *text)
{
	for (const char *p = text; *p != '\0';) {
		gunichar c = ats_utf8_next(&p);
		if (ats_unichar_is_ligature(c))
			append_ligature(out, c);
		else if (!is_unseen(c))
			ats_string_append(out, c);
	}
}

static char
break_char(AtsBreak before)
{
	switch (before) {
	case ATS_BREAK_NONE:
		return '\0';
	case ATS_BREAK_SPACE:
		return ' ';
	case ATS_BREAK_TAB:
		return '\t';
	default:
		return '\n';
	}
}

static void
append_break(GString *text, char c)
{
	if (c == '\0' || text->len == 0)
		return;
	if (text->str[text->len - 1] == ' ' && c != ' ')
		text->str[text->len - 1] = c;
	else if (!g_ascii_isspace(text->str[text->len - 1]))
		g_string_append_c(text, c);
}

/* an icon font's own letters say nothing, but a code point of a pictogram tells a phone from an
 * envelope */
static void
append_icon(AtsText *self, const char *text)
{
	append_break(self->text, '\t');
	if (ats_utf8_is_ornament(text))
		g_string_append(self->text, text);
	append_break(self->text, '\t');
}

static void
append_token(AtsText *self,
	     const AtsDocument *document,
	     const AtsToken *token,
	     guint line,
	     gboolean first)
{
	AtsPlace place = {.word = token->word, .line = line};

	append_break(self->text, first ? '\n' : break_char(token->before));
	place.start = (guint32)self->text->len;
	g_array_append_val(self->places, place);
	if (ats_token_is_icon(document, token))
		append_icon(self, token->text);
	else
		ats_append_shown(self->text, token->text);
}

AtsText *
ats_text_new(const AtsDocument *document, const AtsLayout *layout)
{
	AtsText *self = g_new0(AtsText, 1);

	self->text = g_string_new(NULL);
	self->places = g_array_new(FALSE, FALSE, sizeof(AtsPlace));
	for (guint i = 0; i < layout->lines->len; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);
		for (guint t = 0; t < line->n; t++)
			append_token(self,
				     document,
				     ats_at(layout->human->tokens, AtsToken, line->first + t),
				     i,
				     t == 0);
	}
	return self;
}

void
ats_text_free(AtsText *text)
{
	g_string_free(text->text, TRUE);
	g_array_unref(text->places);
	g_free(text);
}

const AtsPlace *
ats_text_place(const AtsText *text, gsize offset)
{
	guint low = 0;
	guint high = text->places->len;

	if (high == 0)
		return NULL;
	while (high - low > 1) {
		guint middle = low + (high - low) / 2;
		if (ats_at(text->places, AtsPlace, middle)->start <= offset)
			low = middle;
		else
			high = middle;
	}
	return ats_at(text->places, AtsPlace, low);
}
