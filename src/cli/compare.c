/*
 * atscheck compare A B: what got better and what got worse, from one document, folder or release to
 * another.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>
#include <string.h>

#include "cli/changes.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/terminal.h"
#include "cli/compare_load.h"
#include "cli/compare_out.h"

static const char summary[] =
    "Tells what got better and what got worse from A to B, each of them a document, a\n"
    "folder of documents, or reports that --format json or jsonl wrote.\n"
    "\n"
    "Examples:\n"
    "  atscheck compare resume.pdf resume.docx\n"
    "                                       the two forms of one resume\n"
    "  atscheck compare release-1/ release-2/\n"
    "                                       documents of the same name below two folders\n"
    "  atscheck compare last.jsonl out/     the reports of the last release and this one\n"
    "\n"
    "Exit status: 0 nothing is worse, 1 something is, 2 wrong usage, 3 a file could not\n"
    "be checked.";

typedef struct {
	AtsCliLimits limits;
	char *config;
	char *fail_on;
	char *color;
	char *format;
	char *jobs;
	char *output;
	gboolean no_config;
	char **paths;
} Options;

static void
options_clear(Options *options)
{
	ats_cli_limits_clear(&options->limits);
	g_free(options->config);
	g_free(options->fail_on);
	g_free(options->color);
	g_free(options->format);
	g_free(options->jobs);
	g_free(options->output);
	g_strfreev(options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, options_clear)

/* the two sides on their way together */
typedef struct {
	AtsCliComparison all;
	GString *out;
	const AtsCliCompareFormat *format;
	gpointer state;	    /* of the format */
	guint least;	    /* severity of a new finding that is worse */
	gboolean never;	    /* fail for anything that is */
	GHashTable *before; /* of the name on both sides to AtsCliSnapshot */
	GPtrArray *order;   /* keys of @before */
} Run;

static void
run_clear(Run *run)
{
	if (run->state != NULL && run->format->clear != NULL)
		run->format->clear(run->state);
	g_free(run->state);
	g_string_free(run->out, TRUE);
	g_hash_table_unref(run->before);
	g_ptr_array_unref(run->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Run, run_clear)

static AtsCliStatus
parse(int argc, char **argv, Options *o)
{
	const GOptionEntry entries[] = {
	    {"fail-on",
	     0,
	     0,
	     G_OPTION_ARG_STRING,
	     &o->fail_on,
	     "A new finding is worse from here on: error, warning (default), note or never",
	     "LEVEL"},
	    {"format",
	     'f',
	     0,
	     G_OPTION_ARG_STRING,
	     &o->format,
	     "text (default), json or markdown",
	     "FORMAT"},
	    ATS_CLI_COLOR_ENTRY(&o->color),
	    ATS_CLI_JOBS_ENTRY(&o->jobs),
	    ATS_CLI_OUTPUT_ENTRY(&o->output),
	    ATS_CLI_CONFIG_ENTRIES(&o->config, &o->no_config),
	    ATS_CLI_LIMIT_ENTRIES(&o->limits),
	    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->paths, NULL, NULL},
	    G_OPTION_ENTRY_NULL,
	};

	return ats_cli_parse(argc, argv, "A B", summary, entries);
}

static void
free_snapshot(gpointer snapshot)
{
	ats_cli_snapshot_free(snapshot);
}

static void
take_before(gpointer data, const char *key, AtsCliSnapshot *snapshot)
{
	Run *run = data;
	char *own = g_strdup(run->all.pair ? "" : key);

	if (!g_hash_table_contains(run->before, own))
		g_ptr_array_add(run->order, g_strdup(own));
	g_hash_table_replace(run->before, own, snapshot);
}

static void
put(Run *run,
    AtsCliCompareResult result,
    const char *name,
    const AtsCliSnapshot *before,
    const AtsCliSnapshot *after,
    const GArray *differences)
{
	AtsCliCompareDocument document = {result, name, before, after, differences};

	run->all.n[result]++;
	run->format->add(run->out, run->state, &run->all, &document);
}

static AtsCliCompareResult
result_of(const GArray *differences)
{
	static const AtsCliCompareResult results[] = {
	    ATS_CLI_COMPARE_SAME,
	    ATS_CLI_COMPARE_OTHER,
	    ATS_CLI_COMPARE_BETTER,
	    ATS_CLI_COMPARE_WORSE,
	};

	return results[ats_cli_changes_sum(differences)];
}

static void
take_after(gpointer data, const char *key, AtsCliSnapshot *snapshot)
{
	Run *run = data;
	g_autoptr(AtsCliSnapshot) after = snapshot;
	g_autoptr(GArray) differences = NULL;
	const char *known = run->all.pair ? "" : key;
	AtsCliSnapshot *before = g_hash_table_lookup(run->before, known);

	if (before == NULL) {
		differences = g_array_new(FALSE, FALSE, sizeof(AtsCliDifference));
		put(run, ATS_CLI_COMPARE_NEW, key, NULL, after, differences);
		return;
	}
	differences = ats_cli_changes_find(before, after, run->least);
	put(run, result_of(differences), key, before, after, differences);
	g_hash_table_remove(run->before, known);
}

static void
put_gone(Run *run)
{
	g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(AtsCliDifference));

	for (guint i = 0; i < run->order->len; i++) {
		const char *key = run->order->pdata[i];
		const AtsCliSnapshot *before = g_hash_table_lookup(run->before, key);
		if (before != NULL)
			put(run,
			    ATS_CLI_COMPARE_GONE,
			    run->all.pair ? before->name : key,
			    before,
			    NULL,
			    none);
	}
}

