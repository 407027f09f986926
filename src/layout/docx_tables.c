/*
 * Tables of a DOCX: which hold flows of text side by side, which a list in columns, which labels in
 * a margin, which a date beside its entry, and which are tables. For docx.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "layout/docx_draft.h"

/* lines from which a cell is a flow of its own beside another */
#define FLOW_LINES 3
/* two such cells are columns of the page if they hold so many paragraphs together or several
 * headings: less is a block of contact data; without any heading each has to hold so many */
#define FLOWS_PARAGRAPHS 8
#define FLOW_UNHEADED	 6
/* a margin holds labels: this many words at most in a cell, this share of the width, in at least so
   many rows, so many of them with dates */
#define LABEL_WORDS 8
#define LABEL_SHARE 0.4f
#define LABEL_ROWS  3
#define LABEL_DATES 2
/* ... or so many of them with a text of so many words beside them */
#define LABEL_TEXTS 2
#define LONG_WORDS  20
/* share of its paragraphs that are list items in a list */
#define LIST_SHARE 0.6f

/* one row's cells with text */
typedef struct {
	guint first, n; /* in Table.cells */
	gboolean flows;
} Row;

typedef struct {
	guint32 part;
	GArray *cells; /* guint32: cells with text, row by row */
	GArray *rows;  /* of Row */
	guint n_wide;  /* most cells with text in a row */
} Table;

static const AtsPart *
part_of(const AtsDocxDraft *draft, guint32 part)
{
	return ats_at(draft->document->parts, AtsPart, part);
}

static guint
lines_of(const AtsDocxDraft *draft, guint32 part)
{
	const AtsDocxFacts *facts = ats_docx_facts(draft, part);

	return facts->first_line == ATS_DOCX_NOWHERE ? 0 : facts->end_line - facts->first_line;
}

static void
table_clear(Table *table)
{
	g_array_unref(table->cells);
	g_array_unref(table->rows);
}

/* --- the shape of a table --- */

static void
find_rows(const AtsDocxDraft *draft, Table *table)
{
	for (guint i = 0; i < table->cells->len; i++) {
		const AtsPart *cell = part_of(draft, g_array_index(table->cells, guint32, i));
		Row *last = table->rows->len > 0 ? ats_at(table->rows, Row, table->rows->len - 1)
						 : NULL;
		Row row = {i, 1, FALSE};
		if (last != NULL &&
		    part_of(draft, g_array_index(table->cells, guint32, last->first))->row ==
			cell->row) {
			last->n++;
			table->n_wide = MAX(table->n_wide, last->n);
			continue;
		}
		g_array_append_val(table->rows, row);
		table->n_wide = MAX(table->n_wide, 1);
	}
}

static guint32
cell_at(const Table *table, const Row *row, guint i)
{
	return g_array_index(table->cells, guint32, row->first + i);
}

/* cells tall enough to be read down before the next one is begun */
typedef struct {
	guint n, n_headings, n_paragraphs;
	guint least; /* paragraphs of the one that holds fewest */
} Tall;

static Tall
find_tall(const AtsDocxDraft *draft, const Table *table, const Row *row)
{
	Tall tall = {.least = G_MAXUINT};

	for (guint i = 0; i < row->n; i++) {
		const AtsDocxFacts *facts = ats_docx_facts(draft, cell_at(table, row, i));
		if (facts->n_paragraphs < FLOW_LINES)
			continue;
		tall.n++;
		tall.n_headings += facts->n_headings;
		tall.n_paragraphs += facts->n_paragraphs;
		tall.least = MIN(tall.least, facts->n_paragraphs);
	}
	return tall;
}

static gboolean
is_list(const AtsDocxDraft *draft, const Table *table)
{
	const AtsDocxFacts *facts = ats_docx_facts(draft, table->part);

	return facts->n_headings == 0 && table->n_wide >= 2 &&
	       (float)facts->n_list >= LIST_SHARE * (float)facts->n_paragraphs &&
	       facts->n_paragraphs >= 2 * FLOW_LINES;
}

