/*
 * atscheck text: the plain text that a person or a parser family gets from a document.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>

#include "cli/commands.h"
#include "cli/diff_view.h"
#include "cli/inputs.h"
#include "cli/near.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/terminal.h"

/* --as: every reading that the format has */
#define AS_ALL "all"
/* columns of two texts side by side where there is no terminal */
#define FILE_WIDTH 120

static const char summary[] =
    "Prints the plain text that a parser gets from a resume.\n"
    "\n"
    "Examples:\n"
    "  atscheck text resume.pdf             in the order in which a person reads\n"
    "  atscheck text --as line resume.pdf   as parsers that read straight across\n"
    "  atscheck text --as all resume.docx   every reading, each under its title\n"
    "  atscheck text --diff human line resume.pdf\n"
    "                                       what only one of two readings has, marked";

typedef struct {
	AtsCliLimits limits;
	char *as;
	char *diff;
	gboolean side_by_side;
	char *color;
	char *output;
	char **paths;
} Options;

static void
options_clear(Options *options)
{
	ats_cli_limits_clear(&options->limits);
	g_free(options->as);
	g_free(options->diff);
	g_free(options->color);
	g_free(options->output);
	g_strfreev(options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, options_clear)

static AtsCliStatus
parse(int argc, char **argv, Options *o)
{
	const GOptionEntry entries[] = {
	    {"as",
	     0,
	     0,
	     G_OPTION_ARG_STRING,
	     &o->as,
	     "human (default), a parser family, or all",
	     "READING"},
	    {"diff",
	     0,
	     0,
	     G_OPTION_ARG_STRING,
	     &o->diff,
	     "Two readings held against each other; the second stands before the file",
	     "READING READING"},
	    {"side-by-side",
	     0,
	     0,
	     G_OPTION_ARG_NONE,
	     &o->side_by_side,
	     "With --diff: one reading beside the other",
	     NULL},
	    {"color",
	     0,
	     0,
	     G_OPTION_ARG_STRING,
	     &o->color,
	     "With --diff: auto (default), always or never",
	     "WHEN"},
	    ATS_CLI_OUTPUT_ENTRY(&o->output),
	    ATS_CLI_LIMIT_ENTRIES(&o->limits),
	    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->paths, NULL, NULL},
	    G_OPTION_ENTRY_NULL,
	};

	return ats_cli_parse(argc, argv, "FILE", summary, entries);
}

static AtsCliStatus
no_such_reading(const char *option, const char *id)
{
	guint n;
	g_autofree const AtscheckParser **parsers = atscheck_parser_list(&n);
	g_autofree const char **ids = g_new0(const char *, n + 2);
	g_autofree char *hint = NULL;

	for (guint i = 0; i < n; i++)
		ids[i] = atscheck_parser_get_id(parsers[i]);
	ids[n] = AS_ALL;
	hint = ats_cli_near(id, ids, "atscheck readings lists them");
	return ats_cli_usage("%s %s: there is no such reading: %s", option, id, hint);
}

static AtscheckReport *
check(AtscheckChecker *checker, const char *path, GError **error)
{
	g_autoptr(GBytes) bytes = NULL;

	if (!g_str_equal(path, ATS_CLI_STDIN))
		return atscheck_checker_check_file(checker, path, NULL, error);
	bytes = ats_cli_load(checker, path, error);
	return bytes != NULL ? atscheck_checker_check_bytes(checker, bytes, NULL, NULL, error)
			     : NULL;
}

/* a reading's text ends in one newline, whatever the document's last word is followed by */
static void
append_text(GString *out, const char *text)
{
	g_string_append(out, text);
	if (out->len > 0 && out->str[out->len - 1] != '\n')
		g_string_append_c(out, '\n');
}

static void
append_all(GString *out, AtscheckReport *report)
{
	g_autofree const AtscheckParser **parsers = atscheck_parser_list(NULL);

	for (guint i = 0; parsers[i] != NULL; i++) {
		const char *id = atscheck_parser_get_id(parsers[i]);
		const char *text = atscheck_report_get_text(report, id);
		const char *why = NULL;
		if (!atscheck_parser_reads(parsers[i], atscheck_report_get_format(report)))
			continue;
		g_string_append_printf(out,
				       "%s=== %s: %s (%s) ===\n\n",
				       out->len > 0 ? "\n" : "",
				       id,
				       atscheck_parser_get_title(parsers[i]),
				       atscheck_parser_get_likeness(parsers[i]));
		if (text == NULL)
			atscheck_report_get_parser_score(report, id, NULL, &why);
		append_text(out, text != NULL ? text : why != NULL ? why : "not judged");
	}
}

