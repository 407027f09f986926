/*
 * Why a document could not be checked: one code for each outcome, each with its stable name in reports. For all rooms.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

#define ATS_ERROR (ats_error_quark())

/**
 * AtsError:
 * @ATS_ERROR_ENCRYPTED: needs a password
 * @ATS_ERROR_UNSUPPORTED: not a PDF or DOCX; the message says what it is instead
 * @ATS_ERROR_DAMAGED: starts as one but cannot be read
 * @ATS_ERROR_TOO_LARGE: over a limit of base/limits.h
 * @ATS_ERROR_TIMEOUT: not done within the wall or CPU limit
 * @ATS_ERROR_MEMORY: not done within the memory limit
 * @ATS_ERROR_CRASHED: the worker died of a signal or answered nonsense
 * @ATS_ERROR_UNREADABLE: the file could not be read at all (missing, no permission, not a regular file)
 * @ATS_ERROR_INTERNAL: the worker could not be started
 * @ATS_ERROR_SANDBOX: the worker was killed for a system call that is not allowed to it: an attack,
 * or a fault of ours
 *
 * The numbers cross the wall between worker and library: add at the end.
 */
typedef enum {
	ATS_ERROR_ENCRYPTED,
	ATS_ERROR_UNSUPPORTED,
	ATS_ERROR_DAMAGED,
	ATS_ERROR_TOO_LARGE,
	ATS_ERROR_TIMEOUT,
	ATS_ERROR_MEMORY,
	ATS_ERROR_CRASHED,
	ATS_ERROR_UNREADABLE,
	ATS_ERROR_INTERNAL,
	ATS_ERROR_SANDBOX,
	ATS_ERROR_LAST
} AtsError;

GQuark
ats_error_quark(void);

/* the code's name in reports ("too-large"), static; for a number out of range "internal" */
const char *
ats_error_name(gint code);
