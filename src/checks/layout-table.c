/*
 * The check layout-table: a table of a DOCX that is there to place text.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/regions.h"

/* tables told apart in a report; all have the same remedy */
#define TABLES_SHOWN 4

static void
tell(const AtsSubject *subject, AtsFindings *findings, guint32 index)
{
	const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, index);
	g_autoptr(GArray) lines = ats_region_lines(subject, index);
	g_autofree char *start = ats_lines_start(subject, lines);
	AtsFinding *finding =
	    ats_findings_add(findings,
			     "A table of %u columns places the text from “%s” on.",
			     region->n_columns,
			     start);

	ats_finding_judge_lines(subject, findings, finding, lines, ats_lines_lost_or_mixed);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint n = 0;

	for (guint32 i = 0; i < subject->layout->regions->len && n < TABLES_SHOWN; i++) {
		const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, i);

		if (region->kind != ATS_REGION_TABLE || !region->places_text)
			continue;
		tell(subject, findings, i);
		n++;
	}
}

const AtsCheck ats_check_layout_table = {
    .id = "layout-table",
    .needs = ATS_NEEDS_DOCX | ATS_NEEDS_TEXT,
    .run = run,
};
