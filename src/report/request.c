/*
 * What a worker is asked for beside its document, as an argument of its command line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/request.h"

#define REPORT "report"

char *
ats_request_to_text(AtsRequest request)
{
	if (request.page == 0)
		return g_strdup(REPORT);
	return g_strdup_printf("%s:%u", ats_picture_format_name(request.format), request.page);
}

static gboolean
find_format(const char *name, AtsPictureFormat *format)
{
	for (guint i = 0; i < ATS_PICTURE_LAST; i++) {
		if (!g_str_equal(name, ats_picture_format_name((AtsPictureFormat)i)))
			continue;
		*format = (AtsPictureFormat)i;
		return TRUE;
	}
	return FALSE;
}

gboolean
ats_request_from_text(const char *text, AtsRequest *request)
{
	g_auto(GStrv) parts = g_strsplit(text, ":", 2);
	AtsPictureFormat format;
	guint64 page;

	if (g_str_equal(text, REPORT)) {
		*request = ATS_REQUEST_REPORT;
		return TRUE;
	}
	if (g_strv_length(parts) != 2 || !find_format(parts[0], &format) ||
	    !g_ascii_string_to_unsigned(parts[1], 10, 1, G_MAXUINT, &page, NULL))
		return FALSE;
	*request = (AtsRequest){.page = (guint)page, .format = format};
	return TRUE;
}
