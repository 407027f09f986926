/*
 * The options of the command that checks: their table, and the defaults of .atscheck.conf.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/check_options.h"

#include <string.h>

#include "cli/config.h"

static const char summary[] =
    "Shows how much of a resume survives the parsers of applicant tracking systems.\n"
    "\n"
    "Examples:\n"
    "  atscheck resume.pdf                  what arrives, what is lost, how to fix it\n"
    "  atscheck text --as line resume.pdf   the text that such a parser gets\n"
    "  atscheck explain multi-column        what a check sees and why it matters\n"
    "  atscheck --format json *.docx        the same for programs\n"
    "  atscheck -r --exclude 'draft*' exports/\n"
    "                                       all resumes of a folder, and a summary\n"
    "\n"
    "Commands:\n"
    "  atscheck [OPTION…] PATH...           check files, or the *.pdf and *.docx of folders;\n"
    "                                       - is standard input\n"
    "  atscheck text [--as READING] FILE    the plain text as a person or a parser reads it\n"
    "  atscheck compare A B                 what got better and worse, from one file, folder\n"
    "                                       or release to another\n"
    "  atscheck explain [CHECK]             about a check, or the list of checks\n"
    "  atscheck readings                    the parser families and what each is like\n"
    "  atscheck debug layout FILE -o page.png\n"
    "                                       what the analyser sees, drawn over the page\n"
    "\n"
    "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage,\n"
    "3 a file could not be checked, 128 + n stopped by signal n.";

void
ats_cli_check_options_clear(AtsCliCheckOptions *options)
{
	ats_cli_limits_clear(&options->limits);
	g_free(options->format);
	g_free(options->output);
	g_free(options->fail_on);
	g_free(options->expect);
	g_free(options->color);
	g_free(options->isolate);
	g_free(options->jobs);
	g_strfreev(options->ignore);
	g_strfreev(options->severity);
	g_strfreev(options->paths);
	g_strfreev(options->include);
	g_strfreev(options->exclude);
	g_free(options->files_from);
	g_free(options->resume);
	g_free(options->config);
	g_free(options->baseline);
	g_free(options->write_baseline);
}

static AtsCliStatus
parse(int argc, char **argv, AtsCliCheckOptions *o)
{
	const GOptionEntry entries[] = {
	    {"format",
	     'f',
	     0,
	     G_OPTION_ARG_STRING,
	     &o->format,
	     "text (default), json, jsonl, csv, sarif, junit, github or markdown",
	     "FORMAT"},
	    ATS_CLI_OUTPUT_ENTRY(&o->output),
	    {"fail-on",
	     0,
	     0,
	     G_OPTION_ARG_STRING,
	     &o->fail_on,
	     "error (default), warning, note or never",
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
	    {"include",
	     0,
	     0,
	     G_OPTION_ARG_STRING_ARRAY,
	     &o->include,
	     "Of folders, check these rather than *.pdf and *.docx",
	     "GLOB"},
	    {"exclude",
	     0,
	     0,
	     G_OPTION_ARG_STRING_ARRAY,
	     &o->exclude,
	     "Leave files or folders out; may be repeated",
	     "GLOB"},
	    {"follow", 0, 0, G_OPTION_ARG_NONE, &o->follow, "Follow links in folders", NULL},
	    {"files-from",
	     0,
	     0,
	     G_OPTION_ARG_FILENAME,
	     &o->files_from,
	     "Check the paths in a file, too, a line each; - for standard input",
	     "FILE"},
	    {"null",
	     '0',
	     0,
	     G_OPTION_ARG_NONE,
	     &o->null,
	     "The paths of --files-from end in NUL, not in lines",
	     NULL},
	    ATS_CLI_JOBS_ENTRY(&o->jobs),
	    {"isolate",
	     0,
	     0,
	     G_OPTION_ARG_STRING,
	     &o->isolate,
	     "document: a process for each; pool (default): several share one",
	     "WHAT"},
	    {"resume",
	     0,
	     0,
	     G_OPTION_ARG_FILENAME,
	     &o->resume,
	     "JSON Lines to a file, keeping what it says of files that are the same",
	     "FILE"},
	    {"unordered",
	     0,
	     0,
	     G_OPTION_ARG_NONE,
	     &o->unordered,
	     "Write reports as they come",
	     NULL},
	    {"timings",
	     0,
	     0,
	     G_OPTION_ARG_NONE,
	     &o->timings,
	     "Say on standard error where the time went",
	     NULL},
	    ATS_CLI_LIMIT_ENTRIES(&o->limits),
	    {"quiet",
	     'q',
	     0,
	     G_OPTION_ARG_NONE,
	     &o->quiet,
	     "Text: verdict and findings only",
	     NULL},
	    ATS_CLI_COLOR_ENTRY(&o->color),
	    ATS_CLI_CONFIG_ENTRIES(&o->config, &o->no_config),
	    {"baseline",
	     0,
	     0,
	     G_OPTION_ARG_FILENAME,
	     &o->baseline,
	     "Leave out the findings that a file accepts",
	     "FILE"},
	    {"write-baseline",
	     0,
	     0,
	     G_OPTION_ARG_FILENAME,
	     &o->write_baseline,
	     "Accept all findings of today: write them to a file",
	     "FILE"},
	    {"version", 0, 0, G_OPTION_ARG_NONE, &o->version, "Print the version", NULL},
	    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->paths, NULL, NULL},
	    G_OPTION_ENTRY_NULL,
	};

	return ats_cli_parse(argc, argv, "PATH...", summary, entries);
}

/* (nullable): the file whose defaults hold for the whole run: the one that is named, or the nearest
 * to the first path */
static char *
find_defaults(const AtsCliCheckOptions *options)
{
	const char *first = options->paths != NULL ? options->paths[0] : ".";
	g_autofree char *folder = NULL;

	if (options->no_config || options->version)
		return NULL;
	if (options->config != NULL)
		return g_strdup(options->config);
	folder = g_file_test(first, G_FILE_TEST_IS_DIR) ? g_strdup(first)
							: g_path_get_dirname(first);
	return ats_cli_config_find(folder);
}

/* the command line once more, with the defaults before what the user wrote, which is stronger */
static AtsCliStatus
parse_with(const AtsCliConfig *config, int argc, char **argv, AtsCliCheckOptions *options)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();

	g_ptr_array_add(all, argv[0]);
	for (guint i = 0; i < config->arguments->len; i++)
		g_ptr_array_add(all, config->arguments->pdata[i]);
	for (int i = 1; i < argc; i++)
		g_ptr_array_add(all, argv[i]);
	g_ptr_array_add(all, NULL);
	ats_cli_check_options_clear(options);
	memset(options, 0, sizeof(*options));
	return parse((int)all->len - 1, (char **)all->pdata, options);
}

AtsCliStatus
ats_cli_check_options_parse(int argc, char **argv, AtsCliCheckOptions *options)
{
	g_autoptr(AtsCliConfig) config = NULL;
	g_autofree char *path = NULL;
	/* parsing takes options out of it */
	g_autofree char **copy = g_memdup2(argv, sizeof(*argv) * (gsize)(argc + 1));
	gboolean fail_on_given;

	if (parse(argc, copy, options) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	fail_on_given = options->fail_on_given = options->fail_on != NULL;
	path = find_defaults(options);
	if (path == NULL)
		return ATS_CLI_CLEAN;
	config = ats_cli_config_load(path);
	if (config == NULL)
		return ATS_CLI_USAGE;
	if (config->arguments->len > 0 && parse_with(config, argc, argv, options) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	options->fail_on_given = fail_on_given;
	return ATS_CLI_CLEAN;
}
