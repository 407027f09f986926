/*
 * The score of a document: the mean over the parsers' readings of the share of the human reading
 * that arrives there, each reading counted as often as there are programs that it stands for.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/readings.h"
#include "readings/survival.h"

/* what no text holds is lost to every parser: its words, and the lines that stand next to it */
static double
under_ceiling(const AtsReading *reading, const AtsLayout *layout)
{
	double kept = (1 - layout->unheld) * reading->kept;
	double whole = (1 - layout->unheld_lines) * reading->whole;

	return 100 * (kept + whole) / 2;
}

double
ats_readings_judge(GPtrArray *readings,
		   const AtsDocument *document,
		   const AtsLayout *layout,
		   const AtsResume *resume)
{
	g_autoptr(AtsGold) gold = ats_gold_new(document, layout, resume);
	double sum = 0;
	guint weights = 0;

	for (guint i = 0; i < readings->len; i++) {
		AtsReading *reading = g_ptr_array_index(readings, i);
		if (!reading->judged)
			continue;
		ats_gold_hold(gold, reading);
		sum += reading->weight * under_ceiling(reading, layout);
		weights += reading->weight;
	}
	return weights > 0 ? sum / weights : 0;
}
