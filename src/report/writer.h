/*
 * Reports on their way out: one writer a format behind one door, fed a document at a time. For api,
 * and for tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

#include "report/report.h"

typedef enum {
	ATS_WRITER_TEXT,     /* for people */
	ATS_WRITER_JSON,     /* one object: the document's, or of a batch {"schema", "documents",
				"summary"} */
	ATS_WRITER_JSONL,    /* the document's object on a line of its own, flushed as it is done */
	ATS_WRITER_CSV,	     /* a row a document */
	ATS_WRITER_SARIF,    /* SARIF 2.1.0, as code scanning takes it */
	ATS_WRITER_JUNIT,    /* a suite a document, a test case a check */
	ATS_WRITER_GITHUB,   /* commands that annotate a run of a workflow, the worst first */
	ATS_WRITER_MARKDOWN, /* a summary for a pull request, the worst first */
	ATS_WRITER_FORMAT_LAST
} AtsWriterFormat;

typedef enum {
	ATS_WRITER_PLAIN = 0,
	ATS_WRITER_COLOUR = 1 << 0, /* text: with the terminal's colours */
	ATS_WRITER_BRIEF = 1 << 1,  /* text: less; of one document the verdict and a list of the
				       findings, of a batch the  verdicts alone */
	ATS_WRITER_MANY = 1 << 2,   /* a batch: text gets short entries and a closing line, JSON one
				       object around all */
} AtsWriterOptions;

/**
 * AtsWriterDocument: what is known of a file before it is read
 * @name: as the user gave it; any bytes
 * @sha256: in hexadecimal; NULL if it could not be read
 * @format: "pdf", "docx" or NULL if not known
 */
typedef struct {
	const char *name;
	guint64 bytes;
	const char *sha256;
	const char *format;
} AtsWriterDocument;

typedef struct AtsWriter AtsWriter;

/* @stream is kept until the writer is freed, and not closed */
AtsWriter *
ats_writer_new(AtsWriterFormat format, AtsWriterOptions options, GOutputStream *stream);

void
ats_writer_free(AtsWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsWriter, ats_writer_free)

/* text: columns to fill, 80 unless told; 40 at least */
void
ats_writer_set_width(AtsWriter *writer, guint columns);

/* JUnit: the least severity that fails a test case, an error unless told; above that: none does */
void
ats_writer_set_fail_on(AtsWriter *writer, guint severity);

/* JSON: a fingerprint of the options that reports depend on; NULL unless told: not known */
void
ats_writer_set_settings(AtsWriter *writer, const char *settings);

/**
 * ats_writer_add:
 * @report: (nullable): the answer, or
 * @failure: (nullable): why there is none; exactly one of the two
 *
 * Returns: FALSE with an error when the stream fails
 */
gboolean
ats_writer_add(AtsWriter *writer,
	       const AtsWriterDocument *about,
	       const AtsReport *report,
	       const GError *failure,
	       GError **error);

/* writes what closes the whole; nothing may be added after it */
gboolean
ats_writer_finish(AtsWriter *writer, GError **error);
