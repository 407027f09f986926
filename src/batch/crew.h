/*
 * The threads that load and check documents, and the window that puts what they did back in order.
 * For batch.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "batch/batch.h"
#include "batch/others.h"

typedef struct AtsBatchCrew AtsBatchCrew;

typedef enum {
	ATS_BATCH_CREW_RESULT,
	ATS_BATCH_CREW_WAIT, /* none yet */
	ATS_BATCH_CREW_END,  /* none to come */
} AtsBatchCrewState;

/* @batch is lent until the crew is freed; NULL when the list of paths cannot be opened */
AtsBatchCrew *
ats_batch_crew_new(const AtsBatch *batch, GError **error);

/* stops it, if it is at work; does not wait for a list that nobody writes to */
void
ats_batch_crew_free(AtsBatchCrew *crew);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsBatchCrew, ats_batch_crew_free)

/**
 * ats_batch_crew_next:
 * @until: monotonic time at which to wait no longer
 * @result: (out) (transfer full): with ATS_BATCH_CREW_RESULT
 */
AtsBatchCrewState
ats_batch_crew_next(AtsBatchCrew *crew, gint64 until, AtsBatchResult **result);

/* what was passed over on the way; lent, and only at the end */
const AtsBatchOthers *
ats_batch_crew_get_others(const AtsBatchCrew *crew);

/* nothing new is begun, and what is at work is dropped; what is done can still be taken. May be
 * called in any thread */
void
ats_batch_crew_stop(AtsBatchCrew *crew);
