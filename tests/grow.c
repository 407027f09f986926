/*
 * One run whose cost is measured by growth.py: the layout of a made-up page of many words, or the
 * whole way from a file to its report, in this process and without a box.
 *
 *   grow layout lines|columns|cells|grid|spot WORDS
 *   grow file PATH
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "extract/extract.h"
#include "layout-page.h"
#include "layout/analyse.h"
#include "worker/pipeline.h"

/* points: margins of a page, which is as wide and high as its words need: letters that a person can
 * read are what the layout is about */
#define MARGIN 36.f
#define SIZE   10.f
#define PITCH  12.f
/* points: room of one word */
#define ROOM 48.f
/* words of a line where lines are that long */
#define LINE_WORDS 12

/* lines of @per words each; every seventh word is another, so that rows differ */
static void
add_lines(AtsDocument *document, float left, guint n_words, guint per)
{
	TestPen pen = test_pen(document, SIZE);
	AtsPage *page = ats_at(document->pages, AtsPage, 0);

	for (guint i = 0; i < n_words; i++)
		test_text(&pen,
			  left + ROOM * (float)(i % per),
			  MARGIN + PITCH * (float)(i / per + 1),
			  i % 7 == 0 ? "harbour" : "quiet");
	page->width = MAX(page->width, left + ROOM * (float)per + MARGIN);
	page->height = MAX(page->height, 2 * MARGIN + PITCH * (float)(n_words / per + 1));
}

/* spaced as words of prose are */
static void
make_lines(AtsDocument *document, guint n_words)
{
	TestPen pen = test_pen(document, SIZE);
	AtsPage *page = ats_at(document->pages, AtsPage, 0);
	guint n_lines = n_words / LINE_WORDS + 1;

	page->height = 2 * MARGIN + PITCH * (float)n_lines;
	test_prose(&pen, MARGIN, MARGIN, page->width - 2 * MARGIN, PITCH, n_lines);
}

static void
make_columns(AtsDocument *document, guint n_words)
{
	TestPen pen = test_pen(document, SIZE);
	AtsPage *page = ats_at(document->pages, AtsPage, 0);
	guint n_lines = n_words / LINE_WORDS + 1;

	page->height = 2 * MARGIN + PITCH * (float)n_lines;
	test_prose(&pen, MARGIN, MARGIN, page->width / 4, PITCH, n_lines);
	test_prose(&pen, page->width / 3 + MARGIN, MARGIN, page->width / 2, PITCH, n_lines);
}

/* rows of single words with wide gaps */
static void
make_cells(AtsDocument *document, guint n_words)
{
	add_lines(document, MARGIN, n_words, LINE_WORDS);
}

/* as many of them in a row as there are rows */
static void
make_grid(AtsDocument *document, guint n_words)
{
	add_lines(document, MARGIN, n_words, (guint)sqrt(n_words) + 1);
}

static void
make_spot(AtsDocument *document, guint n_words)
{
	TestPen pen = test_pen(document, SIZE);

	for (guint i = 0; i < n_words; i++)
		test_text(&pen, MARGIN, MARGIN, "harbour");
}

static gboolean
run_layout(const char *shape, guint n_words)
{
	static const struct {
		const char *name;
		void (*make)(AtsDocument *document, guint n_words);
	} shapes[] = {
	    {"lines", make_lines},
	    {"columns", make_columns},
	    {"cells", make_cells},
	    {"grid", make_grid},
	    {"spot", make_spot},
	};
	g_autoptr(AtsDocument) document = test_document_new();

	for (gsize i = 0; i < G_N_ELEMENTS(shapes); i++) {
		g_autoptr(AtsLayout) layout = NULL;
		if (!g_str_equal(shape, shapes[i].name))
			continue;
		shapes[i].make(document, n_words);
		layout = ats_layout_analyse(document);
		return layout->human->tokens->len > 0;
	}
	return FALSE;
}

static gboolean
run_file(const char *path)
{
	g_autofree char *data = NULL;
	gsize length;
	g_autoptr(GBytes) bytes = NULL;
	g_autoptr(AtsDocument) document = NULL;
	g_autoptr(AtsReport) report = NULL;

	if (!g_file_get_contents(path, &data, &length, NULL))
		return FALSE;
	bytes = g_bytes_new_take(g_steal_pointer(&data), length);
	document = g_str_has_suffix(path, ".pdf") ? ats_extract_pdf(bytes, NULL)
						  : ats_extract_docx(bytes, NULL);
	if (document == NULL)
		return FALSE;
	report = ats_pipeline_run(document);
	return report->n_words > 0;
}

int
main(int argc, char **argv)
{
	gboolean done = FALSE;

	if (argc == 4 && g_str_equal(argv[1], "layout"))
		done = run_layout(argv[2], (guint)strtoul(argv[3], NULL, 10));
	else if (argc == 3 && g_str_equal(argv[1], "file"))
		done = run_file(argv[2]);
	return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
