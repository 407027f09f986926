/*
 * Finds the person's name: what is largest or first on page 1, has the shape of a name, and is
 * neither a heading, a job title nor a contact line; on one line or on several. For contact.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "resume/contact.h"
#include "resume/lexicon.h"
#include "resume/name-shape.h"

/* lines of page 1 that are looked at; a page printed solid has about 80 */
#define LINES_MAX      200
#define NAME_WORDS_MAX 6
#define NAME_BYTES_MAX 120
/* share of the size: words no further apart than this are letters of one; a space is a fifth at
 * least */
#define TOUCH_GAP 0.04f
/* lines further down that may hold the second part of a name: contact data in a column beside it
 * may stand between */
#define SECOND_PART_LINES 3
/* sizes within this share of one another are one size */
#define SAME_SIZE 0.93f
/* a first name may be set this much smaller than the last name under it */
#define FIRST_PART_SIZE 0.6f
/* times the body size: what is set apart */
#define LARGE 1.2f

/* a line that goes on in the same block and size is only a part of the name */
#define WORTH_WHOLE 0.5

/* what speaks for a name, in points; see worth_of, and ats_name_worth for its words */
#define WORTH_ENOUGH	 4.0
#define WORTH_SIZE_MAX	 6.0
#define WORTH_A_SIZE	 4.0 /* for each time that it is larger than the body */
#define WORTH_EMAIL	 2.0 /* for each of two words that stand in the e-mail address */
#define WORTH_LABEL	 5.0 /* "Name:" stands before it */
#define WORTH_NOT_ON_TOP (-3.0)

typedef struct {
	char *text;
	guint32 word; /* of its first token */
	guint line;
	float size;
	guint n_words;
	gboolean labelled;
} Candidate;

static void
candidate_clear(gpointer data)
{
	g_clear_pointer(&((Candidate *)data)->text, g_free);
}

static float
token_size(const AtsDocument *document, const AtsToken *token, float otherwise)
{
	const AtsWord *word = ats_token_word(document, token);

	return word == NULL || word->size <= 0 ? otherwise : word->size;
}

static gboolean
is_mark(const AtsDocument *document, const AtsToken *token)
{
	const char *text = token->text;

	return ats_token_is_icon(document, token) ||
	       (ats_utf8_is_ornament(text) && !g_str_equal(text, "&") && !g_str_equal(text, "-"));
}

/* the largest size of the line's words that hold letters */
static float
largest_size(const AtsDocument *document, const AtsLayout *layout, const AtsLine *line)
{
	float largest = 0;

	for (guint i = 0; i < line->n; i++) {
		const AtsToken *token = ats_at(layout->human->tokens, AtsToken, line->first + i);
		if (!is_mark(document, token))
			largest = MAX(largest, token_size(document, token, line->size));
	}
	return largest;
}

/* the name ends at a mark, a tab, and a remark in brackets such as "(they/them)"; "Doe, PhD" and
   "Doe, Engineer" end at the comma, "DOE, Jane" does not */
static gboolean
ends_name(const AtsDocument *document, const AtsToken *token, const char *before)
{
	if (is_mark(document, token) || token->before == ATS_BREAK_TAB)
		return TRUE;
	if (*token->text == '(' && strchr(token->text, '/') != NULL)
		return TRUE;
	return g_str_has_suffix(before, ",") &&
	       (ats_lexicon_word(token->text) & (ATS_WORD_CREDENTIAL | ATS_WORD_TITLE)) != 0;
}

/* "Jane Doe, Principal Engineer": what follows the comma is no name if one of its words is a
 * title's
 */
static gboolean
title_follows(const AtsLayout *layout, const AtsLine *line, guint from, const char *before)
{
	if (!g_str_has_suffix(before, ",") || strchr(before, ' ') == NULL)
		return FALSE;
	for (guint i = from; i < line->n; i++) {
		const AtsToken *token = ats_at(layout->human->tokens, AtsToken, line->first + i);
		if (ats_lexicon_word(token->text) & ATS_WORD_TITLE)
			return TRUE;
	}
	return FALSE;
}

/* letters of one word that a parser of the file took for several: browsers spread a font's letters
 * over more fonts than one, and the words break where these change */
static gboolean
touches(const AtsDocument *document, const AtsToken *last, const AtsToken *token)
{
	const AtsWord *a = last != NULL ? ats_token_word(document, last) : NULL;
	const AtsWord *b = ats_token_word(document, token);

	if (a == NULL || b == NULL || a->page != b->page || ats_box_is_empty(a->box) ||
	    ats_box_is_empty(b->box) || a->rotation != 0 || b->rotation != 0)
		return FALSE;
	return fabsf(b->box.x0 - a->box.x1) <= TOUCH_GAP * MIN(a->size, b->size);
}

