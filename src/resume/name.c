/*
 * Finds the person's name: what is largest or first on page 1, has the shape of a name, and is
 * neither a heading, a job title nor a contact line. For contact.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/utf8.h"
#include "resume/contact.h"
#include "resume/lexicon.h"

/* lines of page 1 that are looked at; a page printed solid has about 80 */
#define LINES_MAX      200
#define NAME_WORDS_MAX 6
#define NAME_BYTES_MAX 120
/* letters of a name that, found in the e-mail address, are no chance */
#define EMAIL_LETTERS_MIN 3
/* sizes within this share of one another are one size */
#define SAME_SIZE 0.93f
/* a second line of a name may be set this much smaller */
#define SECOND_LINE_SIZE 0.6f
/* times the body size: what is set apart */
#define LARGE 1.2f

/* what speaks for a name, in points; see name_worth */
#define WORTH_ENOUGH	  4.0
#define WORTH_SIZE_MAX	  6.0
#define WORTH_A_SIZE	  4.0	 /* for each time that it is larger than the body */
#define WORTH_EMAIL	  4.0	 /* it stands in the e-mail address */
#define WORTH_FULL	  3.0	 /* two to four words, each with a capital */
#define WORTH_PLACEHOLDER 2.0	 /* "Your Name" */
#define WORTH_NO_NAME	  (-3.0) /* a word of job titles, degrees, companies */

typedef struct {
	char *text;
	guint32 word; /* of its first token */
	float size;
	guint n_words;
	guint first_token, n_tokens; /* the run in the line */
} Candidate;

