/*
 * The check compound-heading: more than one section under one title.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/sections.h"

/* from one of them a record is built, to which the other one's text is added; two that no
 * system files for themselves may as well stand together */
static gboolean
matters(const AtsResumeSection *section)
{
	return section->other != ATS_SECTION_NONE && section->other != section->kind &&
	       (ats_section_is_record(section->kind) || ats_section_is_record(section->other));
}

static void
look(const AtsSubject *subject, AtsFindings *findings, const AtsResumeSection *section)
{
	AtsFinding *finding;

	/* a title that parsers do not know is nonstandard-heading's to speak of */
	if (!section->standard || !section->compound || !matters(section))
		return;
	finding = ats_findings_add(findings,
				   "“%s” names more than one section: %s and %s.",
				   section->heading,
				   ats_section_kind_name(section->kind),
				   ats_section_kind_name(section->other));
	if (ats_section_is_record(section->kind) && ats_section_is_record(section->other))
		finding->severity = ATS_SEVERITY_WARNING;
	ats_findings_place(findings, finding, section->page, section->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	ats_sections_check(subject, findings, look);
}

const AtsCheck ats_check_compound_heading = {
    .id = "compound-heading",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
