/*
 * What the first bytes of a file say it is: which worker it goes to, or what it is instead. Looks
 * at bytes, parses nothing. For sandbox, api, tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef enum {
	ATS_SNIFF_PDF,
	ATS_SNIFF_ZIP, /* a DOCX, or another package: the DOCX worker tells them apart */
	ATS_SNIFF_OLE, /* a password-protected DOCX or an old .doc: the DOCX worker tells them apart
			*/
	ATS_SNIFF_SCRAP, /* too little to be anything */
	ATS_SNIFF_OTHER,
} AtsSniff;

/**
 * ats_sniff:
 * @what: (out) (optional): for OTHER what it is, to stand after "this is": "an image (PNG)", NULL
 * if that is not known; for SCRAP what to say of the file: "empty"; static
 */
AtsSniff
ats_sniff(GBytes *bytes, const char **what);
