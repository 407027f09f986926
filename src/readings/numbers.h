/*
 * Gives each distinct word of a set of texts a number, so that texts are compared by number. For
 * src/readings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* the number of no word */
#define ATS_NUMBER_NONE 0

typedef struct {
	GHashTable *as_written; /* (element-type utf8 guint) */
	GHashTable *folded; /* (element-type utf8 guint): words that are equal when folded have one
			       number */
} AtsNumbers;

void
ats_numbers_init(AtsNumbers *numbers);

void
ats_numbers_clear(AtsNumbers *numbers);

/* all numbers given so far are below it */
guint
ats_numbers_end(const AtsNumbers *numbers);

/* appends the number of each word of @text to @out (element-type guint32) */
void
ats_numbers_append(AtsNumbers *numbers, const char *text, GArray *out);
