/*
 * A worker's life: it locks itself up, then takes jobs from its channel until that ends. For the
 * files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/zygote.h"
#include "worker/worker.h"

/**
 * ats_worker_serve:
 * @once: it ends when it has done one job, whether its channel has ended or not
 *
 * Its channel is ATS_WORKER_FD. Does not return.
 */
G_NORETURN void
ats_worker_serve(AtsWorkerDoors doors, AtsWorkerLimits limits, gboolean once);
