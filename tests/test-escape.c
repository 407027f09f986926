/*
 * Tests of the box around a worker: each way out is tried from inside, against all of it and
 * against each of its walls alone, as far as the kernel gives them; and what a worker needs still
 * works.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <netinet/in.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "escapes.h"
#include "worker/landlock.h"
#include "worker/lockdown.h"
#include "worker/memory.h"
#include "worker/syscalls-rules.h"
#include "worker/syscalls.h"
#include "worker/warm.h"

#define CPU_SECONDS 5
#define MEMORY_MIB  512

/* the one descriptor that a box leaves open beside the standard streams */
#define KEPT_FD 3

/* how a process in a box ended */
#define END_REFUSED 0
#define END_ESCAPED 1
#define END_NO_BOX  2

typedef gboolean (*Box)(void);

/* what may be read: one folder with one file in it */
static const char *const nothing[] = {NULL};

/* what the kernel says, not what the code under test says of it */
static guint
landlock_of_kernel(void)
{
	long version = syscall(444, NULL, 0, 1);

	return version > 0 ? (guint)version : 0;
}

static gboolean
kernel_has_seccomp(void)
{
#if defined(__x86_64__) || defined(__aarch64__)
	/* a bad address is looked at only where there are filters */
	return prctl(PR_SET_SECCOMP, 2, NULL) != 0 && errno == EFAULT;
#else
	return FALSE;
#endif
}

static guint
guards_of_landlock(void)
{
	guint version = landlock_of_kernel();
	guint guards = 0;

	if (version >= 1)
		guards |= BY_LANDLOCK_1;
	if (version >= 3)
		guards |= BY_LANDLOCK_3;
	if (version >= 4)
		guards |= BY_LANDLOCK_4;
	if (version >= 6)
		guards |= BY_LANDLOCK_6;
	return guards;
}

static guint
guards_of_all(void)
{
	return BY_LIMITS | guards_of_landlock() | (kernel_has_seccomp() ? BY_SECCOMP : 0);
}

static gboolean
no_box(void)
{
	return TRUE;
}

static gboolean
whole_box(void)
{
	AtsLockdown wish = {.cpu_seconds = CPU_SECONDS,
			    .memory_mib = MEMORY_MIB,
			    .folders = nothing};
	AtsSandboxLevel level;

	return ats_lockdown(&wish, &level, NULL);
}

static gboolean
fence_alone(void)
{
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	       ats_landlock_enforce(landlock_of_kernel(), nothing);
}

static gboolean
filter_alone(void)
{
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ats_syscalls_filter(TRUE);
}

/* --- what is outside --- */

typedef struct {
	Outside outside;
	char *folder, *file, *other, *abstract;
	int listener, receiver;
} World;

static socklen_t
abstract_address(const char *name, struct sockaddr_un *address)
{
	*address = (struct sockaddr_un){.sun_family = AF_UNIX};
	memcpy(address->sun_path + 1, name, strlen(name));
	return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + strlen(name));
}