static gboolean
sets_flows(const AtsDocxDraft *draft, const Table *table, const Row *row)
{
	Tall tall = find_tall(draft, table, row);

	/* rules around many cells make a table, however much text they hold; one rule between two
	 * flows parts them */
	if (tall.n < 2 || (part_of(draft, table->part)->bordered && table->n_wide > 2))
		return FALSE;
	if (tall.n_headings == 0)
		return tall.least >= FLOW_UNHEADED && !is_list(draft, table);
	return tall.n_headings > 1 || tall.n_paragraphs >= FLOWS_PARAGRAPHS;
}

static float
width_of(const AtsDocxDraft *draft, guint32 cell)
{
	return ats_box_width(
	    (AtsBox){part_of(draft, cell)->box.x0, 0, part_of(draft, cell)->box.x1, 1});
}

static float
table_width(const AtsDocxDraft *draft, const Table *table)
{
	const AtsPart *part = part_of(draft, table->part);

	return MAX(part->box.x1 - part->box.x0, 1);
}

/* --- flows --- */

/* the region that the column beginning at @column has in this table */
static guint32
flow_region(AtsDocxDraft *draft, GHashTable *columns, const Table *table, guint32 cell)
{
	gpointer key = GUINT_TO_POINTER(part_of(draft, cell)->column + 1u);
	gpointer known = g_hash_table_lookup(columns, key);
	gboolean narrow =
	    width_of(draft, cell) <= ATS_DOCX_SIDEBAR_SHARE * table_width(draft, table) &&
	    width_of(draft, cell) > 0;
	guint32 region;

	if (known != NULL)
		return GPOINTER_TO_UINT(known) - 1;
	/* of several narrow columns none is a sidebar: they are columns */
	narrow = narrow && table->n_wide == 2;
	region = ats_docx_region_add(draft,
				     narrow ? ATS_REGION_SIDEBAR : ATS_REGION_COLUMN,
				     ATS_DOCX_NOWHERE);
	g_hash_table_insert(columns, key, GUINT_TO_POINTER(region + 1));
	return region;
}

static gboolean
has_heading(const AtsDocxDraft *draft, const Table *table, const Row *row)
{
	for (guint i = 0; i < row->n; i++) {
		if (ats_docx_facts(draft, cell_at(table, row, i))->n_headings > 0)
			return TRUE;
	}
	return FALSE;
}

/* name at the left, contact data at the right: rows above the first flows that begin none are read
 * across. Returns: the first row that is not of them */
static guint
letterhead_rows(const AtsDocxDraft *draft, const Table *table)
{
	guint n = 0;

	while (n < table->rows->len && !ats_at(table->rows, Row, n)->flows &&
	       !has_heading(draft, table, ats_at(table->rows, Row, n)))
		n++;
	return n;
}

static gboolean
find_flows(AtsDocxDraft *draft, Table *table)
{
	g_autoptr(GHashTable) columns = g_hash_table_new(NULL, NULL);
	gboolean any = FALSE;

	for (guint r = 0; r < table->rows->len; r++) {
		Row *row = ats_at(table->rows, Row, r);
		row->flows = sets_flows(draft, table, row);
		any |= row->flows;
	}
	for (guint r = letterhead_rows(draft, table); any && r < table->rows->len; r++) {
		Row *row = ats_at(table->rows, Row, r);
		for (guint i = 0; row->n > 1 && i < row->n; i++)
			ats_docx_facts(draft, cell_at(table, row, i))->region =
			    flow_region(draft, columns, table, cell_at(table, row, i));
		/* rows between those of flows belong to them */
		row->flows = row->n > 1;
	}
	draft->layout->n_columns = MAX(draft->layout->n_columns, g_hash_table_size(columns));
	return any;
}

/* appends the lines of the cells of rows [from, to), column by column */
static void
order_rows(const AtsDocxDraft *draft, const Table *table, guint from, guint to, GArray *out)
{
	guint n = 0;

	for (guint r = from; r < to; r++)
		n = MAX(n, ats_at(table->rows, Row, r)->n);
	for (guint column = 0; column < n; column++) {
		for (guint r = from; r < to; r++) {
			const Row *row = ats_at(table->rows, Row, r);
			const AtsDocxFacts *facts;
			if (column >= row->n)
				continue;
			facts = ats_docx_facts(draft, cell_at(table, row, column));
			for (guint32 i = facts->first_line; i < facts->end_line; i++)
				g_array_append_vals(out, ats_at(draft->order, guint32, i), 1);
		}
	}
}

