/*
 * The check no-text: a page that is a picture, or a document without any text.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

/* whether the page is a picture, and said to be */
static gboolean
check_page(const AtsSubject *subject, AtsFindings *findings, guint number, guint letters)
{
	const AtsPage *page = ats_at(subject->document->pages, AtsPage, number);
	AtsFinding *finding;

	if (ats_page_picture_share(subject->document, number) < ATS_SCAN_SHARE ||
	    letters >= ATS_PICTURE_LETTERS ||
	    ats_page_layer_words(subject->document, number) >= ATS_LAYER_WORDS)
		return FALSE;
	finding = ats_findings_add(findings,
				   "Page %u is a picture: it shows words but holds no text.",
				   number + 1);
	ats_findings_place(findings, finding, number, (AtsBox){0, 0, page->width, page->height});
	ats_findings_lost_everywhere(subject, findings, finding);
	return TRUE;
}

static gboolean
has_outlined_text(const AtsLayout *layout)
{
	for (guint i = 0; i < layout->regions->len; i++) {
		if (ats_at(layout->regions, AtsRegion, i)->kind == ATS_REGION_OUTLINED_TEXT)
			return TRUE;
	}
	return FALSE;
}

/* nothing to read anywhere, and neither a picture nor outlines that say why */
static void
say_empty(const AtsSubject *subject, AtsFindings *findings)
{
	AtsFinding *finding =
	    ats_findings_add(findings, "The document holds no text that a person would see.");

	ats_findings_lost_everywhere(subject, findings, finding);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsDocument *document = subject->document;
	guint n_sheets = ats_document_n_sheets(document);
	g_autofree guint *letters = ats_letters_by_page(document);
	guint n_letters = 0, n_pictures = 0;

	for (guint i = 0; i < n_sheets; i++) {
		n_letters += letters[i];
		if (document->format == ATS_FORMAT_PDF)
			n_pictures += check_page(subject, findings, i, letters[i]) ? 1 : 0;
	}
	if (n_letters == 0 && n_pictures == 0 && !has_outlined_text(subject->layout))
		say_empty(subject, findings);
}

const AtsCheck ats_check_no_text = {
    .id = "no-text",
    .needs = ATS_NEEDS_NOTHING,
    .run = run,
};
