/*
 * The layout of a DOCX: drafts its lines, looks at tables, sections and boxes, and writes down
 * regions, lines, blocks and the human reading. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/docx.h"

#include "layout/docx_draft.h"

/* --- what the steps share --- */

const AtsWord *
ats_docx_line_word(const AtsDocxDraft *draft, const AtsLine *line, guint i)
{
	return ats_at(draft->document->words,
		      AtsWord,
		      g_array_index(draft->shown, guint32, line->first + i));
}

guint32
ats_docx_region_add(AtsDocxDraft *draft, AtsRegionKind kind, guint32 flow)
{
	AtsRegion region = {.kind = kind, .drawing = G_MAXUINT32};

	/* flow 0 is the body's */
	region.flow = flow == ATS_DOCX_NOWHERE ? ++draft->n_flows : flow;
	g_array_append_val(draft->layout->regions, region);
	return draft->layout->regions->len - 1;
}

void
ats_docx_overlay_add(AtsDocxDraft *draft, guint32 region, guint32 first_line, guint32 end_line)
{
	AtsDocxOverlay overlay = {region, first_line, end_line};

	g_array_append_val(draft->overlays, overlay);
}

float
ats_docx_text_width(const AtsDocxDraft *draft, guint32 section)
{
	const AtsSection *s = ats_at(draft->document->sections, AtsSection, section);

	return MAX(s->page_width - s->margin_left - s->margin_right, 1);
}

gboolean
ats_docx_is_plain(const AtsDocxDraft *draft, guint32 line)
{
	guint32 paragraph = ats_docx_line(draft, line)->paragraph;
	guint32 part = ats_at(draft->document->paragraphs, AtsParagraph, paragraph)->part;
	const AtsDocxFacts *facts = ats_docx_facts(draft, part);

	return facts->root == draft->body && facts->region == ATS_DOCX_NOWHERE;
}

/* --- facts of parts --- */

static void
count_line(AtsDocxDraft *draft, guint32 i)
{
	const AtsLine *line = ats_docx_line(draft, i);
	const AtsParagraph *p = ats_at(draft->document->paragraphs, AtsParagraph, line->paragraph);
	AtsDocxFacts *facts = ats_docx_facts(draft, p->part);
	gboolean first = i == 0 || ats_docx_line(draft, i - 1)->paragraph != line->paragraph;

	if (facts->first_line == ATS_DOCX_NOWHERE)
		facts->first_line = i;
	facts->end_line = i + 1;
	facts->n_words += line->n;
	facts->n_headings += line->heading;
	facts->n_paragraphs += first;
	facts->n_list += first && p->list;
}

/* a part stands after the one around it: from the last to the first, each adds to it what it holds
 */
static void
count_parts(AtsDocxDraft *draft)
{
	for (guint32 i = 0; i < draft->lines->len; i++)
		count_line(draft, i);
	for (guint32 i = draft->facts->len; i-- > 0;) {
		const AtsDocxFacts *facts = ats_docx_facts(draft, i);
		gint32 parent = ats_at(draft->document->parts, AtsPart, i)->parent;
		AtsDocxFacts *around = parent >= 0 ? ats_docx_facts(draft, parent) : NULL;
		if (around == NULL || facts->first_line == ATS_DOCX_NOWHERE)
			continue;
		around->first_line = MIN(around->first_line, facts->first_line);
		around->end_line = MAX(around->end_line, facts->end_line);
		around->n_words += facts->n_words;
		around->n_headings += facts->n_headings;
		around->n_paragraphs += facts->n_paragraphs;
		around->n_list += facts->n_list;
	}
}

/* --- writing it down --- */

static AtsBreak
break_before(const AtsDocxDraft *draft, const AtsLine *line, const AtsLine *above)
{
	if (above == NULL || above->region != line->region)
		return ATS_BREAK_PARAGRAPH;
	if (above->paragraph == line->paragraph)
		return line->right_part || above->margin ? ATS_BREAK_TAB : ATS_BREAK_LINE;
	/* cells side by side */
	if (line->right_part && above->shares_row)
		return ATS_BREAK_TAB;
	return line->bullet && above->bullet ? ATS_BREAK_LINE : ATS_BREAK_PARAGRAPH;
}

static void
write_tokens(AtsDocxDraft *draft, AtsLine *line, const AtsLine *above)
{
	AtsReading *human = draft->layout->human;
	guint first = human->tokens->len;
	gboolean spelt = ats_docx_line_is_spelt(draft, line);

	for (guint i = 0; i < line->n; i++) {
		const AtsWord *word = ats_docx_line_word(draft, line, i);
		guint32 index = g_array_index(draft->shown, guint32, line->first + i);
		AtsBreak before = i == 0 ? break_before(draft, line, above) : word->before;
		/* a person reads E X P E R I E N C E as one word */
		if (spelt && i > 0 && !word->wide_gap && before == ATS_BREAK_SPACE)
			before = ATS_BREAK_NONE;
		ats_reading_add(human, word->text, index, before);
	}
	line->first = first;
}

static void
write_line(AtsDocxDraft *draft, guint32 from)
{
	AtsLayout *layout = draft->layout;
	AtsLine line = *ats_docx_line(draft, from);
	const AtsLine *above =
	    layout->lines->len > 0 ? ats_at(layout->lines, AtsLine, layout->lines->len - 1) : NULL;
	gboolean starts = above == NULL || above->paragraph != line.paragraph;
	AtsBlock block = {layout->lines->len, 1, line.region};

	write_tokens(draft, &line, above);
	if (above == NULL || above->region != line.region)
		line.space_above = -1;
	if (starts)
		g_array_append_val(layout->blocks, block);
	else
		ats_at(layout->blocks, AtsBlock, layout->blocks->len - 1)->n_lines++;
	line.block = layout->blocks->len - 1;
	g_array_append_val(layout->lines, line);
}

