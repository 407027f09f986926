/*
 * Finds where the person lives: "City, Region" among the contact data. For contact.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/utf8.h"
#include "resume/contact.h"
#include "resume/lexicon.h"
#include "resume/patterns.h"

/* bytes of a piece that can be a place; a street address has about 60 */
#define PLACE_BYTES_MAX 80
#define PLACE_WORDS_MAX 9
#define LETTERS_MIN	2
/* letters before a full stop that is none of an abbreviation */
#define STOPPED_LETTERS 4
/* digits: a house number and a postcode */
#define PLACE_DIGITS_MAX 12

#define WORTH_LABEL    4
#define WORTH_REGION   3 /* it ends with a state or country */
#define WORTH_COMMA    1
#define WORTH_COMPANY  2 /* other contact data stands on the same line */
#define WORTH_BELOW    1 /* ... or on the line before or after */
#define WORTH_POSTCODE 2
#define WORTH_ENOUGH   2

typedef struct {
	guint n_words, n_capitals, n_letters, n_digits, n_commas, n_no_place;
	gboolean starts_well; /* with a capital, a digit, or in a script without capitals */
	gboolean region;      /* ends with a state or country */
} Shape;

static void
look_at_word(const char *word, Shape *shape)
{
	guint32 kinds = ats_lexicon_word(word);
	gunichar first = g_utf8_get_char(word);

	for (const char *p = word; *p != '\0'; p++)
		shape->n_digits += g_ascii_isdigit(*p) ? 1 : 0;
	if (g_str_has_suffix(word, ","))
		shape->n_commas++;
	if (ats_utf8_is_ornament(word))
		return;
	shape->n_letters += (guint)g_utf8_strlen(word, -1);
	if (shape->n_words++ == 0)
		shape->starts_well = !g_unichar_islower(first);
	if (g_unichar_isupper(first) || g_unichar_isdigit(first) || first >= 0x2E80 ||
	    (kinds & ATS_WORD_PARTICLE))
		shape->n_capitals++;
	if (kinds &
	    (ATS_WORD_TITLE | ATS_WORD_WORK | ATS_WORD_DEGREE | ATS_WORD_DOCUMENT |
	     ATS_WORD_LANGUAGE | ATS_WORD_MONTH | ATS_WORD_LABEL_EMAIL | ATS_WORD_LABEL_PHONE))
		shape->n_no_place += kinds & ATS_WORD_REGION ? 0 : 1;
	if (!g_unichar_isdigit(first))
		shape->region =
		    (kinds & ATS_WORD_REGION) != 0 && (g_unichar_isupper(first) || first >= 0x2E80);
}

static gboolean
has_shape(const char *piece, Shape *shape)
{
	g_auto(GStrv) words = g_strsplit_set(piece, " ", -1);

	*shape = (Shape){0};
	for (guint i = 0; words[i] != NULL; i++)
		look_at_word(words[i], shape);
	return shape->n_words > 0 && shape->starts_well && shape->n_letters >= LETTERS_MIN &&
	       shape->n_words <= PLACE_WORDS_MAX && shape->n_capitals >= shape->n_words - 1 &&
	       shape->n_digits <= PLACE_DIGITS_MAX && shape->n_no_place == 0;
}

/* "75011 Paris", "1012 AB Amsterdam", "61-001 Poznań", "4000-123 Porto", "903 26 Umeå" and "Bristol
 * BS1 4QD", alone or behind a street */
static gboolean
has_postcode(const char *piece)
{
	return g_regex_match_simple("(^|, |[0-9] )([A-Z]{1,2}-)?"
				    "([0-9]{4,5}|[0-9]{2}-[0-9]{3}|[0-9]{4}-[0-9]{3}|[0-9]{3} "
				    "[0-9]{2}) ([A-Z]{2} )?\\p{Lu}[\\p{L}'. ()-]+(,|$)",
				    piece,
				    0,
				    0) ||
	       g_regex_match_simple(
		   "\\p{Lu}\\p{Ll}+,? [A-Z]{1,2}[0-9][A-Z0-9]?( [0-9][A-Z]{2})?(,|$)",
		   piece,
		   0,
		   0);
}

