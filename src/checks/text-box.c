/*
 * The check text-box: text in boxes of a DOCX, outside the flow of its paragraphs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/regions.h"

/* the lines of all boxes, and how many boxes they stand in */
static GArray *
box_lines(const AtsLayout *layout, guint *n_boxes)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	guint32 box = G_MAXUINT32;

	for (guint32 i = 0; i < layout->lines->len; i++) {
		guint32 region = ats_at(layout->lines, AtsLine, i)->region;

		if (ats_at(layout->regions, AtsRegion, region)->kind != ATS_REGION_TEXT_BOX)
			continue;
		*n_boxes += region != box ? 1 : 0;
		box = region;
		g_array_append_val(lines, i);
	}
	return lines;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint n_boxes = 0;
	g_autoptr(GArray) lines = box_lines(subject->layout, &n_boxes);
	g_autofree char *start = NULL;
	AtsFinding *finding;

	if (lines->len == 0)
		return;
	start = ats_lines_start(subject, lines);
	if (n_boxes == 1)
		finding = ats_findings_add(findings, "A text box holds “%s”.", start);
	else
		finding = ats_findings_add(findings,
					   "%u text boxes hold text, the first of them “%s”.",
					   n_boxes,
					   start);
	ats_finding_judge_lines(subject, findings, finding, lines, ats_lines_lost_or_mixed);
}

const AtsCheck ats_check_text_box = {
    .id = "text-box",
    .needs = ATS_NEEDS_DOCX | ATS_NEEDS_TEXT,
    .run = run,
};
