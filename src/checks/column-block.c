/*
 * The check column-block: a list set in columns inside one section.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/regions.h"

/* blocks told apart in a report; all have the same remedy */
#define BLOCKS_SHOWN 4

static void
tell(const AtsSubject *subject, AtsFindings *findings, guint32 index)
{
	const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, index);
	g_autoptr(GArray) lines = ats_region_lines(subject, index);
	const char *heading = ats_lines_heading(subject, lines);
	g_autofree char *start = ats_lines_start(subject, lines);
	AtsFinding *finding;

	if (heading == NULL)
		finding = ats_findings_add(findings,
					   "The lines from “%s” on are set in %u columns.",
					   start,
					   region->n_columns);
	else
		finding = ats_findings_add(findings,
					   "A list under “%s” is set in %u columns.",
					   heading,
					   region->n_columns);
	ats_findings_place(findings, finding, region->page, region->box);
	ats_finding_judge_lines(subject, findings, finding, lines, ats_lines_lost_or_mixed);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint n = 0;

	for (guint32 i = 0; i < subject->layout->regions->len && n < BLOCKS_SHOWN; i++) {
		if (ats_at(subject->layout->regions, AtsRegion, i)->kind != ATS_REGION_BLOCK)
			continue;
		tell(subject, findings, i);
		n++;
	}
}

const AtsCheck ats_check_column_block = {
    .id = "column-block",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
