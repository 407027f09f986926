/*
 * The rules of the filter: all system calls that reading a document needs, as measured with many
 * honest and hostile ones. The one file that knows libseccomp, which only the build and the tests
 * need.
 *
 * Three answers: allowed; an error, where a library asks in good faith and copes; death, by
 * default.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/syscalls-rules.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

/* flags of open that change something; O_TMPFILE without its bit for folders */
#define OPEN_TMPFILE (O_TMPFILE & ~O_DIRECTORY)
#define OPEN_CHANGES (O_ACCMODE | O_CREAT | O_TRUNC | OPEN_TMPFILE)

typedef struct {
	int call; /* less than 0 where this processor has no such call: libseccomp leaves it out */
	int error;
} Refused;

static const int allowed[] = {
    /* memory; what makes it executable is refused below */
    SCMP_SYS(brk),
    SCMP_SYS(madvise),
    SCMP_SYS(mremap),
    SCMP_SYS(munmap),
    /* files that are open */
    SCMP_SYS(close),
    SCMP_SYS(dup),
    SCMP_SYS(fadvise64),
    SCMP_SYS(fstat),
    SCMP_SYS(fstatfs),
    SCMP_SYS(lseek),
    SCMP_SYS(pread64),
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    /* the channel to the parent; there is no other socket, and none can be made */
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(recvfrom),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    /* time, waiting, chance */
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(futex),
    SCMP_SYS(getrandom),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(nanosleep),
    SCMP_SYS(pause),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(sched_yield),
    SCMP_SYS(time),
    /* its own signals and its end */
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    /* questions about itself and the machine; qsort() asks for the size of memory */
    SCMP_SYS(getegid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getpid),
    SCMP_SYS(getppid),
    SCMP_SYS(getrlimit),
    SCMP_SYS(getrusage),
    SCMP_SYS(gettid),
    SCMP_SYS(getuid),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
#ifdef ATS_WITH_SANITIZER
    /* its runtime looks at its threads before it reports */
    SCMP_SYS(set_robust_list),
#endif
};

/* for programs whose libraries read fonts, character maps or models while at work; Landlock says
 * where */
static const int reading[] = {
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(getcwd),
    SCMP_SYS(getdents64),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(stat),
    SCMP_SYS(statfs),
    SCMP_SYS(statx),
};

static const Refused refused[] = {
    /* a font cache that is out of date would be written anew */
    {SCMP_SYS(chmod), EACCES},
    {SCMP_SYS(creat), EACCES},
    {SCMP_SYS(fchmod), EACCES},
    {SCMP_SYS(fchmodat), EACCES},
    {SCMP_SYS(fsync), EACCES},
    {SCMP_SYS(ftruncate), EACCES},
    {SCMP_SYS(link), EACCES},
    {SCMP_SYS(linkat), EACCES},
    {SCMP_SYS(mkdir), EACCES},
    {SCMP_SYS(mkdirat), EACCES},
    {SCMP_SYS(rename), EACCES},
    {SCMP_SYS(renameat), EACCES},
    {SCMP_SYS(renameat2), EACCES},
    {SCMP_SYS(rmdir), EACCES},
    {SCMP_SYS(symlink), EACCES},
    {SCMP_SYS(symlinkat), EACCES},
    {SCMP_SYS(truncate), EACCES},
    {SCMP_SYS(unlink), EACCES},
    {SCMP_SYS(unlinkat), EACCES},
    {SCMP_SYS(utimensat), EACCES},
    /* newer ways to say what is allowed in its older form: the C library falls back */
    {SCMP_SYS(clone3), ENOSYS},
    {SCMP_SYS(openat2), ENOSYS},
    {SCMP_SYS(rseq), ENOSYS},
    /* threads of a library that would work with several, and goes on with one */
    {SCMP_SYS(clone), EAGAIN},
    {SCMP_SYS(fork), EAGAIN},
    {SCMP_SYS(vfork), EAGAIN},
    {SCMP_SYS(sched_setaffinity), EPERM},
    /* is this file a terminal? */
    {SCMP_SYS(ioctl), ENOTTY},
    /* compilers of regular expressions look for a place for machine code */
    {SCMP_SYS(memfd_create), EACCES},
    /* the C library asks a name service or the system's log */
    {SCMP_SYS(getpeername), ENOTSOCK}, /* of GLib, before it logs: is standard error the journal? */
    {SCMP_SYS(socket), EACCES},
    {SCMP_SYS(socketpair), EACCES},
};

