/*
 * Checks many documents: finds them, has several at work at a time, and hands what became of each
 * to the caller, one after the other in a stable order. For cli.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "batch/others.h"
#include "batch/patterns.h"

/**
 * AtsBatchWish: what to check
 * @paths: (nullable): files, folders, "-" for standard input
 * @files_from: (nullable): a list of more of them; "-" is standard input
 * @nul_separated: the paths of the list end in NUL bytes, not in line ends
 * @recursive: also the folders in a folder
 * @follow: also what symbolic links in a folder lead to
 */
typedef struct {
	char **paths;
	const char *files_from;
	gboolean nul_separated;
	gboolean recursive;
	gboolean follow;
	AtsBatchPatterns patterns;
} AtsBatchWish;

/* what a document came to, in brief */
typedef struct {
	gboolean checked;
	AtscheckVerdict verdict;
	guint n_findings[ATSCHECK_SEVERITY_ERROR + 1]; /* by severity */
	char *message;				       /* why it was not checked; NULL if it was */
} AtsBatchOutcome;

/**
 * AtsBatchResult: what became of one path
 * @name: of the document in reports
 * @problem: the path is no document, but a folder or list that cannot be searched, and why; all
 * below is unset
 * @report: of the document; NULL if it was not checked, or not now
 * @failure: why it could not be checked; NULL if it could
 * @bytes: of a document that could not be checked; NULL if it could not even be read
 * @load_time: microseconds that it took to read it
 * @kept: where its record of an earlier run is; -1: it was checked now
 */
typedef struct {
	char *path;
	char *name;
	gboolean is_stdin;
	char *problem;
	AtscheckReport *report;
	GError *failure;
	GBytes *bytes;
	gint64 load_time;
	gint64 kept;
	AtsBatchOutcome outcome;
} AtsBatchResult;

/**
 * AtsBatchFind:
 * @result: of which only the path and the name are known
 *
 * Called in any thread, several at a time.
 *
 * Returns: where the record of that document in an earlier run is, with @outcome filled; -1: there
 * is none to keep
 */
typedef gint64 (*AtsBatchFind)(gpointer data,
			       const AtsBatchResult *result,
			       const char *sha256,
			       AtsBatchOutcome *outcome);

/**
 * AtsBatchReview:
 *
 * Called in any thread, several at a time.
 *
 * Returns: (transfer full): what is to be said of the document in the place of @report
 */
typedef AtscheckReport *(*AtsBatchReview)(gpointer data,
					  const AtsBatchResult *result,
					  AtscheckReport *report);

/* called in the thread that runs the batch. FALSE with an error ends it */
typedef gboolean (*AtsBatchTake)(gpointer data, const AtsBatchResult *result, GError **error);

/**
 * AtsBatch: how to check
 * @jobs: documents at work at a time; 0: one, in the thread that runs the batch, which then shows
 * no progress
 * @unordered: give results as they come, not in the order of the paths
 * @progress: show how far it is on standard error, which is a terminal
 * @speaks: @take writes to standard output, which may be the same terminal
 * @find: (nullable): asked before a document is checked
 * @review: (nullable): given each new report before it is counted
 * @take: given each result
 * @others: (out): files in folders that were passed over; only where the batch came to its end
 */
typedef struct {
	const AtsBatchWish *wish;
	AtscheckChecker *checker;
	guint jobs;
	gboolean unordered;
	gboolean progress;
	gboolean speaks;
	AtsBatchFind find;
	AtsBatchReview review;
	AtsBatchTake take;
	AtsBatchOthers *others;
	gpointer data;
} AtsBatch;

/**
 * ats_batch_run:
 * @signal: (out): SIGINT or SIGTERM if one of them ended it early, after what was done until then
 * was given to @take; 0 if none did
 *
 * A second such signal ends the process at once.
 *
 * Returns: FALSE with the error of @take, or when the list of paths cannot be opened
 */
gboolean
ats_batch_run(const AtsBatch *batch, int *signal, GError **error);
