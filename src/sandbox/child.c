/*
 * A running worker as the library holds it. One that a zygote forked is ended, and its end known,
 * by the lease on it; one of our own by the system's usual calls.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sandbox/child.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/fd.h"
#include "base/limits.h"
#include "sandbox/clock.h"
#include "sandbox/launch.h"

/* microseconds between two looks at a worker of our own that has closed its channel and is not yet
 * gone */
#define REAP_INTERVAL_US 1000

/* microseconds in which a zygote has killed a worker and said so; one that was stopped never does
 */
#define BURIAL_US ((gint64)ATS_LIMIT_FORK_MS * 1000)

static AtsChild *
new_child(int channel, int lease)
{
	AtsChild *child = g_new0(AtsChild, 1);

	child->channel = channel;
	child->lease = lease;
	return child;
}

AtsChild *
ats_child_spawn(const char *program, GError **error)
{
	const char *const argv[] = {program, ATS_WORKER_SERVE, NULL};
	g_autoptr(AtsChild) child = NULL;
	gboolean spawned;
	int ends[2];

	if (!ats_launch_socketpair(SOCK_STREAM, ends, error))
		return NULL;
	child = new_child(ends[0], -1);
	spawned = ats_launch(argv, ends[1], &child->pid, error);
	close(ends[1]);
	return spawned ? g_steal_pointer(&child) : NULL;
}

void
ats_child_limit(AtsChild *child, AtsWorkerLimits limits)
{
	child->limits = limits;
	(void)ats_fd_send(child->channel, &limits, sizeof(limits), NULL, 0);
}

static gboolean
wait_for_news(int lease, gint64 deadline)
{
	struct pollfd news = {.fd = lease, .events = POLLIN};
	int n;

	do {
		n = poll(&news, 1, ats_clock_milliseconds_until(deadline));
	} while (n < 0 && errno == EINTR);
	return n != 0;
}

/* FALSE: the zygote is gone, or does not answer */
static gboolean
read_birth(AtsChild *child, gint64 deadline, GError **error)
{
	AtsLeaseNews news;

	if (!wait_for_news(child->lease, deadline) ||
	    !ats_fd_receive(child->lease, &news, sizeof(news), NULL, 0)) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_INTERNAL,
				    "the program that reads it could not be started");
		return FALSE;
	}
	if (news.value > 0)
		child->pid = news.value;
	else
		g_set_error(error,
			    ATS_ERROR,
			    ATS_ERROR_INTERNAL,
			    "cannot start a worker process: %s",
			    g_strerror(-news.value));
	return TRUE;
}

AtsChild *
ats_child_fork(AtsZygote *zygote,
	       AtsWorkerLimits limits,
	       gint64 deadline,
	       gboolean *lost,
	       GError **error)
{
	g_autoptr(AtsChild) child = NULL;
	int channel[2];
	int lease[2];
	int theirs[ATS_FORK_FDS];

	*lost = FALSE;
	if (!ats_launch_socketpair(SOCK_STREAM, channel, error))
		return NULL;
	if (!ats_launch_socketpair(SOCK_SEQPACKET, lease, error)) {
		close(channel[0]);
		close(channel[1]);
		return NULL;
	}
	child = new_child(channel[0], lease[0]);
	child->limits = limits;
	theirs[0] = channel[1];
	theirs[1] = lease[1];
	ats_zygote_order(zygote, limits, theirs);
	close(channel[1]);
	close(lease[1]);
	*lost = !read_birth(child, deadline, error);
	return child->pid > 0 ? g_steal_pointer(&child) : NULL;
}

gboolean
ats_child_send(AtsChild *child, AtsRequest request, int document)
{
	AtsJob job = {0};
	g_autofree char *text = ats_request_to_text(request);

	g_strlcpy(job.request, text, sizeof(job.request));
	child->n_jobs++;
	return ats_fd_send(child->channel, &job, sizeof(job), &document, ATS_JOB_FDS);
}

gboolean
ats_child_is_waiting(const AtsChild *child)
{
	struct pollfd channel = {.fd = child->channel, .events = POLLIN};
	int n;

	do {
		n = poll(&channel, 1, 0);
	} while (n < 0 && errno == EINTR);
	return n == 0;
}

/* --- the end of one that a zygote forked --- */

static gboolean
end_leased(AtsChild *child, gint64 deadline, int *status, gboolean *killed)
{
	AtsLeaseNews news;
	gboolean known;

	*killed = !wait_for_news(child->lease, deadline);
	if (*killed)
		shutdown(child->lease, SHUT_WR);
	known = wait_for_news(child->lease, g_get_monotonic_time() + BURIAL_US) &&
		ats_fd_receive(child->lease, &news, sizeof(news), NULL, 0);
	ats_fd_clear(&child->lease);
	*status = known ? news.value : 0;
	return known;
}

/* --- the end of our own --- */

static pid_t
wait_for_pid(pid_t pid, int *status, int flags)
{
	pid_t gone;

	do {
		gone = waitpid(pid, status, flags);
	} while (gone < 0 && errno == EINTR);
	return gone;
}

static gboolean
end_own(AtsChild *child, gint64 deadline, int *status, gboolean *killed)
{
	pid_t gone = wait_for_pid(child->pid, status, WNOHANG);

	while (gone == 0 && g_get_monotonic_time() < deadline) {
		g_usleep(REAP_INTERVAL_US);
		gone = wait_for_pid(child->pid, status, WNOHANG);
	}
	*killed = gone == 0;
	/* as long as it is not waited for, the number is its own */
	if (gone == 0 && kill(child->pid, SIGKILL) == 0)
		gone = wait_for_pid(child->pid, status, 0);
	return gone == child->pid;
}

gboolean
ats_child_dismiss(AtsChild *child)
{
	int status;

	if (child->lease >= 0 || child->pid == 0)
		return FALSE;
	child->done = TRUE;
	/* as long as it is not waited for, the number is its own */
	if (wait_for_pid(child->pid, &status, WNOHANG) == 0)
		return kill(child->pid, SIGKILL) == 0;
	child->pid = 0;
	return FALSE;
}

gboolean
ats_child_end(AtsChild *child, gint64 deadline, int *status, gboolean *killed)
{
	gboolean known = child->lease >= 0 ? end_leased(child, deadline, status, killed)
					   : end_own(child, deadline, status, killed);

	child->pid = 0;
	return known;
}

void
ats_child_free(AtsChild *child)
{
	gboolean killed;
	int status;

	/* the zygote sees to one whose lease ends */
	if (child->pid > 0 && child->lease < 0)
		end_own(child, 0, &status, &killed);
	ats_fd_clear(&child->lease);
	ats_fd_clear(&child->channel);
	g_free(child);
}
