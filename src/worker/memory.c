/*
 * Tells a worker that ran into its memory limit from one that crashed. The libraries that read
 * documents answer a refused request for memory in their own ways (an error, abort(), a trap, a
 * null pointer used), so the requests themselves are watched: this program's own malloc(), calloc()
 * and realloc() stand before glibc's and note a refusal.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/memory.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "report/frame.h"

/* set by the functions below and read in a signal handler, which leaves no other place for it than
 * a static */
static volatile sig_atomic_t refused;

#ifndef ATS_WITH_SANITIZER /* which brings functions of its own */

void *
__libc_malloc(size_t size);
void *
__libc_calloc(size_t n, size_t size);
void *
__libc_realloc(void *old, size_t size);

static inline void *
noted(void *memory, size_t size)
{
	if (G_UNLIKELY(memory == NULL && size > 0))
		refused = 1;
	return memory;
}

void *
malloc(size_t size)
{
	return noted(__libc_malloc(size), size);
}

void *
calloc(size_t n, size_t size)
{
	return noted(__libc_calloc(n, size), n > 0 ? size : 0);
}

void *
realloc(void *old, size_t size)
{
	return noted(__libc_realloc(old, size), size);
}

#endif

static void
on_crash(int signal_number)
{
	if (refused)
		_exit(ATS_WORKER_EXIT_MEMORY);
	/* blocked while this handler runs, it ends the program on return */
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

void
ats_memory_watch(void)
{
	static const int crashes[] = {SIGABRT, SIGTRAP, SIGSEGV, SIGBUS};
	/* a stack of its own, since a full stack is one of the ways to crash; lives as long as the
	 * program */
	static char handler_stack[16 * 1024];
	stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof(handler_stack)};
	struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};

	sigaltstack(&stack, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(crashes); i++)
		sigaction(crashes[i], &action, NULL);
}

gulong
ats_memory_limit(void)
{
	struct rlimit now;

	return getrlimit(RLIMIT_AS, &now) == 0 ? (gulong)now.rlim_cur : 0;
}

gboolean
ats_memory_was_refused(void)
{
	return refused != 0;
}
