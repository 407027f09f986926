/*
 * Which fonts hold pictograms rather than letters. For the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

gboolean
ats_docx_font_is_icons(const char *name);
