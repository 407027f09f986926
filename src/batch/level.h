/*
 * One folder on the way of a walk: its names in order, a bounded piece of them at a time. For
 * walk.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <sys/types.h>

#include "batch/others.h"
#include "batch/patterns.h"

/**
 * AtsBatchRules:
 * @patterns: lent
 * @recursive: also the folders in a folder
 * @follow: also what symbolic links in a folder lead to
 * @others: counts what is passed over; no files where globs say what to check
 */
typedef struct {
	const AtsBatchPatterns *patterns;
	gboolean recursive;
	gboolean follow;
	AtsBatchOthers *others;
} AtsBatchRules;

typedef enum {
	ATS_BATCH_ENTRY_NONE, /* there are no more */
	ATS_BATCH_ENTRY_DOCUMENT,
	ATS_BATCH_ENTRY_FOLDER,
} AtsBatchEntry;

typedef struct AtsBatchLevel AtsBatchLevel;

/**
 * ats_batch_level_open:
 * @bytes: of names to hold at once; a larger folder is read several times
 *
 * Returns: (nullable): NULL with errno
 */
AtsBatchLevel *
ats_batch_level_open(const char *path, gsize bytes, const AtsBatchRules *rules);

void
ats_batch_level_free(AtsBatchLevel *level);

/**
 * ats_batch_level_next:
 * @name: (out) (transfer none): valid until the next call
 *
 * Returns: what comes next in the order of the names' bytes; folders also where they are not to be
 * walked, so that the caller knows of them
 */
AtsBatchEntry
ats_batch_level_next(AtsBatchLevel *level, const char **name);

/* errno of a reading that ended it before all names were given; 0: none did */
int
ats_batch_level_failed(const AtsBatchLevel *level);

const char *
ats_batch_level_path(const AtsBatchLevel *level);

/* whether both are the same folder, by whatever path */
gboolean
ats_batch_level_is_same(const AtsBatchLevel *a, const AtsBatchLevel *b);
