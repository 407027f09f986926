/*
 * The check copy-forbidden: a PDF that forbids to take its text.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	if (subject->document->copy_forbidden)
		ats_findings_add(findings, "The file forbids to copy its text.");
}

const AtsCheck ats_check_copy_forbidden = {
    .id = "copy-forbidden",
    .needs = ATS_NEEDS_PDF,
    .run = run,
};
