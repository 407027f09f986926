/*
 * Quotes the words that a document holds as pictures or shapes in the findings on them. For
 * checker.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"
#include "sandbox/sandbox.h"

/**
 * ats_ocr_quote:
 * @bytes: the document that @report is on
 * @limits: for drawing a page of it
 *
 * Draws, in the document's worker, what each finding on words in pictures or shapes is about, has
 * it read in another, and makes the words that the report's text does not hold the finding's
 * evidence. What cannot be drawn or read leaves its finding as it is: the report stands without.
 *
 * Returns: FALSE with G_IO_ERROR_CANCELLED, or with ATS_ERROR_INTERNAL where no picture could be
 * read at all
 */
gboolean
ats_ocr_quote(AtsReport *report,
	      AtsPool *pool,
	      GBytes *bytes,
	      const AtsSandboxLimits *limits,
	      GCancellable *cancellable,
	      GError **error);
