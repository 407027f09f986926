/*
 * What a checker knows: checker.c is told it, check.c goes by it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "api/private.h"
#include "expect/expected.h"
#include "sandbox/sandbox.h"

/* what a rule maps to when its findings are to be left out; above all severities */
#define ATS_CHECKER_IGNORED (ATS_SEVERITY_ERROR + 1)

struct _AtscheckChecker {
	GObject parent_instance;
	guint timeout;
	guint64 max_bytes;
	guint64 max_memory;
	guint max_cpu; /* seconds; 0: by the timeout */
	gboolean ocr;
	GHashTable *severities; /* rule's id (static) to AtsSeverity or ATS_CHECKER_IGNORED */
	AtsExpected *expected;	/* NULL: not known */
	char *expected_sum;	/* of its JSON, in hexadecimal; NULL: not known */
	AtsIsolation isolation;
	AtscheckSandbox sandbox;
	guint n_workers;
	AtsPool *pool;
};
