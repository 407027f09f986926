/*
 * The check nonstandard-heading: section titles that no parser's list holds.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

static void
check_section(AtsFindings *findings, const AtsResumeSection *section)
{
	AtsFinding *finding = ats_findings_add(findings,
					       "“%s” is a section title that parsers do not know.",
					       section->heading);

	/* not even a person's list can say what it should be: perhaps rightly a title of its own */
	if (section->kind == ATS_SECTION_NONE)
		finding->severity = ATS_SEVERITY_NOTE;
	if (section->suggestion != NULL) {
		g_autofree char *fix =
		    g_strdup_printf("Call the section “%s”.", section->suggestion);
		ats_findings_fix(findings, finding, fix);
	}
	ats_findings_evidence(findings, finding, section->heading);
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
		if (!section->standard)
			check_section(findings, section);
	}
}

const AtsCheck ats_check_nonstandard_heading = {
    .id = "nonstandard-heading",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
