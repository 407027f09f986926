/*
 * The order in which a person reads the text of one area: row by row, a wide gap making a line of
 * its own, labels in a margin before what they stand beside. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/order.h"

#include <string.h>

#include "layout/blocks.h"
#include "layout/build.h"
#include "layout/margins.h"
#include "layout/rows.h"
#include "layout/style.h"

/* share of the size: rows of one label in a margin, foot to foot */
#define LABEL_LEADING 1.6f
/* share of the size: a line that ends this near to the text's right edge is full */
#define FULL_SLACK 7.f
/* share of the size: a space, and what a margin has left over */
#define LABEL_SPACE 0.7f
#define INDENT	    0.7f
/* share of the body's size */
#define TITLE_SIZE 1.04f
#define NAME_SIZE  1.6f

typedef struct {
	AtsLayout *layout;
	const AtsPageText *text;
	GArray *labels;		       /* of guint32: segments, in the order of the page */
	guint next_label;	       /* the first that is still to be read */
	float label_width;	       /* points: of the widest */
	guint32 first_label, n_labels; /* lines */
	AtsBox label_box;
} AtsOrder;

/* ---- labels ---- */

static AtsLine *
add_line(AtsOrder *order, guint32 segment)
{
	g_autoptr(GArray) segments = g_array_new(FALSE, FALSE, sizeof(guint32));

	g_array_append_val(segments, segment);
	return ats_build_line(order->layout, order->text, segments);
}

/* a label that runs upwards or downwards: alone, and none of a margin's */
static gboolean
is_turned(const AtsOrder *order, guint i)
{
	return g_array_index(order->labels, guint32, i) >= order->text->n_level;
}

/* labels [begin, end) stand on one row */
static void
add_label(AtsOrder *order, guint begin, guint end)
{
	g_autoptr(GArray) segments = g_array_new(FALSE, FALSE, sizeof(guint32));
	AtsLine *line;

	g_array_append_vals(segments, ats_at(order->labels, guint32, begin), end - begin);
	line = ats_build_line(order->layout, order->text, segments);
	if (is_turned(order, begin))
		return;
	line->margin = TRUE;
	order->label_box = ats_box_union(order->label_box, line->box);
	if (order->n_labels++ == 0)
		order->first_label = order->layout->lines->len - 1;
}

static const AtsSegment *
label_at(const AtsOrder *order, guint i)
{
	return ats_page_text_segment(order->text, g_array_index(order->labels, guint32, i));
}

/* a section title rather than a date or a field's name */
static gboolean
is_title(const AtsOrder *order, const AtsSegment *label)
{
	return label->capitals || label->size > TITLE_SIZE * order->text->em;
}

static gboolean
is_connector(gunichar c)
{
	return c == '-' || c == '&' || c == ',' || c == 0x2013 || c == 0x2014 || c == '/';
}

/* the first segment right of the labels on the label's row; NULL if there is none */
static const AtsSegment *
text_beside(const AtsOrder *order, const AtsSegment *label)
{
	const AtsRow *row = ats_at(order->text->rows, AtsRow, label->row);
	guint i = ats_row_find(order->text, row, label->box.x1) + 1;

	return i < row->first + row->n ? ats_page_text_segment(order->text, i) : NULL;
}

/* the text beside the second line goes on with the entry that the label belongs to: a list in it,
 * or nothing */
static gboolean
stands_beside_more(const AtsOrder *order, const AtsSegment *label, const AtsSegment *next)
{
	const AtsSegment *text = text_beside(order, label);
	const AtsSegment *more = text_beside(order, next);

	if (more == NULL)
		return TRUE;
	return text != NULL && !text->bullet &&
	       (more->bullet || more->box.x0 > text->box.x0 + INDENT * text->size);
}

/* a sentence that fills its line, and goes on in the row of the second: that row begins nothing, so
 * neither does what stands in the margin */
