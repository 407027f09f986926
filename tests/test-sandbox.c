/*
 * Tests of src/sandbox and of the box that a worker makes for itself: every way in which a worker
 * can fail has its error, however the worker was made, and the next document is none the worse for
 * it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "report/frame.h"
#include "report/zygote.h"
#include "sandbox/sandbox.h"

/* milliseconds; what no order but the endless ones comes near, on a busy machine too */
#define PATIENCE_MS 20000
/* milliseconds; for the endless ones */
#define IMPATIENCE_MS 300
/* milliseconds beyond a limit within which the caller has its answer */
#define SLACK_MS 3000

/* how a document comes to its worker */
typedef enum {
	WAY_ALONE,  /* the first document of a pool: no zygote */
	WAY_FORKED, /* a worker for each document */
	WAY_POOLED, /* a worker that has read others */
	WAY_LAST
} Way;

/* of the test that runs; Check gives each a process of its own, or runs them one by one */
static AtsPool *pool;

static void
drop_pool(void)
{
	g_clear_pointer(&pool, ats_pool_free);
}

static AtsReport *
run(const char *order, guint wall_ms, GCancellable *cancellable, GError **error)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(order, strlen(order));
	AtsSandboxLimits limits = {.wall_ms = wall_ms, .cpu_seconds = 1};
	g_autoptr(AtsPool) alone = pool == NULL ? ats_pool_new() : NULL;

	return ats_pool_run(pool != NULL ? pool : alone,
			    g_getenv("ATSCHECK_FAULTY_WORKER"),
			    bytes,
			    ATS_REQUEST_REPORT,
			    &limits,
			    NULL,
			    cancellable,
			    error);
}

static void
assert_fine(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsReport) report = run("document", PATIENCE_MS, NULL, &error);

	ck_assert_msg(report != NULL, "%s", error != NULL ? error->message : "");
	ck_assert_ptr_null(error);
	ck_assert_str_eq(report->format, "docx");
}

/* with the first documents behind it, after which all come the same way */
static void
begin(int way)
{
	if (way == WAY_ALONE)
		return;
	pool = ats_pool_new();
	ats_pool_set_workers(pool, 2);
	ats_pool_set_isolation(pool,
			       way == WAY_POOLED ? ATS_ISOLATION_POOL : ATS_ISOLATION_DOCUMENT);
	assert_fine();
	assert_fine();
}

