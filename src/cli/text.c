/*
 * atscheck text: the plain text that a person or a parser family gets from a document.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/near.h"
#include "cli/options.h"
#include "cli/output.h"

/* --as: every reading that the format has */
#define AS_ALL "all"

static const char summary[] =
    "Prints the plain text that a parser gets from a resume.\n"
    "\n"
    "Examples:\n"
    "  atscheck text resume.pdf             in the order in which a person reads\n"
    "  atscheck text --as line resume.pdf   as parsers that read straight across\n"
    "  atscheck text --as all resume.docx   every reading, each under its title";

typedef struct {
	AtsCliLimits limits;
	char *as;
	char *output;
	char **paths;
} Options;

static void
options_clear(Options *options)
{
	ats_cli_limits_clear(&options->limits);
	g_free(options->as);
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
	    {"output",
	     'o',
	     0,
	     G_OPTION_ARG_FILENAME,
	     &o->output,
	     "Write to a file, whole or not at all",
	     "FILE"},
	    ATS_CLI_LIMIT_ENTRIES(&o->limits),
	    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->paths, NULL, NULL},
	    G_OPTION_ENTRY_NULL,
	};

	return ats_cli_parse(argc, argv, "FILE", summary, entries);
}

static AtsCliStatus
no_such_reading(const char *id)
{
	guint n;
	g_autofree const AtscheckParser **parsers = atscheck_parser_list(&n);
	g_autofree const char **ids = g_new0(const char *, n + 2);
	g_autofree char *hint = NULL;

	for (guint i = 0; i < n; i++)
		ids[i] = atscheck_parser_get_id(parsers[i]);
	ids[n] = AS_ALL;
	hint = ats_cli_near(id, ids, "atscheck readings lists them");
	return ats_cli_usage("--as=%s: there is no such reading: %s", id, hint);
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

/* CLEAN, or FAILED when the document does not have the reading (said so) */
static AtsCliStatus
append_reading(GString *out, AtscheckReport *report, const char *id, const char *name)
{
	const AtscheckParser *parser = atscheck_parser_lookup(id);
	const char *format = atscheck_report_get_format(report);
	const char *text = atscheck_report_get_text(report, id);
	const char *why = NULL;
	g_autofree char *message = NULL;

	if (text != NULL) {
		append_text(out, text);
		return ATS_CLI_CLEAN;
	}
	atscheck_report_get_parser_score(report, id, NULL, &why);
	if (!atscheck_parser_reads(parser, format))
		message =
		    g_strdup_printf("no %s reading of a %s (see atscheck readings)", id, format);
	else
		message = g_strdup_printf("the %s reading is not judged: %s",
					  id,
					  why != NULL ? why : "no reason given");
	return ats_cli_failed(name, message);
}

static AtsCliStatus
print(const GString *text, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsCliOutput) output = ats_cli_output_open(path, &error);

	if (output != NULL &&
	    g_output_stream_write_all(ats_cli_output_stream(output),
				      text->str,
				      text->len,
				      NULL,
				      NULL,
				      &error) &&
	    ats_cli_output_close(output, &error))
		return ATS_CLI_CLEAN;
	return ats_cli_failed(path != NULL ? path : "standard output", error->message);
}

static AtsCliStatus
run(const Options *options, AtscheckChecker *checker)
{
	const char *as = options->as != NULL ? options->as : "human";
	g_autofree char *name = ats_cli_display(options->paths[0]);
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(AtscheckReport) report = check(checker, options->paths[0], &error);

	if (report == NULL)
		return ats_cli_failed(name, error->message);
	if (g_str_equal(as, AS_ALL))
		append_all(text, report);
	else if (append_reading(text, report, as, name) != ATS_CLI_CLEAN)
		return ATS_CLI_FAILED;
	return print(text, options->output);
}

AtsCliStatus
ats_cli_text(int argc, char **argv)
{
	g_auto(Options) options = {0};
	g_autoptr(AtscheckChecker) checker = NULL;

	if (parse(argc, argv, &options) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options.as != NULL && !g_str_equal(options.as, AS_ALL) &&
	    atscheck_parser_lookup(options.as) == NULL)
		return no_such_reading(options.as);
	if (options.paths == NULL || options.paths[1] != NULL)
		return ats_cli_usage("text: name one file (see atscheck text --help)");
	checker = atscheck_checker_new();
	if (ats_cli_limits_apply(&options.limits, checker) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	return run(&options, checker);
}