static gboolean
stands_beside_sentence(const AtsOrder *order, const AtsSegment *label)
{
	const AtsSegment *text = text_beside(order, label);

	return text != NULL && text->wraps &&
	       text->box.x1 > order->text->box.x1 - FULL_SLACK * text->size;
}

/* a label's second line: not the start of a label of its own, which has text beside it as a rule */
static gboolean
goes_on(const AtsOrder *order, const AtsSegment *label, const AtsSegment *next)
{
	const AtsWord *last = ats_page_text_word(order->text, label->first + label->n - 1);
	const AtsWord *word = ats_page_text_word(order->text, next->first);
	float width =
	    ats_box_width(label->box) + ats_box_width(word->box) + LABEL_SPACE * label->size;
	gunichar end = g_utf8_get_char(g_utf8_prev_char(last->text + strlen(last->text)));
	gunichar start = g_utf8_get_char(word->text);

	if (next->baseline - label->baseline > LABEL_LEADING * label->size ||
	    next->size > label->size + 0.6f)
		return FALSE;
	if (stands_beside_more(order, label, next))
		return TRUE;
	return width > order->label_width &&
	       (is_connector(end) || g_unichar_isdigit(start) || g_unichar_islower(start) ||
		((is_title(order, label) || stands_beside_sentence(order, label)) &&
		 ats_segment_same_style(label, next)));
}

/* the labels that begin in the row or above it, each with its lines that follow closely below */
static void
add_labels(AtsOrder *order, guint row)
{
	const AtsSegment *last = NULL;

	while (order->next_label < order->labels->len) {
		guint begin = order->next_label;
		guint end = begin + 1;
		const AtsSegment *label = label_at(order, begin);
		gboolean turned = is_turned(order, begin);
		if (label->row > row && (turned || last == NULL || !goes_on(order, last, label)))
			break;
		while (!turned && end < order->labels->len && !is_turned(order, end) &&
		       label_at(order, end)->row == label->row)
			end++;
		add_label(order, begin, end);
		last = turned ? NULL : label_at(order, end - 1);
		order->next_label = end;
	}
}

static void
add_label_region(AtsOrder *order)
{
	AtsRegion region = {.kind = ATS_REGION_MARGIN,
			    .page = order->text->index,
			    .box = order->label_box,
			    .drawing = G_MAXUINT32};

	if (order->n_labels == 0)
		return;
	if (order->n_labels == 1) {
		region.first_line = order->first_label;
		region.n_lines = 1;
	}
	g_array_append_val(order->layout->regions, region);
}

/* ---- rows ---- */

static void
add_rows(AtsOrder *order, const AtsStretch *stretch)
{
	const AtsSegmentSet *set = stretch->set;
	guint first = order->layout->lines->len;
	AtsRows rows;

	ats_rows_init(&rows, order->layout, set);
	for (guint r = 0; r < ats_segment_set_rows(set); r++) {
		if (stretch->column == 0)
			add_labels(order,
				   ats_segment_set_at(set, ats_segment_set_row(set, r))->row);
		ats_rows_add(&rows, r);
	}
	ats_rows_clear(&rows);
	for (; stretch->kind == ATS_STRETCH_BLOCK && first < order->layout->lines->len; first++)
		ats_at(order->layout->lines, AtsLine, first)->edge = set->box.x1;
}

/* ---- tables ---- */

static guint
column_of(const AtsGrid *grid, AtsBox box)
{
	return ats_grid_find(grid->xs, (box.x0 + box.x1) / 2);
}

/* where the text of each column of the table ends; (transfer full) */
static float *
find_edges(const AtsGrid *grid, const AtsSegmentSet *set)
{
	float *edges = g_new0(float, grid->xs->len);

	for (guint i = 0; i < set->segments->len; i++) {
		AtsBox box = ats_segment_set_at(set, i)->box;
		float *edge = &edges[column_of(grid, box)];
		*edge = MAX(*edge, box.x1);
	}
	return edges;
}

