/*
 * What a parser would file: making and freeing it, names, which section a line belongs to.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model/resume.h"

const char *
ats_section_kind_name(AtsSectionKind kind)
{
	static const char *const names[] = {
	    [ATS_SECTION_NONE] = "other",
	    [ATS_SECTION_CONTACT] = "contact",
	    [ATS_SECTION_SUMMARY] = "summary",
	    [ATS_SECTION_OBJECTIVE] = "objective",
	    [ATS_SECTION_EXPERIENCE] = "experience",
	    [ATS_SECTION_EDUCATION] = "education",
	    [ATS_SECTION_SKILLS] = "skills",
	    [ATS_SECTION_PROJECTS] = "projects",
	    [ATS_SECTION_CERTIFICATIONS] = "certifications",
	    [ATS_SECTION_TRAINING] = "training",
	    [ATS_SECTION_AWARDS] = "awards",
	    [ATS_SECTION_PUBLICATIONS] = "publications",
	    [ATS_SECTION_VOLUNTEER] = "volunteer",
	    [ATS_SECTION_AFFILIATIONS] = "affiliations",
	    [ATS_SECTION_LANGUAGES] = "languages",
	    [ATS_SECTION_INTERESTS] = "interests",
	    [ATS_SECTION_REFERENCES] = "references",
	    [ATS_SECTION_STATUS] = "status",
	    [ATS_SECTION_ADDITIONAL] = "additional",
	};
	G_STATIC_ASSERT(G_N_ELEMENTS(names) == ATS_SECTION_LAST);

	return names[kind];
}

AtsResume *
ats_resume_new(void)
{
	AtsResume *self = g_new0(AtsResume, 1);

	self->strings = g_string_chunk_new(1024);
	self->sections = g_array_new(FALSE, TRUE, sizeof(AtsResumeSection));
	self->entries = g_array_new(FALSE, TRUE, sizeof(AtsEntry));
	self->links = g_ptr_array_new();
	self->name.word = self->email.word = self->phone.word = self->location.word = ATS_NO_WORD;
	return self;
}

void
ats_resume_free(AtsResume *resume)
{
	g_array_unref(resume->sections);
	g_array_unref(resume->entries);
	g_ptr_array_unref(resume->links);
	g_string_chunk_free(resume->strings);
	g_free(resume);
}

/* sections stand in the order of their lines and do not overlap: the last that begins by this line
 * is the only one that can hold it */
const AtsResumeSection *
ats_resume_section_of_line(const AtsResume *resume, guint line)
{
	guint low = 0, high = resume->sections->len;
	const AtsResumeSection *section;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (ats_at(resume->sections, AtsResumeSection, middle)->line <= line)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return NULL;
	section = ats_at(resume->sections, AtsResumeSection, low - 1);
	return line < section->end_line ? section : NULL;
}
