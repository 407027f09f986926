/*
 * Finds dates and date ranges in a line of text. For src/resume, the checks' tests and its own.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/resume.h"

/**
 * ats_dates_find:
 * @text: one line; a tab parts its fields
 *
 * Finds every date that names a year: months in words of the lexicon's languages, numeric forms,
 * seasons, quarters, years alone, and ranges of these. Numbers of telephones, postcodes, pages,
 * versions and amounts are no dates, nor are addresses of the web. One pass over the line, with
 * a fixed look-ahead.
 *
 * Returns: (transfer full): of AtsDateRange, in order, none overlapping
 */
GArray *
ats_dates_find(const char *text);
