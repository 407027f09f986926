/*
 * Tables of a DOCX: grid, cells with row, column and span, rules, and the ground that shading gives
 * to text. For docx_walk.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_walk.h"

/* rows and columns that are counted */
#define MOST 60000

void
ats_docx_table_start(AtsDocxWalk *walk)
{
	AtsDocxTable table = {.row = -1, .ground = walk->ground};
	AtsPart *part;

	ats_docx_word_end(walk);
	table.part = ats_docx_walk_enter(walk, ATS_PART_TABLE, ATS_VARIANT_NONE);
	part = ats_at(walk->document->parts, AtsPart, table.part);
	part->depth++;
	/* the paragraph that comes next, unless it stands in one of a text box */
	part->paragraph = walk->document->paragraphs->len;
	g_array_append_val(walk->tables, table);
}

static gboolean
inner_rules(AtsXml *xml)
{
	guint depth = ats_xml_depth(xml);
	gboolean drawn = FALSE;

	while (ats_xml_children(xml, depth)) {
		const char *val = ats_xml_val(xml);
		AtsElement element = ats_xml_element(xml);
		if (element == W_insideH || element == W_insideV)
			drawn |=
			    val != NULL && !g_str_equal(val, "nil") && !g_str_equal(val, "none");
	}
	return drawn;
}

static const AtsSection *
section_of(const AtsDocxWalk *walk)
{
	return ats_at(walk->document->sections,
		      AtsSection,
		      MIN(walk->section, walk->document->sections->len - 1));
}

static void
take_place(AtsDocxWalk *walk, AtsPart *part)
{
	const AtsSection *section = section_of(walk);
	const char *across = ats_xml_attribute(walk->xml, ATS_NS_W, "horzAnchor");
	const char *down = ats_xml_attribute(walk->xml, ATS_NS_W, "vertAnchor");
	float x =
	    ats_docx_length(ats_xml_attribute(walk->xml, ATS_NS_W, "tblpX"), ATS_DOCX_TWIPS, 0);
	float y =
	    ats_docx_length(ats_xml_attribute(walk->xml, ATS_NS_W, "tblpY"), ATS_DOCX_TWIPS, 0);

	part->anchored = TRUE;
	part->page_relative = g_strcmp0(down, "page") == 0 || g_strcmp0(down, "margin") == 0;
	part->box.x0 = x + (g_strcmp0(across, "page") == 0 ? 0 : section->margin_left);
	part->box.y0 = y + (g_strcmp0(down, "margin") == 0 ? section->margin_top : 0);
}

void
ats_docx_table_props(AtsDocxWalk *walk)
{
	guint depth = ats_xml_depth(walk->xml);
	AtsDocxTable *table;
	AtsPart *part;
	gboolean ruled = FALSE, stated = FALSE;
	AtsDocxTableStyle style = {FALSE, FALSE};

	if (walk->tables->len == 0) {
		ats_xml_skip(walk->xml);
		return;
	}
	table = ats_top(walk->tables, AtsDocxTable);
	part = ats_at(walk->document->parts, AtsPart, table->part);
	while (ats_xml_children(walk->xml, depth)) {
		AtsElement element = ats_xml_element(walk->xml);
		guint32 fill;
		if (element == W_tblStyle)
			style = ats_docx_styles_table(walk->styles, ats_xml_val(walk->xml));
		else if (element == W_tblpPr)
			take_place(walk, part);
		else if (element == W_tblInd)
			table->left = ats_docx_length(ats_xml_attribute(walk->xml, ATS_NS_W, "w"),
						      ATS_DOCX_TWIPS,
						      0);
		else if (element == W_shd && ats_docx_shading(walk->xml, &fill))
			table->ground = (AtsDocxGround){.known = TRUE, .colour = fill};
		else if (element == W_tblPrChange)
			ats_xml_skip(walk->xml);
		else if (element == W_tblBorders) {
			ruled = inner_rules(walk->xml);
			stated = TRUE;
		}
	}
	part->bordered = stated ? ruled : style.inner_rules;
	if (style.shades)
		table->ground = (AtsDocxGround){.known = FALSE};
}

void
ats_docx_table_grid(AtsDocxWalk *walk)
{
	guint depth = ats_xml_depth(walk->xml);
	AtsDocxTable *table = walk->tables->len > 0 ? ats_top(walk->tables, AtsDocxTable) : NULL;

	while (ats_xml_children(walk->xml, depth)) {
		if (ats_xml_element(walk->xml) == W_tblGridChange)
			ats_xml_skip(walk->xml);
		else if (ats_xml_element(walk->xml) == W_gridCol && table != NULL &&
			 table->n_grid < ATS_DOCX_GRID) {
			float width = ats_docx_length(ats_xml_attribute(walk->xml, ATS_NS_W, "w"),
						      ATS_DOCX_TWIPS,
						      0);
			table->n_grid++;
			table->edges[table->n_grid] =
			    table->edges[table->n_grid - 1] + MAX(width, 0);
		}
	}
}

static float
edge(const AtsDocxTable *table, guint column)
{
	return table->edges[MIN(column, table->n_grid)];
}

void
ats_docx_row_start(AtsDocxWalk *walk)
{
	AtsDocxTable *table;

	if (walk->tables->len == 0)
		return;
	table = ats_top(walk->tables, AtsDocxTable);
	table->row = MIN(table->row + 1, MOST);
	table->column = 0;
	table->x = 0;
}

