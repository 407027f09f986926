/*
 * The check text-box: text in boxes of a DOCX, outside the flow of its paragraphs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "checks/regions.h"

/* words of a badge or a monogram */
#define BADGE_WORDS 2

/* the lines of all boxes, and how many boxes they stand in */
static GArray *
box_lines(const AtsSubject *subject, guint *n_boxes)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint32 i = 0; i < subject->layout->regions->len; i++) {
		g_autoptr(GArray) own = NULL;

		if (ats_at(subject->layout->regions, AtsRegion, i)->kind != ATS_REGION_TEXT_BOX)
			continue;
		own = ats_region_lines(subject, i);
		*n_boxes += own->len > 0 ? 1 : 0;
		g_array_append_vals(lines, own->data, own->len);
	}
	return lines;
}

/* a badge with "CV", a letter of a monogram: nothing that a parser would file */
static gboolean
is_badge(const AtsSubject *subject, const GArray *lines)
{
	guint n = 0;

	for (guint i = 0; i < lines->len; i++) {
		const AtsLine *line =
		    ats_at(subject->layout->lines, AtsLine, g_array_index(lines, guint32, i));
		g_autofree char *text = ats_line_text(subject->layout, line);
		guint32 name = subject->resume->name.word;

		for (guint32 k = line->first; k < line->first + line->n; k++) {
			if (ats_at(subject->layout->human->tokens, AtsToken, k)->word == name)
				return FALSE;
		}
		n += line->n;
		if (n > BADGE_WORDS || line->heading || strpbrk(text, "@0123456789") != NULL)
			return FALSE;
	}
	return TRUE;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint n_boxes = 0;
	g_autoptr(GArray) lines = box_lines(subject, &n_boxes);
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
	if (is_badge(subject, lines))
		finding->severity = ATS_SEVERITY_NOTE;
}

const AtsCheck ats_check_text_box = {
    .id = "text-box",
    .needs = ATS_NEEDS_DOCX | ATS_NEEDS_TEXT,
    .run = run,
};
