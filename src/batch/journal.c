/*
 * Reports in JSON Lines that outlive the run that wrote them. The lines of FILE and FILE.part are
 * known by where they are and a hash of what they are on: 16 bytes a report, however long it is.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "batch/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/failure.h"
#include "batch/lines.h"
#include "batch/record.h"

/* rights of a new file, before the user's mask */
#define FILE_MODE 0666

/* a place: an offset, and this bit if it is in FILE.part rather than in FILE */
#define IN_PART ((gint64)1 << 62)

typedef struct {
	guint64 key;
	gint64 place;
} Entry;

struct AtsBatchJournal {
	char *path;
	char *part_path;
	int old;  /* FILE of an earlier run; -1: there is none */
	int part; /* FILE.part */
	GOutputStream *stream;
	gint64 written; /* bytes of FILE.part before the report that is written next */
	guint n_lines;	/* of FILE.part */
	GArray *index;	/* of Entry, sorted; the reports that may be kept */
	GArray *noted;	/* of gint64: places, in the order of the output */
};

/* of the document; a clash costs nothing, since what is found is read and compared */
static guint64
key_of(const char *name, const char *sha256)
{
	g_autofree char *head = g_strndup(sha256, 16);

	return g_ascii_strtoull(head, NULL, 16) ^ ((guint64)g_str_hash(name) << 32);
}

static gint
compare_entries(gconstpointer a, gconstpointer b)
{
	const Entry *x = a;
	const Entry *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

/* what does not depend on the document alone may come out better next time */
static gboolean
may_keep(const AtsBatchRecord *record)
{
	static const char *const lasting[] = {"encrypted", "unsupported", "damaged", NULL};

	return record->sha256 != NULL && g_strcmp0(record->version, atscheck_version()) == 0 &&
	       (record->outcome.checked || g_strv_contains(lasting, record->error));
}

/* the lines of a file that may be kept; returns where the last whole line ends, -1 with errno */
static gint64
add_file(AtsBatchJournal *journal, int fd, gint64 where)
{
	g_autoptr(AtsBatchLines) lines = ats_batch_lines_new(fd, 0);
	gint64 offset = 0;
	const char *line;
	gsize length;

	while ((line = ats_batch_lines_next(lines, &length)) != NULL) {
		g_auto(AtsBatchRecord) record;
		if (ats_batch_record_read(line, length, &record) && may_keep(&record)) {
			Entry entry = {key_of(record.name, record.sha256), where | offset};
			g_array_append_val(journal->index, entry);
		}
		offset += (gint64)length + 1;
		journal->n_lines += where == IN_PART ? 1 : 0;
	}
	return ats_batch_lines_failed(lines) ? -1 : offset;
}

/* a run that has just ended may have made FILE of what we opened as FILE.part */
static gboolean
is_still_there(int fd, const char *path)
{
	struct stat held;
	struct stat named;

	return fstat(fd, &held) == 0 && stat(path, &named) == 0 && held.st_dev == named.st_dev &&
	       held.st_ino == named.st_ino;
}

static gboolean
open_part(AtsBatchJournal *journal, GError **error)
{
	journal->part =
	    open(journal->part_path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, FILE_MODE);
	if (journal->part < 0)
		return ats_batch_fail(error, errno);
	if (flock(journal->part, LOCK_EX | LOCK_NB) == 0 &&
	    is_still_there(journal->part, journal->part_path))
		return TRUE;
	g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_BUSY, "another run is writing to it");
	return FALSE;
}

