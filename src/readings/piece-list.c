/*
 * The pieces of a resume that a parser has to find whole, and which words of the human reading each
 * of them is.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/utf8.h"
#include "readings/pieces.h"

#define NOWHERE G_MAXUINT32
/* tokens that one piece may take: a heading over three lines, an address of seven groups */
#define MOST_TOKENS 32
/* links that are followed; a resume has one to ten */
#define MOST_LINKS 64

/* letters and digits of a text, folded: by these a piece is found again, however it is spaced */
static void
append_letters(GString *out, const char *text)
{
	g_autofree char *folded = ats_utf8_fold(text);

	for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (g_unichar_isalnum(c))
			g_string_append_unichar(out, c);
	}
}

static const AtsToken *
human_token(const AtsLayout *layout, guint i)
{
	return ats_at(layout->human->tokens, AtsToken, i);
}

guint32
ats_pieces_n_tokens(const AtsLayout *layout, guint32 first, const char *text)
{
	g_autoptr(GString) wanted = g_string_new(NULL);
	g_autoptr(GString) got = g_string_new(NULL);
	guint32 end =
	    (guint32)MIN((guint64)first + MOST_TOKENS, (guint64)layout->human->tokens->len);

	append_letters(wanted, text);
	for (guint32 i = first; i < end; i++) {
		append_letters(got, human_token(layout, i)->text);
		if (strstr(got->str, wanted->str) != NULL)
			return i - first + 1;
	}
	return 1;
}

/* the human line of each token; (transfer full) */
static guint32 *
lines_of_tokens(const AtsLayout *layout)
{
	guint n = layout->human->tokens->len;
	guint32 *lines = g_new(guint32, n + 1);

	for (guint i = 0; i < n; i++)
		lines[i] = NOWHERE;
	for (guint32 i = 0; i < layout->lines->len; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);
		for (guint32 k = line->first; k < MIN(line->first + line->n, n); k++)
			lines[k] = i;
	}
	return lines;
}

/* what the making of the list has at hand */
typedef struct {
	const AtsLayout *layout;
	const AtsResume *resume;
	GArray *pieces;
	guint32 *lines;	   /* of tokens */
	GHashTable *words; /* word + 1 → token + 1 of the human reading */
	GHashTable *links; /* letters of a token → token + 1 */
} AtsLister;

static gboolean
is_furniture(const AtsLayout *layout, const AtsLine *line)
{
	AtsRegionKind kind = ats_at(layout->regions, AtsRegion, line->region)->kind;

	return kind == ATS_REGION_HEADER || kind == ATS_REGION_FOOTER;
}

static void
add_piece(AtsLister *self, AtsPieceKind kind, const char *text, guint32 first)
{
	AtsPiece piece = {
	    .kind = kind,
	    .text = text,
	    .first = first,
	    .section = NOWHERE,
	    .n = ats_pieces_n_tokens(self->layout, first, text),
	};
	guint32 at = self->lines[first];
	const AtsLine *line = at != NOWHERE ? ats_at(self->layout->lines, AtsLine, at) : NULL;
	const AtsResumeSection *section = line != NULL && !is_furniture(self->layout, line)
					      ? ats_resume_section_of_line(self->resume, at)
					      : NULL;

	if (line != NULL)
		piece.page = line->page;
	if (section != NULL)
		piece.section =
		    (guint32)(section - ats_at(self->resume->sections, AtsResumeSection, 0));
	g_array_append_val(self->pieces, piece);
}

/* the token that prints the word, NOWHERE for a word that no person sees */
static guint32
token_of_word(const AtsLister *self, guint32 word)
{
	gpointer token = g_hash_table_lookup(self->words, GUINT_TO_POINTER(word + 1));

	return word == ATS_NO_WORD || token == NULL ? NOWHERE : GPOINTER_TO_UINT(token) - 1;
}

static void
add_field(AtsLister *self, AtsPieceKind kind, const AtsField *field)
{
	guint32 token = field->text != NULL ? token_of_word(self, field->word) : NOWHERE;

	if (token != NOWHERE)
		add_piece(self, kind, field->text, token);
}

