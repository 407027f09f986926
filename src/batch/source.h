/*
 * What is to be checked, one file after the other: the paths of the command line, the documents of
 * folders among them, and those of a list. For the files of this room, and for tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

#include "batch/batch.h"
#include "batch/others.h"

typedef struct AtsBatchSource AtsBatchSource;

/* @wish is lent until the source is freed; NULL when its list cannot be opened */
AtsBatchSource *
ats_batch_source_new(const AtsBatchWish *wish, GError **error);

void
ats_batch_source_free(AtsBatchSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsBatchSource, ats_batch_source_free)

/**
 * ats_batch_source_next:
 * @path: (out) (transfer full): of a file, or of what cannot be searched
 * @problem: (out) (transfer full) (nullable): why it cannot
 * @is_stdin: (out): the path is "-" and means standard input
 *
 * Returns: FALSE at the end
 */
gboolean
ats_batch_source_next(AtsBatchSource *source, char **path, char **problem, gboolean *is_stdin);

/* what was passed over until now; lent */
const AtsBatchOthers *
ats_batch_source_get_others(const AtsBatchSource *source);
