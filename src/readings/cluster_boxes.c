/*
 * Lines to boxes, as pdfminer.six does: a line draws in those right above and below it that are of
 * its height and aligned with it, with all that those drew in before. For the cluster family.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/cluster.h"

#include <math.h>

/* share of a line's height within which its neighbours lie, are as high, and are aligned:
 * line_margin */
#define LINE_MARGIN 0.5f
/* points; cells of the grid on which pdfminer looks for neighbours, which gives their order */
#define CELL 50
/* more than the largest page has, 200 inches */
#define LAST_CELL 1000.f
/* of a line that is in no box yet */
#define NO_BOX G_MAXUINT32

typedef struct {
	guint32 line;
	gint row, column; /* of the first cell that it shares with the one whose neighbour it is */
} AtsNeighbour;

typedef struct {
	const GArray *lines; /* of AtsClusterLine */
	AtsBox page;
	float page_height;
	GPtrArray *drafts;  /* of GArray of guint32: members of each box, also of those taken in */
	guint32 *draft_of;  /* of each line: index of its box, or NO_BOX */
	guint32 *member_of; /* of each line: the draft that was last seen to hold it */
	guint32 *taken_in;  /* of each draft: the draft that took it in */
	GArray *neighbours; /* of AtsNeighbour */
} AtsBoxer;

static const AtsClusterLine *
line_at(const GArray *lines, guint i)
{
	return ats_at(lines, AtsClusterLine, i);
}

/* ---- neighbours ---- */

static gboolean
meet(AtsBox a, AtsBox b)
{
	return ats_box_overlap_x(a, b) > 0 && ats_box_overlap_y(a, b) > 0;
}

static gboolean
are_aligned(AtsBox a, AtsBox b, float slack)
{
	return fabsf(a.x0 - b.x0) <= slack || fabsf(a.x1 - b.x1) <= slack ||
	       fabsf(a.x0 + a.x1 - b.x0 - b.x1) <= 2 * slack;
}

static gint
cell(float at)
{
	return (gint)floorf(CLAMP(at, 0.f, LAST_CELL * CELL) / CELL);
}

static gint
compare_neighbours(gconstpointer a, gconstpointer b)
{
	const AtsNeighbour *p = a;
	const AtsNeighbour *q = b;

	if (p->row != q->row)
		return p->row - q->row;
	if (p->column != q->column)
		return p->column - q->column;
	return p->line < q->line ? -1 : p->line > q->line;
}

static void
find_neighbours(AtsBoxer *self, guint i)
{
	AtsBox own = line_at(self->lines, i)->box;
	float slack = LINE_MARGIN * ats_box_height(own);
	AtsBox around = {own.x0, own.y0 - slack, own.x1, own.y1 + slack};

	g_array_set_size(self->neighbours, 0);
	for (guint32 j = 0; j < self->lines->len; j++) {
		AtsBox box = line_at(self->lines, j)->box;
		AtsNeighbour neighbour = {.line = j};
		if (line_at(self->lines, j)->blank || !meet(around, box) ||
		    !meet(self->page, box) ||
		    fabsf(ats_box_height(box) - ats_box_height(own)) > slack ||
		    !are_aligned(box, own, slack))
			continue;
		/* the grid counts from the bottom of the page */
		neighbour.row = cell(self->page_height - MIN(around.y1, box.y1));
		neighbour.column = cell(MAX(around.x0, box.x0));
		g_array_append_val(self->neighbours, neighbour);
	}
	g_array_sort(self->neighbours, compare_neighbours);
}

/* ---- drawing together ---- */

static void
add_member(AtsBoxer *self, GArray *members, guint32 draft, guint32 line)
{
	if (self->member_of[line] == draft)
		return;
	self->member_of[line] = draft;
	g_array_append_val(members, line);
}

static void
take_in(AtsBoxer *self, GArray *members, guint32 draft, guint32 other)
{
	const GArray *others = self->drafts->pdata[other];

	if (self->taken_in[other] == draft)
		return;
	self->taken_in[other] = draft;
	for (guint i = 0; i < others->len; i++)
		add_member(self, members, draft, g_array_index(others, guint32, i));
}

static void
draw_together(AtsBoxer *self, guint32 line)
{
	GArray *members = g_array_new(FALSE, FALSE, sizeof(guint32));
	guint32 draft = self->drafts->len;

	find_neighbours(self, line);
	add_member(self, members, draft, line);
	for (guint i = 0; i < self->neighbours->len; i++) {
		guint32 other = ats_at(self->neighbours, AtsNeighbour, i)->line;
		add_member(self, members, draft, other);
		if (self->draft_of[other] != NO_BOX)
			take_in(self, members, draft, self->draft_of[other]);
	}
	for (guint i = 0; i < members->len; i++)
		self->draft_of[g_array_index(members, guint32, i)] = draft;
	g_ptr_array_add(self->drafts, members);
}

/* ---- the boxes ---- */

static gint
compare_tops(gconstpointer a, gconstpointer b, gpointer data)
{
	float p = line_at(data, *(const guint32 *)a)->box.y0;
	float q = line_at(data, *(const guint32 *)b)->box.y0;

	return p < q ? -1 : p > q;
}

static void
append_box(AtsBoxer *self, GArray *boxes, GArray *members)
{
	AtsClusterBox box = {.box = ATS_BOX_EMPTY, .lines = g_array_ref(members)};

	g_array_sort_with_data(members, compare_tops, (gpointer)self->lines);
	for (guint i = 0; i < members->len; i++)
		box.box =
		    ats_box_union(box.box,
				  line_at(self->lines, g_array_index(members, guint32, i))->box);
	g_array_append_val(boxes, box);
}

static void
clear_box(gpointer data)
{
	AtsClusterBox *box = data;

	g_array_unref(box->lines);
}

/* in the order of the first line of each */
static GArray *
collect(AtsBoxer *self)
{
	GArray *boxes = g_array_new(FALSE, FALSE, sizeof(AtsClusterBox));
	g_autofree guint8 *done = g_new0(guint8, self->drafts->len + 1);

	g_array_set_clear_func(boxes, clear_box);
	for (guint i = 0; i < self->lines->len; i++) {
		guint32 draft = self->draft_of[i];
		if (draft == NO_BOX || done[draft])
			continue;
		done[draft] = TRUE;
		append_box(self, boxes, self->drafts->pdata[draft]);
	}
	return boxes;
}

/* @n entries that name no box; (transfer full) */
static guint32 *
no_boxes(guint n)
{
	guint32 *none = g_new(guint32, n + 1);

	for (guint i = 0; i <= n; i++)
		none[i] = NO_BOX;
	return none;
}

GArray *
ats_cluster_boxes(const GArray *lines, const AtsPage *page)
{
	g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	g_autoptr(GArray) neighbours = g_array_new(FALSE, FALSE, sizeof(AtsNeighbour));
	g_autofree guint32 *draft_of = no_boxes(lines->len);
	g_autofree guint32 *member_of = no_boxes(lines->len);
	g_autofree guint32 *taken_in = no_boxes(lines->len);
	AtsBoxer self = {
	    .lines = lines,
	    .page = {0, 0, page->width, page->height},
	    .page_height = page->height,
	    .drafts = drafts,
	    .draft_of = draft_of,
	    .member_of = member_of,
	    .taken_in = taken_in,
	    .neighbours = neighbours,
	};

	for (guint i = 0; i < lines->len; i++) {
		if (!line_at(lines, i)->blank)
			draw_together(&self, i);
	}
	return collect(&self);
}
