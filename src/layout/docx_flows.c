/*
 * Which flow each line of a DOCX stands in: the body, a column of a section, a box beside the body,
 * a header or footer. For docx.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "layout/docx_draft.h"

/* lines of name, title and contact data that are read before a box at the top of the page */
#define LETTERHEAD_LINES 8
/* em: width of an average letter, to guess how lines break in a column */
#define LETTER_WIDTH 0.5f

/* --- sections in columns --- */

typedef struct {
	guint32 first, end; /* draft lines between which its lines stand */
	guint n_lines, n_headings;
	float height;	 /* points, a guess */
	gboolean breaks; /* column breaks say where columns begin */
} Section;

/* flows of the columns of sections, by column: sections set alike are read on in the same flow */
typedef struct {
	guint32 flow[ATS_SECTION_COLUMNS];
} ColumnFlows;

static const AtsParagraph *
paragraph_of(const AtsDocxDraft *draft, const AtsLine *line)
{
	return ats_at(draft->document->paragraphs, AtsParagraph, line->paragraph);
}

static float
column_width(const AtsSection *section, guint column)
{
	float text = section->page_width - section->margin_left - section->margin_right;
	float stated = section->column_width[MIN(column, ATS_SECTION_COLUMNS - 1)];

	return stated > 0 ? stated : MAX(text / (float)section->n_columns, 1);
}

static float
height_of(const AtsDocxDraft *draft, const AtsLine *line, float width)
{
	float letters = 0, per_line = MAX(width / (LETTER_WIDTH * MAX(line->size, 1)), 1);

	for (guint i = 0; i < line->n; i++)
		letters += (float)g_utf8_strlen(ats_docx_line_word(draft, line, i)->text, -1) + 1;
	return ((float)(guint)(letters / per_line) + 1) * line->size + line->space_above;
}

/* the break may stand at the end of the paragraph above, or in one of its own */
static gboolean
follows_column_break(const AtsDocxDraft *draft, const AtsLine *line)
{
	for (guint i = 0; i < line->n; i++) {
		if (ats_docx_line_word(draft, line, i)->column_break)
			return TRUE;
	}
	return FALSE;
}

static GArray *
measure_sections(const AtsDocxDraft *draft)
{
	GArray *out = g_array_new(FALSE, TRUE, sizeof(Section));

	g_array_set_size(out, draft->document->sections->len);
	for (guint32 i = 0; i < draft->lines->len; i++) {
		const AtsLine *line = ats_docx_line(draft, i);
		guint32 index = paragraph_of(draft, line)->section;
		Section *section = ats_at(out, Section, index);
		if (!ats_docx_is_plain(draft, i))
			continue;
		if (section->n_lines++ == 0)
			section->first = i;
		section->end = i + 1;
		section->n_headings += line->heading;
		section->breaks |= follows_column_break(draft, line);
		section->height += height_of(
		    draft,
		    line,
		    column_width(ats_at(draft->document->sections, AtsSection, index), 0));
	}
	return out;
}

static guint32
column_region(AtsDocxDraft *draft, ColumnFlows *flows, const AtsSection *section, guint column)
{
	float share =
	    column_width(section, column) / (column_width(section, 0) + column_width(section, 1));
	gboolean narrow = section->n_columns == 2 && share <= ATS_DOCX_SIDEBAR_SHARE;
	guint32 index;

	column = MIN(column, ATS_SECTION_COLUMNS - 1);
	index = ats_docx_region_add(draft,
				    narrow ? ATS_REGION_SIDEBAR : ATS_REGION_COLUMN,
				    flows->flow[column]);
	flows->flow[column] = ats_at(draft->layout->regions, AtsRegion, index)->flow;
	return index;
}

/* columns begin at column breaks; without any, the text is shared out evenly, as word processors
 * balance it */
static void
fill_columns(AtsDocxDraft *draft, ColumnFlows *flows, const Section *span, guint32 index)
{
	const AtsSection *section = ats_at(draft->document->sections, AtsSection, index);
	guint32 region = column_region(draft, flows, section, 0);
	guint column = 0;
	float height = 0;

	for (guint32 i = span->first; i < span->end; i++) {
		AtsLine *line = ats_docx_line(draft, i);
		gboolean next;
		if (paragraph_of(draft, line)->section != index || !ats_docx_is_plain(draft, i))
			continue;
		next = span->breaks ? follows_column_break(draft, line)
				    : height >= span->height * (float)(column + 1) /
						    (float)section->n_columns;
		if (next && column + 1 < section->n_columns)
			region = column_region(draft, flows, section, ++column);
		height += height_of(draft, line, column_width(section, 0));
		line->region = region;
	}
}

