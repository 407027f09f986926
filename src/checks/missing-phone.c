/*
 * The check missing-phone: no phone number that a parser would find.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsField *phone = &subject->resume->phone;
	AtsFinding *finding;

	if (phone->text != NULL && phone->word != ATS_NO_WORD)
		return;
	if (phone->text == NULL) {
		ats_findings_add(findings, "No phone number was found.");
		return;
	}
	finding = ats_findings_add(findings,
				   "The phone number stands only behind a link, not in the text.");
	ats_findings_evidence(findings, finding, phone->text);
	ats_findings_fix(findings,
			 finding,
			 "Write the number out as text; it may still be a link.");
}

const AtsCheck ats_check_missing_phone = {
    .id = "missing-phone",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
