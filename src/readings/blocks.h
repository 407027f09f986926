/*
 * Which glyphs poppler has text for, and where it ends words, lines and blocks. For the families
 * that stand for programs on poppler.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "readings/printer.h"

/* FALSE: what extraction found drawn but poppler has no text for */
gboolean
ats_block_holds(const AtsDocument *document, const AtsGlyph *glyph);

/* what poppler prints between two glyphs that follow one another in its text */
AtsBreak
ats_block_break(const AtsDocument *document, const AtsGlyph *last, const AtsGlyph *glyph);
