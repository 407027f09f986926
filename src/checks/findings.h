/*
 * Where a running check puts what it finds, seen from the side that runs it. For run.c and
 * evidence.c; a check has check.h.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/check.h"
#include "checks/evidence.h"
#include "report/catalogue.h"

struct AtsFindings {
	AtsReport *report;
	const AtsSubject *subject;
	const AtsRule *rule;   /* of the running check */
	AtsEvidence *evidence; /* made at the first question */
	AtsFinding spare;      /* takes what a check adds beyond its share of the report */
	guint n_added;	       /* by the running check */
	AtsOutcome outcome;    /* that the check states itself; PASSED: none */
	const char *why;
	GArray *ties; /* of AtsTie; NULL: none yet */
};

/* a finding that may follow from another one: see ats_findings_follows */
typedef struct {
	guint at; /* in the report's findings, as the checks added them */
	const char *const *causes;
} AtsTie;

/**
 * ats_findings_join:
 *
 * Puts each finding that follows from another one right behind it, with its fix and the worse of
 * the two severities, and says so; the others stand worst first, then by page and place.
 */
void
ats_findings_join(AtsReport *report, const GArray *ties);
