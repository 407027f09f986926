/*
 * Starts workers of one program, by its zygote or without, and keeps those that are free.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sandbox/crew.h"

#include <signal.h>

#include "base/limits.h"

/* times that a zygote is started before it is said that it does not work; once more than needed
 * where nothing is killed from outside */
#define TRIES 2

/* microseconds in which a zygote answers */
#define FORK_US ((gint64)ATS_LIMIT_FORK_MS * 1000)

AtsCrew *
ats_crew_new(const char *program, GMutex *lock)
{
	AtsCrew *crew = g_new0(AtsCrew, 1);

	crew->lock = lock;
	crew->program = g_strdup(program);
	g_queue_init(&crew->free);
	return crew;
}

void
ats_crew_free(AtsCrew *crew)
{
	g_queue_clear_full(&crew->free, (GDestroyNotify)ats_child_free);
	g_clear_pointer(&crew->alone, ats_child_free);
	g_clear_pointer(&crew->zygote, ats_zygote_unref);
	g_free(crew->program);
	g_free(crew);
}

/* --- free workers --- */

static gboolean
is_made_with(const AtsChild *child, const AtsWorkerLimits *limits)
{
	return child->limits.memory_mib == limits->memory_mib &&
	       child->limits.cpu_seconds == limits->cpu_seconds &&
	       child->limits.mode == limits->mode;
}

/* those that have ended since, or said something unasked, or were made with other limits, are none
 */
AtsChild *
ats_crew_take(AtsCrew *crew, const AtsWorkerLimits *limits)
{
	AtsChild *child;

	while ((child = g_queue_pop_head(&crew->free)) != NULL) {
		if (is_made_with(child, limits) && ats_child_is_waiting(child))
			return child;
		ats_child_free(child);
		crew->n_workers--;
	}
	return NULL;
}

void
ats_crew_keep(AtsCrew *crew, AtsChild *child)
{
	g_queue_push_head(&crew->free, child);
}

void
ats_crew_drop(AtsCrew *crew)
{
	crew->n_workers -= g_queue_get_length(&crew->free);
	g_queue_clear_full(&crew->free, (GDestroyNotify)ats_child_free);
}

/* --- new ones, by the zygote --- */

/* (transfer full): @not is one that is gone */
static AtsZygote *
get_zygote(AtsCrew *crew, AtsZygote * not, GError **error)
{
	AtsZygote *zygote = NULL;

	g_mutex_lock(crew->lock);
	if (crew->zygote != NULL && crew->zygote == not )
		g_clear_pointer(&crew->zygote, ats_zygote_unref);
	if (crew->zygote == NULL)
		crew->zygote = ats_zygote_start(crew->program, error);
	if (crew->zygote != NULL)
		zygote = ats_zygote_ref(crew->zygote);
	g_mutex_unlock(crew->lock);
	return zygote;
}

static AtsChild *
fork_worker(AtsCrew *crew, AtsWorkerLimits limits, GError **error)
{
	g_autoptr(AtsZygote) zygote = NULL;
	g_autoptr(AtsZygote) old = NULL;
	AtsChild *child = NULL;
	gboolean lost = TRUE;

	for (guint i = 0; i < TRIES && lost; i++) {
		g_clear_error(error);
		g_clear_pointer(&old, ats_zygote_unref);
		old = g_steal_pointer(&zygote);
		zygote = get_zygote(crew, old, error);
		if (zygote == NULL)
			return NULL;
		child =
		    ats_child_fork(zygote, limits, g_get_monotonic_time() + FORK_US, &lost, error);
	}
	return child;
}

/* --- the first one, without --- */

/* a host that lets the system bury its children does not learn how they ended; a zygote does */
static gboolean
host_learns_of_ends(void)
{
	struct sigaction action;

	return sigaction(SIGCHLD, NULL, &action) == 0 && action.sa_handler != SIG_IGN &&
	       (action.sa_flags & SA_NOCLDWAIT) == 0;
}

void
ats_crew_prepare(AtsCrew *crew)
{
	if (!host_learns_of_ends())
		return;
	g_mutex_lock(crew->lock);
	if (!crew->used && crew->alone == NULL)
		crew->alone = ats_child_spawn(crew->program, NULL);
	g_mutex_unlock(crew->lock);
}

/* the first document of a crew that keeps no workers may be its only one: it does without zygote.
 * @child: (out) (transfer full) (nullable): what waited for a first document, or was done with it
 */
static gboolean
is_alone(AtsCrew *crew, AtsIsolation isolation, AtsChild **child)
{
	gboolean alone;

	g_mutex_lock(crew->lock);
	alone = !crew->used && isolation == ATS_ISOLATION_DOCUMENT;
	*child = g_steal_pointer(&crew->alone);
	crew->used = TRUE;
	g_mutex_unlock(crew->lock);
	return alone && host_learns_of_ends();
}

AtsChild *
ats_crew_make(AtsCrew *crew,
	      AtsIsolation isolation,
	      AtsWorkerLimits limits,
	      guint cpu_seconds,
	      GError **error)
{
	g_autoptr(AtsChild) child = NULL;

	if (!is_alone(crew, isolation, &child))
		return fork_worker(crew, limits, error);
	/* one that has ended meanwhile has nothing to do with the document */
	if (child != NULL && !ats_child_is_waiting(child))
		g_clear_pointer(&child, ats_child_free);
	if (child == NULL)
		child = ats_child_spawn(crew->program, error);
	if (child == NULL)
		return NULL;
	limits.cpu_seconds = cpu_seconds;
	ats_child_limit(child, limits);
	return g_steal_pointer(&child);
}