/* NULL when the document does not have the reading (said so) */
static const char *
get_reading(AtscheckReport *report, const char *id, const char *name)
{
	const AtscheckParser *parser = atscheck_parser_lookup(id);
	const char *format = atscheck_report_get_format(report);
	const char *text = atscheck_report_get_text(report, id);
	const char *why = NULL;
	g_autofree char *message = NULL;

	if (text != NULL)
		return text;
	atscheck_report_get_parser_score(report, id, NULL, &why);
	if (!atscheck_parser_reads(parser, format))
		message =
		    g_strdup_printf("no %s reading of a %s (see atscheck readings)", id, format);
	else
		message = g_strdup_printf("the %s reading is not judged: %s",
					  id,
					  why != NULL ? why : "no reason given");
	ats_cli_failed(name, message);
	return NULL;
}

/* CLEAN, or FAILED when the document does not have the reading (said so) */
static AtsCliStatus
append_reading(GString *out, AtscheckReport *report, const char *id, const char *name)
{
	const char *text = get_reading(report, id, name);

	if (text == NULL)
		return ATS_CLI_FAILED;
	append_text(out, text);
	return ATS_CLI_CLEAN;
}

static AtsCliStatus
append_diff(GString *out, AtscheckReport *report, const Options *options, const char *name)
{
	const char *second = options->paths[0];
	AtsCliSide a = {options->diff, get_reading(report, options->diff, name)};
	AtsCliSide b = {second, a.text != NULL ? get_reading(report, second, name) : NULL};
	AtsCliDiffStyle style = {
	    .side_by_side = options->side_by_side,
	    .width = options->output == NULL ? ats_cli_terminal_width() : 0,
	};

	if (b.text == NULL)
		return ATS_CLI_FAILED;
	if (ats_cli_terminal_colour(options->color, options->output, &style.colour) !=
	    ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (style.side_by_side && style.width == 0)
		style.width = FILE_WIDTH;
	ats_cli_diff_view(out, a, b, &style);
	return ATS_CLI_CLEAN;
}

static AtsCliStatus
run(const Options *options, AtscheckChecker *checker)
{
	const char *as = options->as != NULL ? options->as : "human";
	const char *path = options->paths[options->diff != NULL ? 1 : 0];
	g_autofree char *name = ats_cli_display(path);
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(AtscheckReport) report = check(checker, path, &error);
	AtsCliStatus status = ATS_CLI_CLEAN;

	if (report == NULL)
		return ats_cli_failed(name, error->message);
	if (options->diff != NULL)
		status = append_diff(text, report, options, name);
	else if (g_str_equal(as, AS_ALL))
		append_all(text, report);
	else
		status = append_reading(text, report, as, name);
	if (status != ATS_CLI_CLEAN)
		return status;
	return ats_cli_print(text, options->output);
}

/* two readings and a file; CLEAN, or USAGE (said so) */
static AtsCliStatus
look_at_diff(const Options *options)
{
	gboolean colour;

	if (options->diff == NULL && (options->side_by_side || options->color != NULL))
		return ats_cli_usage("--side-by-side and --color of text go with --diff");
	if (options->diff == NULL)
		return ATS_CLI_CLEAN;
	if (options->as != NULL)
		return ats_cli_usage("--as and --diff exclude each other");
	if (atscheck_parser_lookup(options->diff) == NULL)
		return no_such_reading("--diff", options->diff);
	if (options->paths == NULL || options->paths[1] == NULL || options->paths[2] != NULL)
		return ats_cli_usage("--diff: name two readings and one file: --diff human line "
				     "resume.pdf");
	if (atscheck_parser_lookup(options->paths[0]) == NULL)
		return no_such_reading("--diff", options->paths[0]);
	return ats_cli_terminal_colour(options->color, NULL, &colour);
}

AtsCliStatus
ats_cli_text(int argc, char **argv, AtscheckChecker *checker)
{
	g_auto(Options) options = {0};

	if (parse(argc, argv, &options) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options.as != NULL && !g_str_equal(options.as, AS_ALL) &&
	    atscheck_parser_lookup(options.as) == NULL)
		return no_such_reading("--as", options.as);
	if (look_at_diff(&options) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options.diff == NULL && (options.paths == NULL || options.paths[1] != NULL))
		return ats_cli_usage("text: name one file (see atscheck text --help)");
	if (ats_cli_limits_apply(&options.limits, checker) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	return run(&options, checker);
}
