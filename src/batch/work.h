/*
 * What is done for one path: it is loaded and checked. For crew.c and batch.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "batch/batch.h"

/* fills what @result lacks; called in any thread */
void
ats_batch_work_on(const AtsBatch *batch, AtsBatchResult *result, GCancellable *cancellable);

/* bytes that it takes to hold on to, about */
gsize
ats_batch_work_weigh(const AtsBatchResult *result);

void
ats_batch_result_free(AtsBatchResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsBatchResult, ats_batch_result_free)
