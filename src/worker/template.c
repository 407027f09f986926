/*
 * By what documents that come from one template are known: families of fonts, page, columns.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/template.h"

#include <math.h>
#include <string.h>

/* hexadecimal digits: 48 bits, so that a million templates have none in common */
#define DIGITS 12

/* the share of the shown words that a family of fonts must set: below are bullets, and characters
 * that the template's own fonts lack */
#define FAMILY_SHARE 0.05

/* points to which a column's edge is rounded: how exactly programs repeat a layout */
#define EDGE_POINTS 6.0

/* "Lato" of "Lato-Bold" and "Arial,Italic" */
static char *
family_of(const AtsDocument *document, guint font)
{
	const char *name = g_array_index(document->fonts, AtsFont, font).name;

	return g_ascii_strdown(name, (gssize)strcspn(name, "-,"));
}

/* of the shown words, by family; returns how many there are in all */
static guint
count_words(const AtsDocument *document, GHashTable *families)
{
	g_autofree guint *n = g_new0(guint, document->fonts->len + 1);
	guint total = 0;

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = &g_array_index(document->words, AtsWord, i);
		if (!ats_word_shown(document, word) || word->font >= document->fonts->len)
			continue;
		n[word->font]++;
		total++;
	}
	for (guint i = 0; i < document->fonts->len; i++) {
		char *family = family_of(document, i);
		guint before = GPOINTER_TO_UINT(g_hash_table_lookup(families, family));
		g_hash_table_replace(families, family, GUINT_TO_POINTER(before + n[i]));
	}
	return total;
}

static gint
compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* what the template decides, a line each, in an order that does not depend on the text */
static void
add_families(GPtrArray *lines, GHashTable *families, guint total)
{
	GHashTableIter iter;
	gpointer family;
	gpointer n;

	g_hash_table_iter_init(&iter, families);
	while (g_hash_table_iter_next(&iter, &family, &n)) {
		if (GPOINTER_TO_UINT(n) >= FAMILY_SHARE * total)
			g_ptr_array_add(lines, g_strdup_printf("font %s", (const char *)family));
	}
}

static void
add_columns(GPtrArray *lines, const AtsReport *report)
{
	g_ptr_array_add(lines, g_strdup_printf("columns %u", report->n_columns));
	for (guint i = 0; i < report->regions->len; i++) {
		const AtsReportRegion *region = &g_array_index(report->regions, AtsReportRegion, i);
		if (region->page > 1 ||
		    (!g_str_equal(region->kind, "column") && !g_str_equal(region->kind, "sidebar")))
			continue;
		g_ptr_array_add(lines,
				g_strdup_printf("%s %d",
						region->kind,
						(int)lround(region->box.x0 / EDGE_POINTS)));
	}
}

char *
ats_template_of(const AtsDocument *document, const AtsReport *report)
{
	g_autoptr(GHashTable) families =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *text = NULL;
	guint total = count_words(document, families);
	char *sum;

	if (total == 0)
		return NULL;
	add_families(lines, families, total);
	add_columns(lines, report);
	g_ptr_array_sort(lines, compare);
	if (report->pages->len > 0) {
		const AtsReportPage *page = &g_array_index(report->pages, AtsReportPage, 0);
		g_ptr_array_add(
		    lines,
		    g_strdup_printf("page %ld %ld", lroundf(page->width), lroundf(page->height)));
	}
	g_ptr_array_add(lines, g_strdup(report->format));
	g_ptr_array_add(lines, NULL);
	text = g_strjoinv("\n", (char **)lines->pdata);
	sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
	sum[DIGITS] = '\0';
	return sum;
}
