/*
 * What becomes of each piece of a resume, as a small table for people. For the text writer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"
#include "report/text_out.h"

/* a row for each piece that is not whole in every reading, and one line on all the others */
void
ats_text_put_pieces(AtsTextOut *text, const AtsReport *report);
