/*
 * What it costs to read a document as all families do, and what survives in them, beside its
 * extraction: in one process, on the same file. Fails where reading costs more than it may.
 *
 *   benchmark-readings FILE.pdf...
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gio/gio.h>
#include <stdlib.h>

#include "extract/extract.h"
#include "layout/analyse.h"
#include "readings/readings.h"
#include "resume/read.h"

/* an odd number has a median that was measured */
#define RUNS 11
/* share of the extraction's time that all readings together may cost */
#define MOST 0.25

/* milliseconds */
typedef struct {
	double extract, layout, read, judge;
} Times;

static double
since(gint64 *then)
{
	gint64 now = g_get_monotonic_time();
	double past = (double)(now - *then) / 1000;

	*then = now;
	return past;
}

static gboolean
run_once(GBytes *bytes, Times *times, guint *n_pages)
{
	gint64 then = g_get_monotonic_time();
	g_autoptr(AtsDocument) document = ats_extract_pdf(bytes, NULL);
	g_autoptr(AtsLayout) layout = NULL;
	g_autoptr(GPtrArray) readings = NULL;
	g_autoptr(AtsResume) resume = NULL;

	if (document == NULL)
		return FALSE;
	*n_pages = document->pages->len;
	times->extract = since(&then);
	layout = ats_layout_analyse(document);
	times->layout = since(&then);
	readings = ats_readings_make(document, layout);
	times->read = since(&then);
	resume = ats_resume_read(document, layout);
	since(&then);
	ats_readings_judge(readings, document, layout, resume);
	times->judge = since(&then);
	return TRUE;
}

static int
compare_doubles(const void *a, const void *b)
{
	double p = *(const double *)a;
	double q = *(const double *)b;

	return p < q ? -1 : p > q;
}

/* of the member at @offset */
static double
median(const Times *times, gsize offset)
{
	double values[RUNS];

	for (guint i = 0; i < RUNS; i++)
		values[i] = G_STRUCT_MEMBER(double, &times[i], offset);
	qsort(values, RUNS, sizeof(double), compare_doubles);
	return values[RUNS / 2];
}

static gboolean
measure(const char *path)
{
	g_autoptr(GFile) file = g_file_new_for_path(path);
	g_autoptr(GBytes) bytes = g_file_load_bytes(file, NULL, NULL, NULL);
	g_autofree char *name = g_path_get_basename(path);
	Times times[RUNS];
	double extract, read;
	guint n_pages = 0;

	for (guint i = 0; i < RUNS; i++) {
		if (bytes == NULL || !run_once(bytes, &times[i], &n_pages)) {
			g_printerr("%s: cannot be read\n", name);
			return FALSE;
		}
	}
	extract = median(times, G_STRUCT_OFFSET(Times, extract));
	read = median(times, G_STRUCT_OFFSET(Times, read));
	g_print("%-28s %2u pages  extract %6.2f ms  layout %5.2f  readings %5.2f  judging %5.2f  "
		"readings/extract %.3f\n",
		name,
		n_pages,
		extract,
		median(times, G_STRUCT_OFFSET(Times, layout)),
		read,
		median(times, G_STRUCT_OFFSET(Times, judge)),
		read / extract);
	return read <= MOST * extract;
}

int
main(int argc, char **argv)
{
	gboolean cheap = TRUE;

	for (int i = 1; i < argc; i++)
		cheap = measure(argv[i]) && cheap;
	return cheap ? EXIT_SUCCESS : EXIT_FAILURE;
}
