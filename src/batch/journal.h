/*
 * Reports in JSON Lines that outlive the run that wrote them: a later run keeps those on documents
 * that are still the same. For cli.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "batch/batch.h"

/**
 * AtsBatchJournal:
 *
 * Reports go to "FILE.part" as they come, a line each. When all are there, FILE is put in its place
 * in one step: the reports of this run, kept and new, in the order in which they were noted. A run
 * that is killed leaves FILE.part, of which the next run keeps every whole line.
 */
typedef struct AtsBatchJournal AtsBatchJournal;

/**
 * ats_batch_journal_open:
 * @path: (type filename): of FILE
 *
 * Returns: (nullable): NULL with an error, also while another run writes to it
 */
AtsBatchJournal *
ats_batch_journal_open(const char *path, GError **error);

/* FILE.part stays where it is, unless the journal was finished */
void
ats_batch_journal_free(AtsBatchJournal *journal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsBatchJournal, ats_batch_journal_free)

/* where reports are written to; lent */
GOutputStream *
ats_batch_journal_stream(AtsBatchJournal *journal);

/**
 * AtsBatchWanted: by what a report is known
 * @name: of the document
 * @sha256: of its bytes
 * @settings: a fingerprint of what the report depends on beside them
 */
typedef struct {
	const char *name;
	const char *sha256;
	const char *settings;
} AtsBatchWanted;

/* called in any thread, several at a time; returns what an AtsBatchFind does */
gint64
ats_batch_journal_find(const AtsBatchJournal *journal,
		       const AtsBatchWanted *wanted,
		       AtsBatchOutcome *outcome);

/**
 * ats_batch_journal_note:
 * @kept: what ats_batch_journal_find() returned; -1: the report that was written last
 */
void
ats_batch_journal_note(AtsBatchJournal *journal, gint64 kept);

/* puts FILE in its place */
gboolean
ats_batch_journal_finish(AtsBatchJournal *journal, GError **error);
