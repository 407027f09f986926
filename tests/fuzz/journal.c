/*
 * Any bytes as what an earlier run has left of its reports: the line of a report, and the files in
 * which the next run looks for what it may keep.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/journal.h"
#include "batch/record.h"
#include "target.h"

/* of the documents of this run: the name and sum that reports in the seeds have */
#define NAME "a.pdf"
#define SUM  "0123456789abcdef"

/* in the input, in place of the version of the program that reads it */
#define VERSION "@"

/* before what FILE.part holds */
#define PART '\f'

static void
read_line(const char *line, gsize length)
{
	g_auto(AtsBatchRecord) record = {0};

	if (!ats_batch_record_read(line, length, &record))
		return;
	g_assert_nonnull(record.name);
	g_assert_true(record.outcome.checked == (record.outcome.message == NULL));
	/* it is said again as it stands */
	g_assert_true(record.outcome.checked ||
		      (g_utf8_validate(record.outcome.message, -1, NULL) &&
		       strpbrk(record.outcome.message, "\n\r\033") == NULL));
}

/* the run finds its document in what was left, or checks it and writes a line; what it leaves is
 * whole lines, one of them on that document */
static void
resume(const char *path)
{
	g_autoptr(AtsBatchJournal) journal = ats_batch_journal_open(path, NULL);
	const AtsBatchWanted wanted = {.name = NAME, .sha256 = SUM, .settings = ""};
	AtsBatchOutcome outcome = {0};
	g_autofree char *left = NULL;
	gsize length;
	gint64 kept;

	g_assert_nonnull(journal);
	kept = ats_batch_journal_find(journal, &wanted, &outcome);
	g_free(outcome.message);
	if (kept < 0) {
		g_assert_true(g_output_stream_write_all(ats_batch_journal_stream(journal),
							"{}\n",
							3,
							NULL,
							NULL,
							NULL));
	}
	ats_batch_journal_note(journal, kept);
	g_assert_true(ats_batch_journal_finish(journal, NULL));
	g_assert_true(g_file_get_contents(path, &left, &length, NULL));
	g_assert_true(length > 0 && memchr(left, '\n', length) == left + length - 1);
}

/* the input up to the mark is FILE, what comes behind it FILE.part */
static void
run_on(const char *folder, const char *text, gsize length)
{
	g_autofree char *path = g_build_filename(folder, "out", NULL);
	g_autofree char *part = g_strconcat(path, ".part", NULL);
	const char *mark = memchr(text, PART, length);
	gsize first = mark != NULL ? (gsize)(mark - text) : length;

	g_assert_true(g_file_set_contents_full(path,
					       text,
					       (gssize)first,
					       G_FILE_SET_CONTENTS_NONE,
					       0600,
					       NULL));
	if (first < length)
		g_assert_true(g_file_set_contents_full(part,
						       text + first + 1,
						       (gssize)(length - first - 1),
						       G_FILE_SET_CONTENTS_NONE,
						       0600,
						       NULL));
	resume(path);
	g_assert_cmpint(g_access(part, F_OK), !=, 0);
	g_unlink(path);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GString) text = g_string_new_len((const char *)data, (gssize)size);
	/* in memory where there is such a place: a disk is too slow to try much */
	g_autofree char *folder = g_build_filename(
	    g_file_test("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir(),
	    "atscheck-journal-XXXXXX",
	    NULL);

	g_string_replace(text, VERSION, atscheck_version(), 0);
	read_line((const char *)data, size);
	g_assert_nonnull(g_mkdtemp(folder));
	run_on(folder, text->str, text->len);
	g_rmdir(folder);
	return 0;
}
