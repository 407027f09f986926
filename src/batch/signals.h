/*
 * SIGINT and SIGTERM as calls in a thread. For batch.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef struct AtsBatchSignals AtsBatchSignals;

/* @stop is called at the first signal, in a thread of its own; the second ends the process as if
 * nobody had caught it. To be called before other threads are started */
AtsBatchSignals *
ats_batch_signals_new(void);

/* from now on */
void
ats_batch_signals_watch(AtsBatchSignals *signals, void (*stop)(gpointer data), gpointer data);

/* the first that came; 0: none */
int
ats_batch_signals_get(AtsBatchSignals *signals);

/* from now on they do what they did before */
void
ats_batch_signals_free(AtsBatchSignals *signals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsBatchSignals, ats_batch_signals_free)
