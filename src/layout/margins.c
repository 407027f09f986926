/*
 * Finds labels that hang in a left margin: short texts that end before an edge at which, on the
 * same row, the text begins to which they belong. For order.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/margins.h"

#include <math.h>
#include <string.h>

/* points: raster in which text edges are counted */
#define EDGE_STEP 2.f
/* edges that are tried, those with most text first */
#define MAX_EDGES 8
/* share of the size */
#define EDGE_SAME     0.4f
#define LEADING_TIGHT 1.6f
/* share of the area's width: where the text begins that has labels in a margin */
#define EDGE_LEAST 0.07f
#define EDGE_MOST  0.46f
/* rows with label and text, and the share of the page's height over which they are spread */
#define LABELS_LEAST 3
#define SPREAD_LEAST 0.18f
/* rows with label and text at one edge; sections may have edges of their own */
#define LABELS_AN_EDGE 2
/* share of a label's size by which its text may stand lower or higher */
#define BESIDE 0.6f
/* a title alone in the margin, beside nothing but text at the edge, in so many rows and more */
#define TITLED_ROWS 12
/* times as many rows across the edge as right of it: a page on which labels are the exception */
#define CROSSING_MOST 2
/* letters; single ones are pictograms, bullets and numbers */
#define LABEL_CHARS_LEAST 2
#define LABEL_CHARS	  26
#define LABEL_CHARS_MOST  48
/* times as much text as labels: in lines, or in letters a line */
#define TEXT_ROWS  1.5f
#define TEXT_CHARS 1.6f