/* FALSE for a folder, and for reports, of which there may be many */
static gboolean
is_document(const char *path)
{
	return !g_file_test(path, G_FILE_TEST_IS_DIR) && !g_str_has_suffix(path, ".json") &&
	       !g_str_has_suffix(path, ".jsonl");
}

/* a side that is not there is no release from which all is gone */
static AtsCliStatus
look_for(const char *path)
{
	g_autofree char *name = ats_cli_display(path);

	if (g_str_equal(path, "-") || g_file_test(path, G_FILE_TEST_EXISTS))
		return ATS_CLI_CLEAN;
	return ats_cli_failed(name, "cannot be read: there is no such file");
}

static AtsCliStatus
compare(const Options *options, AtsCliCompareSide *side, Run *run)
{
	AtsCliStatus status;

	side->path = options->paths[0];
	status = ats_cli_compare_load(side, take_before, run);
	if (status > ATS_CLI_FAILED)
		return status;
	if (run->format->begin != NULL)
		run->format->begin(run->out, run->state, &run->all);
	side->path = options->paths[1];
	status = ats_cli_worse(status, ats_cli_compare_load(side, take_after, run));
	if (status > ATS_CLI_FAILED)
		return status;
	put_gone(run);
	run->format->finish(run->out, run->state, &run->all);
	if (run->all.n[ATS_CLI_COMPARE_WORSE] + run->all.n[ATS_CLI_COMPARE_GONE] > 0 && !run->never)
		status = ats_cli_worse(status, ATS_CLI_FINDINGS);
	status = ats_cli_worse(status, ats_cli_policy_finish(side->policy, FALSE, FALSE));
	return ats_cli_worse(status, ats_cli_print(run->out, options->output));
}

static AtsCliStatus
find_format(const char *name, const AtsCliCompareFormat **format)
{
	static const struct {
		const char *name;
		const AtsCliCompareFormat *format;
	} formats[] = {
	    {"text", &ats_cli_compare_text},
	    {"json", &ats_cli_compare_json},
	    {"markdown", &ats_cli_compare_markdown},
	};

	*format = name == NULL ? &ats_cli_compare_text : NULL;
	for (gsize i = 0; name != NULL && i < G_N_ELEMENTS(formats); i++) {
		if (g_str_equal(name, formats[i].name))
			*format = formats[i].format;
	}
	return *format != NULL ? ATS_CLI_CLEAN
			       : ats_cli_usage("--format=%s: not text, json or markdown", name);
}

/* CLEAN, or USAGE when something is missing or makes no sense (said so) */
static AtsCliStatus
examine(const Options *options, Run *run, AtsCliCompareSide *side)
{
	const char *fail_on = options->fail_on != NULL ? options->fail_on : "warning";
	AtscheckSeverity least;

	if (options->paths == NULL || g_strv_length(options->paths) != 2)
		return ats_cli_usage("compare: name two files or folders (see atscheck compare "
				     "--help)");
	if (!ats_cli_fail_on_from_name(fail_on, &least))
		return ats_cli_usage("--fail-on=%s: not error, warning, note or never", fail_on);
	/* nothing fails, but what is worse is told as usual */
	run->never = least == ATS_CLI_FAIL_NEVER;
	run->least = run->never ? ATSCHECK_SEVERITY_WARNING : least;
	run->all.pair = is_document(options->paths[0]) && is_document(options->paths[1]);
	if (find_format(options->format, &run->format) != ATS_CLI_CLEAN ||
	    ats_cli_jobs_from_text(options->jobs, &side->jobs) != ATS_CLI_CLEAN ||
	    ats_cli_terminal_colour(options->color, options->output, &run->all.colour) !=
		ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	run->all.columns = options->output == NULL ? ats_cli_terminal_width() : 0;
	return ats_cli_limits_apply(&options->limits, side->checker);
}

static AtsCliStatus
run_compare(const Options *options, Run *run, AtsCliCompareSide *side)
{
	const AtsCliPolicyWish wish = {.config = options->config, .no_config = options->no_config};
	g_autoptr(AtsCliPolicy) policy = ats_cli_policy_new(&wish);
	g_autofree char *before = ats_cli_display(options->paths[0]);
	g_autofree char *after = ats_cli_display(options->paths[1]);

	if (policy == NULL)
		return ATS_CLI_USAGE;
	if (look_for(options->paths[0]) != ATS_CLI_CLEAN ||
	    look_for(options->paths[1]) != ATS_CLI_CLEAN)
		return ATS_CLI_FAILED;
	if (!run->all.pair)
		atscheck_checker_set_isolation(side->checker, ATSCHECK_ISOLATION_POOL);
	atscheck_checker_set_workers(side->checker, side->jobs);
	side->policy = policy;
	run->all.before = before;
	run->all.after = after;
	run->state = g_malloc0(run->format->state_size);
	return compare(options, side, run);
}

AtsCliStatus
ats_cli_compare(int argc, char **argv, AtscheckChecker *checker)
{
	g_auto(Options) options = {0};
	AtsCliCompareSide side = {.checker = checker};
	g_auto(Run) run = {
	    .out = g_string_new(NULL),
	    .before = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_snapshot),
	    .order = g_ptr_array_new_with_free_func(g_free),
	};

	if (parse(argc, argv, &options) != ATS_CLI_CLEAN ||
	    examine(&options, &run, &side) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	return run_compare(&options, &run, &side);
}
