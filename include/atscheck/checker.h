/*
 * Checks documents.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/report.h>

G_BEGIN_DECLS

#define ATSCHECK_TYPE_CHECKER (atscheck_checker_get_type())
/**
 * AtscheckChecker:
 *
 * Settings, and the calls that check a document with them. May be used for many documents. As long
 * as nobody changes its settings, many threads may check with one checker at the same time.
 */
ATSCHECK_API
G_DECLARE_FINAL_TYPE(AtscheckChecker, atscheck_checker, ATSCHECK, CHECKER, GObject)

/**
 * atscheck_checker_new:
 *
 * Returns: (transfer full): a checker with the default settings
 */
ATSCHECK_API AtscheckChecker *
atscheck_checker_new(void);

/**
 * atscheck_checker_set_timeout:
 * @milliseconds: how long one document may take; 0 for the default
 */
ATSCHECK_API void
atscheck_checker_set_timeout(AtscheckChecker *self, guint milliseconds);

ATSCHECK_API guint
atscheck_checker_get_timeout(AtscheckChecker *self);

/**
 * atscheck_checker_set_max_bytes:
 * @bytes: how large a document may be, up to 512 MiB; 0 for the default
 */
ATSCHECK_API void
atscheck_checker_set_max_bytes(AtscheckChecker *self, guint64 bytes);

ATSCHECK_API guint64
atscheck_checker_get_max_bytes(AtscheckChecker *self);

/**
 * atscheck_checker_set_max_memory:
 * @bytes: how much memory the process that reads a document may have, its libraries included, from
 * 160 MiB; 0 for the default of 512 MiB
 *
 * To be set before the first document: processes that are there keep theirs.
 */
ATSCHECK_API void
atscheck_checker_set_max_memory(AtscheckChecker *self, guint64 bytes);

ATSCHECK_API guint64
atscheck_checker_get_max_memory(AtscheckChecker *self);

/**
 * atscheck_checker_set_max_cpu:
 * @seconds: how much processor time one document may take; 0 for the default of 10, or as long as
 * the timeout where that is over 20
 */
ATSCHECK_API void
atscheck_checker_set_max_cpu(AtscheckChecker *self, guint seconds);

ATSCHECK_API guint
atscheck_checker_get_max_cpu(AtscheckChecker *self);

/**
 * atscheck_checker_set_isolation:
 * @isolation: %ATSCHECK_ISOLATION_DOCUMENT unless set
 *
 * Whether documents may share a worker process, one after the other. Either way the caller is safe
 * from them, and the report on a document does not depend on those before it. What a document of a
 * stranger that takes over its worker may learn is the next documents of that worker: keep them
 * apart where they belong to different people.
 */
ATSCHECK_API void
atscheck_checker_set_isolation(AtscheckChecker *self, AtscheckIsolation isolation);

ATSCHECK_API AtscheckIsolation
atscheck_checker_get_isolation(AtscheckChecker *self);

/**
 * atscheck_checker_prepare:
 * @name: (type filename): of a document that will come, by whose end the program is chosen that
 * reads it
 *
 * Starts that program now, so that it loads while the caller still does other things, such as
 * reading the document. Settings may still change. Only a matter of speed, and only for one
 * document that a checker is made for: processes that documents share are started by the first.
 *
 * To be called in a thread that lives until that document is checked.
 */
ATSCHECK_API void
atscheck_checker_prepare(AtscheckChecker *self, const char *name);

/**
 * atscheck_checker_set_workers:
 * @n_workers: how many worker processes a format may have at once; 0, and unless set, as many as
 * there are processors
 *
 * Calls from more threads wait for their turn, which does not count for the timeout.
 */
ATSCHECK_API void
atscheck_checker_set_workers(AtscheckChecker *self, guint n_workers);

ATSCHECK_API guint
atscheck_checker_get_workers(AtscheckChecker *self);

/**
 * atscheck_checker_set_sandbox:
 * @sandbox: %ATSCHECK_SANDBOX_AUTO unless set
 *
 * How tightly the worker processes are boxed that read documents to come.
 */
ATSCHECK_API void
atscheck_checker_set_sandbox(AtscheckChecker *self, AtscheckSandbox sandbox);

