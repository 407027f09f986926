/*
 * What a check is: a pure function over a const Subject that says where and what. For the files of
 * this room and the worker.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"
#include "model/layout.h"
#include "model/reading.h"
#include "model/resume.h"
#include "report/report.h"

/* all that a check may look at */
typedef struct {
	const AtsDocument *document;
	const AtsLayout *layout;
	const GPtrArray *readings; /* of AtsReading: the parsers'; the human one is layout->human */
	const AtsResume *resume;
	const GPtrArray *filings; /* of AtsFiling, as the readings: which heading owns which text */
} AtsSubject;

/* what must be there for the check to say anything; otherwise its outcome is not-applicable (a
 * format) or not-judged */
typedef enum {
	ATS_NEEDS_NOTHING = 0,
	ATS_NEEDS_PDF = 1 << 0,
	ATS_NEEDS_DOCX = 1 << 1,
	ATS_NEEDS_ORDER = 1 << 2, /* drawing order and drawings of every page */
	ATS_NEEDS_TEXT = 1 << 3,  /* some shown text */
} AtsNeeds;

typedef struct AtsFindings AtsFindings;

/**
 * AtsCheck:
 *
 * One const struct a check, named ats_check_ID with _ for -, in checks/ID.c. Its title, severity,
 * fix and prose stand in checks/ID.md, from which the catalogue is made.
 */
typedef struct {
	const char *id;
	AtsNeeds needs;
	void (*run)(const AtsSubject *subject, AtsFindings *findings);
} AtsCheck;

/**
 * ats_findings_add:
 * @message: printf-like: one sentence, what is there
 *
 * Adds a finding of the running check with the catalogue's severity and fix, no place and no
 * evidence. The returned finding is lent until the next call; set what is known with the functions
 * below.
 */
AtsFinding *
ats_findings_add(AtsFindings *findings, const char *message, ...) G_GNUC_PRINTF(2, 3);

/* copies @evidence, cut to a length that a report can show (about 200 characters, at a word's end)
 */
void
ats_findings_evidence(AtsFindings *findings, AtsFinding *finding, const char *evidence);

/* a fix for this case, instead of the catalogue's */
void
ats_findings_fix(AtsFindings *findings, AtsFinding *finding, const char *fix);

/* @page from 0, as in the model; for a DOCX no place is kept */
void
ats_findings_place(AtsFindings *findings, AtsFinding *finding, guint page, AtsBox box);

/* a parser family that loses or mixes it; @parser is static */
void
ats_findings_lost_in(AtsFindings *findings, AtsFinding *finding, const char *parser);

/* it is what comes of something that another check tells: of the first of @causes, ids of checks
 * that end with NULL (static), that finds something on its page. Its message has to go on after
 * "So "; where none of them finds anything, it stands for itself */
void
ats_findings_follows(AtsFindings *findings, const AtsFinding *finding, const char *const *causes);

/* the check cannot say, for a reason; findings already added stay */
void
ats_findings_not_judged(AtsFindings *findings, const char *why);

/* there is nothing of the kind that the check is about */
void
ats_findings_not_applicable(AtsFindings *findings);

/* runs every check of the registry over the subject and fills the report's findings and outcomes,
 * worst findings first */
void
ats_checks_run(const AtsSubject *subject, AtsReport *report);
