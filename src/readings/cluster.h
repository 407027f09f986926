/*
 * The steps by which pdfminer.six makes a page's characters into lines, lines into boxes, and boxes
 * into an order. For the family that behaves like it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "readings/positions.h"

/* what pdfminer itself would group in about the square of their number; a page of a resume has 20
 * to 150 lines in 1 to 60 boxes, one that is set letter by letter a thousand lines */
#define ATS_CLUSTER_LINES 2000
#define ATS_CLUSTER_BOXES 300

/**
 * AtsClusterLine: characters that follow one another in the drawing and stand in a row
 */
typedef struct {
	AtsBox box;	  /* points */
	guint32 first, n; /* its characters */
	guint blank : 1;  /* shows nothing: spaces, or of no size */
} AtsClusterLine;

/**
 * AtsClusterBox: lines near one another that are aligned
 */
typedef struct {
	AtsBox box;    /* points */
	GArray *lines; /* of guint32, from its top to its bottom */
} AtsClusterBox;

/* the box of each character (element-type AtsBox): as high as its font is large; free with
 * g_array_unref */
GArray *
ats_cluster_characters(const AtsDocument *document, const GArray *positions);

/* (element-type AtsClusterLine): free with g_array_unref */
GArray *
ats_cluster_lines(const GArray *positions, const GArray *characters);

/* (element-type AtsClusterBox): of the lines that are not blank; free
 * with g_array_unref */
GArray *
ats_cluster_boxes(const GArray *lines, const AtsPage *page);

/* (element-type guint32): the boxes in the order of reading, ATS_CLUSTER_BOXES at most; free with
 * g_array_unref */
GArray *
ats_cluster_order(const GArray *boxes, const AtsPage *page);
