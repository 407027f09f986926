/*
 * Gives each distinct word of a set of texts a number. A word is folded once, however often it
 * stands there.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/numbers.h"

#include "base/utf8.h"

void
ats_numbers_init(AtsNumbers *numbers)
{
	numbers->as_written = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	numbers->folded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

void
ats_numbers_clear(AtsNumbers *numbers)
{
	g_clear_pointer(&numbers->as_written, g_hash_table_unref);
	g_clear_pointer(&numbers->folded, g_hash_table_unref);
}

guint
ats_numbers_end(const AtsNumbers *numbers)
{
	return g_hash_table_size(numbers->folded) + 1;
}

/* takes @folded */
static guint
number_of_folded(AtsNumbers *numbers, char *folded)
{
	guint number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers->folded, folded));

	if (number != ATS_NUMBER_NONE) {
		g_free(folded);
		return number;
	}
	number = ats_numbers_end(numbers);
	g_hash_table_insert(numbers->folded, folded, GUINT_TO_POINTER(number));
	return number;
}

static guint
number_of(AtsNumbers *numbers, const char *word)
{
	guint number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers->as_written, word));

	if (number == ATS_NUMBER_NONE) {
		number = number_of_folded(numbers, ats_utf8_fold(word));
		g_hash_table_insert(numbers->as_written, g_strdup(word), GUINT_TO_POINTER(number));
	}
	return number;
}

typedef struct {
	AtsNumbers *numbers;
	GArray *out;
	GString *word;
} AtsTaker;

static void
take(const char *start, gsize length, gpointer data)
{
	AtsTaker *taker = data;
	guint32 number;

	g_string_truncate(taker->word, 0);
	g_string_append_len(taker->word, start, (gssize)length);
	number = number_of(taker->numbers, taker->word->str);
	g_array_append_val(taker->out, number);
}

void
ats_numbers_append(AtsNumbers *numbers, const char *text, GArray *out)
{
	g_autoptr(GString) word = g_string_new(NULL);
	AtsTaker taker = {.numbers = numbers, .out = out, .word = word};

	ats_utf8_each_word(text, take, &taker);
}
