/*
 * The check margin-labels: dates or titles that hang in a margin beside their entries. A note:
 * people and most parsers take each with the entry that it stands beside.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/regions.h"

static guint32
first_of_margin(const AtsLayout *layout)
{
	for (guint32 i = 0; i < layout->regions->len; i++) {
		if (ats_at(layout->regions, AtsRegion, i)->kind == ATS_REGION_MARGIN)
			return i;
	}
	return G_MAXUINT32;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint32 first = first_of_margin(subject->layout);
	g_autoptr(GArray) lines = NULL;
	g_autofree char *start = NULL;
	const AtsRegion *region;
	AtsFinding *finding;

	if (first == G_MAXUINT32)
		return;
	region = ats_at(subject->layout->regions, AtsRegion, first);
	lines = ats_region_lines(subject, first);
	start = ats_lines_start(subject, lines);
	finding = ats_findings_add(
	    findings,
	    "Dates or titles hang in the margin beside their entries, the first of them “%s”.",
	    start);
	ats_findings_place(findings, finding, region->page, region->box);
	/* in a DOCX a margin is a column of a table, and what becomes of that is layout-table's */
	if (subject->document->format == ATS_FORMAT_PDF)
		ats_finding_judge_lines(subject, findings, finding, lines, ats_lines_lost_or_mixed);
	finding->severity = ATS_SEVERITY_NOTE;
}

const AtsCheck ats_check_margin_labels = {
    .id = "margin-labels",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
