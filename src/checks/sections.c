/*
 * What the checks on section titles ask alike. For the checks of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/sections.h"

void
ats_sections_check(const AtsSubject *subject, AtsFindings *findings, AtsSectionLook look)
{
	const GArray *sections = subject->resume->sections;

	if (sections->len == 0)
		ats_findings_not_applicable(findings);
	for (guint i = 0; i < sections->len; i++)
		look(subject, findings, ats_at(sections, AtsResumeSection, i));
}

gboolean
ats_section_is_record(AtsSectionKind kind)
{
	return kind == ATS_SECTION_EXPERIENCE || kind == ATS_SECTION_EDUCATION ||
	       kind == ATS_SECTION_SKILLS;
}

gboolean
ats_sections_have_plain(const AtsSubject *subject, AtsSectionKind kind)
{
	for (guint i = 0; i < subject->resume->sections->len; i++) {
		const AtsResumeSection *section =
		    ats_at(subject->resume->sections, AtsResumeSection, i);
		if (section->kind == kind && section->standard && !section->ambiguous &&
		    !section->compound)
			return TRUE;
	}
	return FALSE;
}

gboolean
ats_title_is_foreign(const char *title)
{
	gboolean foreign = FALSE;

	for (const char *at = title; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		switch (g_unichar_get_script(c)) {
		case G_UNICODE_SCRIPT_LATIN:
		case G_UNICODE_SCRIPT_GREEK:
			return FALSE;
		case G_UNICODE_SCRIPT_HAN:
		case G_UNICODE_SCRIPT_COMMON:
		case G_UNICODE_SCRIPT_INHERITED:
		case G_UNICODE_SCRIPT_UNKNOWN:
			break;
		default:
			foreign |= g_unichar_isalpha(c);
			break;
		}
	}
	return foreign;
}
