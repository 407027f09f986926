/*
 * How many documents there are to check, counted while the first of them are at work: the same way
 * through the folders a second time, by a thread that only counts, since keeping their paths would
 * cost more than going twice.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/counter.h"

#include <sys/stat.h>

#include "batch/source.h"

struct AtsBatchCounter {
	const AtsBatchWish *wish;
	GThread *thread; /* NULL: it cannot be known */
	int n;		 /* atomic, as are the others */
	int all;
	int stopped;
};

static gpointer
count(gpointer data)
{
	AtsBatchCounter *counter = data;
	g_autoptr(AtsBatchSource) source = ats_batch_source_new(counter->wish, NULL);
	gboolean more = source != NULL;

	while (more && !g_atomic_int_get(&counter->stopped)) {
		g_autofree char *path = NULL;
		g_autofree char *problem = NULL;
		gboolean is_stdin;
		more = ats_batch_source_next(source, &path, &problem, &is_stdin);
		if (more && problem == NULL)
			g_atomic_int_inc(&counter->n);
	}
	g_atomic_int_set(&counter->all, source != NULL);
	return NULL;
}

/* a list that can only be read once is for the crew */
static gboolean
can_read_twice(const char *list)
{
	struct stat st;

	return list == NULL ||
	       (!g_str_equal(list, "-") && stat(list, &st) == 0 && S_ISREG(st.st_mode));
}

AtsBatchCounter *
ats_batch_counter_new(const AtsBatchWish *wish)
{
	AtsBatchCounter *counter = g_new0(AtsBatchCounter, 1);

	counter->wish = wish;
	if (can_read_twice(wish->files_from))
		counter->thread = g_thread_new("count", count, counter);
	return counter;
}

void
ats_batch_counter_free(AtsBatchCounter *counter)
{
	g_atomic_int_set(&counter->stopped, TRUE);
	if (counter->thread != NULL)
		g_thread_join(counter->thread);
	g_free(counter);
}

guint
ats_batch_counter_get(AtsBatchCounter *counter, gboolean *all)
{
	*all = g_atomic_int_get(&counter->all);
	return (guint)g_atomic_int_get(&counter->n);
}
