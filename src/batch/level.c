/*
 * One folder on the way of a walk: its names in order, a bounded piece of them at a time. The
 * system gives names in any order, so each reading keeps the smallest of those still to come: a
 * folder of a million names costs a few readings rather than the memory for them all.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/level.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

struct AtsBatchLevel {
	const AtsBatchRules *rules;
	char *path;
	gsize budget;	   /* bytes of @names to keep */
	GByteArray *names; /* each: an AtsBatchEntry, the name, a NUL */
	GArray *order;	   /* of guint32: where in @names each starts */
	guint next;	   /* in @order */
	char *after;	   /* all names up to this one are done; NULL: none is */
	char *cut;	   /* no name above this one is held; NULL: all are */
	int failed;	   /* errno; 0: it did not */
	dev_t device;
	ino_t inode;
};

void
ats_batch_level_free(AtsBatchLevel *level)
{
	g_free(level->path);
	g_byte_array_unref(level->names);
	g_array_unref(level->order);
	g_free(level->after);
	g_free(level->cut);
	g_free(level);
}

static const char *
name_at(const AtsBatchLevel *level, guint i)
{
	return (const char *)level->names->data + g_array_index(level->order, guint32, i) + 1;
}

static gint
compare_names(gconstpointer a, gconstpointer b, gpointer names)
{
	return strcmp((const char *)names + *(const guint32 *)a + 1,
		      (const char *)names + *(const guint32 *)b + 1);
}

static void
sort(AtsBatchLevel *level)
{
	g_array_sort_with_data(level->order, compare_names, level->names->data);
}

/* keeps the smallest names, up to the budget */
static void
shrink(AtsBatchLevel *level)
{
	g_autoptr(GByteArray) kept = g_byte_array_new();
	guint n = 0;

	sort(level);
	while (n < level->order->len && (n == 0 || kept->len < level->budget)) {
		guint32 from = g_array_index(level->order, guint32, n);
		const guint8 *entry = level->names->data + from;
		g_array_index(level->order, guint32, n) = kept->len;
		g_byte_array_append(kept, entry, (guint)strlen((const char *)entry + 1) + 2);
		n++;
	}
	g_array_set_size(level->order, n);
	g_byte_array_unref(level->names);
	level->names = g_steal_pointer(&kept);
	g_free(level->cut);
	level->cut = g_strdup(name_at(level, n - 1));
}

static void
add(AtsBatchLevel *level, AtsBatchEntry kind, const char *name)
{
	guint8 tag = (guint8)kind;
	guint32 at = level->names->len;

	if ((level->after != NULL && strcmp(name, level->after) <= 0) ||
	    (level->cut != NULL && strcmp(name, level->cut) > 0))
		return;
	g_byte_array_append(level->names, &tag, 1);
	g_byte_array_append(level->names, (const guint8 *)name, (guint)strlen(name) + 1);
	g_array_append_val(level->order, at);
	if (level->names->len >= 2 * level->budget)
		shrink(level);
}

/* the type of a name, as far as it matters; links are followed when asked, and nothing else waits
 * on the disk for it */
static AtsBatchEntry
kind_of(const AtsBatchLevel *level, int dir, const struct dirent *entry)
{
	gboolean is_link = entry->d_type == DT_LNK;
	gboolean is_folder = entry->d_type == DT_DIR;
	struct stat st;

	if (entry->d_type == DT_UNKNOWN) {
		if (fstatat(dir, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
			return ATS_BATCH_ENTRY_NONE;
		is_link = S_ISLNK(st.st_mode);
		is_folder = S_ISDIR(st.st_mode);
	}
	if (is_link && !level->rules->follow)
		return ATS_BATCH_ENTRY_NONE;
	/* what a link cannot lead to is told when it is opened */
	if (is_link && fstatat(dir, entry->d_name, &st, 0) == 0)
		is_folder = S_ISDIR(st.st_mode);
	return is_folder ? ATS_BATCH_ENTRY_FOLDER : ATS_BATCH_ENTRY_DOCUMENT;
}

/* once, however often the folder is read */
static void
pass_over(const AtsBatchLevel *level, const char *name)
{
	if (level->after == NULL && level->rules->patterns->include == NULL)
		ats_batch_others_note(level->rules->others, name);
}

static void
look_at(AtsBatchLevel *level, int dir, const struct dirent *entry)
{
	const AtsBatchPatterns *patterns = level->rules->patterns;
	const char *name = entry->d_name;
	AtsBatchEntry kind;

	/* . and .. are hidden too */
	if (name[0] == '.')
		return;
	kind = kind_of(level, dir, entry);
	if (kind == ATS_BATCH_ENTRY_NONE ||
	    ats_batch_patterns_is_excluded(patterns, level->path, name))
		return;
	if (kind == ATS_BATCH_ENTRY_DOCUMENT &&
	    !ats_batch_patterns_is_document(patterns, level->path, name))
		pass_over(level, name);
	else
		add(level, kind, name);
}

static gboolean
read_names(AtsBatchLevel *level)
{
	DIR *dir = opendir(level->path);
	const struct dirent *entry;
	struct stat st;
	int reason;

	if (dir == NULL)
		return FALSE;
	if (fstat(dirfd(dir), &st) == 0) {
		level->device = st.st_dev;
		level->inode = st.st_ino;
	}
	g_byte_array_set_size(level->names, 0);
	g_array_set_size(level->order, 0);
	level->next = 0;
	errno = 0;
	while ((entry = readdir(dir)) != NULL) {
		look_at(level, dirfd(dir), entry);
		errno = 0;
	}
	reason = errno;
	closedir(dir);
	sort(level);
	errno = reason;
	return reason == 0;
}

AtsBatchLevel *
ats_batch_level_open(const char *path, gsize bytes, const AtsBatchRules *rules)
{
	AtsBatchLevel *level = g_new0(AtsBatchLevel, 1);

	level->rules = rules;
	level->path = g_strdup(path);
	level->budget = bytes;
	level->names = g_byte_array_new();
	level->order = g_array_new(FALSE, FALSE, sizeof(guint32));
	if (read_names(level))
		return level;
	ats_batch_level_free(level);
	return NULL;
}

/* the names above those that are done */
static gboolean
read_on(AtsBatchLevel *level)
{
	if (level->cut == NULL)
		return FALSE;
	g_free(level->after);
	level->after = g_steal_pointer(&level->cut);
	if (read_names(level))
		return level->order->len > 0;
	level->failed = errno;
	return FALSE;
}

AtsBatchEntry
ats_batch_level_next(AtsBatchLevel *level, const char **name)
{
	if (level->next >= level->order->len && !read_on(level))
		return ATS_BATCH_ENTRY_NONE;
	*name = name_at(level, level->next++);
	return (AtsBatchEntry)(*name)[-1];
}

int
ats_batch_level_failed(const AtsBatchLevel *level)
{
	return level->failed;
}

const char *
ats_batch_level_path(const AtsBatchLevel *level)
{
	return level->path;
}

gboolean
ats_batch_level_is_same(const AtsBatchLevel *a, const AtsBatchLevel *b)
{
	return a->device == b->device && a->inode == b->inode;
}
