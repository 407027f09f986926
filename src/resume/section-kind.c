/*
 * Guesses a section from what stands under its heading: dates and verbs, degrees, lists of short
 * items, prose. For headings.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "resume/headings.h"

/* words of a section that are looked at; the first entries tell */
#define WORDS_MAX 400
/* words; below this a section says too little */
#define WORDS_MIN 2
/* share of the words that end with a comma in a list of skills */
#define LIST_COMMAS 0.2
/* words a line of prose has, on average */
#define PROSE_WORDS 7.0
/* hits of telling words a hundred words */
#define TELLING 3.0

typedef struct {
	guint n_words, n_lines, n_commas, n_years, n_contacts;
	guint work, degree, award, certificate, language, interest, publication;
} Content;

static gboolean
is_year(const char *word)
{
	const char *p = word + strspn(word, "(");

	if (!g_str_has_prefix(p, "19") && !g_str_has_prefix(p, "20"))
		return FALSE;
	return strspn(p, "0123456789") == 4;
}

static void
count_word(Content *content, const char *word)
{
	guint32 kinds = ats_lexicon_word(word);

	content->n_words++;
	content->n_commas += g_str_has_suffix(word, ",") || g_str_equal(word, "|") ||
				     g_str_equal(word, "\xE2\x80\xA2")
				 ? 1
				 : 0;
	content->n_years += is_year(word) || (kinds & ATS_WORD_PRESENT) ? 1 : 0;
	content->n_contacts += strchr(word, '@') != NULL || strstr(word, "http") != NULL ||
				       strstr(word, ".com") != NULL
				   ? 1
				   : 0;
	content->work += kinds & ATS_WORD_WORK ? 1 : 0;
	content->degree += kinds & ATS_WORD_DEGREE ? 1 : 0;
	content->award += kinds & ATS_WORD_AWARD ? 1 : 0;
	content->certificate += kinds & ATS_WORD_CERTIFICATE ? 1 : 0;
	content->language += kinds & ATS_WORD_LANGUAGE ? 1 : 0;
	content->interest += kinds & ATS_WORD_INTEREST ? 1 : 0;
	content->publication += kinds & ATS_WORD_PUBLICATION ? 1 : 0;
}

static void
read_content(const AtsLayout *layout, guint from, guint to, Content *content)
{
	*content = (Content){0};
	for (guint i = from; i < to && content->n_words < WORDS_MAX; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);
		content->n_lines++;
		for (guint t = 0; t < line->n && content->n_words < WORDS_MAX; t++)
			count_word(content,
				   ats_at(layout->human->tokens, AtsToken, line->first + t)->text);
	}
}

static gboolean
tells(const Content *content, guint hits)
{
	return hits * 100.0 / content->n_words >= TELLING;
}

/* dated entries are jobs, degrees, prizes or papers: the commonest kind of word decides, the rarer
 * kind first */
static AtsSectionKind
kind_of_entries(const Content *c)
{
	guint most =
	    MAX(MAX(c->work, c->degree), MAX(MAX(c->award, c->certificate), c->publication));

	if (most == 0 || !tells(c, most))
		return c->n_lines > 2 * c->n_years ? ATS_SECTION_EXPERIENCE : ATS_SECTION_NONE;
	if (c->certificate == most)
		return ATS_SECTION_CERTIFICATIONS;
	if (c->publication == most)
		return ATS_SECTION_PUBLICATIONS;
	if (c->degree == most)
		return ATS_SECTION_EDUCATION;
	return c->work == most ? ATS_SECTION_EXPERIENCE : ATS_SECTION_AWARDS;
}

static AtsSectionKind
kind_of_list(const Content *c)
{
	if (c->language >= 2 && tells(c, c->language * 2 / 3 + 1))
		return ATS_SECTION_LANGUAGES;
	if (tells(c, c->interest) && c->interest >= 2)
		return ATS_SECTION_INTERESTS;
	if (tells(c, c->certificate))
		return ATS_SECTION_CERTIFICATIONS;
	if (tells(c, c->award))
		return ATS_SECTION_AWARDS;
	return c->degree >= 2 && tells(c, c->degree) ? ATS_SECTION_EDUCATION : ATS_SECTION_SKILLS;
}

AtsSectionKind
ats_section_kind_of_content(const AtsLayout *layout, guint from, guint to)
{
	Content content;

	read_content(layout, from, to, &content);
	if (content.n_words < WORDS_MIN)
		return ATS_SECTION_NONE;
	if (content.n_contacts > 0 && content.n_years == 0 && content.n_lines <= 8)
		return ATS_SECTION_CONTACT;
	if (content.n_years > 0)
		return kind_of_entries(&content);
	if (content.n_commas >= content.n_words * LIST_COMMAS ||
	    content.n_words < content.n_lines * PROSE_WORDS / 2)
		return kind_of_list(&content);
	if (content.interest >= 2)
		return ATS_SECTION_INTERESTS;
	return content.n_words >= content.n_lines * PROSE_WORDS ? ATS_SECTION_SUMMARY
								: kind_of_list(&content);
}
