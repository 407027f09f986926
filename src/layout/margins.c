/*
 * Finds labels that hang in a left margin: short texts that end before an edge at which, on the
 * same row, the text begins to which they belong. For order.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/margins.h"

#include <math.h>

/* points: raster in which text edges are counted */
#define EDGE_STEP 2.f
/* edges that are tried, those with most text first */
#define MAX_EDGES 8
/* share of the size */
#define EDGE_SAME     0.4f
#define LEADING_TIGHT 1.6f
/* share of the area's width: where the text begins that has labels in a margin */
#define EDGE_LEAST 0.07f
#define EDGE_MOST  0.42f
/* rows with label and text, and the share of the page's height over which they are spread */
#define LABELS_LEAST 3
#define SPREAD_LEAST 0.18f
/* letters */
#define LABEL_CHARS	 26
#define LABEL_CHARS_MOST 48
/* times as much text as labels: in lines, or in letters a line */
#define TEXT_ROWS  1.5f
#define TEXT_CHARS 1.6f

typedef struct {
	const AtsSegmentSet *set;
	float edge;			  /* where the text begins */
	guint labels;			  /* rows with a label and text at the edge */
	guint texts;			  /* rows that begin at the edge, or with a label */
	guint crossing;			  /* rows that begin left of it and reach over it */
	float first, last;		  /* baselines of the labels */
	GArray *label_chars, *text_chars; /* of guint */
	GArray *marks;			  /* of guint8, for each segment */
} AtsMargin;

static gint
compare_guints(gconstpointer a, gconstpointer b)
{
	guint i = *(const guint *)a;
	guint j = *(const guint *)b;

	return i < j ? -1 : i > j;
}

static guint
median(GArray *values)
{
	if (values->len == 0)
		return 0;
	g_array_sort(values, compare_guints);
	return g_array_index(values, guint, values->len / 2);
}

/* ---- edges to try ---- */

typedef struct {
	guint32 n;
	float x;
} AtsEdgeCount;

static gint
compare_edges(gconstpointer a, gconstpointer b)
{
	const AtsEdgeCount *e = a;
	const AtsEdgeCount *f = b;

	if (e->n != f->n)
		return e->n > f->n ? -1 : 1;
	return e->x < f->x ? -1 : e->x > f->x;
}

/* left edges of text that has other text left of it, by how often */
static GArray *
find_edges(const AtsSegmentSet *set)
{
	GArray *edges = g_array_new(FALSE, FALSE, sizeof(AtsEdgeCount));
	g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
	GHashTableIter iter;
	gpointer key, value;

	for (guint r = 0; r < ats_segment_set_rows(set); r++) {
		guint begin = ats_segment_set_row(set, r);
		if (ats_segment_set_row(set, r + 1) - begin < 2)
			continue;
		gint step = (gint)lrintf(ats_segment_set_at(set, begin + 1)->box.x0 / EDGE_STEP);
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, GINT_TO_POINTER(step)));
		g_hash_table_insert(counts, GINT_TO_POINTER(step), GUINT_TO_POINTER(n + 1));
	}
	g_hash_table_iter_init(&iter, counts);
	while (g_hash_table_iter_next(&iter, &key, &value)) {
		AtsEdgeCount edge = {GPOINTER_TO_UINT(value),
				     (float)GPOINTER_TO_INT(key) * EDGE_STEP};
		g_array_append_val(edges, edge);
	}
	g_array_sort(edges, compare_edges);
	if (edges->len > MAX_EDGES)
		g_array_set_size(edges, MAX_EDGES);
	return edges;
}

/* ---- one edge ---- */

static gboolean
is_at_edge(const AtsMargin *margin, const AtsSegment *segment)
{
	return fabsf(segment->box.x0 - margin->edge) <
	       EDGE_SAME * margin->set->text->em + EDGE_STEP / 2;
}

static gboolean
is_left_of_edge(const AtsMargin *margin, const AtsSegment *segment)
{
	return segment->box.x1 < margin->edge - 0.2f * margin->set->text->em;
}

