/*
 * What a batch comes to, for people: after its last document. For the text writer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/tally.h"
#include "report/text_out.h"

void
ats_text_put_summary(AtsTextOut *text, const AtsTally *tally);