/* questions, and names for threads and memory that are of no use here */
static const struct {
	int option;
	int error; /* 0: allowed */
} process_controls[] = {
    {PR_GET_DUMPABLE, 0},
    {PR_GET_NO_NEW_PRIVS, 0},
    {PR_GET_PDEATHSIG, 0},
    {PR_GET_SECCOMP, 0},
    {PR_SET_NAME, EPERM},
#ifdef PR_SET_VMA
    {PR_SET_VMA, EINVAL},
#endif
};

/* what cannot reach beyond the process: F_SETOWN could have signals sent to another */
static const int file_controls[] = {
    F_DUPFD,
    F_DUPFD_CLOEXEC,
    F_GETFD,
    F_GETFL,
    F_GET_SEALS,
    F_SETFD,
    F_SETFL,
};

static gboolean
failed(int result)
{
	if (result < 0)
		errno = -result;
	return result < 0;
}

static gboolean
allow(scmp_filter_ctx filter, const int *calls, gsize n)
{
	for (gsize i = 0; i < n; i++) {
		if (failed(seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0)))
			return FALSE;
	}
	return TRUE;
}

static gboolean
refuse(scmp_filter_ctx filter, int call, int error)
{
	return !failed(seccomp_rule_add(filter, SCMP_ACT_ERRNO((guint)error), call, 0));
}

/* adds @action for calls whose argument @position has, of the bits in @mask, just @bits */
static gboolean
add_bits(scmp_filter_ctx filter,
	 guint32 action,
	 int call,
	 guint position,
	 guint64 mask,
	 guint64 bits)
{
	return !failed(seccomp_rule_add(filter,
					action,
					call,
					1,
					SCMP_CMP(position, SCMP_CMP_MASKED_EQ, mask, bits)));
}

/* allowed while the argument @position has none of the bits @forbidden, an error with any of them
 */
static gboolean
forbid_bits(scmp_filter_ctx filter, int call, guint position, guint64 forbidden)
{
	if (!add_bits(filter, SCMP_ACT_ALLOW, call, position, forbidden, 0))
		return FALSE;
	for (guint64 bit = 1; bit <= forbidden; bit <<= 1) {
		if ((forbidden & bit) != 0 &&
		    !add_bits(filter, SCMP_ACT_ERRNO(EACCES), call, position, bit, bit))
			return FALSE;
	}
	return TRUE;
}

/* allowed while the argument @position is @value, and death otherwise */
static gboolean
allow_with(scmp_filter_ctx filter, int call, guint position, guint64 value)
{
	return !failed(seccomp_rule_add(filter,
					SCMP_ACT_ALLOW,
					call,
					1,
					SCMP_CMP64(position, SCMP_CMP_EQ, value)));
}

/* nothing is found, nothing is opened; but what is open is asked for its size by newfstatat(), with
 * an empty name */
static gboolean
refuse_reading(scmp_filter_ctx filter)
{
	for (gsize i = 0; i < G_N_ELEMENTS(reading); i++) {
		if (reading[i] != SCMP_SYS(newfstatat) && !refuse(filter, reading[i], EACCES))
			return FALSE;
	}
	return refuse(filter, SCMP_SYS(open), EACCES) && refuse(filter, SCMP_SYS(openat), EACCES) &&
	       add_bits(filter,
			SCMP_ACT_ALLOW,
			SCMP_SYS(newfstatat),
			3,
			AT_EMPTY_PATH,
			AT_EMPTY_PATH) &&
	       add_bits(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(newfstatat), 3, AT_EMPTY_PATH, 0);
}

