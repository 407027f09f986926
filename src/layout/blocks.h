/*
 * Cuts the text of one area where a part of it stands in columns or in a grid: lists of skills,
 * tables. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/gutters.h"
#include "layout/tables.h"

typedef enum {
	ATS_STRETCH_ROWS,  /* read row by row */
	ATS_STRETCH_BLOCK, /* one column of a block */
	ATS_STRETCH_TABLE, /* read cell by cell */
} AtsStretchKind;

/**
 * AtsStretch: text of an area that is read from top to bottom
 */
typedef struct {
	AtsStretchKind kind;
	AtsSegmentSet *set;
	guint block;	     /* stretches of one block have one number; 0 for ROWS */
	guint column;	     /* of the block */
	const AtsGrid *grid; /* TABLE; lent */
} AtsStretch;

void
ats_stretch_free(AtsStretch *stretch);

/* the table in which the segment stands, or NULL; a page has few */
const AtsGrid *
ats_table_of(const GPtrArray *tables, const AtsSegment *segment);

/**
 * ats_blocks_cut:
 * @text: the page
 * @segments: (transfer full): those of the area
 * @tables: (element-type AtsGrid): that may be in it; lent to the stretches
 *
 * Returns: (transfer full) (element-type AtsStretch): in reading order
 */
GPtrArray *
ats_blocks_cut(const AtsPageText *text, GArray *segments, const GPtrArray *tables);
