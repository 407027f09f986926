/*
 * atscheck PATH...: checks files one after the other and writes their reports.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/near.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/print.h"

/* how standard input is called in reports */
#define STDIN_NAME "(standard input)"

/* columns of text: where nobody knows better; the fewest that its layout looks well in; the most
 * that are read with ease */
#define WIDTH_DEFAULT 80
#define WIDTH_LEAST   60
#define WIDTH_MOST    100

/* no finding is that bad */
#define FAIL_NEVER ((AtscheckSeverity)(ATSCHECK_SEVERITY_ERROR + 1))

static const char summary[] =
    "Shows how much of a resume survives the parsers of applicant tracking systems.\n"
    "\n"
    "Examples:\n"
    "  atscheck resume.pdf                  what arrives, what is lost, how to fix it\n"
    "  atscheck text --as line resume.pdf   the text that such a parser gets\n"
    "  atscheck explain multi-column        what a check sees and why it matters\n"
    "  atscheck --format json *.docx        the same for programs\n"
    "\n"
    "Commands:\n"
    "  atscheck [OPTION…] PATH...           check files, or the *.pdf and *.docx of folders;\n"
    "                                       - is standard input\n"
    "  atscheck text [--as READING] FILE    the plain text as a person or a parser reads it\n"
    "  atscheck explain [CHECK]             about a check, or the list of checks\n"
    "  atscheck readings                    the parser families and what each is like\n"
    "  atscheck debug layout FILE -o page.png\n"
    "                                       what the analyser sees, drawn over the page\n"
    "\n"
    "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage,\n"
    "3 a file could not be checked.";

typedef struct {
	AtsCliLimits limits;
	char *format;
	char *output;
	char *fail_on;
	char *expect;
	char *color;
	char **ignore;
	char **severity;
	char **paths;
	gboolean recursive;
	gboolean ocr;
	gboolean quiet;
	gboolean version;
} Options;

static void
options_clear(Options *options)
{
	ats_cli_limits_clear(&options->limits);
	g_free(options->format);
	g_free(options->output);
	g_free(options->fail_on);
	g_free(options->expect);
	g_free(options->color);
	g_strfreev(options->ignore);
	g_strfreev(options->severity);
	g_strfreev(options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, options_clear)

/* what the options come to */
typedef struct {
	AtscheckChecker *checker;
	AtscheckWriter *writer;
	AtscheckSeverity fail_on;
	gboolean tell_failures; /* in the report too: not in a text on one file, of which standard
				   error says all */
	AtsCliStatus status;
} Run;

static AtsCliStatus
parse(int argc, char **argv, Options *o)
{
	const GOptionEntry entries[] = {
	    {"format",
	     'f',
	     0,
	     G_OPTION_ARG_STRING,
	     &o->format,
	     "text (default), json or jsonl",
	     "FORMAT"},
	    {"output",
	     'o',
	     0,
	     G_OPTION_ARG_FILENAME,
	     &o->output,
	     "Write to a file, whole or not at all",
	     "FILE"},
	    {"fail-on",
	     0,
	     0,
	     G_OPTION_ARG_STRING,
	     &o->fail_on,
	     "error (default), warning or never",
	     "LEVEL"},
	    {"expect",
	     0,
	     0,
	     G_OPTION_ARG_FILENAME,
	     &o->expect,
	     "A JSON Resume of what must arrive",
	     "FILE"},
	    {"ignore",
	     0,
	     0,
	     G_OPTION_ARG_STRING_ARRAY,
	     &o->ignore,
	     "Leave a check out; may be repeated",
	     "CHECK"},
	    {"severity",
	     0,
	     0,
	     G_OPTION_ARG_STRING_ARRAY,
	     &o->severity,
	     "Make a check's findings error, warning or note",
	     "CHECK=LEVEL"},
	    {"ocr", 0, 0, G_OPTION_ARG_NONE, &o->ocr, "Quote the words in pictures of a PDF", NULL},
	    {"recursive",
	     'r',
	     0,
	     G_OPTION_ARG_NONE,
	     &o->recursive,
	     "Look into folders of folders",
	     NULL},
	    ATS_CLI_LIMIT_ENTRIES(&o->limits),
	    {"quiet",
	     'q',
	     0,
	     G_OPTION_ARG_NONE,
	     &o->quiet,
	     "Text: verdict and findings only",
	     NULL},
	    {"color",
	     0,
	     0,
	     G_OPTION_ARG_STRING,
	     &o->color,
	     "auto (default), always or never",
	     "WHEN"},
	    {"version", 0, 0, G_OPTION_ARG_NONE, &o->version, "Print the version", NULL},
	    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->paths, NULL, NULL},
	    G_OPTION_ENTRY_NULL,
	};

	return ats_cli_parse(argc, argv, "PATH...", summary, entries);
}