static void
candidate_clear(Candidate *candidate)
{
	g_clear_pointer(&candidate->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Candidate, candidate_clear)

static float
token_size(const AtsDocument *document, const AtsToken *token, float otherwise)
{
	const AtsWord *word = ats_token_word(document, token);

	return word == NULL || word->size <= 0 ? otherwise : word->size;
}

static gboolean
is_mark(const char *text)
{
	return ats_utf8_is_ornament(text) && !g_str_equal(text, "&") && !g_str_equal(text, "-");
}

/* the largest size of the line's words that hold letters */
static float
largest_size(const AtsDocument *document, const AtsLayout *layout, const AtsLine *line)
{
	float largest = 0;

	for (guint i = 0; i < line->n; i++) {
		const AtsToken *token = ats_at(layout->human->tokens, AtsToken, line->first + i);
		if (!ats_token_is_icon(document, token) && !is_mark(token->text))
			largest = MAX(largest, token_size(document, token, line->size));
	}
	return largest;
}

/* the name ends at a mark or a tab */
static gboolean
ends_name(const AtsDocument *document, const AtsToken *token)
{
	return ats_token_is_icon(document, token) || is_mark(token->text) ||
	       token->before == ATS_BREAK_TAB;
}

/* "Doe, PhD" and "Doe, Engineer" end at the comma; "DOE, Jane" does not */
static gboolean
ends_at_comma(const char *before, const char *next)
{
	return g_str_has_suffix(before, ",") &&
	       (ats_lexicon_word(next) & (ATS_WORD_CREDENTIAL | ATS_WORD_TITLE)) != 0;
}

static void
append_token(GString *name, const AtsToken *token)
{
	if (name->len > 0 && token->before != ATS_BREAK_NONE)
		g_string_append_c(name, ' ');
	g_string_append(name, token->text);
}

static guint
count_words(const char *text)
{
	g_auto(GStrv) words = g_strsplit_set(text, " ", -1);
	guint n = 0;

	for (guint i = 0; words[i] != NULL; i++)
		n += ats_utf8_is_ornament(words[i]) ? 0 : 1;
	return n;
}

static gboolean
read_candidate(const AtsDocument *document,
	       const AtsLayout *layout,
	       const AtsLine *line,
	       Candidate *candidate)
{
	g_autoptr(GString) name = g_string_new(NULL);
	float size = largest_size(document, layout, line);

	*candidate = (Candidate){.word = ATS_NO_WORD, .size = size};
	for (guint i = 0; i < line->n && name->len < NAME_BYTES_MAX; i++) {
		const AtsToken *token = ats_at(layout->human->tokens, AtsToken, line->first + i);
		/* smaller words are the title that stands beside the name, or between its lines */
		if (token_size(document, token, size) < size * SAME_SIZE)
			continue;
		if (name->len == 0 && (ats_token_is_icon(document, token) || is_mark(token->text)))
			continue;
		if (name->len > 0 &&
		    (ends_name(document, token) || ends_at_comma(name->str, token->text)))
			break;
		if (name->len == 0)
			candidate->word = token->word;
		append_token(name, token);
	}
	if (g_str_has_suffix(name->str, ","))
		g_string_truncate(name, name->len - 1);
	candidate->n_words = count_words(name->str);
	candidate->text = g_string_free(g_steal_pointer(&name), FALSE);
	return candidate->n_words > 0 && candidate->n_words <= NAME_WORDS_MAX;
}

/* --- the shape of a name --- */

typedef struct {
	guint n_words, n_capitals, n_short, n_not_names, n_document, n_placeholder, n_ideographs,
	    n_regions;
	gboolean impossible; /* digits, @, a link */
} Shape;

static void
look_at_word(const char *word, Shape *shape)
{
	guint32 kinds = ats_lexicon_word(word);
	const char *p = word;

	while (*p != '\0' && !g_unichar_isalnum(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	if (*p == '\0')
		return;
	shape->n_words++;
	if (strpbrk(word, "0123456789@/\\") != NULL || strstr(word, "www.") != NULL)
		shape->impossible = TRUE;
	if (g_unichar_isupper(g_utf8_get_char(p)) || (kinds & ATS_WORD_PARTICLE))
		shape->n_capitals++;
	if (g_utf8_get_char(p) >= 0x2E80)
		shape->n_ideographs += (guint)g_utf8_strlen(p, -1);
	if (kinds &
	    (ATS_WORD_TITLE | ATS_WORD_DEGREE | ATS_WORD_WORK | ATS_WORD_COMPANY | ATS_WORD_MONTH))
		shape->n_not_names +=
		    kinds & (ATS_WORD_PARTICLE | ATS_WORD_HONORIFIC | ATS_WORD_CREDENTIAL) ? 0 : 1;
	if (kinds & ATS_WORD_DOCUMENT)
		shape->n_document++;
	if (kinds & ATS_WORD_REGION)
		shape->n_regions++;
}

static gboolean
is_placeholder(const char *text)
{
	g_autofree char *folded = ats_utf8_fold(text);

	return strstr(folded, "name") != NULL || strchr(folded, '{') != NULL ||
	       strchr(folded, '<') != NULL;
}

static void
look_at(const char *text, Shape *shape)
{
	g_auto(GStrv) words = g_strsplit_set(text, " ", -1);

	*shape = (Shape){0};
	for (guint i = 0; words[i] != NULL; i++)
		look_at_word(words[i], shape);
	shape->n_placeholder = is_placeholder(text) ? 1 : 0;
}

static gboolean
is_full_name(const Shape *shape)
{
	if (shape->n_ideographs > 0)
		return shape->n_ideographs >= 2 && shape->n_ideographs <= 4;
	return shape->n_words >= 2 && shape->n_words <= 5 && shape->n_capitals == shape->n_words;
}

/* how many words of the name stand in the part of the address before the @ */
static guint
words_in_email(const char *name, const char *email)
{
	g_autofree char *key = ats_title_key(name);
	g_auto(GStrv) words = g_strsplit(key, " ", -1);
	g_autofree char *local = email == NULL ? NULL : g_strndup(email, strcspn(email, "@"));
	g_autofree char *folded = local == NULL ? NULL : g_ascii_strdown(local, -1);
	guint n = 0;

	for (guint i = 0; folded != NULL && words[i] != NULL; i++)
		n += strlen(words[i]) >= EMAIL_LETTERS_MIN && strstr(folded, words[i]) != NULL ? 1
											       : 0;
	return n;
}

static double
worth_of_size(float size, float body)
{
	return body <= 0 ? 0 : CLAMP((size / body - 1) * WORTH_A_SIZE, -2.0, WORTH_SIZE_MAX);
}

static double
worth_of_order(guint order)
{
	static const double worth[] = {4, 2.5, 1.5, 1, 0.5};

	return order < G_N_ELEMENTS(worth) ? worth[order] : 0;
}

static double
worth_of_shape(const char *text, const Shape *shape)
{
	double worth = is_full_name(shape) ? WORTH_FULL : 0;

	worth += shape->n_placeholder > 0 ? WORTH_PLACEHOLDER : 0;
	worth += shape->n_not_names * WORTH_NO_NAME;
	if (shape->n_regions > 0 && strchr(text, ',') != NULL)
		worth += WORTH_NO_NAME;
	if (strpbrk(text, ":;!?") != NULL)
		worth += WORTH_NO_NAME;
	return worth;
}

/* points for the text as the name; negative: it is none */
static double
name_worth(const char *text,
	   float size,
	   guint order,
	   const AtsLayout *layout,
	   const AtsResume *resume)
{
	AtsTitle title;
	Shape shape;

	look_at(text, &shape);
	if (shape.impossible || shape.n_words == 0 || shape.n_document == shape.n_words)
		return -1;
	if (ats_title_lookup(text, &title))
		return -1;
	return worth_of_size(size, layout->body_size) + worth_of_order(order) +
	       worth_of_shape(text, &shape) +
	       WORTH_EMAIL * MIN(words_in_email(text, resume->email.text), 2) / 2.0;
}

/* --- names on two lines --- */

static gboolean
may_follow(const AtsLine *line,
	   const AtsLine *next,
	   const Candidate *a,
	   const Candidate *b,
	   float body)
{
	if (next->page != line->page || b->n_words > 2 || a->n_words > 2 ||
	    a->n_words + b->n_words > 4)
		return FALSE;
	if (a->size < body * LARGE || b->size < body * LARGE)
		return FALSE;
	if (a->n_words == 1)
		return b->size >= a->size * SECOND_LINE_SIZE &&
		       a->size >= b->size * SECOND_LINE_SIZE;
	return b->n_words == 1 && b->size >= a->size * SAME_SIZE && a->size >= b->size * SAME_SIZE;
}

static char *
joined_name(const AtsLayout *layout, guint line, const Candidate *a, const Candidate *b)
{
	const AtsLine *lines = ats_at(layout->lines, AtsLine, line);
	Shape shape;

	if (g_str_has_suffix(a->text, "-") && lines[1].page == lines[0].page)
		return g_strdup_printf("%.*s%s", (int)strlen(a->text) - 1, a->text, b->text);
	if (!may_follow(lines, lines + 1, a, b, layout->body_size))
		return NULL;
	look_at(b->text, &shape);
	return shape.n_not_names > 0 || shape.impossible
		   ? NULL
		   : g_strdup_printf("%s %s", a->text, b->text);
}

typedef struct {
	double worth;
	char *text;
	guint32 word;
} Best;

static void
consider(Best *best, char *text, guint32 word, double worth)
{
	g_autofree char *taken = text;

	if (worth <= best->worth)
		return;
	g_free(best->text);
	*best = (Best){.worth = worth, .text = g_steal_pointer(&taken), .word = word};
}

static gboolean
may_hold_name(const AtsLayout *layout, guint i, const AtsResume *resume)
{
	const AtsLine *line = ats_at(layout->lines, AtsLine, i);
	const AtsResumeSection *first =
	    resume->sections->len == 0 ? NULL : ats_at(resume->sections, AtsResumeSection, 0);

	if (line->page != 0 || line->right_part)
		return FALSE;
	return first == NULL || i < first->line || i >= first->line + first->n_lines;
}

void
ats_name_read(const AtsDocument *document,
	      const AtsLayout *layout,
	      const GArray *zones,
	      AtsResume *resume)
{
	Best best = {.worth = WORTH_ENOUGH};
	guint order = 0;

	for (guint i = 0; i < layout->lines->len && order < LINES_MAX; i++) {
		g_auto(Candidate) a = {0};
		g_auto(Candidate) b = {0};
		char *joined = NULL;
		double later = ats_zone(zones, i) == ATS_ZONE_TOP ? 0 : WORTH_NO_NAME;

		if (!may_hold_name(layout, i, resume) ||
		    !read_candidate(document, layout, ats_at(layout->lines, AtsLine, i), &a))
			continue;
		consider(&best,
			 g_strdup(a.text),
			 a.word,
			 name_worth(a.text, a.size, order, layout, resume) + later);
		if (i + 1 < layout->lines->len && may_hold_name(layout, i + 1, resume) &&
		    read_candidate(document, layout, ats_at(layout->lines, AtsLine, i + 1), &b))
			joined = joined_name(layout, i, &a, &b);
		if (joined != NULL) {
			double worth =
			    name_worth(joined, MAX(a.size, b.size), order, layout, resume) + later;
			consider(&best, joined, a.word, worth);
		}
		order++;
	}
	if (best.text != NULL)
		ats_field_set(resume, &resume->name, best.text, best.word);
	g_free(best.text);
}
