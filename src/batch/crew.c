/*
 * The threads that load and check documents, and the window that puts what they did back in order.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/crew.h"

#include "batch/source.h"
#include "batch/work.h"

/* results that may wait for one before them: as many as a machine with 50 documents a second gets
 * done while the slowest document takes its 20 seconds */
#define WINDOW 1024

/* bytes of results that may wait: with more, the memory would grow for the sake of one slow
 * document. Those at work come on top */
#define WAITING_BYTES (16 * 1024 * 1024)

/* microseconds in which a list that is written gives a path */
#define LIST_US (G_USEC_PER_SEC / 5)

struct AtsBatchCrew {
	const AtsBatch *batch;
	GCancellable *cancellable;
	GPtrArray *threads;

	GMutex source_lock; /* taken before @lock */
	AtsBatchSource *source;
	guint64 n_drawn; /* paths taken from @source */

	GMutex lock; /* of all below */
	GCond room;  /* something was taken, or there will be no more */
	GCond done;  /* something can be taken, or there will be no more */
	AtsBatchResult *ring[WINDOW];
	gsize weights[WINDOW];
	gsize waiting;	    /* bytes of the results in the ring */
	guint64 n_begun;    /* leave to draw a path, given */
	guint64 n_done;	    /* results that came in */
	guint64 n_taken;    /* results given away */
	guint n_drawing;    /* threads that wait for a path */
	guint n_working;    /* threads that have one */
	gboolean exhausted; /* there is no other path */
	gboolean stopped;
};

/* waits until a result more has a place; FALSE: there is no more to do */
static gboolean
begin(AtsBatchCrew *crew)
{
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new(&crew->lock);

	while (!crew->exhausted && !crew->stopped &&
	       (crew->n_begun - crew->n_taken >= WINDOW || crew->waiting >= WAITING_BYTES))
		g_cond_wait(&crew->room, &crew->lock);
	if (crew->exhausted || crew->stopped)
		return FALSE;
	crew->n_begun++;
	crew->n_drawing++;
	return TRUE;
}

/* FALSE: nobody waits for what was drawn */
static gboolean
note_drawn(AtsBatchCrew *crew, gboolean any)
{
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new(&crew->lock);

	crew->n_drawing--;
	if (any && !crew->stopped) {
		crew->n_working++;
		return TRUE;
	}
	crew->exhausted = TRUE;
	g_cond_broadcast(&crew->room);
	g_cond_broadcast(&crew->done);
	return FALSE;
}

/* the next path, as a result that nothing was done for yet; NULL: there is none */
static AtsBatchResult *
draw(AtsBatchCrew *crew, guint64 *index)
{
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new(&crew->source_lock);
	g_autoptr(AtsBatchResult) result = g_new0(AtsBatchResult, 1);
	gboolean any;

	result->kept = -1;
	any =
	    ats_batch_source_next(crew->source, &result->path, &result->problem, &result->is_stdin);
	*index = crew->n_drawn++;
	return note_drawn(crew, any) ? g_steal_pointer(&result) : NULL;
}

static void
deliver(AtsBatchCrew *crew, guint64 index, AtsBatchResult *result)
{
	gsize weight = ats_batch_work_weigh(result);
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new(&crew->lock);
	guint64 place = crew->batch->unordered ? crew->n_done : index;

	crew->n_done++;
	crew->n_working--;
	crew->waiting += weight;
	crew->weights[place % WINDOW] = weight;
	crew->ring[place % WINDOW] = result;
	/* two wait for it at the end: who takes results, and who frees the crew */
	g_cond_broadcast(&crew->done);
}

/* FALSE: there is no more to do */
static gboolean
work_once(AtsBatchCrew *crew)
{
	AtsBatchResult *result;
	guint64 index;

	if (!begin(crew))
		return FALSE;
	result = draw(crew, &index);
	if (result == NULL)
		return FALSE;
	ats_batch_work_on(crew->batch, result, crew->cancellable);
	deliver(crew, index, result);
	return TRUE;
}

static gpointer
work(gpointer data)
{
	AtsBatchCrew *crew = data;

	while (work_once(crew))
		continue;
	return NULL;
}

