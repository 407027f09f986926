/*
 * Tests of what the filter of system calls answers, on this processor and on those that the tests
 * do not run on: its code is compiled for each, and run here as the kernel would run it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>

#include "worker/syscalls-rules.h"

/* numbers beyond all calls that there are */
#define MOST_CALLS 600

/* the process that the filters are for */
#define SELF 4711

#define KILLED	 SECCOMP_RET_KILL_PROCESS
#define ALLOWED	 SECCOMP_RET_ALLOW
#define GIVES(e) (SECCOMP_RET_ERRNO | (e))

static const struct {
	const char *name;
	guint32 audit;
} machines[] = {{"x86_64", AUDIT_ARCH_X86_64}, {"aarch64", AUDIT_ARCH_AARCH64}};

typedef struct {
	const char *call;
	guint64 args[6];
} Call;

/* --- as the kernel runs a filter --- */

static guint32
load(const struct seccomp_data *data, guint32 offset)
{
	guint32 word;

	ck_assert_uint_le(offset, sizeof(*data) - sizeof(word));
	memcpy(&word, (const guint8 *)data + offset, sizeof(word));
	return word;
}

static gboolean
holds(const struct sock_filter *line, guint32 accumulator)
{
	switch (BPF_OP(line->code)) {
	case BPF_JEQ:
		return accumulator == line->k;
	case BPF_JGT:
		return accumulator > line->k;
	case BPF_JGE:
		return accumulator >= line->k;
	case BPF_JSET:
		return (accumulator & line->k) != 0;
	default:
		ck_abort_msg("a jump of kind %x", line->code);
		return FALSE;
	}
}

static guint32
run(const GByteArray *code, const struct seccomp_data *data)
{
	const struct sock_filter *lines = (const void *)code->data;
	gsize n = code->len / sizeof(*lines);
	guint32 accumulator = 0;

	for (gsize i = 0; i < n; i++) {
		const struct sock_filter *line = &lines[i];
		if (line->code == (BPF_LD | BPF_W | BPF_ABS))
			accumulator = load(data, line->k);
		else if (line->code == (BPF_ALU | BPF_AND | BPF_K))
			accumulator &= line->k;
		else if (line->code == (BPF_RET | BPF_K))
			return line->k;
		else if (line->code == (BPF_JMP | BPF_JA))
			i += line->k;
		else if (BPF_CLASS(line->code) == BPF_JMP)
			i += holds(line, accumulator) ? line->jt : line->jf;
		else
			ck_abort_msg("an instruction %x", line->code);
	}
	ck_abort_msg("a filter without an end");
	return 0;
}

static guint32
ask_number(guint32 machine, gboolean reads_files, int number, const guint64 *args)
{
	g_autoptr(GByteArray) code = ats_syscalls_compile_for(machine, reads_files, SELF);
	struct seccomp_data data = {.nr = number, .arch = machine};

	ck_assert_ptr_nonnull(code);
	memcpy(data.args, args, sizeof(data.args));
	return run(code, &data);
}

/* less than 0: the processor has no such call */
static int
number_of(guint32 machine, const char *call)
{
	return seccomp_syscall_resolve_name_arch(machine, call);
}

static guint32
ask(guint32 machine, gboolean reads_files, const Call *call)
{
	return ask_number(machine, reads_files, number_of(machine, call->call), call->args);
}

/* --- the answers --- */

