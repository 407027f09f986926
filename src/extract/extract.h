/*
 * Bytes in, Document out: one door a format. For the worker programs; each links the one door it
 * needs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"

/**
 * ats_extract_pdf, ats_extract_docx:
 * @bytes: the whole file, untrusted
 *
 * Returns: (transfer full): the document, or NULL with an ATS_ERROR (ENCRYPTED, UNSUPPORTED,
 * DAMAGED, TOO_LARGE, ...) whose message is one line that tells a person what is wrong and what to
 * do
 */
AtsDocument *
ats_extract_pdf(GBytes *bytes, GError **error);

AtsDocument *
ats_extract_docx(GBytes *bytes, GError **error);
