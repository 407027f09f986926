/*
 * Folds titles and words to the forms under which they are compared, so that case, accents,
 * punctuation, joiners, plurals and British spelling make no difference. For lexicon.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/title-key.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "resume/lexicon-table.h"
#include "resume/lexicon.h"

static gboolean
is_apostrophe(gunichar c)
{
	return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018 || c == '`';
}

static gboolean
is_separator(gunichar c)
{
	return c < 0x80 ? c != 0 && strchr("&+/,;|", (int)c) != NULL
			: c == 0xB7 || c == 0x3001 || c == 0x30FB;
}

static gboolean
is_dropped(gunichar c)
{
	GUnicodeType type;

	if (c < 0x80)
		return is_apostrophe(c);
	type = g_unichar_type(c);
	return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_FORMAT || is_apostrophe(c);
}

static gboolean
is_letter_or_number(gunichar c)
{
	if (c < 0x80)
		return g_ascii_isalnum((gchar)c);
	switch (g_unichar_type(c)) {
	case G_UNICODE_LOWERCASE_LETTER:
	case G_UNICODE_MODIFIER_LETTER:
	case G_UNICODE_OTHER_LETTER:
	case G_UNICODE_TITLECASE_LETTER:
	case G_UNICODE_UPPERCASE_LETTER:
	case G_UNICODE_DECIMAL_NUMBER:
	case G_UNICODE_LETTER_NUMBER:
	case G_UNICODE_OTHER_NUMBER:
		return TRUE;
	default:
		return FALSE;
	}
}

static char *
fold(const char *text)
{
	g_autofree char *decomposed = NULL;

	if (g_str_is_ascii(text))
		return g_ascii_strdown(text, -1);
	decomposed = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
	return decomposed == NULL ? g_strdup("") : g_utf8_casefold(decomposed, -1);
}

static int
compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

gboolean
ats_title_is_listed(const char *word, const char *const *table, guint length)
{
	return bsearch(&word, table, length, sizeof(*table), compare_strings) != NULL;
}

/* the joiners that are written without spaces around them are single ideographs */
static gboolean
is_ideograph_joiner(gunichar c)
{
	char text[7] = {0};

	if (c < 0x2E80)
		return FALSE;
	g_unichar_to_utf8(c, text);
	return ats_title_is_listed(text, ats_joiner_table, ats_joiner_table_length);
}

static void
append_american(GString *key, const char *word)
{
	gsize start = key->len;

	g_string_append(key, word);
	for (guint i = 0; i < ats_spelling_table_length; i++) {
		const char *found = strstr(key->str + start, ats_spelling_table[i].british);
		if (found == NULL)
			continue;
		gsize at = (gsize)(found - key->str);
		g_string_erase(key, (gssize)at, (gssize)strlen(ats_spelling_table[i].british));
		g_string_insert(key, (gssize)at, ats_spelling_table[i].american);
	}
}

static gboolean
ends_with_joiner(const GString *key)
{
	return g_str_has_suffix(key->str, " " ATS_TITLE_JOINER);
}

static void
append_key_word(GString *key, const char *word)
{
	gboolean joiner = ats_title_is_listed(word, ats_joiner_table, ats_joiner_table_length);

	if (*word == '\0' || (joiner && (key->len == 0 || ends_with_joiner(key))))
		return;
	if (key->len > 0)
		g_string_append_c(key, ' ');
	if (joiner)
		g_string_append(key, ATS_TITLE_JOINER);
	else
		append_american(key, word);
}

static void
flush_word(GString *key, GString *word)
{
	append_key_word(key, word->str);
	g_string_truncate(word, 0);
}

/* "1. ", "2.1 ", "IV) ", "a) ": a number is followed by a space or a mark, so that a title cannot
 * lose its first letters */
static const char *
skip_numbering(const char *text)
{
	const char *p = text + strspn(text, " \t");
	gsize digits = strspn(p, "0123456789.");
	gsize roman = strspn(p, "IVXivx");

	if (digits > 0 && digits <= 4 && strchr(" )]:.-", p[digits]) != NULL)
		return p + digits;
	if (roman > 0 && roman <= 4 && p[roman] != '\0' && strchr(".)]", p[roman]) != NULL)
		return p + roman + 1;
	if (g_ascii_isalpha(p[0]) && p[1] == ')')
		return p + 2;
	return text;
}

/* length without a closing remark in brackets: "(continued)", "[optional]" */
static gsize
length_without_brackets(const char *text)
{
	const char *round = strstr(text, " (");
	const char *square = strstr(text, " [");
	const char *open = round == NULL || (square != NULL && square < round) ? square : round;

	return open == NULL || open == text ? strlen(text) : (gsize)(open - text);
}

char *
ats_title_key(const char *text)
{
	g_autoptr(GString) key = g_string_new(NULL);
	g_autoptr(GString) word = g_string_new(NULL);
	const char *start = skip_numbering(text);
	g_autofree char *bare = g_strndup(start, length_without_brackets(start));
	g_autofree char *folded = fold(bare);

	for (const char *p = folded; *p != '\0';) {
		gunichar c = ats_utf8_next(&p);
		if (is_dropped(c))
			continue;
		if (is_separator(c) || is_ideograph_joiner(c)) {
			flush_word(key, word);
			append_key_word(key, ATS_TITLE_JOINER);
		} else if (is_letter_or_number(c)) {
			ats_string_append(word, c);
		} else {
			flush_word(key, word);
		}
	}
	flush_word(key, word);
	if (ends_with_joiner(key))
		g_string_truncate(key, key->len - strlen(" " ATS_TITLE_JOINER));
	return g_string_free(g_steal_pointer(&key), FALSE);
}

static gboolean
is_plural(const char *word)
{
	return g_utf8_strlen(word, -1) > 3 && g_str_has_suffix(word, "s") &&
	       !g_str_has_suffix(word, "ss") && !g_str_has_suffix(word, "us") &&
	       !g_str_has_suffix(word, "is");
}

void
ats_title_append_stem(GString *out, const char *word)
{
	g_string_append(out, word);
	if (!is_plural(word))
		return;
	if (g_str_has_suffix(word, "ies")) {
		g_string_truncate(out, out->len - 3);
		g_string_append_c(out, 'y');
	} else {
		g_string_truncate(out, out->len - 1);
	}
}

char *
ats_title_stem(GStrv words)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; words[i] != NULL; i++) {
		if (i > 0)
			g_string_append_c(out, ' ');
		ats_title_append_stem(out, words[i]);
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

char *
ats_title_squeeze(GStrv words)
{
	g_autofree char *joined = g_strjoinv("", words);
	g_autoptr(GString) out = g_string_new(NULL);

	ats_title_append_stem(out, joined);
	return g_string_free(g_steal_pointer(&out), FALSE);
}

char *
ats_word_key(const char *text)
{
	g_autofree char *folded = fold(text);
	GString *bare = g_string_new(NULL);

	for (const char *p = folded; *p != '\0';) {
		gunichar c = ats_utf8_next(&p);
		if (!is_dropped(c) && is_letter_or_number(c))
			ats_string_append(bare, c);
	}
	return g_string_free(bare, FALSE);
}
