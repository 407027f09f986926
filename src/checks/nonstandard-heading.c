/*
 * The check nonstandard-heading: section titles that no parser's list holds.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/sections.h"

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
suggest(AtsFindings *findings, AtsFinding *finding, const AtsResumeSection *section)
{
	g_autofree char *fix =
	    section->judged ? g_strdup_printf("Judging by what stands under it, call it “%s”.",
					      section->suggestion)
			    : g_strdup_printf("Call the section “%s”.", section->suggestion);

	ats_findings_fix(findings, finding, fix);
}

static void
look(const AtsSubject *subject, AtsFindings *findings, const AtsResumeSection *section)
{
	AtsFinding *finding;

	if (section->standard || is_unreadable(subject, section))
		return;
	if (ats_title_is_foreign(section->heading)) {
		ats_findings_not_judged(findings, "usual titles of its language are not known");
		return;
	}
	finding = ats_findings_add(findings,
				   "“%s” is a section title that parsers do not know.",
				   section->heading);
	/* not even a person's list can say what it should be: perhaps rightly a title of its own */
	if (section->kind == ATS_SECTION_NONE)
		finding->severity = ATS_SEVERITY_NOTE;
	if (section->suggestion != NULL)
		suggest(findings, finding, section);
	ats_findings_place(findings, finding, section->page, section->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	ats_sections_check(subject, findings, look);
}

const AtsCheck ats_check_nonstandard_heading = {
    .id = "nonstandard-heading",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
