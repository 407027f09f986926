/*
 * Puts words together again that a hyphen divides at the end of a line; a compound that only met
 * the end of a line keeps its hyphen. For build.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/hyphens.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"

#define SOFT_HYPHEN 0x00AD
/* digits in front of a compound: "24-bed", "500-seat" */
#define NUMBER_DIGITS 3
/* letters on each side of a division; what is shorter is "e-mail" or "T-shirt" */
#define LETTERS_LEAST 2
/* letters: "and", "und", "or", before which a compound's first half may stand alone */
#define CONNECTOR_MOST 3
/* divisions by which a document shows that it divides words, and how many compounds within lines
 * stand against each: a line's end is one of a dozen places where a compound may stand */
#define DIVISIONS_LEAST	  3
#define COMPOUNDS_AGAINST 4
/* share of the size: lines that end at their column's edge; share of them in justified text */
#define EDGE_SAME 0.35f
#define JUSTIFIED 0.5f

/**
 * AtsHyphen: a token that ends with a hyphen, the last of its line, and the token after it
 */
typedef struct {
	guint32 token;
	char *first, *second; /* the words on both sides, folded, without the hyphen */
	gboolean soft;
} AtsHyphen;

typedef struct {
	AtsLayout *layout;
	GArray *hyphens;   /* of AtsHyphen */
	GHashTable *words; /* folded words of the reading, how often */
	guint compounds;   /* within lines */
	gboolean divides;  /* the document does */
} AtsHyphens;

static void
hyphen_clear(gpointer data)
{
	AtsHyphen *hyphen = data;

	g_free(hyphen->first);
	g_free(hyphen->second);
}

static AtsToken *
token_at(const AtsHyphens *self, guint i)
{
	return ats_at(self->layout->human->tokens, AtsToken, i);
}

/* ---- what stands at the ends of lines ---- */

static gboolean
is_hyphen(gunichar c)
{
	return c == '-' || c == 0x2010 || c == SOFT_HYPHEN;
}

/* "24-", before "bed": a compound, since no number is divided; years are followed by another date
 */
static gboolean
ends_with_number(const char *text)
{
	gsize length = strlen(text);
	gsize digits = 0;

	if (length < 2 || text[length - 1] != '-')
		return FALSE;
	while (digits + 1 < length && g_ascii_isdigit(text[length - 2 - digits]))
		digits++;
	return digits > 0 && digits <= NUMBER_DIGITS;
}

/* the hyphen at the end of the text, after a letter; NULL if there is none */
static const char *
find_hyphen(const char *text)
{
	const char *hyphen = g_utf8_find_prev_char(text, text + strlen(text));
	const char *letter = hyphen != NULL ? g_utf8_find_prev_char(text, hyphen) : NULL;

	if (letter == NULL || !is_hyphen(g_utf8_get_char(hyphen)) ||
	    !g_unichar_isalpha(g_utf8_get_char(letter)))
		return NULL;
	return hyphen;
}

gboolean
ats_hyphens_divide(const char *text, const char *next)
{
	return find_hyphen(text) != NULL && g_unichar_islower(g_utf8_get_char(next));
}

static gboolean
is_address(const char *text)
{
	return strpbrk(text, "@/") != NULL || g_str_has_prefix(text, "www.");
}

typedef struct {
	const char *first, *last;
	gsize first_length, last_length;
} AtsEnds;

static void
take_end(const char *start, gsize length, gpointer data)
{
	AtsEnds *ends = data;

	if (ends->first == NULL)
		ends->first = start, ends->first_length = length;
	ends->last = start;
	ends->last_length = length;
}

static char *
fold_part(const char *start, gsize length)
{
	g_autofree char *part = g_strndup(start, length);

	return ats_utf8_fold(part);
}

static void
take_line_end(AtsHyphens *self, guint i)
{
	const char *text = token_at(self, i)->text;
	const char *next = token_at(self, i + 1)->text;
	const char *end = find_hyphen(text);
	AtsEnds before = {0}, after = {0};
	AtsHyphen hyphen = {.token = i};

	if (!g_unichar_isalpha(g_utf8_get_char(next)) || is_address(text) || is_address(next))
		return;
	if (ends_with_number(text) && g_unichar_islower(g_utf8_get_char(next)))
		token_at(self, i + 1)->before = ATS_BREAK_NONE;
	if (end == NULL)
		return;
	ats_utf8_each_word(text, take_end, &before);
	ats_utf8_each_word(next, take_end, &after);
	if (before.last == NULL || after.first == NULL)
		return;
	hyphen.soft = g_utf8_get_char(end) == SOFT_HYPHEN;
	hyphen.first = fold_part(before.last, before.last_length);
	hyphen.second = fold_part(after.first, after.first_length);
	g_array_append_val(self->hyphens, hyphen);
}

