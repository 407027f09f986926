/*
 * Puts words together again that a hyphen divides at the end of a line. Private to src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/layout.h"

/* whether the text that ends a line may be the first half of a word that goes on in the next, with
 * small letters */
gboolean
ats_hyphens_divide(const char *text, const char *next);

/**
 * ats_hyphens_join:
 *
 * Takes the break between the halves out of the human reading, and the hyphen where it only divides
 * the word. Both halves stay tokens of their own, each with its word. Blocks must have been built.
 */
void
ats_hyphens_join(AtsLayout *layout);