/* "Curitiba/PR", and "北京市海淀区", whose parts say themselves what they are */
static gboolean
names_region(const char *piece)
{
	return g_regex_match_simple("\\p{Ll}/[A-Z]{2}$", piece, 0, 0) ||
	       g_regex_match_simple("^\\p{Han}+[省市区县]", piece, 0, 0);
}

/* the words of a street are often small: "12 rue des Lilas, 69003 Lyon" */
static gboolean
is_address(const Shape *shape, const char *piece)
{
	return shape->n_words <= PLACE_WORDS_MAX && shape->n_digits <= PLACE_DIGITS_MAX &&
	       shape->n_no_place == 0 && 2 * shape->n_capitals >= shape->n_words &&
	       has_postcode(piece);
}

static gint
place_worth(const char *piece, guint32 label, gint company)
{
	AtsTitle title;
	Shape shape;
	gboolean place = has_shape(piece, &shape) || is_address(&shape, piece);
	gboolean region = names_region(piece);

	if (!place || strpbrk(piece, "@:") != NULL ||
	    (strchr(piece, '/') != NULL && !region && !has_postcode(piece)) ||
	    ats_title_lookup(piece, &title))
		return 0;
	return (label & ATS_WORD_LABEL_PLACE ? WORTH_LABEL : 0) +
	       ((shape.region && shape.n_words > 1) || region ? WORTH_REGION : 0) +
	       (shape.n_commas > 0 ? WORTH_COMMA : 0) + (shape.n_digits == 0 ? company : 0) +
	       (shape.n_digits > 0 && company > 0 && has_postcode(piece) ? WORTH_POSTCODE : 0);
}

/* a dash, a slash or the like with room on both sides */
static gboolean
is_spaced_mark(const char *start, const char *p, gunichar c)
{
	const char *next = g_utf8_next_char(p);

	return (c == 0x2013 || c == 0x2014 || c == '~' || c == '/' || c == '*') && p > start &&
	       g_ascii_isspace(p[-1]) && (*next == '\0' || g_ascii_isspace(*next));
}

/* the marks that part contact data on one line, which begins at @start */
static gsize
separator_length(const char *start, const char *p)
{
	gunichar c = g_utf8_get_char(p);

	if (is_spaced_mark(start, p, c))
		return (gsize)(g_utf8_next_char(p) - p);

	if (c == '|' || c == '\t' || c == ';' || c == 0xB7 || c == 0x2022 || c == 0x2219 ||
	    c == 0x22C5 || c == 0x25E6 || c == 0x2666 || c == 0x25AA || c == 0x25CF ||
	    c == 0x25C6 || c == 0x22C4 || c == 0x2503 || c == 0x2502 || ats_unichar_is_private(c) ||
	    c >= 0x1F000)
		return (gsize)(g_utf8_next_char(p) - p);
	return 0;
}

typedef struct {
	const AtsText *text;
	char *rest; /* the text with tabs in place of addresses, numbers and links: they part fields
		       too */
	AtsResume *resume;
	gint company; /* see WORTH_COMPANY */
	gint best;
} Search;

static void
blank(char *rest,
      const char *text,
      gint least_rank,
      gboolean (*matcher)(const char *text, gsize *from, AtsMatch *match))
{
	g_auto(AtsMatch) match = {0};
	gsize from = 0;

	while (matcher(text, &from, &match)) {
		if (match.rank >= least_rank)
			memset(rest + match.start, '\t', match.end - match.start);
	}
}

/* (transfer full) */
static char *
blank_contacts(const char *text)
{
	char *rest = g_strdup(text);

	blank(rest, text, 0, ats_match_email);
	/* a number that needs support may be a postcode: "4000-123 Porto" */
	blank(rest, text, 1, ats_match_phone);
	blank(rest, text, 0, ats_match_link);
	return rest;
}

static gboolean
is_name(const AtsResume *resume, const char *piece)
{
	const char *name = resume->name.text;

	return name != NULL && (strstr(piece, name) != NULL || strstr(name, piece) != NULL);
}

