/*
 * The text layer of a scan. For pdf.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"

/* marks @page as a scan, and its text layer as shown, if it is one; its words and drawings must be
 * complete */
void
ats_pdf_show_scan(AtsDocument *document, AtsPage *page);
