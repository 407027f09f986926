/*
 * Finds running headers and footers: rows at an edge of the page that stand at the same place of
 * other pages, and page numbers. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/furniture.h"

#include <math.h>
#include <string.h>

/* shares of the page's height: how far in furniture reaches; where a lone page number stands */
#define ZONE_TOP      0.17f
#define ZONE_BOTTOM   0.8f
#define NUMBER_TOP    0.06f
#define NUMBER_BOTTOM 0.92f
/* rows from an edge that are looked at; a footer with all contact data has five */
#define MAX_ROWS 8
/* points: how far a row may move from page to page */
#define SAME_PLACE 4.f
/* letters of the longest page number: "Page 10 of 12" in most languages */
#define NUMBER_CHARS 18
/* pages fit a bit set, see ATS_LIMIT_PAGES */
#define MAX_PAGES 64

typedef struct {
	const GPtrArray *pages;
	GHashTable *seen; /* text and place → bit set of pages */
} AtsRunning;

/* the segment's text, its numbers all alike */
static GString *
normalise(const AtsPageText *text, const AtsSegment *segment)
{
	GString *out = g_string_new(NULL);

	for (guint i = segment->first; i < segment->first + segment->n; i++) {
		for (const char *p = ats_page_text_word(text, i)->text; *p != '\0'; p++) {
			gboolean digit = g_ascii_isdigit(*p);
			if (!digit || out->len == 0 || out->str[out->len - 1] != '#')
				g_string_append_c(out, digit ? '#' : *p);
		}
		g_string_append_c(out, ' ');
	}
	return out;
}

/* two overlapping rasters, so that near places share a key in one of them */
static char *
key_of(const char *text, float y, guint raster)
{
	long step = lrintf(floorf((y + (float)raster * SAME_PLACE / 2) / SAME_PLACE));

	return g_strdup_printf("%u %ld %s", raster, step, text);
}

static void
note(AtsRunning *running, char *key, guint page)
{
	guint64 *set = g_hash_table_lookup(running->seen, key);

	if (set == NULL) {
		set = g_new0(guint64, 1);
		g_hash_table_insert(running->seen, g_strdup(key), set);
	}
	*set |= 1ull << page;
	g_free(key);
}

static void
note_row(AtsRunning *running, const AtsPageText *text, guint r)
{
	const AtsRow *row = ats_at(text->rows, AtsRow, r);

	for (guint i = row->first; i < row->first + row->n; i++) {
		const AtsSegment *segment = ats_page_text_segment(text, i);
		g_autoptr(GString) normal = normalise(text, segment);
		note(running, key_of(normal->str, segment->baseline, 0), text->index);
		note(running, key_of(normal->str, segment->baseline, 1), text->index);
	}
}

static gboolean
is_in_zone(const AtsPageText *text, guint r)
{
	float y = ats_at(text->rows, AtsRow, r)->baseline / MAX(text->page->height, 1.f);

	return y < ZONE_TOP || y > ZONE_BOTTOM;
}

static void
note_page(AtsRunning *running, const AtsPageText *text)
{
	guint n = text->rows->len;

	for (guint r = 0; r < n; r++) {
		if ((r < MAX_ROWS || r + MAX_ROWS >= n) && is_in_zone(text, r))
			note_row(running, text, r);
	}
}

static guint
count_pages(const AtsRunning *running, char *key)
{
	const guint64 *set = g_hash_table_lookup(running->seen, key);

	g_free(key);
	return set != NULL ? (guint)__builtin_popcountll(*set) : 0;
}

static gboolean
is_running(const AtsRunning *running, const AtsPageText *text, const AtsSegment *segment)
{
	g_autoptr(GString) normal = normalise(text, segment);
	guint n = MAX(count_pages(running, key_of(normal->str, segment->baseline, 0)),
		      count_pages(running, key_of(normal->str, segment->baseline, 1)));

	return n >= 2 && n >= running->pages->len / 3;
}

/* "3", "- 3 -", "2/4", "Page 1 of 2" */
static gboolean
is_page_number(const AtsPageText *text, const AtsSegment *segment)
{
	float y = segment->baseline / MAX(text->page->height, 1.f);
	guint letters = 0, digits = 0;

	if (segment->chars > NUMBER_CHARS || (y > NUMBER_TOP && y < NUMBER_BOTTOM))
		return FALSE;
	for (guint i = segment->first; i < segment->first + segment->n; i++) {
		const char *word = ats_page_text_word(text, i)->text;
		for (const char *p = word; *p != '\0'; p = g_utf8_next_char(p)) {
			letters += g_unichar_isalpha(g_utf8_get_char(p)) != 0;
			digits += g_unichar_isdigit(g_utf8_get_char(p)) != 0;
		}
	}
	return digits > 0 && digits <= 4 && letters <= 10 && segment->n <= 4;
}

static gboolean
row_is_furniture(const AtsRunning *running, const AtsPageText *text, guint r)
{
	const AtsRow *row = ats_at(text->rows, AtsRow, r);

	if (!is_in_zone(text, r))
		return FALSE;
	for (guint i = row->first; i < row->first + row->n; i++) {
		const AtsSegment *segment = ats_page_text_segment(text, i);
		if (!is_running(running, text, segment) &&
		    !(row->n == 1 && is_page_number(text, segment)))
			return FALSE;
	}
	return TRUE;
}

/* from an edge inwards, as far as row after row is furniture; a page that is nothing else keeps its
 * text */
static GArray *
mark_page(const AtsRunning *running, const AtsPageText *text)
{
	guint n = text->rows->len;
	GArray *marks = g_array_sized_new(FALSE, TRUE, sizeof(guint8), n);
	guint top = 0, bottom = 0;

	g_array_set_size(marks, n);
	while (top < MIN(n, MAX_ROWS) && row_is_furniture(running, text, top))
		top++;
	while (bottom + top < n && bottom < MAX_ROWS &&
	       row_is_furniture(running, text, n - 1 - bottom))
		bottom++;
	for (guint i = 0; i < top; i++)
		g_array_index(marks, guint8, i) = ATS_FURNITURE_HEADER;
	for (guint i = 0; i < bottom; i++)
		g_array_index(marks, guint8, n - 1 - i) = ATS_FURNITURE_FOOTER;
	return marks;
}

GPtrArray *
ats_furniture_find(const GPtrArray *pages)
{
	AtsRunning running = {.pages = pages};
	GPtrArray *marks = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);

	running.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	for (guint i = 0; i < MIN(pages->len, MAX_PAGES); i++)
		note_page(&running, g_ptr_array_index(pages, i));
	for (guint i = 0; i < pages->len; i++)
		g_ptr_array_add(marks, mark_page(&running, g_ptr_array_index(pages, i)));
	g_hash_table_unref(running.seen);
	return marks;
}
