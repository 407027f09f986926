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

/**
 * ats_extract_pdf_warm_up:
 *
 * Makes what all PDF have in common, for the life of the process.
 *
 * Returns: (transfer full): a small PDF of our own, by which the rest of the way can be warmed up
 */
GBytes *
ats_extract_pdf_warm_up(void);
