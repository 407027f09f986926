/*
 * Where a field stands whole in a reading; what else became of it is asked of find-split.c and
 * find-near.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expect/haystack.h"

#include <string.h>

#include "base/utf8.h"

/* places of one field that are kept: more say nothing new of a word as common as that */
#define PLACES_MOST 32
/* the share of a field's words that is a part of it, rather than common words that stand there
 * anyway
 */
#define PART_LEAST 2
#define PART_OF	   3
/* words of the rarest kind in a field at which it is looked for: only a text that is made to be
 * slow has more */
#define ANCHORS_MOST 1000
/* digits that a phone number's country code has at most, and that the rest has at least */
#define COUNTRY_DIGITS_MOST   3
#define NATIONAL_DIGITS_LEAST 7

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

static char *
slice(const AtsHaystack *self, AtsSpan span)
{
	guint start = ats_haystack_token(self, span.first)->start;

	return g_strndup(self->text + start, ats_haystack_token(self, span.last)->end - start);
}

/* whether it is a piece of a longer address: of "ann@example.com", "example.com/ann" or
 * "www2.example.com" is "example.com" one, of "www.example.com" it is not */
static gboolean
is_inside(const AtsHaystack *self, AtsSpan span)
{
	const char *start = self->text + ats_haystack_token(self, span.first)->start;
	const char *end = self->text + ats_haystack_token(self, span.last)->end;
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
		if (ats_haystack_token(self, first + i)->word != words[i])
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
	const char *spelling =
	    ats_vocabulary_spelling(self->vocabulary, ats_haystack_token(self, at)->word);

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
		    ats_vocabulary_spelling(self->vocabulary, ats_haystack_token(self, i)->word);
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

AtsSighting
ats_haystack_find(AtsHaystack *haystack, const AtsForm *form)
{
	AtsSighting sighting = {.places = ats_haystack_places(haystack, form)};

	if (sighting.places->len > 0) {
		sighting.n_words = form->words->len;
		return sighting;
	}
	if (ats_haystack_split(haystack, form, &sighting.near)) {
		sighting.n_words = form->words->len;
		sighting.state = ATS_FOUND_SPLIT;
		return sighting;
	}
	/* pieces of an address or a number are common words */
	if (form->exact == NULL && form->digits == NULL)
		sighting.n_words = ats_haystack_near(haystack, form, &sighting.near);
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
