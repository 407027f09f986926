/*
 * What the writers of one format each share with the door in writer.c. For the files of this room
 * alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/tally.h"
#include "report/writer.h"

/* what a batch comes to */
typedef struct {
	guint n_documents;
	guint n_verdicts[ATS_VERDICT_FAIL + 1];
	guint n_failures;
	guint n_findings[ATS_SEVERITY_ERROR + 1];
	AtsTally *more; /* NULL but in a batch */
} AtsWriterSummary;

/* how the document is to be written */
typedef struct {
	AtsWriterOptions options;
	guint width;
	char *settings; /* a fingerprint of the options that reports depend on; NULL: not known */
	guint fail_on; /* findings of that severity or worse are failures; above ATS_SEVERITY_ERROR:
			  none is */
	gpointer state; /* the format's own, as large as its class says, all zero at first */
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
	/* what it keeps from one document to the next, at most a bounded amount; none for most */
	gsize state_size;
	void (*clear)(gpointer state);
	gboolean has_summary; /* it tells more of a batch than how many of what */
} AtsWriterClass;

extern const AtsWriterClass ats_writer_text;
extern const AtsWriterClass ats_writer_json;
extern const AtsWriterClass ats_writer_jsonl;
extern const AtsWriterClass ats_writer_csv;
extern const AtsWriterClass ats_writer_sarif;
extern const AtsWriterClass ats_writer_junit;
extern const AtsWriterClass ats_writer_github;
extern const AtsWriterClass ats_writer_markdown;

/* --- what several formats say alike --- */

/* only what is whole is called 100 */
guint
ats_writer_whole_points(double score);

/* "3 documents: 1 pass, 1 risk, 0 fail, 1 not checked; 2 errors, …"; (transfer full) */
char *
ats_writer_closing_line(const AtsWriterSummary *tally);

/* "2 errors, 1 warning, 0 notes" of a document; (transfer full) */
char *
ats_writer_counts(const AtsReport *report);

/* "line, block"; "" for none; (transfer full) */
char *
ats_writer_families(const AtsFinding *finding);

/* "page 1, top left", or the pointer of the expected field, safe to show; NULL for no place at all;
 * (transfer full) */
char *
ats_writer_place(const AtsReport *report, const AtsFinding *finding);

/* "too-large" */
const char *
ats_writer_error_name(const GError *failure);
