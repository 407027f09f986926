/*
 * What a batch comes to, for people: the commonest findings, why files could not be checked, the
 * worst documents, and which template breaks what. What there is nothing of is not mentioned.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/text_summary.h"

/* columns: what hangs under a title; a number, and what follows it */
#define INDENT	      2
#define COUNT_COLUMNS 9

/* of the program that made a document: a browser gives its whole pedigree */
#define PRODUCER_COLUMNS 40

/* checks that are told: the rest is rare, or JSON's */
#define MOST_CHECKS	     10
#define MOST_TEMPLATE_CHECKS 3

static AtsInk
ink_of(AtsSeverity severity)
{
	static const AtsInk inks[] = {ATS_INK_FAINT, ATS_INK_WARN, ATS_INK_BAD};

	return inks[severity];
}

static void
put_title(AtsTextOut *text, const char *title)
{
	ats_text_end(text);
	ats_text_wrap(text, ATS_INK_STRONG, 0, title);
	ats_text_end(text);
}

/* a number to the right of its columns, and what it is of */
static void
put_row(AtsTextOut *text, const char *number, AtsInk ink, const char *what)
{
	guint columns = ats_text_columns(number);
	guint end = INDENT + COUNT_COLUMNS - 2;

	ats_text_indent(text, columns < end ? end - columns : 0);
	ats_text_put(text, ATS_INK_PLAIN, number);
	ats_text_indent(text, INDENT + COUNT_COLUMNS);
	ats_text_wrap(text, ink, INDENT + COUNT_COLUMNS, what);
	ats_text_end(text);
}

static void
put_count(AtsTextOut *text, guint n, AtsInk ink, const char *what)
{
	g_autofree char *number = g_strdup_printf("%u", n);

	put_row(text, number, ink, what);
}

static void
put_checks(AtsTextOut *text, const AtsTally *tally)
{
	g_autoptr(GArray) rows = ats_tally_list_checks(tally);

	if (rows->len > 0)
		put_title(text, "Commonest findings, by documents");
	for (guint i = 0; i < MIN(rows->len, MOST_CHECKS); i++) {
		const AtsTallyRow *row = &g_array_index(rows, AtsTallyRow, i);
		put_count(text, row->n_documents, ink_of(row->severity), row->id);
	}
}

static void
put_failures(AtsTextOut *text, const AtsTally *tally)
{
	g_autoptr(GArray) rows = ats_tally_list_failures(tally);

	if (rows->len > 0)
		put_title(text, "Why documents could not be checked");
	for (guint i = 0; i < rows->len; i++) {
		const AtsTallyRow *row = &g_array_index(rows, AtsTallyRow, i);
		put_count(text, row->n_documents, ATS_INK_BAD, row->id);
	}
}

static void
put_worst(AtsTextOut *text, const AtsTally *tally)
{
	const GArray *worst = ats_tally_list_worst(tally);

	if (worst->len > 0)
		put_title(text, "Worst documents");
	for (guint i = 0; i < worst->len; i++) {
		const AtsTallyWorst *one = &g_array_index(worst, AtsTallyWorst, i);
		g_autofree char *name = ats_text_visible(one->name);
		g_autofree char *number =
		    g_strdup_printf("%s %.0f", ats_verdict_name(one->verdict), one->score);
		put_row(text, number, ATS_INK_PLAIN, name);
	}
}

/* "table in 12, sidebar in 3" */
static char *
list_checks(const AtsTallyTemplate *template)
{
	GString *list = g_string_new(NULL);

	for (guint i = 0; i < MIN(template->checks->len, MOST_TEMPLATE_CHECKS); i++) {
		const AtsTallyRow *row = &g_array_index(template->checks, AtsTallyRow, i);
		g_string_append_printf(list,
				       "%s%s in %u",
				       i > 0 ? ", " : "",
				       row->id,
				       row->n_documents);
	}
	return g_string_free(list, FALSE);
}

static void
put_template(AtsTextOut *text, const AtsTallyTemplate *template)
{
	g_autofree char *example = ats_text_visible(template->example);
	g_autofree char *whole = ats_text_visible(template->producer);
	g_autofree char *producer = ats_text_cut(whole, PRODUCER_COLUMNS);
	g_autofree char *checks = list_checks(template);
	g_autofree char *line = g_strdup_printf("like %s%s%s, score %.0f: %s",
						example,
						*producer != '\0' ? " by " : "",
						producer,
						template->score,
						*checks != '\0' ? checks : "nothing");

	put_count(text, template->n_documents, ATS_INK_PLAIN, line);
}

static void
put_templates(AtsTextOut *text, const AtsTally *tally)
{
	g_autoptr(GPtrArray) templates = ats_tally_list_templates(tally);

	if (templates->len > 0)
		put_title(text, "What each template breaks, by documents");
	for (guint i = 0; i < templates->len; i++)
		put_template(text, templates->pdata[i]);
}

void
ats_text_put_summary(AtsTextOut *text, const AtsTally *tally)
{
	put_checks(text, tally);
	put_failures(text, tally);
	put_worst(text, tally);
	put_templates(text, tally);
}
