/*
 * The check multi-column: two or more flows side by side that a person reads one after the other.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/columns.h"

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(AtsColumns) columns = ats_columns_look(subject, findings, ATS_REGION_COLUMN);
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
				   "Text stands in %u columns, %s beside %s; %s.",
				   MAX(subject->layout->n_columns, 2),
				   aside,
				   beside,
				   consequence);
	ats_columns_place(subject, findings, finding, columns);
	ats_columns_judge(subject, findings, finding, columns);
}

const AtsCheck ats_check_multi_column = {
    .id = "multi-column",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
