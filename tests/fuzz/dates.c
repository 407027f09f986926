/*
 * Any text as a line with dates in it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "resume/dates.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
	g_autoptr(GArray) dates = ats_dates_find(text);
	gsize end = 0;

	/* in order, apart from each other, and within the text */
	for (guint i = 0; i < dates->len; i++) {
		const AtsDateRange *date = &g_array_index(dates, AtsDateRange, i);
		g_assert_cmpuint(date->start, >=, end);
		g_assert_cmpuint(date->end, >, date->start);
		g_assert_cmpuint(date->end, <=, strlen(text));
		end = date->end;
	}
	return 0;
}
