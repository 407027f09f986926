/*
 * Looks titles and words up in the tables that lexicon/generate.py makes of the lists. For
 * src/resume and its tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "resume/lexicon-table.h"
#include "resume/lexicon.h"
#include "resume/title-key.h"

/* bytes; the longest title of the lists has 51, and no line of body text is worth folding */
#define TITLE_BYTES_MAX 160
/* a letter-spaced title has one word a letter */
#define TITLE_WORDS_MAX 48
/* "My Other Selected Projects" */
#define MODIFIERS_MAX 3
/* words of a title that is guessed by one of them; longer lines are sentences */
#define GUESS_WORDS_MAX 6
/* ... and that parsers still take, since they look for the word at its end or beginning */
#define GUESS_STANDARD_WORDS_MAX 4

/* letters with a space between each that make a word */
#define LETTERS_MIN 4

/* --- the tables --- */

static int
compare_titles(const void *a, const void *b)
{
	return strcmp(((const AtsTitleEntry *)a)->key, ((const AtsTitleEntry *)b)->key);
}

static int
compare_keywords(const void *a, const void *b)
{
	return strcmp(((const AtsKeywordEntry *)a)->key, ((const AtsKeywordEntry *)b)->key);
}

static int
compare_words(const void *a, const void *b)
{
	return strcmp(((const AtsWordEntry *)a)->key, ((const AtsWordEntry *)b)->key);
}

static const AtsTitleEntry *
find_key(const char *key)
{
	AtsTitleEntry wanted = {.key = key};

	return bsearch(&wanted,
		       ats_title_table,
		       ats_title_table_length,
		       sizeof(wanted),
		       compare_titles);
}

static const AtsTitleEntry *
find_words(GStrv words)
{
	g_autofree char *key = g_strjoinv(" ", words);
	g_autofree char *stems = ats_title_stem(words);
	g_autofree char *squeezed = ats_title_squeeze(words);
	const AtsTitleEntry *entry = find_key(key);

	if (entry == NULL)
		entry = find_key(stems);
	if (entry == NULL)
		entry = find_key(squeezed);
	return entry;
}

/* "Other Work Experience": what stands after the modifier must be a title in its own right */
static const AtsTitleEntry *
find_modified(GStrv words)
{
	const AtsTitleEntry *entry = find_words(words);

	for (guint i = 0;
	     entry == NULL && i < MODIFIERS_MAX && words[i] != NULL && words[i + 1] != NULL;
	     i++) {
		if (!ats_title_is_listed(words[i], ats_modifier_table, ats_modifier_table_length))
			return NULL;
		entry = find_words(words + i + 1);
	}
	return entry;
}

static const char *
preferred_title(guint kind, guint language)
{
	const char *title = ats_preferred_table[language][kind];

	return title != NULL ? title : ats_preferred_table[0][kind];
}

const char *
ats_title_preferred(AtsSectionKind kind)
{
	return ats_preferred_table[0][kind];
}

static void
describe_entry(const AtsTitleEntry *entry, AtsTitle *title)
{
	*title = (AtsTitle){
	    .kind = (AtsSectionKind)entry->kind,
	    .other = (AtsSectionKind)entry->other,
	    .listed = TRUE,
	    .standard = entry->rank <= ATS_TITLE_AMBIGUOUS,
	    .ambiguous = entry->rank == ATS_TITLE_AMBIGUOUS,
	};
	if (entry->rank == ATS_TITLE_CLEVER)
		title->suggestion = preferred_title(entry->kind, entry->language);
}

/* "Research & Industry Experience": the last word belongs to each part, where that makes a title */
static const AtsTitleEntry *
find_with_head(const GPtrArray *part, const char *head)
{
	g_autofree char *words = head == NULL ? NULL : g_strjoinv(" ", (GStrv)part->pdata);
	g_autofree char *key = head == NULL ? NULL : g_strconcat(words, " ", head, NULL);

	return key == NULL ? NULL : find_key(key);
}

/* the word that the last part of the title has behind another; NULL if it has one alone */
static const char *
find_head(GStrv words)
{
	guint n = g_strv_length(words);

	return n < 3 || g_str_equal(words[n - 2], ATS_TITLE_JOINER) ? NULL : words[n - 1];
}

/* a part of a compound title; adds it to @title */
static gboolean
add_part(GPtrArray *part, const char *head, AtsTitle *title)
{
	const AtsTitleEntry *entry = NULL;
	AtsTitle described;

	g_ptr_array_add(part, NULL);
	entry = find_with_head(part, head);
	if (entry == NULL)
		entry = find_modified((GStrv)part->pdata);
	if (entry == NULL)
		return FALSE;
	describe_entry(entry, &described);
	if (!title->listed) {
		*title = described;
		title->other = ATS_SECTION_NONE;
		title->ambiguous = FALSE;
		return TRUE;
	}
	title->standard = title->standard || described.standard;
	if (described.kind != title->kind && !title->compound) {
		title->compound = TRUE;
		title->other = described.kind;
	}
	return TRUE;
}

