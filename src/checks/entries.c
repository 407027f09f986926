/*
 * Which entries a check on dates is about, and how it points at one. For the checks of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/entries.h"

gboolean
ats_entry_is_of(const AtsSubject *subject, const AtsEntry *entry, AtsSectionKind kind)
{
	const AtsResumeSection *section =
	    ats_at(subject->resume->sections, AtsResumeSection, entry->section);

	return section->kind == kind || section->other == kind;
}

gboolean
ats_entry_is_filed(const AtsSubject *subject, const AtsEntry *entry)
{
	return ats_entry_is_of(subject, entry, ATS_SECTION_EXPERIENCE) ||
	       ats_entry_is_of(subject, entry, ATS_SECTION_EDUCATION);
}

char *
ats_entry_label(const AtsEntry *entry)
{
	return entry->title == NULL ? g_strdup(entry->date_text)
				    : g_strdup_printf("%s (%s)", entry->date_text, entry->title);
}

void
ats_findings_place_entry(const AtsSubject *subject,
			 AtsFindings *findings,
			 AtsFinding *finding,
			 const AtsEntry *entry)
{
	const AtsLine *line = ats_at(subject->layout->lines, AtsLine, entry->date_line);

	ats_findings_place(findings, finding, line->page, line->box);
}
