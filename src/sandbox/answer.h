/*
 * Takes a running worker's answer within time and size, ends it, and says what became of it. For
 * the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

#include "report/request.h"
#include "sandbox/child.h"

/**
 * ats_child_answer:
 * @child: taken over: its pipe is closed and its process gone when this returns
 * @request: what it was asked for
 *
 * Returns: (transfer full): an AtsReport, the GBytes of a picture, or the char * of words
 */
gpointer
ats_child_answer(AtsChild child,
		 AtsRequest request,
		 guint wall_ms,
		 GCancellable *cancellable,
		 GError **error);
