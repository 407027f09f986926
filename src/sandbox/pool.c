/*
 * The workers of one checker. Each worker program has a crew; a document waits for its turn, takes
 * a worker from its program's crew, and gives it back.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sandbox/pool.h"

#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "sandbox/answer.h"
#include "sandbox/crew.h"
#include "sandbox/digest.h"
#include "sandbox/launch.h"

/* times that a document is given to a worker before it is said that it does not work; once more
 * than needed where nothing is killed from outside */
#define TRIES 2

struct _AtsPool {
	GMutex lock; /* of all that follows */
	GCond freed; /* a worker was given back, or somebody was cancelled */
	GHashTable *crews;
	AtsIsolation isolation;
	AtsSandboxMode mode;
	guint n_workers;
};

/* what a document takes through the pool */
typedef struct {
	AtsPool *pool;
	AtsCrew *crew;
	int document;
	AtsRequest request;
	const AtsSandboxLimits *limits;
	AtsWorkerLimits worker; /* that a worker for it is made with, from its turn on */
	GCancellable *cancellable;
} Job;

static void
crew_free(gpointer crew)
{
	ats_crew_free(crew);
}

guint
ats_limits_memory_mib(const AtsSandboxLimits *limits)
{
	return limits->memory_mib > 0 ? limits->memory_mib : ATS_LIMIT_MEMORY_BYTES / ATS_MIB;
}

AtsPool *
ats_pool_new(void)
{
	AtsPool *pool = g_new0(AtsPool, 1);

	g_mutex_init(&pool->lock);
	g_cond_init(&pool->freed);
	pool->crews = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, crew_free);
	ats_pool_set_workers(pool, 0);
	return pool;
}

void
ats_pool_free(AtsPool *pool)
{
	g_hash_table_unref(pool->crews);
	g_cond_clear(&pool->freed);
	g_mutex_clear(&pool->lock);
	g_free(pool);
}

/* of workers that were made for other settings than those that hold now */
static void
drop_free(AtsPool *pool)
{
	GHashTableIter iter;
	gpointer crew;

	g_hash_table_iter_init(&iter, pool->crews);
	while (g_hash_table_iter_next(&iter, NULL, &crew))
		ats_crew_drop(crew);
	g_cond_broadcast(&pool->freed);
}

void
ats_pool_set_isolation(AtsPool *pool, AtsIsolation isolation)
{
	g_mutex_lock(&pool->lock);
	pool->isolation = isolation;
	drop_free(pool);
	g_mutex_unlock(&pool->lock);
}

void
ats_pool_set_mode(AtsPool *pool, AtsSandboxMode mode)
{
	g_mutex_lock(&pool->lock);
	pool->mode = mode;
	drop_free(pool);
	g_mutex_unlock(&pool->lock);
}

void
ats_pool_set_workers(AtsPool *pool, guint n_workers)
{
	g_mutex_lock(&pool->lock);
	pool->n_workers = n_workers > 0 ? n_workers : g_get_num_processors();
	drop_free(pool);
	g_mutex_unlock(&pool->lock);
}

static AtsCrew *
get_crew(AtsPool *pool, const char *program)
{
	AtsCrew *crew;

	g_mutex_lock(&pool->lock);
	crew = g_hash_table_lookup(pool->crews, program);
	if (crew == NULL) {
		crew = ats_crew_new(program, &pool->lock);
		g_hash_table_insert(pool->crews, crew->program, crew);
	}
	g_mutex_unlock(&pool->lock);
	return crew;
}

/* of a worker that may come to do as many jobs as one does at most; each of them is watched by its
 * own clock */
static AtsWorkerLimits
pooled_limits(const AtsSandboxLimits *limits, AtsSandboxMode mode)
{
	guint64 seconds = (guint64)limits->cpu_seconds * ATS_LIMIT_WORKER_JOBS;

	return (AtsWorkerLimits){
	    .cpu_seconds = (guint32)MIN(seconds, G_MAXUINT32),
	    .memory_mib = ats_limits_memory_mib(limits),
	    .mode = mode,
	};
}

void
ats_pool_prepare(AtsPool *pool, const char *program)
{
	ats_crew_prepare(get_crew(pool, program));
}

/* --- turns --- */

/* FALSE: cancelled. TRUE with @child NULL: there is room for a new one, which is counted */
static gboolean
wait_for_turn(Job *job, gboolean fresh, AtsChild **child)
{
	AtsPool *pool = job->pool;
	AtsCrew *crew = job->crew;

	*child = NULL;
	while (!g_cancellable_is_cancelled(job->cancellable)) {
		job->worker = pooled_limits(job->limits, pool->mode);
		*child = ats_crew_take(crew, &job->worker);
		/* its place is taken by a fresh one */
		if (*child != NULL && fresh) {
			g_clear_pointer(child, ats_child_free);
			return TRUE;
		}
		if (*child != NULL)
			return TRUE;
		if (crew->n_workers < pool->n_workers) {
			crew->n_workers++;
			return TRUE;
		}
		g_cond_wait(&pool->freed, &pool->lock);
	}
	return FALSE;
}

static void
on_cancelled(GCancellable *cancellable, gpointer data)
{
	AtsPool *pool = data;

	g_mutex_lock(&pool->lock);
	g_cond_broadcast(&pool->freed);
	g_mutex_unlock(&pool->lock);
}

