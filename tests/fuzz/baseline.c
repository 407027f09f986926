/*
 * Any bytes as a list of accepted findings, of which documents are then said to have none.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "cli/baseline.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char head[] = "# atscheck baseline 1\n";
	g_autofree char *text = g_strndup((const char *)data, size);
	g_autofree char *headed = g_strconcat(head, text, NULL);
	g_autoptr(AtsCliBaseline) raw = ats_cli_baseline_read("/docs/accepted", text);
	g_autoptr(AtsCliBaseline) baseline = ats_cli_baseline_read("/docs/accepted", headed);
	g_autofree char *key = NULL;
	g_autofree char *first = g_strndup(text, strcspn(text, "\t\n"));

	/* what is understood without our head has one of its own, which is a comment behind ours */
	g_assert_true(raw == NULL || baseline != NULL);
	if (baseline == NULL)
		return 0;
	key = ats_cli_baseline_key(baseline, "/docs/resume.pdf");
	g_assert_cmpstr(key, ==, "resume.pdf");
	ats_cli_baseline_begin(baseline, key);
	ats_cli_baseline_begin(baseline, first);
	ats_cli_baseline_tell_gone(baseline);
	return 0;
}