static void
settle_sections(AtsDocxDraft *draft)
{
	g_autoptr(GArray) spans = measure_sections(draft);
	guint total = 0;
	ColumnFlows flows;

	memset(&flows, 0xFF, sizeof(flows));
	for (guint i = 0; i < spans->len; i++)
		total += ats_at(spans, Section, i)->n_lines;
	for (guint i = 0; i < spans->len; i++) {
		const Section *span = ats_at(spans, Section, i);
		guint n = ats_at(draft->document->sections, AtsSection, i)->n_columns;
		guint32 region;
		if (n < 2 || span->n_lines < 2)
			continue;
		/* without a heading, and not most of the text: a list in columns under the heading
		 * above it */
		if (span->n_headings == 0 && span->n_lines * 2 <= total) {
			region = ats_docx_region_add(draft, ATS_REGION_BLOCK, 0);
			ats_at(draft->layout->regions, AtsRegion, region)->n_columns = (guint16)n;
			ats_docx_overlay_add(draft, region, span->first, span->end);
			continue;
		}
		fill_columns(draft, &flows, span, i);
		draft->layout->n_columns = MAX(draft->layout->n_columns, n);
	}
}

/* --- order --- */

/* the body's lines before its first heading: name, title, contact data. The place in the order
   after the last of them; 0 if there are none */
static guint
letterhead_end(const AtsDocxDraft *draft)
{
	guint n = 0, end = 0;

	for (guint i = 0; i < draft->order->len; i++) {
		guint32 line = g_array_index(draft->order, guint32, i);
		if (!ats_docx_is_plain(draft, line))
			continue;
		if (ats_docx_line(draft, line)->heading)
			return end;
		if (++n > LETTERHEAD_LINES)
			return 0;
		end = i + 1;
	}
	return 0;
}

/* a box at the top, beside the name, is read after it, wherever it is anchored */
static void
move_letterhead(AtsDocxDraft *draft, guint end)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint pass = 0; pass < 2; pass++) {
		for (guint i = 0; i < end; i++) {
			guint32 line = g_array_index(draft->order, guint32, i);
			gboolean late =
			    ats_docx_facts(draft,
					   paragraph_of(draft, ats_docx_line(draft, line))->part)
				->region != ATS_DOCX_NOWHERE;
			if (late == (pass == 1))
				g_array_append_val(out, line);
		}
	}
	if (end > 0)
		memcpy(draft->order->data, out->data, end * sizeof(guint32));
}

/* --- regions of lines --- */

static const AtsPart *
part_of(const AtsDocxDraft *draft, guint32 part)
{
	return ats_at(draft->document->parts, AtsPart, part);
}

/* what a part does not say itself, the part around it does */
static void
inherit_regions(AtsDocxDraft *draft)
{
	for (guint32 i = 0; i < draft->document->parts->len; i++) {
		AtsDocxFacts *facts = ats_docx_facts(draft, i);
		gint32 parent = part_of(draft, i)->parent;
		if (facts->region == ATS_DOCX_NOWHERE && parent >= 0)
			facts->region = ats_docx_facts(draft, parent)->region;
	}
}

static void
give_roots(AtsDocxDraft *draft)
{
	for (guint32 i = 0; i < draft->document->parts->len; i++) {
		AtsDocxFacts *facts = ats_docx_facts(draft, i);
		AtsPartKind kind = part_of(draft, i)->kind;
		if (part_of(draft, i)->parent >= 0 || facts->first_line == ATS_DOCX_NOWHERE)
			continue;
		if (kind == ATS_PART_HEADER || kind == ATS_PART_FOOTER)
			facts->region = ats_docx_region_add(
			    draft,
			    kind == ATS_PART_HEADER ? ATS_REGION_HEADER : ATS_REGION_FOOTER,
			    ATS_DOCX_NOWHERE);
		else if (kind == ATS_PART_NOTE)
			facts->region = ats_docx_region_add(draft, ATS_REGION_MAIN, 0);
	}
}

static void
give_lines(AtsDocxDraft *draft, guint letterhead, gboolean body_is_column)
{
	guint32 main_region = ats_docx_region_add(draft, ATS_REGION_MAIN, 0);
	guint32 column = ATS_DOCX_NOWHERE;

	for (guint i = 0; i < draft->order->len; i++) {
		AtsLine *line = ats_docx_line(draft, g_array_index(draft->order, guint32, i));
		const AtsDocxFacts *facts = ats_docx_facts(draft, paragraph_of(draft, line)->part);
		if (facts->region != ATS_DOCX_NOWHERE)
			line->region = facts->region;
		if (line->region != ATS_DOCX_NOWHERE)
			continue;
		line->region = main_region;
		if (!body_is_column || i < letterhead)
			continue;
		if (column == ATS_DOCX_NOWHERE)
			column = ats_docx_region_add(draft, ATS_REGION_COLUMN, ATS_DOCX_NOWHERE);
		line->region = column;
	}
}

void
ats_docx_flows_settle(AtsDocxDraft *draft)
{
	gboolean body_is_column = FALSE;
	guint n_boxes, letterhead = 0;

	inherit_regions(draft);
	n_boxes = ats_docx_boxes_settle(draft, &body_is_column);
	give_roots(draft);
	inherit_regions(draft);
	settle_sections(draft);
	if (n_boxes > 0) {
		letterhead = letterhead_end(draft);
		move_letterhead(draft, letterhead);
	}
	give_lines(draft, letterhead, body_is_column);
}