static void
open_ports(World *world)
{
	struct sockaddr_in port = {.sin_family = AF_INET,
				   .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	struct sockaddr_un name;
	socklen_t length = sizeof(port);

	world->listener = socket(AF_INET, SOCK_STREAM, 0);
	world->receiver = socket(AF_UNIX, SOCK_DGRAM, 0);
	ck_assert_int_eq(bind(world->listener, (struct sockaddr *)&port, sizeof(port)), 0);
	ck_assert_int_eq(listen(world->listener, 1), 0);
	ck_assert_int_eq(getsockname(world->listener, (struct sockaddr *)&port, &length), 0);
	world->outside.port = ntohs(port.sin_port);
	length = abstract_address(world->abstract, &name);
	ck_assert_int_eq(bind(world->receiver, (struct sockaddr *)&name, length), 0);
}

static void
make_world(World *world)
{
	*world = (World){.folder = g_dir_make_tmp("atscheck-escape-XXXXXX", NULL)};
	ck_assert_ptr_nonnull(world->folder);
	world->file = g_build_filename(world->folder, "there", NULL);
	world->other = g_build_filename(world->folder, "free", NULL);
	world->abstract = g_path_get_basename(world->folder);
	ck_assert(g_file_set_contents(world->file, "text", -1, NULL));
	open_ports(world);
	world->outside.file = world->file;
	world->outside.other = world->other;
	world->outside.abstract = world->abstract;
	world->outside.victim = getpid();
}

static void
end_world(World *world)
{
	close(world->listener);
	close(world->receiver);
	g_unlink(world->file);
	if (g_unlink(world->other) != 0)
		g_rmdir(world->other);
	g_rmdir(world->folder);
	g_free(world->folder);
	g_free(world->file);
	g_free(world->other);
	g_free(world->abstract);
}

/* --- attempts --- */

G_NORETURN static void
attempt(const Escape *escape, Box box, Outside outside)
{
	int made = escape->flags & NEEDS_DATAGRAMS ? socket(AF_UNIX, SOCK_DGRAM, 0)
						   : socket(AF_INET, SOCK_STREAM, 0);

	if (made != KEPT_FD)
		dup2(made, KEPT_FD);
	outside.socket = KEPT_FD;
	/* an attempt that hangs has not got out */
	alarm(CPU_SECONDS);
	if (!box())
		_exit(END_NO_BOX);
	_exit(escape->attempt(&outside) ? END_ESCAPED : END_REFUSED);
}

static int
status_of(const Escape *escape, Box box)
{
	World world;
	int status = 0;
	pid_t pid;

	make_world(&world);
	pid = fork();
	if (pid == 0)
		attempt(escape, box, world.outside);
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	end_world(&world);
	return status;
}

static void
assert_refused(const Escape *escape, Box box)
{
	int status = status_of(escape, box);

	if (WIFSIGNALED(status))
		ck_assert_msg(WTERMSIG(status) == SIGSYS,
			      "%s: ended by signal %d",
			      escape->name,
			      WTERMSIG(status));
	else
		ck_assert_msg(WEXITSTATUS(status) == END_REFUSED,
			      "%s: %s",
			      escape->name,
			      WEXITSTATUS(status) == END_NO_BOX ? "no box" : "got out");
}

START_TEST(no_way_out_of_the_box)
{
	if (escapes[_i].guards & guards_of_all())
		assert_refused(&escapes[_i], whole_box);
}
END_TEST

START_TEST(no_way_over_the_fence)
{
	if (escapes[_i].guards & guards_of_landlock())
		assert_refused(&escapes[_i], fence_alone);
}
END_TEST

START_TEST(no_way_through_the_filter)
{
	if (kernel_has_seccomp() && escapes[_i].guards & BY_SECCOMP)
		assert_refused(&escapes[_i], filter_alone);
}
END_TEST

/* or the tests above would prove nothing */
START_TEST(without_a_box_they_get_out)
{
	int status;

	if ((escapes[_i].flags & EVERYBODY) == 0)
		return;
	status = status_of(&escapes[_i], no_box);
	ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == END_ESCAPED,
		      "%s: did not get out (%x)",
		      escapes[_i].name,
		      (guint)status);
}
END_TEST

/* --- levels --- */

static int
status_in_box(const AtsLockdown *wish, gboolean (*work)(void), AtsSandboxLevel *level)
{
	AtsSandboxLevel *shared =
	    mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int status = 0;
	int channel[2];
	pid_t pid;

	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, channel), 0);
	pid = fork();
	if (pid == 0) {
		if (channel[1] != KEPT_FD)
			dup2(channel[1], KEPT_FD);
		ats_memory_watch();
		ats_worker_warm_up();
		ats_worker_warm_up_converter();
		if (!ats_lockdown(wish, shared, NULL))
			_exit(END_NO_BOX);
		_exit(work() ? EXIT_SUCCESS : EXIT_FAILURE);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	if (level != NULL)
		*level = *shared;
	munmap(shared, sizeof(*shared));
	close(channel[0]);
	close(channel[1]);
	return status;
}

static gboolean
nothing_more(void)
{
	return TRUE;
}

START_TEST(the_level_is_what_the_kernel_gives)
{
	AtsLockdown wish = {.cpu_seconds = CPU_SECONDS, .memory_mib = MEMORY_MIB};
	AtsSandboxLevel level;

	ck_assert_int_eq(status_in_box(&wish, nothing_more, &level), 0);
	ck_assert_uint_eq(level.landlock, landlock_of_kernel());
	ck_assert_int_eq(level.seccomp, kernel_has_seccomp());
	ck_assert_uint_eq(ats_landlock_version(), landlock_of_kernel());
}
END_TEST

START_TEST(all_or_nothing_when_required)
{
	AtsLockdown wish = {.mode = ATS_SANDBOX_REQUIRE,

			    .cpu_seconds = CPU_SECONDS,
			    .memory_mib = MEMORY_MIB};
	gboolean all = landlock_of_kernel() > 0 && kernel_has_seccomp();
	int status = status_in_box(&wish, nothing_more, NULL);

	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), all ? EXIT_SUCCESS : END_NO_BOX);
}
END_TEST

static gboolean
is_open_to_all(void)
{
	return access("/etc/passwd", R_OK) == 0 && prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
}

