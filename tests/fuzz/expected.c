/*
 * Any bytes as the JSON of what the maker of a resume expects to be in it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expect/expected.h"
#include "target.h"

static const char text[] = "Ann Lee\nann.lee@example.com\nExperience\nPlanner, Harbour Works\n"
			   "January 2019 – Present\nBuilt a quiet service.\n";

/* (transfer full): of a resume that one family of parsers reads */
static AtsReport *
report_new(void)
{
	AtsReport *report = ats_report_new();
	AtsReportReading reading = {.parser = "stream", .judged = TRUE, .text = text};

	report->text = text;
	g_array_append_val(report->readings, reading);
	return report;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GBytes) json = g_bytes_new_static(data, size);
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsExpected) expected = ats_expected_read(json, &error);
	g_autoptr(AtsReport) report = NULL;

	g_assert_true((expected == NULL) == (error != NULL));
	if (expected == NULL)
		return 0;
	report = report_new();
	ats_expected_judge(expected, report);
	return 0;
}
