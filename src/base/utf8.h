/*
 * Small questions about UTF-8 text that several rooms ask, on top of GLib's. For all rooms.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_utf8_fold:
 * @text: UTF-8
 *
 * The form under which words are compared: NFKC, case-folded, soft hyphens and zero-width
 * characters removed, typographic apostrophes and dashes made plain.
 *
 * Returns: (transfer full): the folded text
 */
char *
ats_utf8_fold(const char *text);

/* appends a character; most of them are ASCII, which needs no call */
static inline void
ats_string_append(GString *string, gunichar c)
{
	if (c < 0x80)
		g_string_append_c(string, (gchar)c);
	else
		g_string_append_unichar(string, c);
}

/* the character at @p, and @p moved behind it; as above */
static inline gunichar
ats_utf8_next(const char **p)
{
	gunichar c = (guchar) * *p;

	if (c >= 0x80)
		c = g_utf8_get_char(*p);
	*p = g_utf8_next_char(*p);
	return c;
}

static inline gboolean
ats_unichar_isalnum(gunichar c)
{
	return c < 0x80 ? g_ascii_isalnum((gchar)c) : g_unichar_isalnum(c);
}

/**
 * ats_utf8_each_word:
 * @text: UTF-8
 * @take: called with each word's start and length in bytes, in order
 * @data: for @take
 *
 * Finds the words by which texts are compared: runs of letters and digits, joined by single . @ + #
 * / ' & : - between letters or digits, with + or # at their end ("C++", "ann@example.com", "R&D").
 * A soft hyphen in a word does not part it.
 */
void
ats_utf8_each_word(const char *text,
		   void (*take)(const char *start, gsize length, gpointer data),
		   gpointer data);

/* private use areas: icon fonts and symbol fonts put their pictures there */
gboolean
ats_unichar_is_private(gunichar c);

/* U+FB00..FB06, the Latin ligatures that have code points of their own */
gboolean
ats_unichar_is_ligature(gunichar c);

/* a mark that stands before a list item: bullets, dashes on their own, squares, arrows, ticks,
 * private-use dots */
gboolean
ats_unichar_is_bullet(gunichar c);

/* no letter or digit in it: a bullet, a dash, a bar between contact data, a bare icon */
gboolean
ats_utf8_is_ornament(const char *text);

/* at least two letters, and none of them lower case (scripts without case are never capitals) */
gboolean
ats_utf8_is_capitals(const char *text);