/* "https://www.example.com/ann/" and "example.com/ann" are one; (transfer full) */
static char *
key_of_link(const char *link)
{
	g_autofree char *folded = ats_utf8_fold(link);
	const char *start = strstr(folded, "://");
	g_autoptr(GString) key = g_string_new(NULL);

	start = start != NULL ? start + strlen("://") : folded;
	if (g_str_has_prefix(start, "www."))
		start += strlen("www.");
	append_letters(key, start);
	return g_string_free(g_steal_pointer(&key), FALSE);
}

static gboolean
looks_like_link(const char *text)
{
	return strchr(text, '.') != NULL || strchr(text, '/') != NULL;
}

static void
add_links(AtsLister *self)
{
	const GPtrArray *links = self->resume->links;

	for (guint i = 0; i < MIN(links->len, MOST_LINKS); i++) {
		const char *link = g_ptr_array_index(links, i);
		g_autofree char *key = key_of_link(link);
		gpointer token = g_hash_table_lookup(self->links, key);

		if (*key != '\0' && token != NULL)
			add_piece(self, ATS_PIECE_LINK, link, GPOINTER_TO_UINT(token) - 1);
	}
}

static void
add_headings(AtsLister *self)
{
	for (guint i = 0; i < self->resume->sections->len; i++) {
		const AtsResumeSection *section =
		    ats_at(self->resume->sections, AtsResumeSection, i);
		const AtsLine *line = section->line < self->layout->lines->len
					  ? ats_at(self->layout->lines, AtsLine, section->line)
					  : NULL;

		if (line != NULL && line->n > 0)
			add_piece(self, ATS_PIECE_HEADING, section->heading, line->first);
	}
}

/* the title of each entry, and its date where it stands on one line */
static void
add_entries(AtsLister *self)
{
	for (guint i = 0; i < self->resume->entries->len; i++) {
		const AtsEntry *entry = ats_at(self->resume->entries, AtsEntry, i);
		guint32 title = token_of_word(self, entry->title_word);
		guint32 date = token_of_word(self, entry->date_word);

		if (entry->title != NULL && title != NOWHERE)
			add_piece(self, ATS_PIECE_ENTRY, entry->title, title);
		if (entry->date_text != NULL && date != NOWHERE)
			add_piece(self, ATS_PIECE_DATES, entry->date_text, date);
	}
}

static gint
compare_pieces(gconstpointer a, gconstpointer b)
{
	const AtsPiece *x = a;
	const AtsPiece *y = b;
	gboolean x_contact = x->kind < ATS_PIECE_HEADING;
	gboolean y_contact = y->kind < ATS_PIECE_HEADING;

	if (x_contact || y_contact)
		return x_contact != y_contact ? (x_contact ? -1 : 1)
					      : (gint)x->kind - (gint)y->kind;
	return x->first < y->first ? -1 : x->first > y->first;
}

/* the first token of each word, and of each thing that may be a link */
static void
index_tokens(AtsLister *self)
{
	for (guint i = 0; i < self->layout->human->tokens->len; i++) {
		const AtsToken *token = human_token(self->layout, i);
		gpointer word = GUINT_TO_POINTER(token->word + 1);

		if (token->word != ATS_NO_WORD && !g_hash_table_contains(self->words, word))
			g_hash_table_insert(self->words, word, GUINT_TO_POINTER(i + 1));
		if (looks_like_link(token->text)) {
			char *key = key_of_link(token->text);
			if (g_hash_table_contains(self->links, key))
				g_free(key);
			else
				g_hash_table_insert(self->links, key, GUINT_TO_POINTER(i + 1));
		}
	}
}

GArray *
ats_pieces_list(const AtsLayout *layout, const AtsResume *resume)
{
	g_autofree guint32 *lines = lines_of_tokens(layout);
	g_autoptr(GHashTable) words = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) links = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	AtsLister self = {
	    .layout = layout,
	    .resume = resume,
	    .pieces = g_array_new(FALSE, FALSE, sizeof(AtsPiece)),
	    .lines = lines,
	    .words = words,
	    .links = links,
	};

	index_tokens(&self);
	add_field(&self, ATS_PIECE_NAME, &resume->name);
	add_field(&self, ATS_PIECE_EMAIL, &resume->email);
	add_field(&self, ATS_PIECE_PHONE, &resume->phone);
	add_links(&self);
	add_headings(&self);
	add_entries(&self);
	/* stable: what begins at one token stays as it is */
	g_array_sort(self.pieces, compare_pieces);
	return self.pieces;
}
