/*
 * Writes reports in the formats that people and programs read.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/report.h>

G_BEGIN_DECLS

/**
 * AtscheckWriterFormat:
 * @ATSCHECK_WRITER_TEXT: for a person
 * @ATSCHECK_WRITER_JSON: one JSON document for all
 * @ATSCHECK_WRITER_JSONL: one JSON object a line and document
 * @ATSCHECK_WRITER_CSV: a row a document; no cell is a formula
 * @ATSCHECK_WRITER_SARIF: SARIF 2.1.0 for code scanning; at most 25,000 results, and the rest told
 * @ATSCHECK_WRITER_JUNIT: JUnit's XML, a suite a document and a test case a check
 * @ATSCHECK_WRITER_GITHUB: annotations of a workflow's run on GitHub, the worst first
 * @ATSCHECK_WRITER_MARKDOWN: a summary for a pull request that fits into a comment, the worst first
 *
 * All write a document as it comes, but for the last two, which keep the worst in bounded memory
 * until atscheck_writer_finish().
 */
typedef enum {
	ATSCHECK_WRITER_TEXT,
	ATSCHECK_WRITER_JSON,
	ATSCHECK_WRITER_JSONL,
	ATSCHECK_WRITER_CSV,
	ATSCHECK_WRITER_SARIF,
	ATSCHECK_WRITER_JUNIT,
	ATSCHECK_WRITER_GITHUB,
	ATSCHECK_WRITER_MARKDOWN,
} AtscheckWriterFormat;

/**
 * AtscheckWriterFlags:
 * @ATSCHECK_WRITER_PLAIN: nothing of the below
 * @ATSCHECK_WRITER_COLOUR: text with terminal colours
 * @ATSCHECK_WRITER_BRIEF: text with the verdicts and, of a single document, its findings only
 * @ATSCHECK_WRITER_MANY: a batch: text with short entries and a closing line, JSON with one object
 * around all
 */
typedef enum { /*< flags >*/
	       ATSCHECK_WRITER_PLAIN = 0,
	       ATSCHECK_WRITER_COLOUR = 1 << 0,
	       ATSCHECK_WRITER_BRIEF = 1 << 1,
	       ATSCHECK_WRITER_MANY = 1 << 2,
} AtscheckWriterFlags;

/**
 * atscheck_writer_format_from_name:
 * @name: "text", "json", "jsonl", "csv", "sarif", "junit", "github" or "markdown"
 * @format: (out): where to put it; untouched on failure
 *
 * Returns: whether there is a format of that name
 */
ATSCHECK_API gboolean
atscheck_writer_format_from_name(const char *name, AtscheckWriterFormat *format);

/**
 * atscheck_writer_list_formats:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of all formats
 */
ATSCHECK_API const char *const *
atscheck_writer_list_formats(void);

#define ATSCHECK_TYPE_WRITER (atscheck_writer_get_type())
/**
 * AtscheckWriter:
 *
 * Writes documents one after the other to one stream. Used by one thread at a time.
 */
ATSCHECK_API
G_DECLARE_FINAL_TYPE(AtscheckWriter, atscheck_writer, ATSCHECK, WRITER, GObject)

/**
 * atscheck_writer_new:
 * @stream: where to; not closed
 *
 * Returns: (transfer full): a writer that has written nothing yet
 */
ATSCHECK_API AtscheckWriter *
atscheck_writer_new(AtscheckWriterFormat format, AtscheckWriterFlags flags, GOutputStream *stream);

/**
 * atscheck_writer_set_width:
 * @columns: for text to fill; 80 unless set, 40 at least
 *
 * To be set before the first document is added.
 */
ATSCHECK_API void
atscheck_writer_set_width(AtscheckWriter *self, guint columns);

/**
 * atscheck_writer_set_fail_on:
 * @severity: findings of it or worse fail a test case of JUnit; %ATSCHECK_SEVERITY_ERROR unless
 * set, and with a number above it none does
 *
 * Holds for the documents that are added after it.
 */
ATSCHECK_API void
atscheck_writer_set_fail_on(AtscheckWriter *self, AtscheckSeverity severity);

/**
 * atscheck_writer_set_settings:
 * @settings: (nullable): see atscheck_checker_dup_settings(); %NULL, as it is unless set: not known
 *
 * For JSON. Holds for the documents that are added after it.
 */
ATSCHECK_API void
atscheck_writer_set_settings(AtscheckWriter *self, const char *settings);

/**
 * atscheck_writer_add_report:
 *
 * Returns: %FALSE with the stream's error
 */
ATSCHECK_API gboolean
atscheck_writer_add_report(AtscheckWriter *self, AtscheckReport *report, GError **error);

/**
 * atscheck_writer_add_failure:
 * @name: how to call the document
 * @bytes: (nullable): the document, if it could be read
 * @failure: why it could not be checked
 *
 * Returns: %FALSE with the stream's error
 */
ATSCHECK_API gboolean
atscheck_writer_add_failure(AtscheckWriter *self,
			    const char *name,
			    GBytes *bytes,
			    const GError *failure,
			    GError **error);

/**
 * atscheck_writer_finish:
 *
 * Writes what comes after the last document. Nothing can be added after it.
 *
 * Returns: %FALSE with the stream's error
 */
ATSCHECK_API gboolean
atscheck_writer_finish(AtscheckWriter *self, GError **error);

G_END_DECLS
