/*
 * Takes a worker's answer within time and size, and says what became of it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sandbox/answer.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "report/frame.h"
#include "sandbox/clock.h"

/* bytes read at a time */
#define CHUNK_BYTES (64 * 1024)

typedef enum {
	ANSWER_WHOLE,
	ANSWER_ENDED, /* the worker closed its end before */
	ANSWER_LATE,
	ANSWER_TOO_MUCH_WORK,
	ANSWER_NONSENSE,
	ANSWER_CANCELLED,
} AnswerEnd;

/* what a job may still use */
typedef struct {
	AtsChild *child;
	GPollFD cancel;
	gint64 deadline;  /* monotonic time */
	gint64 cpu_most;  /* microseconds of the worker's processor time */
	gint64 look_next; /* monotonic time before which it cannot have used that up */
} Watch;

/* FALSE: it has used up its processor time, and no limit of its own, which it might lift, is needed
 * for that */
static gboolean
look_at_cpu(Watch *watch)
{
	gint64 now = g_get_monotonic_time();
	gint64 left = watch->cpu_most - ats_clock_cpu(watch->child->pid);

	watch->look_next = now + MAX(left, 0);
	return left > 0;
}

/* waits for bytes (WHOLE), the deadline, or a cancellation */
static AnswerEnd
wait_for_bytes(Watch *watch)
{
	struct pollfd fds[2] = {
	    {.fd = watch->child->channel, .events = POLLIN},
	    {.fd = watch->cancel.fd, .events = POLLIN},
	};

	while (TRUE) {
		gint64 until = MIN(watch->deadline, watch->look_next);
		int n = poll(fds, 2, ats_clock_milliseconds_until(until));
		if (n > 0 && fds[1].revents != 0)
			return ANSWER_CANCELLED;
		if (n > 0)
			return ANSWER_WHOLE;
		if (g_get_monotonic_time() >= watch->deadline)
			return ANSWER_LATE;
		if (g_get_monotonic_time() >= watch->look_next && !look_at_cpu(watch))
			return ANSWER_TOO_MUCH_WORK;
	}
}

/* until @answer has @length bytes */
static AnswerEnd
read_bytes(Watch *watch, gsize length, GByteArray *answer)
{
	guint8 chunk[CHUNK_BYTES];

	while (answer->len < length) {
		AnswerEnd end = wait_for_bytes(watch);
		ssize_t n;
		if (end != ANSWER_WHOLE)
			return end;
		n = read(watch->child->channel, chunk, MIN(sizeof(chunk), length - answer->len));
		if (n < 0 && (errno == EAGAIN || errno == EINTR))
			continue;
		/* an end with words unread is told as an error */
		if (n <= 0)
			return ANSWER_ENDED;
		g_byte_array_append(answer, chunk, (guint)n);
	}
	return ANSWER_WHOLE;
}

static AnswerEnd
read_frame(Watch *watch, GByteArray *answer)
{
	AnswerEnd end = read_bytes(watch, ATS_FRAME_HEADER_BYTES, answer);
	gboolean last;
	gsize length;

	if (end != ANSWER_WHOLE)
		return end;
	if (!ats_frame_measure(answer->data, &length, &last))
		return ANSWER_NONSENSE;
	watch->child->done = last;
	return read_bytes(watch, ATS_FRAME_HEADER_BYTES + length, answer);
}

static void
set_timeout(GError **error, guint wall_ms)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_TIMEOUT,
		    "it takes too long to read: stopped after %.3g seconds",
		    wall_ms / 1000.0);
}

static void
set_too_much_work(GError **error)
{
	g_set_error_literal(error,
			    ATS_ERROR,
			    ATS_ERROR_TIMEOUT,
			    "it takes too much work to read: stopped");
}

static void
set_memory(GError **error, const AtsSandboxLimits *limits)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_MEMORY,
		    "it needs more than %u MiB of memory to be read",
		    ats_limits_memory_mib(limits));
}