/* the lines of a block follow one another */
static void
collect(AtsHyphens *self)
{
	for (guint i = 0; i + 1 < self->layout->lines->len; i++) {
		const AtsLine *line = ats_at(self->layout->lines, AtsLine, i);
		if (line->n > 0 && line[1].n > 0 && line->block == line[1].block && !line->heading)
			take_line_end(self, line->first + line->n - 1);
	}
}

/* ---- what the rest of the document says ---- */

static void
count_word(const char *start, gsize length, gpointer data)
{
	AtsHyphens *self = data;
	char *word = fold_part(start, length);
	guint n = GPOINTER_TO_UINT(g_hash_table_lookup(self->words, word));

	self->compounds += strchr(word, '-') != NULL && strpbrk(word, "@/0123456789") == NULL;
	g_hash_table_insert(self->words, word, GUINT_TO_POINTER(n + 1));
}

static void
count_words(AtsHyphens *self)
{
	for (guint i = 0; i < self->layout->human->tokens->len; i++)
		ats_utf8_each_word(token_at(self, i)->text, count_word, self);
}

static guint
count_of(const AtsHyphens *self, const char *word)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(self->words, word));
}

static gboolean
occurs(const AtsHyphens *self, const char *first, const char *between, const char *second)
{
	g_autofree char *word = g_strconcat(first, between, second, NULL);

	return count_of(self, word) > 0;
}

/* most lines that go on in the next end at the edge of their column */
static gboolean
is_justified(const AtsLayout *layout)
{
	guint n = 0, at_edge = 0;

	for (guint i = 0; i + 1 < layout->lines->len; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);
		if (line->block != line[1].block)
			continue;
		n++;
		at_edge += fabsf(line->edge - line->box.x1) < EDGE_SAME * line->size;
	}
	/* the widest line of ragged text makes the edge */
	return (float)at_edge > JUSTIFIED * (float)n + 1;
}

/* ---- divided words and compounds ---- */

static gboolean
begins_small(const AtsHyphens *self, const AtsHyphen *hyphen)
{
	return g_unichar_islower(g_utf8_get_char(token_at(self, hyphen->token + 1)->text));
}

/* "part- and full-time": the word on the left stands for a compound */
static gboolean
is_suspended(const AtsHyphens *self, const AtsHyphen *hyphen)
{
	return g_utf8_strlen(hyphen->second, -1) <= CONNECTOR_MOST &&
	       count_of(self, hyphen->second) > 1;
}

/* each half is a word by itself, or the whole has a hyphen that is no division */
static gboolean
is_compound(const AtsHyphens *self, const AtsHyphen *hyphen)
{
	if (strchr(hyphen->first, '-') != NULL || strchr(hyphen->second, '-') != NULL ||
	    g_utf8_strlen(hyphen->first, -1) < LETTERS_LEAST ||
	    g_utf8_strlen(hyphen->second, -1) < LETTERS_LEAST)
		return TRUE;
	return count_of(self, hyphen->first) > 1 && count_of(self, hyphen->second) > 1;
}

static gboolean
is_divided(const AtsHyphens *self, const AtsHyphen *hyphen)
{
	if (hyphen->soft)
		return TRUE;
	if (!begins_small(self, hyphen) || occurs(self, hyphen->first, "-", hyphen->second))
		return FALSE;
	if (occurs(self, hyphen->first, "", hyphen->second))
		return TRUE;
	return !is_compound(self, hyphen) && self->divides;
}

static void
join(AtsHyphens *self, const AtsHyphen *hyphen)
{
	AtsReading *human = self->layout->human;
	AtsToken *token = token_at(self, hyphen->token);

	if (!hyphen->soft && is_suspended(self, hyphen))
		return;
	if (is_divided(self, hyphen)) {
		if (human->strings == NULL)
			human->strings = g_string_chunk_new(1024);
		token->text = g_string_chunk_insert_len(human->strings,
							token->text,
							find_hyphen(token->text) - token->text);
	}
	token_at(self, hyphen->token + 1)->before = ATS_BREAK_NONE;
}

void
ats_hyphens_join(AtsLayout *layout)
{
	AtsHyphens self = {.layout = layout,
			   .hyphens = g_array_new(FALSE, FALSE, sizeof(AtsHyphen))};

	g_array_set_clear_func(self.hyphens, hyphen_clear);
	collect(&self);
	if (self.hyphens->len > 0) {
		self.words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
		count_words(&self);
		self.divides = is_justified(layout) ||
			       (self.hyphens->len >= DIVISIONS_LEAST &&
				COMPOUNDS_AGAINST * self.hyphens->len > self.compounds);
		for (guint i = 0; i < self.hyphens->len; i++)
			join(&self, ats_at(self.hyphens, AtsHyphen, i));
		g_hash_table_unref(self.words);
	}
	g_array_unref(self.hyphens);
}
