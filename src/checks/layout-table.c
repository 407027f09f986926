/*
 * The check layout-table: a table of a DOCX that is there to place text.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/regions.h"

/* tables whose lines are followed into the readings; all have the same remedy */
#define TABLES_FOLLOWED 8

/* the lines of the tables that place text; counts all of these */
static GArray *
table_lines(const AtsSubject *subject, guint *n_tables)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint32 i = 0; i < subject->layout->regions->len; i++) {
		const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, i);
		g_autoptr(GArray) some = NULL;

		if (region->kind != ATS_REGION_TABLE || !region->places_text ||
		    (*n_tables)++ >= TABLES_FOLLOWED)
			continue;
		some = ats_region_lines(subject, i);
		g_array_append_vals(lines, some->data, some->len);
	}
	return lines;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint n_tables = 0;
	g_autoptr(GArray) lines = table_lines(subject, &n_tables);
	g_autofree char *start = ats_lines_start(subject, lines);
	AtsFinding *finding;

	if (n_tables == 0)
		return;
	if (n_tables == 1)
		finding =
		    ats_findings_add(findings, "A table places the text from “%s” on.", start);
	else
		finding = ats_findings_add(findings,
					   "%u tables place text, the first of them from “%s” on.",
					   n_tables,
					   start);
	ats_finding_judge_lines(subject, findings, finding, lines, ats_lines_lost_or_mixed);
}

const AtsCheck ats_check_layout_table = {
    .id = "layout-table",
    .needs = ATS_NEEDS_DOCX | ATS_NEEDS_TEXT,
    .run = run,
};