static const struct {
	Call call;
	guint32 reading, other; /* of a program that reads files, and of one that does not */
} answers[] = {
    {{"read", {0}}, ALLOWED, ALLOWED},
    {{"write", {1}}, ALLOWED, ALLOWED},
    {{"futex", {0}}, ALLOWED, ALLOWED},
    {{"exit_group", {0}}, ALLOWED, ALLOWED},
    {{"ppoll", {0}}, ALLOWED, ALLOWED},
    {{"recvmsg", {0}}, ALLOWED, ALLOWED},
    {{"sendmsg", {0}}, ALLOWED, ALLOWED},
    {{"sendto", {3, 0, 0, 0, 0}}, ALLOWED, ALLOWED},
    {{"sendto", {3, 0, 0, 0, 4096}}, KILLED, KILLED},
    {{"openat", {0, 0, O_RDONLY | O_CLOEXEC}}, ALLOWED, GIVES(EACCES)},
    {{"openat", {0, 0, O_WRONLY}}, GIVES(EACCES), GIVES(EACCES)},
    {{"openat", {0, 0, O_RDWR}}, GIVES(EACCES), GIVES(EACCES)},
    {{"openat", {0, 0, O_RDONLY | O_CREAT}}, GIVES(EACCES), GIVES(EACCES)},
    {{"openat", {0, 0, O_RDONLY | O_TRUNC}}, GIVES(EACCES), GIVES(EACCES)},
    {{"openat", {0, 0, O_TMPFILE}}, GIVES(EACCES), GIVES(EACCES)},
    {{"newfstatat", {0, 0, 0, 0}}, ALLOWED, GIVES(EACCES)},
    {{"newfstatat", {0, 0, 0, AT_EMPTY_PATH}}, ALLOWED, ALLOWED},
    {{"getdents64", {0}}, ALLOWED, GIVES(EACCES)},
    {{"unlinkat", {0}}, GIVES(EACCES), GIVES(EACCES)},
    {{"mmap", {0, 4096, PROT_READ | PROT_WRITE}}, ALLOWED, ALLOWED},
    {{"mmap", {0, 4096, PROT_READ | PROT_EXEC}}, GIVES(EACCES), GIVES(EACCES)},
    {{"mprotect", {0, 4096, PROT_READ}}, ALLOWED, ALLOWED},
    {{"mprotect", {0, 4096, PROT_EXEC}}, GIVES(EACCES), GIVES(EACCES)},
    {{"kill", {SELF, 6}}, ALLOWED, ALLOWED},
    {{"kill", {SELF + 1, 6}}, KILLED, KILLED},
    {{"kill", {SELF | G_GUINT64_CONSTANT(1) << 32, 6}}, KILLED, KILLED},
    {{"tgkill", {SELF, SELF, 6}}, ALLOWED, ALLOWED},
    {{"tgkill", {1, 1, 6}}, KILLED, KILLED},
    {{"prlimit64", {0, 0, 0, 4096}}, ALLOWED, ALLOWED},
    {{"prlimit64", {0, 0, 4096, 0}}, KILLED, KILLED},
    {{"fcntl", {3, F_GETFL}}, ALLOWED, ALLOWED},
    {{"fcntl", {3, F_SETOWN}}, KILLED, KILLED},
    {{"prctl", {PR_GET_SECCOMP}}, ALLOWED, ALLOWED},
    {{"prctl", {PR_SET_DUMPABLE}}, KILLED, KILLED},
    {{"clone", {0}}, GIVES(EAGAIN), GIVES(EAGAIN)},
    {{"clone3", {0}}, GIVES(ENOSYS), GIVES(ENOSYS)},
    {{"socket", {1}}, GIVES(EACCES), GIVES(EACCES)},
    {{"connect", {0}}, KILLED, KILLED},
    {{"execve", {0}}, KILLED, KILLED},
    {{"execveat", {0}}, KILLED, KILLED},
    {{"ptrace", {0}}, KILLED, KILLED},
    {{"process_vm_writev", {0}}, KILLED, KILLED},
    {{"pidfd_send_signal", {0}}, KILLED, KILLED},
    {{"io_uring_setup", {0}}, KILLED, KILLED},
    {{"bpf", {0}}, KILLED, KILLED},
    {{"userfaultfd", {0}}, KILLED, KILLED},
    {{"keyctl", {0}}, KILLED, KILLED},
    {{"unshare", {0}}, KILLED, KILLED},
    {{"setns", {0}}, KILLED, KILLED},
    {{"mount", {0}}, KILLED, KILLED},
    {{"seccomp", {0}}, KILLED, KILLED},
};

