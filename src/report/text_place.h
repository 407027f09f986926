/*
 * Where on a page something is, in a person's words. For the text writer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

/* "page 1, top left", "page 2"; NULL for no place at all; (transfer full) */
char *
ats_text_where(const AtsReport *report, guint page, AtsBox box);