static gboolean
add_reading(scmp_filter_ctx filter, gboolean reads_files)
{
	if (!reads_files)
		return refuse_reading(filter);
	return allow(filter, reading, G_N_ELEMENTS(reading)) &&
	       forbid_bits(filter, SCMP_SYS(open), 1, OPEN_CHANGES) &&
	       forbid_bits(filter, SCMP_SYS(openat), 2, OPEN_CHANGES);
}

static gboolean
add_refused(scmp_filter_ctx filter)
{
	for (gsize i = 0; i < G_N_ELEMENTS(refused); i++) {
		if (!refuse(filter, refused[i].call, refused[i].error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
add_controls(scmp_filter_ctx filter)
{
	for (gsize i = 0; i < G_N_ELEMENTS(process_controls); i++) {
		int error = process_controls[i].error;
		if (failed(seccomp_rule_add(
			filter,
			error == 0 ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO((guint)error),
			SCMP_SYS(prctl),
			1,
			SCMP_A0_32(SCMP_CMP_EQ, (guint32)process_controls[i].option))))
			return FALSE;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(file_controls); i++) {
		if (!allow_with(filter, SCMP_SYS(fcntl), 1, (guint64)file_controls[i]))
			return FALSE;
	}
	return TRUE;
}

/* abort() is a signal to itself and has to look like one; limits are asked for, not set; an answer
 * goes back to who asked, not to an address */
static gboolean
add_own(scmp_filter_ctx filter, guint32 self)
{
	return allow_with(filter, SCMP_SYS(kill), 0, self) &&
	       allow_with(filter, SCMP_SYS(tgkill), 0, self) &&
	       allow_with(filter, SCMP_SYS(prlimit64), 2, 0) &&
	       allow_with(filter, SCMP_SYS(sendto), 4, 0);
}

static gboolean
add_rules(scmp_filter_ctx filter, gboolean reads_files, guint32 self)
{
	return allow(filter, allowed, G_N_ELEMENTS(allowed)) && add_reading(filter, reads_files) &&
	       add_refused(filter) && add_controls(filter) && add_own(filter, self) &&
	       forbid_bits(filter, SCMP_SYS(mmap), 2, PROT_EXEC) &&
	       forbid_bits(filter, SCMP_SYS(mprotect), 2, PROT_EXEC);
}

static GByteArray *export(scmp_filter_ctx filter)
{
	g_autoptr(GByteArray) code = g_byte_array_new();
	guint8 chunk[1024];
	ssize_t n = 0;
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return NULL;
	/* some kilobytes, which a pipe takes at once */
	if (!failed(seccomp_export_bpf(filter, ends[1]))) {
		close(ends[1]);
		while ((n = read(ends[0], chunk, sizeof(chunk))) > 0)
			g_byte_array_append(code, chunk, (guint)n);
	}
	close(ends[0]);
	return code->len > 0 && n == 0 ? g_steal_pointer(&code) : NULL;
}

/* the rules name the calls as this processor does, and libseccomp finds the other's */
static gboolean
set_machine(scmp_filter_ctx filter, guint32 machine)
{
	if (machine == seccomp_arch_native())
		return TRUE;
	return !failed(seccomp_arch_add(filter, machine)) &&
	       !failed(seccomp_arch_remove(filter, seccomp_arch_native()));
}

GByteArray *
ats_syscalls_compile(gboolean reads_files, guint32 self)
{
	return ats_syscalls_compile_for(seccomp_arch_native(), reads_files, self);
}

GByteArray *
ats_syscalls_compile_for(guint32 machine, gboolean reads_files, guint32 self)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	GByteArray *code = NULL;

	if (filter == NULL)
		return NULL;
	/* calls of another processor's numbering are no better than unknown ones */
	seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
	/* a tree instead of a list: a short way to each call */
	seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
	if (set_machine(filter, machine) && add_rules(filter, reads_files, self))
		code = export(filter);
	seccomp_release(filter);
	return code;
}
