/*
 * Where the output goes: standard output, or a file that appears only when it is whole. For the
 * files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

typedef struct AtsCliOutput AtsCliOutput;

/**
 * ats_cli_output_open:
 * @path: (type filename) (nullable): of the file; NULL: standard output
 *
 * A regular file is written beside its place and moved there when it is closed; a device or pipe is
 * written to as it is.
 */
AtsCliOutput *
ats_cli_output_open(const char *path, GError **error);

/* a buffered stream, lent */
GOutputStream *
ats_cli_output_stream(AtsCliOutput *output);

/* writes what is buffered, and puts the file in its place. FALSE: nothing has changed there */
gboolean
ats_cli_output_close(AtsCliOutput *output, GError **error);

/* without a close before it, the file is dropped */
void
ats_cli_output_free(AtsCliOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsCliOutput, ats_cli_output_free)
