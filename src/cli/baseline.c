/*
 * Findings that were accepted once.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/baseline.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "cli/print.h"

#define HEAD                                                                                       \
	"# atscheck baseline 1: findings that are accepted, by document, check and fingerprint.\n" \
	"# What stands after the fingerprint is for people. Renew with --write-baseline.\n"
#define HEAD_START "# atscheck baseline 1"

#define STDIN_KEY "(standard input)"

/* lines of which it is told that they no longer occur; more are counted */
#define MOST_TOLD 20

/* bytes of a file: a hundred thousand findings have less */
#define MOST_BYTES (32 * 1024 * 1024)

/* columns of a line: document, check, fingerprint, message; the first three are its name */
#define COLUMNS 4

typedef struct {
	char *document;
	char *line; /* as it is in the file, without its end */
	guint number;
	gboolean seen;
} Entry;

typedef struct {
	GString *accepted; /* check and fingerprint, a line each */
	gboolean checked;
} Document;

struct AtsCliBaseline {
	char *path;
	char *folder;
	char *name;	       /* of the file in messages */
	GHashTable *entries;   /* of "document\tcheck\tfingerprint" to Entry */
	GHashTable *documents; /* that are named in it: of the name to Document */
};

static void
entry_free(gpointer data)
{
	Entry *entry = data;

	g_free(entry->document);
	g_free(entry->line);
	g_free(entry);
}

static void
document_free(gpointer data)
{
	Document *document = data;

	g_string_free(document->accepted, TRUE);
	g_free(document);
}

AtsCliBaseline *
ats_cli_baseline_new(const char *path)
{
	AtsCliBaseline *self = g_new0(AtsCliBaseline, 1);
	g_autofree char *whole = g_canonicalize_filename(path, NULL);

	self->path = g_strdup(path);
	self->folder = g_path_get_dirname(whole);
	self->name = ats_cli_display(path);
	self->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, entry_free);
	self->documents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, document_free);
	return self;
}

void
ats_cli_baseline_free(AtsCliBaseline *baseline)
{
	g_free(baseline->path);
	g_free(baseline->folder);
	g_free(baseline->name);
	g_hash_table_unref(baseline->entries);
	g_hash_table_unref(baseline->documents);
	g_free(baseline);
}

static Document *
get_document(AtsCliBaseline *self, const char *name)
{
	Document *document = g_hash_table_lookup(self->documents, name);

	if (document != NULL)
		return document;
	document = g_new0(Document, 1);
	document->accepted = g_string_new(NULL);
	g_hash_table_insert(self->documents, g_strdup(name), document);
	return document;
}

static void
add(AtsCliBaseline *self, char **columns, const char *line, guint number)
{
	Document *document = get_document(self, columns[0]);
	Entry *entry = g_new0(Entry, 1);

	entry->document = g_strdup(columns[0]);
	entry->line = g_strdup(line);
	entry->number = number;
	g_string_append_printf(document->accepted, "%s\t%s\n", columns[1], columns[2]);
	g_hash_table_replace(self->entries,
			     g_strjoin("\t", columns[0], columns[1], columns[2], NULL),
			     entry);
}

static gboolean
read_line(AtsCliBaseline *self, const char *line, guint number)
{
	g_auto(GStrv) columns = g_strsplit(line, "\t", COLUMNS);

	if (*line == '\0' || *line == '#')
		return TRUE;
	if (g_strv_length(columns) < COLUMNS - 1) {
		ats_cli_usage("%s:%u: not a line of a baseline", self->name, number);
		return FALSE;
	}
	add(self, columns, line, number);
	return TRUE;
}

AtsCliBaseline *
ats_cli_baseline_read(const char *path, const char *text)
{
	g_autoptr(AtsCliBaseline) self = ats_cli_baseline_new(path);
	g_auto(GStrv) lines = NULL;

	if (!g_str_has_prefix(text, HEAD_START)) {
		ats_cli_usage("%s: not a baseline: --write-baseline makes one", self->name);
		return NULL;
	}
	lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		if (!read_line(self, lines[i], i + 1))
			return NULL;
	}
	return g_steal_pointer(&self);
}

AtsCliBaseline *
ats_cli_baseline_load(const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *name = ats_cli_display(path);
	g_autofree char *text = NULL;
	GStatBuf there;

	if (g_stat(path, &there) == 0 && there.st_size > MOST_BYTES) {
		ats_cli_usage("%s: too large for a baseline", name);
		return NULL;
	}
	if (!g_file_get_contents(path, &text, NULL, &error)) {
		g_autofree char *shown = ats_cli_display(error->message);
		ats_cli_usage("--baseline: %s", shown);
		return NULL;
	}
	return ats_cli_baseline_read(path, text);
}