/* no child is left, neither running nor dead */
static void
assert_no_child(void)
{
	drop_pool();
	ck_assert(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
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

static void
assert_fails_within(const char *order, AtsError code, guint wall_ms)
{
	g_autoptr(GError) error = NULL;
	guint files = count_files();
	gint64 start = g_get_monotonic_time();
	AtsReport *report = run(order, wall_ms, NULL, &error);
	gint64 ms = (g_get_monotonic_time() - start) / 1000;

	ck_assert_msg(report == NULL, "%s: a report", order);
	ck_assert_ptr_nonnull(error);
	ck_assert_msg(g_error_matches(error, ATS_ERROR, code),
		      "%s: %s: %s",
		      order,
		      ats_error_name(error->code),
		      error->message);
	ck_assert_ptr_null(strchr(error->message, '\n'));
	ck_assert_int_le(ms, wall_ms + SLACK_MS);
	assert_fine();
	ck_assert_uint_eq(count_files(), files);
}

static void
assert_fails(const char *order, AtsError code)
{
	assert_fails_within(order, code, PATIENCE_MS);
}

START_TEST(a_report_arrives)
{
	begin(_i);
	assert_fine();
	assert_fine();
	assert_no_child();
}
END_TEST

START_TEST(an_error_arrives)
{
	g_autoptr(GError) error = NULL;

	begin(_i);
	assert_fails("refuse", ATS_ERROR_ENCRYPTED);
	ck_assert_ptr_null(run("refuse", PATIENCE_MS, NULL, &error));
	ck_assert_str_eq(error->message, "needs a password");
	assert_no_child();
}
END_TEST

START_TEST(an_empty_document_arrives)
{
	begin(_i);
	assert_fails("", ATS_ERROR_UNSUPPORTED);
	assert_no_child();
}
END_TEST

START_TEST(hanging_is_a_timeout)
{
	begin(_i);
	assert_fails_within("hang", ATS_ERROR_TIMEOUT, IMPATIENCE_MS);
	assert_fails_within("close and hang", ATS_ERROR_TIMEOUT, IMPATIENCE_MS);
	assert_no_child();
}
END_TEST

START_TEST(work_without_end_is_a_timeout)
{
	begin(_i);
	assert_fails("burn", ATS_ERROR_TIMEOUT);
	assert_fails_within("burn", ATS_ERROR_TIMEOUT, IMPATIENCE_MS);
	assert_no_child();
}
END_TEST

START_TEST(crashes_are_told)
{
	g_autoptr(GError) error = NULL;

	begin(_i);
	assert_fails("segv", ATS_ERROR_CRASHED);
	assert_fails("abort", ATS_ERROR_CRASHED);
	assert_fails("assert", ATS_ERROR_CRASHED);
	assert_fails("deep", ATS_ERROR_CRASHED);
	ck_assert_ptr_null(run("segv", PATIENCE_MS, NULL, &error));
	ck_assert_ptr_nonnull(strstr(error->message, "SEGV"));
	assert_no_child();
}
END_TEST

START_TEST(leaving_without_an_answer_is_a_crash)
{
	begin(_i);
	assert_fails("leave", ATS_ERROR_CRASHED);
	assert_fails("leave badly", ATS_ERROR_CRASHED);
	assert_no_child();
}
END_TEST

START_TEST(answers_that_lie_are_a_crash)
{
	begin(_i);
	assert_fails("half an answer", ATS_ERROR_CRASHED);
	assert_fails("say longer", ATS_ERROR_CRASHED);
	assert_fails("say shorter", ATS_ERROR_CRASHED);
	assert_fails("nonsense", ATS_ERROR_CRASHED);
	assert_no_child();
}
END_TEST

/* the first one is whole and holds; what follows is the worker's end */
START_TEST(an_answer_too_many_is_not_read)
{
	begin(_i);
	assert_fails("two answers", ATS_ERROR_DAMAGED);
	assert_no_child();
}
END_TEST

START_TEST(a_flood_is_stopped)
{
	begin(_i);
	assert_fails("flood", ATS_ERROR_CRASHED);
	assert_no_child();
}
END_TEST

START_TEST(a_slow_answer_is_an_answer)
{
	begin(_i);
	assert_fails("slow answer", ATS_ERROR_DAMAGED);
	assert_fails_within("slow answer", ATS_ERROR_TIMEOUT, 20);
	assert_no_child();
}
END_TEST

START_TEST(codes_out_of_range_are_a_crash)
{
	begin(_i);
	assert_fails("unknown code", ATS_ERROR_CRASHED);
	assert_no_child();
}
END_TEST

START_TEST(a_kill_from_outside_is_want_of_memory)
{
	begin(_i);
	assert_fails("killed", ATS_ERROR_MEMORY);
	assert_no_child();
}
END_TEST

#ifndef ATS_WITH_SANITIZER
START_TEST(refused_memory_is_told_from_a_crash)
{
	begin(_i);
	assert_fails("eat by glib", ATS_ERROR_MEMORY);
	assert_fails("eat and crash", ATS_ERROR_MEMORY);
	assert_fails("eat and say damaged", ATS_ERROR_MEMORY);
	assert_no_child();
}
END_TEST
#endif

/* where there are no filters of system calls, there are none to violate */
START_TEST(breaking_out_is_a_violation)
{
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, NULL) != 0 && errno == EFAULT)
		assert_fails("break out", ATS_ERROR_SANDBOX);
}
END_TEST

START_TEST(the_worker_is_boxed)
{
	g_autoptr(GError) error = NULL;
	sigset_t some;
	int leak = open("/dev/null", O_RDONLY); /* not closed on exec, as hosts do */

	g_setenv("ATSCHECK_TEST_SECRET", "1", TRUE);
	sigemptyset(&some);
	sigaddset(&some, SIGTERM);
	sigprocmask(SIG_BLOCK, &some, NULL);
	begin(_i);
	ck_assert_ptr_null(run("look around", PATIENCE_MS, NULL, &error));
	ck_assert_str_eq(error->message, "boxed");
	close(leak);
	assert_no_child();
}
END_TEST

static gpointer
cancel_soon(gpointer data)
{
	g_usleep(IMPATIENCE_MS * 1000);
	g_cancellable_cancel(data);
	return NULL;
}

