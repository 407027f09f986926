/*
 * The check cut-short: what was left out of the analysis, because the document is larger than
 * resumes are.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/limits.h"
#include "checks/check.h"

static void
tell_page(AtsFindings *findings, const AtsPage *page, guint index)
{
	AtsBox box = {0, 0, page->width, page->height};

	if (page->glyphs_cut)
		ats_findings_place(
		    findings,
		    ats_findings_add(findings,
				     "Only the first %u characters of page %u were analysed.",
				     ATS_LIMIT_PAGE_GLYPHS,
				     index + 1),
		    index,
		    box);
	if (page->drawings_cut)
		ats_findings_place(
		    findings,
		    ats_findings_add(findings,
				     "Only the first %u shapes on page %u were analysed.",
				     ATS_LIMIT_PAGE_DRAWINGS,
				     index + 1),
		    index,
		    box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsDocument *document = subject->document;

	if (document->pages->len < document->n_pages)
		ats_findings_add(findings,
				 "Only the first %u of %u pages were analysed.",
				 document->pages->len,
				 document->n_pages);
	for (guint i = 0; i < document->pages->len; i++)
		tell_page(findings, ats_at(document->pages, AtsPage, i), i);
}

const AtsCheck ats_check_cut_short = {
    .id = "cut-short",
    .needs = ATS_NEEDS_PDF,
    .run = run,
};
