/*
 * Takes a running worker's answer within time and size, ends it, and says what became of it.
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

/* bytes read at a time: a pipe's usual size */
#define CHUNK_BYTES (64 * 1024)

/* microseconds between two looks at a worker that has closed its pipe and is not yet gone */
#define REAP_INTERVAL_US 1000

typedef enum {
	ANSWER_WHOLE, /* the worker closed its end */
	ANSWER_LATE,
	ANSWER_TOO_LONG,
	ANSWER_CANCELLED,
	ANSWER_FAILED,
} AnswerEnd;

static gint
milliseconds_until(gint64 deadline)
{
	gint64 left = deadline - g_get_monotonic_time();

	/* rounded up, so that the last wait does not turn into many of none */
	return left <= 0 ? 0 : (gint)MIN((left + 999) / 1000, G_MAXINT);
}

/* waits for bytes, the end of the pipe, the deadline, or a cancellation */
static AnswerEnd
wait_for_bytes(int fd, GPollFD *cancel, gint64 deadline)
{
	struct pollfd fds[2] = {{.fd = fd, .events = POLLIN}, {.fd = cancel->fd, .events = POLLIN}};

	while (TRUE) {
		gint timeout = milliseconds_until(deadline);
		int n = timeout > 0 ? poll(fds, 2, timeout) : 0;
		if (n == 0)
			return ANSWER_LATE;
		if (n < 0 && errno != EINTR)
			return ANSWER_FAILED;
		if (n > 0 && fds[1].revents != 0)
			return ANSWER_CANCELLED;
		if (n > 0)
			return ANSWER_WHOLE;
	}
}

static AnswerEnd
read_answer(int fd, GPollFD *cancel, gint64 deadline, GByteArray *answer)
{
	guint8 chunk[CHUNK_BYTES];

	while (TRUE) {
		AnswerEnd end = wait_for_bytes(fd, cancel, deadline);
		ssize_t n;
		if (end != ANSWER_WHOLE)
			return end;
		n = read(fd, chunk, sizeof(chunk));
		if (n == 0)
			return ANSWER_WHOLE;
		if (n < 0 && errno != EAGAIN && errno != EINTR)
			return ANSWER_FAILED;
		if (n < 0)
			continue;
		if ((gsize)n > ATS_LIMIT_ANSWER_BYTES - answer->len)
			return ANSWER_TOO_LONG;
		g_byte_array_append(answer, chunk, (guint)n);
	}
}

static pid_t
wait_for_end(pid_t pid, int *status, int flags)
{
	pid_t gone;

	do {
		gone = waitpid(pid, status, flags);
	} while (gone < 0 && errno == EINTR);
	return gone;
}

/* FALSE: somebody else has reaped it (a host that ignores SIGCHLD, or waits for all its children),
 * so nobody knows */
static gboolean
kill_and_reap(pid_t pid, int *status)
{
	kill(pid, SIGKILL);
	return wait_for_end(pid, status, 0) == pid;
}

/* a worker that said nothing useful is left to end by itself, for the sake of knowing how; not for
 * longer than it may live */
static gboolean
reap_until(pid_t pid, gint64 deadline, int *status)
{
	while (g_get_monotonic_time() < deadline) {
		pid_t gone = wait_for_end(pid, status, WNOHANG);
		if (gone != 0)
			return gone == pid;
		g_usleep(REAP_INTERVAL_US);
	}
	return kill_and_reap(pid, status);
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
set_memory(GError **error)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_MEMORY,
		    "it needs more than %lu MiB of memory to be read",
		    ATS_LIMIT_MEMORY_BYTES / ATS_MIB);
}

/* why a worker ended without a whole answer */
static void
set_error_from_status(GError **error, int status, guint wall_ms)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == ATS_WORKER_EXIT_MEMORY)
		set_memory(error);
	else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_TIMEOUT,
				    "it takes too much work to read: stopped");
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
				    "the program that reads it stopped without an answer");
}

static gpointer
decode(GBytes *frame, AtsRequest request, GError **error)
{
	if (request.words)
		return ats_frame_decode_words(frame, error);
	if (request.page == 0)
		return ats_frame_decode(frame, error);
	return ats_frame_decode_picture(frame, request.format, error);
}

static gpointer
take_whole_answer(pid_t pid,
		  AtsRequest request,
		  GBytes *frame,
		  gint64 deadline,
		  guint wall_ms,
		  GError **error)
{
	g_autoptr(GError) local = NULL;
	gpointer answer = decode(frame, request, &local);
	int status = 0;

	/* it has answered (as it was asked, or with what is wrong): nothing more is wanted of it */
	if (answer != NULL || !g_error_matches(local, ATS_ERROR, ATS_ERROR_CRASHED)) {
		kill_and_reap(pid, &status);
		if (local != NULL)
			g_propagate_error(error, g_steal_pointer(&local));
		return answer;
	}
	if (!reap_until(pid, deadline, &status) || (WIFEXITED(status) && WEXITSTATUS(status) == 0))
		g_propagate_error(error, g_steal_pointer(&local));
	else if (g_get_monotonic_time() >= deadline)
		set_timeout(error, wall_ms);
	else
		set_error_from_status(error, status, wall_ms);
	return NULL;
}

/* ends the worker for what it did */
static void
stop(pid_t pid, AnswerEnd end, guint wall_ms, GCancellable *cancellable, GError **error)
{
	int status;

	kill_and_reap(pid, &status);
	if (end == ANSWER_CANCELLED)
		g_cancellable_set_error_if_cancelled(cancellable, error);
	else if (end == ANSWER_LATE)
		set_timeout(error, wall_ms);
	else
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_CRASHED,
				    "the program that reads it answered nonsense");
}

gpointer
ats_child_answer(AtsChild child,
		 AtsRequest request,
		 guint wall_ms,
		 GCancellable *cancellable,
		 GError **error)
{
	g_autoptr(GByteArray) answer = g_byte_array_new();
	gint64 deadline = g_get_monotonic_time() + (gint64)wall_ms * 1000;
	GPollFD cancel = {.fd = -1};
	gboolean watched = g_cancellable_make_pollfd(cancellable, &cancel);
	AnswerEnd end = read_answer(child.answer, &cancel, deadline, answer);

	if (watched)
		g_cancellable_release_fd(cancellable);
	close(child.answer);
	if (end == ANSWER_WHOLE) {
		g_autoptr(GBytes) frame = g_byte_array_free_to_bytes(g_steal_pointer(&answer));
		return take_whole_answer(child.pid, request, frame, deadline, wall_ms, error);
	}
	stop(child.pid, end, wall_ms, cancellable, error);
	return NULL;
}
