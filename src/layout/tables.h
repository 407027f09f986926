/*
 * Tables that are drawn with rules: their grids of lines. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/gutters.h"

/**
 * AtsGrid: where the lines of a table run
 */
typedef struct {
	AtsBox box;
	GArray *xs; /* of float: edges of its columns, one more than there are columns */
	GArray *ys;
	gboolean ruled;
} AtsGrid;

void
ats_grid_free(AtsGrid *grid);

/* the column or row that holds the place; the places are sorted edges */
guint
ats_grid_find(const GArray *edges, float place);

/**
 * ats_tables_find:
 *
 * Returns: (transfer full) (element-type AtsGrid): the page's ruled grids that hold text in two
 * rows and two columns and more
 */
GPtrArray *
ats_tables_find(const AtsPageText *text);

/* appends the tables of an area that have no rules */
void
ats_tables_find_aligned(const AtsSegmentSet *set, GPtrArray *tables);

/* (transfer full) (element-type guint32): the segments of the set row by row, in a row cell by cell
 */
GArray *
ats_grid_order(const AtsGrid *grid, const AtsSegmentSet *set);
