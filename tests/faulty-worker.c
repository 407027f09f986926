/*
 * A worker that does wrong on demand: the real worker's main around an "extractor" that takes the
 * document for an order. For test-sandbox and test-pool.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "report/frame.h"
#include "report/zygote.h"
#include "worker/worker.h"

/* the descriptor of the document: the first that is free in a worker */
#define DOCUMENT_FD (ATS_WORKER_FD + 1)

/* microseconds that a document takes which others overtake */
#define SLOW_US 400000

typedef AtsDocument *(*Order)(GError **error);

static void
answer(const void *data, gsize length)
{
	const char *p = data;

	while (length > 0) {
		ssize_t n = write(ATS_WORKER_FD, p, length);
		if (n < 0)
			_exit(EXIT_FAILURE);
		p += n;
		length -= (gsize)n;
	}
}

static GBytes *
good_frame(void)
{
	g_autoptr(GError) failure =
	    g_error_new_literal(ATS_ERROR, ATS_ERROR_DAMAGED, "said by the frame");

	return ats_frame_encode(NULL, failure);
}

static AtsDocument *
order_document(GError **error)
{
	return ats_document_new(ATS_FORMAT_DOCX);
}

static AtsDocument *
order_slow_document(GError **error)
{
	g_usleep(SLOW_US);
	return order_document(error);
}

static AtsDocument *
order_refuse(GError **error)
{
	g_set_error_literal(error, ATS_ERROR, ATS_ERROR_ENCRYPTED, "needs a password");
	return NULL;
}

G_NORETURN static AtsDocument *
order_hang(GError **error)
{
	while (TRUE)
		pause();
}

G_NORETURN static AtsDocument *
order_burn(GError **error)
{
	for (volatile guint i = 0; TRUE; i++) {
	}
}

static AtsDocument *
order_segv(GError **error)
{
	raise(SIGSEGV);
	return NULL;
}

static AtsDocument *
order_abort(GError **error)
{
	abort();
}

G_NORETURN static AtsDocument *
order_assert(GError **error)
{
	g_error("a library gives up");
}

/* as what has taken over a worker would: harmless where it is not caught */
static AtsDocument *
order_break_out(GError **error)
{
	ptrace(PTRACE_TRACEME, 0, NULL, NULL);
	return order_document(error);
}

static AtsDocument *
order_killed(GError **error)
{
	raise(SIGKILL);
	return NULL;
}

/* not inlined, and something done after the call, so that it stays a recursion; deeper than any
 * stack */
static G_GNUC_NO_INLINE int
deeper(int depth)
{
	volatile char frame[1024] = {(char)depth};

	return depth == G_MAXINT ? 0 : deeper(depth + 1) + frame[0];
}

static AtsDocument *
order_deep(GError **error)
{
	deeper(0);
	return NULL;
}

static AtsDocument *
order_leave(GError **error)
{
	_exit(EXIT_SUCCESS);
}

static AtsDocument *
order_leave_badly(GError **error)
{
	_exit(3);
}

static AtsDocument *
order_close_and_hang(GError **error)
{
	close(ATS_WORKER_FD);
	return order_hang(error);
}

static AtsDocument *
order_half_an_answer(GError **error)
{
	g_autoptr(GBytes) frame = good_frame();

	answer(g_bytes_get_data(frame, NULL), g_bytes_get_size(frame) / 2);
	_exit(EXIT_SUCCESS);
}

static AtsDocument *
order_two_answers(GError **error)
{
	g_autoptr(GBytes) frame = good_frame();

	answer(g_bytes_get_data(frame, NULL), g_bytes_get_size(frame));
	answer(g_bytes_get_data(frame, NULL), g_bytes_get_size(frame));
	_exit(EXIT_SUCCESS);
}

static AtsDocument *
order_slow_answer(GError **error)
{
	g_autoptr(GBytes) frame = good_frame();
	const char *data = g_bytes_get_data(frame, NULL);

	for (gsize i = 0; i < g_bytes_get_size(frame); i++) {
		answer(data + i, 1);
		g_usleep(1000);
	}
	_exit(EXIT_SUCCESS);
}

