/*
 * Decides which lines are section headings. The lists know some; how those look tells the style
 * that headings have in this document, and other lines of that very style are headings with titles
 * of their own. For read.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/headings.h"

#include <string.h>

/* standard titles that make headings of plain text without typography */
#define PLAIN_ENOUGH 2
/* headings with a rule that make the rule a part of their look */
#define RULED_ENOUGH 3
/* share of known titles at which the other lines of the style need nothing else to be headings */
#define KNOWN_SHARE_SURE 0.5
/* strength (AtsLine.heading_strength) of a known title that stands alone in its style */
#define STRONG 0.5f
/* letters of the job in a compound, more than this, and bytes of what stands before it */
#define JOB_LETTERS 5
#define JOB_KIND    3
/* commas of a list */
#define LIST_COMMAS 3
/* shares of the known titles */
#define FEW  0.2
#define MOST 0.8
/* difference of strength that makes another level */
#define STRENGTH_STEP 0.2f
/* sizes within this share of one another may be those of headings of one document */
#define NEAR_SIZE 0.8f
/* sizes within this share of one another are one size */
#define SAME_SIZE 0.97f

typedef struct {
	const AtsLayout *layout;
	GArray *lines;	   /* of AtsHeadLine */
	GArray *styles;	   /* of AtsHeadStyle */
	guint first_known; /* the first line with a known title in an accepted style */
	guint first_large; /* the first line that is as large as headings are */
	gboolean plain; /* no line of the document looks like a heading, but some read like one */
	GArray *tops; /* of guint, for each region: 1 + the strongest accepted style that stands in
			 it; 0 for none */
} Search;

static AtsHeadLine *
head_at(const Search *search, guint i)
{
	return ats_at(search->lines, AtsHeadLine, i);
}

static AtsHeadStyle *
style_at(const Search *search, guint i)
{
	return ats_at(search->styles, AtsHeadStyle, head_at(search, i)->style);
}

static const AtsLine *
line_at(const Search *search, guint i)
{
	return ats_at(search->layout->lines, AtsLine, i);
}

/* --- levels --- */

/* @a is a level below @b: fewer known titles, and smaller, or as large and less marked */
static gboolean
is_below(const AtsHeadStyle *a, const AtsHeadStyle *b)
{
	if (a->n_kinds > b->n_kinds)
		return FALSE;
	if (a->size < b->size * SAME_SIZE)
		return TRUE;
	return a->n_kinds < b->n_kinds && b->size >= a->size * SAME_SIZE &&
	       a->strength < b->strength - STRENGTH_STEP;
}

static guint *
top_of_line(const Search *search, guint i)
{
	guint region = line_at(search, i)->region;

	return region < search->tops->len ? ats_at(search->tops, guint, region) : NULL;
}

/* headings of a sidebar may be smaller than those beside it; within a region the strongest look is
 * the sections' */
static void
find_tops(Search *search)
{
	g_array_set_size(search->tops, search->layout->regions->len);
	for (guint i = 0; i < search->lines->len; i++) {
		const AtsHeadLine *head = head_at(search, i);
		guint *top = top_of_line(search, i);
		if (head->text == NULL || !head->title.listed || !style_at(search, i)->accepted)
			continue;
		search->first_known = MIN(search->first_known, i);
		if (top == NULL)
			continue;
		if (*top == 0 ||
		    is_below(ats_at(search->styles, AtsHeadStyle, *top - 1), style_at(search, i)))
			*top = head->style + 1;
	}
}

static gboolean
is_below_sections(const Search *search, guint i)
{
	guint *top = top_of_line(search, i);

	return top != NULL && *top != 0 &&
	       is_below(style_at(search, i), ats_at(search->styles, AtsHeadStyle, *top - 1));
}

/* what stands above all headings and is as large as they are is the name */
static void
find_first_large(Search *search)
{
	float size = search->first_known < search->lines->len
			 ? line_at(search, search->first_known)->size
			 : 0;

	search->first_large = 0;
	while (search->first_large < search->first_known &&
	       line_at(search, search->first_large)->size < size * SAME_SIZE)
		search->first_large++;
}

/* --- lines --- */

static gboolean
stands_out(const Search *search, guint i)
{
	const AtsLine *line = line_at(search, i);

	return line->heading || line->outline > 0 || line->filled || line->rule_below ||
	       line->heading_strength >= STRONG;
}