/* flows over several rows are read one after the other: their lines change places within the
   table's stretch of the order. Tables inside are settled already, and move as a whole */
static void
order_flows(AtsDocxDraft *draft, const Table *table)
{
	const AtsDocxFacts *facts = ats_docx_facts(draft, table->part);
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint r = 0; r < table->rows->len;) {
		guint end = r + 1;
		while (ats_at(table->rows, Row, r)->flows && end < table->rows->len &&
		       ats_at(table->rows, Row, end)->flows)
			end++;
		order_rows(draft, table, r, end, out);
		r = end;
	}
	/* every line of a table stands in one of its cells, or the table is left alone */
	if (out->len == facts->end_line - facts->first_line && out->len > 0)
		memcpy(ats_at(draft->order, guint32, facts->first_line),
		       out->data,
		       out->len * sizeof(guint32));
}

/* --- lists in columns --- */

static void
add_over(AtsDocxDraft *draft, AtsRegionKind kind, const Table *table)
{
	const AtsDocxFacts *facts = ats_docx_facts(draft, table->part);
	guint32 region = ats_docx_region_add(draft, kind, 0);

	ats_at(draft->layout->regions, AtsRegion, region)->n_columns = (guint16)table->n_wide;
	ats_docx_overlay_add(draft, region, facts->first_line, facts->end_line);
}

/* --- labels in a margin, dates at the right --- */

static gboolean
has_year(const AtsDocxDraft *draft, guint32 part)
{
	const AtsDocxFacts *facts = ats_docx_facts(draft, part);

	for (guint32 i = facts->first_line; i < facts->end_line; i++) {
		const AtsLine *line = ats_docx_line(draft, i);
		for (guint k = 0; k < line->n; k++) {
			const char *text = ats_docx_line_word(draft, line, k)->text;
			for (const char *at = text; (at = strpbrk(at, "0123456789")) != NULL;) {
				gsize n = strspn(at, "0123456789");
				if (n == 4)
					return TRUE;
				at += n;
			}
		}
	}
	return FALSE;
}

static gboolean
is_label(const AtsDocxDraft *draft, const Table *table, const Row *row)
{
	guint32 left;

	if (row->n != 2)
		return FALSE;
	left = cell_at(table, row, 0);
	return ats_docx_facts(draft, left)->n_words <= LABEL_WORDS &&
	       width_of(draft, left) <= LABEL_SHARE * table_width(draft, table);
}

/* what stands beside the label is a text rather than a value */
static gboolean
is_long(const AtsDocxDraft *draft, guint32 cell)
{
	const AtsDocxFacts *facts = ats_docx_facts(draft, cell);

	return facts->n_paragraphs >= FLOW_LINES || facts->n_words >= LONG_WORDS;
}

/* dates of entries, or titles of sections, hang in a narrow first column */
static gboolean
holds_labels(const AtsDocxDraft *draft, const Table *table)
{
	guint n = 0, n_dates = 0, n_long = 0, n_rows = 0;

	for (guint r = 0; r < table->rows->len; r++) {
		const Row *row = ats_at(table->rows, Row, r);
		n_rows += row->n > 1;
		if (!is_label(draft, table, row))
			continue;
		n++;
		n_dates += has_year(draft, cell_at(table, row, 0));
		n_long += is_long(draft, cell_at(table, row, 1));
	}
	if (n * 3 < n_rows * 2)
		return FALSE;
	return (n >= LABEL_ROWS && n_dates >= LABEL_DATES) || n_long >= LABEL_TEXTS;
}

static void
mark_labels(AtsDocxDraft *draft, const Table *table)
{
	for (guint r = 0; r < table->rows->len; r++) {
		const Row *row = ats_at(table->rows, Row, r);
		const AtsDocxFacts *facts;
		if (!is_label(draft, table, row))
			continue;
		facts = ats_docx_facts(draft, cell_at(table, row, 0));
		for (guint32 i = facts->first_line; i < facts->end_line; i++)
			ats_docx_line(draft, i)->margin = TRUE;
	}
}