static gboolean
get_turn(Job *job, gboolean fresh, AtsChild **child)
{
	gulong handler = 0;
	gboolean granted;

	if (job->cancellable != NULL)
		handler = g_cancellable_connect(job->cancellable,
						G_CALLBACK(on_cancelled),
						job->pool,
						NULL);
	g_mutex_lock(&job->pool->lock);
	granted = wait_for_turn(job, fresh, child);
	g_mutex_unlock(&job->pool->lock);
	g_cancellable_disconnect(job->cancellable, handler);
	return granted;
}

/* --- there and back --- */

/* @child: (nullable) (transfer full): none could be made */
static void
give_back(Job *job, AtsChild *child)
{
	AtsPool *pool = job->pool;
	gboolean keep;

	g_mutex_lock(&pool->lock);
	keep = child != NULL && !child->done && pool->isolation == ATS_ISOLATION_POOL &&
	       child->lease >= 0 && child->n_jobs < ATS_LIMIT_WORKER_JOBS &&
	       job->crew->n_workers <= pool->n_workers;
	if (keep)
		ats_crew_keep(job->crew, g_steal_pointer(&child));
	else
		job->crew->n_workers--;
	/* all of them: the one that a signal woke might wait for another crew's */
	g_cond_broadcast(&pool->freed);
	/* it takes a while to go, for which nobody has to wait now */
	if (child != NULL && ats_child_dismiss(child))
		job->crew->alone = g_steal_pointer(&child);
	g_mutex_unlock(&pool->lock);
	if (child != NULL)
		ats_child_free(child);
}

static AtsChild *
make_worker(const Job *job, GError **error)
{
	AtsIsolation isolation;

	g_mutex_lock(&job->pool->lock);
	isolation = job->pool->isolation;
	g_mutex_unlock(&job->pool->lock);
	return ats_crew_make(job->crew, isolation, job->worker, job->limits->cpu_seconds, error);
}

/* (nullable): a worker that has the job */
static AtsChild *
start(Job *job, gboolean fresh, GError **error)
{
	while (TRUE) {
		AtsChild *child;
		if (!get_turn(job, fresh, &child)) {
			g_cancellable_set_error_if_cancelled(job->cancellable, error);
			return NULL;
		}
		if (child == NULL)
			child = make_worker(job, error);
		/* one that cannot even be given the job has ended by itself, and a new one is not
		 * refused it */
		if (child != NULL &&
		    (ats_child_send(child, job->request, job->document) || child->n_jobs == 1))
			return child;
		if (child != NULL)
			child->done = TRUE;
		give_back(job, child);
		if (child == NULL)
			return NULL;
	}
}

/* whether the worker's history, or the host, may have had a hand in it */
static gboolean
is_doubtful(const AtsChild *child, gboolean unknown, const GError *error)
{
	return unknown ||
	       (child->n_jobs > 1 && (g_error_matches(error, ATS_ERROR, ATS_ERROR_CRASHED) ||
				      g_error_matches(error, ATS_ERROR, ATS_ERROR_SANDBOX) ||
				      g_error_matches(error, ATS_ERROR, ATS_ERROR_MEMORY)));
}

/* @deadline: (inout): 0: the clock starts when a worker has the job */
static gpointer
try(Job *job,
    gboolean fresh,
    char **sum,
    GBytes *bytes,
    gint64 *deadline,
    gboolean *doubtful,
    GError **error)
{
	g_autoptr(GError) local = NULL;
	gboolean unknown;
	gpointer result;
	AtsChild *child = start(job, fresh, error);

	*doubtful = FALSE;
	if (child == NULL)
		return NULL;
	if (*deadline == 0)
		*deadline = g_get_monotonic_time() + (gint64)job->limits->wall_ms * 1000;
	/* the worker has a processor of its own, and there is nothing else to do meanwhile */
	if (sum != NULL && *sum == NULL)
		*sum = ats_digest(bytes);
	result = ats_answer_take(child,
				 job->request,
				 job->limits,
				 *deadline,
				 job->cancellable,
				 &unknown,
				 &local);
	*doubtful = is_doubtful(child, unknown, local);
	give_back(job, child);
	if (local != NULL)
		g_propagate_error(error, g_steal_pointer(&local));
	return result;
}

gpointer
ats_pool_run(AtsPool *pool,
	     const char *program,
	     GBytes *bytes,
	     AtsRequest request,
	     const AtsSandboxLimits *limits,
	     char **sha256,
	     GCancellable *cancellable,
	     GError **error)
{
	g_autofree char *sum = NULL;
	g_autoptr(GError) local = NULL;
	gboolean doubtful = TRUE;
	gpointer result = NULL;
	gint64 deadline = 0;
	Job job = {
	    .pool = pool,
	    .crew = get_crew(pool, program),
	    .document = ats_launch_document(bytes, error),
	    .request = request,
	    .limits = limits,
	    .cancellable = cancellable,
	};

	if (job.document < 0)
		return NULL;
	for (guint i = 0; i < TRIES && doubtful; i++) {
		g_clear_error(&local);
		result = try(&job,
			     i > 0,
			     sha256 != NULL ? &sum : NULL,
			     bytes,
			     &deadline,
			     &doubtful,
			     &local);
	}
	close(job.document);
	if (result == NULL)
		g_propagate_error(error, g_steal_pointer(&local));
	else if (sha256 != NULL)
		*sha256 = g_steal_pointer(&sum);
	return result;
}
