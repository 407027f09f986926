/*
 * What a worker is asked for beside its document, as an argument of its command line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/request.h"

#include <math.h>

#define REPORT "report"
#define WORDS  "words"
#define LEVEL  "level"
#define PLAIN  "plain"

/* page and four sides of the box */
#define PLAIN_NUMBERS 5

/* points; far beyond any page, so that all sides are whole numbers that a float holds */
#define FARTHEST 1000000

static int
whole(double side)
{
	return (int)CLAMP(side, -FARTHEST, FARTHEST);
}

static char *
plain_to_text(AtsRequest request)
{
	return g_strdup_printf(PLAIN ":%u:%d:%d:%d:%d",
			       request.page,
			       whole(floor(request.box.x0)),
			       whole(floor(request.box.y0)),
			       whole(ceil(request.box.x1)),
			       whole(ceil(request.box.y1)));
}

char *
ats_request_to_text(AtsRequest request)
{
	if (request.words)
		return g_strdup(WORDS);
	if (request.level)
		return g_strdup(LEVEL);
	if (request.page == 0)
		return g_strdup(REPORT);
	if (request.plain)
		return plain_to_text(request);
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

/* @parts: the numbers after the word */
static gboolean
plain_from_text(char **parts, AtsRequest *request)
{
	gint64 numbers[PLAIN_NUMBERS];

	if (g_strv_length(parts) != PLAIN_NUMBERS)
		return FALSE;
	for (guint i = 0; i < PLAIN_NUMBERS; i++) {
		if (!g_ascii_string_to_signed(parts[i],
					      10,
					      i == 0 ? 1 : -FARTHEST,
					      FARTHEST,
					      &numbers[i],
					      NULL))
			return FALSE;
	}
	*request = (AtsRequest){
	    .page = (guint)numbers[0],
	    .format = ATS_PICTURE_PNG,
	    .plain = TRUE,
	    .box = {(float)numbers[1], (float)numbers[2], (float)numbers[3], (float)numbers[4]},
	};
	return TRUE;
}

gboolean
ats_request_from_text(const char *text, AtsRequest *request)
{
	g_auto(GStrv) parts = g_strsplit(text, ":", PLAIN_NUMBERS + 2);
	AtsPictureFormat format;
	guint64 page;

	if (g_str_equal(text, REPORT)) {
		*request = ATS_REQUEST_REPORT;
		return TRUE;
	}
	if (g_str_equal(text, WORDS)) {
		*request = ATS_REQUEST_WORDS;
		return TRUE;
	}
	if (g_str_equal(text, LEVEL)) {
		*request = ATS_REQUEST_LEVEL;
		return TRUE;
	}
	if (parts[0] != NULL && g_str_equal(parts[0], PLAIN))
		return plain_from_text(parts + 1, request);
	if (g_strv_length(parts) != 2 || !find_format(parts[0], &format) ||
	    !g_ascii_string_to_unsigned(parts[1], 10, 1, G_MAXUINT, &page, NULL))
		return FALSE;
	*request = (AtsRequest){.page = (guint)page, .format = format};
	return TRUE;
}
