/*
 * Which flow each line of a DOCX stands in: the body, a column of a section, a box beside the body,
 * a header or footer; and in which order boxes are read. For docx.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "layout/docx_draft.h"

/* lines from which a box is a flow of its own, a low one if a heading is among so many, and share
 * of the text's width up to which it stands beside something */
#define FLOW_LINES   3
#define HEADED_LINES 4
#define BESIDE_SHARE 0.7f
/* share of the page's height from which a box without a heading is a column rather than a block of
 * contact data */
#define COLUMN_HEIGHT 0.25f
/* share of the text's width up to which a flow is a sidebar: about a third, and some more for
 * padding */
#define SIDEBAR_SHARE 0.42f
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

/* of the body itself: not in a box, table flow, header or note */
static gboolean
is_plain(const AtsDocxDraft *draft, guint32 i)
{
	const AtsDocxFacts *facts =
	    ats_docx_facts(draft, paragraph_of(draft, ats_docx_line(draft, i))->part);

	return facts->root == draft->body && facts->region == ATS_DOCX_NOWHERE;
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

static GArray *
measure_sections(const AtsDocxDraft *draft)
{
	GArray *out = g_array_new(FALSE, TRUE, sizeof(Section));

	g_array_set_size(out, draft->document->sections->len);
	for (guint32 i = 0; i < draft->lines->len; i++) {
		const AtsLine *line = ats_docx_line(draft, i);
		guint32 index = paragraph_of(draft, line)->section;
		Section *section = ats_at(out, Section, index);
		if (!is_plain(draft, i))
			continue;
		if (section->n_lines++ == 0)
			section->first = i;
		section->end = i + 1;
		section->n_headings += line->heading;
		section->height += height_of(
		    draft,
		    line,
		    column_width(ats_at(draft->document->sections, AtsSection, index), 0));
	}
	for (guint i = 0; i < draft->document->paragraphs->len; i++) {
		const AtsParagraph *p = ats_at(draft->document->paragraphs, AtsParagraph, i);
		ats_at(out, Section, p->section)->breaks |= p->column_break;
	}
	return out;
}

static guint32
column_region(AtsDocxDraft *draft, ColumnFlows *flows, const AtsSection *section, guint column)
{
	float share =
	    column_width(section, column) / (column_width(section, 0) + column_width(section, 1));
	gboolean narrow = section->n_columns == 2 && share <= SIDEBAR_SHARE;
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
	guint32 broken = ATS_DOCX_NOWHERE;
	float height = 0;

	for (guint32 i = span->first; i < span->end; i++) {
		AtsLine *line = ats_docx_line(draft, i);
		const AtsParagraph *p = paragraph_of(draft, line);
		gboolean next;
		if (p->section != index || !is_plain(draft, i))
			continue;
		next = span->breaks ? p->column_break && line->paragraph != broken
				    : height >= span->height * (float)(column + 1) /
						    (float)section->n_columns;
		if (next && column + 1 < section->n_columns)
			region = column_region(draft, flows, section, ++column);
		broken = p->column_break ? line->paragraph : broken;
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

/* --- boxes --- */

typedef struct {
	guint32 part;
	AtsBox box;
	guint32 flow; /* index of its first in the same column */
} Box;

static const AtsPart *
part_of(const AtsDocxDraft *draft, guint32 part)
{
	return ats_at(draft->document->parts, AtsPart, part);
}

static gboolean
is_box(const AtsDocxDraft *draft, guint32 i)
{
	const AtsPart *part = part_of(draft, i);

	return (part->kind == ATS_PART_TEXT_BOX || part->kind == ATS_PART_FRAME ||
		part->kind == ATS_PART_TABLE) &&
	       ats_docx_facts(draft, i)->first_line != ATS_DOCX_NOWHERE;
}

/* stands in the body itself, not in a table or another box */
static gboolean
is_outermost(const AtsDocxDraft *draft, guint32 i)
{
	for (gint32 p = part_of(draft, i)->parent; p >= 0; p = part_of(draft, (guint32)p)->parent) {
		AtsPartKind kind = part_of(draft, (guint32)p)->kind;
		if (kind == ATS_PART_TABLE || kind == ATS_PART_TEXT_BOX || kind == ATS_PART_FRAME)
			return FALSE;
	}
	return ats_docx_facts(draft, i)->root == draft->body;
}

/* floats beside other text, as far as its place and size say, and holds a text of its own */
static gboolean
may_stand_beside(const AtsDocxDraft *draft, guint32 i)
{
	const AtsPart *part = part_of(draft, i);
	const AtsDocxFacts *facts = ats_docx_facts(draft, i);
	guint32 section =
	    ats_at(draft->document->paragraphs, AtsParagraph, part->paragraph)->section;
	float width = ats_box_width(part->box.x1 > part->box.x0 ? part->box : (AtsBox){0});
	float page = ats_at(draft->document->sections, AtsSection, section)->page_height;

	if (!part->anchored || width <= 0 ||
	    width > BESIDE_SHARE * ats_docx_text_width(draft, section) ||
	    facts->end_line - facts->first_line < FLOW_LINES || !is_outermost(draft, i))
		return FALSE;
	return facts->n_headings > 0 || part->box.y1 - part->box.y0 >= COLUMN_HEIGHT * page;
}

static gboolean
share_column(AtsBox a, AtsBox b)
{
	return ats_box_overlap_x(a, b) * 2 > MIN(a.x1 - a.x0, b.x1 - b.x0);
}

static GArray *
find_beside(const AtsDocxDraft *draft, guint *n_columns)
{
	GArray *boxes = g_array_new(FALSE, TRUE, sizeof(Box));

	*n_columns = 0;
	for (guint32 i = 0; i < draft->document->parts->len; i++) {
		Box box = {.part = i, .box = part_of(draft, i)->box, .flow = boxes->len};
		if (!is_box(draft, i) || !may_stand_beside(draft, i))
			continue;
		/* a page has few columns: the first box of each is looked at */
		for (guint k = 0; k < boxes->len && k < 64; k++) {
			const Box *other = ats_at(boxes, Box, k);
			if (other->flow == k && share_column(box.box, other->box)) {
				box.flow = k;
				break;
			}
		}
		*n_columns += box.flow == boxes->len;
		g_array_append_val(boxes, box);
	}
	return boxes;
}

static guint
count_plain(const AtsDocxDraft *draft, const GArray *boxes)
{
	guint n = 0;

	for (guint32 i = 0; i < draft->lines->len; i++)
		n += is_plain(draft, i);
	for (guint i = 0; i < boxes->len; i++) {
		const AtsDocxFacts *facts = ats_docx_facts(draft, ats_at(boxes, Box, i)->part);
		n -= MIN(n, facts->end_line - facts->first_line);
	}
	return n;
}

static void
give_flow(AtsDocxDraft *draft, GArray *boxes, guint i)
{
	Box *box = ats_at(boxes, Box, i);
	AtsDocxFacts *facts = ats_docx_facts(draft, box->part);
	guint32 section =
	    ats_at(draft->document->paragraphs, AtsParagraph, part_of(draft, box->part)->paragraph)
		->section;
	gboolean narrow =
	    ats_box_width(box->box.y1 > box->box.y0 ? box->box
						    : (AtsBox){box->box.x0, 0, box->box.x1, 1}) <=
	    SIDEBAR_SHARE * ats_docx_text_width(draft, section);
	guint32 flow = ATS_DOCX_NOWHERE;

	if (box->flow != i) {
		guint32 first = ats_docx_facts(draft, ats_at(boxes, Box, box->flow)->part)->region;
		flow = ats_at(draft->layout->regions, AtsRegion, first)->flow;
	}
	facts->region =
	    ats_docx_region_add(draft, narrow ? ATS_REGION_SIDEBAR : ATS_REGION_COLUMN, flow);
	ats_at(draft->layout->regions, AtsRegion, facts->region)->box =
	    part_of(draft, box->part)->box;
}

/* every text box is told; its lines stand in it, unless it is a column, or lies in a header */
static void
tell_text_boxes(AtsDocxDraft *draft)
{
	for (guint32 i = 0; i < draft->document->parts->len; i++) {
		AtsDocxFacts *facts = ats_docx_facts(draft, i);
		AtsPartKind root = part_of(draft, facts->root)->kind;
		guint32 region;
		if (part_of(draft, i)->kind != ATS_PART_TEXT_BOX || !is_box(draft, i))
			continue;
		region = ats_docx_region_add(draft, ATS_REGION_TEXT_BOX, 0);
		ats_at(draft->layout->regions, AtsRegion, region)->part = i;
		ats_at(draft->layout->regions, AtsRegion, region)->box = part_of(draft, i)->box;
		ats_docx_overlay_add(draft, region, facts->first_line, facts->end_line);
		if (facts->region == ATS_DOCX_NOWHERE && root == ATS_PART_BODY)
			facts->region = region;
	}
}

/* --- order --- */

static gint
compare_boxes(gconstpointer a, gconstpointer b)
{
	const Box *one = a, *other = b;

	if (share_column(one->box, other->box))
		return one->box.y0 < other->box.y0 ? -1 : one->box.y0 > other->box.y0;
	return one->box.x0 < other->box.x0 ? -1 : one->box.x0 > other->box.x0;
}

/* boxes anchored in one paragraph are read column by column; [from, to) of @boxes */
static void
order_boxes(AtsDocxDraft *draft, GArray *boxes, guint from, guint to)
{
	g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(Box));
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(guint32));
	guint32 first = ats_docx_facts(draft, ats_at(boxes, Box, from)->part)->first_line;
	guint32 end = ats_docx_facts(draft, ats_at(boxes, Box, to - 1)->part)->end_line;

	g_array_append_vals(sorted, ats_at(boxes, Box, from), to - from);
	g_array_sort(sorted, compare_boxes);
	for (guint i = 0; i < sorted->len; i++) {
		const AtsDocxFacts *facts = ats_docx_facts(draft, ats_at(sorted, Box, i)->part);
		for (guint32 k = facts->first_line; k < facts->end_line; k++)
			g_array_append_vals(out, ats_at(draft->order, guint32, k), 1);
	}
	if (out->len == end - first)
		memcpy(ats_at(draft->order, guint32, first), out->data, out->len * sizeof(guint32));
}

static void
order_all_boxes(AtsDocxDraft *draft, GArray *boxes)
{
	for (guint from = 0; from < boxes->len;) {
		guint to = from + 1;
		guint32 anchor = part_of(draft, ats_at(boxes, Box, from)->part)->paragraph;
		while (to < boxes->len &&
		       part_of(draft, ats_at(boxes, Box, to)->part)->paragraph == anchor)
			to++;
		if (to - from > 1)
			order_boxes(draft, boxes, from, to);
		from = to;
	}
}

/* the body's lines before its first heading: name, title, contact data. The place in the order
   after the last of them; 0 if there are none */
static guint
letterhead_end(const AtsDocxDraft *draft)
{
	guint n = 0, end = 0;

	for (guint i = 0; i < draft->order->len; i++) {
		guint32 line = g_array_index(draft->order, guint32, i);
		if (!is_plain(draft, line))
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
	guint n_columns, letterhead = 0;
	g_autoptr(GArray) boxes = find_beside(draft, &n_columns);
	gboolean body_is_column = boxes->len > 0 && count_plain(draft, boxes) >= FLOW_LINES;

	order_all_boxes(draft, boxes);
	for (guint i = 0; (body_is_column || n_columns > 1) && i < boxes->len; i++)
		give_flow(draft, boxes, i);
	tell_text_boxes(draft);
	give_roots(draft);
	inherit_regions(draft);
	settle_sections(draft);
	if (body_is_column || n_columns > 1)
		draft->layout->n_columns =
		    MAX(draft->layout->n_columns, n_columns + (body_is_column ? 1 : 0));
	if (boxes->len > 0) {
		letterhead = letterhead_end(draft);
		move_letterhead(draft, letterhead);
	}
	give_lines(draft, letterhead, body_is_column);
}
