/*
 * Lines of text that is read row by row: a right-aligned date is a line of its own, after the text
 * that it stands beside. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/gutters.h"
#include "model/layout.h"

/**
 * AtsRows: a set of segments on its way to lines
 */
typedef struct {
	AtsLayout *layout;
	const AtsSegmentSet *set;
	guint8 *taken; /* for each segment: it has been read with an earlier row */
} AtsRows;

void
ats_rows_init(AtsRows *self, AtsLayout *layout, const AtsSegmentSet *set);

void
ats_rows_clear(AtsRows *self);

/* appends the lines of the row, and what of the next rows belongs to them */
void
ats_rows_add(AtsRows *self, guint row);