/* regions that hold lines or are laid over some: where these stand in human order; of scattered
 * lines the first stretch */
static void
write_spans(AtsDocxDraft *draft)
{
	AtsLayout *layout = draft->layout;
	g_autofree guint32 *place = g_new0(guint32, draft->lines->len + 1);

	for (guint32 i = 0; i < draft->order->len; i++)
		place[g_array_index(draft->order, guint32, i)] = i;
	for (guint32 i = 0; i < layout->lines->len; i++) {
		AtsRegion *region =
		    ats_at(layout->regions, AtsRegion, ats_at(layout->lines, AtsLine, i)->region);
		if (region->n_lines == 0)
			region->first_line = i;
		if (region->first_line + region->n_lines == i)
			region->n_lines++;
	}
	for (guint i = 0; i < draft->overlays->len; i++) {
		const AtsDocxOverlay *overlay = ats_at(draft->overlays, AtsDocxOverlay, i);
		AtsRegion *region = ats_at(layout->regions, AtsRegion, overlay->region);
		guint32 first = ATS_DOCX_NOWHERE, last = 0;
		for (guint32 k = overlay->first_line; k < overlay->end_line; k++) {
			first = MIN(first, place[k]);
			last = MAX(last, place[k]);
		}
		region->first_line = first == ATS_DOCX_NOWHERE ? 0 : first;
		region->n_lines = first == ATS_DOCX_NOWHERE ? 0 : last + 1 - first;
	}
}

static gint
compare_regions(gconstpointer a, gconstpointer b, gpointer data)
{
	const GArray *regions = data;
	const AtsRegion *one = ats_at(regions, AtsRegion, *(const guint32 *)a);
	const AtsRegion *other = ats_at(regions, AtsRegion, *(const guint32 *)b);

	if (one->first_line != other->first_line)
		return one->first_line < other->first_line ? -1 : 1;
	return *(const guint32 *)a < *(const guint32 *)b ? -1 : 1;
}

/* regions were made as they were found: now they follow the reading; those that hold nothing are
 * dropped */
static void
sort_regions(AtsLayout *layout)
{
	g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autofree guint32 *place = g_new0(guint32, layout->regions->len + 1);
	GArray *sorted = g_array_new(FALSE, TRUE, sizeof(AtsRegion));

	for (guint32 i = 0; i < layout->regions->len; i++) {
		const AtsRegion *region = ats_at(layout->regions, AtsRegion, i);
		if (region->n_lines > 0 || region->drawing != G_MAXUINT32)
			g_array_append_val(order, i);
	}
	g_array_sort_with_data(order, compare_regions, layout->regions);
	for (guint32 i = 0; i < order->len; i++) {
		guint32 from = g_array_index(order, guint32, i);
		place[from] = i;
		g_array_append_vals(sorted, ats_at(layout->regions, AtsRegion, from), 1);
	}
	for (guint32 i = 0; i < layout->lines->len; i++)
		ats_at(layout->lines, AtsLine, i)->region =
		    place[ats_at(layout->lines, AtsLine, i)->region];
	for (guint32 i = 0; i < layout->blocks->len; i++)
		ats_at(layout->blocks, AtsBlock, i)->region =
		    place[ats_at(layout->blocks, AtsBlock, i)->region];
	g_array_unref(layout->regions);
	layout->regions = sorted;
}

/* labels beside entries, in tabs: one region from the first to the last of them */
static void
add_margin(AtsDocxDraft *draft)
{
	guint n = 0;
	guint32 first = 0, last = 0;

	for (guint32 i = 0; i < draft->lines->len; i++) {
		const AtsLine *line = ats_docx_line(draft, i);
		/* those of a table are told with it */
		if (!line->margin || i + 1 == draft->lines->len ||
		    ats_docx_line(draft, i + 1)->paragraph != line->paragraph)
			continue;
		first = n++ == 0 ? i : first;
		last = i;
	}
	if (n >= 2)
		ats_docx_overlay_add(draft,
				     ats_docx_region_add(draft, ATS_REGION_MARGIN, 0),
				     first,
				     last + 1);
}

static void
draft_clear(AtsDocxDraft *draft)
{
	g_array_unref(draft->shown);
	g_array_unref(draft->lines);
	g_array_unref(draft->order);
	g_array_unref(draft->facts);
	g_array_unref(draft->overlays);
}

void
ats_layout_docx(const AtsDocument *document, AtsLayout *layout)
{
	AtsDocxDraft draft = {.document = document, .layout = layout};

	draft.shown = g_array_new(FALSE, FALSE, sizeof(guint32));
	draft.lines = g_array_new(FALSE, TRUE, sizeof(AtsLine));
	draft.order = g_array_new(FALSE, FALSE, sizeof(guint32));
	draft.facts = g_array_new(FALSE, TRUE, sizeof(AtsDocxFacts));
	draft.overlays = g_array_new(FALSE, TRUE, sizeof(AtsDocxOverlay));
	ats_docx_lines_make(&draft);
	for (guint32 i = 0; i < draft.lines->len; i++)
		g_array_append_val(draft.order, i);
	ats_docx_headings_mark(&draft);
	count_parts(&draft);
	ats_docx_tables_look(&draft);
	ats_docx_flows_settle(&draft);
	ats_docx_tabs_look(&draft);
	add_margin(&draft);
	for (guint32 i = 0; i < draft.order->len; i++)
		write_line(&draft, g_array_index(draft.order, guint32, i));
	write_spans(&draft);
	ats_docx_pictures_look(&draft);
	sort_regions(layout);
	draft_clear(&draft);
}
