/*
 * Tests of the pool of workers: who serves whom, who is replaced and when, and that no process and
 * no file stays behind, whatever ends first: worker, zygote or host.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "sandbox/child.h"
#include "sandbox/sandbox.h"

/* milliseconds; what nothing comes near but an order without end, on a busy machine too */
#define PATIENCE_MS 20000
/* milliseconds; for an order without end */
#define IMPATIENCE_MS 300
/* microseconds in which a worker that ends by itself has done so */
#define MOMENT_US 100000

/* of a worker: itself, and the process that made it */
typedef struct {
	pid_t pid;
	pid_t parent;
} Who;

static AtsReport *
run(AtsPool *pool, const char *order, guint wall_ms, GCancellable *cancellable, GError **error)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(order, strlen(order));
	AtsSandboxLimits limits = {.wall_ms = wall_ms, .cpu_seconds = 1};

	return ats_pool_run(pool,
			    g_getenv("ATSCHECK_FAULTY_WORKER"),
			    bytes,
			    ATS_REQUEST_REPORT,
			    &limits,
			    NULL,
			    cancellable,
			    error);
}

static AtsPool *
make_pool(AtsIsolation isolation, guint n_workers)
{
	AtsPool *pool = ats_pool_new();

	ats_pool_set_isolation(pool, isolation);
	ats_pool_set_workers(pool, n_workers);
	return pool;
}

static void
assert_fine(AtsPool *pool)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsReport) report = run(pool, "document", PATIENCE_MS, NULL, &error);

	ck_assert_msg(report != NULL, "%s", error != NULL ? error->message : "");
}

static void
assert_fails(AtsPool *pool, const char *order, guint wall_ms, AtsError code)
{
	g_autoptr(GError) error = NULL;

	ck_assert_ptr_null(run(pool, order, wall_ms, NULL, &error));
	ck_assert_msg(g_error_matches(error, ATS_ERROR, code), "%s: %s", order, error->message);
}

static Who
ask_who(AtsPool *pool)
{
	g_autoptr(GError) error = NULL;
	int pid = 0;
	int parent = 0;

	ck_assert_ptr_null(run(pool, "who", PATIENCE_MS, NULL, &error));
	ck_assert_msg(sscanf(error->message, "%d %d", &pid, &parent) == 2, "%s", error->message);
	return (Who){pid, parent};
}

static guint
count_files(void)
{
	DIR *dir = opendir("/proc/self/fd");
	guint n = 0;

	while (readdir(dir) != NULL)
		n++;
	closedir(dir);
	return n;
}

/* --- who serves --- */

START_TEST(the_first_document_needs_no_zygote)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_DOCUMENT, 1);
	Who first = ask_who(pool);
	Who second = ask_who(pool);
	Who third = ask_who(pool);

	ck_assert_int_eq(first.parent, getpid());
	ck_assert_int_ne(second.parent, getpid());
	ck_assert_int_eq(third.parent, second.parent);
	ck_assert_int_ne(third.pid, second.pid);
}
END_TEST

static gboolean
has_children(void)
{
	return waitpid(-1, NULL, WNOHANG) == 0;
}

START_TEST(what_was_prepared_in_vain_ends)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);

	ats_pool_prepare(pool, g_getenv("ATSCHECK_FAULTY_WORKER"));
	ats_pool_prepare(pool, g_getenv("ATSCHECK_FAULTY_WORKER"));
	ats_pool_prepare(pool, "/bin/no such program");
	ck_assert(has_children());
	if (_i == 1)
		ck_assert_int_ne(ask_who(pool).parent, getpid());
	g_clear_pointer(&pool, ats_pool_free);
	ck_assert(!has_children());
}
END_TEST

static pid_t
parent_of(pid_t pid)
{
	g_autofree char *path = g_strdup_printf("/proc/%d/status", pid);
	g_autofree char *status = NULL;
	const char *parent;

	if (!g_file_get_contents(path, &status, NULL, NULL))
		return 0;
	parent = strstr(status, "PPid:");
	ck_assert_ptr_nonnull(parent);
	return atoi(parent + strlen("PPid:"));
}

