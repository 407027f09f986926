/*
 * The check outlined-text: words drawn as shapes instead of set as text.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

/* share of the page's ink from which shapes of words are more than a logo */
#define LOGO_SHARE 0.02f

/* the outlined words of one page */
typedef struct {
	guint n;
	AtsBox box;
	float share;
} Outlines;

static Outlines
outlines_of(const AtsLayout *layout, guint first, guint page)
{
	Outlines out = {.box = ATS_BOX_EMPTY};

	for (guint i = first; i < layout->regions->len; i++) {
		const AtsRegion *region = ats_at(layout->regions, AtsRegion, i);
		if (region->kind != ATS_REGION_OUTLINED_TEXT || region->page != page)
			continue;
		out.n++;
		out.box = ats_box_union(out.box, region->box);
		out.share += region->text_share;
	}
	return out;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < subject->layout->regions->len; i++) {
		const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, i);
		Outlines outlines;
		AtsFinding *finding;

		if (region->kind != ATS_REGION_OUTLINED_TEXT ||
		    !g_hash_table_add(seen, GUINT_TO_POINTER(region->page)))
			continue;
		outlines = outlines_of(subject->layout, i, region->page);
		finding = ats_findings_add(
		    findings,
		    outlines.share > 0.5f
			? "Most words of the page are drawn as shapes and are not text."
			: "Words are drawn as shapes and are not text.");
		if (outlines.share < LOGO_SHARE)
			finding->severity = ATS_SEVERITY_WARNING;
		ats_findings_place(findings, finding, region->page, outlines.box);
		ats_findings_lost_everywhere(subject, findings, finding);
	}
}

const AtsCheck ats_check_outlined_text = {
    .id = "outlined-text",
    .needs = ATS_NEEDS_PDF | ATS_NEEDS_ORDER,
    .run = run,
};
