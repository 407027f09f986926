/*
 * The check image-text: words that are part of a picture, on a page that has real text too.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

/* share of the page's ink from which a picture of words is more than a logo or a seal: a word or
 * two of forty lines */
#define LOGO_SHARE 0.02f

/* the words of a DOCX's WordArt; NULL for any other picture */
static const char *
word_art(const AtsSubject *subject, const AtsRegion *region)
{
	const GArray *drawings = subject->document->drawings;
	const AtsDrawing *drawing =
	    region->drawing < drawings->len ? ats_at(drawings, AtsDrawing, region->drawing) : NULL;

	return subject->document->format == ATS_FORMAT_DOCX && drawing != NULL &&
		       drawing->kind == ATS_DRAWING_OUTLINES
		   ? drawing->name
		   : NULL;
}

static void
say(const AtsSubject *subject, AtsFindings *findings, const AtsRegion *region, float share_of_page)
{
	const char *words = word_art(subject, region);
	AtsFinding *finding =
	    words != NULL
		? ats_findings_add(findings,
				   "WordArt shows “%s” as a shape, where no parser finds it.",
				   words)
		: ats_findings_add(findings,
				   "Words stand in a picture, where no parser finds them.");

	if (words != NULL)
		ats_findings_fix(findings, finding, "Type the words as text of the page.");

	if (share_of_page < LOGO_SHARE)
		finding->severity = ATS_SEVERITY_WARNING;
	ats_findings_place(findings, finding, region->page, region->box);
	ats_findings_lost_everywhere(subject, findings, finding);
}

/* what the pictures of words hold of each page's ink, together: titles as pictures are small one by
 * one */
static float *
shares_by_page(const AtsLayout *layout, guint n_sheets)
{
	float *shares = g_new0(float, n_sheets + 1);

	for (guint i = 0; i < layout->regions->len; i++) {
		const AtsRegion *region = ats_at(layout->regions, AtsRegion, i);
		if (region->kind == ATS_REGION_IMAGE_TEXT && region->page < n_sheets)
			shares[region->page] += region->text_share;
	}
	return shares;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint n_sheets = ats_document_n_sheets(subject->document);
	g_autofree guint *letters = ats_letters_by_page(subject->document);
	g_autofree float *shares = shares_by_page(subject->layout, n_sheets);

	for (guint i = 0; i < subject->layout->regions->len; i++) {
		const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, i);

		/* a page that is all picture is another check's */
		if (region->kind == ATS_REGION_IMAGE_TEXT && region->page < n_sheets &&
		    letters[region->page] >= ATS_PICTURE_LETTERS)
			say(subject, findings, region, shares[region->page]);
	}
}

const AtsCheck ats_check_image_text = {
    .id = "image-text",
    .needs = ATS_NEEDS_ORDER,
    .run = run,
};
