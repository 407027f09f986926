/*
 * The answer on one document: what is said, how bad it is, what each parser gets. Made in the
 * worker, crosses the wall in its wire form (wire.h), and is written by one writer a format. For
 * worker, sandbox, api.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "base/geometry.h"
#include "base/level.h"
#include "base/stopwatch.h"
#include "report/parsers.h"

typedef enum {
	ATS_SEVERITY_NOTE,    /* nothing is lost */
	ATS_SEVERITY_WARNING, /* some parsers lose or mix text */
	ATS_SEVERITY_ERROR,   /* most do */
} AtsSeverity;

typedef enum {
	ATS_OUTCOME_PASSED,
	ATS_OUTCOME_FINDINGS,
	ATS_OUTCOME_NOT_APPLICABLE,
	ATS_OUTCOME_NOT_JUDGED,
} AtsOutcome;

typedef enum {
	ATS_VERDICT_PASS,
	ATS_VERDICT_RISK,
	ATS_VERDICT_FAIL,
} AtsVerdict;

/* names in reports: "error", "not-applicable", "risk" */
const char *
ats_severity_name(AtsSeverity severity);
const char *
ats_outcome_name(AtsOutcome outcome);
const char *
ats_verdict_name(AtsVerdict verdict);

/**
 * AtsFinding:
 *
 * All strings of a report are owned by its @strings; NULL where there is nothing to say.
 */
typedef struct {
	const char *id; /* of the check */
	AtsSeverity severity;
	const char *message; /* one sentence: what is there, in the resume's own terms */
	const char *fix;     /* one sentence: what to do */
	const char
	    *evidence; /* the text as a parser gets it, or the characters in question; short */
	guint page; /* from 1; 0 where the document has no pages (DOCX) or it concerns the whole */
	AtsBox box; /* all-zero: none */
	GPtrArray *lost_in; /* (nullable) of const char *: parser families that lose or mix it */
	const char
	    *pointer; /* JSON pointer of the expected field that it is about; NULL: of none */
	const char
	    *fingerprint; /* by which it is known again; NULL until fingerprint.h gave it one */
} AtsFinding;

typedef struct {
	const char *parser;
	gboolean judged;
	const char *why_not;
	double score, kept, whole;
	const char *text;
} AtsReportReading;

typedef struct {
	const char *kind;
	guint page; /* from 1; 0 for DOCX */
	AtsBox box; /* all-zero: not known */
} AtsReportRegion;

typedef struct {
	float width, height; /* points */
} AtsReportPage;

typedef struct {
	const char *heading;
	const char *kind;
	const char *suggestion; /* a title to use instead; NULL for a standard one */
	gboolean standard;
	guint page; /* from 1; 0 for DOCX */
	AtsBox box;
} AtsReportSection;

/* a job, a degree, a project: built around a date */
typedef struct {
	guint section;		 /* index in the report's sections */
	const char *title;	 /* NULL: nothing but the date was found */
	const char *date;	 /* as written */
	const char *start, *end; /* "2019-03", "2019"; the end may be "present"; NULL: not said */
	const char *form;	 /* how the date is written: "month-year" */
	const char *place;	 /* where it stands: "right" */
	guint page;		 /* from 1; 0 for DOCX; of the date */
	AtsBox box;
} AtsReportEntry;

typedef struct {
	const char *check;
	AtsOutcome outcome;
	const char *why; /* of not judged; NULL otherwise */
} AtsReportOutcome;

/**
 * AtsReportPiece: a piece of the resume that a parser files, and what each reading makes of it
 */
typedef struct {
	AtsPieceKind kind;
	const char *text;
	guint page; /* from 1; 0 for DOCX */
	const guint8
	    *states; /* an AtsPieceState for each of the report's @readings, in their order */
} AtsReportPiece;

/* in place of a section's index: the text above all headings */
#define ATS_REPORT_TOP G_MAXUINT32

/* words of one section that stand under the heading of another */
typedef struct {
	guint section; /* their own: index in the report's sections, or ATS_REPORT_TOP */
	guint n_words;
} AtsReportForeign;

/**
 * AtsReportFiled: what a reading has under one heading, up to the next that stands alone on a line
 */
typedef struct {
	guint reading;		  /* index in the report's readings */
	guint section;		  /* index in the report's sections, or ATS_REPORT_TOP */
	AtsPieceState state;	  /* of the heading there; only a whole or moved one owns text */
	guint n_words;		  /* that stand under it */
	guint n_missing;	  /* of its own: those that do not */
	guint foreign, n_foreign; /* in the report's @foreign, most words first */
} AtsReportFiled;

typedef enum {
	ATS_PLACE_NONE, /* not known, or there is no such datum */
	ATS_PLACE_BODY,
	ATS_PLACE_HEADER,
	ATS_PLACE_FOOTER,
	ATS_PLACE_TEXT_BOX,
	ATS_PLACE_TABLE,
	ATS_PLACE_IMAGE, /* a scan, with the words beneath it */
	ATS_PLACE_LINK,	 /* only in a link's target */
	ATS_PLACE_KIND_LAST
} AtsPlaceKind;

/* names in reports: "text-box"; NULL for NONE */
const char *
ats_place_kind_name(AtsPlaceKind kind);

/* where a piece of contact data stands */
typedef struct {
	AtsPlaceKind kind;
	guint page; /* from 1; 0 for DOCX */
	AtsBox box;
} AtsReportPlace;

typedef struct {
	AtsTimings timings; /* of its making: beside the report, and in none of its forms */
	GStringChunk *strings;
	const char *format; /* "pdf" */
	guint n_pages;	    /* 0: not known */
	guint n_words;	    /* shown words */
	const char *producer, *language;
	const char *template; /* what documents of one template have in common; NULL: not known */
	AtsVerdict verdict;
	double score;
	const char *text; /* the human reading */
	guint n_columns;
	AtsSandboxLevel sandbox; /* the box of the worker that made it, as that says */
	GArray *readings; /* of AtsReportReading */
	GArray *pages;	  /* of AtsReportPage */
	GArray *regions;  /* of AtsReportRegion, by page */
	GArray *sections; /* of AtsReportSection */
	GArray *entries;  /* of AtsReportEntry, in human order */
	const char *name, *email, *phone, *location;
	GPtrArray *links; /* of const char * */
	AtsReportPlace name_place, email_place, phone_place, location_place;
	GArray *link_places; /* of AtsReportPlace, as @links */
	GArray *pieces;	  /* of AtsReportPiece: name and contact data first, then in human order */
	GArray *filed;	  /* of AtsReportFiled: by reading, and in its order */
	GArray *foreign;  /* of AtsReportForeign */
	GArray *findings; /* of AtsFinding; worst first, then by page and place */
	GArray *outcomes; /* of AtsReportOutcome, in the catalogue's order */
} AtsReport;

AtsReport *
ats_report_new(void);

void
ats_report_free(AtsReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsReport, ats_report_free)

/* puts the worst findings first; those of one severity keep their order */
void
ats_report_sort(AtsReport *report);

/* the report's own copy; NULL gives NULL */
const char *
ats_report_intern(AtsReport *report, const char *text);

/* the report's own copy of @n states */
const guint8 *
ats_report_keep_states(AtsReport *report, const guint8 *states, gsize n);