typedef struct {
	const AtsSegmentSet *set;
	float edge;			  /* where the text begins */
	guint labels;			  /* rows with a label and text at the edge */
	guint texts;			  /* rows that begin at the edge, or with a label */
	guint crossing;			  /* rows that begin left of it and reach over it */
	guint beside;			  /* rows that begin at the edge or right of it */
	guint titles;			  /* labels that stand out */
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
	margin->titles += ats_segment_set_at(margin->set, begin)->stands_out;
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

/* the text of a label in larger type stands on a row of its own, a little above or below */
static gboolean
has_text_near(const AtsMargin *margin, guint r)
{
	const AtsSegment *label =
	    ats_segment_set_at(margin->set, ats_segment_set_row(margin->set, r));

	for (guint near = r > 0 ? r - 1 : r + 1;
	     near <= r + 1 && near < ats_segment_set_rows(margin->set);
	     near += 2) {
		const AtsSegment *text =
		    ats_segment_set_at(margin->set, ats_segment_set_row(margin->set, near));
		if (is_at_edge(margin, text) &&
		    fabsf(text->baseline - label->baseline) < BESIDE * label->size)
			return TRUE;
	}
	return FALSE;
}

static void
take_row(AtsMargin *margin, guint r)
{
	guint begin = ats_segment_set_row(margin->set, r);
	guint end = ats_segment_set_row(margin->set, r + 1);
	guint text = begin;
	gboolean at_edge;

	while (text < end && is_left_of_edge(margin, ats_segment_set_at(margin->set, text)))
		text++;
	at_edge = text < end && is_at_edge(margin, ats_segment_set_at(margin->set, text));
	if (at_edge) {
		guint chars = ats_segment_set_at(margin->set, text)->chars;
		margin->texts++;
		g_array_append_val(margin->text_chars, chars);
	}
	if (text > begin && (at_edge || (text == end && has_text_near(margin, r))))
		take_label(margin, begin, text);
	else if (text > begin && continues_label(margin, r))
		memset(ats_at(margin->marks, guint8, begin), TRUE, text - begin);
	else if (text == begin && ats_segment_set_at(margin->set, begin)->box.x0 <
				      margin->edge - margin->set->text->em)
		margin->crossing++;
	else if (text == begin)
		margin->beside++;
}

static gboolean
is_edge(AtsMargin *margin, gboolean known)
{
	guint label_chars = median(margin->label_chars);
	guint text_chars = median(margin->text_chars);
	float place =
	    (margin->edge - margin->set->box.x0) / MAX(ats_box_width(margin->set->box), 1.f);
	gboolean titled = margin->titles == margin->labels && margin->crossing == 0 &&
			  margin->texts >= TITLED_ROWS;

	if (margin->labels < (known || titled ? 1 : LABELS_AN_EDGE) || place < EDGE_LEAST ||
	    place > EDGE_MOST)
		return FALSE;
	if (label_chars < LABEL_CHARS_LEAST || label_chars > LABEL_CHARS ||
	    g_array_index(margin->label_chars, guint, margin->labels - 1) > LABEL_CHARS_MOST)
		return FALSE;
	if (margin->crossing > CROSSING_MOST * (margin->beside + margin->labels))
		return FALSE;
	return known ||
	       (float)(margin->beside + margin->labels) > TEXT_ROWS * (float)margin->labels ||
	       (float)text_chars > TEXT_CHARS * (float)label_chars;
}

static gboolean
is_known(const AtsMargin *margin, const GArray *known)
{
	for (guint i = 0; i < known->len; i++) {
		if (fabsf(g_array_index(known, float, i) - margin->edge) < EDGE_STEP)
			return TRUE;
	}
	return FALSE;
}

/**
 * AtsMarginSum: what the edges of an area have together
 */
typedef struct {
	GArray *marks;
	GArray *edges; /* of float */
	guint labels;
	float first, last;
	gboolean enough; /* an edge is known from another page, or its labels are titles in an empty
			    margin */
} AtsMarginSum;

static void
sum_edge(AtsMarginSum *sum, const AtsMargin *margin, gboolean known)
{
	for (guint i = 0; i < margin->marks->len; i++)
		g_array_index(sum->marks, guint8, i) |= g_array_index(margin->marks, guint8, i);
	sum->first = sum->labels > 0 ? MIN(sum->first, margin->first) : margin->first;
	sum->last = MAX(sum->last, margin->last);
	sum->labels += margin->labels;
	sum->enough = sum->enough || known ||
		      (margin->titles == margin->labels && margin->crossing == 0 &&
		       margin->texts >= TITLED_ROWS);
	g_array_append_val(sum->edges, margin->edge);
}

static void
try_edge(AtsMargin *margin, float edge, const GArray *known, AtsMarginSum *sum)
{
	gboolean is_old;

	margin->edge = edge;
	margin->labels = margin->texts = margin->crossing = margin->beside = margin->titles = 0;
	g_array_set_size(margin->label_chars, 0);
	g_array_set_size(margin->text_chars, 0);
	g_array_set_size(margin->marks, 0);
	g_array_set_size(margin->marks, margin->set->segments->len);
	for (guint r = 0; r < ats_segment_set_rows(margin->set); r++)
		take_row(margin, r);
	is_old = is_known(margin, known);
	if (is_edge(margin, is_old))
		sum_edge(sum, margin, is_old);
}

static void
try_edges(const AtsSegmentSet *set, const GArray *known, AtsMarginSum *sum)
{
	g_autoptr(GArray) edges = find_edges(set);
	AtsMargin margin = {.set = set};

	margin.label_chars = g_array_new(FALSE, FALSE, sizeof(guint));
	margin.text_chars = g_array_new(FALSE, FALSE, sizeof(guint));
	margin.marks = g_array_new(FALSE, TRUE, sizeof(guint8));
	for (guint i = 0; i < edges->len; i++)
		try_edge(&margin, ats_at(edges, AtsEdgeCount, i)->x, known, sum);
	g_array_unref(margin.label_chars);
	g_array_unref(margin.text_chars);
	g_array_unref(margin.marks);
}

GArray *
ats_margins_find(const AtsSegmentSet *set, GArray *known)
{
	AtsMarginSum sum = {.edges = g_array_new(FALSE, FALSE, sizeof(float)),
			    .marks = g_array_new(FALSE, TRUE, sizeof(guint8))};
	gboolean found;

	g_array_set_size(sum.marks, set->segments->len);
	try_edges(set, known, &sum);
	found = sum.labels > 0 &&
		(sum.enough || (sum.labels >= LABELS_LEAST &&
				sum.last - sum.first >= SPREAD_LEAST * set->text->page->height));
	if (found)
		g_array_append_vals(known, sum.edges->data, sum.edges->len);
	g_array_unref(sum.edges);
	if (found)
		return sum.marks;
	g_array_unref(sum.marks);
	return NULL;
}
