/*
 * The check vertical-dates: a date range that is broken over lines, so that parsers which read line
 * by line see two dates or none.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/entries.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsEntry *first = NULL;
	AtsFinding *finding;
	guint n = 0;

	for (guint i = 0; i < subject->resume->entries->len; i++) {
		const AtsEntry *entry = ats_at(subject->resume->entries, AtsEntry, i);
		if (entry->place != ATS_ENTRY_DATE_VERTICAL)
			continue;
		n++;
		first = first == NULL ? entry : first;
	}
	if (first == NULL)
		return;
	if (n == 1)
		finding = ats_findings_add(findings,
					   "The date “%s” is broken over lines.",
					   first->date_text);
	else
		finding =
		    ats_findings_add(findings,
				     "%u dates are broken over lines, the first of them “%s”.",
				     n,
				     first->date_text);
	ats_findings_place_entry(subject, findings, finding, first);
}

const AtsCheck ats_check_vertical_dates = {
    .id = "vertical-dates",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
