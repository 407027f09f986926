/*
 * Finds where most words of a field stand near one another, in whatever order and with whatever
 * between them. For find.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expect/haystack.h"

/* a field whose words stand within this many times their number, and so many more for short ones,
 * is mixed with other text: every line of it with one of a column beside it is twice the number */
#define WINDOW_TIMES 3
#define WINDOW_MORE  12
/* words of any kind that make up a window: only a text that is made to be slow has more */
#define WINDOW_WORDS_MOST 20000

/* how often each word of the form is still wanted */
static GHashTable *
count_words(const AtsForm *form)
{
	GHashTable *wanted = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < form->words->len; i++) {
		gpointer word = GUINT_TO_POINTER(g_array_index(form->words, guint, i));
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(wanted, word));
		g_hash_table_insert(wanted, word, GUINT_TO_POINTER(n + 1));
	}
	return wanted;
}

/* places of the form's words, in order; a word that it has twice stands once */
static gint
compare_numbers(gconstpointer a, gconstpointer b)
{
	guint x = *(const guint *)a;
	guint y = *(const guint *)b;

	return x < y ? -1 : x > y;
}

static GArray *
all_places(const AtsHaystack *self, GHashTable *wanted)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(guint));
	GHashTableIter iter;
	gpointer word;

	g_hash_table_iter_init(&iter, wanted);
	while (g_hash_table_iter_next(&iter, &word, NULL)) {
		const GArray *places = g_hash_table_lookup(self->places, word);
		if (places != NULL && all->len + places->len <= WINDOW_WORDS_MOST)
			g_array_append_vals(all, places->data, places->len);
	}
	g_array_sort(all, compare_numbers);
	return all;
}

/* adds @by to how often the word at that token is still wanted; whether that counts: neither what
 * is had too often nor what is too much to miss does */
static gboolean
want(const AtsHaystack *self, GHashTable *wanted, guint token, gint by)
{
	gpointer word = GUINT_TO_POINTER(ats_haystack_token(self, token)->word);
	gint n = GPOINTER_TO_INT(g_hash_table_lookup(wanted, word));

	g_hash_table_insert(wanted, word, GINT_TO_POINTER(n + by));
	return by < 0 ? n > 0 : n >= 0;
}

static gboolean
is_surplus(const AtsHaystack *self, GHashTable *wanted, guint token)
{
	gpointer word = GUINT_TO_POINTER(ats_haystack_token(self, token)->word);

	return GPOINTER_TO_INT(g_hash_table_lookup(wanted, word)) < 0;
}

/* slides over the form's words a window, and keeps where it holds most of them */
guint
ats_haystack_near(const AtsHaystack *self, const AtsForm *form, AtsSpan *near)
{
	g_autoptr(GHashTable) wanted = count_words(form);
	g_autoptr(GArray) places = all_places(self, wanted);
	guint width = WINDOW_TIMES * form->words->len + WINDOW_MORE;
	guint have = 0;
	guint best = 0;
	guint tail = 0;

	for (guint i = 0; i < places->len; i++) {
		guint head = g_array_index(places, guint, i);
		have += want(self, wanted, head, -1) ? 1 : 0;
		for (; head - g_array_index(places, guint, tail) >= width ||
		       is_surplus(self, wanted, g_array_index(places, guint, tail));
		     tail++)
			have -= want(self, wanted, g_array_index(places, guint, tail), 1) ? 1 : 0;
		if (have > best) {
			best = have;
			*near = (AtsSpan){g_array_index(places, guint, tail), head};
		}
	}
	return best;
}
