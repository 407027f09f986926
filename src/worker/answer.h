/*
 * What a worker does with one document. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "base/level.h"
#include "report/request.h"
#include "worker/worker.h"

/**
 * ats_worker_answer:
 * @level: how tightly this worker is boxed
 * @request: as report/request.h writes it
 * @bytes: the document, untrusted
 *
 * Returns: (transfer full): the frame to answer with, which may hold an error
 */
GBytes *
ats_worker_answer(AtsWorkerDoors doors, AtsSandboxLevel level, const char *request, GBytes *bytes);
