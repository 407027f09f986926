/*
 * Reads whole files within a limit. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

GBytes *
ats_load_file(const char *path, guint64 max_bytes, GCancellable *cancellable, GError **error);

GBytes *
ats_load_stream(GInputStream *stream, guint64 max_bytes, GCancellable *cancellable, GError **error);

/* for bytes that are in memory already */
void
ats_load_set_too_large(GError **error, guint64 max_bytes);
