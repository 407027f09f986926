/*
 * Small questions about UTF-8 text that several rooms ask, on top of GLib's.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf8.h"

#include <string.h>

static gboolean
is_dropped(gunichar c)
{
	return c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064);
}

static gunichar
plain(gunichar c)
{
	if (c == 0x2018 || c == 0x2019 || c == 0x02BC)
		return '\'';
	if (c >= 0x2010 && c <= 0x2015)
		return '-';
	if (c == 0x2212)
		return '-';
	return c;
}

/* punctuation that has one form only, and so stands for itself in NFKC: of bullets, dashes, quotes
 */
static gboolean
is_folded(gunichar c)
{
	return c == 0x00B7 || (c >= 0x2012 && c <= 0x2015) || (c >= 0x2018 && c <= 0x201E) ||
	       (c >= 0x2020 && c <= 0x2022) || (c >= 0x25A0 && c <= 0x25CF);
}

/* the usual case: ASCII, in which only capitals have another form, and such punctuation. NULL where
 * there is more in it */
static char *
fold_plain(const char *text)
{
	g_autoptr(GString) out = g_string_sized_new(strlen(text));

	for (const char *p = text; *p != '\0';) {
		gunichar c;
		if ((guchar)*p < 0x80) {
			g_string_append_c(out, g_ascii_tolower(*p++));
			continue;
		}
		c = g_utf8_get_char_validated(p, -1);
		if (!is_folded(c))
			return NULL;
		ats_string_append(out, plain(c));
		p = g_utf8_next_char(p);
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

static char *
fold_any(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	g_autofree char *normal = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL_COMPOSE);
	g_autofree char *folded = g_utf8_casefold(normal, -1);
	GString *out = g_string_sized_new(strlen(folded));

	for (const char *p = folded; *p != '\0';) {
		gunichar c = ats_utf8_next(&p);
		if (!is_dropped(c))
			ats_string_append(out, plain(c));
	}
	return g_string_free(out, FALSE);
}

char *
ats_utf8_fold(const char *text)
{
	char *plain = fold_plain(text);

	return plain != NULL ? plain : fold_any(text);
}

/* marks where a word may be parted; no part of how it is spelled */
#define SOFT_HYPHEN 0x00AD

static gboolean
is_joiner(gunichar c)
{
	return c != 0 && c < 0x80 && strchr(".@+#/'&:-", (int)c) != NULL;
}

void
ats_utf8_each_word(const char *text,
		   void (*take)(const char *start, gsize length, gpointer data),
		   gpointer data)
{
	const char *p = text;

	while (*p != '\0') {
		const char *start = p;
		const char *end = p;

		while (*p != '\0') {
			const char *next = p;
			gunichar c = ats_utf8_next(&next);
			if (ats_unichar_isalnum(c) || (end > start && g_unichar_ismark(c))) {
				end = p = next;
			} else if (end > start && c == SOFT_HYPHEN) {
				p = next;
			} else if (end > start && end == p && (is_joiner(c) || c == 0x2019) &&
				   *next != '\0' && ats_unichar_isalnum(g_utf8_get_char(next))) {
				p = next;
			} else {
				break;
			}
		}
		while (end > start && (*end == '+' || *end == '#'))
			end++;
		if (end > start)
			take(start, (gsize)(end - start), data);
		p = end > start ? end : g_utf8_next_char(start);
	}
}

gboolean
ats_unichar_is_private(gunichar c)
{
	return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

gboolean
ats_unichar_is_ligature(gunichar c)
{
	return c >= 0xFB00 && c <= 0xFB06;
}

gboolean
ats_unichar_is_bullet(gunichar c)
{
	static const gunichar bullets[] = {
	    '*',    '-',    0x00B7, 0x00BB, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015,
	    0x2022, 0x2023, 0x203A, 0x2043, 0x2192, 0x2212, 0x2217, 0x2219, 0x22C5, 0x25A0,
	    0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25C6, 0x25C7, 0x25CB, 0x25CF,
	    0x25D8, 0x25E6, 0x2605, 0x2606, 0x2713, 0x2714, 0x2726, 0x274F, 0x2756, 0x2794,
	    0x27A2, 0x27A4, 0x27B2, 0x29BF, 0x2B25, 0x30FB,
	};

	for (gsize i = 0; i < G_N_ELEMENTS(bullets); i++) {
		if (bullets[i] == c)
			return TRUE;
	}
	return ats_unichar_is_private(c);
}

gboolean
ats_utf8_is_ornament(const char *text)
{
	for (const char *p = text; *p != '\0';) {
		if (ats_unichar_isalnum(ats_utf8_next(&p)))
			return FALSE;
	}
	return TRUE;
}

gboolean
ats_utf8_is_capitals(const char *text)
{
	guint upper = 0;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (g_unichar_islower(c))
			return FALSE;
		if (g_unichar_isupper(c))
			upper++;
	}
	return upper >= 2;
}