static gboolean
open_files(AtsBatchJournal *journal, GError **error)
{
	if (!open_part(journal, error))
		return FALSE;
	journal->old = open(journal->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	return journal->old >= 0 || errno == ENOENT || ats_batch_fail(error, errno);
}

static gboolean
read_files(AtsBatchJournal *journal, GError **error)
{
	if (journal->old >= 0 && add_file(journal, journal->old, 0) < 0)
		return ats_batch_fail(error, errno);
	journal->written = add_file(journal, journal->part, IN_PART);
	/* half a line at the end is what a kill left */
	if (journal->written < 0 || ftruncate(journal->part, journal->written) != 0)
		return ats_batch_fail(error, errno);
	g_array_sort(journal->index, compare_entries);
	return TRUE;
}

AtsBatchJournal *
ats_batch_journal_open(const char *path, GError **error)
{
	g_autoptr(AtsBatchJournal) journal = g_new0(AtsBatchJournal, 1);

	journal->path = g_strdup(path);
	journal->part_path = g_strconcat(path, ".part", NULL);
	journal->old = journal->part = -1;
	journal->index = g_array_new(FALSE, FALSE, sizeof(Entry));
	journal->noted = g_array_new(FALSE, FALSE, sizeof(gint64));
	if (!open_files(journal, error) || !read_files(journal, error))
		return NULL;
	journal->stream = g_unix_output_stream_new(journal->part, FALSE);
	return g_steal_pointer(&journal);
}

void
ats_batch_journal_free(AtsBatchJournal *journal)
{
	g_clear_object(&journal->stream);
	if (journal->old >= 0)
		close(journal->old);
	if (journal->part >= 0)
		close(journal->part);
	g_array_unref(journal->index);
	g_array_unref(journal->noted);
	g_free(journal->path);
	g_free(journal->part_path);
	g_free(journal);
}

GOutputStream *
ats_batch_journal_stream(AtsBatchJournal *journal)
{
	return journal->stream;
}

static AtsBatchLines *
lines_at(const AtsBatchJournal *journal, gint64 place)
{
	return ats_batch_lines_new((place & IN_PART) != 0 ? journal->part : journal->old,
				   place & ~IN_PART);
}

/* whether the line there is the wanted one; @outcome is filled if so */
static gboolean
is_on(const AtsBatchJournal *journal,
      gint64 place,
      const AtsBatchWanted *wanted,
      AtsBatchOutcome *outcome)
{
	g_autoptr(AtsBatchLines) lines = lines_at(journal, place);
	g_auto(AtsBatchRecord) record = {0};
	gsize length;
	const char *line = ats_batch_lines_next(lines, &length);

	if (line == NULL || !ats_batch_record_read(line, length, &record) || !may_keep(&record) ||
	    !g_str_equal(record.name, wanted->name) ||
	    !g_str_equal(record.sha256, wanted->sha256) ||
	    g_strcmp0(record.settings, wanted->settings) != 0)
		return FALSE;
	*outcome = record.outcome;
	record.outcome.message = NULL;
	return TRUE;
}

/* behind the last entry with a key up to that */
static guint
find_end(const GArray *index, guint64 key)
{
	guint low = 0, high = index->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(index, Entry, middle).key <= key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

gint64
ats_batch_journal_find(const AtsBatchJournal *journal,
		       const AtsBatchWanted *wanted,
		       AtsBatchOutcome *outcome)
{
	guint64 key = key_of(wanted->name, wanted->sha256);

	/* the latest first */
	for (guint i = find_end(journal->index, key); i > 0; i--) {
		const Entry *entry = &g_array_index(journal->index, Entry, i - 1);
		if (entry->key != key)
			break;
		if (is_on(journal, entry->place, wanted, outcome))
			return entry->place;
	}
	return -1;
}

/* FILE.part as it stands: as many lines as were noted, each behind the one before, are all there
 * are */
static gboolean
is_in_order(const AtsBatchJournal *journal)
{
	gint64 before = -1;

	if (journal->noted->len != journal->n_lines)
		return FALSE;
	for (guint i = 0; i < journal->noted->len; i++) {
		gint64 place = g_array_index(journal->noted, gint64, i);
		if ((place & IN_PART) == 0 || place <= before)
			return FALSE;
		before = place;
	}
	return TRUE;
}

void
ats_batch_journal_note(AtsBatchJournal *journal, gint64 kept)
{
	gint64 place = kept >= 0 ? kept : (IN_PART | journal->written);

	g_array_append_val(journal->noted, place);
	if (kept >= 0)
		return;
	journal->written = lseek(journal->part, 0, SEEK_END);
	journal->n_lines++;
}

static gboolean
copy_line(const AtsBatchJournal *journal, gint64 place, GOutputStream *out, GError **error)
{
	g_autoptr(AtsBatchLines) lines = lines_at(journal, place);
	gsize length;
	const char *line = ats_batch_lines_next(lines, &length);

	/* it was there when it was noted: somebody else has written to the file */
	if (line == NULL)
		return ats_batch_fail(error, EIO);
	return g_output_stream_write_all(out, line, length, NULL, NULL, error) &&
	       g_output_stream_write_all(out, "\n", 1, NULL, NULL, error);
}

static gboolean
copy_noted(const AtsBatchJournal *journal, int fd, GError **error)
{
	g_autoptr(GOutputStream) raw = g_unix_output_stream_new(fd, FALSE);
	g_autoptr(GOutputStream) out = g_buffered_output_stream_new(raw);

	for (guint i = 0; i < journal->noted->len; i++) {
		if (!copy_line(journal, g_array_index(journal->noted, gint64, i), out, error))
			return FALSE;
	}
	return g_output_stream_close(out, NULL, error);
}

/* what is on the disk has to be there before its name is */
static gboolean
put_in_place(const AtsBatchJournal *journal, int fd, const char *from, GError **error)
{
	if (fdatasync(fd) != 0 || g_rename(from, journal->path) != 0)
		return ats_batch_fail(error, errno);
	return TRUE;
}

/* beside FILE.part, on which the lock is ours */
static gboolean
put_together(const AtsBatchJournal *journal, GError **error)
{
	g_autofree char *path = g_strconcat(journal->part_path, ".new", NULL);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, FILE_MODE);
	gboolean done;

	if (fd < 0)
		return ats_batch_fail(error, errno);
	done = copy_noted(journal, fd, error) && put_in_place(journal, fd, path, error);
	close(fd);
	if (!done)
		g_unlink(path);
	return done;
}

gboolean
ats_batch_journal_finish(AtsBatchJournal *journal, GError **error)
{
	if (is_in_order(journal))
		return put_in_place(journal, journal->part, journal->part_path, error);
	if (!put_together(journal, error))
		return FALSE;
	g_unlink(journal->part_path);
	return TRUE;
}