/* @last: the one before on its line; NULL: none */
static void
append_token(GString *name,
	     const AtsDocument *document,
	     const AtsToken *last,
	     const AtsToken *token)
{
	if (name->len > 0 && token->before != ATS_BREAK_NONE && !touches(document, last, token))
		g_string_append_c(name, ' ');
	ats_append_shown(name, token->text);
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
is_label(const char *text)
{
	return (ats_lexicon_word(text) & ATS_WORD_LABEL_NAME) != 0;
}

/* a label may stand on the line before, or in the cell beside */
static gboolean
has_label_before(const AtsLayout *layout, const AtsLine *line)
{
	return line->first > 0 &&
	       is_label(ats_at(layout->human->tokens, AtsToken, line->first - 1)->text);
}

/* gathers the words of the line that make up a name */
static char *
gather(const AtsDocument *document,
       const AtsLayout *layout,
       const AtsLine *line,
       Candidate *candidate)
{
	g_autoptr(GString) name = g_string_new(NULL);

	for (guint i = 0; i < line->n && name->len < NAME_BYTES_MAX; i++) {
		const AtsToken *token = ats_at(layout->human->tokens, AtsToken, line->first + i);
		/* smaller words are the title that stands beside the name, or between its lines */
		if (token_size(document, token, candidate->size) < candidate->size * SAME_SIZE)
			continue;
		if (name->len == 0 && is_mark(document, token))
			continue;
		if (g_str_has_suffix(token->text, ":") && is_label(token->text)) {
			g_string_truncate(name, 0);
			candidate->labelled = TRUE;
			continue;
		}
		if (name->len > 0 && (ends_name(document, token, name->str) ||
				      title_follows(layout, line, i, name->str)))
			break;
		if (name->len == 0)
			candidate->word = token->word;
		append_token(name,
			     document,
			     i > 0 ? ats_at(layout->human->tokens, AtsToken, line->first + i - 1)
				   : NULL,
			     token);
	}
	if (g_str_has_suffix(name->str, ","))
		g_string_truncate(name, name->len - 1);
	return g_string_free(g_steal_pointer(&name), FALSE);
}

static void
add_candidate(GArray *candidates, const AtsDocument *document, const AtsLayout *layout, guint i)
{
	const AtsLine *line = ats_at(layout->lines, AtsLine, i);
	Candidate candidate = {
	    .word = ATS_NO_WORD,
	    .line = i,
	    .size = largest_size(document, layout, line),
	    .labelled = has_label_before(layout, line),
	};

	/* a date or a place at the right, unless it stands out or is said to be a name */
	if (line->right_part && !candidate.labelled && candidate.size < layout->body_size * LARGE)
		return;
	candidate.text = gather(document, layout, line, &candidate);
	candidate.n_words = count_words(candidate.text);
	if (candidate.n_words > 0 && candidate.n_words <= NAME_WORDS_MAX)
		g_array_append_val(candidates, candidate);
	else
		candidate_clear(&candidate);
}

static gboolean
may_hold_name(const AtsLayout *layout, guint i, const AtsResume *resume)
{
	const AtsLine *line = ats_at(layout->lines, AtsLine, i);
	const AtsResumeSection *first =
	    resume->sections->len == 0 ? NULL : ats_at(resume->sections, AtsResumeSection, 0);

	if (line->page != 0)
		return FALSE;
	return first == NULL || i < first->line || i >= first->line + first->n_lines;
}

/* the lines of page 1, in order; (transfer full): of Candidate */
static GArray *
candidates_new(const AtsDocument *document, const AtsLayout *layout, const AtsResume *resume)
{
	GArray *candidates = g_array_new(FALSE, TRUE, sizeof(Candidate));

	g_array_set_clear_func(candidates, candidate_clear);
	for (guint i = 0; i < layout->lines->len && candidates->len < LINES_MAX; i++) {
		if (may_hold_name(layout, i, resume))
			add_candidate(candidates, document, layout, i);
	}
	return candidates;
}

/* --- what a candidate is worth --- */

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

typedef struct {
	const AtsLayout *layout;
	const GArray *zones;
	const AtsResume *resume;
	GArray *candidates; /* of Candidate */
	double worth;	    /* of the best */
	char *text;
	guint32 word;
} Search;

static double
worth_of(const Search *search, guint order, const char *text, float size)
{
	const Candidate *candidate = ats_at(search->candidates, Candidate, order);
	guint in_email = ats_name_words_in_email(text, search->resume->email.text);
	double worth = ats_name_worth(text) + worth_of_size(size, search->layout->body_size) +
		       worth_of_order(order) + WORTH_EMAIL * MIN(in_email, 2);

	if (candidate->labelled)
		return worth + WORTH_LABEL;
	return ats_zone(search->zones, candidate->line) == ATS_ZONE_TOP ? worth
									: worth + WORTH_NOT_ON_TOP;
}

static void
consider(Search *search, guint order, char *text, float size, double extra)
{
	g_autofree char *taken = text;
	double worth = worth_of(search, order, text, size) + extra;

	if (worth <= search->worth)
		return;
	search->worth = worth;
	search->word = ats_at(search->candidates, Candidate, order)->word;
	g_free(search->text);
	search->text = g_steal_pointer(&taken);
}

/* --- names on several lines --- */

/* the second part is not smaller than the first unless the layout takes both for one block: a
 * smaller line is a title */
static gboolean
may_follow(const Search *search, const Candidate *a, const Candidate *b)
{
	const AtsLine *first = ats_at(search->layout->lines, AtsLine, a->line);
	const AtsLine *second = ats_at(search->layout->lines, AtsLine, b->line);
	float large = search->layout->body_size * LARGE;

	if (a->size < large || b->size < a->size * SAME_SIZE ||
	    ats_box_overlap_x(first->box, second->box) < 0)
		return FALSE;
	if (g_str_has_suffix(a->text, "-") || first->block == second->block)
		return a->size >= b->size * SAME_SIZE;
	if (a->n_words == 1)
		return b->n_words <= 2 && a->size >= b->size * FIRST_PART_SIZE;
	return a->n_words == 2 && b->n_words == 1 && a->size >= b->size * SAME_SIZE;
}

/* neither part is a heading, a job title, what the document calls itself, or a single letter that
 * stands for a pictogram */
static gboolean
may_be_part(const char *text)
{
	AtsNameShape shape;
	AtsTitle title;

	ats_name_look(text, &shape);
	return !shape.impossible && shape.n_not_names == 0 && shape.n_document == 0 &&
	       g_utf8_strlen(text, -1) > 1 && !ats_title_lookup(text, &title);
}

/* the hyphen of a double name stays, that of a name broken at a syllable goes */
static char *
join(const char *a, const char *b)
{
	if (!g_str_has_suffix(a, "-"))
		return g_strdup_printf("%s %s", a, b);
	if (g_unichar_isupper(g_utf8_get_char(b)))
		return g_strconcat(a, b, NULL);
	return g_strdup_printf("%.*s%s", (int)strlen(a) - 1, a, b);
}

/* the candidate that goes on with the name of the one at @order; NULL if none does */
static const Candidate *
next_part(const Search *search, guint order)
{
	const Candidate *a = ats_at(search->candidates, Candidate, order);

	for (guint i = order + 1; i < search->candidates->len; i++) {
		const Candidate *b = ats_at(search->candidates, Candidate, i);
		if (b->line > a->line + SECOND_PART_LINES)
			break;
		if (may_follow(search, a, b) && may_be_part(b->text))
			return b;
	}
	return NULL;
}

/* a third line only after a hyphen */
static void
consider_lines(Search *search, guint order)
{
	const Candidate *a = ats_at(search->candidates, Candidate, order);
	const Candidate *b = may_be_part(a->text) ? next_part(search, order) : NULL;
	const Candidate *c = NULL;
	g_autofree char *text = NULL;

	if (b == NULL)
		return;
	text = join(a->text, b->text);
	if (g_str_has_suffix(text, "-"))
		c = next_part(search, (guint)(b - ats_at(search->candidates, Candidate, 0)));
	consider(search,
		 order,
		 c != NULL ? join(text, c->text) : g_strdup(text),
		 MAX(a->size, b->size),
		 WORTH_WHOLE);
}

void
ats_name_read(const AtsDocument *document,
	      const AtsLayout *layout,
	      const GArray *zones,
	      AtsResume *resume)
{
	g_autoptr(GArray) candidates = candidates_new(document, layout, resume);
	Search search = {.layout = layout,
			 .zones = zones,
			 .resume = resume,
			 .candidates = candidates,
			 .worth = WORTH_ENOUGH};
	g_autofree char *best = NULL;

	for (guint i = 0; i < candidates->len; i++) {
		const Candidate *candidate = ats_at(candidates, Candidate, i);
		consider(&search, i, g_strdup(candidate->text), candidate->size, 0);
		consider_lines(&search, i);
	}
	best = search.text;
	if (best != NULL)
		ats_field_set(resume, &resume->name, best, search.word);
}
