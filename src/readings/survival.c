/*
 * How much of what a person reads arrives in a parser's reading: words that stay together (kept),
 * and blocks that still follow one another (whole).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/survival.h"

#include "readings/numbers.h"
#include "readings/places.h"

/* stands for a word that no reading can hold; letters, of a script that no resume is written in
 * (cuneiform) */
#define LOST_WORD "\xF0\x92\x80\x80\xF0\x92\x80\x80"

/**
 * AtsUnit: a block's words
 */
typedef struct {
	guint32 first, n; /* in AtsGold.words; n > 0 */
	guint32 section;  /* 0 before the first heading */
	guint32 flow;
} AtsUnit;

struct _AtsGold {
	const AtsDocument *document;
	const AtsLayout *layout;
	AtsNumbers numbers;
	GArray *words; /* of guint32, block after block */
	GArray *units; /* of AtsUnit, in human order */
	GArray *pairs; /* of guint64, sorted */
};

static const guint32 *
words_at(const GArray *words, guint i)
{
	return ats_at(words, guint32, i);
}

/* ---- adjacent pairs ---- */

static gint
compare_pairs(gconstpointer a, gconstpointer b)
{
	guint64 p = *(const guint64 *)a;
	guint64 q = *(const guint64 *)b;

	return p < q ? -1 : p > q;
}

static void
append_pair(GArray *pairs, guint32 first, guint32 second)
{
	guint64 pair = (guint64)first << 32 | second;

	g_array_append_val(pairs, pair);
}

/* a block of one word has no pair: the word itself counts as one */
static void
append_pairs_of_unit(GArray *pairs, const GArray *words, const AtsUnit *unit)
{
	if (unit->n == 1)
		append_pair(pairs, *words_at(words, unit->first), ATS_NUMBER_NONE);
	for (guint i = unit->first; i + 1 < unit->first + unit->n; i++)
		append_pair(pairs, *words_at(words, i), *words_at(words, i + 1));
}

/* how often the pair stands in the reading */
static guint
count_pair(const AtsPlaces *places, guint64 pair)
{
	const guint32 words[] = {(guint32)(pair >> 32), (guint32)pair};
	AtsEdge edge = ats_places_find(places, words, words[1] == ATS_NUMBER_NONE ? 1 : 2);

	return edge.to - edge.from;
}

/* pairs that stand in both, each as often as in the one that has fewer of it */
static double
share_kept(const AtsGold *gold, const AtsPlaces *places)
{
	guint kept = 0;

	for (guint i = 0, next; i < gold->pairs->len; i = next) {
		guint64 pair = *ats_at(gold->pairs, guint64, i);
		for (next = i + 1; next < gold->pairs->len; next++) {
			if (*ats_at(gold->pairs, guint64, next) != pair)
				break;
		}
		kept += MIN(next - i, count_pair(places, pair));
	}
	return (double)kept / gold->pairs->len;
}

/* ---- neighbouring blocks ---- */

static AtsEdge
beginning(const AtsGold *gold, const AtsPlaces *places, const AtsUnit *unit)
{
	return ats_places_find(places, words_at(gold->words, unit->first), MIN(unit->n, ATS_GRAM));
}

static AtsEdge
ending(const AtsGold *gold, const AtsPlaces *places, const AtsUnit *unit)
{
	guint n = MIN(unit->n, ATS_GRAM);

	return ats_places_find(places, words_at(gold->words, unit->first + unit->n - n), n);
}

static gboolean
follows(const AtsGold *gold, const AtsPlaces *places, const AtsUnit *a, const AtsUnit *b)
{
	AtsEdge end = ending(gold, places, a);
	AtsEdge begin = beginning(gold, places, b);

	return ats_edges_meet(places, &end, &begin);
}

static gboolean
are_neighbours(const AtsUnit *a, const AtsUnit *b)
{
	return a->section == b->section && a->flow == b->flow;
}

static double
share_whole(const AtsGold *gold, const AtsPlaces *places)
{
	guint n = 0, good = 0;

	for (guint i = 0; i + 1 < gold->units->len; i++) {
		const AtsUnit *a = ats_at(gold->units, AtsUnit, i);
		const AtsUnit *b = ats_at(gold->units, AtsUnit, i + 1);
		if (!are_neighbours(a, b))
			continue;
		n++;
		good += follows(gold, places, a, b) || follows(gold, places, b, a);
	}
	return n > 0 ? (double)good / n : 1.0;
}

