/*
 * Rows straight across the page, from its left edge to its right: what PDFBox prints when it sorts
 * by position, and the order of pdftotext -layout. Text turned by a right angle is read after the
 * upright text, each direction for itself.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/family.h"
#include "readings/pdfbox.h"

#include <math.h>

/* points; baselines nearer than this are one */
#define SAME_BASELINE 0.1f

/* turns the page so that the text stands upright */
static void
turn_upright(AtsPosition *p, const AtsPage *page)
{
	float x = p->x;
	float y = p->y;

	switch (p->rotation) {
	case 90:
		p->x = y;
		p->y = page->width - x;
		break;
	case 180:
		p->x = page->width - x;
		p->y = page->height - y;
		break;
	case 270:
		p->x = page->height - y;
		p->y = x;
		break;
	default:
		break;
	}
}

/* PDFBox sorts by the direction that it names counter-clockwise: text that runs up before text that
 * runs down */
static gint
direction(const AtsPosition *p)
{
	return p->rotation % 90 == 0 ? (360 - p->rotation) % 360 : 0;
}

static gboolean
share_row(const AtsPosition *upper, const AtsPosition *lower)
{
	return lower->y - upper->y < SAME_BASELINE || upper->y >= lower->y - lower->height;
}

/* not transitive, as PDFBox's own: letters of two rows may be of one row with a tall letter */
static gint
compare_place(gconstpointer a, gconstpointer b)
{
	const AtsPosition *p = a;
	const AtsPosition *q = b;

	if (p->rotation != q->rotation && direction(p) != direction(q))
		return direction(p) - direction(q);
	if (p->y <= q->y ? share_row(p, q) : share_row(q, p))
		return p->x != q->x ? (p->x < q->x ? -1 : 1)
				    : (p->place < q->place ? -1 : p->place > q->place);
	return p->y < q->y ? -1 : 1;
}

static void
sort_by_place(GArray *positions, const AtsPage *page)
{
	for (guint i = 0; i < positions->len; i++)
		turn_upright(ats_at(positions, AtsPosition, i), page);
	g_array_sort(positions, compare_place);
}

void
ats_family_line(AtsReading *reading, const AtsDocument *document)
{
	g_auto(AtsPrinter) printer = {NULL};

	ats_printer_init(&printer, reading, document);
	for (guint i = 0; i < document->pages->len; i++) {
		const AtsPage *page = ats_at(document->pages, AtsPage, i);
		g_autoptr(GArray) positions = ats_positions_new(document, page, ATS_COPIES_DROPPED);
		sort_by_place(positions, page);
		ats_pdfbox_print(positions, &printer, i == 0 ? ATS_BREAK_NONE : ATS_BREAK_PAGE);
	}
}
