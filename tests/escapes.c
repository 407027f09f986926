/*
 * Ways out of a worker's box. Each attempt is written so that it does no harm where it succeeds,
 * and so that success is plain: a call whose arguments are wrong has got out if the kernel says so.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "escapes.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#define PAGE 4096

/* of a call with arguments that it cannot take: anything but a refusal means that it was reached */
static gboolean
reached(long result)
{
	return result >= 0 || (errno != EPERM && errno != EACCES && errno != ENOSYS);
}

static gboolean
read_outside(const Outside *outside)
{
	return open("/etc/passwd", O_RDONLY) >= 0;
}

static gboolean
read_own_file(const Outside *outside)
{
	return open(outside->file, O_RDONLY) >= 0;
}

static gboolean
list_home(const Outside *outside)
{
	return open("/", O_RDONLY | O_DIRECTORY) >= 0;
}

static gboolean
read_memory_of_parent(const Outside *outside)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/mem", outside->victim);
	return open(path, O_RDONLY) >= 0;
}

static gboolean
read_environment_of_parent(const Outside *outside)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/environ", outside->victim);
	return open(path, O_RDONLY) >= 0;
}

static gboolean
write_file(const Outside *outside)
{
	return open(outside->file, O_WRONLY) >= 0;
}

static gboolean
cut_file_by_opening(const Outside *outside)
{
	return open(outside->file, O_RDONLY | O_TRUNC) >= 0;
}

static gboolean
cut_file(const Outside *outside)
{
	return truncate(outside->file, 0) == 0;
}

static gboolean
create_file(const Outside *outside)
{
	return open(outside->other, O_RDWR | O_CREAT | O_EXCL, 0600) >= 0;
}

static gboolean
create_nameless_file(const Outside *outside)
{
	return open("/tmp", O_RDWR | O_TMPFILE, 0600) >= 0;
}

static gboolean
create_folder(const Outside *outside)
{
	return mkdir(outside->other, 0700) == 0;
}

static gboolean
create_link(const Outside *outside)
{
	return symlink("/etc/passwd", outside->other) == 0;
}

static gboolean
create_pipe_file(const Outside *outside)
{
	return mkfifo(outside->other, 0600) == 0;
}

static gboolean
link_file(const Outside *outside)
{
	return link(outside->file, outside->other) == 0;
}

static gboolean
rename_file(const Outside *outside)
{
	return rename(outside->file, outside->other) == 0;
}

static gboolean
remove_file(const Outside *outside)
{
	return unlink(outside->file) == 0;
}

static gboolean
change_mode(const Outside *outside)
{
	return chmod(outside->file, 0644) == 0;
}

static gboolean
open_many(const Outside *outside)
{
	for (int i = 0; i < 100; i++) {
		if (dup(STDIN_FILENO) < 0)
			return FALSE;
	}
	return TRUE;
}

static gboolean
make_socket_inet(const Outside *outside)
{
	return socket(AF_INET, SOCK_STREAM, 0) >= 0;
}

