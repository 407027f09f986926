/*
 * The worst few of many texts, in bounded memory, for formats that put the worst first and have
 * room for some only. For the writers.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * AtsWorst:
 *
 * Lives in a writer's state; all zero but for its bounds at first. Texts of equal rank stay in the
 * order in which they came.
 */
typedef struct {
	guint most_items;
	gsize most_bytes;
	GPtrArray *items; /* worst first */
	gsize bytes;
	guint n_offered;
} AtsWorst;

/* @first, then @second: the smaller, the worse; @text: (transfer full) */
void
ats_worst_offer(AtsWorst *self, guint first, double second, char *text);

/* how many are kept */
guint
ats_worst_count(const AtsWorst *self);

/* the text of the @index'th, lent */
const char *
ats_worst_get(const AtsWorst *self, guint index);

void
ats_worst_clear(AtsWorst *self);