static void
add_table(AtsOrder *order, const AtsStretch *stretch)
{
	g_autoptr(GArray) segments = ats_grid_order(stretch->grid, stretch->set);
	g_autofree float *edges = find_edges(stretch->grid, stretch->set);

	add_labels(order, ats_segment_set_at(stretch->set, 0)->row);
	for (guint i = 0; i < segments->len; i++) {
		AtsLine *line = add_line(order, g_array_index(segments, guint32, i));
		line->edge = edges[column_of(stretch->grid, line->box)];
	}
}

/* ---- the area ---- */

/* a further column begins right of all before it */
static void
region_take(AtsRegion *region, const AtsStretch *stretch)
{
	if (stretch->kind == ATS_STRETCH_TABLE) {
		region->kind = ATS_REGION_TABLE;
		region->n_columns = stretch->grid->xs->len - 1;
		region->n_rows = stretch->grid->ys->len - 1;
		region->ruled = stretch->grid->ruled;
	} else {
		region->n_columns +=
		    region->n_columns == 0 || stretch->set->box.x0 > region->box.x1 - 1;
		region->n_rows = MAX(region->n_rows, ats_segment_set_rows(stretch->set));
	}
	region->box = ats_box_union(region->box, stretch->set->box);
}

/* a name, and contact data beside it: read one after the other, but no list set in columns */
static gboolean
holds_name(const AtsOrder *order, const GPtrArray *stretches, guint begin, guint end)
{
	for (guint i = begin; i < end; i++) {
		const AtsStretch *stretch = g_ptr_array_index(stretches, i);
		for (guint j = 0; j < stretch->set->segments->len; j++) {
			if (stretch->kind == ATS_STRETCH_BLOCK &&
			    ats_segment_set_at(stretch->set, j)->size > NAME_SIZE * order->text->em)
				return TRUE;
		}
	}
	return FALSE;
}

/* stretches [begin, end) are of one block, or of none */
static void
add_block(AtsOrder *order, const GPtrArray *stretches, guint begin, guint end, GArray *regions)
{
	AtsRegion region = {.kind = ATS_REGION_BLOCK,
			    .page = order->text->index,
			    .box = ATS_BOX_EMPTY,
			    .first_line = order->layout->lines->len,
			    .drawing = G_MAXUINT32};

	for (guint i = begin; i < end; i++) {
		const AtsStretch *stretch = g_ptr_array_index(stretches, i);
		if (stretch->kind == ATS_STRETCH_TABLE)
			add_table(order, stretch);
		else
			add_rows(order, stretch);
		region_take(&region, stretch);
	}
	region.n_lines = order->layout->lines->len - region.first_line;
	if (((const AtsStretch *)g_ptr_array_index(stretches, begin))->block > 0 &&
	    !holds_name(order, stretches, begin, end))
		g_array_append_val(regions, region);
}

/* the regions over the lines are added after the lines, since a line is of the region added last */
static void
add_stretches(AtsOrder *order, const GPtrArray *stretches)
{
	g_autoptr(GArray) regions = g_array_new(FALSE, FALSE, sizeof(AtsRegion));
	guint begin = 0;

	for (guint i = 1; i <= stretches->len; i++) {
		const AtsStretch *first = g_ptr_array_index(stretches, begin);
		if (i < stretches->len &&
		    ((const AtsStretch *)g_ptr_array_index(stretches, i))->block == first->block)
			continue;
		add_block(order, stretches, begin, i, regions);
		begin = i;
	}
	add_labels(order, G_MAXUINT32);
	add_label_region(order);
	g_array_append_vals(order->layout->regions, regions->data, regions->len);
}

/* parts the segments of the area into labels and the text that they belong to; a table's first
 * column is no margin */
