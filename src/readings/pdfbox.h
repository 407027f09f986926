/*
 * Where PDFBox's text stripper ends a line and prints a space, for characters in whatever order.
 * For the families that behave like it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "readings/positions.h"
#include "readings/printer.h"

/* prints the positions in the order in which they stand; the first begins with @before */
void
ats_pdfbox_print(const GArray *positions, AtsPrinter *printer, AtsBreak before);