static gsize
skip_label(const char *piece)
{
	gsize n = strcspn(piece, ": ");
	g_autofree char *word = g_strndup(piece, n);

	if (piece[n] == '\0' || !(ats_lexicon_word(word) & ATS_WORD_LABEL_PLACE))
		return 0;
	return n + strspn(piece + n, ": ");
}

/* of "London.", not of "D.C." or "St." */
static gboolean
is_full_stop(const char *word)
{
	const char *dot = strchr(word, '.');

	return dot != NULL && dot[1] == '\0' && dot - word >= STOPPED_LETTERS;
}

/* takes marks off the piece's end, and labels of what followed: "12345 Springfield, Tel." */
static void
trim_end(char *piece)
{
	for (gsize n = strlen(piece); n > 0; n = strlen(piece)) {
		const char *last = strrchr(piece, ' ');

		last = last != NULL ? last + 1 : piece;
		if (strchr(" \t,-(", piece[n - 1]) != NULL || is_full_stop(last))
			piece[n - 1] = '\0';
		else if (last > piece &&
			 (ats_lexicon_word(last) & (ATS_WORD_LABEL_EMAIL | ATS_WORD_LABEL_PHONE)))
			piece[last - piece] = '\0';
		else
			return;
	}
}

/* where a place may begin; no further than @end, since what follows may be marks for pages on end
 */
static gsize
skip_marks(const char *text, gsize start, gsize end)
{
	while (start < end && strchr(" \t\n-,(", text[start]) != NULL)
		start++;
	return start;
}

/* "Berlin, Germany (open to relocation)"; "Verona (VR)" stays */
static void
cut_remark(char *piece)
{
	char *open = strstr(piece, " (");

	if (open != NULL && g_unichar_islower(g_utf8_get_char(open + 2)))
		*open = '\0';
}

static void
consider_piece(Search *search, gsize start, gsize end)
{
	g_autofree char *raw = NULL;
	char *piece = NULL;
	gint worth = 0;

	start = skip_marks(search->rest, start, end);
	if (end <= start || end - start > PLACE_BYTES_MAX)
		return;
	raw = g_strndup(search->rest + start, end - start);
	start += skip_label(raw);
	piece = raw + skip_label(raw);
	cut_remark(piece);
	trim_end(piece);
	if (is_name(search->resume, piece))
		return;
	worth =
	    place_worth(piece, ats_label_before(search->text->text->str, start), search->company);
	if (worth <= search->best)
		return;
	search->best = worth;
	ats_field_set(search->resume,
		      &search->resume->location,
		      piece,
		      ats_text_place(search->text, start)->word);
}

static void
search_line(Search *search, gsize start, gsize end)
{
	const char *rest = search->rest;
	gsize piece = start;

	for (gsize p = start; p < end; p = (gsize)(g_utf8_next_char(rest + p) - rest)) {
		gsize length = separator_length(rest + start, rest + p);
		if (length == 0)
			continue;
		consider_piece(search, piece, p);
		piece = p + length;
	}
	consider_piece(search, piece, end);
}

static gboolean
has_contact(const char *text, gsize start, gsize end, const char *rest)
{
	return memcmp(text + start, rest + start, end - start) != 0;
}

static gsize
line_end(const char *text, gsize start)
{
	return start + strcspn(text + start, "\n");
}

void
ats_place_read(const AtsText *text, const GArray *zones, AtsResume *resume)
{
	const char *all = text->text->str;
	g_autofree char *rest = blank_contacts(all);
	Search search = {.text = text, .rest = rest, .resume = resume, .best = WORTH_ENOUGH - 1};
	gboolean before = FALSE;

	for (gsize start = 0, end; all[start] != '\0'; start = end + (all[end] == '\n' ? 1 : 0)) {
		gsize next;
		gboolean here;
		end = line_end(all, start);
		next = end + (all[end] == '\n' ? 1 : 0);
		here = has_contact(all, start, end, rest);
		search.company = here						     ? WORTH_COMPANY
				 : before					     ? WORTH_BELOW
				 : has_contact(all, next, line_end(all, next), rest) ? WORTH_BELOW
										     : 0;
		if (ats_zone(zones, ats_text_place(text, start)->line) == ATS_ZONE_TOP)
			search_line(&search, start, end);
		before = here;
	}
}