/* the answer is whole, and its sender ends before the next job, or while that comes */
static AtsDocument *
order_answer_and_crash(GError **error)
{
	g_autoptr(GBytes) frame = good_frame();

	answer(g_bytes_get_data(frame, NULL), g_bytes_get_size(frame));
	g_usleep(5000);
	raise(SIGSEGV);
	return NULL;
}

/* two answers, and ready for more */
static AtsDocument *
order_answer_twice(GError **error)
{
	g_autoptr(GBytes) frame = good_frame();

	answer(g_bytes_get_data(frame, NULL), g_bytes_get_size(frame));
	return order_document(error);
}

/* the process that reads this, and the one that it was made by */
static AtsDocument *
order_who(GError **error)
{
	g_set_error(error, ATS_ERROR, ATS_ERROR_DAMAGED, "%d %d", (int)getpid(), (int)getppid());
	return NULL;
}

/* the frame's length, at its place after the magic */
static AtsDocument *
answer_with_length(gint32 more)
{
	g_autoptr(GBytes) frame = good_frame();
	g_autofree char *data = g_memdup2(g_bytes_get_data(frame, NULL), g_bytes_get_size(frame));
	guint32 length;

	memcpy(&length, data + 8, sizeof(length));
	length += (guint32)more;
	memcpy(data + 8, &length, sizeof(length));
	answer(data, g_bytes_get_size(frame));
	_exit(EXIT_SUCCESS);
}

static AtsDocument *
order_say_longer(GError **error)
{
	return answer_with_length(G_MAXINT32 / 2);
}

static AtsDocument *
order_say_shorter(GError **error)
{
	return answer_with_length(-1);
}

static AtsDocument *
order_nonsense(GError **error)
{
	for (guint i = 0; i < 10000; i++)
		answer("nonsense", 8);
	_exit(EXIT_SUCCESS);
}

G_NORETURN static AtsDocument *
order_flood(GError **error)
{
	static const char zeros[64 * 1024];

	while (TRUE)
		answer(zeros, sizeof(zeros));
}

static AtsDocument *
order_unknown_code(GError **error)
{
	g_set_error_literal(error, ATS_ERROR, 4711, "no such code");
	return NULL;
}

/* the limit is on address space: what is not touched counts, and is got fast */
static gboolean
eat(void)
{
	for (guint i = 0; i < 1000; i++) {
		volatile char *block = malloc(64 * ATS_MIB);
		if (block == NULL)
			return TRUE;
		block[0] = 1;
	}
	return FALSE;
}

/* as much as no worker of a pool may keep, and less than is refused */
static AtsDocument *
order_eat_well(GError **error)
{
	g_autofree char *meal = g_strnfill(ATS_LIMIT_WORKER_KEPT_BYTES, 'x');

	return meal[0] == 'x' ? order_document(error) : NULL;
}

static AtsDocument *
order_eat_by_glib(GError **error)
{
	for (guint i = 0; i < 1000; i++) {
		volatile char *block = g_malloc(64 * ATS_MIB);
		block[0] = 1;
	}
	return NULL;
}

static AtsDocument *
order_eat_and_crash(GError **error)
{
	if (eat())
		raise(SIGSEGV);
	return order_document(error);
}

static AtsDocument *
order_eat_and_say_damaged(GError **error)
{
	if (!eat())
		return order_document(error);
	g_set_error_literal(error, ATS_ERROR, ATS_ERROR_DAMAGED, "a library knows no better");
	return NULL;
}

static void
note_limit(GString *wrong, int resource, rlim_t most, const char *name)
{
	struct rlimit limit;

	if (getrlimit((__rlimit_resource_t)resource, &limit) != 0 || limit.rlim_cur > most)
		g_string_append_printf(wrong, "%s is not limited; ", name);
}

static void
note_files(GString *wrong)
{
	for (int fd = 0; fd < 1024; fd++) {
		if (fd != DOCUMENT_FD && fd != ATS_WORKER_FD && fd > STDERR_FILENO &&
		    fcntl(fd, F_GETFD) >= 0)
			g_string_append_printf(wrong, "file %d is open; ", fd);
	}
	if (write(DOCUMENT_FD, "x", 1) >= 0 || ftruncate(DOCUMENT_FD, 0) == 0)
		g_string_append(wrong, "the document can be changed; ");
}

