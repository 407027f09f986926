/*
 * The check empty-section: a section title with nothing under it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

static gboolean
holds_text(const AtsSubject *subject, guint line)
{
	g_autofree char *text =
	    ats_line_text(subject->layout, ats_at(subject->layout->lines, AtsLine, line));

	return ats_count_letters(text) > 0;
}

/* whether any line under the title, in its own flow, holds a letter */
static gboolean
is_empty(const AtsSubject *subject, const AtsResumeSection *section)
{
	for (guint i = section->line + section->n_lines; i < section->end_line; i++) {
		if (holds_text(subject, i))
			return FALSE;
	}
	return TRUE;
}

/* other text of the title's own line, as in "Languages: English" */
static gboolean
shares_line(const AtsSubject *subject, const AtsResumeSection *section)
{
	const AtsLine *line = ats_at(subject->layout->lines, AtsLine, section->line);
	g_autofree char *text = ats_line_text(subject->layout, line);

	return line->shares_row || line->margin ||
	       ats_count_letters(text) > ats_count_letters(section->heading);
}

/* what stands between a title and the next one without being text */
typedef enum {
	BETWEEN_NOTHING,
	BETWEEN_PICTURES,
	BETWEEN_OTHER, /* words as pictures or outlines, charts: other checks speak of these; or it
			  is not known where pictures stand */
} Between;

static gboolean
is_between(AtsBox box, guint32 page, const AtsResumeSection *section, const AtsResumeSection *next)
{
	gfloat middle = (box.y0 + box.y1) / 2;

	if (page != section->page || middle <= section->box.y1)
		return FALSE;
	return next == NULL || next->page != page || middle < next->box.y0;
}

static Between
what_is_between(const AtsSubject *subject,
		const AtsResumeSection *section,
		const AtsResumeSection *next)
{
	const AtsDocument *document = subject->document;

	if (document->format == ATS_FORMAT_DOCX)
		return document->drawings->len > 0 ? BETWEEN_OTHER : BETWEEN_NOTHING;
	for (guint i = 0; i < subject->layout->regions->len; i++) {
		const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, i);

		if (region->kind > ATS_REGION_IMAGE &&
		    is_between(region->box, region->page, section, next))
			return BETWEEN_OTHER;
	}
	for (guint i = 0; i < document->drawings->len; i++) {
		const AtsDrawing *drawing = ats_at(document->drawings, AtsDrawing, i);

		if ((drawing->kind == ATS_DRAWING_IMAGE || drawing->kind == ATS_DRAWING_OUTLINES) &&
		    is_between(drawing->box, drawing->page, section, next))
			return BETWEEN_PICTURES;
	}
	return BETWEEN_NOTHING;
}

/* the title of a group, with a title right under it that says more: "Experience", "Research
   experience" */
static gboolean
is_group(const AtsSubject *subject, const AtsResumeSection *section, const AtsResumeSection *next)
{
	const AtsLine *line = ats_at(subject->layout->lines, AtsLine, section->line);
	const AtsLine *below;

	if (next == NULL)
		return FALSE;
	below = ats_at(subject->layout->lines, AtsLine, next->line);
	return next->kind == section->kind || next->kind == ATS_SECTION_NONE || !next->standard ||
	       !section->standard || below->size < line->size || below->outline > line->outline ||
	       below->bold != line->bold || below->capitals != line->capitals ||
	       below->colour != line->colour;
}

static void
check_section(const AtsSubject *subject, AtsFindings *findings, guint index)
{
	const GArray *sections = subject->resume->sections;
	const AtsResumeSection *section = ats_at(sections, AtsResumeSection, index);
	const AtsResumeSection *next = NULL;
	AtsFinding *finding;
	Between between;

	if (index + 1 < sections->len)
		next = ats_at(sections, AtsResumeSection, index + 1);
	if (section->line >= subject->layout->lines->len || !is_empty(subject, section) ||
	    shares_line(subject, section) || is_group(subject, section, next))
		return;
	between = what_is_between(subject, section, next);
	if (between == BETWEEN_OTHER)
		return;
	finding =
	    ats_findings_add(findings,
			     between == BETWEEN_PICTURES ? "Under “%s” stand pictures and no text."
							 : "Nothing stands under “%s”.",
			     section->heading);
	ats_findings_place(findings, finding, section->page, section->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const GArray *sections = subject->resume->sections;

	if (sections->len == 0)
		ats_findings_not_applicable(findings);
	for (guint i = 0; i < sections->len; i++)
		check_section(subject, findings, i);
}

const AtsCheck ats_check_empty_section = {
    .id = "empty-section",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
