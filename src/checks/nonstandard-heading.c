/*
 * The check nonstandard-heading: section titles that no parser's list holds.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

/* whether parsers get other characters than a person sees: that is unmapped-font's to say, and the
 * title may be fine */
static gboolean
is_unreadable(const AtsSubject *subject, const AtsResumeSection *section)
{
	const AtsLine *line;

	if (section->line >= subject->layout->lines->len)
		return FALSE;
	line = ats_at(subject->layout->lines, AtsLine, section->line);
	for (guint i = line->first; i < line->first + line->n; i++) {
		guint32 word = ats_at(subject->layout->human->tokens, AtsToken, i)->word;
		if (word != ATS_NO_WORD &&
		    ats_at(subject->document->words, AtsWord, word)->unmapped)
			return TRUE;
	}
	return FALSE;
}

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
		if (!section->standard && !is_unreadable(subject, section))
			check_section(findings, section);
	}
}

const AtsCheck ats_check_nonstandard_heading = {
    .id = "nonstandard-heading",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
