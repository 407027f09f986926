/*
 * Lines of a DOCX: the shown words of each paragraph up to a line break, parted where a tab sets a
 * date to the right or a label into the margin, with the typography of their letters. For docx.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/utf8.h"
#include "layout/docx_draft.h"

/* words that a date or place at the right margin has at most ("September 2019 – to the present") */
#define RIGHT_WORDS 6
/* words of a label in the margin */
#define LABEL_WORDS 8
/* em; a hanging indent wider than this holds a label rather than a bullet */
#define LABEL_INDENT 4.f

/* letters of a line typed with a space after each, and other characters in it: "Q & A" is none */
#define SPELT_LETTERS 4
#define SPELT_MARKS   1

/* --- typography --- */

typedef struct {
	gsize letters, bold, italic, lower, upper, spaced, caps;
	gsize best; /* letters of the style that @size, @colour and @font are of */
} Tally;

/* the style of the longest word stands for the line: a line of two sizes is mostly of one */
static void
tally_word(Tally *tally, AtsLine *line, const AtsWord *word)
{
	gsize n = (gsize)g_utf8_strlen(word->text, -1);

	tally->letters += n;
	tally->bold += word->bold ? n : 0;
	tally->italic += word->italic ? n : 0;
	tally->spaced += word->letterspaced ? n : 0;
	for (const char *at = word->text; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		tally->lower += g_unichar_islower(c) && !word->caps;
		tally->upper += g_unichar_isupper(c) || (word->caps && g_unichar_islower(c));
	}
	if (n <= tally->best)
		return;
	tally->best = n;
	line->size = word->size;
	line->colour = word->colour;
	line->font = word->font;
}

gboolean
ats_docx_line_is_spelt(const AtsDocxDraft *draft, const AtsLine *line)
{
	guint letters = 0;

	for (guint i = 0; i < line->n; i++) {
		const char *text = ats_docx_line_word(draft, line, i)->text;
		if (*g_utf8_next_char(text) != '\0')
			return FALSE;
		letters += g_unichar_isalpha(g_utf8_get_char(text)) != 0;
	}
	return letters >= SPELT_LETTERS && letters + SPELT_MARKS >= line->n;
}

static void
measure(const AtsDocxDraft *draft, AtsLine *line)
{
	Tally tally = {0};

	for (guint i = 0; i < line->n; i++)
		tally_word(&tally, line, ats_docx_line_word(draft, line, i));
	line->bold = tally.bold * 2 > tally.letters;
	line->italic = tally.italic * 2 > tally.letters;
	line->letterspaced =
	    tally.spaced * 2 > tally.letters || ats_docx_line_is_spelt(draft, line);
	line->capitals = tally.upper >= 2 && tally.lower == 0;
}

/* --- one paragraph --- */

static gboolean
starts_with_bullet(const AtsDocxDraft *draft, const AtsLine *line)
{
	const char *text = line->n > 1 ? ats_docx_line_word(draft, line, 0)->text : "";

	return *text != '\0' && *g_utf8_next_char(text) == '\0' &&
	       ats_unichar_is_bullet(g_utf8_get_char(text));
}

static void
add_line(AtsDocxDraft *draft, const AtsParagraph *p, guint32 paragraph, guint first, guint end)
{
	AtsLine line = {.first = first, .n = end - first, .paragraph = paragraph};

	if (end <= first)
		return;
	line.region = ATS_DOCX_NOWHERE;
	line.outline = p->outline;
	line.centred = p->align == ATS_ALIGN_CENTRE;
	line.filled = p->shaded;
	line.rule_below = p->rule_below;
	line.rule_above = p->rule_above;
	measure(draft, &line);
	line.bullet = p->list || starts_with_bullet(draft, &line);
	g_array_append_val(draft->lines, line);
}

static const AtsWord *
shown_word(const AtsDocxDraft *draft, guint i)
{
	return ats_at(draft->document->words, AtsWord, g_array_index(draft->shown, guint32, i));
}

static gboolean
is_mark(const AtsDocxDraft *draft, guint first, guint end)
{
	return end - first == 1 && ats_utf8_is_ornament(shown_word(draft, first)->text);
}

static gboolean
has_digit(const AtsDocxDraft *draft, guint first, guint end)
{
	for (guint i = first; i < end; i++) {
		if (strpbrk(shown_word(draft, i)->text, "0123456789") != NULL)
			return TRUE;
	}
	return FALSE;
}

/* where tabs part the words of one printed line */
typedef struct {
	guint n;		   /* tabs between words */
	guint first_tab, last_tab; /* the words after the first and the last of them */
} Tabs;

static Tabs
find_tabs(const AtsDocxDraft *draft, guint first, guint end)
{
	Tabs tabs = {0, first, first};

	for (guint i = first + 1; i < end; i++) {
		if (shown_word(draft, i)->before != ATS_BREAK_TAB)
			continue;
		if (tabs.n++ == 0)
			tabs.first_tab = i;
		tabs.last_tab = i;
	}
	return tabs;
}

/* "May 2018 – Present →| Sales Manager" in a hanging indent: the date hangs in the margin */
static gboolean
is_label(const AtsDocxDraft *draft, const AtsParagraph *p, guint first, const Tabs *tabs)
{
	float size = MAX(shown_word(draft, first)->size, 1);

	return p->indent_first <= -LABEL_INDENT * size && !p->list &&
	       tabs->first_tab - first <= LABEL_WORDS && !is_mark(draft, first, tabs->first_tab);
}

