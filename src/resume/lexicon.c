/*
 * Looks titles and words up in the tables that lexicon/generate.py makes of the lists; its Keys
 * class is the twin of the key functions here. For src/resume and its tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "resume/lexicon-table.h"
#include "resume/lexicon.h"

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

#define JOINER "and"

/* --- keys --- */

static gboolean
is_apostrophe(gunichar c)
{
	return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018 || c == '`';
}

static gboolean
is_separator(gunichar c)
{
	return c < 0x80 ? c != 0 && strchr("&+/,;|", (int)c) != NULL
			: c == 0xB7 || c == 0x3001 || c == 0x30FB;
}

static gboolean
is_dropped(gunichar c)
{
	GUnicodeType type = g_unichar_type(c);

	return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_FORMAT || is_apostrophe(c);
}

static gboolean
is_letter_or_number(gunichar c)
{
	switch (g_unichar_type(c)) {
	case G_UNICODE_LOWERCASE_LETTER:
	case G_UNICODE_MODIFIER_LETTER:
	case G_UNICODE_OTHER_LETTER:
	case G_UNICODE_TITLECASE_LETTER:
	case G_UNICODE_UPPERCASE_LETTER:
	case G_UNICODE_DECIMAL_NUMBER:
	case G_UNICODE_LETTER_NUMBER:
	case G_UNICODE_OTHER_NUMBER:
		return TRUE;
	default:
		return FALSE;
	}
}

static char *
fold(const char *text)
{
	g_autofree char *decomposed = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);

	return decomposed == NULL ? g_strdup("") : g_utf8_casefold(decomposed, -1);
}

static int
compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean
is_listed(const char *word, const char *const *table, guint length)
{
	return bsearch(&word, table, length, sizeof(*table), compare_strings) != NULL;
}

/* the joiners that are written without spaces around them are single ideographs */
static gboolean
is_ideograph_joiner(gunichar c)
{
	char text[7] = {0};

	if (c < 0x2E80)
		return FALSE;
	g_unichar_to_utf8(c, text);
	return is_listed(text, ats_joiner_table, ats_joiner_table_length);
}

static void
append_american(GString *key, const char *word)
{
	gsize start = key->len;

	g_string_append(key, word);
	for (guint i = 0; i < ats_spelling_table_length; i++) {
		const char *found = strstr(key->str + start, ats_spelling_table[i].british);
		if (found == NULL)
			continue;
		gsize at = (gsize)(found - key->str);
		g_string_erase(key, (gssize)at, (gssize)strlen(ats_spelling_table[i].british));
		g_string_insert(key, (gssize)at, ats_spelling_table[i].american);
	}
}

static gboolean
ends_with_joiner(const GString *key)
{
	return g_str_has_suffix(key->str, " " JOINER);
}

static void
append_key_word(GString *key, const char *word)
{
	gboolean joiner = is_listed(word, ats_joiner_table, ats_joiner_table_length);

	if (*word == '\0' || (joiner && (key->len == 0 || ends_with_joiner(key))))
		return;
	if (key->len > 0)
		g_string_append_c(key, ' ');
	if (joiner)
		g_string_append(key, JOINER);
	else
		append_american(key, word);
}

static void
flush_word(GString *key, GString *word)
{
	append_key_word(key, word->str);
	g_string_truncate(word, 0);
}

/* "1. ", "2.1 ", "IV) ", "a) ": a number is followed by a space or a mark, so that a title cannot
 * lose its first letters */
static const char *
skip_numbering(const char *text)
{
	const char *p = text + strspn(text, " \t");
	gsize digits = strspn(p, "0123456789.");
	gsize roman = strspn(p, "IVXivx");

	if (digits > 0 && digits <= 4 && strchr(" )]:.-", p[digits]) != NULL)
		return p + digits;
	if (roman > 0 && roman <= 4 && p[roman] != '\0' && strchr(".)]", p[roman]) != NULL)
		return p + roman + 1;
	if (g_ascii_isalpha(p[0]) && p[1] == ')')
		return p + 2;
	return text;
}

/* length without a closing remark in brackets: "(continued)", "[optional]" */
static gsize
length_without_brackets(const char *text)
{
	const char *round = strstr(text, " (");
	const char *square = strstr(text, " [");
	const char *open = round == NULL || (square != NULL && square < round) ? square : round;

	return open == NULL || open == text ? strlen(text) : (gsize)(open - text);
}

char *
ats_title_key(const char *text)
{
	g_autoptr(GString) key = g_string_new(NULL);
	g_autoptr(GString) word = g_string_new(NULL);
	const char *start = skip_numbering(text);
	g_autofree char *bare = g_strndup(start, length_without_brackets(start));
	g_autofree char *folded = fold(bare);

	for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (is_dropped(c))
			continue;
		if (is_separator(c) || is_ideograph_joiner(c)) {
			flush_word(key, word);
			append_key_word(key, JOINER);
		} else if (is_letter_or_number(c)) {
			g_string_append_unichar(word, c);
		} else {
			flush_word(key, word);
		}
	}
	flush_word(key, word);
	if (ends_with_joiner(key))
		g_string_truncate(key, key->len - strlen(" " JOINER));
	return g_string_free(g_steal_pointer(&key), FALSE);
}

static gboolean
is_plural(const char *word)
{
	return g_utf8_strlen(word, -1) > 3 && g_str_has_suffix(word, "s") &&
	       !g_str_has_suffix(word, "ss") && !g_str_has_suffix(word, "us") &&
	       !g_str_has_suffix(word, "is");
}

static void
append_stem(GString *out, const char *word)
{
	g_string_append(out, word);
	if (!is_plural(word))
		return;
	if (g_str_has_suffix(word, "ies")) {
		g_string_truncate(out, out->len - 3);
		g_string_append_c(out, 'y');
	} else {
		g_string_truncate(out, out->len - 1);
	}
}

static char *
stem_words(GStrv words)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; words[i] != NULL; i++) {
		if (i > 0)
			g_string_append_c(out, ' ');
		append_stem(out, words[i]);
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

static char *
squeeze_words(GStrv words)
{
	g_autofree char *joined = g_strjoinv("", words);
	g_autoptr(GString) out = g_string_new(NULL);

	append_stem(out, joined);
	return g_string_free(g_steal_pointer(&out), FALSE);
}

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
	g_autofree char *stems = stem_words(words);
	g_autofree char *squeezed = squeeze_words(words);
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
		if (!is_listed(words[i], ats_modifier_table, ats_modifier_table_length))
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

/* a part of a compound title; adds it to @title */
static gboolean
add_part(GPtrArray *part, AtsTitle *title)
{
	const AtsTitleEntry *entry = NULL;
	AtsTitle described;

	g_ptr_array_add(part, NULL);
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

	for (guint i = 0;; i++) {
		if (words[i] != NULL && !g_str_equal(words[i], JOINER)) {
			g_ptr_array_add(part, words[i]);
			continue;
		}
		if (part->len == 0 || !add_part(part, title))
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

	append_stem(stem, word);
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
	g_autoptr(GString) bare = g_string_new(NULL);
	g_autofree char *folded = fold(text);
	AtsWordEntry wanted = {0};
	const AtsWordEntry *entry = NULL;

	for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (!is_dropped(c) && is_letter_or_number(c))
			g_string_append_unichar(bare, c);
	}
	wanted.key = bare->str;
	entry =
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
