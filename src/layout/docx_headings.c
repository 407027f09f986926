/*
 * Lines of a DOCX that look like section headings: by the level of their style, or because they
 * stand out from the body text by weight, size, capitals, rules or shading. No word is looked up.
 * For docx.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <math.h>
#include <string.h>

#include "layout/docx_draft.h"

/* words and bytes of the longest headings */
#define HEADING_WORDS 8
#define HEADING_BYTES 80
/* strength from which a line is a candidate: two marks of typography, or a heading's style */
#define CANDIDATE 0.5f
/* steps of sizes that are told apart, points */
#define SIZE_STEP 0.5f

/* what each mark is worth */
#define BY_OUTLINE     0.9f
#define BY_LARGE_SIZE  0.35f
#define BY_SIZE	       0.2f
#define BY_WEIGHT      0.3f
#define BY_CAPITALS    0.3f
#define BY_RULE	       0.3f
#define BY_GROUND      0.3f
#define BY_UNDERLINE   0.15f
#define BY_COLOUR      0.15f
#define BY_LETTERSPACE 0.1f
#define BY_SPACE       0.1f
/* of the body size; larger than the rounding of a template, and than that */
#define LARGER	    1.05f
#define MUCH_LARGER 1.2f

typedef struct {
	float size;
	guint32 colour;
	gboolean bold; /* most of the text is bold: weight says nothing */
} Body;

/* the value of the most letters; values are few, so a hash table counts them */
static guint
commonest(const AtsDocxDraft *draft, guint (*of)(const AtsWord *word), gsize *total)
{
	g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
	gsize most = 0;
	guint best = 0;

	*total = 0;
	for (guint i = 0; i < draft->shown->len; i++) {
		const AtsWord *word = ats_at(draft->document->words,
					     AtsWord,
					     g_array_index(draft->shown, guint32, i));
		gpointer key = GUINT_TO_POINTER(of(word));
		gsize n = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, key)) + strlen(word->text);
		g_hash_table_insert(counts, key, GSIZE_TO_POINTER(n));
		*total += strlen(word->text);
		if (n <= most)
			continue;
		most = n;
		best = of(word);
	}
	return best;
}

static guint
size_of(const AtsWord *word)
{
	return (guint)lroundf(CLAMP(word->size, 0, 2000) / SIZE_STEP);
}

static guint
colour_of(const AtsWord *word)
{
	return word->colour;
}

static guint
weight_of(const AtsWord *word)
{
	return word->bold;
}

static Body
find_body(const AtsDocxDraft *draft)
{
	gsize total;
	Body body;

	body.size = (float)commonest(draft, size_of, &total) * SIZE_STEP;
	body.colour = commonest(draft, colour_of, &total);
	body.bold = commonest(draft, weight_of, &total) != 0;
	return body;
}

static gboolean
is_underlined(const AtsDocxDraft *draft, const AtsLine *line)
{
	for (guint i = 0; i < line->n; i++) {
		if (!ats_docx_line_word(draft, line, i)->underlined)
			return FALSE;
	}
	return TRUE;
}

static gsize
bytes_of(const AtsDocxDraft *draft, const AtsLine *line)
{
	gsize n = line->n;

	for (guint i = 0; i < line->n; i++)
		n += strlen(ats_docx_line_word(draft, line, i)->text);
	return n;
}

static gboolean
ends_a_sentence(const AtsDocxDraft *draft, const AtsLine *line)
{
	const char *last = ats_docx_line_word(draft, line, line->n - 1)->text;
	char c = last[strlen(last) - 1];

	return line->n > 1 && (c == '.' || c == ',' || c == ';');
}

static gboolean
same_paragraph(const AtsDocxDraft *draft, const AtsLine *line, guint i)
{
	return i < draft->lines->len && ats_docx_line(draft, i)->paragraph == line->paragraph;
}

/* alone in its paragraph, but for a date at the right; short; not a list item, not the first line
 * of all, the name */
static gboolean
may_be_heading(const AtsDocxDraft *draft, guint i)
{
	const AtsLine *line = ats_docx_line(draft, i);
	const AtsParagraph *p = ats_at(draft->document->paragraphs, AtsParagraph, line->paragraph);
	AtsPartKind root =
	    ats_at(draft->document->parts, AtsPart, ats_docx_facts(draft, p->part)->root)->kind;

	if (root != ATS_PART_BODY || line->right_part || line->n > HEADING_WORDS)
		return FALSE;
	if ((line->bullet && line->outline == 0) || bytes_of(draft, line) > HEADING_BYTES ||
	    ends_a_sentence(draft, line))
		return FALSE;
	return ((i == 0 || !same_paragraph(draft, line, i - 1)) &&
		!same_paragraph(draft, line, i + 1)) ||
	       line->shares_row;
}