START_TEST(it_can_be_cancelled)
{
	g_autoptr(GCancellable) cancellable = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(GError) again = NULL;
	GThread *thread = g_thread_new("cancel", cancel_soon, cancellable);
	gint64 start = g_get_monotonic_time();

	begin(_i);
	ck_assert_ptr_null(run("hang", PATIENCE_MS, cancellable, &error));
	ck_assert(g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
	ck_assert_int_lt((g_get_monotonic_time() - start) / 1000, IMPATIENCE_MS + SLACK_MS);
	g_thread_join(thread);
	ck_assert_ptr_null(run("document", PATIENCE_MS, cancellable, &again));
	ck_assert(g_error_matches(again, G_IO_ERROR, G_IO_ERROR_CANCELLED));
	assert_fine();
	assert_no_child();
}
END_TEST

START_TEST(a_missing_worker_is_told)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = g_bytes_new_static("x", 1);
	AtsSandboxLimits limits = {.wall_ms = PATIENCE_MS, .cpu_seconds = 1};
	g_autoptr(AtsPool) empty = ats_pool_new();
	guint files = count_files();

	ck_assert_ptr_null(ats_pool_run(empty,
					"/nonexistent/worker",
					bytes,
					ATS_REQUEST_REPORT,
					&limits,
					NULL,
					NULL,
					&error));
	ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_INTERNAL));
	ck_assert_uint_eq(count_files(), files);
}
END_TEST

static void
on_alarm(int signal_number)
{
}

START_TEST(signals_of_the_host_do_not_disturb)
{
	struct sigaction action = {.sa_handler =
				       on_alarm}; /* without SA_RESTART: calls are interrupted */
	struct itimerval often = {{0, 500}, {0, 500}};
	struct itimerval never = {0};

	begin(_i);
	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &often, NULL);
	for (guint i = 0; i < 20; i++)
		assert_fine();
	assert_fails("slow answer", ATS_ERROR_DAMAGED);
	setitimer(ITIMER_REAL, &never, NULL);
	assert_no_child();
}
END_TEST

START_TEST(a_host_may_ignore_its_children)
{
	g_autoptr(GError) error = NULL;

	begin(_i);
	signal(SIGCHLD, SIG_IGN);
	assert_fine();
	ck_assert_ptr_null(run("segv", PATIENCE_MS, NULL, &error));
	ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_CRASHED));
	assert_fine();
	signal(SIGCHLD, SIG_DFL);
	assert_no_child();
}
END_TEST

/* the numbers that the sandbox hands over are free, and taken first by what it opens */
static int
check_without_streams(int way)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsReport) report = NULL;

	for (int fd = 0; fd <= ATS_WORKER_FD; fd++)
		close(fd);
	begin(way);
	report = run("document", PATIENCE_MS, NULL, &error);
	return report != NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}

START_TEST(a_host_may_have_closed_its_standard_streams)
{
	int status;
	pid_t pid = fork();

	if (pid == 0)
		_exit(check_without_streams(_i));
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS);
}
END_TEST

static gpointer
check_many(gpointer data)
{
	for (guint i = 0; i < 10; i++)
		assert_fine();
	return NULL;
}

START_TEST(threads_may_check_at_once)
{
	GThread *threads[4];

	begin(_i);
	for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
		threads[i] = g_thread_new("check", check_many, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
		g_thread_join(threads[i]);
	assert_no_child();
}
END_TEST

static GBytes *
make_frame(void)
{
	g_autoptr(AtsReport) report = ats_report_new();

	report->format = "pdf";
	report->text = ats_report_intern(report, "Ann Lee");
	return ats_frame_encode(report, NULL);
}

START_TEST(frames_cut_anywhere_are_refused)
{
	g_autoptr(GBytes) frame = make_frame();

	for (gsize length = 0; length < g_bytes_get_size(frame); length++) {
		g_autoptr(GBytes) cut = g_bytes_new_from_bytes(frame, 0, length);
		g_autoptr(GError) error = NULL;
		ck_assert_ptr_null(ats_frame_decode(cut, &error));
		ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_CRASHED));
	}
}
END_TEST