/* close to the look of the headings around it */
static gboolean
is_like(const AtsHeadStyle *a, const AtsHeadStyle *b)
{
	return a->size >= b->size * NEAR_SIZE && b->size >= a->size * NEAR_SIZE &&
	       (a->bold == b->bold || a->capitals == b->capitals);
}

/* a known title in a look of its own; in a document without any typography the words alone tell */
static gboolean
is_lone_heading(const Search *search, guint i)
{
	guint *top = top_of_line(search, i);

	if (top != NULL && *top != 0 &&
	    !is_like(style_at(search, i), ats_at(search->styles, AtsHeadStyle, *top - 1)))
		return FALSE;
	return stands_out(search, i) || (search->plain && head_at(search, i)->title.standard);
}

static gboolean
are_most(guint n, const AtsHeadStyle *style)
{
	return n >= RULED_ENOUGH && n >= style->n_known * MOST;
}

/* nearly all headings of this look have a rule under them (or else over them), and this line has
 * none */
static gboolean
lacks_rule(const Search *search, guint i)
{
	const AtsHeadStyle *style = style_at(search, i);

	if (are_most(style->n_known_ruled, style))
		return !line_at(search, i)->rule_below;
	return are_most(style->n_known_under, style) && !line_at(search, i)->rule_above;
}

/* an unknown title has the place of the known ones: not beside a date if they stand alone, over a
 * rule if they do */
static gboolean
has_their_place(const Search *search, guint i)
{
	const AtsHeadStyle *style = style_at(search, i);
	const AtsLine *line = line_at(search, i);

	if (style->n_known == 0)
		return line->heading;
	if (lacks_rule(search, i) ||
	    (line->shares_row && style->n_known_sharing <= style->n_known * FEW))
		return FALSE;
	return style->n_known >= style->n_possible * KNOWN_SHARE_SURE || stands_out(search, i);
}

/* right under a larger line, which is no heading: the name, wherever it stands */
static gboolean
is_under_name(const Search *search, guint i)
{
	const AtsLine *line = line_at(search, i);

	if (i == 0 || line->page != 0 || head_at(search, i - 1)->title.listed)
		return FALSE;
	return line_at(search, i - 1)->region == line->region &&
	       line_at(search, i - 1)->size * SAME_SIZE > line->size;
}

/* "Projektleiterin", "Systemadministrator": German writes what kind of job it is in front */
static gboolean
ends_with_job(const char *word)
{
	const char *p = word;
	glong length = g_utf8_strlen(word, -1);

	for (; length > JOB_LETTERS; length--, p = g_utf8_next_char(p)) {
		if (p - word >= JOB_KIND && ats_lexicon_word(p) & ATS_WORD_TITLE)
			return TRUE;
	}
	return FALSE;
}

/* a job title that stands under the name, or alone in its look, looks like a heading and is none */
static gboolean
is_job_title(const Search *search, guint i)
{
	g_auto(GStrv) words = g_strsplit(head_at(search, i)->text, " ", -1);
	gboolean likely = i < search->first_known || style_at(search, i)->n_known == 0 ||
			  is_under_name(search, i);

	for (guint w = 0; likely && words[w] != NULL; w++) {
		if (ats_lexicon_word(words[w]) & (ATS_WORD_TITLE | ATS_WORD_DOCUMENT) ||
		    ends_with_job(words[w]))
			return TRUE;
	}
	return FALSE;
}

static guint
count_commas(const char *text)
{
	guint n = 0;

	for (const char *p = strchr(text, ','); p != NULL; p = strchr(p + 1, ','))
		n++;
	return n;
}

static gboolean
is_unknown_heading(const Search *search, guint i)
{
	/* what a resume begins with is a name, whatever it looks like */
	if (i < search->first_known && i == search->first_large)
		return FALSE;
	return count_commas(head_at(search, i)->text) < LIST_COMMAS &&
	       style_at(search, i)->accepted && has_their_place(search, i) &&
	       !is_job_title(search, i);
}

static gboolean
is_heading(const Search *search, guint i)
{
	const AtsHeadLine *head = head_at(search, i);

	if (head->text == NULL || is_below_sections(search, i))
		return FALSE;
	if (!head->title.listed)
		return is_unknown_heading(search, i);
	if (line_at(search, i)->right_part && !style_at(search, i)->accepted)
		return FALSE;
	if (!style_at(search, i)->accepted)
		return is_lone_heading(search, i);
	return line_at(search, i)->heading || !lacks_rule(search, i);
}