static AtsCliStatus
no_such_check(const char *option, const char *id)
{
	g_autofree const char **ids = ats_cli_rule_ids();
	g_autofree char *hint = ats_cli_near(id, ids, "atscheck explain lists them");

	return ats_cli_usage("%s%s: there is no such check: %s", option, id, hint);
}

static AtsCliStatus
apply_severity(AtscheckChecker *checker, const char *text)
{
	g_auto(GStrv) parts = g_strsplit(text, "=", 2);
	AtscheckSeverity severity;

	if (g_strv_length(parts) != 2 || !atscheck_severity_from_name(parts[1], &severity))
		return ats_cli_usage(
		    "--severity=%s: not CHECK=LEVEL with a level error, warning or note",
		    text);
	if (!atscheck_checker_set_severity(checker, parts[0], severity))
		return no_such_check("--severity=", parts[0]);
	return ATS_CLI_CLEAN;
}

static AtsCliStatus
apply_rules(const Options *options, AtscheckChecker *checker)
{
	AtsCliStatus status = ATS_CLI_CLEAN;

	for (char **text = options->severity;
	     text != NULL && *text != NULL && status == ATS_CLI_CLEAN;
	     text++)
		status = apply_severity(checker, *text);
	for (char **id = options->ignore; id != NULL && *id != NULL && status == ATS_CLI_CLEAN;
	     id++) {
		if (!atscheck_checker_ignore(checker, *id))
			status = no_such_check("--ignore=", *id);
	}
	return status;
}

/* by a checker of its own: the limits that the user sets are meant for documents */
static GBytes *
load_expected(const char *path, GError **error)
{
	g_autoptr(AtscheckChecker) loader = atscheck_checker_new();

	return atscheck_checker_load_file(loader, path, NULL, error);
}

static AtsCliStatus
apply_expected(const Options *options, AtscheckChecker *checker)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) json = NULL;
	g_autofree char *name = NULL;

	if (options->expect == NULL)
		return ATS_CLI_CLEAN;
	json = load_expected(options->expect, &error);
	if (json != NULL && atscheck_checker_set_expected(checker, json, &error))
		return ATS_CLI_CLEAN;
	name = ats_cli_display(options->expect);
	return ats_cli_usage("--expect=%s: %s", name, error->message);
}

static AtsCliStatus
apply_ocr(const Options *options, AtscheckChecker *checker)
{
	if (options->ocr && !atscheck_has_ocr())
		return ats_cli_usage("--ocr: this atscheck was built without OCR");
	atscheck_checker_set_ocr(checker, options->ocr);
	return ATS_CLI_CLEAN;
}

static AtsCliStatus
get_fail_on(const Options *options, AtscheckSeverity *fail_on)
{
	const char *name = options->fail_on != NULL ? options->fail_on : "error";

	*fail_on = FAIL_NEVER;
	if (g_str_equal(name, "never") || atscheck_severity_from_name(name, fail_on))
		return ATS_CLI_CLEAN;
	return ats_cli_usage("--fail-on=%s: not error, warning, note or never", name);
}

static AtsCliStatus
get_format(const Options *options, AtscheckWriterFormat *format)
{
	const char *name = options->format != NULL ? options->format : "text";
	g_autofree char *all = NULL;

	if (atscheck_writer_format_from_name(name, format))
		return ATS_CLI_CLEAN;
	all = g_strjoinv(", ", (char **)atscheck_writer_list_formats());
	return ats_cli_usage("--format=%s: there is no such format; there is: %s", name, all);
}

/* of a terminal that text goes to; otherwise 80, so that a file does not depend on a window */
static guint
get_width(const Options *options)
{
	guint columns = options->output == NULL ? ats_cli_terminal_width() : 0;

	return columns > 0 ? CLAMP(columns, WIDTH_LEAST, WIDTH_MOST) : WIDTH_DEFAULT;
}

