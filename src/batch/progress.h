/*
 * How far a batch is: one line at the bottom of a terminal that standard error is. For batch.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * AtsBatchCount:
 * @n_done: documents that are done
 * @n_known: documents that are known of, in all
 * @all_known: there are no others
 * @n_fail: documents with the verdict fail
 * @n_failures: documents that could not be checked
 */
typedef struct {
	guint n_done;
	guint n_known;
	gboolean all_known;
	guint n_fail;
	guint n_failures;
} AtsBatchCount;

typedef struct AtsBatchProgress AtsBatchProgress;

AtsBatchProgress *
ats_batch_progress_new(void);

/* the line stays where it is; hide it first where it is in the way */
void
ats_batch_progress_free(AtsBatchProgress *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsBatchProgress, ats_batch_progress_free)

void
ats_batch_progress_show(AtsBatchProgress *progress, const AtsBatchCount *count);

/* before something else is written to the terminal; nothing if it is hidden */
void
ats_batch_progress_hide(AtsBatchProgress *progress);

/**
 * ats_batch_progress_format:
 * @rate: documents a second; 0: not known yet
 * @columns: that the line may have
 *
 * Returns: (transfer full): the line; shorter words, then fewer things, where there is no room
 */
char *
ats_batch_progress_format(const AtsBatchCount *count, double rate, guint columns);