/* answers "boxed", or what of the box is missing */
static AtsDocument *
order_look_around(GError **error)
{
	g_autoptr(GString) wrong = g_string_new(NULL);
	sigset_t blocked;
	int death = 0;

	note_files(wrong);
	/* as much as all its jobs may take together */
	note_limit(wrong, RLIMIT_CPU, ATS_LIMIT_WORKER_JOBS, "time");
	note_limit(wrong, RLIMIT_FSIZE, 0, "writing");
	note_limit(wrong, RLIMIT_CORE, 0, "core");
	note_limit(wrong, RLIMIT_NOFILE, 64, "the number of files");
#ifndef ATS_WITH_SANITIZER
	note_limit(wrong, RLIMIT_AS, ATS_LIMIT_MEMORY_BYTES, "memory");
#endif
	if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
		g_string_append(wrong, "new privileges are allowed; ");
	if (prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0)
		g_string_append(wrong, "it can be dumped; ");
	if (prctl(PR_GET_PDEATHSIG, &death, 0, 0, 0) != 0 || death != SIGKILL)
		g_string_append(wrong, "it outlives its parent; ");
	if (sigprocmask(SIG_BLOCK, NULL, &blocked) != 0 || sigismember(&blocked, SIGTERM) != 0)
		g_string_append(wrong, "signals of the host are blocked; ");
	if (g_getenv("ATSCHECK_TEST_SECRET") != NULL)
		g_string_append(wrong, "it has the host's environment; ");
	g_set_error_literal(error,
			    ATS_ERROR,
			    ATS_ERROR_DAMAGED,
			    wrong->len > 0 ? wrong->str : "boxed");
	return NULL;
}

static const struct {
	const char *name;
	Order run;
} orders[] = {
    {"document", order_document},
    {"slow document", order_slow_document},
    {"refuse", order_refuse},
    {"hang", order_hang},
    {"burn", order_burn},
    {"segv", order_segv},
    {"abort", order_abort},
    {"assert", order_assert},
    {"killed", order_killed},
    {"break out", order_break_out},
    {"deep", order_deep},
    {"leave", order_leave},
    {"leave badly", order_leave_badly},
    {"close and hang", order_close_and_hang},
    {"half an answer", order_half_an_answer},
    {"two answers", order_two_answers},
    {"slow answer", order_slow_answer},
    {"say longer", order_say_longer},
    {"say shorter", order_say_shorter},
    {"nonsense", order_nonsense},
    {"flood", order_flood},
    {"answer and crash", order_answer_and_crash},
    {"answer twice", order_answer_twice},
    {"who", order_who},
    {"unknown code", order_unknown_code},
    {"eat well", order_eat_well},
    {"eat by glib", order_eat_by_glib},
    {"eat and crash", order_eat_and_crash},
    {"eat and say damaged", order_eat_and_say_damaged},
    {"look around", order_look_around},
};

static AtsDocument *
obey(GBytes *bytes, GError **error)
{
	gsize length;
	const char *data = g_bytes_get_data(bytes, &length);

	for (gsize i = 0; i < G_N_ELEMENTS(orders); i++) {
		if (strlen(orders[i].name) == length && memcmp(orders[i].name, data, length) == 0)
			return orders[i].run(error);
	}
	g_set_error(error, ATS_ERROR, ATS_ERROR_UNSUPPORTED, "no such order of %zu bytes", length);
	return NULL;
}

/* a "picture" of as many MiB as the document says */
static GBytes *
draw_plain(GBytes *bytes, guint page, AtsBox box, GError **error)
{
	static const char png[] = "\x89PNG\r\n\x1a\n";
	gsize length = strtoul(g_bytes_get_data(bytes, NULL), NULL, 10) * ATS_MIB;
	char *picture = g_strnfill(length, 'x');

	memcpy(picture, png, sizeof(png) - 1);
	return g_bytes_new_take(picture, length);
}

int
main(int argc, char **argv)
{
	return ats_worker_main(argc,
			       argv,
			       (AtsWorkerDoors){.extract = obey, .draw_plain = draw_plain});
}
