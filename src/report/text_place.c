/*
 * Where on a page something is, in a person's words.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/text_place.h"

/* share of the page's width from which something goes across it, and of its height from which it
   goes down it; a page's margins take a fifth of either */
#define ACROSS_SHARE 0.6f
#define DOWN_SHARE   0.55f

/* 0, 1 or 2: the third of the page in which the middle of the stretch lies */
static guint
third_of(float from, float to, float whole)
{
	float middle = (from + to) / 2;

	if (middle < whole / 3)
		return 0;
	return middle > whole * 2 / 3 ? 2 : 1;
}

static const char *
where_on(const AtsReportPage *page, AtsBox box)
{
	static const char *const spots[3][3] = {
	    {"top left", "top middle", "top right"},
	    {"left, half-way down", "in the middle", "right, half-way down"},
	    {"bottom left", "bottom middle", "bottom right"},
	};
	static const char *const rows[] = {"across the top",
					   "across the middle",
					   "across the bottom"};
	static const char *const columns[] = {"down the left side",
					      "down the middle",
					      "down the right side"};
	gboolean across = ats_box_width(box) > ACROSS_SHARE * page->width;
	gboolean down = ats_box_height(box) > DOWN_SHARE * page->height;
	guint row = third_of(box.y0, box.y1, page->height);
	guint column = third_of(box.x0, box.x1, page->width);

	if (across && down)
		return "most of the page";
	if (across)
		return rows[row];
	return down ? columns[column] : spots[row][column];
}

char *
ats_text_where(const AtsReport *report, guint page, AtsBox box)
{
	if (page == 0)
		return NULL;
	if (ats_box_is_empty(box) || page > report->pages->len)
		return g_strdup_printf("page %u", page);
	return g_strdup_printf(
	    "page %u, %s",
	    page,
	    where_on(&g_array_index(report->pages, AtsReportPage, page - 1), box));
}
