/*
 * Findings for people: in full, grouped by how bad they are, and as a short list. For the text
 * writer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"
#include "report/text_out.h"

/* the first of the worst kind, notes left out; NULL if there is nothing to mend */
const AtsFinding *
ats_text_worst_finding(const AtsReport *report);

/* each with place, evidence, fix and the parsers that lose it; then the checks that could not judge
 */
void
ats_text_put_findings(AtsTextOut *text, const AtsReport *report);

/* a line or two each, without advice */
void
ats_text_list_findings(AtsTextOut *text, const AtsReport *report);