START_TEST(off_is_off)
{
	AtsLockdown wish = {.mode = ATS_SANDBOX_OFF,

			    .cpu_seconds = CPU_SECONDS,
			    .memory_mib = MEMORY_MIB};
	AtsSandboxLevel level;

	ck_assert_int_eq(status_in_box(&wish, is_open_to_all, &level), 0);
	ck_assert_uint_eq(level.landlock, 0);
	ck_assert(!level.seccomp);
}
END_TEST

/* --- systems that give less: a filter from outside says what they would say --- */

typedef struct {
	const char *name;
	int call;
	int error;
	gboolean landlock, seccomp; /* what is left */
} System;

static const System systems[] = {
    {"a kernel without Landlock", SCMP_SYS(landlock_create_ruleset), ENOSYS, FALSE, TRUE},
    {"a kernel with Landlock switched off",
     SCMP_SYS(landlock_create_ruleset),
     EOPNOTSUPP,
     FALSE,
     TRUE},
    {"a container that knows no Landlock", SCMP_SYS(landlock_create_ruleset), EPERM, FALSE, TRUE},
    {"a container that forbids Landlock late",
     SCMP_SYS(landlock_restrict_self),
     EPERM,
     FALSE,
     TRUE},
    {"a kernel without seccomp", SCMP_SYS(seccomp), ENOSYS, TRUE, FALSE},
};

/* in a child that status_in_box() forks */
static void
enter_system(const System *system)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);

	seccomp_rule_add(filter, SCMP_ACT_ERRNO((guint)system->error), system->call, 0);
	/* the elder way to set a filter */
	if (system->call == SCMP_SYS(seccomp))
		seccomp_rule_add(filter,
				 SCMP_ACT_ERRNO(EINVAL),
				 SCMP_SYS(prctl),
				 1,
				 SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP));
	if (seccomp_load(filter) != 0)
		_exit(EXIT_FAILURE);
	seccomp_release(filter);
}

static int
status_in_system(const System *system, AtsSandboxMode mode)
{
	AtsLockdown wish = {.mode = mode,

			    .cpu_seconds = CPU_SECONDS,
			    .memory_mib = MEMORY_MIB};
	AtsSandboxLevel level;
	gboolean landlock = system->landlock && landlock_of_kernel() > 0;
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		enter_system(system);
		if (!ats_lockdown(&wish, &level, NULL))
			_exit(END_NO_BOX);
		_exit((level.landlock > 0) == landlock && level.seccomp == system->seccomp
			  ? EXIT_SUCCESS
			  : EXIT_FAILURE);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	return status;
}

START_TEST(systems_that_give_less_get_on_unless_all_is_required)
{
	const System *system = &systems[_i];

	if (!kernel_has_seccomp())
		return;
	ck_assert_msg(status_in_system(system, ATS_SANDBOX_AUTO) == 0, "%s", system->name);
	ck_assert_int_eq(WEXITSTATUS(status_in_system(system, ATS_SANDBOX_REQUIRE)), END_NO_BOX);
}
END_TEST

/* what the build made of the rules is what libseccomp makes of them here and now */
START_TEST(the_filter_is_what_its_rules_say)
{
	guint32 self = (guint32)getpid();
	g_autoptr(GByteArray) filter = ats_syscalls_code(_i == 1, self);
	g_autoptr(GByteArray) compiled = ats_syscalls_compile(_i == 1, self);
	g_autoptr(GByteArray) of_another = ats_syscalls_code(_i == 1, self + 1);

	ck_assert_ptr_nonnull(compiled);
	ck_assert_uint_eq(filter->len, compiled->len);
	ck_assert_mem_eq(filter->data, compiled->data, compiled->len);
	ck_assert_mem_ne(filter->data, of_another->data, compiled->len);
}
END_TEST

/* --- what a worker needs --- */

static gboolean
convert_utf16(void)
{
	g_autofree char *text = g_convert("\0A", 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL);

	return g_strcmp0(text, "A") == 0;
}

static gboolean
know_the_time(void)
{
	time_t now = time(NULL);

	return now > 0 && localtime(&now) != NULL && g_get_monotonic_time() > 0;
}

static gboolean
log_a_warning(void)
{
	g_log_set_always_fatal(G_LOG_FATAL_MASK);
	g_warning("a library thinks that a file is odd");
	return TRUE;
}

static int
compare(const void *a, const void *b)
{
	return memcmp(a, b, 1);
}

static gboolean
sort_much(void)
{
	/* beyond what the C library sorts on its stack */
	g_autofree char *items = g_malloc0(64 * 1024);

	qsort(items, 1024, 64, compare);
	return TRUE;
}

static gboolean
match_a_pattern(void)
{
	g_autoptr(GRegex) regex = g_regex_new("a+b", G_REGEX_OPTIMIZE, 0, NULL);

	return regex != NULL && g_regex_match(regex, "caab", 0, NULL);
}

