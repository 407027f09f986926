/*
 * The document as each family of parsers reads it, and how much of the human reading arrives there.
 * For worker, checks, tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/reading.h"
#include "model/resume.h"

/**
 * ats_readings_make:
 *
 * Reads the document again as each parser family that takes its format does.
 *
 * Returns: (transfer full) (element-type AtsReading): in the order of the table of families, the
 * human one not among them; readings that need the drawing order where a page has none are there,
 * unjudged and empty
 */
GPtrArray *
ats_readings_make(const AtsDocument *document, const AtsLayout *layout);

/**
 * ats_readings_judge:
 *
 * Sets kept, whole and score of every judged reading.
 *
 * Returns: the document's score, 0..100: the mean over the judged readings by their weights, under
 * the ceiling of what a person sees and no reading holds; 0 for a document without any shown text
 */
double
ats_readings_judge(GPtrArray *readings,
		   const AtsDocument *document,
		   const AtsLayout *layout,
		   const AtsResume *resume);
