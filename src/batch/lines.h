/*
 * The whole lines of a file, from an offset on, without moving where others write to it. For
 * journal.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef struct AtsBatchLines AtsBatchLines;

/* @fd stays the caller's */
AtsBatchLines *
ats_batch_lines_new(int fd, gint64 offset);

void
ats_batch_lines_free(AtsBatchLines *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsBatchLines, ats_batch_lines_free)

/**
 * ats_batch_lines_next:
 * @length: (out): without the end of the line
 *
 * Returns: (nullable): a line, valid until the next call; NULL at the end, where a line that has
 * none is left out, and when the file cannot be read
 */
const char *
ats_batch_lines_next(AtsBatchLines *lines, gsize *length);

/* whether reading failed; errno says why */
gboolean
ats_batch_lines_failed(const AtsBatchLines *lines);
