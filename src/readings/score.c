/*
 * The score of a document: the mean over the parsers' readings of the share of the human reading
 * that arrives there.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/readings.h"
#include "readings/survival.h"

double
ats_readings_judge(GPtrArray *readings,
		   const AtsDocument *document,
		   const AtsLayout *layout,
		   const AtsResume *resume)
{
	g_autoptr(AtsGold) gold = ats_gold_new(document, layout, resume);
	double sum = 0;
	guint n = 0;

	for (guint i = 0; i < readings->len; i++) {
		AtsReading *reading = g_ptr_array_index(readings, i);
		if (!reading->judged)
			continue;
		ats_gold_hold(gold, reading);
		sum += reading->score;
		n++;
	}
	return n > 0 ? (1 - layout->unheld) * sum / n : 0;
}
