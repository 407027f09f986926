/*
 * Texts as rows of numbered words, so that they are compared by number. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* spellings and their numbers; one for all texts that are compared */
typedef struct AtsVocabulary AtsVocabulary;

AtsVocabulary *
ats_vocabulary_new(void);

void
ats_vocabulary_free(AtsVocabulary *vocabulary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsVocabulary, ats_vocabulary_free)

/* numbers are from 0 to below this */
guint
ats_vocabulary_size(const AtsVocabulary *vocabulary);

/* the folded spelling, lent */
const char *
ats_vocabulary_spelling(const AtsVocabulary *vocabulary, guint number);

/* whether any text that was tokenised so far holds the word */
gboolean
ats_vocabulary_knows(const AtsVocabulary *vocabulary, const char *word);

typedef struct {
	guint word;	  /* its number */
	guint start, end; /* bytes in the text */
} AtsToken;

/**
 * ats_tokenise:
 *
 * Words are smaller than those of ats_utf8_each_word(): parts between joiners are words of their
 * own ("ann", "example", "com"), as is each character of a script that does not part words.
 *
 * Returns: (transfer full) (element-type AtsToken)
 */
GArray *
ats_tokenise(AtsVocabulary *vocabulary, const char *text);