/* ---- the human reading ---- */

/* the section of each line, 0 before the first heading; (transfer full) */
static guint32 *
sections_of_lines(const AtsLayout *layout, const AtsResume *resume)
{
	guint32 *sections = g_new0(guint32, layout->lines->len + 1);

	for (guint i = 0; i < resume->sections->len; i++) {
		const AtsResumeSection *section = ats_at(resume->sections, AtsResumeSection, i);
		for (guint j = section->line; j < MIN(section->end_line, layout->lines->len); j++)
			sections[j] = i + 1;
	}
	return sections;
}

/* the glyphs' numbers are all that the file holds of such a word, not what a person reads */
static gboolean
is_lost(const AtsDocument *document, const AtsToken *token)
{
	return token->word != ATS_NO_WORD &&
	       ats_at(document->words, AtsWord, token->word)->unmapped;
}

static void
append_text_of_line(GString *text, const AtsGold *gold, const AtsLine *line)
{
	for (guint i = line->first; i < line->first + line->n; i++) {
		const AtsToken *token = ats_at(gold->layout->human->tokens, AtsToken, i);
		if (text->len > 0 && token->before != ATS_BREAK_NONE)
			g_string_append_c(text, ' ');
		g_string_append(text, is_lost(gold->document, token) ? LOST_WORD : token->text);
	}
}

static void
append_words_of_block(AtsGold *gold, const AtsBlock *block)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = block->first_line; i < block->first_line + block->n_lines; i++)
		append_text_of_line(text, gold, ats_at(gold->layout->lines, AtsLine, i));
	ats_numbers_append(&gold->numbers, text->str, gold->words);
}

static void
append_unit(AtsGold *gold, const AtsBlock *block, guint32 section)
{
	AtsUnit unit = {
	    .first = gold->words->len,
	    .section = section,
	    .flow = ats_at(gold->layout->regions, AtsRegion, block->region)->flow,
	};

	append_words_of_block(gold, block);
	unit.n = gold->words->len - unit.first;
	if (unit.n == 0)
		return;
	g_array_append_val(gold->units, unit);
	append_pairs_of_unit(gold->pairs, gold->words, &unit);
}

AtsGold *
ats_gold_new(const AtsDocument *document, const AtsLayout *layout, const AtsResume *resume)
{
	AtsGold *self = g_new0(AtsGold, 1);
	g_autofree guint32 *sections = sections_of_lines(layout, resume);

	self->document = document;
	self->layout = layout;
	ats_numbers_init(&self->numbers);
	self->words = g_array_new(FALSE, FALSE, sizeof(guint32));
	self->units = g_array_new(FALSE, FALSE, sizeof(AtsUnit));
	self->pairs = g_array_new(FALSE, FALSE, sizeof(guint64));
	for (guint i = 0; i < layout->blocks->len; i++) {
		const AtsBlock *block = ats_at(layout->blocks, AtsBlock, i);
		append_unit(self, block, sections[block->first_line]);
	}
	g_array_sort(self->pairs, compare_pairs);
	return self;
}

void
ats_gold_free(AtsGold *gold)
{
	ats_numbers_clear(&gold->numbers);
	g_array_unref(gold->words);
	g_array_unref(gold->units);
	g_array_unref(gold->pairs);
	g_free(gold);
}

gboolean
ats_gold_is_empty(const AtsGold *gold)
{
	return gold->words->len == 0;
}

void
ats_gold_hold(AtsGold *gold, AtsReading *reading)
{
	g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_auto(AtsPlaces) places = {NULL};

	if (ats_gold_is_empty(gold))
		return;
	ats_numbers_append(&gold->numbers, reading->text, words);
	ats_places_init(&places, words, ats_numbers_end(&gold->numbers));
	reading->kept = share_kept(gold, &places);
	reading->whole = share_whole(gold, &places);
	reading->score = 100 * (reading->kept + reading->whole) / 2;
}
