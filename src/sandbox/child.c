/*
 * Starts a worker with a document in its hands: the bytes in a sealed memory file, a pipe for the
 * answer, nothing else inherited. posix_spawn() rather than fork(), since the host may be a large
 * program with many threads.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sandbox/child.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/error.h"
#include "base/fd.h"
#include "report/frame.h"

/* our own ends are kept above all numbers that a worker uses, so that handing one over never covers
 * another */
#define LOWEST_FD (ATS_WORKER_FD_ANSWER + 1)

/* bytes that a worker can write without waiting for us; most answers fit */
#define PIPE_BYTES (1024 * 1024)

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

static int
open_document(GBytes *document, GError **error)
{
	int fd = raise_fd(memfd_create("atscheck-document", MFD_CLOEXEC | MFD_ALLOW_SEALING));

	if (fd < 0) {
		fail(error, "make a memory file");
		return -1;
	}
	if (!ats_fd_write_all(fd, document) ||
	    fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0) {
		fail(error, "fill a memory file");
		close(fd);
		return -1;
	}
	return fd;
}

static gboolean
open_pipe(int ends[2], GError **error)
{
	if (pipe2(ends, O_CLOEXEC) != 0)
		return fail(error, "make a pipe");
	ends[0] = raise_fd(ends[0]);
	ends[1] = raise_fd(ends[1]);
	if (ends[0] >= 0 && ends[1] >= 0 && fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0) {
		/* only a matter of speed: the system may refuse it */
		fcntl(ends[1], F_SETPIPE_SZ, PIPE_BYTES);
		return TRUE;
	}
	fail(error, "make a pipe");
	close(ends[0]);
	close(ends[1]);
	return FALSE;
}

static int
add_files(posix_spawn_file_actions_t *files, int document, int answer)
{
	int failed = 0;

	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO && failed == 0; fd++)
		failed = posix_spawn_file_actions_addopen(files, fd, "/dev/null", O_RDWR, 0);
	if (failed == 0)
		failed = posix_spawn_file_actions_adddup2(files, document, ATS_WORKER_FD_DOCUMENT);
	if (failed == 0)
		failed = posix_spawn_file_actions_adddup2(files, answer, ATS_WORKER_FD_ANSWER);
	if (failed == 0)
		failed = posix_spawn_file_actions_addclosefrom_np(files, ATS_WORKER_FD_ANSWER + 1);
	return failed;
}

/* the host's blocked and ignored signals are its own business: a worker starts with none */
static int
add_signals(posix_spawnattr_t *attributes)
{
	sigset_t none;
	sigset_t all;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &all);
	return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

static int
spawn(const char *program,
      int document,
      int answer,
      AtsRequest request,
      guint cpu_seconds,
      pid_t *pid)
{
	g_autofree char *seconds = g_strdup_printf("%u", cpu_seconds);
	g_autofree char *wish = ats_request_to_text(request);
	char *const argv[] = {(char *)program, seconds, wish, NULL};
	/* the host's environment is none of the worker's business either, and could steer its
	 * libraries */
	char *const envp[] = {
	    (char *)"LC_ALL=C.UTF-8",
	    (char *)"PATH=/usr/bin:/bin",
	    /* no threads, which a worker may not start: its libraries shall not try */
	    (char *)"OMP_THREAD_LIMIT=1",
	    NULL};
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	int failed;

	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attributes);
	failed = add_files(&files, document, answer);
	if (failed == 0)
		failed = add_signals(&attributes);
	if (failed == 0)
		failed = posix_spawn(pid, program, &files, &attributes, argv, envp);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return failed;
}

gboolean
ats_child_spawn(const char *program,
		GBytes *document,
		AtsRequest request,
		guint cpu_seconds,
		AtsChild *child,
		GError **error)
{
	int ends[2];
	int failed;
	int fd = open_document(document, error);

	if (fd < 0)
		return FALSE;
	if (!open_pipe(ends, error)) {
		close(fd);
		return FALSE;
	}
	failed = spawn(program, fd, ends[1], request, cpu_seconds, &child->pid);
	close(fd);
	close(ends[1]);
	child->answer = ends[0];
	if (failed == 0)
		return TRUE;
	close(ends[0]);
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_INTERNAL,
		    "cannot start %s: %s",
		    program,
		    g_strerror(failed));
	return FALSE;
}
