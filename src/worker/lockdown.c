/*
 * What a worker gives up before it looks at a stranger's bytes: first resources, one step a line of
 * a table; then, as far as the kernel helps, files (Landlock) and system calls (seccomp).
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
#include "report/zygote.h"
#include "worker/landlock.h"
#include "worker/syscalls.h"

/* file descriptors: the channel and the document, three standard streams, and what poppler opens of
 * its character maps at once */
#define LIMIT_FILES 32
/* bytes; the parsers recurse, and what 8 MiB cannot hold is an attack */
#define LIMIT_STACK (8 * ATS_MIB)
/* seconds between the signal at the CPU limit and the kill */
#define CPU_GRACE 1

typedef struct {
	const char *what; /* for the message, should it fail */
	gboolean (*take)(const AtsLockdown *wish);
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
limit_memory(const AtsLockdown *wish)
{
#ifdef ATS_WITH_SANITIZER /* reserves terabytes of address space for its shadow */
	return TRUE;
#else
	rlim_t bytes = (rlim_t)wish->memory_mib * ATS_MIB;

	return limit(RLIMIT_AS, bytes, bytes);
#endif
}

static gboolean
limit_cpu(const AtsLockdown *wish)
{
	return limit(RLIMIT_CPU, wish->cpu_seconds, (rlim_t)wish->cpu_seconds + CPU_GRACE);
}

static gboolean
limit_files(const AtsLockdown *wish)
{
	/* a library that would write a cache gets an error for it, not the death penalty */
	signal(SIGXFSZ, SIG_IGN);
	return limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_NOFILE, LIMIT_FILES, LIMIT_FILES);
}

/* no new process or thread; the kernel asks this of everybody but root */
static gboolean
limit_processes(const AtsLockdown *wish)
{
	return limit(RLIMIT_NPROC, 0, 0);
}

static gboolean
limit_rest(const AtsLockdown *wish)
{
	return limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_STACK, LIMIT_STACK, LIMIT_STACK);
}

static gboolean
close_streams(const AtsLockdown *wish)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (null < 0)
		return FALSE;
	for (int fd = STDIN_FILENO; fd <= ATS_WORKER_LAST_CLOSED; fd++) {
		if (dup2(null, fd) < 0)
			return FALSE;
	}
	return TRUE;
}

static gboolean
close_foreign_files(const AtsLockdown *wish)
{
	long n;

	if (close_range(ATS_WORKER_FD + 1, ~0U, 0) == 0)
		return TRUE;
	n = sysconf(_SC_OPEN_MAX); /* a kernel before 5.9 */
	for (int fd = ATS_WORKER_FD + 1; fd < n; fd++)
		close(fd);
	return TRUE;
}

static gboolean
forbid_privileges(const AtsLockdown *wish)
{
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/* neither traced nor dumped by a process of the same user */
static gboolean
forbid_dumps(const AtsLockdown *wish)
{
	return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

static gboolean
die_with_parent(const AtsLockdown *wish)
{
	return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0;
}

static gboolean
leave_folder(const AtsLockdown *wish)
{
	return chdir("/") == 0;
}

static void
set_failed(GError **error, const char *what)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_INTERNAL,
		    "the worker could not %s: %s",
		    what,
		    g_strerror(errno));
}

/* none of these may fail */
static gboolean
take_resources(const AtsLockdown *wish, GError **error)
{
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
		if (steps[i].take(wish))
			continue;
		set_failed(error, steps[i].what);
		return FALSE;
	}
	return TRUE;
}

static void
set_missing(GError **error, const char *what)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_INTERNAL,
		    "the sandbox that is required is not to be had: this system gives no %s",
		    what);
}

/* FALSE only when it is required */
static gboolean
fence_files(const AtsLockdown *wish, AtsSandboxLevel *level, GError **error)
{
	guint version = ats_landlock_version();

	if (version > 0 && ats_landlock_enforce(version, wish->folders))
		level->landlock = version;
	if (level->landlock > 0 || wish->mode != ATS_SANDBOX_REQUIRE)
		return TRUE;
	set_missing(error, "Landlock");
	return FALSE;
}

/* the same */
static gboolean
filter_calls(const AtsLockdown *wish, AtsSandboxLevel *level, GError **error)
{
	level->seccomp = ats_syscalls_filter(wish->folders != NULL);
	if (level->seccomp || wish->mode != ATS_SANDBOX_REQUIRE)
		return TRUE;
	set_missing(error, "seccomp");
	return FALSE;
}

gboolean
ats_lockdown(const AtsLockdown *wish, AtsSandboxLevel *level, GError **error)
{
	*level = (AtsSandboxLevel){0};
	if (!take_resources(wish, error))
		return FALSE;
	if (wish->mode == ATS_SANDBOX_OFF)
		return TRUE;
	return fence_files(wish, level, error) && filter_calls(wish, level, error);
}
