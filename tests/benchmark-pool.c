/*
 * Documents a second through boxed workers: a pool of them and one a document, one and two at once,
 * with the sandbox and without it, beside as many pdftotext processes. All take turns, since a
 * machine is never the same for two minutes. Also how long a fresh worker takes after a crash.
 *
 *   benchmark-pool [-r ROUNDS] PDF...
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gio/gio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "sandbox/sandbox.h"

/* as often as that one turn of all takes some seconds */
#define ROUNDS 7
/* documents that one way checks in its turn */
#define TURN_DOCUMENTS 60

typedef struct {
	const char *name;
	guint n_workers;
	AtsIsolation isolation;
	AtsSandboxMode mode;
	gboolean other; /* not us: pdftotext */
} Way;

static const Way ways[] = {
    {"pdftotext -bbox-layout, 1 at once", 1, .other = TRUE},
    {"pdftotext -bbox-layout, 2 at once", 2, .other = TRUE},
    {"pool of 1", 1, ATS_ISOLATION_POOL, ATS_SANDBOX_AUTO},
    {"pool of 1, no sandbox", 1, ATS_ISOLATION_POOL, ATS_SANDBOX_OFF},
    {"pool of 2", 2, ATS_ISOLATION_POOL, ATS_SANDBOX_AUTO},
    {"pool of 2, no sandbox", 2, ATS_ISOLATION_POOL, ATS_SANDBOX_OFF},
    {"a worker a document, 1 at once", 1, ATS_ISOLATION_DOCUMENT, ATS_SANDBOX_AUTO},
    {"the same, no sandbox", 1, ATS_ISOLATION_DOCUMENT, ATS_SANDBOX_OFF},
    {"a worker a document, 2 at once", 2, ATS_ISOLATION_DOCUMENT, ATS_SANDBOX_AUTO},
};

#define N_WAYS G_N_ELEMENTS(ways)

typedef struct {
	const Way *way;
	AtsPool *pool;
	char **paths;
	GPtrArray *documents; /* of GBytes */
	gint next;
	gint failed;
} Turn;

static gboolean
extract_by_other(const char *path)
{
	const char *const argv[] = {"pdftotext", "-bbox-layout", "-q", path, "/dev/null", NULL};
	g_autoptr(GSubprocess) process = g_subprocess_newv(argv, G_SUBPROCESS_FLAGS_NONE, NULL);

	return process != NULL && g_subprocess_wait_check(process, NULL, NULL);
}

static gboolean
check(AtsPool *pool, GBytes *bytes)
{
	static const AtsSandboxLimits limits = {ATS_LIMIT_WALL_MS, ATS_LIMIT_CPU_SECONDS};
	g_autoptr(AtsReport) report = ats_sandbox_check(pool, bytes, &limits, NULL, NULL, NULL);

	return report != NULL;
}

static gpointer
work(gpointer data)
{
	Turn *turn = data;
	gint i;

	while ((i = g_atomic_int_add(&turn->next, 1)) < TURN_DOCUMENTS) {
		guint k = (guint)i % turn->documents->len;
		if (!(turn->way->other ? extract_by_other(turn->paths[k])
				       : check(turn->pool, turn->documents->pdata[k])))
			g_atomic_int_inc(&turn->failed);
	}
	return NULL;
}

/* documents a second */
static double
take_turn(Turn *turn)
{
	gint64 start = g_get_monotonic_time();
	g_autoptr(GPtrArray) threads = g_ptr_array_new();

	turn->next = 0;
	for (guint i = 0; i < turn->way->n_workers; i++)
		g_ptr_array_add(threads, g_thread_new("turn", work, turn));
	for (guint i = 0; i < threads->len; i++)
		g_thread_join(threads->pdata[i]);
	return TURN_DOCUMENTS * (double)G_USEC_PER_SEC / (double)(g_get_monotonic_time() - start);
}

static int
compare(const void *a, const void *b)
{
	const double *x = a;
	const double *y = b;

	return (*x > *y) - (*x < *y);
}

static double
median(const double *values, guint n)
{
	g_autofree double *sorted = g_memdup2(values, n * sizeof(*values));

	qsort(sorted, n, sizeof(*sorted), compare);
	return sorted[n / 2];
}

