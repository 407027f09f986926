/*
 * A zygote as the library holds it: a program that is started once and forks workers. For the files
 * of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/zygote.h"

typedef struct _AtsZygote AtsZygote;

AtsZygote *
ats_zygote_start(const char *program, GError **error);

/* @theirs: ATS_FORK_FDS descriptors for it, which stay the caller's. Safe in any thread. A zygote
 * that is gone closes its copies, by which it is known */
void
ats_zygote_order(AtsZygote *zygote, AtsWorkerLimits limits, const int *theirs);

AtsZygote *
ats_zygote_ref(AtsZygote *zygote);

/* the last one ends it, and so all its workers */
void
ats_zygote_unref(AtsZygote *zygote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsZygote, ats_zygote_unref)
