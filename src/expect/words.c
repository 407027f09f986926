/*
 * Texts as rows of numbered words, so that they are compared by number.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expect/words.h"

#include <string.h>

#include "base/utf8.h"

struct AtsVocabulary {
	GHashTable *numbers; /* spelling, as written or folded, to number */
	GStringChunk *strings;
	GPtrArray *spellings; /* folded, by number */
};

AtsVocabulary *
ats_vocabulary_new(void)
{
	AtsVocabulary *self = g_new0(AtsVocabulary, 1);

	self->numbers = g_hash_table_new(g_str_hash, g_str_equal);
	self->strings = g_string_chunk_new(16384);
	self->spellings = g_ptr_array_new();
	return self;
}

void
ats_vocabulary_free(AtsVocabulary *vocabulary)
{
	g_hash_table_unref(vocabulary->numbers);
	g_string_chunk_free(vocabulary->strings);
	g_ptr_array_unref(vocabulary->spellings);
	g_free(vocabulary);
}

guint
ats_vocabulary_size(const AtsVocabulary *vocabulary)
{
	return vocabulary->spellings->len;
}

const char *
ats_vocabulary_spelling(const AtsVocabulary *vocabulary, guint number)
{
	return vocabulary->spellings->pdata[number];
}

gboolean
ats_vocabulary_knows(const AtsVocabulary *vocabulary, const char *word)
{
	g_autofree char *folded = ats_utf8_fold(word);

	return g_hash_table_contains(vocabulary->numbers, folded);
}

static guint
number_of_folded(AtsVocabulary *self, const char *folded)
{
	gpointer number;

	if (g_hash_table_lookup_extended(self->numbers, folded, NULL, &number))
		return GPOINTER_TO_UINT(number);
	g_ptr_array_add(self->spellings, g_string_chunk_insert(self->strings, folded));
	g_hash_table_insert(self->numbers,
			    self->spellings->pdata[self->spellings->len - 1],
			    GUINT_TO_POINTER(self->spellings->len - 1));
	return self->spellings->len - 1;
}

/* folding is dear: each way to write a word is folded once */
static guint
number_of(AtsVocabulary *self, const char *start, gsize length)
{
	g_autofree char *written = g_strndup(start, length);
	g_autofree char *folded = NULL;
	gpointer number;

	if (g_hash_table_lookup_extended(self->numbers, written, NULL, &number))
		return GPOINTER_TO_UINT(number);
	folded = ats_utf8_fold(written);
	number = GUINT_TO_POINTER(number_of_folded(self, folded));
	if (strcmp(folded, written) != 0)
		g_hash_table_insert(self->numbers,
				    g_string_chunk_insert(self->strings, written),
				    number);
	return GPOINTER_TO_UINT(number);
}

typedef struct {
	AtsVocabulary *vocabulary;
	const char *text;
	GArray *tokens;
} Tokeniser;

static void
add(Tokeniser *self, const char *start, const char *end)
{
	AtsToken token = {
	    .word = number_of(self->vocabulary, start, (gsize)(end - start)),
	    .start = (guint)(start - self->text),
	    .end = (guint)(end - self->text),
	};

	g_array_append_val(self->tokens, token);
}

/* Han, kana: a character of a script that is written without spaces */
static gboolean
stands_alone(gunichar c)
{
	return g_unichar_iswide(c) && g_unichar_isalnum(c);
}

/* of a piece: letters, digits, their marks and the soft hyphens between them, or one character that
 * stands alone; "+" and "#" belong to it at the word's end */
static const char *
piece_end(const char *start, const char *end)
{
	const char *p = g_utf8_next_char(start);

	if (stands_alone(g_utf8_get_char(start)))
		return p;
	for (; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		gboolean last = strspn(p, "+#") >= (gsize)(end - p);
		if (stands_alone(c) ||
		    !(g_unichar_isalnum(c) || g_unichar_ismark(c) || c == 0x00AD || last))
			break;
	}
	return p;
}

static void
take(const char *start, gsize length, gpointer data)
{
	const char *end = start + length;

	for (const char *p = start; p < end;) {
		const char *next = g_utf8_next_char(p);
		if (g_unichar_isalnum(g_utf8_get_char(p))) {
			next = piece_end(p, end);
			add(data, p, next);
		}
		p = next;
	}
}

GArray *
ats_tokenise(AtsVocabulary *vocabulary, const char *text)
{
	Tokeniser self = {.vocabulary = vocabulary,
			  .text = text,
			  .tokens = g_array_new(FALSE, FALSE, sizeof(AtsToken))};

	ats_utf8_each_word(text, take, &self);
	return self.tokens;
}
