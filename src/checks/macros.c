/*
 * The check macros: a DOCX with program code in it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	if (subject->document->has_macros)
		ats_findings_add(findings, "The document holds macros.");
}

const AtsCheck ats_check_macros = {
    .id = "macros",
    .needs = ATS_NEEDS_DOCX,
    .run = run,
};
