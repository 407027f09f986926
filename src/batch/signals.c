/*
 * SIGINT and SIGTERM as calls in a thread: blocked everywhere, and read from a descriptor.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/signals.h"

#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

struct AtsBatchSignals {
	sigset_t before; /* what was blocked */
	int fd;		 /* signals; -1: they cannot be watched, and do what they always do */
	int end;	 /* written to at the end */
	GThread *thread;
	void (*stop)(gpointer data);
	gpointer data;
	int first; /* atomic */
};

AtsBatchSignals *
ats_batch_signals_new(void)
{
	AtsBatchSignals *signals = g_new0(AtsBatchSignals, 1);
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	pthread_sigmask(SIG_BLOCK, &set, &signals->before);
	signals->end = eventfd(0, EFD_CLOEXEC);
	signals->fd = signalfd(-1, &set, SFD_CLOEXEC);
	if (signals->fd < 0)
		pthread_sigmask(SIG_SETMASK, &signals->before, NULL);
	return signals;
}

/* as if nobody had caught it */
static void
die_of(int number)
{
	sigset_t set;

	signal(number, SIG_DFL);
	sigemptyset(&set);
	sigaddset(&set, number);
	pthread_sigmask(SIG_UNBLOCK, &set, NULL);
	raise(number);
}

static void
handle(AtsBatchSignals *signals, int number)
{
	if (!g_atomic_int_compare_and_exchange(&signals->first, 0, number)) {
		die_of(number);
		return;
	}
	signals->stop(signals->data);
}

static gpointer
watch(gpointer data)
{
	AtsBatchSignals *signals = data;
	struct pollfd fds[] = {{.fd = signals->fd, .events = POLLIN},
			       {.fd = signals->end, .events = POLLIN}};
	struct signalfd_siginfo info;

	while (poll(fds, G_N_ELEMENTS(fds), -1) < 0 || fds[1].revents == 0) {
		if (fds[0].revents != 0 && read(signals->fd, &info, sizeof(info)) == sizeof(info))
			handle(signals, (int)info.ssi_signo);
	}
	return NULL;
}

void
ats_batch_signals_watch(AtsBatchSignals *signals, void (*stop)(gpointer data), gpointer data)
{
	signals->stop = stop;
	signals->data = data;
	if (signals->fd >= 0)
		signals->thread = g_thread_new("signals", watch, signals);
}

int
ats_batch_signals_get(AtsBatchSignals *signals)
{
	return g_atomic_int_get(&signals->first);
}

void
ats_batch_signals_free(AtsBatchSignals *signals)
{
	guint64 one = 1;

	if (signals->thread != NULL && write(signals->end, &one, sizeof(one)) == sizeof(one))
		g_thread_join(signals->thread);
	if (signals->fd >= 0)
		close(signals->fd);
	close(signals->end);
	pthread_sigmask(SIG_SETMASK, &signals->before, NULL);
	g_free(signals);
}
