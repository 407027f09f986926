/*
 * atscheck debug: shows what the program sees on the way to its report. Its one subject is layout,
 * drawn over a page.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/print.h"

#define SUBJECT_LAYOUT "layout"

static const char summary[] =
    "Draws what the layout analyser sees over a page of a PDF: regions, the lines in them\n"
    "numbered in the order in which a person reads, arrows where that order jumps, headings in\n"
    "yellow, and the words that nobody sees in pink.\n"
    "\n"
    "Examples:\n"
    "  atscheck debug layout resume.pdf -o page.png\n"
    "  atscheck debug layout --page 2 resume.pdf -o page.svg";

typedef struct {
	AtsCliLimits limits;
	int page;
	char *output;
	char **rest; /* the subject and the file */
} Options;

static void
options_clear(Options *options)
{
	ats_cli_limits_clear(&options->limits);
	g_free(options->output);
	g_strfreev(options->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, options_clear)

static AtsCliStatus
parse(int argc, char **argv, Options *o)
{
	const GOptionEntry entries[] = {
	    {"page",
	     0,
	     0,
	     G_OPTION_ARG_INT,
	     &o->page,
	     "The page to draw, from 1 (default: 1)",
	     "N"},
	    {"output",
	     'o',
	     0,
	     G_OPTION_ARG_FILENAME,
	     &o->output,
	     "The picture, by its ending: .png or .svg",
	     "FILE"},
	    ATS_CLI_LIMIT_ENTRIES(&o->limits),
	    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->rest, NULL, NULL},
	    G_OPTION_ENTRY_NULL,
	};

	o->page = 1;
	return ats_cli_parse(argc, argv, "layout FILE", summary, entries);
}

/* by the ending of the file's name; FALSE if it has another */
static gboolean
find_format(const char *path, AtscheckPictureFormat *format)
{
	g_autofree char *lower = g_ascii_strdown(path, -1);

	*format = g_str_has_suffix(lower, ".svg") ? ATSCHECK_PICTURE_SVG : ATSCHECK_PICTURE_PNG;
	return g_str_has_suffix(lower, ".svg") || g_str_has_suffix(lower, ".png");
}

/* CLEAN, or USAGE when something is missing or makes no sense (said so) */
static AtsCliStatus
examine(const Options *options, AtscheckPictureFormat *format)
{
	char **rest = options->rest;

	if (rest == NULL || !g_str_equal(rest[0], SUBJECT_LAYOUT))
		return ats_cli_usage("debug: say what to show: atscheck debug " SUBJECT_LAYOUT
				     " FILE -o page.png");
	if (rest[1] == NULL || rest[2] != NULL)
		return ats_cli_usage("debug: name one file (see atscheck debug --help)");
	if (options->page < 1)
		return ats_cli_usage("--page=%d: pages are counted from 1", options->page);
	if (options->output == NULL)
		return ats_cli_usage("debug: name the picture: -o page.png");
	if (!find_format(options->output, format))
		return ats_cli_usage("--output=%s: a picture ends in .png or .svg",
				     options->output);
	return ATS_CLI_CLEAN;
}

static AtsCliStatus
draw(const Options *options, AtscheckChecker *checker, AtscheckPictureFormat format)
{
	const char *path = options->rest[1];
	g_autofree char *name = ats_cli_display(path);
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = ats_cli_load(checker, path, &error);
	g_autoptr(GBytes) picture = NULL;
	const void *data;
	gsize length;

	if (bytes != NULL)
		picture = atscheck_checker_draw_layout(checker,
						       bytes,
						       (guint)options->page,
						       format,
						       NULL,
						       &error);
	if (picture == NULL)
		return ats_cli_failed(name, error->message);
	data = g_bytes_get_data(picture, &length);
	return ats_cli_print_bytes(data, length, options->output);
}

AtsCliStatus
ats_cli_debug(int argc, char **argv, AtscheckChecker *checker)
{
	g_auto(Options) options = {0};
	AtscheckPictureFormat format = ATSCHECK_PICTURE_PNG;

	if (parse(argc, argv, &options) != ATS_CLI_CLEAN ||
	    examine(&options, &format) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (ats_cli_limits_apply(&options.limits, checker) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	return draw(&options, checker, format);
}
