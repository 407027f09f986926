/*
 * What a parser would file: sections and contact data. Filled by src/resume, read by checks and report.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/layout.h"

typedef enum {
	ATS_SECTION_NONE, /* a heading that no list knows, and nothing under it tells */
	ATS_SECTION_CONTACT,
	ATS_SECTION_SUMMARY,
	ATS_SECTION_OBJECTIVE,
	ATS_SECTION_EXPERIENCE,
	ATS_SECTION_EDUCATION,
	ATS_SECTION_SKILLS,
	ATS_SECTION_PROJECTS,
	ATS_SECTION_CERTIFICATIONS,
	ATS_SECTION_TRAINING,
	ATS_SECTION_AWARDS,
	ATS_SECTION_PUBLICATIONS,
	ATS_SECTION_VOLUNTEER,
	ATS_SECTION_AFFILIATIONS,
	ATS_SECTION_LANGUAGES,
	ATS_SECTION_INTERESTS,
	ATS_SECTION_REFERENCES,
	ATS_SECTION_STATUS, /* military service, clearance, right to work */
	ATS_SECTION_ADDITIONAL,
	ATS_SECTION_LAST
} AtsSectionKind;

/* the kind's name in reports: "experience"; "other" for NONE */
const char *
ats_section_kind_name(AtsSectionKind kind);

/**
 * AtsResumeSection:
 *
 * A heading and what stands under it, up to the next heading in human order.
 */
typedef struct {
	const char *heading; /* as shown, spaces single, letter-spacing undone; lent by AtsResume.strings */
	AtsSectionKind kind; /* of a non-standard heading: the section it probably is */
	AtsSectionKind other; /* compound or ambiguous headings: the second one; NONE otherwise */
	gboolean standard;   /* parsers' lists hold it */
	gboolean ambiguous;  /* they hold it under two sections */
	gboolean compound;   /* it names two sections */
	const char *suggestion; /* static: a title to use instead, for a non-standard one; or NULL */
	guint32 line, n_lines; /* the heading's own lines in AtsLayout.lines */
	guint32 end_line;    /* first line that is not of the section */
	guint32 page;
	AtsBox box;
} AtsResumeSection;

/**
 * AtsField: a piece of contact data and where it was found. @text NULL: not found.
 */
typedef struct {
	const char *text;
	guint32 word; /* the (first) word in AtsDocument.words that holds it; ATS_NO_WORD: only in a link's target */
} AtsField;

typedef struct {
	GStringChunk *strings;
	GArray *sections; /* of AtsResumeSection, in human order */
	AtsField name, email, phone, location;
	GPtrArray *links; /* of const char *, as written or as linked, each once */
} AtsResume;

AtsResume *
ats_resume_new(void);

void
ats_resume_free(AtsResume *resume);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsResume, ats_resume_free)

/* the section that the line belongs to, or NULL before the first heading */
const AtsResumeSection *
ats_resume_section_of_line(const AtsResume *resume, guint line);