/* --- entries --- */

/* a title that follows a known one at once, in its very look, is that of the section's first entry:
 * a section has something to say before the next begins */
static gboolean
is_first_entry(const Search *search, guint section, guint i)
{
	const AtsHeadLine *head = head_at(search, section);

	return i == section + head->n_lines && head_at(search, i)->style == head->style;
}

/* where entries are titled in the look of the sections, those of the first entry's section are no
 * headings up to the next known title */
static void
drop_entries(Search *search)
{
	gboolean entries = FALSE;
	guint section = G_MAXUINT;

	for (guint i = 0; i < search->lines->len; i++) {
		AtsHeadLine *head = head_at(search, i);
		if (!head->heading)
			continue;
		if (head->title.listed) {
			section = i;
			entries = FALSE;
			continue;
		}
		if (section == G_MAXUINT || head->style != head_at(search, section)->style)
			continue;
		entries = entries || is_first_entry(search, section, i);
		head->heading = !entries;
	}
}

/* --- sections --- */

static guint
count_standard(const Search *search)
{
	guint n = 0;

	for (guint i = 0; i < search->lines->len; i++)
		n += head_at(search, i)->title.standard ? 1 : 0;
	return n;
}

static void
add_section(Search *search, guint i, AtsResume *resume)
{
	AtsHeadLine *head = head_at(search, i);
	AtsResumeSection section = {
	    .heading = g_string_chunk_insert(resume->strings, head->text),
	    .line = i,
	    .n_lines = head->n_lines,
	    .page = line_at(search, i)->page,
	    .box = head->box,
	};

	if (!head->title.listed)
		ats_title_guess(head->text, &head->title);
	section.kind = head->title.kind;
	section.other = head->title.other;
	section.standard = head->title.standard;
	section.ambiguous = head->title.ambiguous;
	section.compound = head->title.compound;
	section.suggestion = head->title.suggestion;
	g_array_append_val(resume->sections, section);
}

/* what stands under a title decides where the lists know none, or two */
static void
judge_section(const Search *search, AtsResumeSection *section)
{
	AtsSectionKind kind;

	if (section->kind != ATS_SECTION_NONE && !section->ambiguous)
		return;
	kind = ats_section_kind_of_content(search->layout,
					   section->line + section->n_lines,
					   section->end_line);
	if (section->kind == ATS_SECTION_NONE) {
		section->kind = kind;
		section->suggestion = ats_title_preferred(kind);
		section->judged = TRUE;
	} else if (kind == section->other && kind != ATS_SECTION_NONE) {
		section->other = section->kind;
		section->kind = kind;
	}
}

static void
close_sections(const Search *search, AtsResume *resume)
{
	for (guint i = 0; i < resume->sections->len; i++) {
		AtsResumeSection *section = ats_at(resume->sections, AtsResumeSection, i);
		gboolean last = i + 1 == resume->sections->len;
		section->end_line = last ? search->lines->len
					 : ats_at(resume->sections, AtsResumeSection, i + 1)->line;
		judge_section(search, section);
	}
}

void
ats_sections_read(const AtsDocument *document, const AtsLayout *layout, AtsResume *resume)
{
	g_autoptr(GArray) lines = ats_head_lines_new(document, layout);
	g_autoptr(GArray) styles = NULL;
	g_autoptr(GArray) tops = g_array_new(FALSE, TRUE, sizeof(guint));
	Search search = {.layout = layout, .lines = lines, .tops = tops, .first_known = lines->len};

	ats_head_lines_join(layout, lines);
	styles = search.styles = ats_head_styles_new(layout, lines);
	search.plain = !ats_head_styles_accept(styles) && count_standard(&search) >= PLAIN_ENOUGH;
	find_tops(&search);
	find_first_large(&search);
	for (guint i = 0; i < lines->len; i++)
		head_at(&search, i)->heading = is_heading(&search, i);
	ats_head_lines_join(layout, lines);
	drop_entries(&search);
	for (guint i = 0; i < lines->len; i++) {
		if (head_at(&search, i)->heading)
			add_section(&search, i, resume);
	}
	close_sections(&search, resume);
}
