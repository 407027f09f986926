/*
 * A zygote: a worker program that reads no document, and forks workers that do. For the files of
 * this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "worker/worker.h"

/* takes orders from ATS_WORKER_FD until that ends; does not return */
G_NORETURN void
ats_worker_zygote(AtsWorkerDoors doors);