ATSCHECK_API AtscheckSandbox
atscheck_checker_get_sandbox(AtscheckChecker *self);

/**
 * atscheck_checker_dup_sandbox_level:
 * @cancellable: (nullable): a #GCancellable
 *
 * Starts a worker process and asks it how tightly it is boxed; each report says it too. Blocks.
 *
 * Returns: (transfer full): what there is of "landlock 7, seccomp, rlimits", in that order, the
 * number being the version of Landlock's interface; or %NULL with %ATSCHECK_ERROR_INTERNAL where
 * %ATSCHECK_SANDBOX_REQUIRE is not to be had, or with %G_IO_ERROR_CANCELLED
 */
ATSCHECK_API char *
atscheck_checker_dup_sandbox_level(AtscheckChecker *self,
				   GCancellable *cancellable,
				   GError **error);

/**
 * atscheck_has_ocr:
 *
 * Returns: whether the library was built with OCR
 */
ATSCHECK_API gboolean
atscheck_has_ocr(void);

/**
 * atscheck_checker_set_ocr:
 * @ocr: whether to read the words that a PDF holds as pictures or shapes; %FALSE unless set, and
 * always where atscheck_has_ocr() is %FALSE
 *
 * The words that nobody finds in the text become the evidence of the findings on them. Reading
 * takes some seconds a page, up to a minute in all beside the timeout; a finding whose words cannot
 * be made out stays as it is. Pictures in a DOCX are not read.
 */
ATSCHECK_API void
atscheck_checker_set_ocr(AtscheckChecker *self, gboolean ocr);

ATSCHECK_API gboolean
atscheck_checker_get_ocr(AtscheckChecker *self);

/**
 * atscheck_checker_ignore:
 * @rule: the id of a check
 *
 * Leaves its findings out of reports to come.
 *
 * Returns: whether there is a check of that id
 */
ATSCHECK_API gboolean
atscheck_checker_ignore(AtscheckChecker *self, const char *rule);

/**
 * atscheck_checker_set_severity:
 * @rule: the id of a check
 * @severity: what all its findings shall be in reports to come
 *
 * Returns: whether there is a check of that id
 */
ATSCHECK_API gboolean
atscheck_checker_set_severity(AtscheckChecker *self, const char *rule, AtscheckSeverity severity);

/**
 * atscheck_checker_set_expected:
 * @json: (nullable): a JSON Resume 1.0 of what the documents to come hold; %NULL: not known
 *
 * For who makes resumes and knows what is in them: every field must arrive whole and in its place
 * with every family of parsers. One that does not is a finding of the check "expected-field".
 *
 * Returns: %FALSE with %ATSCHECK_ERROR_DAMAGED if it is no JSON, %ATSCHECK_ERROR_UNSUPPORTED if it
 * is no JSON Resume, or %ATSCHECK_ERROR_TOO_LARGE; what was set before stays
 */
ATSCHECK_API gboolean
atscheck_checker_set_expected(AtscheckChecker *self, GBytes *json, GError **error);

/**
 * atscheck_checker_dup_settings:
 *
 * A fingerprint of what this checker was told that its reports depend on: two checkers of one
 * version with the same fingerprint give the same report on the same bytes. Limits are not part of
 * it: a report that was made within them is the same without.
 *
 * Returns: (transfer full): 16 hexadecimal digits
 */
ATSCHECK_API char *
atscheck_checker_dup_settings(AtscheckChecker *self);

/**
 * atscheck_checker_load_file:
 * @path: (type filename): of a regular file, or a symbolic link to one; anything else is refused
 * without waiting on it
 * @cancellable: (nullable): a #GCancellable
 *
 * Reads a document without looking at it.
 *
 * Returns: (transfer full): its bytes, or %NULL with %ATSCHECK_ERROR_UNREADABLE,
 * %ATSCHECK_ERROR_TOO_LARGE or %G_IO_ERROR_CANCELLED
 */
ATSCHECK_API GBytes *
atscheck_checker_load_file(AtscheckChecker *self,
			   const char *path,
			   GCancellable *cancellable,
			   GError **error);

