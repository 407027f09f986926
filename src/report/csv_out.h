/*
 * CSV as RFC 4180 has it, with cells that no spreadsheet takes for a formula. For the CSV writer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_csv_text:
 * @text: (nullable): from anywhere; what is not UTF-8 is repaired, NULL gives an empty cell
 *
 * Appends a cell, and a comma before it unless it is the first of its row. A text that a
 * spreadsheet would run, since it begins with = + - or @, gets an apostrophe before it; controls,
 * but for tabs and line ends, are written as "<U+001B>".
 */
void
ats_csv_text(GString *row, const char *text);

/* a number of our own, as it stands */
void
ats_csv_int(GString *row, guint64 value);

/* rounded to so many decimals, with a point in every locale */
void
ats_csv_number(GString *row, double value, guint decimals);

/* ends the row */
void
ats_csv_end(GString *row);
