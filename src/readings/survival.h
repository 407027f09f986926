/*
 * How much of what a person reads arrives in a parser's reading. For src/readings and its tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/resume.h"

/**
 * AtsGold: the human reading's words by block, made once and held against each reading
 */
typedef struct _AtsGold AtsGold;

AtsGold *
ats_gold_new(const AtsDocument *document, const AtsLayout *layout, const AtsResume *resume);

void
ats_gold_free(AtsGold *gold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsGold, ats_gold_free)

/* no block holds a word */
gboolean
ats_gold_is_empty(const AtsGold *gold);

/**
 * ats_gold_hold:
 *
 * Sets kept, whole and score of @reading, whose text is made. Time is n log n in the words of the
 * human reading, and linear in those of this one.
 */
void
ats_gold_hold(AtsGold *gold, AtsReading *reading);