static float
strength_of(const AtsDocxDraft *draft, const AtsLine *line, const Body *body)
{
	float strength = line->outline > 0 ? BY_OUTLINE : 0;

	if (line->size >= MUCH_LARGER * body->size)
		strength += BY_LARGE_SIZE;
	else if (line->size >= LARGER * body->size)
		strength += BY_SIZE;
	if (line->bold && !body->bold)
		strength += BY_WEIGHT;
	if (line->capitals)
		strength += BY_CAPITALS;
	if (line->rule_below || line->rule_above)
		strength += BY_RULE;
	if (line->filled)
		strength += BY_GROUND;
	if (is_underlined(draft, line))
		strength += BY_UNDERLINE;
	if (line->colour != body->colour)
		strength += BY_COLOUR;
	if (line->letterspaced)
		strength += BY_LETTERSPACE;
	if (strength > 0 && line->space_above >= body->size / 2)
		strength += BY_SPACE;
	return MIN(strength, 1);
}

static gpointer
style_key(const AtsLine *line)
{
	guint size = (guint)lroundf(CLAMP(line->size, 0, 2000) / SIZE_STEP);

	return GUINT_TO_POINTER(size << 8 | line->outline << 2 | line->bold << 1 | line->capitals);
}

/* how many headings are set like each, and the two largest sizes */
typedef struct {
	GHashTable *counts; /* style_key() → number */
	float largest, second;
} Marked;

static void
count_marked(const AtsDocxDraft *draft, Marked *marked)
{
	for (guint i = 0; i < draft->lines->len; i++) {
		const AtsLine *line = ats_docx_line(draft, i);
		gpointer key = style_key(line);
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(marked->counts, key)) + 1;
		if (!line->heading)
			continue;
		g_hash_table_insert(marked->counts, key, GUINT_TO_POINTER(n));
		marked->second = MAX(marked->second, MIN(line->size, marked->largest));
		marked->largest = MAX(marked->largest, line->size);
	}
}

/* the name is set like a heading that no other is set like: it comes first, or is larger than all
 * of them */
static void
unmark_name(AtsDocxDraft *draft)
{
	g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
	Marked marked = {.counts = counts};
	gboolean body_begun = FALSE;

	count_marked(draft, &marked);
	for (guint i = 0; i < draft->lines->len && g_hash_table_size(counts) > 1; i++) {
		AtsLine *line = ats_docx_line(draft, i);
		guint32 part =
		    ats_at(draft->document->paragraphs, AtsParagraph, line->paragraph)->part;
		gboolean first = i == 0 || (!body_begun && part == draft->body);
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, style_key(line)));
		body_begun |= part == draft->body;
		if (n == 1 && (first || line->size >= LARGER * marked.second))
			line->heading = FALSE;
	}
}

/* a rule that is drawn, rather than a border, belongs to the paragraph it is anchored in; in an
 * empty one, to those around it */
static void
take_rules(AtsDocxDraft *draft)
{
	const GArray *drawings = draft->document->drawings;
	guint next = 0;

	for (guint i = 0; i < drawings->len; i++) {
		const AtsDrawing *rule = ats_at(drawings, AtsDrawing, i);
		guint32 section =
		    ats_at(draft->document->paragraphs, AtsParagraph, rule->paragraph)->section;
		if (rule->kind != ATS_DRAWING_RULE || !ats_docx_facts(draft, rule->part)->shown ||
		    ats_box_width(rule->box) * 2 < ats_docx_text_width(draft, section))
			continue;
		/* drawings follow the file, as lines do, but for boxes in boxes */
		while (next < draft->lines->len &&
		       ats_docx_line(draft, next)->paragraph <= rule->paragraph)
			next++;
		if (next > 0)
			ats_docx_line(draft, next - 1)->rule_below = TRUE;
		if (next < draft->lines->len &&
		    (next == 0 || ats_docx_line(draft, next - 1)->paragraph != rule->paragraph))
			ats_docx_line(draft, next)->rule_above = TRUE;
	}
}

void
ats_docx_headings_mark(AtsDocxDraft *draft)
{
	Body body = find_body(draft);

	draft->layout->body_size = body.size;
	if (draft->document->paragraphs->len > 0)
		take_rules(draft);
	for (guint i = 0; i < draft->lines->len; i++) {
		AtsLine *line = ats_docx_line(draft, i);
		if (!may_be_heading(draft, i))
			continue;
		line->heading_strength = strength_of(draft, line, &body);
		line->heading = line->heading_strength >= CANDIDATE;
	}
	unmark_name(draft);
}
