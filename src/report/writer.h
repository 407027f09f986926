/*
 * Writes reports on documents, one after the other, in one format to one stream. For api.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

#include "report/report.h"

typedef enum {
	ATS_WRITER_TEXT,
	ATS_WRITER_JSON,
	ATS_WRITER_JSONL,
} AtsWriterFormat;

typedef enum {
	ATS_WRITER_PLAIN = 0,
	ATS_WRITER_COLOUR = 1 << 0, /* text: with terminal colours */
	ATS_WRITER_BRIEF = 1 << 1,  /* text: the verdict line and the findings only */
} AtsWriterOptions;

/**
 * AtsWriterDocument:
 *
 * What is known of a document without parsing it. @sha256 and @format are NULL where the file could not be read.
 */
typedef struct {
	const char *name; /* as the caller calls it, UTF-8 */
	guint64 bytes;
	const char *sha256; /* lower-case hexadecimal */
	const char *format; /* "pdf", "docx"; NULL for anything else */
} AtsWriterDocument;

typedef struct AtsWriter AtsWriter;

/* @stream is kept (a reference), and neither flushed nor closed */
AtsWriter *
ats_writer_new(AtsWriterFormat format, AtsWriterOptions options, GOutputStream *stream);

void
ats_writer_free(AtsWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsWriter, ats_writer_free)

/**
 * ats_writer_add:
 * @report: (nullable): the document's report
 * @failure: (nullable): why there is none; exactly one of @report and @failure is given
 *
 * Writes one document, in formats that can be written piece by piece at once. FALSE with the stream's error.
 */
gboolean
ats_writer_add(AtsWriter *writer,
	       const AtsWriterDocument *about,
	       const AtsReport *report,
	       const GError *failure,
	       GError **error);

/* writes what comes after the last document: closing brackets, summary */
gboolean
ats_writer_finish(AtsWriter *writer, GError **error);
