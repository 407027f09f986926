/*
 * What a worker gives up before it looks at a stranger's bytes: one step a line of a table, taken
 * in order, each of which may fail.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/lockdown.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "report/frame.h"

/* file descriptors: the two of the worker, three standard streams, and what poppler opens of its
 * character maps at once */
#define LIMIT_FILES 32
/* bytes; the parsers recurse, and what 8 MiB cannot hold is an attack */
#define LIMIT_STACK (8 * ATS_MIB)
/* seconds between the signal at the CPU limit and the kill */
#define CPU_GRACE 1

typedef struct {
	const char *what; /* for the message, should it fail */
	gboolean (*take)(guint cpu_seconds);
} Step;

static gboolean
limit(int resource, rlim_t soft, rlim_t hard)
{
	struct rlimit now;
	struct rlimit wanted = {soft, hard};

	/* a limit that the caller has set lower stays */
	if (getrlimit((__rlimit_resource_t)resource, &now) != 0)
		return FALSE;
	wanted.rlim_max = MIN(wanted.rlim_max, now.rlim_max);
	wanted.rlim_cur = MIN(wanted.rlim_cur, wanted.rlim_max);
	return setrlimit((__rlimit_resource_t)resource, &wanted) == 0;
}

static gboolean
limit_memory(guint cpu_seconds)
{
#ifdef ATS_WITH_SANITIZER /* reserves terabytes of address space for its shadow */
	return TRUE;
#else
	return limit(RLIMIT_AS, ATS_LIMIT_MEMORY_BYTES, ATS_LIMIT_MEMORY_BYTES);
#endif
}

static gboolean
limit_cpu(guint cpu_seconds)
{
	return limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + CPU_GRACE);
}

static gboolean
limit_files(guint cpu_seconds)
{
	/* a library that would write a cache gets an error for it, not the death penalty */
	signal(SIGXFSZ, SIG_IGN);
	return limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_NOFILE, LIMIT_FILES, LIMIT_FILES);
}

/* no new process or thread; the kernel asks this of everybody but root */
static gboolean
limit_processes(guint cpu_seconds)
{
	return limit(RLIMIT_NPROC, 0, 0);
}

static gboolean
limit_rest(guint cpu_seconds)
{
	return limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_STACK, LIMIT_STACK, LIMIT_STACK);
}

/* the parsers print what they think of a file; nobody shall read it */
static gboolean
close_streams(guint cpu_seconds)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (null < 0)
		return FALSE;
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (dup2(null, fd) < 0)
			return FALSE;
	}
	return TRUE;
}

static gboolean
close_foreign_files(guint cpu_seconds)
{
	long n;

	if (close_range(ATS_WORKER_FD_ANSWER + 1, ~0U, 0) == 0)
		return TRUE;
	n = sysconf(_SC_OPEN_MAX); /* a kernel before 5.9 */
	for (int fd = ATS_WORKER_FD_ANSWER + 1; fd < n; fd++)
		close(fd);
	return TRUE;
}

static gboolean
forbid_privileges(guint cpu_seconds)
{
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/* neither traced nor dumped by a process of the same user */
static gboolean
forbid_dumps(guint cpu_seconds)
{
	return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

static gboolean
die_with_parent(guint cpu_seconds)
{
	return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0;
}

static gboolean
leave_folder(guint cpu_seconds)
{
	return chdir("/") == 0;
}

gboolean
ats_lockdown(guint cpu_seconds, GError **error)
{
	/* a filter of files (Landlock) and of system calls (seccomp) would be the last two lines */
	static const Step steps[] = {
	    {"die with its parent", die_with_parent},
	    {"close its standard streams", close_streams},
	    {"close foreign files", close_foreign_files},
	    {"leave the caller's folder", leave_folder},
	    {"limit its memory", limit_memory},
	    {"limit its time", limit_cpu},
	    {"limit its files", limit_files},
	    {"limit its processes", limit_processes},
	    {"limit its stack and core", limit_rest},
	    {"forbid dumps", forbid_dumps},
	    {"forbid new privileges", forbid_privileges},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
		if (steps[i].take(cpu_seconds))
			continue;
		g_set_error(error,
			    ATS_ERROR,
			    ATS_ERROR_INTERNAL,
			    "the worker could not %s: %s",
			    steps[i].what,
			    g_strerror(errno));
		return FALSE;
	}
	return TRUE;
}