static pid_t
find_child(void)
{
	g_autoptr(GDir) dir = g_dir_open("/proc", 0, NULL);
	const char *name;

	while ((name = g_dir_read_name(dir)) != NULL) {
		if (g_ascii_isdigit(*name) && parent_of(atoi(name)) == getpid())
			return atoi(name);
	}
	return 0;
}

START_TEST(what_was_prepared_reads_the_first_document)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_DOCUMENT, 1);
	pid_t prepared;

	ats_pool_prepare(pool, g_getenv("ATSCHECK_FAULTY_WORKER"));
	prepared = find_child();
	ck_assert_int_eq(ask_who(pool).pid, prepared);
	/* too late: there is no other first document */
	ats_pool_prepare(pool, g_getenv("ATSCHECK_FAULTY_WORKER"));
	ck_assert_int_ne(ask_who(pool).parent, getpid());
	g_clear_pointer(&pool, ats_pool_free);
	ck_assert(!has_children());
}
END_TEST

START_TEST(what_was_prepared_may_end_before_it_is_needed)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_DOCUMENT, 1);
	siginfo_t ended;

	ats_pool_prepare(pool, g_getenv("ATSCHECK_FAULTY_WORKER"));
	ck_assert_int_eq(kill(find_child(), SIGKILL), 0);
	ck_assert_int_eq(waitid(P_ALL, 0, &ended, WEXITED | WNOWAIT), 0);
	assert_fine(pool);
	g_clear_pointer(&pool, ats_pool_free);
	ck_assert(!has_children());
}
END_TEST

START_TEST(a_pool_keeps_its_worker)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 2);
	Who first = ask_who(pool);

	for (guint i = 0; i < 20; i++)
		ck_assert_int_eq(ask_who(pool).pid, first.pid);
	ck_assert_int_ne(first.parent, getpid());
}
END_TEST

START_TEST(a_worker_is_replaced_after_its_jobs)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	Who first = ask_who(pool);

	for (guint i = 2; i <= ATS_LIMIT_WORKER_JOBS; i++)
		ck_assert_int_eq(ask_who(pool).pid, first.pid);
	ck_assert_int_ne(ask_who(pool).pid, first.pid);
	ck_assert_int_eq(ask_who(pool).parent, first.parent);
}
END_TEST

START_TEST(isolation_can_be_changed)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	Who first = ask_who(pool);
	Who last;

	ats_pool_set_isolation(pool, ATS_ISOLATION_DOCUMENT);
	last = ask_who(pool);
	ck_assert_int_ne(last.pid, first.pid);
	ck_assert_int_ne(ask_who(pool).pid, last.pid);
}
END_TEST

START_TEST(a_worker_has_the_limits_that_its_documents_have)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	g_autoptr(GBytes) bytes = g_bytes_new_static("document", strlen("document"));
	AtsSandboxLimits limits = {.wall_ms = PATIENCE_MS, .cpu_seconds = 1, .memory_mib = 300};
	Who before = ask_who(pool);
	g_autoptr(AtsReport) report = ats_pool_run(pool,
						   g_getenv("ATSCHECK_FAULTY_WORKER"),
						   bytes,
						   ATS_REQUEST_REPORT,
						   &limits,
						   NULL,
						   NULL,
						   NULL);

	ck_assert_ptr_nonnull(report);
	ck_assert_int_ne(ask_who(pool).pid, before.pid);
}
END_TEST

static gpointer
hang(gpointer data)
{
	assert_fails(data, "hang", 4 * IMPATIENCE_MS, ATS_ERROR_TIMEOUT);
	return NULL;
}

static gpointer
read_slowly(gpointer data)
{
	g_autoptr(AtsReport) report = run(data, "slow document", PATIENCE_MS, NULL, NULL);

	ck_assert_ptr_nonnull(report);
	return NULL;
}

/* one that is at work meanwhile is not taken for the next document */
START_TEST(a_worker_has_the_box_that_was_asked_for)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	Who before = ask_who(pool);
	GThread *thread = g_thread_new("slow", read_slowly, pool);

	g_usleep(MOMENT_US);
	ats_pool_set_mode(pool, ATS_SANDBOX_OFF);
	g_thread_join(thread);
	ck_assert_int_ne(ask_who(pool).pid, before.pid);
}
END_TEST

