/*
 * A zygote: a worker program that reads no document, and forks workers that do. It is warmed up
 * once, so that each of them starts as fast as a fork; it knows for certain how each ended,
 * whatever the host does with its children; and it takes them along when it ends.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/zygote.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fd.h"
#include "report/request.h"
#include "report/zygote.h"
#include "worker/answer.h"
#include "worker/serve.h"

/* a worker that lives, or has just ended */
typedef struct {
	pid_t pid;
	int lease;
	gboolean killed; /* and not yet buried */
} Ward;

typedef struct {
	AtsWorkerDoors doors;
	GArray *wards;	  /* of Ward */
	GArray *polled;	  /* of struct pollfd: the orders, then a lease for each ward */
	sigset_t outside; /* signals that are blocked but while waiting: none */
} Zygote;

static void
tell(int lease, gint32 value)
{
	AtsLeaseNews news = {value};

	/* a library that is gone needs no news */
	(void)ats_fd_send(lease, &news, sizeof(news), NULL, 0);
}

G_NORETURN static void
live(Zygote *self, int channel, AtsWorkerLimits limits, pid_t parent)
{
	/* elder brothers' leases among all else is closed by the lockdown */
	if (channel != ATS_WORKER_FD && dup2(channel, ATS_WORKER_FD) < 0)
		_exit(EXIT_FAILURE);
	signal(SIGCHLD, SIG_DFL);
	sigprocmask(SIG_SETMASK, &self->outside, NULL);
	/* the second question is for a parent that ended before the first */
	if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || getppid() != parent)
		_exit(EXIT_FAILURE);
	ats_worker_serve(self->doors, limits, FALSE);
}

static void
fork_worker(Zygote *self, const AtsForkOrder *order, int channel, int lease)
{
	pid_t parent = getpid();
	Ward ward = {.pid = fork(), .lease = lease};

	if (ward.pid == 0)
		live(self, channel, order->limits, parent);
	close(channel);
	tell(lease, ward.pid > 0 ? ward.pid : -errno);
	if (ward.pid > 0)
		g_array_append_val(self->wards, ward);
	else
		close(lease);
}

/* FALSE at the end of all orders */
static gboolean
take_order(Zygote *self)
{
	AtsForkOrder order;
	int fds[ATS_FORK_FDS];

	if (!ats_fd_receive(ATS_WORKER_FD, &order, sizeof(order), fds, ATS_FORK_FDS))
		return FALSE;
	fork_worker(self, &order, fds[0], fds[1]);
	return TRUE;
}

static void
bury(Zygote *self, pid_t pid, int status)
{
	for (guint i = 0; i < self->wards->len; i++) {
		Ward *ward = &g_array_index(self->wards, Ward, i);
		if (ward->pid != pid)
			continue;
		tell(ward->lease, status);
		close(ward->lease);
		g_array_remove_index_fast(self->wards, i);
		return;
	}
}

static void
bury_all(Zygote *self)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		bury(self, pid, status);
}

static void
list_polled(Zygote *self)
{
	struct pollfd orders = {.fd = ATS_WORKER_FD, .events = POLLIN};

	g_array_set_size(self->polled, 0);
	g_array_append_val(self->polled, orders);
	for (guint i = 0; i < self->wards->len; i++) {
		const Ward *ward = &g_array_index(self->wards, Ward, i);
		/* an ended lease would be told again and again until the worker is gone */
		struct pollfd lease = {
		    .fd = ward->killed ? -1 : ward->lease,
		    .events = POLLRDHUP,
		};
		g_array_append_val(self->polled, lease);
	}
}

/* those whose lease has ended; they are not yet buried, so that the number is theirs */
static void
kill_ended(Zygote *self)
{
	for (guint i = 1; i < self->polled->len; i++) {
		Ward *ward = &g_array_index(self->wards, Ward, i - 1);
		if (g_array_index(self->polled, struct pollfd, i).revents == 0)
			continue;
		kill(ward->pid, SIGKILL);
		ward->killed = TRUE;
	}
}

/* reads no document of others */
static void
warm_up(AtsWorkerDoors doors)
{
	g_autofree char *request = ats_request_to_text(ATS_REQUEST_REPORT);
	g_autoptr(GBytes) sample = doors.warm_up != NULL ? doors.warm_up() : NULL;

	if (sample != NULL)
		g_bytes_unref(ats_worker_answer(doors, (AtsSandboxLevel){0}, request, sample));
}

static void
on_child(int signal_number)
{
}

/* SIGCHLD comes only while waiting, so that none is missed between two waits */
static void
hear_of_children(Zygote *self)
{
	struct sigaction action = {.sa_handler = on_child};
	sigset_t children;

	sigemptyset(&children);
	sigaddset(&children, SIGCHLD);
	sigaction(SIGCHLD, &action, NULL);
	sigprocmask(SIG_BLOCK, &children, &self->outside);
}

void
ats_worker_zygote(AtsWorkerDoors doors)
{
	Zygote self = {
	    .doors = doors,
	    .wards = g_array_new(FALSE, FALSE, sizeof(Ward)),
	    .polled = g_array_new(FALSE, FALSE, sizeof(struct pollfd)),
	};
	gboolean more = TRUE;

	hear_of_children(&self);
	warm_up(doors);
	while (more) {
		struct pollfd *polled;
		list_polled(&self);
		polled = (struct pollfd *)(void *)self.polled->data;
		if (ppoll(polled, self.polled->len, NULL, &self.outside) > 0) {
			kill_ended(&self);
			if (polled[0].revents != 0)
				more = take_order(&self);
		}
		bury_all(&self);
	}
	/* its workers asked to end with it */
	_exit(EXIT_SUCCESS);
}