/**
 * atscheck_checker_load_stream:
 * @stream: read to its end, not closed
 * @cancellable: (nullable): a #GCancellable
 *
 * Returns: (transfer full): its bytes, or %NULL with the errors of atscheck_checker_load_file()
 */
ATSCHECK_API GBytes *
atscheck_checker_load_stream(AtscheckChecker *self,
			     GInputStream *stream,
			     GCancellable *cancellable,
			     GError **error);

/**
 * atscheck_checker_check_bytes:
 * @bytes: a whole PDF or DOCX, untrusted
 * @name: (nullable): how to call it in the report
 * @cancellable: (nullable): a #GCancellable
 *
 * Checks a document. Blocks until it is done, for no longer than the timeout.
 *
 * Returns: (transfer full): the report, or %NULL with an #AtscheckError or %G_IO_ERROR_CANCELLED
 */
ATSCHECK_API AtscheckReport *
atscheck_checker_check_bytes(AtscheckChecker *self,
			     GBytes *bytes,
			     const char *name,
			     GCancellable *cancellable,
			     GError **error);

/**
 * atscheck_checker_check_file:
 * @path: (type filename): of the document; also its name in the report
 * @cancellable: (nullable): a #GCancellable
 *
 * atscheck_checker_load_file() and atscheck_checker_check_bytes() in one.
 *
 * Returns: (transfer full): the report, or %NULL with an #AtscheckError or %G_IO_ERROR_CANCELLED
 */
ATSCHECK_API AtscheckReport *
atscheck_checker_check_file(AtscheckChecker *self,
			    const char *path,
			    GCancellable *cancellable,
			    GError **error);

/**
 * atscheck_checker_draw_layout:
 * @bytes: a whole PDF, untrusted
 * @page: from 1
 * @cancellable: (nullable): a #GCancellable
 *
 * Draws a page with what the layout analyser made out on it: regions, lines in human order, words
 * that nobody sees. An aid to find out why a report says what it says; what it draws may change.
 * Blocks as atscheck_checker_check_bytes() does.
 *
 * The picture comes from the worker process that read the document: it is no more to be trusted
 * than the document is.
 *
 * Returns: (transfer full): the picture, or %NULL with an #AtscheckError
 * (%ATSCHECK_ERROR_UNSUPPORTED also for a DOCX and for a page that is not there) or
 * %G_IO_ERROR_CANCELLED
 */
ATSCHECK_API GBytes *
atscheck_checker_draw_layout(AtscheckChecker *self,
			     GBytes *bytes,
			     guint page,
			     AtscheckPictureFormat format,
			     GCancellable *cancellable,
			     GError **error);

/**
 * atscheck_checker_check_bytes_async:
 * @callback: (scope async): called in the thread's default main context when it is done
 *
 * As atscheck_checker_check_bytes(), without blocking the caller. The checker's settings must not
 * change meanwhile.
 */
ATSCHECK_API void
atscheck_checker_check_bytes_async(AtscheckChecker *self,
				   GBytes *bytes,
				   const char *name,
				   GCancellable *cancellable,
				   GAsyncReadyCallback callback,
				   gpointer user_data);

/**
 * atscheck_checker_check_bytes_finish:
 *
 * Returns: (transfer full): see atscheck_checker_check_bytes()
 */
ATSCHECK_API AtscheckReport *
atscheck_checker_check_bytes_finish(AtscheckChecker *self, GAsyncResult *result, GError **error);

/**
 * atscheck_checker_check_file_async:
 * @path: (type filename): of the document
 * @callback: (scope async): called in the thread's default main context when it is done
 *
 * As atscheck_checker_check_file(), without blocking the caller. The checker's settings must not
 * change meanwhile.
 */
ATSCHECK_API void
atscheck_checker_check_file_async(AtscheckChecker *self,
				  const char *path,
				  GCancellable *cancellable,
				  GAsyncReadyCallback callback,
				  gpointer user_data);

/**
 * atscheck_checker_check_file_finish:
 *
 * Returns: (transfer full): see atscheck_checker_check_file()
 */
ATSCHECK_API AtscheckReport *
atscheck_checker_check_file_finish(AtscheckChecker *self, GAsyncResult *result, GError **error);

G_END_DECLS
