/*
 * What of folders may well be resumes, but is not checked.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/others.h"

#include "batch/patterns.h"

/* what people write letters with. Plain text, web pages and pictures are more often something else,
 * and sources of LaTeX stand beside the PDF that is made of them */
static const char *const endings[] = {
    ".doc",
    ".docm",
    ".dot",
    ".dotm",
    ".dotx",
    ".fodt",
    ".gdoc",
    ".odt",
    ".ott",
    ".pages",
    ".rtf",
    ".wpd",
    ".wps",
    ".xps",
};
G_STATIC_ASSERT(G_N_ELEMENTS(endings) == ATS_BATCH_OTHER_KINDS);

void
ats_batch_others_note(AtsBatchOthers *others, const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
		if (ats_batch_patterns_ends_in(name, endings[i])) {
			others->n[i]++;
			return;
		}
	}
}

/* the kind with the most of those that are left; an earlier one of two alike */
static guint
find_most(const AtsBatchOthers *left)
{
	guint most = 0;

	for (guint i = 1; i < ATS_BATCH_OTHER_KINDS; i++) {
		if (left->n[i] > left->n[most])
			most = i;
	}
	return most;
}

char *
ats_batch_others_tell(const AtsBatchOthers *others)
{
	AtsBatchOthers left = *others;
	g_autoptr(GString) kinds = g_string_new(NULL);
	guint n = 0;

	for (guint i = find_most(&left); left.n[i] > 0; i = find_most(&left)) {
		g_string_append_printf(kinds, "%s%s %u", n > 0 ? ", " : "", endings[i], left.n[i]);
		n += left.n[i];
		left.n[i] = 0;
	}
	if (n == 0)
		return NULL;
	return g_strdup_printf(n == 1 ? "%u file of another kind was not checked: %s"
				      : "%u files of other kinds were not checked: %s",
			       n,
			       kinds->str);
}

char *
ats_batch_others_tell_folders(const AtsBatchOthers *others)
{
	if (others->n_folders == 0)
		return NULL;
	return g_strdup_printf(others->n_folders == 1
				   ? "%u folder in a folder was not looked into: --recursive does"
				   : "%u folders in folders were not looked into: --recursive does",
			       others->n_folders);
}
