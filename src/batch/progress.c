/*
 * How far a batch is: one line at the bottom of a terminal that standard error is. The cursor waits
 * at the start of the line, where a terminal that wraps it anew after a change of width leaves it:
 * erasing from there on takes all rows that the line has become. The line itself is written without
 * wrapping, since a terminal may be narrower than it has said until now.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/progress.h"

#include <math.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* columns of a terminal that does not tell */
#define COLUMNS_DEFAULT 80

/* seconds over which the rate is a mean: long enough to stand still, short enough to follow */
#define RATE_SECONDS 8.0

/* seconds after which a rate is worth to be told */
#define RATE_SECONDS_LEAST 1.0

/* seconds that are told as minutes, and minutes that are told as hours: below, the smaller unit
 * says more */
#define MINUTE 60
#define HOUR   3600

/* from the cursor to the end of the screen */
#define ERASE "\033[J"

/* what goes over the end of a row stays there, and goes on in the next again */
#define WRAP_OFF "\033[?7l"
#define WRAP_ON	 "\033[?7h"

struct AtsBatchProgress {
	gboolean shown;
	gint64 start;
	gint64 last;   /* monotonic time of the last measurement */
	guint n_last;  /* documents done then */
	double n_mean; /* documents and seconds of the past, fading */
	double s_mean;
};

AtsBatchProgress *
ats_batch_progress_new(void)
{
	AtsBatchProgress *progress = g_new0(AtsBatchProgress, 1);

	progress->start = progress->last = g_get_monotonic_time();
	return progress;
}

void
ats_batch_progress_free(AtsBatchProgress *progress)
{
	g_free(progress);
}

static guint
get_columns(void)
{
	struct winsize size = {0};

	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return COLUMNS_DEFAULT;
	return size.ws_col;
}

static double
measure(AtsBatchProgress *progress, guint n_done)
{
	gint64 now = g_get_monotonic_time();
	double seconds = (double)(now - progress->last) / G_USEC_PER_SEC;
	double fade = exp(-seconds / RATE_SECONDS);

	progress->n_mean = progress->n_mean * fade + (n_done - progress->n_last);
	progress->s_mean = progress->s_mean * fade + seconds;
	progress->n_last = n_done;
	progress->last = now;
	if ((double)(now - progress->start) / G_USEC_PER_SEC < RATE_SECONDS_LEAST)
		return 0;
	return progress->n_mean / progress->s_mean;
}

/* "4 min 10 s" or, in short, "4:10" */
static char *
format_left(double seconds, gboolean brief)
{
	guint s = (guint)MIN(seconds + 0.5, 99.0 * HOUR);

	if (brief && s >= HOUR)
		return g_strdup_printf("%u:%02u h", s / HOUR, s % HOUR / MINUTE);
	if (brief)
		return g_strdup_printf("%u:%02u", s / MINUTE, s % MINUTE);
	if (s >= HOUR)
		return g_strdup_printf("%u h %u min", s / HOUR, s % HOUR / MINUTE);
	if (s >= MINUTE)
		return g_strdup_printf("%u min %u s", s / MINUTE, s % MINUTE);
	return g_strdup_printf("%u s", s);
}

static void
append_done(GString *line, const AtsBatchCount *count, gboolean brief)
{
	guint n_known = MAX(count->n_known, count->n_done);

	g_string_append_printf(line, "%u", count->n_done);
	if (count->n_known > 0)
		g_string_append_printf(line,
				       "%s%u%s",
				       brief ? "/" : " of ",
				       n_known,
				       count->all_known ? "" : "+");
	if (!brief && count->all_known && n_known > 0)
		g_string_append_printf(line,
				       " (%u %%)",
				       (guint)(100.0 * (double)count->n_done / (double)n_known));
}

/* what there is to tell, the most important first; NULL at the end */
static void
make_parts(const AtsBatchCount *count, double rate, gboolean brief, GPtrArray *parts)
{
	g_autoptr(GString) done = g_string_new(NULL);

	append_done(done, count, brief);
	g_ptr_array_add(parts, g_string_free(g_steal_pointer(&done), FALSE));
	if (rate > 0 && count->all_known && count->n_known >= count->n_done) {
		g_autofree char *left =
		    format_left((double)(count->n_known - count->n_done) / rate, brief);
		g_ptr_array_add(parts, g_strdup_printf("%s left", left));
	}
	if (rate > 0)
		g_ptr_array_add(parts, g_strdup_printf(rate < 10 ? "%.1f/s" : "%.0f/s", rate));
	if (brief && count->n_fail + count->n_failures > 0)
		g_ptr_array_add(parts,
				g_strdup_printf("%u bad", count->n_fail + count->n_failures));
	if (!brief && count->n_fail > 0)
		g_ptr_array_add(parts, g_strdup_printf("%u fail", count->n_fail));
	if (!brief && count->n_failures > 0)
		g_ptr_array_add(parts, g_strdup_printf("%u not checked", count->n_failures));
}

static gsize
line_length(const GPtrArray *parts)
{
	gsize length = 0;

	for (guint i = 0; i < parts->len; i++)
		length += strlen(parts->pdata[i]) + 2;
	return length - 2;
}

char *
ats_batch_progress_format(const AtsBatchCount *count, double rate, guint columns)
{
	g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);

	make_parts(count, rate, FALSE, parts);
	if (line_length(parts) > columns) {
		g_ptr_array_set_size(parts, 0);
		make_parts(count, rate, TRUE, parts);
	}
	while (parts->len > 1 && line_length(parts) > columns)
		g_ptr_array_set_size(parts, (gint)parts->len - 1);
	if (line_length(parts) > columns)
		return g_strdup("");
	g_ptr_array_add(parts, NULL);
	return g_strjoinv("  ", (char **)parts->pdata);
}

/* in one piece, so that no other writer gets between; a terminal that is gone is no reason to stop
 */
static void
put(const char *text)
{
	if (write(STDERR_FILENO, text, strlen(text)) < 0)
		return;
}

void
ats_batch_progress_show(AtsBatchProgress *progress, const AtsBatchCount *count)
{
	double rate = measure(progress, count->n_done);
	/* a character in the last column would put some terminals on the next line */
	g_autofree char *line = ats_batch_progress_format(count, rate, get_columns() - 1);
	g_autofree char *drawn = g_strconcat("\r" ERASE WRAP_OFF, line, WRAP_ON "\r", NULL);

	put(drawn);
	progress->shown = TRUE;
}

void
ats_batch_progress_hide(AtsBatchProgress *progress)
{
	if (!progress->shown)
		return;
	put("\r" ERASE);
	progress->shown = FALSE;
}