START_TEST(frames_changed_anywhere_give_a_report_or_an_error)
{
	g_autoptr(GBytes) frame = make_frame();
	gsize size = g_bytes_get_size(frame);

	for (gsize i = 0; i < size; i++) {
		g_autofree guint8 *data = g_memdup2(g_bytes_get_data(frame, NULL), size);
		g_autoptr(GBytes) changed = NULL;
		g_autoptr(GError) error = NULL;
		g_autoptr(AtsReport) report = NULL;
		data[i] ^= 0x55;
		changed = g_bytes_new(data, size);
		report = ats_frame_decode(changed, &error);
		ck_assert((report == NULL) == (error != NULL));
		ck_assert_msg(i >= 16 || report == NULL,
			      "byte %zu of the header does not matter",
			      i);
	}
}
END_TEST

/* what a worker says of a failure is said again on a terminal */
START_TEST(failures_cannot_steer_a_terminal)
{
	g_autoptr(GError) failure =
	    g_error_new_literal(ATS_ERROR, ATS_ERROR_DAMAGED, "it is cut Q\033[2J");
	g_autoptr(GBytes) frame = ats_frame_encode(NULL, failure);
	gsize size = g_bytes_get_size(frame);
	g_autofree char *data = g_memdup2(g_bytes_get_data(frame, NULL), size);
	g_autoptr(GBytes) changed = NULL;
	g_autoptr(GError) honest = NULL;
	g_autoptr(GError) error = NULL;

	ck_assert_ptr_null(ats_frame_decode(frame, &honest));
	ck_assert(g_error_matches(honest, ATS_ERROR, ATS_ERROR_DAMAGED));
	ck_assert_str_eq(honest->message, "it is cut Q");
	*(char *)memchr(data, 'Q', size) = '\033';
	changed = g_bytes_new(data, size);
	ck_assert_ptr_null(ats_frame_decode(changed, &error));
	ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_CRASHED));
}
END_TEST

START_TEST(pictures_arrive_as_what_was_asked_for)
{
	static const char svg[] = "<?xml version=\"1.0\"?><svg/>";
	g_autoptr(GBytes) picture = g_bytes_new_static(svg, strlen(svg));
	g_autoptr(GBytes) frame = ats_frame_encode_picture(picture);
	g_autoptr(GBytes) again = ats_frame_decode_picture(frame, ATS_PICTURE_SVG, NULL);
	g_autoptr(GBytes) other = make_frame();
	g_autoptr(GError) error = NULL;
	g_autoptr(GError) no_picture = NULL;
	g_autoptr(GError) no_report = NULL;

	ck_assert(again != NULL && g_bytes_equal(again, picture));
	ck_assert_ptr_null(ats_frame_decode_picture(frame, ATS_PICTURE_PNG, &error));
	ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_CRASHED));
	ck_assert_ptr_null(ats_frame_decode_picture(other, ATS_PICTURE_SVG, &no_picture));
	ck_assert(g_error_matches(no_picture, ATS_ERROR, ATS_ERROR_CRASHED));
	ck_assert_ptr_null(ats_frame_decode(frame, &no_report));
	ck_assert(g_error_matches(no_report, ATS_ERROR, ATS_ERROR_CRASHED));
}
END_TEST

/* a part of a page is asked for in whole points, none of it cut */
START_TEST(boxes_of_requests_are_rounded_outwards)
{
	AtsRequest request = {.page = 1, .plain = TRUE, .box = {-0.5f, 2.5f, 10.1f, 20.9f}};
	g_autofree char *text = ats_request_to_text(request);

	ck_assert_str_eq(text, "plain:1:-1:2:11:21");
}
END_TEST

START_TEST(words_come_back_as_they_were_sent)
{
	g_autoptr(GBytes) frame = ats_frame_encode_words("Ann Lee\nCáceres");
	g_autofree char *flood = g_strnfill(ATS_LIMIT_OCR_TEXT_BYTES + 1, 'x');
	g_autoptr(GBytes) too_long = ats_frame_encode_words(flood);
	g_autofree char *words = ats_frame_decode_words(frame, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(GError) no_report = NULL;

	ck_assert_str_eq(words, "Ann Lee\nCáceres");
	ck_assert_ptr_null(ats_frame_decode_words(too_long, &error));
	ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_CRASHED));
	ck_assert_ptr_null(ats_frame_decode(frame, &no_report));
	ck_assert(g_error_matches(no_report, ATS_ERROR, ATS_ERROR_CRASHED));
}
END_TEST

