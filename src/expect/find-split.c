/*
 * Finds a field whose words a reading parts elsewhere: glued to one another, or split. For find.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "expect/haystack.h"

/* letters of which some word would hold them by chance, wherever it is parted */
#define SPLIT_LETTERS_LEAST 4

static void
make_letters(AtsHaystack *self)
{
	if (self->letters != NULL)
		return;
	self->letters = g_string_new(NULL);
	self->starts = g_array_new(FALSE, FALSE, sizeof(guint));
	for (guint i = 0; i < self->tokens->len; i++) {
		guint start = (guint)self->letters->len;
		g_array_append_val(self->starts, start);
		g_string_append(
		    self->letters,
		    ats_vocabulary_spelling(self->vocabulary, ats_haystack_token(self, i)->word));
	}
}

/* the token that holds that letter */
static guint
token_of_letter(const AtsHaystack *self, guint letter)
{
	guint low = 0;
	guint high = self->starts->len;

	while (high - low > 1) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(self->starts, guint, middle) <= letter)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static char *
letters_of(const AtsHaystack *self, const AtsForm *form)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < form->words->len; i++)
		g_string_append(out,
				ats_vocabulary_spelling(self->vocabulary,
							g_array_index(form->words, guint, i)));
	return g_string_free(out, FALSE);
}

/* a field within a longer word on both sides is that other word */
static gboolean
is_split_at(const AtsHaystack *self, guint letter, guint length, AtsSpan *span)
{
	*span =
	    (AtsSpan){token_of_letter(self, letter), token_of_letter(self, letter + length - 1)};
	return g_array_index(self->starts, guint, span->first) == letter ||
	       span->last + 1 == self->starts->len ||
	       g_array_index(self->starts, guint, span->last + 1) == letter + length;
}

gboolean
ats_haystack_split(AtsHaystack *self, const AtsForm *form, AtsSpan *span)
{
	g_autofree char *wanted = letters_of(self, form);
	gsize length = strlen(wanted);
	const char *at;

	if (g_utf8_strlen(wanted, -1) < SPLIT_LETTERS_LEAST)
		return FALSE;
	make_letters(self);
	for (at = strstr(self->letters->str, wanted); at != NULL;
	     at = strstr(at + length, wanted)) {
		if (is_split_at(self, (guint)(at - self->letters->str), (guint)length, span))
			return TRUE;
	}
	return FALSE;
}
