/*
 * Lines grown from the drawing order, boxes grown from lines, and boxes joined by nearness: what
 * pdfminer.six prints with its default layout parameters, and programs on it. Text that is drawn
 * twice is there twice.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/cluster.h"

#include "readings/family.h"
#include "readings/printer.h"

/* share of a character's width or height, whichever is more, that parts words: word_margin */
#define WORD_GAP 0.1f

typedef struct {
	const GArray *positions;  /* of AtsPosition */
	const GArray *characters; /* of AtsBox */
	const GArray *lines;	  /* of AtsClusterLine */
	AtsPrinter *printer;
	AtsBreak pending; /* before the next letter */
} AtsClusterPrinter;

static gboolean
is_word_gap(AtsBox last, AtsBox box)
{
	float gap = WORD_GAP * MAX(ats_box_width(box), ats_box_height(box));

	return last.x1 < box.x0 - gap;
}

static void
print_character(AtsClusterPrinter *self, guint32 i)
{
	const AtsPosition *p = ats_at(self->positions, AtsPosition, i);

	if (ats_position_is_space(p)) {
		self->pending = MAX(self->pending, ATS_BREAK_SPACE);
		return;
	}
	ats_printer_put_position(self->printer, p, self->pending);
	self->pending = ATS_BREAK_NONE;
}

static void
print_line(AtsClusterPrinter *self, const AtsClusterLine *line)
{
	for (guint32 i = line->first; i < line->first + line->n; i++) {
		AtsBox box = *ats_at(self->characters, AtsBox, i);
		if (i > line->first && is_word_gap(*ats_at(self->characters, AtsBox, i - 1), box))
			self->pending = MAX(self->pending, ATS_BREAK_SPACE);
		print_character(self, i);
	}
	self->pending = MAX(self->pending, ATS_BREAK_LINE);
}

static void
print_box(AtsClusterPrinter *self, const AtsClusterBox *box)
{
	for (guint i = 0; i < box->lines->len; i++)
		print_line(
		    self,
		    ats_at(self->lines, AtsClusterLine, g_array_index(box->lines, guint32, i)));
	self->pending = MAX(self->pending, ATS_BREAK_PARAGRAPH);
}

/* lines of no size come after all others */
static void
print_blank_lines(AtsClusterPrinter *self)
{
	for (guint i = 0; i < self->lines->len; i++) {
		const AtsClusterLine *line = ats_at(self->lines, AtsClusterLine, i);
		if (line->blank)
			print_line(self, line);
	}
}

/* FALSE: more boxes than are put in order */
static gboolean
print_boxes(AtsClusterPrinter *self, const AtsPage *page)
{
	g_autoptr(GArray) boxes = ats_cluster_boxes(self->lines, page);
	g_autoptr(GArray) order = NULL;

	if (boxes->len > ATS_CLUSTER_BOXES)
		return FALSE;
	order = ats_cluster_order(boxes, page);
	for (guint i = 0; i < order->len; i++)
		print_box(self, ats_at(boxes, AtsClusterBox, g_array_index(order, guint32, i)));
	print_blank_lines(self);
	return TRUE;
}

/* FALSE: more text than is grouped */
static gboolean
print_page(AtsPrinter *printer, const AtsPage *page, AtsBreak before)
{
	g_autoptr(GArray) positions = ats_positions_new(printer->document, page, ATS_COPIES_KEPT);
	g_autoptr(GArray) characters = ats_cluster_characters(printer->document, positions);
	g_autoptr(GArray) lines = ats_cluster_lines(positions, characters);
	AtsClusterPrinter self = {positions, characters, lines, printer, before};

	return lines->len <= ATS_CLUSTER_LINES && print_boxes(&self, page);
}

static gboolean
print_pages(AtsReading *reading, const AtsDocument *document)
{
	g_auto(AtsPrinter) printer = {NULL};

	ats_printer_init(&printer, reading, document);
	for (guint i = 0; i < document->pages->len; i++) {
		if (!print_page(&printer,
				ats_at(document->pages, AtsPage, i),
				i == 0 ? ATS_BREAK_NONE : ATS_BREAK_PAGE))
			return FALSE;
	}
	return TRUE;
}

void
ats_family_cluster(AtsReading *reading, const AtsDocument *document)
{
	if (print_pages(reading, document))
		return;
	reading->judged = FALSE;
	reading->why_not = "a page has more pieces of text than are grouped in a fair time";
	g_array_set_size(reading->tokens, 0);
}
