/*
 * Lists that tabs set in columns: lines one after the other, each with the same few short cells
 * between tabs. For docx.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/utf8.h"
#include "layout/docx_draft.h"

/* lines of such a list; columns of one whose cells have no bullets: two are a label and its value,
 * or a place and a date */
#define ROWS_LEAST    2
#define COLUMNS_PLAIN 3
/* words of a cell */
#define CELL_WORDS  6
#define YEAR_DIGITS 4

/* one line's cells, as far as they are a row of a list */
typedef struct {
	guint n_cells;
	gboolean bullets; /* each begins with one */
} Row;

static gboolean
is_bullet(const char *text)
{
	return *text != '\0' && *g_utf8_next_char(text) == '\0' &&
	       ats_unichar_is_bullet(g_utf8_get_char(text));
}

/* a year, a telephone number or an address is no item of a list */
static gboolean
is_item_word(const char *text)
{
	gsize digits = strspn(text + strcspn(text, "0123456789"), "0123456789");

	return digits < YEAR_DIGITS && strchr(text, '@') == NULL && strstr(text, "://") == NULL;
}

/* no cells where a word or the length of one says that the line is no row of a list */
static Row
row_of(const AtsDocxDraft *draft, const AtsLine *line)
{
	Row row = {.n_cells = 1, .bullets = TRUE};
	guint words = 0;

	if (line->margin || line->shares_row || line->heading || line->n == 0)
		return (Row){0};
	for (guint i = 0; i < line->n; i++) {
		const AtsWord *word = ats_docx_line_word(draft, line, i);
		gboolean begins = i == 0 || word->before == ATS_BREAK_TAB;
		if (i > 0 && begins)
			row.n_cells++, words = 0;
		if (!is_item_word(word->text) || ++words > CELL_WORDS)
			return (Row){0};
		row.bullets = row.bullets && (!begins || is_bullet(word->text));
	}
	return row;
}

static gboolean
is_list_row(Row row)
{
	return row.n_cells >= COLUMNS_PLAIN || (row.n_cells >= 2 && row.bullets);
}

static void
add_block(AtsDocxDraft *draft, guint32 first, guint32 end, guint n_columns)
{
	guint32 index;

	if (end - first < ROWS_LEAST)
		return;
	index = ats_docx_region_add(draft, ATS_REGION_BLOCK, 0);
	ats_at(draft->layout->regions, AtsRegion, index)->n_columns = (guint16)n_columns;
	ats_docx_overlay_add(draft, index, first, end);
}

/* above the first heading stands contact data, in as many columns as it likes */
static guint32
first_heading(const AtsDocxDraft *draft)
{
	guint32 i = 0;

	while (i < draft->lines->len && !ats_docx_line(draft, i)->heading)
		i++;
	return i;
}

void
ats_docx_tabs_look(AtsDocxDraft *draft)
{
	guint32 first = first_heading(draft);
	guint n_columns = 0;

	for (guint32 i = first; i < draft->lines->len; i++) {
		Row row = row_of(draft, ats_docx_line(draft, i));
		guint n = is_list_row(row) ? row.n_cells : 0;
		if (n != n_columns || !ats_docx_is_plain(draft, i)) {
			if (n_columns > 0)
				add_block(draft, first, i, n_columns);
			first = i;
			n_columns = ats_docx_is_plain(draft, i) ? n : 0;
		}
	}
	if (n_columns > 0)
		add_block(draft, first, draft->lines->len, n_columns);
}
