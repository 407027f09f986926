/*
 * The formats in which a worker can draw a page, and what their first bytes look like.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/picture.h"

#include <string.h>

static const struct {
	const char *name;
	const char *start;
} formats[ATS_PICTURE_LAST] = {
    [ATS_PICTURE_PNG] = {"png", "\x89PNG\r\n\x1a\n"},
    [ATS_PICTURE_SVG] = {"svg", "<?xml "},
};

const char *
ats_picture_format_name(AtsPictureFormat format)
{
	return formats[format].name;
}

gboolean
ats_picture_looks_right(AtsPictureFormat format, GBytes *picture)
{
	gsize length;
	const char *data = g_bytes_get_data(picture, &length);
	const char *start = formats[format].start;

	return length > strlen(start) && memcmp(data, start, strlen(start)) == 0;
}
