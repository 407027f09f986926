/*
 * The check missing-email: no e-mail address that a parser would find.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/spelt-email.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsField *email = &subject->resume->email;
	g_autofree char *spelt = NULL;
	AtsFinding *finding;
	guint32 line = 0;

	if (email->text != NULL && email->word != ATS_NO_WORD)
		return;
	if (email->text != NULL) {
		finding = ats_findings_add(
		    findings,
		    "The e-mail address stands only behind a link, not in the text.");
		finding->severity = ATS_SEVERITY_WARNING;
		ats_findings_evidence(findings, finding, email->text);
		ats_findings_fix(findings,
				 finding,
				 "Write the address out as text; it may still be a link.");
		return;
	}
	spelt = ats_subject_spelt_email(subject, &line);
	if (spelt != NULL) {
		ats_findings_not_judged(findings, "the address is spelt out: see broken-email");
		return;
	}
	if (subject->resume->phone.text == NULL) {
		ats_findings_add(findings,
				 "No e-mail address was found, nor any other way to reach you.");
		return;
	}
	finding = ats_findings_add(findings, "No e-mail address was found.");
	finding->severity = ATS_SEVERITY_WARNING;
}

const AtsCheck ats_check_missing_email = {
    .id = "missing-email",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
