/*
 * The check photo: a picture of a person.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	for (guint i = 0; i < subject->layout->regions->len; i++) {
		const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, i);

		if (region->kind == ATS_REGION_IMAGE && region->photo) {
			AtsFinding *finding =
			    ats_findings_add(findings, "A photo stands on the resume.");

			ats_findings_place(findings, finding, region->page, region->box);
		}
	}
}

const AtsCheck ats_check_photo = {
    .id = "photo",
    .needs = ATS_NEEDS_ORDER,
    .run = run,
};
