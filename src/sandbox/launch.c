/*
 * Starts worker programs with one socket in their hands and nothing else inherited, and makes the
 * sockets and memory files that they are given.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sandbox/launch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/error.h"
#include "base/fd.h"
#include "report/zygote.h"

/* our own ends are kept above all numbers that a worker uses, so that handing one over never covers
 * another */
#define LOWEST_FD (ATS_WORKER_FD + 1)

/* bytes that a worker can write without waiting for us; most answers fit, and no system grants more
 * unasked */
#define SOCKET_BYTES (208 * 1024)

static gboolean
fail(GError **error, const char *what)
{
	g_set_error(error, ATS_ERROR, ATS_ERROR_INTERNAL, "cannot %s: %s", what, g_strerror(errno));
	return FALSE;
}

/* moves @fd out of the numbers that a worker uses; the old one is closed */
static int
raise_fd(int fd)
{
	int raised;

	if (fd < 0 || fd >= LOWEST_FD)
		return fd;
	raised = fcntl(fd, F_DUPFD_CLOEXEC, LOWEST_FD);
	close(fd);
	return raised;
}

int
ats_launch_document(GBytes *bytes, GError **error)
{
	int fd = raise_fd(memfd_create("atscheck-document", MFD_CLOEXEC | MFD_ALLOW_SEALING));

	if (fd < 0) {
		fail(error, "make a memory file");
		return -1;
	}
	if (!ats_fd_write_all(fd, bytes) ||
	    fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0) {
		fail(error, "fill a memory file");
		close(fd);
		return -1;
	}
	return fd;
}

gboolean
ats_launch_socketpair(int type, int ends[2], GError **error)
{
	const int bytes = SOCKET_BYTES;

	if (socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends) != 0)
		return fail(error, "make a socket");
	ends[0] = raise_fd(ends[0]);
	ends[1] = raise_fd(ends[1]);
	if (ends[0] >= 0 && ends[1] >= 0) {
		/* only a matter of speed: the system may refuse it */
		setsockopt(ends[1], SOL_SOCKET, SO_SNDBUF, &bytes, sizeof(bytes));
		return TRUE;
	}
	fail(error, "make a socket");
	ats_fd_clear(&ends[0]);
	ats_fd_clear(&ends[1]);
	return FALSE;
}

static int
add_files(posix_spawn_file_actions_t *files, int socket)
{
	int failed = 0;

	for (int fd = STDIN_FILENO; fd <= ATS_WORKER_LAST_CLOSED && failed == 0; fd++)
		failed = posix_spawn_file_actions_addopen(files, fd, "/dev/null", O_RDWR, 0);
	if (failed == 0)
		failed = posix_spawn_file_actions_adddup2(files, socket, ATS_WORKER_FD);
	if (failed == 0)
		failed = posix_spawn_file_actions_addclosefrom_np(files, ATS_WORKER_FD + 1);
	return failed;
}

/* the host's blocked and ignored signals are its own business: a worker starts with none. A process
 * group of its own: what is typed at a terminal to stop the host is for the host, which stops its
 * workers itself, and does not take them for crashed */
static int
add_signals(posix_spawnattr_t *attributes)
{
	sigset_t none;
	sigset_t all;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &all);
	posix_spawnattr_setpgroup(attributes, 0);
	return posix_spawnattr_setflags(attributes,
					POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
					    POSIX_SPAWN_SETPGROUP);
}

static int
spawn(const char *const *argv, int socket, pid_t *pid)
{
	/* the host's environment is none of the worker's business either, and could steer its
	 * libraries */
	char *const envp[] = {
	    (char *)"LC_ALL=C.UTF-8",
	    (char *)"PATH=/usr/bin:/bin",
	    /* no threads, which a worker may not start: its libraries shall not try */
	    (char *)"OMP_THREAD_LIMIT=1",
	    /* a page's thousands of small blocks come and go: as many of each size as the C library
	     * lets lie ready (7 otherwise) */
	    (char *)"GLIBC_TUNABLES=glibc.malloc.tcache_count=127",
	    NULL};
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	int failed;

	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attributes);
	failed = add_files(&files, socket);
	if (failed == 0)
		failed = add_signals(&attributes);
	if (failed == 0)
		failed = posix_spawn(pid, argv[0], &files, &attributes, (char *const *)argv, envp);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return failed;
}

gboolean
ats_launch(const char *const *argv, int socket, pid_t *pid, GError **error)
{
	int failed = spawn(argv, socket, pid);

	if (failed == 0)
		return TRUE;
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_INTERNAL,
		    "cannot start %s: %s",
		    argv[0],
		    g_strerror(failed));
	return FALSE;
}
