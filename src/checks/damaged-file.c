/*
 * The check damaged-file: a file with faults that had to be mended before it could be read.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsDocument *document = subject->document;

	if (document->misplaced_xref)
		ats_findings_add(findings,
				 "The table that says where things stand in the file is missing or "
				 "elsewhere.");
	/* those of a PDF are of pictures and fonts as a rule, and libraries differ on them */
	if (document->format == ATS_FORMAT_DOCX && document->n_syntax_errors > 0)
		ats_findings_add(findings,
				 document->n_syntax_errors == 1
				     ? "A part of the package is damaged or stands in it twice."
				     : "%u parts of the package are damaged or stand in it twice.",
				 document->n_syntax_errors);
}

const AtsCheck ats_check_damaged_file = {
    .id = "damaged-file",
    .needs = ATS_NEEDS_NOTHING,
    .run = run,
};