START_TEST(each_call_gets_its_answer)
{
	for (gsize i = 0; i < G_N_ELEMENTS(machines); i++) {
		guint32 machine = machines[i].audit;
		ck_assert_msg(number_of(machine, answers[_i].call.call) >= 0,
			      "%s has no %s",
			      machines[i].name,
			      answers[_i].call.call);
		ck_assert_uint_eq(ask(machine, TRUE, &answers[_i].call), answers[_i].reading);
		ck_assert_uint_eq(ask(machine, FALSE, &answers[_i].call), answers[_i].other);
	}
}
END_TEST

START_TEST(another_numbering_is_death)
{
	static const guint64 none[6] = {0};

	for (gsize i = 0; i < G_N_ELEMENTS(machines); i++) {
		g_autoptr(GByteArray) code =
		    ats_syscalls_compile_for(machines[i].audit, TRUE, SELF);
		struct seccomp_data data = {
		    .nr = number_of(machines[i].audit, "read"),
		    .arch = machines[1 - i].audit,
		};
		ck_assert_uint_eq(run(code, &data), KILLED);
		data.arch = AUDIT_ARCH_I386;
		ck_assert_uint_eq(run(code, &data), KILLED);
	}
	/* x32 numbers its calls like this, in the name of x86_64 */
	ck_assert_uint_eq(ask_number(AUDIT_ARCH_X86_64, TRUE, 0x40000000, none), KILLED);
}
END_TEST

/* --- one processor and the other --- */

/* what a C library calls on aarch64 in place of older calls, which x86_64 alone has */
static const struct {
	const char *old;
	Call newer;
} successors[] = {
    {"access", {"faccessat", {0}}},
    {"chmod", {"fchmodat", {0}}},
    {"creat", {"openat", {0, 0, O_CREAT | O_WRONLY | O_TRUNC}}},
    {"fork", {"clone", {0}}},
    {"link", {"linkat", {0}}},
    {"lstat", {"newfstatat", {0}}},
    {"mkdir", {"mkdirat", {0}}},
    {"open", {"openat", {0}}},
    {"pause", {"ppoll", {0}}},
    {"poll", {"ppoll", {0}}},
    {"readlink", {"readlinkat", {0}}},
    {"rename", {"renameat", {0}}},
    {"rmdir", {"unlinkat", {0}}},
    {"stat", {"newfstatat", {0}}},
    {"symlink", {"symlinkat", {0}}},
    {"time", {"clock_gettime", {0}}},
    {"unlink", {"unlinkat", {0}}},
    {"vfork", {"clone", {0}}},
};

static const Call *
successor_of(const char *call)
{
	for (gsize i = 0; i < G_N_ELEMENTS(successors); i++) {
		if (g_str_equal(successors[i].old, call))
			return &successors[i].newer;
	}
	return NULL;
}

static void
assert_same(int number, const char *call, gboolean reads_files)
{
	static const guint64 none[6] = {0};
	guint32 here = ask_number(AUDIT_ARCH_X86_64, reads_files, number, none);
	Call there = {.call = call};
	const Call *successor = successor_of(call);

	if (here != KILLED && number_of(AUDIT_ARCH_AARCH64, call) < 0) {
		ck_assert_msg(successor != NULL, "what is called in place of %s?", call);
		there = *successor;
	}
	if (number_of(AUDIT_ARCH_AARCH64, there.call) < 0)
		return;
	ck_assert_msg(here == ask(AUDIT_ARCH_AARCH64, reads_files, &there),
		      "%s is answered otherwise than %s",
		      there.call,
		      call);
}

/* with no bits in their arguments; above it is tried what these may do */
START_TEST(calls_get_the_same_answers_everywhere)
{
	guint n = 0;

	for (int number = 0; number < MOST_CALLS; number++) {
		char *call = seccomp_syscall_resolve_num_arch(AUDIT_ARCH_X86_64, number);
		if (call == NULL)
			continue;
		assert_same(number, call, _i == 1);
		free(call);
		n++;
	}
	/* there are that many at least */
	ck_assert_uint_gt(n, 300);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("filter");
	TCase *tcase = tcase_create("filter");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_loop_test(tcase, each_call_gets_its_answer, 0, G_N_ELEMENTS(answers));
	tcase_add_test(tcase, another_numbering_is_death);
	tcase_add_loop_test(tcase, calls_get_the_same_answers_everywhere, 0, 2);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
