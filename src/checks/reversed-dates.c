/*
 * The check reversed-dates: a range whose end stands before its start.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/entries.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	for (guint i = 0; i < subject->resume->entries->len; i++) {
		const AtsEntry *entry = ats_at(subject->resume->entries, AtsEntry, i);
		g_autofree char *label = NULL;
		AtsFinding *finding;

		if (!ats_date_range_is_reversed(&entry->date))
			continue;
		label = ats_entry_label(entry);
		finding = ats_findings_add(findings,
					   "The date “%s” ends before it begins.",
					   entry->date_text);
		ats_findings_evidence(findings, finding, label);
		ats_findings_place_entry(subject, findings, finding, entry);
	}
}

const AtsCheck ats_check_reversed_dates = {
    .id = "reversed-dates",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
