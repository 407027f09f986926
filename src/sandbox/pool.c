/*
 * The workers of one checker. Each worker program has a crew: its zygote, the workers that are
 * free, and how many there are; a document takes a worker from its program's crew and gives it
 * back.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sandbox/pool.h"

#include <signal.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "sandbox/answer.h"
#include "sandbox/child.h"
#include "sandbox/launch.h"
#include "sandbox/zygote.h"

/* times that a zygote is started, or a document is given to a worker, before it is said that it
 * does not work; once more than needed where nothing is killed from outside */
#define TRIES 2

/* microseconds in which a zygote answers */
#define FORK_US ((gint64)ATS_LIMIT_FORK_MS * 1000)

typedef struct {
	char *program;
	AtsZygote *zygote; /* NULL: not yet needed */
	AtsChild *alone;   /* of the first document, no zygote's: prepared, or dismissed and not yet
			      waited for; NULL: none, or at work */
	GQueue free;	   /* of AtsChild: each waits for a job, and the last used is first */
	guint n_workers;   /* free, at work, or being started */
	gboolean used;	   /* a document has come */
} Crew;

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
	Crew *crew;
	int document;
	AtsRequest request;
	const AtsSandboxLimits *limits;
	AtsWorkerLimits worker; /* that a worker for it is made with, from its turn on */
	GCancellable *cancellable;
} Job;

static void
crew_free(gpointer data)
{
	Crew *crew = data;

	g_queue_clear_full(&crew->free, (GDestroyNotify)ats_child_free);
	g_clear_pointer(&crew->alone, ats_child_free);
	g_clear_pointer(&crew->zygote, ats_zygote_unref);
	g_free(crew->program);
	g_free(crew);
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
	Crew *crew;

	g_hash_table_iter_init(&iter, pool->crews);
	while (g_hash_table_iter_next(&iter, NULL, (gpointer *)&crew)) {
		crew->n_workers -= g_queue_get_length(&crew->free);
		g_queue_clear_full(&crew->free, (GDestroyNotify)ats_child_free);
	}
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

static Crew *
get_crew(AtsPool *pool, const char *program)
{
	Crew *crew;

	g_mutex_lock(&pool->lock);
	crew = g_hash_table_lookup(pool->crews, program);
	if (crew == NULL) {
		crew = g_new0(Crew, 1);
		crew->program = g_strdup(program);
		g_queue_init(&crew->free);
		g_hash_table_insert(pool->crews, crew->program, crew);
	}
	g_mutex_unlock(&pool->lock);
	return crew;
}

/* --- a new worker --- */

/* a host that lets the system bury its children does not learn how they ended; a zygote does */
static gboolean
host_learns_of_ends(void)
{
	struct sigaction action;

	return sigaction(SIGCHLD, NULL, &action) == 0 && action.sa_handler != SIG_IGN &&
	       (action.sa_flags & SA_NOCLDWAIT) == 0;
}

/* (transfer full): @not is one that is gone */
static AtsZygote *
get_zygote(AtsPool *pool, Crew *crew, AtsZygote * not, GError **error)
{
	AtsZygote *zygote = NULL;

	g_mutex_lock(&pool->lock);
	if (crew->zygote != NULL && crew->zygote == not )
		g_clear_pointer(&crew->zygote, ats_zygote_unref);
	if (crew->zygote == NULL)
		crew->zygote = ats_zygote_start(crew->program, error);
	if (crew->zygote != NULL)
		zygote = ats_zygote_ref(crew->zygote);
	g_mutex_unlock(&pool->lock);
	return zygote;
}

static AtsChild *
fork_worker(AtsPool *pool, Crew *crew, AtsWorkerLimits limits, GError **error)
{
	g_autoptr(AtsZygote) zygote = NULL;
	g_autoptr(AtsZygote) old = NULL;
	AtsChild *child = NULL;
	gboolean lost = TRUE;

	for (guint i = 0; i < TRIES && lost; i++) {
		g_clear_error(error);
		g_clear_pointer(&old, ats_zygote_unref);
		old = g_steal_pointer(&zygote);
		zygote = get_zygote(pool, crew, old, error);
		if (zygote == NULL)
			return NULL;
		child =
		    ats_child_fork(zygote, limits, g_get_monotonic_time() + FORK_US, &lost, error);
	}
	return child;
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
	Crew *crew = get_crew(pool, program);

	if (!host_learns_of_ends())
		return;
	g_mutex_lock(&pool->lock);
	if (!crew->used && crew->alone == NULL)
		crew->alone = ats_child_spawn(program, NULL);
	g_mutex_unlock(&pool->lock);
}

/* --- a free worker --- */

static gboolean
is_made_with(const AtsChild *child, const AtsWorkerLimits *limits)
{
	return child->limits.memory_mib == limits->memory_mib &&
	       child->limits.cpu_seconds == limits->cpu_seconds &&
	       child->limits.mode == limits->mode;
}

/* those that have ended since, or said something unasked, or were made with other limits, are none
 */
static AtsChild *
take_free(Crew *crew, const AtsWorkerLimits *limits)
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

/* FALSE: cancelled. TRUE with @child NULL: there is room for a new one, which is counted */
static gboolean
wait_for_turn(Job *job, gboolean fresh, AtsChild **child)
{
	AtsPool *pool = job->pool;
	Crew *crew = job->crew;

	*child = NULL;
	while (!g_cancellable_is_cancelled(job->cancellable)) {
		job->worker = pooled_limits(job->limits, pool->mode);
		*child = take_free(crew, &job->worker);
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
		g_queue_push_head(&job->crew->free, g_steal_pointer(&child));
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

/* the first document of a crew that keeps no workers may be its only one: it does without zygote.
 * @child: (out) (transfer full) (nullable): what waited for a first document, or was done with it
 */
static gboolean
is_alone(Job *job, AtsChild **child)
{
	gboolean alone;

	g_mutex_lock(&job->pool->lock);
	alone = !job->crew->used && job->pool->isolation == ATS_ISOLATION_DOCUMENT;
	*child = g_steal_pointer(&job->crew->alone);
	job->crew->used = TRUE;
	g_mutex_unlock(&job->pool->lock);
	return alone && host_learns_of_ends();
}

static AtsChild *
make_worker(Job *job, GError **error)
{
	AtsWorkerLimits limits = job->worker;
	g_autoptr(AtsChild) child = NULL;

	if (!is_alone(job, &child))
		return fork_worker(job->pool, job->crew, limits, error);
	/* one that has ended meanwhile has nothing to do with the document */
	if (child != NULL && !ats_child_is_waiting(child))
		g_clear_pointer(&child, ats_child_free);
	if (child == NULL)
		child = ats_child_spawn(job->crew->program, error);
	if (child == NULL)
		return NULL;
	limits.cpu_seconds = job->limits->cpu_seconds;
	ats_child_limit(child, limits);
	return g_steal_pointer(&child);
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
		*sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
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
