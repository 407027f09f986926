/*
 * Looks for fixed phrases in lines of text.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/phrases.h"

#include <string.h>

/* scripts that write no spaces have no whole words to look for */
static gboolean
joins_words(gunichar c)
{
	GUnicodeScript script = g_unichar_get_script(c);

	return g_unichar_isalnum(c) && script != G_UNICODE_SCRIPT_HAN &&
	       script != G_UNICODE_SCRIPT_HIRAGANA && script != G_UNICODE_SCRIPT_KATAKANA;
}

static gboolean
is_inside_word(const char *text, const char *at, const char *end, const char *phrase)
{
	const char *before = g_utf8_find_prev_char(text, at);
	gunichar first = g_utf8_get_char(phrase);
	gunichar last = g_utf8_get_char(g_utf8_prev_char(phrase + strlen(phrase)));

	return (before != NULL && joins_words(first) && joins_words(g_utf8_get_char(before))) ||
	       (*end != '\0' && joins_words(last) && joins_words(g_utf8_get_char(end)));
}

const char *
ats_phrase_find(const char *folded, const char *phrase)
{
	gsize length = strlen(phrase);
	const char *at = folded;

	while ((at = strstr(at, phrase)) != NULL) {
		if (!is_inside_word(folded, at, at + length, phrase))
			return at + length;
		at = g_utf8_next_char(at);
	}
	return NULL;
}
