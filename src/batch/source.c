/*
 * What is to be checked, one file after the other.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "batch/failure.h"
#include "batch/walk.h"

#define STDIN "-"

/* bytes of a path in a list: some more than the system takes, so that it is the system that says
 * so */
#define PATH_BYTES (64 * 1024)

struct AtsBatchSource {
	const AtsBatchWish *wish;
	AtsBatchRules rules;
	guint next;	    /* in the paths of the command line */
	FILE *list;	    /* NULL: none, or at its end */
	AtsBatchWalk *walk; /* of the folder that we are in; NULL: in none */
	AtsBatchOthers others;
};

static FILE *
open_list(const char *path)
{
	/* of its own, so that freeing it closes nobody's standard input */
	int fd = g_str_equal(path, STDIN) ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
					  : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

	return fd >= 0 ? fdopen(fd, "r") : NULL;
}

AtsBatchSource *
ats_batch_source_new(const AtsBatchWish *wish, GError **error)
{
	g_autoptr(AtsBatchSource) source = g_new0(AtsBatchSource, 1);

	source->wish = wish;
	source->rules = (AtsBatchRules){
	    .patterns = &wish->patterns,
	    .recursive = wish->recursive,
	    .follow = wish->follow,
	    .others = &source->others,
	};
	if (wish->files_from == NULL)
		return g_steal_pointer(&source);
	source->list = open_list(wish->files_from);
	if (source->list != NULL)
		return g_steal_pointer(&source);
	ats_batch_fail(error, errno);
	return NULL;
}

void
ats_batch_source_free(AtsBatchSource *source)
{
	if (source->list != NULL)
		fclose(source->list);
	g_clear_pointer(&source->walk, ats_batch_walk_free);
	g_free(source);
}

/* a path of the list, without what ends it; NULL at the end. One that is too long ends the list:
 * it is no list of paths */
static char *
read_path(AtsBatchSource *source, char **problem)
{
	int end = source->wish->nul_separated ? '\0' : '\n';
	g_autoptr(GString) path = g_string_new(NULL);
	int c;

	while ((c = getc_unlocked(source->list)) != EOF && c != end && path->len < PATH_BYTES)
		g_string_append_c(path, (char)c);
	if (path->len == PATH_BYTES)
		*problem = g_strdup("a line of it is too long for a path");
	else if (c == EOF && ferror(source->list))
		*problem = g_strdup_printf("cannot be read: %s", g_strerror(errno));
	if (*problem != NULL || (c == EOF && path->len == 0))
		return NULL;
	/* a list that was made on Windows */
	if (end == '\n' && g_str_has_suffix(path->str, "\r"))
		g_string_truncate(path, path->len - 1);
	return g_string_free(g_steal_pointer(&path), FALSE);
}

/* the next path that somebody named; @problem: with the list */
static char *
next_named(AtsBatchSource *source, gboolean *from_list, char **problem)
{
	char **paths = source->wish->paths;
	char *path;

	*from_list = FALSE;
	if (paths != NULL && paths[source->next] != NULL)
		return g_strdup(paths[source->next++]);
	if (source->list == NULL)
		return NULL;
	*from_list = TRUE;
	path = read_path(source, problem);
	if (path != NULL)
		return path;
	fclose(source->list);
	source->list = NULL;
	return *problem != NULL ? g_strdup(source->wish->files_from) : NULL;
}

/* the next document of the folder that we are in */
static gboolean
walk_on(AtsBatchSource *source, char **path, char **problem)
{
	if (source->walk == NULL)
		return FALSE;
	if (ats_batch_walk_next(source->walk, path, problem))
		return TRUE;
	g_clear_pointer(&source->walk, ats_batch_walk_free);
	return FALSE;
}

gboolean
ats_batch_source_next(AtsBatchSource *source, char **path, char **problem, gboolean *is_stdin)
{
	*problem = NULL;
	*is_stdin = FALSE;
	while (!walk_on(source, path, problem)) {
		gboolean from_list;
		g_autofree char *named = next_named(source, &from_list, problem);
		if (named == NULL)
			return FALSE;
		/* a list may end in empty lines */
		if (*named == '\0' && from_list)
			continue;
		*is_stdin = !from_list && g_str_equal(named, STDIN);
		if (*problem == NULL && !*is_stdin &&
		    ats_batch_patterns_excludes_path(&source->wish->patterns, named))
			continue;
		if (*problem == NULL && !*is_stdin && g_file_test(named, G_FILE_TEST_IS_DIR)) {
			source->walk = ats_batch_walk_new(named, &source->rules);
			continue;
		}
		*path = g_steal_pointer(&named);
		return TRUE;
	}
	return TRUE;
}

const AtsBatchOthers *
ats_batch_source_get_others(const AtsBatchSource *source)
{
	return &source->others;
}