static AtsCliStatus
get_flags(const Options *options, AtscheckWriterFlags *flags)
{
	gboolean colour;

	if (ats_cli_terminal_colour(options->color, options->output, &colour) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	*flags = options->quiet ? ATSCHECK_WRITER_BRIEF : ATSCHECK_WRITER_PLAIN;
	if (colour)
		*flags |= ATSCHECK_WRITER_COLOUR;
	return ATS_CLI_CLEAN;
}

/* FALSE only when the output cannot be written: no use to go on */
static gboolean
check_one(Run *run, const char *path, GError **error)
{
	g_autofree char *name = g_str_equal(path, ATS_CLI_STDIN) ? g_strdup(STDIN_NAME)
								 : ats_cli_display(path);
	g_autoptr(GError) failure = NULL;
	g_autoptr(GBytes) bytes = ats_cli_load(run->checker, path, &failure);
	g_autoptr(AtscheckReport) report = NULL;

	if (bytes != NULL)
		report = atscheck_checker_check_bytes(run->checker, bytes, name, NULL, &failure);
	if (report == NULL) {
		run->status = ats_cli_worse(run->status, ats_cli_failed(name, failure->message));
		return !run->tell_failures ||
		       atscheck_writer_add_failure(run->writer, name, bytes, failure, error);
	}
	if (atscheck_report_count_findings(report, run->fail_on) > 0)
		run->status = ats_cli_worse(run->status, ATS_CLI_FINDINGS);
	return atscheck_writer_add_report(run->writer, report, error);
}

static gboolean
check_all(Run *run, const GPtrArray *files, AtsCliOutput *output, GError **error)
{
	for (guint i = 0; i < files->len; i++) {
		if (!check_one(run, files->pdata[i], error))
			return FALSE;
		/* each document's report is out before the next is looked at */
		if (!g_output_stream_flush(ats_cli_output_stream(output), NULL, error))
			return FALSE;
	}
	return atscheck_writer_finish(run->writer, error) && ats_cli_output_close(output, error);
}

static GPtrArray *
expand_all(const Options *options, AtsCliStatus *status)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);

	for (char **path = options->paths; *path != NULL; path++)
		*status = ats_cli_worse(*status, ats_cli_expand(*path, options->recursive, files));
	return g_steal_pointer(&files);
}

/* by what was asked for, not by what is there: a folder gives the same shape of output with one
 * file and with ten */
static gboolean
is_batch(const Options *options)
{
	return options->paths[1] != NULL || g_file_test(options->paths[0], G_FILE_TEST_IS_DIR);
}

/* a report in the place of the resume is what nobody wants */
static gboolean
would_overwrite(const char *output, const GPtrArray *files)
{
	GStatBuf there;
	GStatBuf input;

	if (output == NULL || g_stat(output, &there) != 0 || !S_ISREG(there.st_mode))
		return FALSE;
	for (guint i = 0; i < files->len; i++) {
		if (g_stat(files->pdata[i], &input) == 0 && input.st_dev == there.st_dev &&
		    input.st_ino == there.st_ino)
			return TRUE;
	}
	return FALSE;
}

static AtsCliStatus
run_checks(const Options *options, AtscheckWriterFormat format, AtscheckWriterFlags flags, Run *run)
{
	const char *where = options->output != NULL ? options->output : "standard output";
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) files = expand_all(options, &run->status);
	g_autoptr(AtsCliOutput) output = NULL;
	g_autoptr(AtscheckWriter) writer = NULL;

	if (files->len == 0)
		return run->status;
	if (would_overwrite(options->output, files))
		return ats_cli_usage("--output=%s: that is a document to check", where);
	output = ats_cli_output_open(options->output, &error);
	if (output == NULL)
		return ats_cli_failed(where, error->message);
	if (is_batch(options))
		flags |= ATSCHECK_WRITER_MANY;
	run->tell_failures =
	    format != ATSCHECK_WRITER_TEXT || is_batch(options) || options->output != NULL;
	writer = atscheck_writer_new(format, flags, ats_cli_output_stream(output));
	atscheck_writer_set_width(writer, get_width(options));
	run->writer = writer;
	if (!check_all(run, files, output, &error))
		return ats_cli_failed(where, error->message);
	return run->status;
}

static AtsCliStatus
check(const Options *options)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	Run run = {.checker = checker, .status = ATS_CLI_CLEAN};
	AtscheckWriterFormat format;
	AtscheckWriterFlags flags;

	if (ats_cli_limits_apply(&options->limits, checker) != ATS_CLI_CLEAN ||
	    apply_rules(options, checker) != ATS_CLI_CLEAN ||
	    apply_expected(options, checker) != ATS_CLI_CLEAN ||
	    apply_ocr(options, checker) != ATS_CLI_CLEAN ||
	    get_fail_on(options, &run.fail_on) != ATS_CLI_CLEAN ||
	    get_format(options, &format) != ATS_CLI_CLEAN ||
	    get_flags(options, &flags) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options->paths == NULL)
		return ats_cli_usage("name a file or folder to check (see atscheck --help)");
	return run_checks(options, format, flags, &run);
}

AtsCliStatus
ats_cli_check(int argc, char **argv)
{
	g_auto(Options) options = {0};

	if (parse(argc, argv, &options) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options.version) {
		g_print("atscheck %s\n", atscheck_version());
		return ATS_CLI_CLEAN;
	}
	return check(&options);
}
