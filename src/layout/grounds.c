/*
 * Finds the grounds behind columns: filled boxes, and boxes stacked into one as the cells of a
 * table are; and the rules across a page. For lines.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/grounds.h"

#include <math.h>

/* shares of the page */
#define GROUND_HEIGHT 0.35f
#define GROUND_WIDTH  0.6f
#define GROUND_NARROW 0.08f
#define GROUND_ALPHA  0.04f
/* points: a lower box is a rule; boxes that touch; edges that are the same */
#define PIECE_LEAST 4.f
#define TOUCH	    2.f
#define EDGE_STEP   2.f
/* more are a pattern */
#define MAX_GROUNDS 16
/* share of the page; points: a higher box is no rule; more are a ruled sheet or a table */
#define RULE_WIDTH 0.6f
#define RULE_THICK 2.f
#define MAX_RULES  64

typedef struct {
	AtsBox box;
	guint32 colour;
} AtsPiece;

static gboolean
is_piece(const AtsPage *page, const AtsDrawing *drawing)
{
	float width = ats_box_width(drawing->box);

	return drawing->kind == ATS_DRAWING_BOX && drawing->filled && drawing->colour != 0xFFFFFF &&
	       drawing->alpha > GROUND_ALPHA && ats_box_height(drawing->box) >= PIECE_LEAST &&
	       width <= GROUND_WIDTH * page->width && width >= GROUND_NARROW * page->width;
}

static gint
compare_pieces(gconstpointer a, gconstpointer b)
{
	const AtsPiece *p = a;
	const AtsPiece *q = b;
	long x = lrintf(p->box.x0 / EDGE_STEP);
	long y = lrintf(q->box.x0 / EDGE_STEP);

	if (x != y)
		return x < y ? -1 : 1;
	if (p->colour != q->colour)
		return p->colour < q->colour ? -1 : 1;
	return p->box.y0 < q->box.y0 ? -1 : p->box.y0 > q->box.y0;
}

static gboolean
goes_on(const AtsPiece *piece, const AtsPiece *next)
{
	return piece->colour == next->colour && fabsf(piece->box.x0 - next->box.x0) < EDGE_STEP &&
	       fabsf(piece->box.x1 - next->box.x1) < EDGE_STEP &&
	       next->box.y0 - piece->box.y1 < TOUCH;
}

void
ats_page_text_find_grounds(AtsPageText *self)
{
	g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(AtsPiece));
	AtsPiece ground = {.box = ATS_BOX_EMPTY};

	for (guint i = 0; i < self->page->n_drawings; i++) {
		const AtsDrawing *drawing =
		    ats_at(self->document->drawings, AtsDrawing, self->page->first_drawing + i);
		AtsPiece piece = {drawing->box, drawing->colour};
		if (is_piece(self->page, drawing))
			g_array_append_val(pieces, piece);
	}
	g_array_sort(pieces, compare_pieces);
	for (guint i = 0; i < pieces->len && self->grounds->len < MAX_GROUNDS; i++) {
		const AtsPiece *piece = ats_at(pieces, AtsPiece, i);
		const AtsPiece *next = i + 1 < pieces->len ? piece + 1 : NULL;
		ground.colour = piece->colour;
		ground.box = ats_box_union(ground.box, piece->box);
		if (next != NULL && goes_on(&ground, next))
			continue;
		if (ats_box_height(ground.box) >= GROUND_HEIGHT * self->page->height)
			g_array_append_val(self->grounds, ground.box);
		ground.box = ATS_BOX_EMPTY;
	}
}

static gboolean
is_rule(const AtsPage *page, const AtsDrawing *drawing)
{
	return (drawing->kind == ATS_DRAWING_RULE || drawing->kind == ATS_DRAWING_BOX) &&
	       drawing->alpha > GROUND_ALPHA && ats_box_height(drawing->box) <= RULE_THICK &&
	       ats_box_width(drawing->box) >= RULE_WIDTH * page->width;
}

static gint
compare_tops(gconstpointer a, gconstpointer b)
{
	const AtsBox *p = a;
	const AtsBox *q = b;

	return p->y0 < q->y0 ? -1 : p->y0 > q->y0;
}

void
ats_page_text_find_rules(AtsPageText *self)
{
	for (guint i = 0; i < self->page->n_drawings && self->rules->len <= MAX_RULES; i++) {
		const AtsDrawing *drawing =
		    ats_at(self->document->drawings, AtsDrawing, self->page->first_drawing + i);
		if (is_rule(self->page, drawing))
			g_array_append_val(self->rules, drawing->box);
	}
	if (self->rules->len > MAX_RULES)
		g_array_set_size(self->rules, 0);
	g_array_sort(self->rules, compare_tops);
}