START_TEST(requests_are_read_as_they_were_written)
{
	static const char *const wrong[] = {"",
					    "png",
					    "png:",
					    "png:0",
					    "png:-1",
					    "png:1x",
					    "gif:1",
					    "png:4294967296",
					    "plain",
					    "plain:1",
					    "plain:0:1:2:3:4",
					    "plain:1:1:2:3",
					    "word",
					    "plain:1:1:2:3:4:5",
					    "words:1",
					    "plain:1:1:2:3:9999999"};
	const AtsRequest requests[] = {ATS_REQUEST_REPORT,
				       {1, ATS_PICTURE_PNG},
				       {70, ATS_PICTURE_SVG},
				       {.page = 2, .plain = TRUE},
				       {.page = 2, .plain = TRUE, .box = {-3, 4, 500, 60}},
				       ATS_REQUEST_WORDS,
				       ATS_REQUEST_LEVEL};
	AtsRequest got = {0};

	for (gsize i = 0; i < G_N_ELEMENTS(requests); i++) {
		g_autofree char *text = ats_request_to_text(requests[i]);
		ck_assert(ats_request_from_text(text, &got));
		ck_assert_uint_eq(got.page, requests[i].page);
		ck_assert_uint_eq(got.format, requests[i].format);
		ck_assert_int_eq(got.plain, requests[i].plain);
		ck_assert_int_eq(got.words, requests[i].words);
		ck_assert_int_eq(got.level, requests[i].level);
		ck_assert_mem_eq(&got.box, &requests[i].box, sizeof(AtsBox));
	}
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
		ck_assert_msg(!ats_request_from_text(wrong[i], &got), "%s", wrong[i]);
}
END_TEST

static Suite *
make_suite(void)
{
	Suite *suite = suite_create("sandbox");
	TCase *tcase = tcase_create("sandbox");

	tcase_add_loop_test(tcase, a_report_arrives, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, an_error_arrives, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, an_empty_document_arrives, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, hanging_is_a_timeout, WAY_ALONE, WAY_LAST);
	/* seconds of work for each way */
	tcase_add_loop_test(tcase, work_without_end_is_a_timeout, WAY_FORKED, WAY_LAST);
	tcase_add_loop_test(tcase, crashes_are_told, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, leaving_without_an_answer_is_a_crash, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, answers_that_lie_are_a_crash, WAY_ALONE, WAY_LAST);
	/* in a pool it may be in time for another document: whoever rules a worker answers for all
	 * that it is given */
	tcase_add_loop_test(tcase, an_answer_too_many_is_not_read, WAY_ALONE, WAY_POOLED);
	tcase_add_loop_test(tcase, a_flood_is_stopped, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, a_slow_answer_is_an_answer, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, codes_out_of_range_are_a_crash, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, a_kill_from_outside_is_want_of_memory, WAY_ALONE, WAY_LAST);
#ifndef ATS_WITH_SANITIZER
	tcase_add_loop_test(tcase, refused_memory_is_told_from_a_crash, WAY_ALONE, WAY_LAST);
#endif
	tcase_add_loop_test(tcase, breaking_out_is_a_violation, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, the_worker_is_boxed, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, it_can_be_cancelled, WAY_ALONE, WAY_LAST);
	tcase_add_test(tcase, a_missing_worker_is_told);
	tcase_add_loop_test(tcase, signals_of_the_host_do_not_disturb, WAY_ALONE, WAY_LAST);
	tcase_add_loop_test(tcase, threads_may_check_at_once, WAY_ALONE, WAY_LAST);
	tcase_add_test(tcase, failures_cannot_steer_a_terminal);
	tcase_add_test(tcase, pictures_arrive_as_what_was_asked_for);
	tcase_add_test(tcase, boxes_of_requests_are_rounded_outwards);
	tcase_add_test(tcase, words_come_back_as_they_were_sent);
	tcase_add_test(tcase, requests_are_read_as_they_were_written);
	tcase_add_test(tcase, frames_cut_anywhere_are_refused);
	tcase_add_test(tcase, frames_changed_anywhere_give_a_report_or_an_error);
	tcase_add_loop_test(tcase,
			    a_host_may_have_closed_its_standard_streams,
			    WAY_ALONE,
			    WAY_LAST);
	tcase_add_loop_test(tcase, a_host_may_ignore_its_children, WAY_ALONE, WAY_LAST);
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