void
ats_docx_row_props(AtsDocxWalk *walk)
{
	guint depth = ats_xml_depth(walk->xml);

	while (ats_xml_children(walk->xml, depth)) {
		const char *val = ats_xml_val(walk->xml);
		AtsDocxTable *table = walk->tables->len > 0 ? ats_top(walk->tables, AtsDocxTable)
							    : NULL;
		if (ats_xml_element(walk->xml) != W_gridBefore || val == NULL || table == NULL)
			continue;
		table->column += (guint)CLAMP(g_ascii_strtoll(val, NULL, 10), 0, ATS_DOCX_GRID);
		table->x = edge(table, table->column);
	}
}

/* Word goes by what cells ask for; many programs write any grid, and mean the cells */
static float
width_of_cell(const AtsDocxTable *table)
{
	if (table->width > 0)
		return table->width;
	return edge(table, table->column + table->span) - edge(table, table->column);
}

static void
place_cell(AtsDocxWalk *walk, const AtsDocxTable *table)
{
	AtsPart *cell = ats_at(walk->document->parts, AtsPart, walk->part);

	cell->span = (guint16)table->span;
	cell->box.x0 = table->left + table->x;
	cell->box.x1 = cell->box.x0 + width_of_cell(table);
}

void
ats_docx_cell_start(AtsDocxWalk *walk)
{
	AtsDocxTable *table;
	AtsPart *cell;

	if (walk->tables->len == 0)
		return;
	ats_docx_walk_enter(walk, ATS_PART_CELL, ATS_VARIANT_NONE);
	table = ats_top(walk->tables, AtsDocxTable);
	cell = ats_at(walk->document->parts, AtsPart, walk->part);
	cell->row = (guint16)MAX(table->row, 0);
	cell->column = (guint16)MIN(table->column, MOST);
	table->span = 1;
	table->width = 0;
	place_cell(walk, table);
	walk->ground = table->ground;
}

/* a cell's own rules count where they lie between it and another */
static gboolean
cell_is_ruled(AtsXml *xml)
{
	guint depth = ats_xml_depth(xml), n = 0;

	while (ats_xml_children(xml, depth)) {
		const char *val = ats_xml_val(xml);
		gboolean drawn =
		    val != NULL && !g_str_equal(val, "nil") && !g_str_equal(val, "none");
		n += drawn;
	}
	return n >= 3;
}

/* a share is "30%", or 1500 fiftieths of a percent */
static float
share_of_text(const AtsDocxWalk *walk, const char *value)
{
	const AtsSection *section = section_of(walk);
	float text = section->page_width - section->margin_left - section->margin_right;
	double parts = g_ascii_strtod(value, NULL);
	double whole = strchr(value, '%') != NULL ? 100 : 5000;

	return (float)CLAMP(parts / whole, 0, 1) * MAX(text, 0);
}

/* points; 0 for "as wide as the text" */
static float
cell_width(const AtsDocxWalk *walk)
{
	const char *type = ats_xml_attribute(walk->xml, ATS_NS_W, "type");
	const char *value = ats_xml_attribute(walk->xml, ATS_NS_W, "w");

	if (value != NULL && g_strcmp0(type, "pct") == 0)
		return share_of_text(walk, value);
	if (type != NULL && !g_str_equal(type, "dxa"))
		return 0;
	return MAX(ats_docx_length(value, ATS_DOCX_TWIPS, 0), 0);
}

void
ats_docx_cell_props(AtsDocxWalk *walk)
{
	guint depth = ats_xml_depth(walk->xml);
	AtsDocxTable *table = walk->tables->len > 0 ? ats_top(walk->tables, AtsDocxTable) : NULL;

	while (ats_xml_children(walk->xml, depth)) {
		AtsElement element = ats_xml_element(walk->xml);
		const char *val = ats_xml_val(walk->xml);
		guint32 fill;
		if (element == W_gridSpan && val != NULL && table != NULL)
			table->span =
			    (guint)CLAMP(g_ascii_strtoll(val, NULL, 10), 1, ATS_DOCX_GRID);
		else if (element == W_tcW && table != NULL)
			table->width = cell_width(walk);
		else if (element == W_shd && ats_docx_shading(walk->xml, &fill))
			walk->ground = (AtsDocxGround){.known = TRUE, .colour = fill};
		else if (element == W_tcBorders && table != NULL)
			table->n_ruled += cell_is_ruled(walk->xml);
		else if (element == W_tcPrChange)
			ats_xml_skip(walk->xml);
	}
	if (table != NULL &&
	    ats_at(walk->document->parts, AtsPart, walk->part)->kind == ATS_PART_CELL)
		place_cell(walk, table);
}

void
ats_docx_cell_end(AtsDocxWalk *walk)
{
	AtsDocxTable *table;

	ats_docx_word_end(walk);
	if (walk->tables->len == 0)
		return;
	table = ats_top(walk->tables, AtsDocxTable);
	table->x += width_of_cell(table);
	table->right = MAX(table->right, table->x);
	table->column = MIN(table->column + table->span, MOST);
	table->n_columns = MAX(table->n_columns, table->column);
}

void
ats_docx_table_end(AtsDocxWalk *walk)
{
	const AtsDocxTable *table;
	AtsPart *part;
	float left;

	if (walk->tables->len == 0)
		return;
	table = ats_top(walk->tables, AtsDocxTable);
	part = ats_at(walk->document->parts, AtsPart, table->part);
	part->n_rows = (guint16)(table->row + 1);
	part->n_columns = (guint16)table->n_columns;
	/* most cells framed by themselves look like a ruled table too */
	part->bordered |= table->n_ruled * 2 > (guint)(table->row + 1) * MAX(table->n_columns, 1);
	left = part->anchored ? part->box.x0 : table->left;
	part->box.x0 = left;
	part->box.x1 = left + (table->right > 0 ? table->right : edge(table, table->n_grid));
	g_array_set_size(walk->tables, walk->tables->len - 1);
}
