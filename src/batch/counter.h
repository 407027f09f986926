/*
 * How many documents there are to check, counted while the first of them are at work. For batch.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "batch/batch.h"

typedef struct AtsBatchCounter AtsBatchCounter;

/* @wish is lent until the counter is freed */
AtsBatchCounter *
ats_batch_counter_new(const AtsBatchWish *wish);

void
ats_batch_counter_free(AtsBatchCounter *counter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsBatchCounter, ats_batch_counter_free)

/**
 * ats_batch_counter_get:
 * @all: (out): these are all
 */
guint
ats_batch_counter_get(AtsBatchCounter *counter, gboolean *all);