START_TEST(seconds_beyond_all_numbers_are_no_limit)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	g_autoptr(GBytes) bytes = g_bytes_new_static("document", strlen("document"));
	AtsSandboxLimits limits = {.wall_ms = PATIENCE_MS, .cpu_seconds = G_MAXUINT};
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsReport) report = ats_pool_run(pool,
						   g_getenv("ATSCHECK_FAULTY_WORKER"),
						   bytes,
						   ATS_REQUEST_REPORT,
						   &limits,
						   NULL,
						   NULL,
						   &error);

	ck_assert_msg(report != NULL, "%s", error != NULL ? error->message : "");
}
END_TEST

/* --- who is replaced --- */

static const struct {
	const char *order;
	AtsError code;
} harm[] = {
    {"segv", ATS_ERROR_CRASHED},
    {"hang", ATS_ERROR_TIMEOUT},
    {"flood", ATS_ERROR_CRASHED},
    {"leave", ATS_ERROR_CRASHED},
    {"say shorter", ATS_ERROR_CRASHED},
#ifndef ATS_WITH_SANITIZER
    {"eat and say damaged", ATS_ERROR_MEMORY},
#endif
};

START_TEST(a_harmed_worker_is_replaced)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	Who before = ask_who(pool);
	guint files = count_files();
	Who after;

	assert_fails(pool, harm[_i].order, IMPATIENCE_MS * 10, harm[_i].code);
	after = ask_who(pool);
	ck_assert_int_ne(after.pid, before.pid);
	ck_assert_int_eq(after.parent, before.parent);
	ck_assert_uint_eq(count_files(), files);
}
END_TEST

START_TEST(a_worker_that_has_grown_is_replaced)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	Who before = ask_who(pool);
	g_autoptr(AtsReport) report = run(pool, "eat well", PATIENCE_MS, NULL, NULL);

	ck_assert_ptr_nonnull(report);
	ck_assert_int_ne(ask_who(pool).pid, before.pid);
}
END_TEST

START_TEST(a_worker_may_end_between_jobs)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	Who before = ask_who(pool);

	assert_fails(pool, "answer and crash", PATIENCE_MS, ATS_ERROR_DAMAGED);
	ck_assert_int_ne(ask_who(pool).pid, before.pid);
	/* and while the next one is on its way */
	for (guint i = 0; i < 20; i++) {
		assert_fails(pool, "answer and crash", PATIENCE_MS, ATS_ERROR_DAMAGED);
		g_usleep(i * 500);
		assert_fine(pool);
	}
}
END_TEST

START_TEST(what_a_worker_says_unasked_is_nobodys_answer)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	Who before = ask_who(pool);

	assert_fails(pool, "answer twice", PATIENCE_MS, ATS_ERROR_DAMAGED);
	g_usleep(5 * MOMENT_US);
	ck_assert_int_ne(ask_who(pool).pid, before.pid);
}
END_TEST

/* --- answers of any size --- */

static GBytes *
draw(AtsPool *pool, const char *mib, GError **error)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(mib, strlen(mib) + 1);
	AtsSandboxLimits limits = {.wall_ms = PATIENCE_MS, .cpu_seconds = 10};
	AtsRequest request = {.page = 1, .plain = TRUE};

	return ats_pool_run(pool,
			    g_getenv("ATSCHECK_FAULTY_WORKER"),
			    bytes,
			    request,
			    &limits,
			    NULL,
			    NULL,
			    error);
}

START_TEST(a_large_answer_arrives)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) large = draw(pool, "9", &error);
	g_autoptr(GBytes) too_large = NULL;

	ck_assert_msg(large != NULL, "%s", error != NULL ? error->message : "");
	ck_assert_uint_eq(g_bytes_get_size(large), 9 * ATS_MIB);
	too_large = draw(pool, "64", &error);
	ck_assert_ptr_null(too_large);
	ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_TOO_LARGE));
	assert_fine(pool);
}
END_TEST

/* --- what ends first --- */

START_TEST(a_zygote_that_is_killed_is_replaced)
{
	g_autoptr(AtsPool) pool =
	    make_pool(_i == 0 ? ATS_ISOLATION_POOL : ATS_ISOLATION_DOCUMENT, 1);
	gint64 deadline = g_get_monotonic_time() + PATIENCE_MS * 1000;
	Who before;
	Who after;
	guint files;

	assert_fine(pool);
	before = ask_who(pool);
	files = count_files();
	ck_assert_int_eq(kill(before.parent, SIGKILL), 0);
	/* on a busy machine the worker has time for some more before it ends, too */
	do {
		after = ask_who(pool);
	} while (after.pid == before.pid && g_get_monotonic_time() < deadline);
	ck_assert_int_ne(after.pid, before.pid);
	ck_assert_int_ne(after.parent, before.parent);
	ck_assert_uint_eq(count_files(), files);
}
END_TEST

