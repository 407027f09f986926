/*
 * What a batch comes to beside its verdicts, in bounded memory.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/tally.h"

#include <string.h>

/* documents that are told as the worst */
#define MOST_WORST 10

/* templates that are counted at once; the one with the fewest documents makes room for a new one.
 * Each takes up to some kilobytes */
#define MOST_TEMPLATES 1024

/* templates that are told */
#define MOST_TEMPLATES_TOLD 10

/* documents a template must have to be one */
#define LEAST_DOCUMENTS 2

/* documents that copies are known of; each takes about 100 bytes */
#define MOST_KNOWN 200000

/* checks, and codes: some times as many as there are */
#define MOST_ROWS 512

/* bytes of a checksum that are kept: as many as no two documents have in common */
#define KEY_BYTES 16

/* hexadecimal digits of a hash of findings */
#define FINDINGS_DIGITS 8

struct AtsTally {
	GHashTable *checks;    /* id (in @strings) to AtsTallyRow */
	GHashTable *failures;  /* code (in @strings) to AtsTallyRow */
	GArray *worst;	       /* of AtsTallyWorst */
	GHashTable *templates; /* its id to AtsTallyTemplate */
	GHashTable *known;     /* checksum to a hash of the document's findings and its name, in
				  one string, both in @strings */
	GStringChunk *strings;
	guint n_copies;
};

static void
worst_clear(gpointer data)
{
	g_free(((AtsTallyWorst *)data)->name);
}

static void
template_free(gpointer data)
{
	AtsTallyTemplate *template = data;

	g_free(template->id);
	g_free(template->example);
	g_free(template->producer);
	g_array_unref(template->checks);
	g_free(template);
}

AtsTally *
ats_tally_new(void)
{
	AtsTally *tally = g_new0(AtsTally, 1);

	tally->checks = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	tally->failures = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	tally->worst = g_array_new(FALSE, FALSE, sizeof(AtsTallyWorst));
	g_array_set_clear_func(tally->worst, worst_clear);
	tally->templates = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, template_free);
	tally->known = g_hash_table_new(g_str_hash, g_str_equal);
	tally->strings = g_string_chunk_new(64 * 1024);
	return tally;
}

void
ats_tally_free(AtsTally *tally)
{
	g_hash_table_unref(tally->checks);
	g_hash_table_unref(tally->failures);
	g_array_unref(tally->worst);
	g_hash_table_unref(tally->templates);
	g_hash_table_unref(tally->known);
	g_string_chunk_free(tally->strings);
	g_free(tally);
}

static void
key_of(const char *sha256, char key[2 * KEY_BYTES + 1])
{
	g_strlcpy(key, sha256, 2 * KEY_BYTES + 1);
}

/* (nullable): the findings' hash, then the name */
static const char *
lookup_known(const AtsTally *tally, const char *sha256)
{
	char key[2 * KEY_BYTES + 1];

	if (sha256 == NULL)
		return NULL;
	key_of(sha256, key);
	return g_hash_table_lookup(tally->known, key);
}

const char *
ats_tally_find_copied(const AtsTally *tally, const char *sha256)
{
	const char *known = lookup_known(tally, sha256);

	return known != NULL ? known + FINDINGS_DIGITS : NULL;
}

/* in their order; of a document that could not be checked as of one without any: what it would have
 * been is not known, and its copy has none to tell or all */
static void
hash_findings(const AtsReport *report, char digits[FINDINGS_DIGITS + 1])
{
	guint32 hash = 0;

	for (guint i = 0; report != NULL && i < report->findings->len; i++) {
		const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		hash = hash * 33 + g_str_hash(finding->id);
		hash = hash * 33 + (guint32)finding->severity;
		hash = hash * 33 +
		       (finding->fingerprint != NULL ? g_str_hash(finding->fingerprint) : 0);
	}
	g_snprintf(digits, FINDINGS_DIGITS + 1, "%08x", hash);
}

