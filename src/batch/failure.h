/*
 * What the system says of a failure, as a GError. For the files of this room, and for cli.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

/* @reason: an errno; always FALSE */
static inline gboolean
ats_batch_fail(GError **error, int reason)
{
	g_set_error_literal(error,
			    G_IO_ERROR,
			    (gint)g_io_error_from_errno(reason),
			    g_strerror(reason));
	return FALSE;
}
