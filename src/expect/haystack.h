/*
 * The words of a reading, ready to be searched. For the files find*.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "expect/find.h"

struct AtsHaystack {
	const char *text;
	const AtsVocabulary *vocabulary;
	GArray *tokens;	    /* of AtsToken */
	GHashTable *places; /* word to GArray of guint: tokens */
	GString *letters;   /* all words without anything between; made when first asked for */
	GArray *starts;	    /* of guint: where each token starts in @letters */
};

static inline const AtsToken *
ats_haystack_token(const AtsHaystack *self, guint at)
{
	return &g_array_index(self->tokens, AtsToken, at);
}

/* the first place where the form's letters stand one after the other, however they are parted into
 * words; FALSE if nowhere */
gboolean
ats_haystack_split(AtsHaystack *self, const AtsForm *form, AtsSpan *span);

/* how many of the form's words stand near one another at most, and where */
guint
ats_haystack_near(const AtsHaystack *self, const AtsForm *form, AtsSpan *near);
