/*
 * One side of a comparison: a document, a folder of them, or reports that were written before. For
 * compare.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "cli/policy.h"
#include "cli/say.h"
#include "cli/snapshot.h"

/**
 * AtsCliCompareSide:
 * @path: of a file to check, a folder of which all is checked, or a file of JSON reports
 * @jobs: documents to check at a time
 */
typedef struct {
	const char *path;
	AtscheckChecker *checker;
	AtsCliPolicy *policy;
	guint jobs;
} AtsCliCompareSide;

/* @key: what the document is called on this side, without what all are below; @snapshot: (transfer
 * full) */
typedef void (*AtsCliCompareTake)(gpointer data, const char *key, AtsCliSnapshot *snapshot);

/**
 * ats_cli_compare_load:
 *
 * Hands on each document, in their order.
 *
 * Returns: CLEAN; FAILED for what cannot be searched or read (said so); 128 and more when stopped
 * by a signal
 */
AtsCliStatus
ats_cli_compare_load(const AtsCliCompareSide *side, AtsCliCompareTake take, gpointer data);