/* why a worker ended without a whole answer */
static void
set_error_from_status(GError **error, int status, const AtsSandboxLimits *limits)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == ATS_WORKER_EXIT_MEMORY)
		set_memory(error, limits);
	else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		set_too_much_work(error);
	else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_MEMORY,
				    "the program that reads it was killed from outside, as a "
				    "system short of memory does");
	else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_SANDBOX,
				    "the program that reads it was stopped when it tried what is "
				    "forbidden to it: the file may be an attack");
	else if (WIFSIGNALED(status))
		g_set_error(error,
			    ATS_ERROR,
			    ATS_ERROR_CRASHED,
			    "the program that reads it crashed on it (SIG%s)",
			    sigabbrev_np(WTERMSIG(status)));
	else
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_CRASHED,
				    "the program that reads it stopped before it had answered");
}

static gpointer
decode(GBytes *frame, AtsRequest request, GError **error)
{
	if (request.words || request.level)
		return ats_frame_decode_words(frame, error);
	if (request.page == 0)
		return ats_frame_decode(frame, error);
	return ats_frame_decode_picture(frame, request.format, error);
}

/* the worker has closed its channel, so it is ending or playing a game */
static gboolean
explain_end(AtsChild *child, const AtsSandboxLimits *limits, gint64 deadline, GError **error)
{
	gboolean killed;
	int status;
	gboolean known = ats_child_end(child, deadline, &status, &killed);

	if (killed)
		set_timeout(error, limits->wall_ms);
	else
		set_error_from_status(error, status, limits);
	return known;
}

static void
set_stopped(GError **error,
	    AnswerEnd end,
	    const AtsSandboxLimits *limits,
	    GCancellable *cancellable)
{
	if (end == ANSWER_CANCELLED)
		g_cancellable_set_error_if_cancelled(cancellable, error);
	else if (end == ANSWER_LATE)
		set_timeout(error, limits->wall_ms);
	else if (end == ANSWER_TOO_MUCH_WORK)
		set_too_much_work(error);
	else
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_CRASHED,
				    "the program that reads it answered nonsense");
}

static AnswerEnd
watch_frame(AtsChild *child,
	    const AtsSandboxLimits *limits,
	    gint64 deadline,
	    GCancellable *cancellable,
	    GByteArray *answer)
{
	gint64 cpu = (gint64)limits->cpu_seconds * G_USEC_PER_SEC;
	Watch watch = {
	    .child = child,
	    .cancel = {.fd = -1},
	    .deadline = deadline,
	    .cpu_most = ats_clock_cpu(child->pid) + cpu,
	    .look_next = g_get_monotonic_time() + cpu,
	};
	gboolean watched = g_cancellable_make_pollfd(cancellable, &watch.cancel);
	AnswerEnd end = read_frame(&watch, answer);

	if (watched)
		g_cancellable_release_fd(cancellable);
	return end;
}

gpointer
ats_answer_take(AtsChild *child,
		AtsRequest request,
		const AtsSandboxLimits *limits,
		gint64 deadline,
		GCancellable *cancellable,
		gboolean *unknown,
		GError **error)
{
	g_autoptr(GByteArray) answer = g_byte_array_new();
	AnswerEnd end = watch_frame(child, limits, deadline, cancellable, answer);

	*unknown = FALSE;
	if (end == ANSWER_WHOLE) {
		g_autoptr(GError) local = NULL;
		g_autoptr(GBytes) frame = g_byte_array_free_to_bytes(g_steal_pointer(&answer));
		gpointer result = decode(frame, request, &local);
		if (g_error_matches(local, ATS_ERROR, ATS_ERROR_CRASHED))
			child->done = TRUE;
		if (local != NULL)
			g_propagate_error(error, g_steal_pointer(&local));
		return result;
	}
	child->done = TRUE;
	if (end == ANSWER_ENDED)
		*unknown = !explain_end(child, limits, deadline, error);
	else
		set_stopped(error, end, limits, cancellable);
	return NULL;
}
