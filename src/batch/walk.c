/*
 * The documents of a folder, one after the other, in memory that does not grow with their number:
 * a stack of the folders on the way down.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/walk.h"

#include <errno.h>

/* bytes of names held of the first folder, half of it of the next below and so on: all together
 * stay below twice that, and a million names of 20 bytes are read in 3 goes */
#define LEVEL_BYTES	  (8 * 1024 * 1024)
#define LEVEL_BYTES_LEAST (64 * 1024)
/* halvings from the one to the other */
#define LEVEL_HALVINGS 7

/* folders in folders; the system takes no path that is deeper than this with names of three bytes
 */
#define DEPTH_MOST 1024

struct AtsBatchWalk {
	const AtsBatchRules *rules;
	char *first;	   /* the folder; NULL once it was entered */
	GPtrArray *levels; /* of AtsBatchLevel: the folders from the first to where we are */
	gboolean any;	   /* there was a document, or a folder that could not be walked */
	guint n_passed;	   /* folders that are not to be walked */
};

AtsBatchWalk *
ats_batch_walk_new(const char *folder, const AtsBatchRules *rules)
{
	AtsBatchWalk *walk = g_new0(AtsBatchWalk, 1);

	walk->rules = rules;
	walk->first = g_strdup(folder);
	walk->levels = g_ptr_array_new_with_free_func((GDestroyNotify)ats_batch_level_free);
	return walk;
}

void
ats_batch_walk_free(AtsBatchWalk *walk)
{
	g_free(walk->first);
	g_ptr_array_unref(walk->levels);
	g_free(walk);
}

/* by way of a link back up: it would never end */
static gboolean
is_on_the_way(const AtsBatchWalk *walk, const AtsBatchLevel *level)
{
	for (guint i = 0; i < walk->levels->len; i++) {
		if (ats_batch_level_is_same(walk->levels->pdata[i], level))
			return TRUE;
	}
	return FALSE;
}

/* (nullable): why it could not be entered */
static char *
enter(AtsBatchWalk *walk, const char *path)
{
	guint depth = walk->levels->len;
	gsize bytes = depth <= LEVEL_HALVINGS ? (gsize)LEVEL_BYTES >> depth
					      : (gsize)LEVEL_BYTES_LEAST;
	AtsBatchLevel *level;

	if (depth == DEPTH_MOST)
		return g_strdup("folders in folders are too deep here");
	level = ats_batch_level_open(path, bytes, walk->rules);
	if (level == NULL)
		return g_strdup_printf("cannot be read: %s", g_strerror(errno));
	if (is_on_the_way(walk, level))
		ats_batch_level_free(level);
	else
		g_ptr_array_add(walk->levels, level);
	return NULL;
}

static const char *
why_nothing(const AtsBatchWalk *walk)
{
	return walk->n_passed > 0 ? "no PDF or DOCX in this folder itself: --recursive looks deeper"
				  : "no PDF or DOCX in this folder";
}

/* the folder where we are has no more. TRUE: there is something to tell of it */
static gboolean
leave(AtsBatchWalk *walk, char **path, char **problem)
{
	AtsBatchLevel *level = walk->levels->pdata[walk->levels->len - 1];
	int reason = ats_batch_level_failed(level);

	if (reason != 0)
		*problem = g_strdup_printf("cannot be read to its end: %s", g_strerror(reason));
	else if (walk->levels->len == 1 && !walk->any)
		*problem = g_strdup(why_nothing(walk));
	if (*problem != NULL)
		*path = g_strdup(ats_batch_level_path(level));
	else
		walk->rules->others->n_folders += walk->n_passed;
	walk->any |= *problem != NULL;
	g_ptr_array_set_size(walk->levels, (gint)walk->levels->len - 1);
	return *path != NULL;
}

/* the next entry of the folder where we are; one without any is left */
static gboolean
step(AtsBatchWalk *walk, char **path, char **problem)
{
	AtsBatchLevel *level = walk->levels->pdata[walk->levels->len - 1];
	const char *name;
	AtsBatchEntry entry = ats_batch_level_next(level, &name);
	g_autofree char *found = NULL;

	if (entry == ATS_BATCH_ENTRY_NONE)
		return leave(walk, path, problem);
	if (entry == ATS_BATCH_ENTRY_FOLDER && !walk->rules->recursive) {
		walk->n_passed++;
		return FALSE;
	}
	found = g_build_filename(ats_batch_level_path(level), name, NULL);
	if (entry == ATS_BATCH_ENTRY_FOLDER)
		*problem = enter(walk, found);
	if (entry == ATS_BATCH_ENTRY_FOLDER && *problem == NULL)
		return FALSE;
	*path = g_steal_pointer(&found);
	walk->any = TRUE;
	return TRUE;
}

gboolean
ats_batch_walk_next(AtsBatchWalk *walk, char **path, char **problem)
{
	g_autofree char *first = g_steal_pointer(&walk->first);

	*path = NULL;
	*problem = first != NULL ? enter(walk, first) : NULL;
	if (*problem != NULL) {
		*path = g_steal_pointer(&first);
		return TRUE;
	}
	while (walk->levels->len > 0) {
		if (step(walk, path, problem))
			return TRUE;
	}
	return FALSE;
}
