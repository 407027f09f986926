/*
 * Which names are asked for, by globs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/patterns.h"

#include <fnmatch.h>
#include <string.h>

gboolean
ats_batch_patterns_ends_in(const char *name, const char *ending)
{
	gsize length = strlen(name);
	gsize n = strlen(ending);

	return length > n && g_ascii_strcasecmp(name + length - n, ending) == 0;
}

gboolean
ats_batch_patterns_ends_as_document(const char *name)
{
	return ats_batch_patterns_ends_in(name, ".pdf") ||
	       ats_batch_patterns_ends_in(name, ".docx");
}

/* @folder is NULL where @path is whole; the whole is only put together for a glob that asks for it
 */
static gboolean
matches_one(const char *glob, const char *folder, const char *path)
{
	g_autofree char *joined = NULL;
	const char *slash = strrchr(path, '/');

	if (strchr(glob, '/') == NULL)
		return fnmatch(glob, slash != NULL && slash[1] != '\0' ? slash + 1 : path, 0) == 0;
	if (folder != NULL)
		path = joined = g_build_filename(folder, path, NULL);
	return fnmatch(glob, path, 0) == 0;
}

static gboolean
matches(char **globs, const char *folder, const char *path)
{
	for (; globs != NULL && *globs != NULL; globs++) {
		if (matches_one(*globs, folder, path))
			return TRUE;
	}
	return FALSE;
}

/* hidden files, and the locks that Word puts beside an open document, are nobody's resume */
gboolean
ats_batch_patterns_is_document(const AtsBatchPatterns *patterns,
			       const char *folder,
			       const char *name)
{
	if (name[0] == '.' || g_str_has_prefix(name, "~$"))
		return FALSE;
	if (patterns->include != NULL)
		return matches(patterns->include, folder, name);
	return ats_batch_patterns_ends_as_document(name);
}

gboolean
ats_batch_patterns_is_excluded(const AtsBatchPatterns *patterns,
			       const char *folder,
			       const char *name)
{
	return matches(patterns->exclude, folder, name);
}

gboolean
ats_batch_patterns_excludes_path(const AtsBatchPatterns *patterns, const char *path)
{
	return matches(patterns->exclude, NULL, path);
}
