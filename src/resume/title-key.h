/*
 * The forms under which titles and words are compared; the twin of the Keys class of
 * lexicon/generate.py. For lexicon.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* what every word that joins two titles becomes */
#define ATS_TITLE_JOINER "and"

/* whether the word stands in a sorted table of strings */
gboolean
ats_title_is_listed(const char *word, const char *const *table, guint length);

/* appends the word without its plural s */
void
ats_title_append_stem(GString *out, const char *word);

/* the words of a key without plurals; (transfer full) */
char *
ats_title_stem(GStrv words);

/* the words of a key as one, without plural; (transfer full) */
char *
ats_title_squeeze(GStrv words);

/* the letters and digits of a word, folded; (transfer full) */
char *
ats_word_key(const char *text);
