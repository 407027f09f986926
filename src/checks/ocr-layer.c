/*
 * The check ocr-layer: a page that is a picture with a text layer beneath, made by a scanner.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

static guint
count_scans(const AtsDocument *document, guint *first)
{
	guint n = 0;

	for (guint i = 0; i < document->pages->len; i++) {
		if (ats_at(document->pages, AtsPage, i)->scan && n++ == 0)
			*first = i;
	}
	return n;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint first = 0;
	guint n = count_scans(subject->document, &first);
	const AtsPage *page;
	AtsFinding *finding;

	if (n == 0)
		return;
	page = ats_at(subject->document->pages, AtsPage, first);
	finding =
	    n == 1 ? ats_findings_add(findings,
				      "Page %u is a scan: its text is what a program made out.",
				      first + 1)
		   : ats_findings_add(findings,
				      "%u pages are scans: their text is what a program made out.",
				      n);
	ats_findings_place(findings, finding, first, (AtsBox){0, 0, page->width, page->height});
}

const AtsCheck ats_check_ocr_layer = {
    .id = "ocr-layer",
    .needs = ATS_NEEDS_PDF | ATS_NEEDS_ORDER,
    .run = run,
};