/* there is nothing to be had, but that is known only to who may ask */
static gboolean
talk_to_parent(void)
{
	char answer;

	return write(KEPT_FD, "x", 1) == 1 && send(KEPT_FD, "x", 1, MSG_NOSIGNAL) == 1 &&
	       recv(KEPT_FD, &answer, 1, MSG_DONTWAIT) < 0 && errno == EAGAIN;
}

static gboolean
read_what_is_needed(void)
{
	return open("/usr/share/poppler", O_RDONLY | O_DIRECTORY) >= 0 &&
	       open("/usr/share", O_RDONLY | O_DIRECTORY) < 0 && errno == EACCES;
}

static gboolean
give_up(void)
{
	abort();
}

static gboolean
give_up_by_glib(void)
{
	g_error("a library gives up");
	return TRUE;
}

static const struct {
	const char *name;
	gboolean (*work)(void);
	int signal; /* that it shall end by; 0: none */
} needs[] = {
    {"convert from UTF-16", convert_utf16, 0},
    {"know the time", know_the_time, 0},
    {"log a warning", log_a_warning, 0},
    {"talk to the parent", talk_to_parent, 0},
    {"sort much", sort_much, 0},
    {"match a pattern", match_a_pattern, 0},
    {"abort", give_up, SIGABRT},
    {"give up by GLib", give_up_by_glib, SIGTRAP},
};

START_TEST(what_a_worker_needs_works)
{
	AtsLockdown wish = {.cpu_seconds = CPU_SECONDS, .memory_mib = MEMORY_MIB};
	int status = status_in_box(&wish, needs[_i].work, NULL);
	int ended = WIFSIGNALED(status) ? WTERMSIG(status) : 0;

	ck_assert_msg(ended == needs[_i].signal && (ended != 0 || WEXITSTATUS(status) == 0),
		      "%s: %x",
		      needs[_i].name,
		      (guint)status);
}
END_TEST

START_TEST(its_folders_can_be_read)
{
	static const char *const folders[] = {"/nonexistent", "/usr/share/poppler", NULL};
	AtsLockdown wish = {.cpu_seconds = CPU_SECONDS,
			    .memory_mib = MEMORY_MIB,
			    .folders = folders};

	if (landlock_of_kernel() > 0)
		ck_assert_int_eq(status_in_box(&wish, read_what_is_needed, NULL), 0);
}
END_TEST

static gboolean
find_nothing(void)
{
	struct stat st;

	return open("/dev/null", O_RDONLY) < 0 && errno == EACCES && stat("/", &st) != 0 &&
	       access("/", F_OK) != 0 && fstat(STDIN_FILENO, &st) == 0;
}

START_TEST(a_program_without_folders_finds_nothing)
{
	AtsLockdown wish = {.cpu_seconds = CPU_SECONDS, .memory_mib = MEMORY_MIB};

	if (kernel_has_seccomp())
		ck_assert_int_eq(status_in_box(&wish, find_nothing, NULL), 0);
}
END_TEST

static void
add_escapes(Suite *suite)
{
	TCase *tcase = tcase_create("escapes");

	tcase_add_loop_test(tcase, without_a_box_they_get_out, 0, (int)n_escapes);
	tcase_add_loop_test(tcase, no_way_out_of_the_box, 0, (int)n_escapes);
	tcase_add_loop_test(tcase, no_way_over_the_fence, 0, (int)n_escapes);
	tcase_add_loop_test(tcase, no_way_through_the_filter, 0, (int)n_escapes);
	suite_add_tcase(suite, tcase);
}

static Suite *
make_suite(void)
{
	Suite *suite = suite_create("escape");
	TCase *tcase = tcase_create("box");

	tcase_add_test(tcase, the_level_is_what_the_kernel_gives);
	tcase_add_test(tcase, all_or_nothing_when_required);
	tcase_add_test(tcase, off_is_off);
	tcase_add_loop_test(tcase,
			    systems_that_give_less_get_on_unless_all_is_required,
			    0,
			    G_N_ELEMENTS(systems));
	tcase_add_loop_test(tcase, the_filter_is_what_its_rules_say, 0, 2);
	tcase_add_loop_test(tcase, what_a_worker_needs_works, 0, G_N_ELEMENTS(needs));
	tcase_add_test(tcase, its_folders_can_be_read);
	tcase_add_test(tcase, a_program_without_folders_finds_nothing);
	suite_add_tcase(suite, tcase);
	add_escapes(suite);
	return suite;
}

int
main(void)
{
	SRunner *runner = srunner_create(make_suite());

	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
