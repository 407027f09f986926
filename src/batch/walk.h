/*
 * The documents of a folder, one after the other, in memory that does not grow with their number.
 * For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "batch/level.h"

typedef struct AtsBatchWalk AtsBatchWalk;

/* @rules are lent until the walk is freed */
AtsBatchWalk *
ats_batch_walk_new(const char *folder, const AtsBatchRules *rules);

void
ats_batch_walk_free(AtsBatchWalk *walk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsBatchWalk, ats_batch_walk_free)

/**
 * ats_batch_walk_next:
 * @path: (out) (transfer full): of a document, or of a folder that cannot be walked
 * @problem: (out) (transfer full) (nullable): why it cannot
 *
 * In the order of the names' bytes, what is in a folder in the folder's place.
 *
 * Returns: FALSE at the end
 */
gboolean
ats_batch_walk_next(AtsBatchWalk *walk, char **path, char **problem);