static gboolean
make_socket_unix(const Outside *outside)
{
	return socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static gboolean
make_socket_netlink(const Outside *outside)
{
	return socket(AF_NETLINK, SOCK_RAW, 0) >= 0;
}

static gboolean
connect_out(const Outside *outside)
{
	struct sockaddr_in address = {
	    .sin_family = AF_INET,
	    .sin_port = htons((guint16)outside->port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};

	return connect(outside->socket, (struct sockaddr *)&address, sizeof(address)) == 0;
}

static gboolean
listen_to_others(const Outside *outside)
{
	struct sockaddr_in address = {
	    .sin_family = AF_INET,
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};

	return bind(outside->socket, (struct sockaddr *)&address, sizeof(address)) == 0;
}

static socklen_t
abstract_address(const Outside *outside, struct sockaddr_un *address)
{
	gsize length = strlen(outside->abstract);

	*address = (struct sockaddr_un){.sun_family = AF_UNIX};
	memcpy(address->sun_path + 1, outside->abstract, length);
	return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + length);
}

static gboolean
send_to_abstract(const Outside *outside)
{
	struct sockaddr_un address;
	socklen_t length = abstract_address(outside, &address);

	return sendto(outside->socket, "x", 1, 0, (struct sockaddr *)&address, length) == 1;
}

/* the form of it that no filter sees through */
static gboolean
send_message_to_abstract(const Outside *outside)
{
	struct sockaddr_un address;
	struct iovec data = {.iov_base = (char *)"x", .iov_len = 1};
	struct msghdr message = {
	    .msg_name = &address,
	    .msg_namelen = abstract_address(outside, &address),
	    .msg_iov = &data,
	    .msg_iovlen = 1,
	};

	return sendmsg(outside->socket, &message, 0) == 1;
}

static gboolean
end_of_child(pid_t pid)
{
	if (pid == 0)
		_exit(EXIT_SUCCESS);
	return pid > 0;
}

static gboolean
fork_child(const Outside *outside)
{
	return end_of_child(fork());
}

static gboolean
fork_by_call(const Outside *outside)
{
	return end_of_child((pid_t)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
}

static gboolean
fork_by_new_call(const Outside *outside)
{
	guint64 arguments[8] = {[4] = SIGCHLD};

	return end_of_child((pid_t)syscall(SYS_clone3, arguments, sizeof(arguments)));
}

/* on success another program ends with this status, as an attempt that got out does */
static gboolean
execute(const Outside *outside)
{
	execl("/bin/sh", "sh", "-c", "exit 1", NULL);
	return FALSE;
}

static gboolean
execute_by_descriptor(const Outside *outside)
{
	char *const arguments[] = {(char *)"x", NULL};

	return reached(syscall(SYS_execveat, -1, "", arguments, arguments, AT_EMPTY_PATH));
}

static gboolean
make_memory_file(const Outside *outside)
{
	return memfd_create("program", 0) >= 0;
}

static gboolean
map_code(const Outside *outside)
{
	return mmap(NULL,
		    PAGE,
		    PROT_READ | PROT_WRITE | PROT_EXEC,
		    MAP_PRIVATE | MAP_ANONYMOUS,
		    -1,
		    0) != MAP_FAILED;
}

static gboolean
make_code(const Outside *outside)
{
	void *page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return page != MAP_FAILED && mprotect(page, PAGE, PROT_READ | PROT_EXEC) == 0;
}

static gboolean
make_code_by_key(const Outside *outside)
{
	void *page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return syscall(SYS_pkey_mprotect, page, PAGE, PROT_READ | PROT_EXEC, -1) == 0;
}

static gboolean
make_all_code(const Outside *outside)
{
	return personality(READ_IMPLIES_EXEC) >= 0;
}

/* a signal that is ignored unless somebody waits for it */
static gboolean
signal_parent(const Outside *outside)
{
	return kill(outside->victim, SIGURG) == 0;
}

static gboolean
signal_thread_of_parent(const Outside *outside)
{
	return syscall(SYS_tgkill, outside->victim, outside->victim, SIGURG) == 0;
}

static gboolean
own_signals_to_parent(const Outside *outside)
{
	return fcntl(outside->socket, F_SETOWN, outside->victim) == 0;
}

static gboolean
trace_parent(const Outside *outside)
{
	if (ptrace(PTRACE_SEIZE, outside->victim, NULL, NULL) != 0)
		return FALSE;
	ptrace(PTRACE_DETACH, outside->victim, NULL, NULL);
	return TRUE;
}

static gboolean
peek_at_parent(const Outside *outside)
{
	/* forked, so that it has the same things at the same places */
	char byte;
	struct iovec here = {&byte, 1};
	struct iovec there = {(void *)escapes, 1};

	return process_vm_readv(outside->victim, &here, 1, &there, 1, 0) == 1;
}

static gboolean
raise_memory(const Outside *outside)
{
	const struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};

	return setrlimit(RLIMIT_AS, &all) == 0;
}

static gboolean
raise_limit_of_parent(const Outside *outside)
{
	const struct rlimit none = {0, 0};

	return prlimit(outside->victim, RLIMIT_CORE, &none, NULL) == 0;
}

static gboolean
make_dumpable(const Outside *outside)
{
	return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0;
}

static gboolean
outlive_parent(const Outside *outside)
{
	return prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0) == 0;
}

static gboolean
change_user(const Outside *outside)
{
	return setuid(getuid()) == 0;
}

static gboolean
mount_something(const Outside *outside)
{
	return reached(mount(NULL, NULL, NULL, 0, NULL));
}

static gboolean
change_root(const Outside *outside)
{
	return reached(chroot(outside->other));
}

static gboolean
leave_namespace(const Outside *outside)
{
	return reached(unshare(0));
}

