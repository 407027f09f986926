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
	gboolean judged;     /* no list knows the title: @kind is judged by what stands under it */
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

/* how a date is written */
typedef enum {
	ATS_DATE_NONE,		 /* not written: the open end of a range */
	ATS_DATE_PRESENT,	 /* "Present", "heute" */
	ATS_DATE_YEAR,		 /* 2019 */
	ATS_DATE_MONTH_YEAR,	 /* March 2019, Mar. 2019, 2019 March */
	ATS_DATE_DAY_MONTH_YEAR, /* 12 March 2019, March 12, 2019 */
	ATS_DATE_NUMERIC_MONTH,	 /* 03/2019, 03.2019, 03-2019 */
	ATS_DATE_ISO_MONTH,	 /* 2019-03, 2019/03, 2019.03 */
	ATS_DATE_NUMERIC_DAY,	 /* 12.03.2019, 3/12/2019 */
	ATS_DATE_ISO_DAY,	 /* 2019-03-12 */
	ATS_DATE_SEASON,	 /* Summer 2019 */
	ATS_DATE_QUARTER,	 /* Q3 2019 */
	ATS_DATE_IDEOGRAPHS,	 /* 2019年3月 */
	ATS_DATE_FORM_LAST
} AtsDateForm;

/* the form's name in reports: "month-year" */
const char *
ats_date_form_name(AtsDateForm form);

/**
 * AtsDate:
 *
 * @month, @day: 0 where not said; of a season or quarter, the month in which it begins
 */
typedef struct {
	AtsDateForm form;
	guint16 year;
	guint8 month, day;
	guint short_month : 1;	 /* "Mar" */
	guint two_digits : 1;	 /* "Mar '19" */
	guint comma : 1;	 /* "March, 2019" */
	guint unsure_order : 1;	 /* 03/04/2019: day and month may be the other way round */
	guint borrowed_year : 1; /* "March" of "March - June 2019" */
} AtsDate;

/**
 * AtsDateRange:
 *
 * One date or two. A single date has @single, and stands in @from. "Since 2019" and "2019 -" are no
 * single dates: the end is PRESENT, or NONE where the line does not say it.
 */
typedef struct {
	gsize start, end; /* bytes of the text */
	AtsDate from, to;
	gboolean single;
	gunichar
	    separator; /* '-', U+2013, U+2014, '~', '>', '/'; 'w' for a word; 0 for a single date */
} AtsDateRange;

/* the end is known to stand before the start, as far as both say: by years alone where one has no
 * month */
gboolean
ats_date_range_is_reversed(const AtsDateRange *range);

/* "2019-03", "2019"; "present"; NULL for NONE; (transfer full) */
char *
ats_date_text(const AtsDate *date);

/* where the date of an entry stands */
typedef enum {
	ATS_ENTRY_DATE_IN_LINE, /* on a line with other text of the entry */
	ATS_ENTRY_DATE_RIGHT,	/* at the other end of such a line */
	ATS_ENTRY_DATE_OWN_LINE,
	ATS_ENTRY_DATE_MARGIN,
	ATS_ENTRY_DATE_VERTICAL, /* broken over lines */
} AtsEntryDatePlace;

/* the place's name in reports: "right" */
const char *
ats_entry_date_place_name(AtsEntryDatePlace place);

/**
 * AtsEntry:
 *
 * A job, a degree, a project: what stands around a date in a section that is made of such entries.
 */
typedef struct {
	guint32 section; /* index in AtsResume.sections */
	guint32 first_line,
	    end_line; /* in AtsLayout.lines; the date's own line may stand before or among them */
	const char
	    *title; /* the first line without its date; NULL if there is nothing but the date */
	guint32 title_word;    /* the title's first word in AtsDocument.words, or ATS_NO_WORD */
	AtsDateRange date;     /* bytes are of @date_text */
	const char *date_text; /* as written */
	guint32 date_line,
	    date_end_line; /* the lines that it stands on; more than one for VERTICAL */
	guint32 date_word; /* its first word in AtsDocument.words, or ATS_NO_WORD */
	AtsEntryDatePlace place;
} AtsEntry;

typedef struct {
	GStringChunk *strings;
	GArray *sections; /* of AtsResumeSection, in human order */
	GArray *entries;  /* of AtsEntry, in human order */
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
