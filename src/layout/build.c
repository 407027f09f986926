/*
 * Puts lines and blocks into the Layout: from segments in human order to AtsLine, AtsBlock and
 * tokens. For order.c, analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/build.h"

#include <math.h>

#include "layout/hyphens.h"

/* share of the size: rows closer than this, foot to foot, may be lines of one paragraph */
#define LEADING_PARAGRAPH 1.75f
/* ... left edges, or middles, that are the same */
#define EDGE_SAME 0.5f
/* ... that a line may stay short of the edge that its next word would pass */
#define EDGE_SLACK 0.6f

/* ---- lines ---- */

static void
add_tokens(AtsLayout *layout, const AtsPageText *text, const AtsSegment *segment)
{
	const GArray *words = text->document->words;

	for (guint i = segment->first; i < segment->first + segment->n; i++) {
		guint32 index = g_array_index(text->words, guint32, i);
		const AtsWord *word = ats_at(words, AtsWord, index);
		const GArray *tokens = layout->human->tokens;
		gboolean glued = word->before == ATS_BREAK_NONE && i > segment->first &&
				 tokens->len > 0 &&
				 ats_at(tokens, AtsToken, tokens->len - 1)->word + 1 == index;
		ats_reading_add(layout->human,
				word->text,
				index,
				glued ? ATS_BREAK_NONE : ATS_BREAK_SPACE);
	}
}

AtsLine *
ats_build_line(AtsLayout *layout, const AtsPageText *text, const GArray *segments)
{
	AtsLine line = {.page = text->index,
			.box = ATS_BOX_EMPTY,
			.first = layout->human->tokens->len,
			.region = layout->regions->len - 1,
			.paragraph = G_MAXUINT32,
			.space_above = -1};
	guint32 most = 0;

	for (guint i = 0; i < segments->len; i++) {
		const AtsSegment *segment =
		    ats_page_text_segment(text, g_array_index(segments, guint32, i));
		add_tokens(layout, text, segment);
		line.box = ats_box_union(line.box, segment->box);
		if (i == 0)
			line.bullet = segment->bullet;
		if (segment->chars <= most)
			continue;
		most = segment->chars;
		line.baseline = segment->baseline;
		line.size = segment->size;
		line.colour = segment->colour;
		line.font = segment->font;
		line.bold = segment->bold;
		line.italic = segment->italic;
		line.capitals = segment->capitals;
		line.letterspaced = segment->letterspaced;
	}
	line.n = layout->human->tokens->len - line.first;
	line.edge = ats_at(layout->regions, AtsRegion, line.region)->box.x1;
	g_array_append_val(layout->lines, line);
	return ats_at(layout->lines, AtsLine, layout->lines->len - 1);
}

/* ---- blocks ---- */

static const AtsWord *
line_word(const AtsLayout *layout, const AtsDocument *document, const AtsLine *line, guint i)
{
	return ats_at(document->words,
		      AtsWord,
		      ats_at(layout->human->tokens, AtsToken, line->first + i)->word);
}

/* where its text begins: after a bullet */
static float
text_edge(const AtsLayout *layout, const AtsDocument *document, const AtsLine *line)
{
	return line->bullet && line->n > 1 ? line_word(layout, document, line, 1)->box.x0
					   : line->box.x0;
}

/* a word goes on in the next line, which begins no farther in than the text of this one */
static gboolean
is_divided(const AtsLayout *layout,
	   const AtsDocument *document,
	   const AtsLine *line,
	   const AtsLine *next)
{
	return next->box.x0 > line->box.x0 - EDGE_SAME * line->size &&
	       next->box.x0 < text_edge(layout, document, line) + EDGE_SAME * line->size &&
	       ats_hyphens_divide(line_word(layout, document, line, line->n - 1)->text,
				  line_word(layout, document, next, 0)->text);
}

/* the next line's first word would not have fitted at the end of this one */
static gboolean
is_full(const AtsLayout *layout,
	const AtsDocument *document,
	const AtsLine *line,
	const AtsLine *next)
{
	const AtsWord *word = line_word(layout, document, next, 0);

	return line->box.x1 + ats_box_width(word->box) > line->edge - EDGE_SLACK * line->size;
}

static gboolean
same_look(const AtsLine *a, const AtsLine *b)
{
	return fabsf(a->size - b->size) < 0.6f && a->bold == b->bold &&
	       a->capitals == b->capitals && a->colour == b->colour;
}

static gboolean
goes_on(const AtsLayout *layout,
	const AtsDocument *document,
	const AtsLine *line,
	const AtsLine *next)
{
	float edge = text_edge(layout, document, line);
	float step = next->baseline - line->baseline;

	if (line->region != next->region || line->page != next->page || next->bullet ||
	    line->shares_row || next->shares_row)
		return FALSE;
	if (step <= 0 || step > LEADING_PARAGRAPH * line->size ||
	    fabsf(line->size - next->size) > 0.6f)
		return FALSE;
	if (line->heading != next->heading || (line->heading && !same_look(line, next)))
		return FALSE;
	if (is_divided(layout, document, line, next))
		return TRUE;
	if (fabsf(next->box.x0 - edge) > EDGE_SAME * line->size &&
	    fabsf(next->box.x0 + next->box.x1 - line->box.x0 - line->box.x1) >
		2 * EDGE_SAME * line->size)
		return FALSE;
	return is_full(layout, document, line, next);
}

static void
break_before(AtsLayout *layout, const AtsLine *line, AtsBreak before)
{
	if (line->n > 0)
		ats_at(layout->human->tokens, AtsToken, line->first)->before = before;
}

void
ats_build_blocks(AtsLayout *layout, const AtsDocument *document)
{
	for (guint i = 0; i < layout->lines->len; i++) {
		AtsLine *line = ats_at(layout->lines, AtsLine, i);
		AtsBlock block = {.first_line = i, .n_lines = 1, .region = line->region};
		if (i > 0 && goes_on(layout, document, line - 1, line)) {
			ats_at(layout->blocks, AtsBlock, layout->blocks->len - 1)->n_lines++;
			break_before(layout, line, ATS_BREAK_LINE);
		} else {
			g_array_append_val(layout->blocks, block);
			break_before(layout,
				     line,
				     line->right_part ? ATS_BREAK_SPACE : ATS_BREAK_PARAGRAPH);
		}
		line->block = layout->blocks->len - 1;
	}
	ats_hyphens_join(layout);
}
