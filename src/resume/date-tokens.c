/*
 * Cuts a line into numbers, words and marks: the alphabet of the date grammar. For dates.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/date-tokens.h"

#include <string.h>

#include "resume/title-key.h"

/* digits of a value that still fits */
#define VALUE_DIGITS_MAX 8
/* bytes of a word that may be looked up; the longest of the lists have 20 */
#define WORD_BYTES_MAX 48
/* characters of the longest word of a script without spaces */
#define IDEOGRAPHS_MAX 3
/* years that a resume names: of a person's life, and a few ahead */
#define YEAR_FIRST 1930
#define YEAR_LAST  2059
/* two digits from here on are of the last century */
#define CENTURY_TURN 50

static void
clear_token(gpointer data)
{
	g_free(((AtsDateToken *)data)->key);
}

static gboolean
is_ideograph(gunichar c)
{
	return c >= 0x2E80 && g_unichar_isalpha(c);
}

static gboolean
is_apostrophe(gunichar c)
{
	return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == '`' || c == 0x00B4;
}

static gboolean
is_letter(gunichar c)
{
	return (g_unichar_isalpha(c) || g_unichar_ismark(c)) && !is_ideograph(c);
}

/* marks that mean the same */
static gunichar
plain_mark(gunichar c)
{
	if (is_apostrophe(c))
		return '\'';
	switch (c) {
	case 0x2010:
	case 0x2011:
	case 0x2212:
	case 0xFE63:
	case 0xFF0D:
		return '-';
	case 0x2012:
		return ATS_DATE_EN;
	case 0x2015:
	case 0x2500:
		return ATS_DATE_EM;
	case 0x223C:
	case 0x301C:
	case 0xFF5E:
		return '~';
	case 0x2192:
	case 0x27A1:
	case 0x203A:
	case 0x21D2:
		return '>';
	case 0xFF0F:
	case 0x2044:
		return '/';
	case 0xFF0E:
		return '.';
	default:
		return c;
	}
}

static void
look_up(AtsDateToken *token, const char *text)
{
	gsize length = token->end - token->start;
	g_autofree char *word = NULL;
	const AtsDateWord *entry;

	if (length > WORD_BYTES_MAX)
		return;
	word = g_strndup(text + token->start, length);
	token->key = ats_word_key(word);
	entry = ats_date_word_lookup(token->key);
	if (entry != NULL)
		token->word = *entry;
}

static const char *
read_number(AtsDateToken *token, const char *p)
{
	for (; g_unichar_digit_value(g_utf8_get_char(p)) >= 0; p = g_utf8_next_char(p)) {
		if (token->n_digits++ < VALUE_DIGITS_MAX)
			token->value =
			    token->value * 10 + (guint)g_unichar_digit_value(g_utf8_get_char(p));
	}
	token->kind = ATS_DATE_TOKEN_NUMBER;
	return p;
}

/* letters, and apostrophes between letters */
static const char *
read_word(AtsDateToken *token, const char *p)
{
	token->kind = ATS_DATE_TOKEN_WORD;
	token->capital = g_unichar_isupper(g_utf8_get_char(p));
	while (is_letter(g_utf8_get_char(p)) || (is_apostrophe(g_utf8_get_char(p)) &&
						 is_letter(g_utf8_get_char(g_utf8_next_char(p)))))
		p = g_utf8_next_char(p);
	return p;
}

/* the longest word of the lists that begins here, or one character */
static const char *
read_ideographs(AtsDateToken *token, const char *text, const char *p)
{
	const char *ends[IDEOGRAPHS_MAX];
	guint n = 0;

	token->kind = ATS_DATE_TOKEN_WORD;
	for (; n < IDEOGRAPHS_MAX && is_ideograph(g_utf8_get_char(p)); n++)
		ends[n] = p = g_utf8_next_char(p);
	for (guint i = n; i > 1; i--) {
		token->end = (guint32)(ends[i - 1] - text);
		g_clear_pointer(&token->key, g_free);
		look_up(token, text);
		if (token->word.kinds != 0)
			return ends[i - 1];
	}
	g_clear_pointer(&token->key, g_free);
	return ends[0];
}

/* one mark, or hyphens in a row, which TeX's users write for a dash */
static const char *
read_mark(AtsDateToken *token, const char *p)
{
	const char *start = p;

	token->kind = ATS_DATE_TOKEN_MARK;
	token->mark = plain_mark(g_utf8_get_char(p));
	if (*p != '-')
		return g_utf8_next_char(p);
	p += strspn(p, "-");
	if (p - start > 1)
		token->mark = p - start == 2 ? ATS_DATE_EN : ATS_DATE_EM;
	return p;
}

static const char *
read_token(AtsDateToken *token, const char *text, const char *p)
{
	gunichar c = g_utf8_get_char(p);

	token->start = (guint32)(p - text);
	if (g_unichar_digit_value(c) >= 0)
		p = read_number(token, p);
	else if (is_letter(c))
		p = read_word(token, p);
	else if (is_ideograph(c))
		p = read_ideographs(token, text, p);
	else
		p = read_mark(token, p);
	token->end = (guint32)(p - text);
	if (token->kind == ATS_DATE_TOKEN_WORD && token->key == NULL)
		look_up(token, text);
	return p;
}

static gboolean
is_unseen(gunichar c)
{
	return c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060;
}

GArray *
ats_date_tokens_new(const char *text)
{
	GArray *tokens = g_array_new(FALSE, TRUE, sizeof(AtsDateToken));
	gboolean space = TRUE;

	g_array_set_clear_func(tokens, clear_token);
	for (const char *p = text; *p != '\0';) {
		AtsDateToken token = {.space = space};
		gunichar c = g_utf8_get_char(p);

		/* a tab parts fields of a line, and so counts as a mark */
		if (is_unseen(c) || (g_unichar_isspace(c) && c != '\t')) {
			space = space || !is_unseen(c);
			p = g_utf8_next_char(p);
			continue;
		}
		p = read_token(&token, text, p);
		g_array_append_val(tokens, token);
		space = c == '\t';
	}
	return tokens;
}

const AtsDateToken *
ats_date_token(const GArray *tokens, guint i)
{
	static const AtsDateToken end = {.kind = ATS_DATE_TOKEN_END, .space = TRUE};

	return i < tokens->len ? &g_array_index(tokens, AtsDateToken, i) : &end;
}

gboolean
ats_date_is_mark(const AtsDateToken *token, gunichar mark)
{
	return token->kind == ATS_DATE_TOKEN_MARK && token->mark == mark;
}

gboolean
ats_date_is_number(const AtsDateToken *token, guint n_digits)
{
	return token->kind == ATS_DATE_TOKEN_NUMBER && token->n_digits == n_digits;
}

gboolean
ats_date_is_word(const AtsDateToken *token, guint kinds)
{
	return token->kind == ATS_DATE_TOKEN_WORD && (token->word.kinds & kinds) != 0;
}

gboolean
ats_date_is_ideograph(const AtsDateToken *token)
{
	return token->kind == ATS_DATE_TOKEN_WORD && token->key != NULL &&
	       is_ideograph(g_utf8_get_char(token->key));
}

gboolean
ats_date_is_year(const AtsDateToken *token)
{
	return ats_date_is_number(token, 4) && token->value >= YEAR_FIRST &&
	       token->value <= YEAR_LAST;
}

guint16
ats_date_century(guint two_digits)
{
	return (guint16)(two_digits < CENTURY_TURN ? 2000 + two_digits : 1900 + two_digits);
}
