/*
 * The check graphics: skill bars, rating dots and charts, which say something that no text says.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/regions.h"

/* the line that a person would take the graphic for a value of: the first beside it, or else the
 * nearest above */
static guint32
line_beside(const AtsLayout *layout, const AtsRegion *graphic)
{
	guint32 above = G_MAXUINT32;

	for (guint32 i = 0; i < layout->lines->len; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);

		if (line->page != graphic->page)
			continue;
		if (ats_box_overlap_y(line->box, graphic->box) > 0)
			return i;
		if (line->box.y1 <= graphic->box.y0)
			above = i;
	}
	return above;
}

static char *
name_of(const AtsSubject *subject, const AtsRegion *graphic)
{
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	guint32 line = line_beside(subject->layout, graphic);

	if (subject->document->format == ATS_FORMAT_DOCX || line == G_MAXUINT32)
		return g_strdup("");
	g_array_append_val(lines, line);
	return ats_lines_start(subject, lines);
}

static void
tell(const AtsSubject *subject, AtsFindings *findings, const AtsRegion *first, guint n)
{
	g_autofree char *beside = name_of(subject, first);
	AtsFinding *finding;

	if (*beside == '\0')
		finding = ats_findings_add(
		    findings,
		    "Bars, dots or charts are drawn: what they tell is in no text.");
	else
		finding = ats_findings_add(findings,
					   "%s drawn beside “%s”%s: what they tell is in no text.",
					   n == 1 ? "Bars, dots or a chart are"
						  : "Bars, dots or charts are",
					   beside,
					   n == 1 ? "" : " and elsewhere");
	ats_findings_place(findings, finding, first->page, first->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsRegion *first = NULL;
	guint n = 0;

	for (guint32 i = 0; i < subject->layout->regions->len; i++) {
		const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, i);

		if (region->kind != ATS_REGION_GRAPHIC)
			continue;
		first = first == NULL ? region : first;
		n++;
	}
	if (first != NULL)
		tell(subject, findings, first, n);
}

const AtsCheck ats_check_graphics = {
    .id = "graphics",
    .needs = ATS_NEEDS_ORDER,
    .run = run,
};