/* cells of one line side by side stand on one baseline */
static void
mark_rows(AtsDocxDraft *draft, const Table *table)
{
	for (guint r = 0; r < table->rows->len; r++) {
		const Row *row = ats_at(table->rows, Row, r);
		for (guint i = 0; row->n > 1 && i < row->n; i++) {
			guint32 cell = cell_at(table, row, i);
			const AtsDocxFacts *facts = ats_docx_facts(draft, cell);
			AtsLine *line = ats_docx_line(draft, facts->first_line);
			const AtsParagraph *p =
			    ats_at(draft->document->paragraphs, AtsParagraph, line->paragraph);
			line->shares_row = TRUE;
			line->right_part =
			    i + 1 == row->n && row->n == 2 && lines_of(draft, cell) <= 2 &&
			    (p->align == ATS_ALIGN_RIGHT ||
			     width_of(draft, cell) <= LABEL_SHARE * table_width(draft, table));
		}
	}
}

/* --- a table --- */

static void
add_table(AtsDocxDraft *draft, const Table *table, gboolean places_text)
{
	const AtsPart *part = part_of(draft, table->part);
	const AtsDocxFacts *facts = ats_docx_facts(draft, table->part);
	guint32 index = ats_docx_region_add(draft, ATS_REGION_TABLE, 0);
	AtsRegion *region = ats_at(draft->layout->regions, AtsRegion, index);

	region->part = table->part;
	region->n_rows = part->n_rows;
	region->n_columns = part->n_columns;
	region->ruled = part->bordered;
	region->places_text = places_text;
	ats_docx_overlay_add(draft, index, facts->first_line, facts->end_line);
}

static void
look(AtsDocxDraft *draft, Table *table)
{
	gboolean places_text = TRUE;

	find_rows(draft, table);
	if (find_flows(draft, table))
		order_flows(draft, table);
	else if (is_list(draft, table))
		add_over(draft, ATS_REGION_BLOCK, table);
	else if (holds_labels(draft, table)) {
		mark_labels(draft, table);
		add_over(draft, ATS_REGION_MARGIN, table);
	} else {
		mark_rows(draft, table);
		/* a grid with rules holds data; without, it sets text side by side */
		places_text = !part_of(draft, table->part)->bordered || table->n_wide < 2;
	}
	/* a table in a cell of a table is told only if it sets text side by side itself */
	if (part_of(draft, table->part)->depth <= 1 || table->n_wide >= 2)
		add_table(draft, table, places_text);
}

/* the table that a cell belongs to: the nearest above it, a content control may stand between */
static guint32
table_of(const AtsDocxDraft *draft, guint32 cell)
{
	gint32 i = part_of(draft, cell)->parent;

	while (i >= 0 && part_of(draft, (guint32)i)->kind != ATS_PART_TABLE)
		i = part_of(draft, (guint32)i)->parent;
	return i >= 0 ? (guint32)i : ATS_DOCX_NOWHERE;
}

static GHashTable *
find_tables(const AtsDocxDraft *draft)
{
	GHashTable *tables = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);

	for (guint32 i = 0; i < draft->document->parts->len; i++) {
		guint32 table = part_of(draft, i)->kind == ATS_PART_CELL && lines_of(draft, i) > 0
				    ? table_of(draft, i)
				    : ATS_DOCX_NOWHERE;
		GArray *cells = g_hash_table_lookup(tables, GUINT_TO_POINTER(table));
		if (table == ATS_DOCX_NOWHERE)
			continue;
		if (cells == NULL) {
			cells = g_array_new(FALSE, FALSE, sizeof(guint32));
			g_hash_table_insert(tables, GUINT_TO_POINTER(table), cells);
		}
		g_array_append_val(cells, i);
	}
	return tables;
}

void
ats_docx_tables_look(AtsDocxDraft *draft)
{
	g_autoptr(GHashTable) tables = find_tables(draft);

	/* from the innermost outwards: a part stands after the one around it */
	for (guint32 i = draft->document->parts->len; i-- > 0;) {
		GArray *cells = g_hash_table_lookup(tables, GUINT_TO_POINTER(i));
		Table table = {.part = i};
		if (cells == NULL)
			continue;
		table.cells = g_array_ref(cells);
		table.rows = g_array_new(FALSE, TRUE, sizeof(Row));
		look(draft, &table);
		table_clear(&table);
	}
}
