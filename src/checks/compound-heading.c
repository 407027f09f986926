/*
 * The check compound-heading: two sections under one title.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

/* the sections from which records are built: two of them under one title cost one */
static gboolean
is_filed(AtsSectionKind kind)
{
	return kind == ATS_SECTION_EXPERIENCE || kind == ATS_SECTION_EDUCATION ||
	       kind == ATS_SECTION_SKILLS;
}

static void
check_section(AtsFindings *findings, const AtsResumeSection *section)
{
	AtsFinding *finding = ats_findings_add(findings,
					       "“%s” names two sections, %s and %s.",
					       section->heading,
					       ats_section_kind_name(section->kind),
					       ats_section_kind_name(section->other));

	if (is_filed(section->kind) && is_filed(section->other))
		finding->severity = ATS_SEVERITY_WARNING;
	ats_findings_place(findings, finding, section->page, section->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const GArray *sections = subject->resume->sections;

	if (sections->len == 0)
		ats_findings_not_applicable(findings);
	for (guint i = 0; i < sections->len; i++) {
		const AtsResumeSection *section = ats_at(sections, AtsResumeSection, i);

		/* a title that parsers do not know is nonstandard-heading's to speak of */
		if (section->standard && section->compound && section->other != ATS_SECTION_NONE &&
		    section->other != section->kind)
			check_section(findings, section);
	}
}

const AtsCheck ats_check_compound_heading = {
    .id = "compound-heading",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
