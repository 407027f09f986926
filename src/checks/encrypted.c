/*
 * The check encrypted: a PDF that is enciphered, though it opens without a password.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	if (subject->document->encrypted)
		ats_findings_add(findings,
				 "The file is encrypted, though it opens without a password.");
}

const AtsCheck ats_check_encrypted = {
    .id = "encrypted",
    .needs = ATS_NEEDS_PDF,
    .run = run,
};