gboolean
ats_tally_has_findings(const AtsTally *tally, const char *sha256, const AtsReport *report)
{
	const char *known = lookup_known(tally, sha256);
	char digits[FINDINGS_DIGITS + 1];

	hash_findings(report, digits);
	return known != NULL && memcmp(known, digits, FINDINGS_DIGITS) == 0;
}

static void
add_known(AtsTally *tally, const char *name, const char *sha256, const AtsReport *report)
{
	char key[2 * KEY_BYTES + 1];
	char digits[FINDINGS_DIGITS + 1];
	g_autofree char *known = NULL;

	if (lookup_known(tally, sha256) != NULL) {
		tally->n_copies++;
	} else if (sha256 != NULL && g_hash_table_size(tally->known) < MOST_KNOWN) {
		key_of(sha256, key);
		hash_findings(report, digits);
		known = g_strconcat(digits, name, NULL);
		g_hash_table_insert(tally->known,
				    g_string_chunk_insert(tally->strings, key),
				    g_string_chunk_insert(tally->strings, known));
	}
}

/* NULL: there are too many of them, as nobody but a worker that was taken over makes up */
static AtsTallyRow *
row_of(AtsTally *tally, GHashTable *rows, const char *id)
{
	AtsTallyRow *row = g_hash_table_lookup(rows, id);

	if (row != NULL || g_hash_table_size(rows) == MOST_ROWS)
		return row;
	row = g_new0(AtsTallyRow, 1);
	row->id = g_string_chunk_insert(tally->strings, id);
	g_hash_table_insert(rows, (gpointer)row->id, row);
	return row;
}

static AtsTallyRow *
template_row(GArray *rows, const AtsTallyRow *of)
{
	AtsTallyRow row = {.id = of->id};

	for (guint i = 0; i < rows->len; i++) {
		AtsTallyRow *known = &g_array_index(rows, AtsTallyRow, i);
		if (known->id == row.id)
			return known;
	}
	g_array_append_val(rows, row);
	return &g_array_index(rows, AtsTallyRow, rows->len - 1);
}

/* whether an earlier finding of the report is of the same check */
static gboolean
is_repeated(const AtsReport *report, guint i)
{
	const char *id = g_array_index(report->findings, AtsFinding, i).id;

	while (i-- > 0) {
		if (g_str_equal(g_array_index(report->findings, AtsFinding, i).id, id))
			return TRUE;
	}
	return FALSE;
}

static void
add_finding(AtsTallyRow *row, const AtsFinding *finding, gboolean repeated)
{
	row->severity = MAX(row->severity, finding->severity);
	row->n_findings++;
	row->n_documents += repeated ? 0 : 1;
}

static void
add_findings(AtsTally *tally, AtsTallyTemplate *template, const AtsReport *report)
{
	for (guint i = 0; i < report->findings->len; i++) {
		const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		gboolean repeated = is_repeated(report, i);
		AtsTallyRow *row = row_of(tally, tally->checks, finding->id);
		if (row == NULL)
			continue;
		add_finding(row, finding, repeated);
		if (template != NULL && finding->severity > ATS_SEVERITY_NOTE)
			add_finding(template_row(template->checks, row), finding, repeated);
	}
}

static gboolean
is_worse(AtsVerdict verdict, double score, const AtsTallyWorst *than)
{
	return verdict != than->verdict ? verdict > than->verdict : score < than->score;
}

static void
add_worst(AtsTally *tally, const char *name, const AtsReport *report)
{
	AtsTallyWorst worst = {.verdict = report->verdict, .score = report->score};
	guint place = tally->worst->len;

	if (report->verdict == ATS_VERDICT_PASS)
		return;
	while (place > 0 && is_worse(worst.verdict,
				     worst.score,
				     &g_array_index(tally->worst, AtsTallyWorst, place - 1)))
		place--;
	if (place >= MOST_WORST)
		return;
	worst.name = g_strdup(name);
	g_array_insert_val(tally->worst, place, worst);
	if (tally->worst->len > MOST_WORST)
		g_array_set_size(tally->worst, MOST_WORST);
}

