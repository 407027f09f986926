/*
 * Which names are asked for, by globs. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * AtsBatchPatterns:
 * @include: (nullable): globs of the documents in folders; NULL: *.pdf and *.docx in any case
 * @exclude: (nullable): globs of files and folders to leave out, wherever they were named
 *
 * A glob without a slash is held against the last part of a path; one with a slash against all of
 * it, and its * matches slashes too.
 */
typedef struct {
	char **include;
	char **exclude;
} AtsBatchPatterns;

/* whether a name ends so, in whatever case, and is not just that */
gboolean
ats_batch_patterns_ends_in(const char *name, const char *ending);

/* whether a name ends as those of PDF and DOCX do */
gboolean
ats_batch_patterns_ends_as_document(const char *name);

/* whether a file of that name in a folder is one to check */
gboolean
ats_batch_patterns_is_document(const AtsBatchPatterns *patterns,
			       const char *folder,
			       const char *name);

gboolean
ats_batch_patterns_is_excluded(const AtsBatchPatterns *patterns,
			       const char *folder,
			       const char *name);

/* the same of a whole path */
gboolean
ats_batch_patterns_excludes_path(const AtsBatchPatterns *patterns, const char *path);