START_TEST(a_zygote_that_does_not_answer_is_given_up)
{
	const AtsWorkerLimits limits = {.cpu_seconds = 1, .memory_mib = 512};
	g_autoptr(GError) error = NULL;
	AtsZygote *zygote = ats_zygote_start(g_getenv("ATSCHECK_FAULTY_WORKER"), &error);
	gint64 begun = g_get_monotonic_time();
	g_autoptr(AtsChild) child = NULL;
	gboolean lost = FALSE;

	child = ats_child_fork(zygote, limits, begun + PATIENCE_MS * 1000, &lost, &error);
	ck_assert_msg(child != NULL, "%s", error != NULL ? error->message : "");
	ck_assert_int_eq(kill(parent_of(child->pid), SIGSTOP), 0);
	begun = g_get_monotonic_time();
	ck_assert_ptr_null(
	    ats_child_fork(zygote, limits, begun + IMPATIENCE_MS * 1000, &lost, &error));
	ck_assert(lost);
	ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_INTERNAL));
	ck_assert_int_lt(g_get_monotonic_time() - begun, PATIENCE_MS * 1000);
	/* also one that is stopped is ended and buried */
	ats_zygote_unref(zygote);
	ck_assert(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}
END_TEST

static gpointer
kill_soon(gpointer data)
{
	g_usleep(MOMENT_US);
	kill(*(pid_t *)data, SIGKILL);
	return NULL;
}

/* its worker ends with it; the document, which nobody knows to be at fault, is given to another */
START_TEST(a_zygote_may_end_while_a_document_is_read)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	Who before = ask_who(pool);
	GThread *thread = g_thread_new("kill", kill_soon, &before.parent);

	assert_fails(pool, "hang", 2 * IMPATIENCE_MS, ATS_ERROR_TIMEOUT);
	g_thread_join(thread);
	ck_assert_int_ne(ask_who(pool).parent, before.parent);
}
END_TEST

START_TEST(a_program_that_is_no_worker_is_told)
{
	g_autoptr(AtsPool) pool =
	    make_pool(_i == 0 ? ATS_ISOLATION_POOL : ATS_ISOLATION_DOCUMENT, 1);
	g_autoptr(GBytes) bytes = g_bytes_new_static("x", 1);
	AtsSandboxLimits limits = {.wall_ms = PATIENCE_MS, .cpu_seconds = 1};
	guint files = 0;

	if (_i == 2)
		ats_pool_prepare(pool, "/bin/true");
	for (guint i = 0; i < 5; i++) {
		g_autoptr(GError) error = NULL;
		ck_assert_ptr_null(ats_pool_run(pool,
						"/bin/true",
						bytes,
						ATS_REQUEST_REPORT,
						&limits,
						NULL,
						NULL,
						&error));
		ck_assert_int_eq(error->domain, ATS_ERROR);
		if (i == 2)
			files = count_files();
	}
	ck_assert_uint_eq(count_files(), files);
}
END_TEST

G_NORETURN static void
live_as_host(AtsIsolation isolation, int told)
{
	AtsPool *pool = make_pool(isolation, 1);
	Who who;

	if (isolation == ATS_ISOLATION_POOL)
		assert_fine(pool);
	else
		ask_who(pool);
	who = ask_who(pool);
	if (write(told, &who, sizeof(who)) == sizeof(who))
		run(pool, "hang", PATIENCE_MS, NULL, NULL);
	_exit(EXIT_FAILURE);
}

G_NORETURN static void
hang_alone_as_host(int told)
{
	Who who = {0};
	AtsPool *pool = make_pool(ATS_ISOLATION_DOCUMENT, 1);

	if (write(told, &who, sizeof(who)) == sizeof(who))
		run(pool, "hang", PATIENCE_MS, NULL, NULL);
	_exit(EXIT_FAILURE);
}

