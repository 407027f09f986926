/*
 * One side of a comparison.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/compare_load.h"

#include <gio/gio.h>
#include <string.h>

#include "batch/batch.h"
#include "cli/terminal.h"

typedef struct {
	const AtsCliCompareSide *side;
	AtsCliCompareTake take;
	gpointer data;
	char *folder; /* as names in reports begin with it; NULL: it is no folder */
	guint n;      /* documents until now */
	AtsCliStatus status;
} Load;

/* --- checked now --- */

static AtscheckReport *
review(gpointer data, const AtsBatchResult *result, AtscheckReport *report)
{
	const Load *load = data;

	return ats_cli_policy_review(load->side->policy, result->path, report);
}

static AtsCliSnapshot *
snapshot_of(AtscheckReport *report)
{
	g_autofree char *json = atscheck_report_dup_json(report);
	g_autoptr(GPtrArray) all = ats_cli_snapshots_from_json(json, strlen(json));

	g_assert(all != NULL && all->len == 1);
	return g_ptr_array_steal_index(all, 0);
}

static const char *
below(const char *folder, const char *name)
{
	gsize length = folder != NULL ? strlen(folder) : 0;

	if (folder == NULL || strncmp(name, folder, length) != 0)
		return name;
	return name + length + strspn(name + length, "/");
}

static gboolean
take_result(gpointer data, const AtsBatchResult *result, GError **error)
{
	Load *load = data;

	if (result->problem != NULL) {
		load->status =
		    ats_cli_worse(load->status, ats_cli_failed(result->name, result->problem));
		return TRUE;
	}
	load->n++;
	if (result->report == NULL)
		load->status = ats_cli_worse(load->status,
					     ats_cli_failed(result->name, result->outcome.message));
	load->take(load->data,
		   below(load->folder, result->name),
		   result->report != NULL
		       ? snapshot_of(result->report)
		       : ats_cli_snapshot_new_failure(result->name, result->outcome.message));
	return TRUE;
}

static AtsCliStatus
check_all(Load *load)
{
	char *paths[] = {(char *)load->side->path, NULL};
	AtsBatchWish wish = {.paths = paths, .recursive = TRUE};
	AtsBatch batch = {
	    .wish = &wish,
	    .checker = load->side->checker,
	    .jobs = load->side->jobs,
	    .progress = load->folder != NULL && ats_cli_terminal_has_progress(),
	    .review = review,
	    .take = take_result,
	    .data = load,
	};
	g_autoptr(GError) error = NULL;
	int signal = 0;

	if (!ats_batch_run(&batch, &signal, &error))
		return ats_cli_failed(load->side->path, error->message);
	return signal != 0 ? ats_cli_stopped(signal, load->n, NULL) : load->status;
}

/* --- reports --- */

static void
free_snapshot(gpointer snapshot)
{
	ats_cli_snapshot_free(snapshot);
}

/* what all names begin with, up to a slash: two releases are two folders */
static char *
common_folder(const GPtrArray *snapshots)
{
	const char *first = ((const AtsCliSnapshot *)snapshots->pdata[0])->name;
	gsize length = strrchr(first, '/') != NULL ? (gsize)(strrchr(first, '/') - first) + 1 : 0;

	for (guint i = 1; i < snapshots->len; i++) {
		const char *name = ((const AtsCliSnapshot *)snapshots->pdata[i])->name;
		while (length > 0 && strncmp(name, first, length) != 0) {
			length--;
			while (length > 0 && first[length - 1] != '/')
				length--;
		}
	}
	return length > 0 ? g_strndup(first, length) : NULL;
}

static void
add_all(GPtrArray *all, GPtrArray *some)
{
	g_ptr_array_set_free_func(some, NULL);
	for (guint i = 0; i < some->len; i++)
		g_ptr_array_add(all, some->pdata[i]);
}

/* a report a line; NULL: some line is none */
static GPtrArray *
read_lines(const char *text, gsize length)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(free_snapshot);

	while (length > 0) {
		const char *end = memchr(text, '\n', length);
		gsize line = end != NULL ? (gsize)(end - text) : length;
		g_autoptr(GPtrArray) some = ats_cli_snapshots_from_json(text, line);
		if (some == NULL)
			return NULL;
		add_all(all, some);
		line += end != NULL ? 1 : 0;
		text += line;
		length -= line;
	}
	return g_steal_pointer(&all);
}

/* lines first: the parser would take the first of them for the whole */
static GPtrArray *
read_reports(const char *text, gsize length)
{
	GPtrArray *all = read_lines(text, length);

	return all != NULL ? all : ats_cli_snapshots_from_json(text, length);
}

static AtsCliStatus
load_reports(Load *load, const char *text, gsize length)
{
	g_autoptr(GPtrArray) all = read_reports(text, length);
	g_autofree char *name = ats_cli_display(load->side->path);

	if (all == NULL)
		return ats_cli_failed(name, "neither a document nor reports in JSON");
	load->folder = all->len > 0 ? common_folder(all) : NULL;
	/* each is the taker's now */
	g_ptr_array_set_free_func(all, NULL);
	for (guint i = 0; i < all->len; i++) {
		AtsCliSnapshot *snapshot = all->pdata[i];
		load->take(load->data, below(load->folder, snapshot->name), snapshot);
	}
	return ATS_CLI_CLEAN;
}

static gboolean
is_json(const char *path)
{
	return g_str_has_suffix(path, ".json") || g_str_has_suffix(path, ".jsonl");
}

AtsCliStatus
ats_cli_compare_load(const AtsCliCompareSide *side, AtsCliCompareTake take, gpointer data)
{
	Load load = {.side = side, .take = take, .data = data};
	g_autoptr(GMappedFile) file = NULL;
	g_autoptr(GError) error = NULL;
	AtsCliStatus status;

	if (!is_json(side->path)) {
		load.folder = g_file_test(side->path, G_FILE_TEST_IS_DIR)
				  ? ats_cli_display(side->path)
				  : NULL;
		status = check_all(&load);
	} else {
		file = g_mapped_file_new(side->path, FALSE, &error);
		status = file != NULL ? load_reports(&load,
						     g_mapped_file_get_contents(file),
						     g_mapped_file_get_length(file))
				      : ats_cli_failed(side->path, error->message);
	}
	g_free(load.folder);
	return status;
}
