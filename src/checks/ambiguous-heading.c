/*
 * The check ambiguous-heading: usual section titles that parsers file under different sections.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

/* training and education are neighbours: whichever of the two it is filed under, it is found */
static gboolean
matters(const AtsResumeSection *section)
{
	AtsSectionKind low = MIN(section->kind, section->other);
	AtsSectionKind high = MAX(section->kind, section->other);

	return low != ATS_SECTION_NONE && low != high &&
	       !(low == ATS_SECTION_EDUCATION && high == ATS_SECTION_TRAINING);
}

static void
check_section(AtsFindings *findings, const AtsResumeSection *section)
{
	AtsFinding *finding = ats_findings_add(findings,
					       "Some parsers file “%s” under %s, others under %s.",
					       section->heading,
					       ats_section_kind_name(section->kind),
					       ats_section_kind_name(section->other));

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
		if (section->standard && section->ambiguous && matters(section))
			check_section(findings, section);
	}
}

const AtsCheck ats_check_ambiguous_heading = {
    .id = "ambiguous-heading",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
