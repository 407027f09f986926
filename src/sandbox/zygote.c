/*
 * A zygote as the library holds it: a program that is started once and forks workers.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sandbox/zygote.h"

#include <errno.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fd.h"
#include "sandbox/launch.h"

struct _AtsZygote {
	pid_t pid;
	int orders;
};

AtsZygote *
ats_zygote_start(const char *program, GError **error)
{
	const char *const argv[] = {program, ATS_WORKER_ZYGOTE, NULL};
	AtsZygote *zygote;
	gboolean spawned;
	pid_t pid;
	int ends[2];

	if (!ats_launch_socketpair(SOCK_SEQPACKET, ends, error))
		return NULL;
	spawned = ats_launch(argv, ends[1], &pid, error);
	close(ends[1]);
	if (!spawned) {
		close(ends[0]);
		return NULL;
	}
	zygote = g_atomic_rc_box_new(AtsZygote);
	*zygote = (AtsZygote){pid, ends[0]};
	return zygote;
}

void
ats_zygote_order(AtsZygote *zygote, AtsWorkerLimits limits, const int *theirs)
{
	AtsForkOrder order = {limits};

	(void)ats_fd_send(zygote->orders, &order, sizeof(order), theirs, ATS_FORK_FDS);
}

AtsZygote *
ats_zygote_ref(AtsZygote *zygote)
{
	return g_atomic_rc_box_acquire(zygote);
}

static pid_t
wait_for_pid(pid_t pid, int flags)
{
	pid_t gone;

	do {
		gone = waitpid(pid, NULL, flags);
	} while (gone < 0 && errno == EINTR);
	return gone;
}

static void
end(gpointer data)
{
	AtsZygote *zygote = data;

	close(zygote->orders);
	/* as long as it is not waited for, the number is its own */
	if (wait_for_pid(zygote->pid, WNOHANG) == 0 && kill(zygote->pid, SIGKILL) == 0)
		wait_for_pid(zygote->pid, 0);
}

void
ats_zygote_unref(AtsZygote *zygote)
{
	g_atomic_rc_box_release_full(zygote, end);
}