AtsBatchCrew *
ats_batch_crew_new(const AtsBatch *batch, GError **error)
{
	AtsBatchSource *source = ats_batch_source_new(batch->wish, error);
	AtsBatchCrew *crew;

	if (source == NULL)
		return NULL;
	crew = g_new0(AtsBatchCrew, 1);
	crew->batch = batch;
	crew->source = source;
	crew->cancellable = g_cancellable_new();
	g_mutex_init(&crew->source_lock);
	g_mutex_init(&crew->lock);
	g_cond_init(&crew->room);
	g_cond_init(&crew->done);
	crew->threads = g_ptr_array_new();
	for (guint i = 0; i < batch->jobs; i++)
		g_ptr_array_add(crew->threads, g_thread_new("check", work, crew));
	return crew;
}

void
ats_batch_crew_stop(AtsBatchCrew *crew)
{
	g_cancellable_cancel(crew->cancellable);
	g_mutex_lock(&crew->lock);
	crew->stopped = TRUE;
	g_cond_broadcast(&crew->room);
	g_cond_broadcast(&crew->done);
	g_mutex_unlock(&crew->lock);
}

/* waits for all that is at work, which uses what is the caller's. FALSE: somebody waits for a path
 * from a list, to which nobody may ever write again; what draws from a folder comes to an end */
static gboolean
wait_for_end(AtsBatchCrew *crew)
{
	gint64 until = g_get_monotonic_time() + LIST_US;
	gboolean more = TRUE;
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new(&crew->lock);

	while (crew->n_working > 0)
		g_cond_wait(&crew->done, &crew->lock);
	while (crew->n_drawing > 0 && !crew->exhausted && more) {
		if (crew->batch->wish->files_from != NULL)
			more = g_cond_wait_until(&crew->done, &crew->lock, until);
		else
			g_cond_wait(&crew->done, &crew->lock);
	}
	return more;
}

void
ats_batch_crew_free(AtsBatchCrew *crew)
{
	ats_batch_crew_stop(crew);
	/* a thread that reads a list from a pipe ends with the process, and what it uses with it */
	if (!wait_for_end(crew))
		return;
	for (guint i = 0; i < crew->threads->len; i++)
		g_thread_join(crew->threads->pdata[i]);
	for (guint i = 0; i < WINDOW; i++)
		g_clear_pointer(&crew->ring[i], ats_batch_result_free);
	g_ptr_array_unref(crew->threads);
	ats_batch_source_free(crew->source);
	g_object_unref(crew->cancellable);
	g_mutex_clear(&crew->source_lock);
	g_mutex_clear(&crew->lock);
	g_cond_clear(&crew->room);
	g_cond_clear(&crew->done);
	g_free(crew);
}

static AtsBatchResult *
take(AtsBatchCrew *crew)
{
	guint place = (guint)(crew->n_taken % WINDOW);

	crew->n_taken++;
	crew->waiting -= crew->weights[place];
	g_cond_broadcast(&crew->room);
	return g_steal_pointer(&crew->ring[place]);
}

/* every path that was drawn has a result sooner or later; one that is still waited for when all is
 * stopped is dropped */
static gboolean
is_over(const AtsBatchCrew *crew)
{
	return crew->n_working == 0 && (crew->stopped || (crew->exhausted && crew->n_drawing == 0));
}

AtsBatchCrewState
ats_batch_crew_next(AtsBatchCrew *crew, gint64 until, AtsBatchResult **result)
{
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = NULL;

	/* nobody else works on it */
	if (crew->threads->len == 0)
		work_once(crew);
	locker = g_mutex_locker_new(&crew->lock);
	while (crew->ring[crew->n_taken % WINDOW] == NULL) {
		if (is_over(crew))
			return ATS_BATCH_CREW_END;
		if (!g_cond_wait_until(&crew->done, &crew->lock, until))
			return ATS_BATCH_CREW_WAIT;
	}
	*result = take(crew);
	return ATS_BATCH_CREW_RESULT;
}

const AtsBatchOthers *
ats_batch_crew_get_others(const AtsBatchCrew *crew)
{
	return ats_batch_source_get_others(crew->source);
}