static AtsPool *
make_pool(const Way *way)
{
	AtsPool *pool = ats_pool_new();

	ats_pool_set_isolation(pool, way->isolation);
	ats_pool_set_workers(pool, way->n_workers);
	ats_pool_set_mode(pool, way->mode);
	return pool;
}

static GPtrArray *
load(char **paths)
{
	GPtrArray *documents = g_ptr_array_new();

	for (char **path = paths; *path != NULL; path++) {
		g_autoptr(GError) error = NULL;
		char *data;
		gsize length;
		if (!g_file_get_contents(*path, &data, &length, &error))
			g_error("%s", error->message);
		g_ptr_array_add(documents, g_bytes_new_take(data, length));
	}
	return documents;
}

/* milliseconds; of a worker a document, nearly all of it is the fork and the box */
static void
print_fresh(GPtrArray *documents)
{
	static const char junk[] = "%PDF-1.4 nothing more";
	g_autoptr(GBytes) bytes = g_bytes_new_static(junk, sizeof(junk) - 1);
	g_autoptr(AtsPool) pool = make_pool(&ways[6]);
	double ms[TURN_DOCUMENTS];

	check(pool, documents->pdata[0]);
	check(pool, documents->pdata[0]);
	for (guint i = 0; i < TURN_DOCUMENTS; i++) {
		gint64 start = g_get_monotonic_time();
		check(pool, bytes);
		ms[i] = (double)(g_get_monotonic_time() - start) / 1000;
	}
	g_print("a fresh worker, boxed, with its answer: median %.2f ms\n",
		median(ms, TURN_DOCUMENTS));
}

static void
print_rates(double (*rates)[N_WAYS], guint rounds)
{
	for (gsize w = 0; w < N_WAYS; w++) {
		g_autofree double *column = g_new(double, rounds);
		for (guint r = 0; r < rounds; r++)
			column[r] = rates[r][w];
		g_print("%-36s median %6.1f documents/s, best %6.1f\n",
			ways[w].name,
			median(column, rounds),
			({
				double best = 0;
				for (guint r = 0; r < rounds; r++)
					best = MAX(best, column[r]);
				best;
			}));
	}
}

/* of rates in the same round, since rounds differ more than ways do */
static void
print_ratio(double (*rates)[N_WAYS], guint rounds, const char *what, guint a, guint b)
{
	g_autofree double *ratios = g_new(double, rounds);

	for (guint r = 0; r < rounds; r++)
		ratios[r] = rates[r][a] / rates[r][b];
	g_print("%-52s %.3f\n", what, median(ratios, rounds));
}

int
main(int argc, char **argv)
{
	guint rounds = ROUNDS;
	char **paths = argv + 1;
	g_autoptr(GPtrArray) documents = NULL;
	double(*rates)[N_WAYS];
	AtsPool *pools[N_WAYS];

	if (argc > 2 && g_str_equal(argv[1], "-r")) {
		rounds = (guint)strtoul(argv[2], NULL, 10);
		paths += 2;
	}
	documents = load(paths);
	if (documents->len == 0 || rounds == 0)
		return EXIT_FAILURE;
	rates = g_malloc0(rounds * sizeof(*rates));
	for (gsize w = 0; w < N_WAYS; w++)
		pools[w] = make_pool(&ways[w]);
	for (guint r = 0; r < rounds; r++) {
		for (gsize w = 0; w < N_WAYS; w++) {
			Turn turn = {&ways[w], pools[w], paths, documents, 0, 0};
			rates[r][w] = take_turn(&turn);
			if (turn.failed > 0)
				g_printerr("%s: %d failed\n", ways[w].name, turn.failed);
		}
	}
	print_rates(rates, rounds);
	print_ratio(rates, rounds, "pool of 2 to 2 pdftotext (1.0: as fast)", 4, 1);
	print_ratio(rates, rounds, "pool of 2 to pool of 1", 4, 2);
	print_ratio(rates, rounds, "pool of 1 with the sandbox to without", 2, 3);
	print_ratio(rates, rounds, "pool of 2 with the sandbox to without", 4, 5);
	print_ratio(rates, rounds, "a worker a document to pool of 1", 6, 2);
	print_fresh(documents);
	for (gsize w = 0; w < N_WAYS; w++)
		ats_pool_free(pools[w]);
	g_free(rates);
	return EXIT_SUCCESS;
}
