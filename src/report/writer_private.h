/*
 * What the writers of one format each share with the door in writer.c. For the files of this room
 * alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/writer.h"

/* what a batch comes to */
typedef struct {
	guint n_documents;
	guint n_verdicts[ATS_VERDICT_FAIL + 1];
	guint n_failures;
	guint n_findings[ATS_SEVERITY_ERROR + 1];
} AtsWriterSummary;

/* how the document is to be written */
typedef struct {
	AtsWriterOptions options;
	guint width;
} AtsWriterStyle;

/* a format: each function appends to @out; @tally counts the documents before this one, and all of
 * them in @finish */
typedef struct {
	void (*add)(GString *out,
		    const AtsWriterStyle *style,
		    const AtsWriterSummary *tally,
		    const AtsWriterDocument *about,
		    const AtsReport *report,
		    const GError *failure);
	void (*finish)(GString *out, const AtsWriterStyle *style, const AtsWriterSummary *tally);
} AtsWriterClass;

extern const AtsWriterClass ats_writer_text;
extern const AtsWriterClass ats_writer_json;
extern const AtsWriterClass ats_writer_jsonl;