static GArray *
take_labels(AtsOrder *order, const AtsSegmentSet *set, const GPtrArray *tables, GArray *known)
{
	GArray *outside = g_array_new(FALSE, FALSE, sizeof(guint32));
	GArray *body = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autoptr(AtsSegmentSet) text = NULL;
	g_autoptr(GArray) marks = NULL;
	guint next = 0;

	for (guint i = 0; i < set->segments->len; i++) {
		if (ats_table_of(tables, ats_segment_set_at(set, i)) == NULL)
			g_array_append_val(outside, g_array_index(set->segments, guint32, i));
	}
	text = ats_segment_set_new(order->text, outside);
	marks = ats_margins_find(text, known);
	for (guint i = 0; i < set->segments->len; i++) {
		guint32 index = g_array_index(set->segments, guint32, i);
		gboolean is_outside =
		    next < outside->len && g_array_index(outside, guint32, next) == index;
		gboolean label = is_outside && marks != NULL && g_array_index(marks, guint8, next);
		g_array_append_val(label ? order->labels : body, index);
		if (label)
			order->label_width =
			    MAX(order->label_width, ats_box_width(ats_segment_set_at(set, i)->box));
		next += is_outside;
	}
	return body;
}

static void
order_body(AtsOrder *order, GArray *body, const GPtrArray *ruled)
{
	g_autoptr(GPtrArray) aligned =
	    g_ptr_array_new_with_free_func((GDestroyNotify)ats_grid_free);
	g_autoptr(GPtrArray) tables = g_ptr_array_new();
	g_autoptr(GPtrArray) stretches = NULL;
	g_autoptr(AtsSegmentSet) set = ats_segment_set_new(order->text, g_array_ref(body));

	ats_tables_find_aligned(set, aligned);
	for (guint i = 0; i < ruled->len; i++)
		g_ptr_array_add(tables, g_ptr_array_index(ruled, i));
	for (guint i = 0; i < aligned->len; i++)
		g_ptr_array_add(tables, g_ptr_array_index(aligned, i));
	stretches = ats_blocks_cut(order->text, body, tables);
	add_stretches(order, stretches);
}

static gint
compare_labels(gconstpointer a, gconstpointer b, gpointer data)
{
	const AtsPageText *text = data;
	guint32 i = *(const guint32 *)a;
	guint32 j = *(const guint32 *)b;
	guint32 r = ats_page_text_segment(text, i)->row;
	guint32 s = ats_page_text_segment(text, j)->row;
	gboolean turned = i >= text->n_level;

	if (r != s)
		return r < s ? -1 : 1;
	if (turned != (j >= text->n_level))
		return turned ? -1 : 1;
	return i < j ? -1 : i > j;
}

static void
add_turned(AtsOrder *order, const GArray *turned)
{
	if (turned == NULL)
		return;
	g_array_append_vals(order->labels, turned->data, turned->len);
	g_array_sort_with_data(order->labels, compare_labels, (gpointer)order->text);
}

static void
order_rows(AtsOrder *order, const AtsSegmentSet *set)
{
	AtsRows rows;

	ats_rows_init(&rows, order->layout, set);
	for (guint r = 0; r < ats_segment_set_rows(set); r++)
		ats_rows_add(&rows, r);
	ats_rows_clear(&rows);
}

void
ats_order_area(AtsLayout *layout,
	       const AtsPageText *text,
	       const AtsArea *area,
	       const GPtrArray *tables,
	       GArray *known)
{
	AtsOrder order = {.layout = layout, .text = text, .label_box = ATS_BOX_EMPTY};

	order.labels = g_array_new(FALSE, FALSE, sizeof(guint32));
	if (area->kind == ATS_REGION_HEADER || area->kind == ATS_REGION_FOOTER) {
		order_rows(&order, area->set);
	} else {
		GArray *body = take_labels(&order, area->set, tables, known);
		add_turned(&order, area->turned);
		order_body(&order, body, tables);
	}
	g_array_unref(order.labels);
}
