/*
 * The formats in which a worker can draw a page, and what their first bytes look like. For all
 * rooms.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef enum { ATS_PICTURE_PNG, ATS_PICTURE_SVG, ATS_PICTURE_LAST } AtsPictureFormat;

/* "png", "svg" */
const char *
ats_picture_format_name(AtsPictureFormat format);

/* whether the bytes begin as a picture of that format does */
gboolean
ats_picture_looks_right(AtsPictureFormat format, GBytes *picture);
