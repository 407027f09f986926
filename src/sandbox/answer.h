/*
 * Takes a running worker's answer within time and size, ends it, and says what became of it. For
 * the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

#include "report/report.h"
#include "sandbox/child.h"

/* takes over @child: its pipe is closed and its process gone when this returns */
AtsReport *
ats_child_answer(AtsChild child, guint wall_ms, GCancellable *cancellable, GError **error);
