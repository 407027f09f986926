/*
 * Boxes of a DOCX, text boxes, frames and floating tables: which stand beside the body as a flow of
 * their own, and in which order they are read. For docx_flows.c.
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
/* a page has few columns: so many boxes are looked at for them */
#define MOST_COLUMNS 64

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

static guint32
section_of(const AtsDocxDraft *draft, guint32 i)
{
	return ats_at(draft->document->paragraphs, AtsParagraph, part_of(draft, i)->paragraph)
	    ->section;
}

/* floats, and holds a text of its own */
static gboolean
holds_flow(const AtsDocxDraft *draft, guint32 i)
{
	const AtsPart *part = part_of(draft, i);
	const AtsDocxFacts *facts = ats_docx_facts(draft, i);
	float page;

	if (!is_box(draft, i) || !part->anchored || part->box.x1 <= part->box.x0 ||
	    facts->end_line - facts->first_line < FLOW_LINES || !is_outermost(draft, i))
		return FALSE;
	page = ats_at(draft->document->sections, AtsSection, section_of(draft, i))->page_height;
	return facts->n_headings > 0 || part->box.y1 - part->box.y0 >= COLUMN_HEIGHT * page;
}

static gboolean
is_beside(const AtsPart *one, const AtsPart *other)
{
	return one->page_relative == other->page_relative &&
	       ats_box_overlap_x(one->box, other->box) <= 0 &&
	       ats_box_overlap_y(one->box, other->box) > 0;
}

/* as far as its place and size say: a wide one only beside another that holds a flow */
static gboolean
may_stand_beside(const AtsDocxDraft *draft, guint32 i, const GArray *holders)
{
	const AtsPart *part = part_of(draft, i);
	float text = ats_docx_text_width(draft, section_of(draft, i));

	if (part->box.x1 - part->box.x0 <= BESIDE_SHARE * text)
		return TRUE;
	for (guint k = 0; k < holders->len && k < MOST_COLUMNS; k++) {
		if (is_beside(part, part_of(draft, g_array_index(holders, guint32, k))))
			return TRUE;
	}
	return FALSE;
}

static gboolean
share_column(AtsBox a, AtsBox b)
{
	return ats_box_overlap_x(a, b) * 2 > MIN(a.x1 - a.x0, b.x1 - b.x0);
}

static GArray *
find_holders(const AtsDocxDraft *draft)
{
	GArray *holders = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint32 i = 0; i < draft->document->parts->len; i++) {
		if (holds_flow(draft, i))
			g_array_append_val(holders, i);
	}
	return holders;
}

static GArray *
find_beside(const AtsDocxDraft *draft, guint *n_columns)
{
	GArray *boxes = g_array_new(FALSE, TRUE, sizeof(Box));
	g_autoptr(GArray) holders = find_holders(draft);

	*n_columns = 0;
	for (guint h = 0; h < holders->len; h++) {
		guint32 i = g_array_index(holders, guint32, h);
		Box box = {.part = i, .box = part_of(draft, i)->box, .flow = boxes->len};
		if (!may_stand_beside(draft, i, holders))
			continue;
		for (guint k = 0; k < boxes->len && k < MOST_COLUMNS; k++) {
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
		n += ats_docx_is_plain(draft, i);
	for (guint i = 0; i < boxes->len; i++) {
		const AtsDocxFacts *facts = ats_docx_facts(draft, ats_at(boxes, Box, i)->part);
		n -= MIN(n, facts->end_line - facts->first_line);
	}
	return n;
}

/* from the left of the body's text or of the box to the right of either: a box may stand in a wide
 * margin */
static float
width_of_both(const AtsDocxDraft *draft, AtsBox box, guint32 section)
{
	float left = ats_at(draft->document->sections, AtsSection, section)->margin_left;
	float right = left + ats_docx_text_width(draft, section);

	return MAX(right, box.x1) - MIN(left, box.x0);
}

static void
give_flow(AtsDocxDraft *draft, GArray *boxes, guint i)
{
	Box *box = ats_at(boxes, Box, i);
	AtsDocxFacts *facts = ats_docx_facts(draft, box->part);
	guint32 section = section_of(draft, box->part);
	gboolean narrow =
	    ats_box_width(box->box.y1 > box->box.y0 ? box->box
						    : (AtsBox){box->box.x0, 0, box->box.x1, 1}) <=
	    ATS_DOCX_SIDEBAR_SHARE * width_of_both(draft, box->box, section);
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

guint
ats_docx_boxes_settle(AtsDocxDraft *draft, gboolean *body_is_column)
{
	guint n_columns;
	g_autoptr(GArray) boxes = find_beside(draft, &n_columns);

	*body_is_column = boxes->len > 0 && count_plain(draft, boxes) >= FLOW_LINES;
	n_columns += *body_is_column ? 1 : 0;
	order_all_boxes(draft, boxes);
	for (guint i = 0; n_columns > 1 && i < boxes->len; i++)
		give_flow(draft, boxes, i);
	if (n_columns > 1)
		draft->layout->n_columns = MAX(draft->layout->n_columns, n_columns);
	tell_text_boxes(draft);
	return boxes->len;
}
