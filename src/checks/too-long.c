/*
 * The check too-long: more pages than anybody reads.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

/* pages of a resume of long experience; an academic one has more */
#define PAGES_MOST 4
/* pages beyond which some parsers stop reading */
#define PAGES_ENDURED 10

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint n = subject->document->n_pages;
	AtsFinding *finding;

	/* a DOCX need not say how many pages it has */
	if (n == 0) {
		ats_findings_not_applicable(findings);
		return;
	}
	if (n <= PAGES_MOST)
		return;
	finding = ats_findings_add(findings, "The resume has %u pages.", n);
	if (n > PAGES_ENDURED)
		finding->severity = ATS_SEVERITY_WARNING;
}

const AtsCheck ats_check_too_long = {
    .id = "too-long",
    .needs = ATS_NEEDS_NOTHING,
    .run = run,
};