static void
drop_rarest(GHashTable *templates)
{
	const AtsTallyTemplate *rarest = NULL;
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, templates);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const AtsTallyTemplate *template = value;
		if (rarest == NULL || template->n_documents < rarest->n_documents)
			rarest = template;
	}
	if (rarest != NULL)
		g_hash_table_remove(templates, rarest->id);
}

static AtsTallyTemplate *
template_of(AtsTally *tally, const char *name, const AtsReport *report)
{
	AtsTallyTemplate *template;

	if (report->template == NULL)
		return NULL;
	template = g_hash_table_lookup(tally->templates, report->template);
	if (template != NULL)
		return template;
	if (g_hash_table_size(tally->templates) >= MOST_TEMPLATES)
		drop_rarest(tally->templates);
	template = g_new0(AtsTallyTemplate, 1);
	template->id = g_strdup(report->template);
	template->example = g_strdup(name);
	template->producer = g_strdup(report->producer);
	template->checks = g_array_new(FALSE, FALSE, sizeof(AtsTallyRow));
	g_hash_table_insert(tally->templates, template->id, template);
	return template;
}

static void
add_template(AtsTallyTemplate *template, const AtsReport *report)
{
	template->n_documents++;
	template->n_verdicts[report->verdict]++;
	template->score += (report->score - template->score) / template->n_documents;
}

void
ats_tally_add(AtsTally *tally,
	      const char *name,
	      const char *sha256,
	      const AtsReport *report,
	      const char *code)
{
	AtsTallyTemplate *template;

	add_known(tally, name, sha256, report);
	if (report == NULL) {
		row_of(tally, tally->failures, code)->n_documents++;
		return;
	}
	template = template_of(tally, name, report);
	if (template != NULL)
		add_template(template, report);
	add_findings(tally, template, report);
	add_worst(tally, name, report);
}

guint
ats_tally_count_copies(const AtsTally *tally)
{
	return tally->n_copies;
}

/* most documents first, then the worse, then by name: the same in every run */
static gint
compare_rows(gconstpointer a, gconstpointer b)
{
	const AtsTallyRow *x = a;
	const AtsTallyRow *y = b;

	if (x->n_documents != y->n_documents)
		return x->n_documents > y->n_documents ? -1 : 1;
	if (x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	return strcmp(x->id, y->id);
}

static GArray *
list_rows(GHashTable *table)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(AtsTallyRow));
	GHashTableIter iter;
	gpointer row;

	g_hash_table_iter_init(&iter, table);
	while (g_hash_table_iter_next(&iter, NULL, &row))
		g_array_append_vals(rows, row, 1);
	g_array_sort(rows, compare_rows);
	return rows;
}

GArray *
ats_tally_list_checks(const AtsTally *tally)
{
	return list_rows(tally->checks);
}

GArray *
ats_tally_list_failures(const AtsTally *tally)
{
	return list_rows(tally->failures);
}

const GArray *
ats_tally_list_worst(const AtsTally *tally)
{
	return tally->worst;
}

static gint
compare_templates(gconstpointer a, gconstpointer b)
{
	const AtsTallyTemplate *x = *(const AtsTallyTemplate *const *)a;
	const AtsTallyTemplate *y = *(const AtsTallyTemplate *const *)b;

	if (x->n_documents != y->n_documents)
		return x->n_documents > y->n_documents ? -1 : 1;
	return strcmp(x->id, y->id);
}

GPtrArray *
ats_tally_list_templates(const AtsTally *tally)
{
	GPtrArray *templates = g_ptr_array_new();
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, tally->templates);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		AtsTallyTemplate *template = value;
		g_array_sort(template->checks, compare_rows);
		if (template->n_documents >= LEAST_DOCUMENTS)
			g_ptr_array_add(templates, template);
	}
	g_ptr_array_sort(templates, compare_templates);
	if (templates->len > MOST_TEMPLATES_TOLD)
		g_ptr_array_set_size(templates, MOST_TEMPLATES_TOLD);
	return templates;
}