/* segments [begin, end) of a row are a label: one, or words of a justified one */
static void
take_label(AtsMargin *margin, guint begin, guint end)
{
	guint chars = 0;

	for (guint i = begin; i < end; i++) {
		chars += ats_segment_set_at(margin->set, i)->chars;
		g_array_index(margin->marks, guint8, i) = TRUE;
	}
	g_array_append_val(margin->label_chars, chars);
	margin->last = ats_segment_set_at(margin->set, begin)->baseline;
	if (margin->labels++ == 0)
		margin->first = margin->last;
}

/* a second line of a label, beside nothing or beside text that is indented from the edge */
static gboolean
continues_label(const AtsMargin *margin, guint r)
{
	guint before = r > 0 ? ats_segment_set_row(margin->set, r - 1) : 0;
	const AtsSegment *segment =
	    ats_segment_set_at(margin->set, ats_segment_set_row(margin->set, r));

	if (r == 0 || !g_array_index(margin->marks, guint8, before))
		return FALSE;
	return segment->baseline - ats_segment_set_at(margin->set, before)->baseline <
	       LEADING_TIGHT * segment->size;
}

static void
take_row(AtsMargin *margin, guint r)
{
	guint begin = ats_segment_set_row(margin->set, r);
	guint end = ats_segment_set_row(margin->set, r + 1);
	const AtsSegment *first = ats_segment_set_at(margin->set, begin);
	guint text = begin;

	while (text < end && is_left_of_edge(margin, ats_segment_set_at(margin->set, text)))
		text++;
	if (text < end && is_at_edge(margin, ats_segment_set_at(margin->set, text))) {
		guint chars = ats_segment_set_at(margin->set, text)->chars;
		margin->texts++;
		g_array_append_val(margin->text_chars, chars);
		if (text > begin)
			take_label(margin, begin, text);
	} else if (text == begin) {
		margin->crossing += first->box.x0 < margin->edge - margin->set->text->em;
	} else if (continues_label(margin, r)) {
		for (guint i = begin; i < text; i++)
			g_array_index(margin->marks, guint8, i) = TRUE;
	}
}

static gboolean
is_margin(AtsMargin *margin)
{
	const AtsPageText *text = margin->set->text;
	guint label_chars = median(margin->label_chars);
	guint text_chars = median(margin->text_chars);
	float place =
	    (margin->edge - margin->set->box.x0) / MAX(ats_box_width(margin->set->box), 1.f);

	if (margin->labels < LABELS_LEAST || place < EDGE_LEAST || place > EDGE_MOST)
		return FALSE;
	if (label_chars > LABEL_CHARS ||
	    g_array_index(margin->label_chars, guint, margin->labels - 1) > LABEL_CHARS_MOST)
		return FALSE;
	if (margin->last - margin->first < SPREAD_LEAST * text->page->height)
		return FALSE;
	return (float)margin->texts > TEXT_ROWS * (float)margin->labels ||
	       (float)text_chars > TEXT_CHARS * (float)label_chars;
}

static gboolean
try_edge(AtsMargin *margin, float edge)
{
	margin->edge = edge;
	margin->labels = margin->texts = margin->crossing = 0;
	g_array_set_size(margin->label_chars, 0);
	g_array_set_size(margin->text_chars, 0);
	g_array_set_size(margin->marks, 0);
	g_array_set_size(margin->marks, margin->set->segments->len);
	for (guint r = 0; r < ats_segment_set_rows(margin->set); r++)
		take_row(margin, r);
	return is_margin(margin);
}

GArray *
ats_margins_find(const AtsSegmentSet *set)
{
	g_autoptr(GArray) edges = find_edges(set);
	AtsMargin margin = {.set = set};
	gboolean found = FALSE;

	margin.label_chars = g_array_new(FALSE, FALSE, sizeof(guint));
	margin.text_chars = g_array_new(FALSE, FALSE, sizeof(guint));
	margin.marks = g_array_new(FALSE, TRUE, sizeof(guint8));
	for (guint i = 0; i < edges->len && !found; i++) {
		const AtsEdgeCount *edge = ats_at(edges, AtsEdgeCount, i);
		found = edge->n >= LABELS_LEAST - 1 && try_edge(&margin, edge->x);
	}
	g_array_unref(margin.label_chars);
	g_array_unref(margin.text_chars);
	if (found)
		return margin.marks;
	g_array_unref(margin.marks);
	return NULL;
}
