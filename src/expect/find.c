/*
 * Where a field stands in a reading, and in what state: whole, split, mixed with other text, in
 * part, or not at all.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expect/find.h"

#include <string.h>

#include "base/utf8.h"

/* places of one field that are kept: more say nothing new of a word as common as that */
#define PLACES_MOST 32
/* letters of which some word would hold them by chance, wherever it is parted */
#define SPLIT_LETTERS_LEAST 4
/* a field whose words stand within this many times their number, and so many more for short ones,
 * is mixed with other text: every line of it with one of a column beside it is twice the number */
#define WINDOW_TIMES 3
#define WINDOW_MORE  12
/* the share of a field's words that is a part of it, rather than common words that stand there
 * anyway
 */
#define PART_LEAST 2
#define PART_OF	   3
/* words of the rarest kind in a field at which it is looked for, and words of any kind that make up
 * a window: only a text that is made to be slow has more */
#define ANCHORS_MOST	  1000
#define WINDOW_WORDS_MOST 20000
/* digits that a phone number's country code has at most, and that the rest has at least */
#define COUNTRY_DIGITS_MOST   3
#define NATIONAL_DIGITS_LEAST 7

struct AtsHaystack {
	const char *text;
	const AtsVocabulary *vocabulary;
	GArray *tokens;	    /* of AtsToken */
	GHashTable *places; /* word to GArray of guint: tokens */
	GString *letters;   /* all words without anything between; made when first asked for */
	GArray *starts;	    /* of guint: where each token starts in @letters */
};

static void
index_tokens(AtsHaystack *self)
{
	for (guint i = 0; i < self->tokens->len; i++) {
		gpointer word = GUINT_TO_POINTER(g_array_index(self->tokens, AtsToken, i).word);
		GArray *places = g_hash_table_lookup(self->places, word);
		if (places == NULL) {
			places = g_array_new(FALSE, FALSE, sizeof(guint));
			g_hash_table_insert(self->places, word, places);
		}
		g_array_append_val(places, i);
	}
}

AtsHaystack *
ats_haystack_new(AtsVocabulary *vocabulary, const char *text)
{
	AtsHaystack *self = g_new0(AtsHaystack, 1);

	self->text = text;
	self->vocabulary = vocabulary;
	self->tokens = ats_tokenise(vocabulary, text);
	self->places = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
	index_tokens(self);
	return self;
}

void
ats_haystack_free(AtsHaystack *haystack)
{
	g_array_unref(haystack->tokens);
	g_hash_table_unref(haystack->places);
	if (haystack->letters != NULL)
		g_string_free(haystack->letters, TRUE);
	g_clear_pointer(&haystack->starts, g_array_unref);
	g_free(haystack);
}

void
ats_sighting_clear(AtsSighting *sighting)
{
	g_clear_pointer(&sighting->places, g_array_unref);
}

static const AtsToken *
token_at(const AtsHaystack *self, guint at)
{
	return &g_array_index(self->tokens, AtsToken, at);
}

static char *
slice(const AtsHaystack *self, AtsSpan span)
{
	guint start = token_at(self, span.first)->start;

	return g_strndup(self->text + start, token_at(self, span.last)->end - start);
}

/* whether it is a piece of a longer address: of "ann@example.com", "example.com/ann" or
 * "www2.example.com" is "example.com" one, of "www.example.com" it is not */
static gboolean
is_inside(const AtsHaystack *self, AtsSpan span)
{
	const char *start = self->text + token_at(self, span.first)->start;
	const char *end = self->text + token_at(self, span.last)->end;
	gboolean www = start - self->text >= (gssize)strlen("www.") &&
		       g_ascii_strncasecmp(start - strlen("www."), "www.", strlen("www.")) == 0;

	if (start > self->text && strchr("@.-_", start[-1]) != NULL && !www)
		return TRUE;
	return *end != '\0' && strchr("@./-_", *end) != NULL &&
	       g_unichar_isalnum(g_utf8_get_char(end + 1));
}

static gboolean
is_exact(const AtsHaystack *self, const AtsForm *form, AtsSpan span)
{
	g_autofree char *written = slice(self, span);
	g_autofree char *folded = ats_utf8_fold(written);

	return g_str_equal(folded, form->exact) && !is_inside(self, span);
}

static gboolean
stands_at(const AtsHaystack *self, const AtsForm *form, guint first)
{
	const guint *words = (const guint *)(gpointer)form->words->data;
	guint n = form->words->len;

	if (first + n > self->tokens->len)
		return FALSE;
	for (guint i = 0; i < n; i++) {
		if (token_at(self, first + i)->word != words[i])
			return FALSE;
	}
	return form->exact == NULL || is_exact(self, form, (AtsSpan){first, first + n - 1});
}

/* the word of the form that the reading has least often; NULL if one of them is nowhere */
static const GArray *
rarest(const AtsHaystack *self, const AtsForm *form, guint *which)
{
	const GArray *best = NULL;

	for (guint i = 0; i < form->words->len; i++) {
		gpointer word = GUINT_TO_POINTER(g_array_index(form->words, guint, i));
		const GArray *places = g_hash_table_lookup(self->places, word);
		if (places == NULL)
			return NULL;
		if (best == NULL || places->len < best->len) {
			best = places;
			*which = i;
		}
	}
	return best;
}