char *
ats_cli_baseline_key(const AtsCliBaseline *baseline, const char *path)
{
	gsize length = strlen(baseline->folder);

	if (path == NULL)
		return g_strdup(STDIN_KEY);
	if (strncmp(path, baseline->folder, length) == 0 && path[length] == '/')
		path += length + 1;
	return ats_cli_display(path);
}

static char *
name_of(const char *document, AtscheckFinding *finding)
{
	return g_strjoin("\t",
			 document,
			 atscheck_finding_get_id(finding),
			 atscheck_finding_get_fingerprint(finding),
			 NULL);
}

void
ats_cli_baseline_begin(AtsCliBaseline *baseline, const char *document)
{
	Document *known = g_hash_table_lookup(baseline->documents, document);

	if (known != NULL)
		known->checked = TRUE;
}

const char *
ats_cli_baseline_accepted(const AtsCliBaseline *baseline, const char *document)
{
	const Document *known = g_hash_table_lookup(baseline->documents, document);

	return known != NULL ? known->accepted->str : NULL;
}

gboolean
ats_cli_baseline_has(AtsCliBaseline *baseline, const char *document, AtscheckFinding *finding)
{
	g_autofree char *name = name_of(document, finding);
	Entry *entry = g_hash_table_lookup(baseline->entries, name);

	if (entry == NULL)
		return FALSE;
	entry->seen = TRUE;
	return TRUE;
}

void
ats_cli_baseline_add(AtsCliBaseline *baseline, const char *document, AtscheckFinding *finding)
{
	g_autofree char *message = ats_cli_display(atscheck_finding_get_message(finding));
	g_autofree char *name = name_of(document, finding);
	g_autofree char *line = g_strjoin("\t", name, message, NULL);
	g_auto(GStrv) columns = g_strsplit(name, "\t", COLUMNS);

	add(baseline, columns, line, 0);
}

/* (transfer container) (element-type Entry) */
static GPtrArray *
sort_entries(const AtsCliBaseline *self, GCompareFunc compare)
{
	GPtrArray *all = g_ptr_array_new();
	GHashTableIter iter;
	gpointer entry;

	g_hash_table_iter_init(&iter, self->entries);
	while (g_hash_table_iter_next(&iter, NULL, &entry))
		g_ptr_array_add(all, entry);
	g_ptr_array_sort(all, compare);
	return all;
}

static gint
compare_numbers(gconstpointer a, gconstpointer b)
{
	const Entry *x = *(const Entry *const *)a;
	const Entry *y = *(const Entry *const *)b;

	return x->number < y->number ? -1 : 1;
}

static gint
compare_lines(gconstpointer a, gconstpointer b)
{
	return strcmp((*(const Entry *const *)a)->line, (*(const Entry *const *)b)->line);
}

static void
tell_gone(const AtsCliBaseline *self, const Entry *entry)
{
	g_auto(GStrv) columns = g_strsplit(entry->line, "\t", COLUMNS);
	g_autofree char *document = ats_cli_display(columns[0]);
	g_autofree char *check = ats_cli_display(columns[1]);

	fprintf(stderr,
		"atscheck: %s:%u: %s no longer has this %s\n",
		self->name,
		entry->number,
		document,
		check);
}

void
ats_cli_baseline_tell_gone(const AtsCliBaseline *baseline)
{
	g_autoptr(GPtrArray) all = sort_entries(baseline, compare_numbers);
	guint n = 0;

	for (guint i = 0; i < all->len; i++) {
		const Entry *entry = all->pdata[i];
		const Document *document =
		    g_hash_table_lookup(baseline->documents, entry->document);
		if (!entry->seen && document->checked && n++ < MOST_TOLD)
			tell_gone(baseline, entry);
	}
	if (n > MOST_TOLD)
		fprintf(stderr,
			"atscheck: %s: %u more findings no longer occur\n",
			baseline->name,
			n - MOST_TOLD);
}

AtsCliStatus
ats_cli_baseline_write(const AtsCliBaseline *baseline)
{
	g_autoptr(GPtrArray) all = sort_entries(baseline, compare_lines);
	g_autoptr(GString) text = g_string_new(HEAD);

	for (guint i = 0; i < all->len; i++)
		g_string_append_printf(text, "%s\n", ((const Entry *)all->pdata[i])->line);
	return ats_cli_print(text, baseline->path);
}
