/*
 * The check ambiguous-heading: usual section titles that parsers file under different sections.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/sections.h"

/* the one record that a resume has of a kind may be filed as something else; one of several, or a
 * section from which no record is built, costs nothing */
static gboolean
is_at_stake(const AtsSubject *subject, AtsSectionKind kind)
{
	return ats_section_is_record(kind) && !ats_sections_have_plain(subject, kind);
}

/* training and education are neighbours: whichever of the two it is filed under, it is found */
static gboolean
matters(const AtsSubject *subject, const AtsResumeSection *section)
{
	AtsSectionKind low = MIN(section->kind, section->other);
	AtsSectionKind high = MAX(section->kind, section->other);

	if (low == ATS_SECTION_NONE || low == high ||
	    (low == ATS_SECTION_EDUCATION && high == ATS_SECTION_TRAINING))
		return FALSE;
	return is_at_stake(subject, low) || is_at_stake(subject, high);
}

static void
look(const AtsSubject *subject, AtsFindings *findings, const AtsResumeSection *section)
{
	AtsFinding *finding;

	/* a title that parsers do not know is nonstandard-heading's to speak of */
	if (!section->standard || !section->ambiguous || !matters(subject, section))
		return;
	finding = ats_findings_add(findings,
				   "Some parsers file “%s” under %s, others under %s.",
				   section->heading,
				   ats_section_kind_name(section->kind),
				   ats_section_kind_name(section->other));
	ats_findings_place(findings, finding, section->page, section->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	ats_sections_check(subject, findings, look);
}

const AtsCheck ats_check_ambiguous_heading = {
    .id = "ambiguous-heading",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
