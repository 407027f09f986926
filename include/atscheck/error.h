/*
 * Why a document could not be checked.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/macros.h>

G_BEGIN_DECLS

#define ATSCHECK_ERROR (atscheck_error_quark())

/**
 * AtscheckError:
 * @ATSCHECK_ERROR_ENCRYPTED: it needs a password
 * @ATSCHECK_ERROR_UNSUPPORTED: it is not a PDF or DOCX; the message says what it is instead
 * @ATSCHECK_ERROR_DAMAGED: it starts as one but cannot be read
 * @ATSCHECK_ERROR_TOO_LARGE: it is over a limit of size
 * @ATSCHECK_ERROR_TIMEOUT: it takes too long to read
 * @ATSCHECK_ERROR_MEMORY: it takes too much memory to read
 * @ATSCHECK_ERROR_CRASHED: the worker process crashed on it
 * @ATSCHECK_ERROR_UNREADABLE: there is no such file, no permission to read it, or it is not a
 * regular file
 * @ATSCHECK_ERROR_INTERNAL: the worker process could not be started
 * @ATSCHECK_ERROR_SANDBOX: the worker process was killed since it tried what is forbidden to it, as
 * one does that a document has taken over
 *
 * Messages are one line in English without a full stop, made to stand after the document's name and
 * a colon.
 */
typedef enum {
	ATSCHECK_ERROR_ENCRYPTED,
	ATSCHECK_ERROR_UNSUPPORTED,
	ATSCHECK_ERROR_DAMAGED,
	ATSCHECK_ERROR_TOO_LARGE,
	ATSCHECK_ERROR_TIMEOUT,
	ATSCHECK_ERROR_MEMORY,
	ATSCHECK_ERROR_CRASHED,
	ATSCHECK_ERROR_UNREADABLE,
	ATSCHECK_ERROR_INTERNAL,
	ATSCHECK_ERROR_SANDBOX,
} AtscheckError;

ATSCHECK_API GQuark
atscheck_error_quark(void);

/**
 * atscheck_error_get_name:
 * @code: an #AtscheckError, as a #GError holds it
 *
 * Returns: (transfer none): the code's name in reports: "too-large"
 */
ATSCHECK_API const char *
atscheck_error_get_name(gint code);

G_END_DECLS
