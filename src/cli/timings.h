/*
 * Where the time went, for --timings. For check.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "batch/batch.h"

typedef struct AtsCliTimings AtsCliTimings;

AtsCliTimings *
ats_cli_timings_new(void);

void
ats_cli_timings_free(AtsCliTimings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsCliTimings, ats_cli_timings_free)

/* @result: its report, if it has one; @write: microseconds that it took to write that */
void
ats_cli_timings_note(AtsCliTimings *self, const AtsBatchResult *result, gint64 write);

/* on standard error: the sums by stage, and of several documents the slowest */
void
ats_cli_timings_tell(const AtsCliTimings *self);