static void
find_words(const AtsHaystack *self, const AtsForm *form, GArray *found)
{
	guint which = 0;
	const GArray *anchors = rarest(self, form, &which);

	for (guint i = 0;
	     anchors != NULL && i < MIN(anchors->len, ANCHORS_MOST) && found->len < PLACES_MOST;
	     i++) {
		guint anchor = g_array_index(anchors, guint, i);
		AtsSpan span = {anchor - which, anchor - which + form->words->len - 1};
		if (anchor >= which && stands_at(self, form, span.first))
			g_array_append_val(found, span);
	}
}

static gboolean
is_number(const AtsHaystack *self, guint at)
{
	const char *spelling = ats_vocabulary_spelling(self->vocabulary, token_at(self, at)->word);

	return spelling[strspn(spelling, "0123456789")] == '\0';
}

/* the same but for noughts before it, and for a country's code before one of them */
static gboolean
is_same_number(const char *a, const char *b)
{
	gsize length_a, length_b;

	a += strspn(a, "0");
	b += strspn(b, "0");
	length_a = strlen(a);
	length_b = strlen(b);
	if (length_a == length_b)
		return g_str_equal(a, b);
	if (length_a < length_b)
		return is_same_number(b, a);
	return length_b >= NATIONAL_DIGITS_LEAST && length_a - length_b <= COUNTRY_DIGITS_MOST &&
	       g_str_has_suffix(a, b);
}

/* the number that begins here, however its digits are grouped; a nought on its own is the one of
 * "+44 (0)20" */
static gboolean
find_number_at(const AtsHaystack *self, const AtsForm *form, guint first, AtsSpan *span)
{
	g_autoptr(GString) digits = g_string_new(NULL);
	gsize most = strlen(form->digits) + COUNTRY_DIGITS_MOST;

	for (guint i = first; i < self->tokens->len && is_number(self, i); i++) {
		const char *part =
		    ats_vocabulary_spelling(self->vocabulary, token_at(self, i)->word);
		if (!g_str_equal(part, "0"))
			g_string_append(digits, part);
		if (digits->len > most)
			return FALSE;
		if (digits->len > 0 && is_same_number(form->digits, digits->str)) {
			*span = (AtsSpan){first, i};
			return TRUE;
		}
	}
	return FALSE;
}

static void
find_numbers(const AtsHaystack *self, const AtsForm *form, GArray *found)
{
	AtsSpan span;

	for (guint i = 0; i < self->tokens->len && found->len < PLACES_MOST; i++) {
		if (!is_number(self, i) || !find_number_at(self, form, i, &span))
			continue;
		g_array_append_val(found, span);
		i = span.last;
	}
}

GArray *
ats_haystack_places(const AtsHaystack *haystack, const AtsForm *form)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(AtsSpan));

	if (form->digits != NULL)
		find_numbers(haystack, form, found);
	else
		find_words(haystack, form, found);
	return found;
}

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
		g_string_append(self->letters,
				ats_vocabulary_spelling(self->vocabulary, token_at(self, i)->word));
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

static gboolean
find_split(AtsHaystack *self, const AtsForm *form, AtsSpan *span)
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
	gpointer word = GUINT_TO_POINTER(token_at(self, token)->word);
	gint n = GPOINTER_TO_INT(g_hash_table_lookup(wanted, word));

	g_hash_table_insert(wanted, word, GINT_TO_POINTER(n + by));
	return by < 0 ? n > 0 : n >= 0;
}

static gboolean
is_surplus(const AtsHaystack *self, GHashTable *wanted, guint token)
{
	gpointer word = GUINT_TO_POINTER(token_at(self, token)->word);

	return GPOINTER_TO_INT(g_hash_table_lookup(wanted, word)) < 0;
}

/* slides over the form's words a window, and keeps where it holds most of them */
static guint
find_near(const AtsHaystack *self, const AtsForm *form, AtsSpan *near)
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

AtsSighting
ats_haystack_find(AtsHaystack *haystack, const AtsForm *form)
{
	AtsSighting sighting = {.places = ats_haystack_places(haystack, form)};

	if (sighting.places->len > 0) {
		sighting.n_words = form->words->len;
		return sighting;
	}
	if (find_split(haystack, form, &sighting.near)) {
		sighting.n_words = form->words->len;
		sighting.state = ATS_FOUND_SPLIT;
		return sighting;
	}
	/* pieces of an address or a number are common words */
	if (form->exact == NULL && form->digits == NULL)
		sighting.n_words = find_near(haystack, form, &sighting.near);
	if (sighting.n_words == form->words->len)
		sighting.state = ATS_FOUND_MIXED;
	else if (sighting.n_words * PART_OF >= form->words->len * PART_LEAST)
		sighting.state = ATS_FOUND_PART;
	else
		sighting.state = ATS_FOUND_LOST;
	return sighting;
}

char *
ats_haystack_excerpt(const AtsHaystack *haystack, AtsSpan span)
{
	g_autofree char *text = slice(haystack, span);
	g_auto(GStrv) words = g_strsplit_set(text, " \t\r\n\f\v", -1);
	GString *out = g_string_new(NULL);

	for (char **word = words; *word != NULL; word++) {
		if (**word != '\0')
			g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", *word);
	}
	return g_string_free(out, FALSE);
}
