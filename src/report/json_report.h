/*
 * What a report holds, as members of a JSON object. For writer_json.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/json_out.h"
#include "report/report.h"

/* decimals of a score: as many as it has by contract */
#define ATS_JSON_SCORE_DECIMALS 1

/* verdict, score, findings, readings, text, layout, sections, entries, contact, pieces, outcomes */
void
ats_json_put_report(AtsJson *json, const AtsReport *report);
