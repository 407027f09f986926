/*
 * Why a document could not be checked: the names of the codes.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/error.h"

/* the name under which the public interface shows it */
G_DEFINE_QUARK(atscheck - error - quark, ats_error)

const char *
ats_error_name(gint code)
{
	static const char *const names[] = {
	    [ATS_ERROR_ENCRYPTED] = "encrypted",
	    [ATS_ERROR_UNSUPPORTED] = "unsupported",
	    [ATS_ERROR_DAMAGED] = "damaged",
	    [ATS_ERROR_TOO_LARGE] = "too-large",
	    [ATS_ERROR_TIMEOUT] = "timeout",
	    [ATS_ERROR_MEMORY] = "memory-limit",
	    [ATS_ERROR_CRASHED] = "crashed",
	    [ATS_ERROR_UNREADABLE] = "unreadable",
	    [ATS_ERROR_INTERNAL] = "internal",
	    [ATS_ERROR_SANDBOX] = "sandbox-violation",
	};
	G_STATIC_ASSERT(G_N_ELEMENTS(names) == ATS_ERROR_LAST);

	return code >= 0 && code < ATS_ERROR_LAST ? names[code] : names[ATS_ERROR_INTERNAL];
}
