/*
 * Boxes to an order, as pdfminer.six does with boxes_flow 0.5: the two that leave the least empty
 * room between them are joined first, again and again; then each pair is read by its place, more by
 * height than from left to right. For the cluster family.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/cluster.h"

/* how much more a place's height counts than its distance from the left: boxes_flow */
#define FLOW 0.5f

/* a box, or two nodes joined */
typedef struct {
	AtsBox box;
	guint32 left, right; /* nodes, the one that is read first on the left; equal for a box */
	guint gone : 1;	     /* joined into another */
} AtsNode;

/* two nodes that might be joined */
typedef struct {
	float room; /* square points that they would enclose, and not cover */
	guint32 a, b;
	guint parted : 1; /* something lies between them: after all others */
} AtsPair;

typedef struct {
	AtsBox page;
	GArray *nodes; /* of AtsNode */
	GArray *alive; /* of guint32: nodes that are not gone */
	GArray *heap;  /* of AtsPair, the next one first */
} AtsJoiner;

static AtsNode *
node_at(const AtsJoiner *self, guint i)
{
	return ats_at(self->nodes, AtsNode, i);
}

/* ---- the heap ---- */

static gboolean
comes_first(const AtsPair *p, const AtsPair *q)
{
	if (p->parted != q->parted)
		return q->parted;
	if (p->room != q->room)
		return p->room < q->room;
	return p->a != q->a ? p->a < q->a : p->b < q->b;
}

static void
push(GArray *heap, AtsPair pair)
{
	guint i = heap->len;
	AtsPair *pairs;

	g_array_append_val(heap, pair);
	pairs = ats_at(heap, AtsPair, 0);
	for (; i > 0 && comes_first(&pair, &pairs[(i - 1) / 2]); i = (i - 1) / 2)
		pairs[i] = pairs[(i - 1) / 2];
	pairs[i] = pair;
}

static AtsPair
pop(GArray *heap)
{
	AtsPair *pairs = ats_at(heap, AtsPair, 0);
	AtsPair first = pairs[0];
	AtsPair last = pairs[heap->len - 1];
	guint n = heap->len - 1;
	guint i = 0;

	for (guint child = 1; child < n; child = 2 * i + 1) {
		if (child + 1 < n && comes_first(&pairs[child + 1], &pairs[child]))
			child++;
		if (comes_first(&last, &pairs[child]))
			break;
		pairs[i] = pairs[child];
		i = child;
	}
	pairs[i] = last;
	g_array_set_size(heap, n);
	return first;
}

/* ---- joining ---- */

static void
push_pair(AtsJoiner *self, guint32 a, guint32 b)
{
	AtsBox p = node_at(self, a)->box;
	AtsBox q = node_at(self, b)->box;
	AtsPair pair = {.a = a, .b = b};

	pair.room = ats_box_area(ats_box_union(p, q)) - ats_box_area(p) - ats_box_area(q);
	push(self->heap, pair);
}

static gboolean
something_between(const AtsJoiner *self, const AtsPair *pair)
{
	AtsBox both = ats_box_union(node_at(self, pair->a)->box, node_at(self, pair->b)->box);

	for (guint i = 0; i < self->alive->len; i++) {
		guint32 other = g_array_index(self->alive, guint32, i);
		AtsBox box = node_at(self, other)->box;
		if (other != pair->a && other != pair->b && ats_box_overlap_x(both, box) > 0 &&
		    ats_box_overlap_y(both, box) > 0 &&
		    !ats_box_is_empty(ats_box_intersect(box, self->page)))
			return TRUE;
	}
	return FALSE;
}

static void
remove_alive(AtsJoiner *self, guint32 node)
{
	node_at(self, node)->gone = TRUE;
	for (guint i = 0; i < self->alive->len; i++) {
		if (g_array_index(self->alive, guint32, i) == node) {
			g_array_remove_index_fast(self->alive, i);
			return;
		}
	}
}

static float
place(AtsBox box)
{
	return (1 - FLOW) * box.x0 + (1 + FLOW) * (box.y0 + box.y1);
}

static void
join(AtsJoiner *self, guint32 a, guint32 b)
{
	AtsBox p = node_at(self, a)->box;
	AtsBox q = node_at(self, b)->box;
	gboolean swap = place(q) < place(p);
	guint32 joined = self->nodes->len;
	AtsNode node = {
	    .box = ats_box_union(p, q),
	    .left = swap ? b : a,
	    .right = swap ? a : b,
	};

	remove_alive(self, a);
	remove_alive(self, b);
	g_array_append_val(self->nodes, node);
	for (guint i = 0; i < self->alive->len; i++)
		push_pair(self, joined, g_array_index(self->alive, guint32, i));
	g_array_append_val(self->alive, joined);
}

static void
join_all(AtsJoiner *self)
{
	while (self->heap->len > 0) {
		AtsPair pair = pop(self->heap);
		if (node_at(self, pair.a)->gone || node_at(self, pair.b)->gone)
			continue;
		if (!pair.parted && something_between(self, &pair)) {
			pair.parted = TRUE;
			push(self->heap, pair);
			continue;
		}
		join(self, pair.a, pair.b);
	}
}

/* ---- reading ---- */

static void
start(AtsJoiner *self, const GArray *boxes)
{
	guint n = boxes->len;

	for (guint32 i = 0; i < n; i++) {
		AtsNode node = {ats_at(boxes, AtsClusterBox, i)->box, i, i, FALSE};
		g_array_append_val(self->nodes, node);
		g_array_append_val(self->alive, i);
	}
	for (guint32 i = 0; i < n; i++) {
		for (guint32 j = i + 1; j < n; j++)
			push_pair(self, i, j);
	}
}

/* the boxes under the last node, which holds all */
static GArray *
read_tree(const AtsJoiner *self)
{
	GArray *order = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(guint32));
	guint32 at = self->nodes->len - 1;

	if (self->nodes->len == 0)
		return order;
	g_array_append_val(stack, at);
	while (stack->len > 0) {
		const AtsNode *node;
		at = g_array_index(stack, guint32, stack->len - 1);
		g_array_set_size(stack, stack->len - 1);
		node = node_at(self, at);
		if (node->left == node->right) {
			g_array_append_val(order, at);
			continue;
		}
		g_array_append_val(stack, node->right);
		g_array_append_val(stack, node->left);
	}
	return order;
}

GArray *
ats_cluster_order(const GArray *boxes, const AtsPage *page)
{
	g_autoptr(GArray) nodes = g_array_new(FALSE, FALSE, sizeof(AtsNode));
	g_autoptr(GArray) alive = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autoptr(GArray) heap = g_array_new(FALSE, FALSE, sizeof(AtsPair));
	AtsJoiner self = {
	    .page = {0, 0, page->width, page->height},
	    .nodes = nodes,
	    .alive = alive,
	    .heap = heap,
	};

	start(&self, boxes);
	join_all(&self);
	return read_tree(&self);
}
