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
};
