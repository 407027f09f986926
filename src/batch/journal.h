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
 * @settings: a fingerprint of the options that reports depend on; reports with another are not kept
 *
 * Returns: (nullable): NULL with an error, also while another run writes to it
 */
AtsBatchJournal *
ats_batch_journal_open(const char *path, const char *settings, GError **error);

/* FILE.part stays where it is, unless the journal was finished */
void
ats_batch_journal_free(AtsBatchJournal *journal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsBatchJournal, ats_batch_journal_free)

/* where reports are written to; lent */
GOutputStream *
ats_batch_journal_stream(AtsBatchJournal *journal);

/* an AtsBatchFind, with a journal as data */
gint64
ats_batch_journal_find(gpointer journal,
		       const char *name,
		       const char *sha256,
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