/* a right stop says that what follows it stands at the right; without one, a short rest with a
 * number does */
static gboolean
is_right_part(const AtsDocxDraft *draft,
	      const AtsParagraph *p,
	      guint first,
	      guint end,
	      const Tabs *tabs)
{
	gboolean right_stop = (p->tab_kinds & 1u << ATS_ALIGN_RIGHT) != 0;

	if (is_mark(draft, first, tabs->last_tab))
		return FALSE;
	if (right_stop)
		return TRUE;
	return tabs->n == 1 && end - tabs->last_tab <= RIGHT_WORDS &&
	       has_digit(draft, tabs->last_tab, end);
}

static void
add_parted(AtsDocxDraft *draft,
	   const AtsParagraph *p,
	   guint32 paragraph,
	   guint first,
	   guint middle,
	   guint end)
{
	add_line(draft, p, paragraph, first, middle);
	add_line(draft, p, paragraph, middle, end);
}

/* the words of one printed line, as far as the file says */
static void
add_row(AtsDocxDraft *draft, const AtsParagraph *p, guint32 paragraph, guint first, guint end)
{
	Tabs tabs = find_tabs(draft, first, end);
	guint n = draft->lines->len;

	if (tabs.n > 0 && is_label(draft, p, first, &tabs)) {
		add_parted(draft, p, paragraph, first, tabs.first_tab, end);
		ats_docx_line(draft, n)->margin = TRUE;
		return;
	}
	if (tabs.n == 0 || !is_right_part(draft, p, first, end, &tabs)) {
		add_line(draft, p, paragraph, first, end);
		return;
	}
	add_parted(draft, p, paragraph, first, tabs.last_tab, end);
	ats_docx_line(draft, n)->shares_row = TRUE;
	ats_docx_line(draft, n + 1)->shares_row = TRUE;
	ats_docx_line(draft, n + 1)->right_part = TRUE;
}

static void
add_paragraph(AtsDocxDraft *draft, guint32 index)
{
	const AtsParagraph *p = ats_at(draft->document->paragraphs, AtsParagraph, index);
	guint first = draft->shown->len, row;

	for (guint32 i = 0; i < p->n_words; i++) {
		guint32 word = p->first_word + i;
		const AtsWord *w = ats_at(draft->document->words, AtsWord, word);
		if (w->visibility == ATS_VISIBLE_NORMAL && ats_docx_facts(draft, w->part)->shown)
			g_array_append_val(draft->shown, word);
	}
	row = first;
	for (guint i = first + 1; i < draft->shown->len; i++) {
		if (shown_word(draft, i)->before < ATS_BREAK_LINE)
			continue;
		add_row(draft, p, index, row, i);
		row = i;
	}
	add_row(draft, p, index, row, draft->shown->len);
}

/* --- parts --- */

static void
find_shown_parts(AtsDocxDraft *draft)
{
	const AtsDocument *document = draft->document;

	g_array_set_size(draft->facts, document->parts->len);
	for (guint32 i = 0; i < document->parts->len; i++) {
		const AtsPart *part = ats_at(document->parts, AtsPart, i);
		AtsDocxFacts *facts = ats_docx_facts(draft, i);
		const AtsDocxFacts *around = part->parent >= 0 ? ats_docx_facts(draft, part->parent)
							       : NULL;
		facts->root = around != NULL ? around->root : i;
		facts->shown = (around == NULL || around->shown) && ats_part_shown(document, i);
		facts->region = ATS_DOCX_NOWHERE;
		facts->first_line = ATS_DOCX_NOWHERE;
		if (part->kind == ATS_PART_BODY)
			draft->body = i;
	}
}

/* space as the paragraphs state it: the larger of what the one above and this one ask for */
static void
set_spaces(AtsDocxDraft *draft)
{
	for (guint i = 0; i < draft->lines->len; i++) {
		AtsLine *line = ats_docx_line(draft, i);
		const AtsLine *above = i > 0 ? ats_docx_line(draft, i - 1) : NULL;
		const AtsParagraph *p =
		    ats_at(draft->document->paragraphs, AtsParagraph, line->paragraph);
		line->space_above = p->space_before;
		if (above != NULL && above->paragraph == line->paragraph)
			line->space_above = 0;
		else if (above != NULL)
			line->space_above =
			    MAX(p->space_before,
				ats_at(draft->document->paragraphs, AtsParagraph, above->paragraph)
				    ->space_after);
	}
}

/* a rule between two paragraphs is below the one and above the other; a box around a paragraph
 * counts for its ends */
static void
set_rules(AtsDocxDraft *draft)
{
	for (guint i = 1; i < draft->lines->len; i++) {
		AtsLine *above = ats_docx_line(draft, i - 1);
		AtsLine *line = ats_docx_line(draft, i);
		if (above->paragraph != line->paragraph)
			continue;
		if (above->rule_below && !line->shares_row && !line->margin)
			above->rule_below = FALSE;
	}
}

void
ats_docx_lines_make(AtsDocxDraft *draft)
{
	find_shown_parts(draft);
	for (guint32 i = 0; i < draft->document->paragraphs->len; i++)
		add_paragraph(draft, i);
	set_spaces(draft);
	set_rules(draft);
}
