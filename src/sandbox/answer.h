/*
 * Takes a worker's answer within time and size, and says what became of it. For the files of this
 * room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gio/gio.h>

#include "report/request.h"
#include "sandbox/child.h"
#include "sandbox/sandbox.h"

/**
 * ats_answer_take:
 * @child: that was given a job. Afterwards it waits for another one, or is done
 * @deadline: monotonic time, which is @limits' wall clock as far as the job goes
 * @unknown: (out): nobody knows how the worker ended: the error says less than another try may
 *
 * Returns: (transfer full): an AtsReport, the GBytes of a picture, or the char * of words
 */
gpointer
ats_answer_take(AtsChild *child,
		AtsRequest request,
		const AtsSandboxLimits *limits,
		gint64 deadline,
		GCancellable *cancellable,
		gboolean *unknown,
		GError **error);