/* no arguments that mean anything */
#define CALL(name, ...)                                                                            \
	static gboolean call_##name(const Outside *outside)                                        \
	{                                                                                          \
		return reached(syscall(SYS_##name, ##__VA_ARGS__));                                \
	}

CALL(io_uring_setup, 0, NULL)
CALL(bpf, -1, NULL, 0)
CALL(perf_event_open, NULL, 0, -1, -1, 0)
CALL(keyctl, -1)
CALL(add_key, NULL, NULL, NULL, 0, 0)
CALL(userfaultfd, -1)
CALL(finit_module, -1, NULL, 0)
CALL(kexec_load, 0, 0, NULL, -1)
CALL(open_by_handle_at, -1, NULL, 0)
CALL(setns, -1, 0)
CALL(process_madvise, -1, NULL, 0, 0, 0)
CALL(pidfd_open, -1, 0)
CALL(inotify_init1, -1)
CALL(acct, "")

const Escape escapes[] = {
    {"open a file of the system", BY_LANDLOCK_1, read_outside, EVERYBODY},
    {"open a file of the user", BY_LANDLOCK_1, read_own_file, EVERYBODY},
    {"list a folder", BY_LANDLOCK_1, list_home, EVERYBODY},
    {"read the memory of the parent", BY_LANDLOCK_1, read_memory_of_parent},
    {"read the environment of the parent", BY_LANDLOCK_1, read_environment_of_parent},
    {"open a file for writing", BY_SECCOMP | BY_LANDLOCK_1, write_file, EVERYBODY},
    {"cut a file by opening it", BY_SECCOMP | BY_LANDLOCK_1, cut_file_by_opening, EVERYBODY},
    {"cut a file", BY_SECCOMP | BY_LANDLOCK_3, cut_file, EVERYBODY},
    {"create a file", BY_SECCOMP | BY_LANDLOCK_1, create_file, EVERYBODY},
    {"create a file without a name", BY_SECCOMP | BY_LANDLOCK_1, create_nameless_file},
    {"create a folder", BY_SECCOMP | BY_LANDLOCK_1, create_folder, EVERYBODY},
    {"create a symbolic link", BY_SECCOMP | BY_LANDLOCK_1, create_link, EVERYBODY},
    {"create a pipe", BY_SECCOMP | BY_LANDLOCK_1, create_pipe_file, EVERYBODY},
    {"link a file", BY_SECCOMP | BY_LANDLOCK_1, link_file, EVERYBODY},
    {"rename a file", BY_SECCOMP | BY_LANDLOCK_1, rename_file, EVERYBODY},
    {"remove a file", BY_SECCOMP | BY_LANDLOCK_1, remove_file, EVERYBODY},
    {"change a file's mode", BY_SECCOMP, change_mode, EVERYBODY},
    {"open many files", BY_LIMITS, open_many, EVERYBODY},
    {"make a socket for the net", BY_SECCOMP, make_socket_inet},
    {"make a unix socket", BY_SECCOMP, make_socket_unix, EVERYBODY},
    {"make a netlink socket", BY_SECCOMP, make_socket_netlink},
    {"connect to a server", BY_SECCOMP | BY_LANDLOCK_4, connect_out, EVERYBODY},
    {"be a server", BY_SECCOMP | BY_LANDLOCK_4, listen_to_others, EVERYBODY},
    {"send to an abstract socket",
     BY_SECCOMP | BY_LANDLOCK_6,
     send_to_abstract,
     EVERYBODY | NEEDS_DATAGRAMS},
    {"send a message to an abstract socket",
     BY_LANDLOCK_6,
     send_message_to_abstract,
     EVERYBODY | NEEDS_DATAGRAMS},
    {"fork", BY_SECCOMP, fork_child, EVERYBODY},
    {"fork by clone", BY_SECCOMP, fork_by_call, EVERYBODY},
    {"fork by clone3", BY_SECCOMP, fork_by_new_call},
    {"execute a program", BY_SECCOMP | BY_LANDLOCK_1, execute, EVERYBODY},
    {"execute what is open", BY_SECCOMP, execute_by_descriptor},
    {"make a file in memory", BY_SECCOMP, make_memory_file, EVERYBODY},
    {"map memory for code", BY_SECCOMP, map_code, EVERYBODY},
    {"turn memory into code", BY_SECCOMP, make_code, EVERYBODY},
    {"turn memory into code by a key", BY_SECCOMP, make_code_by_key},
    {"have all memory be code", BY_SECCOMP, make_all_code},
    {"signal the parent", BY_SECCOMP | BY_LANDLOCK_6, signal_parent, EVERYBODY},
    {"signal a thread of the parent",
     BY_SECCOMP | BY_LANDLOCK_6,
     signal_thread_of_parent,
     EVERYBODY},
    {"have signals sent to the parent", BY_SECCOMP, own_signals_to_parent, EVERYBODY},
    {"trace the parent", BY_SECCOMP | BY_LANDLOCK_1, trace_parent},
    {"look into the parent", BY_SECCOMP | BY_LANDLOCK_1, peek_at_parent},
    {"raise its memory", BY_SECCOMP, raise_memory},
    {"change a limit of the parent", BY_SECCOMP, raise_limit_of_parent},
    {"become dumpable", BY_SECCOMP, make_dumpable, EVERYBODY},
    {"outlive its parent", BY_SECCOMP, outlive_parent, EVERYBODY},
    {"change the user", BY_SECCOMP, change_user, EVERYBODY},
    {"mount", BY_SECCOMP, mount_something},
    {"change the root", BY_SECCOMP, change_root},
    {"unshare", BY_SECCOMP, leave_namespace},
    {"io_uring", BY_SECCOMP, call_io_uring_setup},
    {"bpf", BY_SECCOMP, call_bpf},
    {"perf", BY_SECCOMP, call_perf_event_open},
    {"keyctl", BY_SECCOMP, call_keyctl},
    {"add_key", BY_SECCOMP, call_add_key},
    {"userfaultfd", BY_SECCOMP, call_userfaultfd},
    {"load a module", BY_SECCOMP, call_finit_module},
    {"load a kernel", BY_SECCOMP, call_kexec_load},
    {"open by handle", BY_SECCOMP, call_open_by_handle_at},
    {"enter a namespace", BY_SECCOMP, call_setns},
    {"advise another process", BY_SECCOMP, call_process_madvise},
    {"hold on to a process", BY_SECCOMP, call_pidfd_open},
    {"watch files", BY_SECCOMP, call_inotify_init1},
    {"account processes", BY_SECCOMP, call_acct},
};

const guint n_escapes = G_N_ELEMENTS(escapes);
