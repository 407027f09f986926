/*
 * The words in a picture. For the OCR worker.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_ocr_read:
 * @bytes: a PNG, untrusted, of ATS_PLAIN_DPI
 *
 * Returns: (transfer full): the words that were made out with some certainty, in valid UTF-8, a
 * line of the picture a line; empty if there are none; NULL with an ATS_ERROR
 */
char *
ats_ocr_read(GBytes *bytes, GError **error);