G_NORETURN static void
prepare_as_host(int told)
{
	Who who = {0};
	AtsPool *pool = make_pool(ATS_ISOLATION_DOCUMENT, 1);

	ats_pool_prepare(pool, g_getenv("ATSCHECK_FAULTY_WORKER"));
	if (write(told, &who, sizeof(who)) == sizeof(who))
		pause();
	_exit(EXIT_FAILURE);
}

/* all that are left come to us as their last ancestor; FALSE when one of them does not end */
static gboolean
bury_all(void)
{
	gint64 deadline = g_get_monotonic_time() + PATIENCE_MS * 1000 / 2;

	while (g_get_monotonic_time() < deadline) {
		pid_t gone = waitpid(-1, NULL, WNOHANG);
		if (gone < 0 && errno == ECHILD)
			return TRUE;
		if (gone == 0)
			g_usleep(1000);
	}
	return FALSE;
}

/* 0: in a pool, 1: a worker a document, 2: the first document, 3: before it */
START_TEST(no_process_outlives_its_host)
{
	int told[2];
	pid_t host;
	Who who;

	ck_assert_int_eq(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), 0);
	ck_assert_int_eq(pipe(told), 0);
	host = fork();
	if (host == 0) {
		if (_i == 2)
			hang_alone_as_host(told[1]);
		if (_i == 3)
			prepare_as_host(told[1]);
		live_as_host(_i == 0 ? ATS_ISOLATION_POOL : ATS_ISOLATION_DOCUMENT, told[1]);
	}
	close(told[1]);
	ck_assert_int_eq(read(told[0], &who, sizeof(who)), sizeof(who));
	g_usleep(MOMENT_US);
	ck_assert_int_eq(kill(host, SIGKILL), 0);
	ck_assert(bury_all());
	close(told[0]);
}
END_TEST

/* --- a host's own ways --- */

typedef struct {
	gint stop;
	GThread *thread;
} Reaper;

static gpointer
reap_all(gpointer data)
{
	Reaper *reaper = data;

	while (!g_atomic_int_get(&reaper->stop)) {
		if (waitpid(-1, NULL, WNOHANG) <= 0)
			g_usleep(100);
	}
	return NULL;
}

START_TEST(a_host_may_wait_for_all_its_children)
{
	Reaper reaper = {0};
	gint64 until = g_get_monotonic_time() + 3 * MOMENT_US;

	reaper.thread = g_thread_new("reap", reap_all, &reaper);
	do {
		g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_DOCUMENT, 1);
		g_autoptr(GError) error = NULL;
		ck_assert_ptr_null(run(pool, "segv", PATIENCE_MS, NULL, &error));
		/* known, though the first worker's end was heard by somebody else */
		ck_assert_msg(strstr(error->message, "SEGV") != NULL, "%s", error->message);
		assert_fine(pool);
	} while (g_get_monotonic_time() < until);
	g_atomic_int_set(&reaper.stop, 1);
	g_thread_join(reaper.thread);
}
END_TEST