static gboolean
lookup_compound(GStrv words, AtsTitle *title)
{
	g_autoptr(GPtrArray) part = g_ptr_array_new();
	const char *head = find_head(words);

	for (guint i = 0;; i++) {
		if (words[i] != NULL && !g_str_equal(words[i], ATS_TITLE_JOINER)) {
			g_ptr_array_add(part, words[i]);
			continue;
		}
		if (part->len == 0 || !add_part(part, words[i] != NULL ? head : NULL, title))
			break;
		if (words[i] == NULL)
			return TRUE;
		g_ptr_array_set_size(part, 0);
	}
	*title = (AtsTitle){0};
	return FALSE;
}

static gboolean
lookup_words(GStrv words, AtsTitle *title)
{
	const AtsTitleEntry *entry = NULL;

	*title = (AtsTitle){0};
	if (words[0] == NULL || g_strv_length(words) > TITLE_WORDS_MAX)
		return FALSE;
	entry = find_modified(words);
	if (entry == NULL)
		return lookup_compound(words, title);
	describe_entry(entry, title);
	return TRUE;
}

static GStrv
title_words(const char *text)
{
	g_autofree char *key = strlen(text) > TITLE_BYTES_MAX ? g_strdup("") : ats_title_key(text);

	return *key == '\0' ? g_new0(char *, 1) : g_strsplit(key, " ", -1);
}

/* "E X P E R I E N C E": the letters as one word; NULL for other text */
static char *
join_letters(const char *text)
{
	g_auto(GStrv) words = g_strsplit_set(text, " ", -1);
	guint n = 0;

	for (guint i = 0; words[i] != NULL; i++) {
		if (g_utf8_strlen(words[i], -1) > 1)
			return NULL;
		n += *words[i] == '\0' ? 0 : 1;
	}
	return n < LETTERS_MIN ? NULL : g_strjoinv("", words);
}

gboolean
ats_title_lookup(const char *text, AtsTitle *title)
{
	g_auto(GStrv) words = title_words(text);
	g_autofree char *joined = NULL;

	if (lookup_words(words, title))
		return TRUE;
	joined = join_letters(text);
	return joined != NULL && ats_title_lookup(joined, title);
}

/* --- guesses --- */

static AtsSectionKind
keyword_kind(const char *word)
{
	g_autoptr(GString) stem = g_string_new(NULL);
	AtsKeywordEntry wanted = {0};
	const AtsKeywordEntry *entry = NULL;

	ats_title_append_stem(stem, word);
	wanted.key = stem->str;
	entry = bsearch(&wanted,
			ats_keyword_table,
			ats_keyword_table_length,
			sizeof(wanted),
			compare_keywords);
	return entry == NULL ? ATS_SECTION_NONE : (AtsSectionKind)entry->kind;
}

/* scripts without spaces: the longest keyword that the word ends with */
static AtsSectionKind
ideograph_kind(const char *word)
{
	const AtsKeywordEntry *best = NULL;

	for (guint i = 0; i < ats_keyword_table_length; i++) {
		const AtsKeywordEntry *entry = &ats_keyword_table[i];
		if (g_utf8_get_char(entry->key) >= 0x2E80 && g_str_has_suffix(word, entry->key) &&
		    (best == NULL || strlen(entry->key) > strlen(best->key)))
			best = entry;
	}
	return best == NULL ? ATS_SECTION_NONE : (AtsSectionKind)best->kind;
}

gboolean
ats_title_guess(const char *text, AtsTitle *title)
{
	g_auto(GStrv) words = title_words(text);
	guint n = g_strv_length(words);
	guint at = 0;

	if (ats_title_lookup(text, title))
		return TRUE;
	if (n == 0 || n > GUESS_WORDS_MAX)
		return FALSE;
	for (guint i = n; i > 0 && title->kind == ATS_SECTION_NONE; i--) {
		at = i - 1;
		title->kind = g_utf8_get_char(words[at]) >= 0x2E80 ? ideograph_kind(words[at])
								   : keyword_kind(words[at]);
	}
	if (title->kind == ATS_SECTION_NONE)
		return FALSE;
	title->standard = n <= GUESS_STANDARD_WORDS_MAX && (at == 0 || at == n - 1);
	title->suggestion = title->standard ? NULL : ats_title_preferred(title->kind);
	return TRUE;
}

/* --- words --- */

guint32
ats_lexicon_word(const char *text)
{
	g_autofree char *key = ats_word_key(text);
	AtsWordEntry wanted = {.key = key};
	const AtsWordEntry *entry =
	    bsearch(&wanted, ats_word_table, ats_word_table_length, sizeof(wanted), compare_words);

	return entry == NULL ? 0 : entry->kinds;
}

guint
ats_lexicon_length(void)
{
	return ats_title_table_length;
}

const char *
ats_lexicon_key(guint index, AtsSectionKind *kind)
{
	*kind = (AtsSectionKind)ats_title_table[index].kind;
	return ats_title_table[index].key;
}
