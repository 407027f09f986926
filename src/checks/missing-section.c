/*
 * The check missing-section: no experience, education or skills under a title of their own.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/sections.h"

/* whether some section is, or may be, of the kind; a non-standard title counts, since another check
 * speaks of it */
static gboolean
has_section(const AtsResume *resume, AtsSectionKind kind)
{
	for (guint i = 0; i < resume->sections->len; i++) {
		const AtsResumeSection *section = ats_at(resume->sections, AtsResumeSection, i);
		if (section->kind == kind || section->other == kind)
			return TRUE;
	}
	return FALSE;
}

static gboolean
has_foreign_title(const AtsResume *resume)
{
	for (guint i = 0; i < resume->sections->len; i++) {
		const AtsResumeSection *section = ats_at(resume->sections, AtsResumeSection, i);
		if (!section->standard && ats_title_is_foreign(section->heading))
			return TRUE;
	}
	return FALSE;
}

static void
say(AtsFindings *findings, AtsSeverity severity, const char *message, const char *fix)
{
	AtsFinding *finding = ats_findings_add(findings, "%s", message);

	finding->severity = severity;
	ats_findings_fix(findings, finding, fix);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsResume *resume = subject->resume;

	/* no title at all is no-headings' to say */
	if (resume->sections->len == 0) {
		ats_findings_not_judged(findings, "no section title was found at all");
		return;
	}
	if (has_foreign_title(resume)) {
		ats_findings_not_judged(findings, "usual titles of its language are not known");
		return;
	}
	if (!has_section(resume, ATS_SECTION_EXPERIENCE))
		say(findings,
		    ATS_SEVERITY_WARNING,
		    "No section holds work experience.",
		    "Put jobs, internships and voluntary work under the title “Experience”.");
	if (!has_section(resume, ATS_SECTION_EDUCATION))
		say(findings,
		    ATS_SEVERITY_WARNING,
		    "No section holds education.",
		    "Put schools and degrees under the title “Education”.");
	if (!has_section(resume, ATS_SECTION_SKILLS))
		say(findings,
		    ATS_SEVERITY_NOTE,
		    "No section holds skills.",
		    "Put the skills that a posting asks for under the title “Skills” as well.");
}

const AtsCheck ats_check_missing_section = {
    .id = "missing-section",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
