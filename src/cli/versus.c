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
#include "cli/rows.h"
#include "cli/versus_load.h"

/* documents at a time; more than any machine has processors for */
#define JOBS_MOST 256

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
	g_free(options->output);
	g_strfreev(options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, options_clear)

/* the two sides on their way together */
typedef struct {
	GString *out;
	guint least;
	gboolean pair; /* two documents, whatever they are called */
	GHashTable *before;
	GPtrArray *order; /* keys of @before */
	guint n[ATS_CLI_CHANGE_WORSE + 1];
	guint n_gone;
	guint n_new;
} Versus;

static AtsCliStatus
parse(int argc, char **argv, Options *o)
{
	const GOptionEntry entries[] = {
	    {"fail-on",
	     0,
	     0,
	     G_OPTION_ARG_STRING,
	     &o->fail_on,
	     "A new finding is worse from here on: error, warning (default) or note",
	     "LEVEL"},
	    {"output",
	     'o',
	     0,
	     G_OPTION_ARG_FILENAME,
	     &o->output,
	     "Write to a file, whole or not at all",
	     "FILE"},
	    {"config",
	     0,
	     0,
	     G_OPTION_ARG_FILENAME,
	     &o->config,
	     "Settings for all files (default: the .atscheck.conf nearest to each)",
	     "FILE"},
	    {"no-config",
	     0,
	     0,
	     G_OPTION_ARG_NONE,
	     &o->no_config,
	     "Look for no .atscheck.conf",
	     NULL},
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
	Versus *versus = data;
	char *own = g_strdup(versus->pair ? "" : key);

	if (!g_hash_table_contains(versus->before, own))
		g_ptr_array_add(versus->order, g_strdup(own));
	g_hash_table_replace(versus->before, own, snapshot);
}

static void
say(Versus *versus, const char *key, const char *what)
{
	g_autofree char *title = ats_cli_visible(key);

	g_string_append_printf(versus->out, "%s\n%s\n", title, what);
}

static void
take_after(gpointer data, const char *key, AtsCliSnapshot *snapshot)
{
	Versus *versus = data;
	g_autoptr(AtsCliSnapshot) after = snapshot;
	const char *known = versus->pair ? "" : key;
	AtsCliSnapshot *before = g_hash_table_lookup(versus->before, known);
	g_autofree char *title = NULL;

	if (before == NULL) {
		versus->n_new++;
		say(versus, key, "          is new");
		return;
	}
	title = versus->pair ? g_strdup_printf("%s → %s", before->name, after->name)
			     : g_strdup(key);
	versus->n[ats_cli_changes_append(versus->out, title, before, after, versus->least)]++;
	g_hash_table_remove(versus->before, known);
}

static void
put_gone(Versus *versus)
{
	for (guint i = 0; i < versus->order->len; i++) {
		const char *key = versus->order->pdata[i];
		if (!g_hash_table_contains(versus->before, key))
			continue;
		versus->n_gone++;
		say(versus, key, "  worse   is gone");
	}
}

static void
put_closing_line(Versus *versus)
{
	g_string_append_printf(versus->out,
			       "%s%u worse, %u better, %u otherwise different, %u the same, %u "
			       "gone, %u new\n",
			       versus->out->len > 0 ? "\n" : "",
			       versus->n[ATS_CLI_CHANGE_WORSE],
			       versus->n[ATS_CLI_CHANGE_BETTER],
			       versus->n[ATS_CLI_CHANGE_OTHER],
			       versus->n[ATS_CLI_CHANGE_SAME],
			       versus->n_gone,
			       versus->n_new);
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
compare(const Options *options, AtsCliVersusSide *side, Versus *versus)
{
	AtsCliStatus status;

	versus->pair = is_document(options->paths[0]) && is_document(options->paths[1]);
	side->path = options->paths[0];
	status = ats_cli_versus_load(side, take_before, versus);
	if (status > ATS_CLI_FAILED)
		return status;
	side->path = options->paths[1];
	status = ats_cli_worse(status, ats_cli_versus_load(side, take_after, versus));
	if (status > ATS_CLI_FAILED)
		return status;
	put_gone(versus);
	put_closing_line(versus);
	if (versus->n[ATS_CLI_CHANGE_WORSE] + versus->n_gone > 0)
		status = ats_cli_worse(status, ATS_CLI_FINDINGS);
	status = ats_cli_worse(status, ats_cli_policy_finish(side->policy, FALSE, FALSE));
	return ats_cli_worse(status, ats_cli_print(versus->out, options->output));
}

static AtsCliStatus
run(const Options *options, AtscheckChecker *checker, guint least)
{
	const AtsCliPolicyWish wish = {.config = options->config, .no_config = options->no_config};
	g_autoptr(AtsCliPolicy) policy = ats_cli_policy_new(&wish);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) before =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_snapshot);
	AtsCliVersusSide side = {
	    .checker = checker,
	    .policy = policy,
	    .jobs = MIN(g_get_num_processors(), JOBS_MOST),
	};
	Versus versus = {.out = out, .least = least, .before = before, .order = order};

	return policy != NULL ? compare(options, &side, &versus) : ATS_CLI_USAGE;
}

AtsCliStatus
ats_cli_versus(int argc, char **argv, AtscheckChecker *checker)
{
	g_auto(Options) options = {0};
	AtscheckSeverity least = ATSCHECK_SEVERITY_WARNING;

	if (parse(argc, argv, &options) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options.paths == NULL || g_strv_length(options.paths) != 2)
		return ats_cli_usage("compare: name two files or folders (see atscheck compare "
				     "--help)");
	if (options.no_config && options.config != NULL)
		return ats_cli_usage("--config and --no-config exclude each other");
	if (options.fail_on != NULL && !atscheck_severity_from_name(options.fail_on, &least))
		return ats_cli_usage("--fail-on=%s: not error, warning or note", options.fail_on);
	if (ats_cli_limits_apply(&options.limits, checker) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (look_for(options.paths[0]) != ATS_CLI_CLEAN ||
	    look_for(options.paths[1]) != ATS_CLI_CLEAN)
		return ATS_CLI_FAILED;
	return run(&options, checker, (guint)least);
}
