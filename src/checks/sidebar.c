/*
 * The check sidebar: one narrow flow beside a main one.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/columns.h"

static const char *
side(const AtsSubject *subject, const AtsColumns *columns)
{
	AtsBox aside = ats_at(subject->layout->regions, AtsRegion, columns->aside)->box;
	AtsBox beside = ats_at(subject->layout->regions, AtsRegion, columns->beside)->box;

	if (ats_box_is_empty(aside) || ats_box_is_empty(beside))
		return "beside";
	return aside.x0 < beside.x0 ? "on the left of" : "on the right of";
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(AtsColumns) columns = ats_columns_look(subject, findings, ATS_REGION_SIDEBAR);
	g_autofree char *aside = NULL;
	g_autofree char *beside = NULL;
	g_autofree char *consequence = NULL;
	AtsFinding *finding;

	if (columns == NULL)
		return;
	aside = ats_columns_name(subject, columns->aside);
	beside = ats_columns_name(subject, columns->beside);
	consequence = ats_columns_consequence(subject, columns);
	finding = ats_findings_add(findings,
				   "A sidebar that begins with %s stands %s %s; %s.",
				   aside,
				   side(subject, columns),
				   beside,
				   consequence);
	ats_columns_fill(subject, findings, finding, columns);
}

const AtsCheck ats_check_sidebar = {
    .id = "sidebar",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
