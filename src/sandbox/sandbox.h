/*
 * The library's side of the wall: which worker a document goes to. For api and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

#include "report/report.h"
#include "report/request.h"
#include "sandbox/pool.h"

/* starts the program for a document of that name, which will come; a matter of speed alone: what
 * the document really is, is seen when it comes */
void
ats_sandbox_prepare(AtsPool *pool, const char *name);

/**
 * ats_sandbox_check:
 * @bytes: a whole file of any kind, untrusted
 * @sha256: (out) (optional) (transfer full): of @bytes, in hexadecimal; worked out while the worker
 * is at it. untouched on
 * failure
 *
 * Sends the document to the worker that its first bytes call for. Blocks; safe in any thread and
 * beside other children of the process.
 *
 * Returns: (transfer full): the report, or NULL with an ATS_ERROR or G_IO_ERROR_CANCELLED
 */
AtsReport *
ats_sandbox_check(AtsPool *pool,
		  GBytes *bytes,
		  const AtsSandboxLimits *limits,
		  char **sha256,
		  GCancellable *cancellable,
		  GError **error);

/**
 * ats_sandbox_draw:
 * @request: for a picture
 *
 * As ats_sandbox_check(), for a picture of one page with what was made out on it.
 *
 * Returns: (transfer full): the picture; its first bytes are those of its format, and no more than
 * that is known of it
 */
GBytes *
ats_sandbox_draw(AtsPool *pool,
		 GBytes *bytes,
		 AtsRequest request,
		 const AtsSandboxLimits *limits,
		 GCancellable *cancellable,
		 GError **error);

/**
 * ats_sandbox_read_words:
 * @picture: a PNG, no more to be trusted than the document that it was drawn from
 *
 * As ats_sandbox_check(), for the words in a picture. The worker for it is there only in builds
 * with the option ocr.
 *
 * Returns: (transfer full): the words, in lines
 */
char *
ats_sandbox_read_words(AtsPool *pool,
		       GBytes *picture,
		       const AtsSandboxLimits *limits,
		       GCancellable *cancellable,
		       GError **error);

/**
 * ats_sandbox_ask_level:
 *
 * Starts a worker without a document, and asks it how tightly it is boxed. All programs get what
 * the kernel gives, so that any may be asked.
 *
 * Returns: (transfer full): ats_sandbox_level_to_text() of it
 */
char *
ats_sandbox_ask_level(AtsPool *pool,
		      const AtsSandboxLimits *limits,
		      GCancellable *cancellable,
		      GError **error);

/**
 * ats_sandbox_find_worker:
 * @format: "pdf", "docx", or "ocr" for pictures
 *
 * Looks in the folder that the environment variable ATSCHECK_WORKERS names, else beside the library
 * in its build tree, else where the installation puts them.
 *
 * Returns: (transfer full) (type filename): the path of a program, or NULL with ATS_ERROR_INTERNAL
 */
char *
ats_sandbox_find_worker(const char *format, GError **error);