START_TEST(files_and_processes_stay_few)
{
	g_autoptr(AtsPool) pool =
	    make_pool(_i == 0 ? ATS_ISOLATION_POOL : ATS_ISOLATION_DOCUMENT, 1);
	guint files = 0;

	for (guint i = 0; i < 200; i++) {
		assert_fine(pool);
		if (i % 10 == 0)
			assert_fails(pool, "segv", PATIENCE_MS, ATS_ERROR_CRASHED);
		else if (i % 10 == 5)
			assert_fails(pool, "refuse", PATIENCE_MS, ATS_ERROR_ENCRYPTED);
		assert_fine(pool);
		files = i == 0 ? count_files() : files;
	}
	ck_assert_uint_eq(count_files(), files);
	g_clear_pointer(&pool, ats_pool_free);
	ck_assert(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}
END_TEST

/* --- many at once --- */

static gpointer
cancel_soon(gpointer data)
{
	g_usleep(MOMENT_US);
	g_cancellable_cancel(data);
	return NULL;
}

START_TEST(who_waits_for_a_worker_can_be_cancelled)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	g_autoptr(GCancellable) cancellable = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	GThread *hanging = g_thread_new("hang", hang, pool);
	GThread *cancelling;
	gint64 begun;

	g_usleep(MOMENT_US);
	begun = g_get_monotonic_time();
	cancelling = g_thread_new("cancel", cancel_soon, cancellable);
	ck_assert_ptr_null(run(pool, "document", PATIENCE_MS, cancellable, &error));
	ck_assert(g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
	ck_assert_int_lt(g_get_monotonic_time() - begun, 3 * IMPATIENCE_MS * 1000);
	g_thread_join(cancelling);
	g_thread_join(hanging);
	assert_fine(pool);
}
END_TEST

/* the clock of a document does not run while others are read */
START_TEST(waiting_for_a_worker_is_no_timeout)
{
	g_autoptr(AtsPool) pool = make_pool(ATS_ISOLATION_POOL, 1);
	GThread *hanging = g_thread_new("hang", hang, pool);
	g_autoptr(AtsReport) report = NULL;

	g_usleep(MOMENT_US);
	report = run(pool, "document", 2 * IMPATIENCE_MS, NULL, NULL);
	ck_assert_ptr_nonnull(report);
	g_thread_join(hanging);
}
END_TEST

static gpointer
check_some(gpointer data)
{
	for (guint i = 0; i < 25; i++) {
		assert_fine(data);
		if (i % 5 == 0)
			assert_fails(data, "abort", PATIENCE_MS, ATS_ERROR_CRASHED);
		if (i % 7 == 0)
			assert_fails(data, "refuse", PATIENCE_MS, ATS_ERROR_ENCRYPTED);
	}
	return NULL;
}

START_TEST(more_threads_than_workers)
{
	g_autoptr(AtsPool) pool =
	    make_pool(_i == 0 ? ATS_ISOLATION_POOL : ATS_ISOLATION_DOCUMENT, 2);
	GThread *threads[6];

	for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
		threads[i] = g_thread_new("check", check_some, pool);
	for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
		g_thread_join(threads[i]);
	g_clear_pointer(&pool, ats_pool_free);
	ck_assert(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}
END_TEST

static Suite *
make_suite(void)
{
	Suite *suite = suite_create("pool");
	TCase *tcase = tcase_create("pool");

	tcase_add_test(tcase, the_first_document_needs_no_zygote);
	tcase_add_test(tcase, what_was_prepared_reads_the_first_document);
	tcase_add_loop_test(tcase, what_was_prepared_in_vain_ends, 0, 2);
	tcase_add_test(tcase, what_was_prepared_may_end_before_it_is_needed);
	tcase_add_test(tcase, a_pool_keeps_its_worker);
	tcase_add_test(tcase, a_worker_is_replaced_after_its_jobs);
	tcase_add_test(tcase, isolation_can_be_changed);
	tcase_add_test(tcase, a_worker_has_the_limits_that_its_documents_have);
	tcase_add_test(tcase, a_worker_has_the_box_that_was_asked_for);
	tcase_add_test(tcase, seconds_beyond_all_numbers_are_no_limit);
	tcase_add_loop_test(tcase, a_harmed_worker_is_replaced, 0, G_N_ELEMENTS(harm));
	tcase_add_test(tcase, a_worker_that_has_grown_is_replaced);
	tcase_add_test(tcase, a_worker_may_end_between_jobs);
	tcase_add_test(tcase, what_a_worker_says_unasked_is_nobodys_answer);
	tcase_add_test(tcase, a_large_answer_arrives);
	tcase_add_loop_test(tcase, a_zygote_that_is_killed_is_replaced, 0, 2);
	tcase_add_test(tcase, a_zygote_that_does_not_answer_is_given_up);
	tcase_add_test(tcase, a_zygote_may_end_while_a_document_is_read);
	tcase_add_loop_test(tcase, a_program_that_is_no_worker_is_told, 0, 3);
	tcase_add_test(tcase, a_host_may_wait_for_all_its_children);
	tcase_add_loop_test(tcase, files_and_processes_stay_few, 0, 2);
	tcase_add_test(tcase, who_waits_for_a_worker_can_be_cancelled);
	tcase_add_test(tcase, waiting_for_a_worker_is_no_timeout);
	tcase_add_loop_test(tcase, more_threads_than_workers, 0, 2);
	/* last: it makes this process the heir of others' children */
	tcase_add_loop_test(tcase, no_process_outlives_its_host, 0, 4);
	suite_add_tcase(suite, tcase);
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
