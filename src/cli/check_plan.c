/*
 * What the options of the command that checks come to.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/check_plan.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/near.h"
#include "cli/print.h"
#include "cli/terminal.h"

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
apply_rules(const AtsCliCheckOptions *options, AtscheckChecker *checker)
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
apply_expected(const AtsCliCheckOptions *options, AtscheckChecker *checker)
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
apply_ocr(const AtsCliCheckOptions *options, AtscheckChecker *checker)
{
	if (options->ocr && !atscheck_has_ocr())
		return ats_cli_usage("--ocr: this atscheck was built without OCR");
	atscheck_checker_set_ocr(checker, options->ocr);
	return ATS_CLI_CLEAN;
}

static AtsCliStatus
get_fail_on(const AtsCliCheckOptions *options, AtscheckSeverity *fail_on)
{
	const char *name = options->fail_on != NULL ? options->fail_on : "error";

	if (ats_cli_fail_on_from_name(name, fail_on))
		return ATS_CLI_CLEAN;
	return ats_cli_usage("--fail-on=%s: not error, warning, note or never", name);
}

static AtsCliStatus
get_format(const AtsCliCheckOptions *options, AtscheckWriterFormat *format)
{
	const char *usual = options->resume != NULL ? "jsonl" : "text";
	const char *name = options->format != NULL ? options->format : usual;
	g_autofree char *all = NULL;

	if (atscheck_writer_format_from_name(name, format))
		return ATS_CLI_CLEAN;
	all = g_strjoinv(", ", (char **)atscheck_writer_list_formats());
	return ats_cli_usage("--format=%s: there is no such format; there is: %s", name, all);
}

static AtsCliStatus
get_flags(const AtsCliCheckOptions *options, AtscheckWriterFlags *flags)
{
	gboolean colour;

	if (ats_cli_terminal_colour(options->color, options->output, &colour) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	*flags = options->quiet ? ATSCHECK_WRITER_BRIEF : ATSCHECK_WRITER_PLAIN;
	if (colour)
		*flags |= ATSCHECK_WRITER_COLOUR;
	return ATS_CLI_CLEAN;
}

/* before anything is written: a list that is not there is a slip of the hand */
static AtsCliStatus
check_list(const char *path)
{
	g_autofree char *name = ats_cli_display(path);

	if (g_str_equal(path, "-") || g_access(path, R_OK) == 0)
		return ATS_CLI_CLEAN;
	return ats_cli_usage("--files-from=%s: cannot be read: %s", name, g_strerror(errno));
}

/* "explian": a word that is no file, and nearly a command */
static AtsCliStatus
check_command(const char *word)
{
	static const char *const commands[] =
	    {"text", "compare", "explain", "readings", "debug", NULL};
	g_autofree char *hint = ats_cli_near(word, commands, "");

	if (strpbrk(word, "./") != NULL || g_file_test(word, G_FILE_TEST_EXISTS) ||
	    !g_str_has_prefix(hint, "did you mean"))
		return ATS_CLI_CLEAN;
	return ats_cli_usage("%s: neither a file nor a command: %s", word, hint);
}

static AtsCliStatus
get_wish(const AtsCliCheckOptions *options, AtsBatchWish *wish)
{
	gboolean list_is_stdin = g_strcmp0(options->files_from, "-") == 0;

	if (options->paths == NULL && options->files_from == NULL)
		return ats_cli_usage("name a file or folder to check (see atscheck --help)");
	if (options->paths != NULL && check_command(options->paths[0]) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (options->null && options->files_from == NULL)
		return ats_cli_usage("--null goes with --files-from");
	if (list_is_stdin && options->paths != NULL &&
	    g_strv_contains((const char *const *)options->paths, "-"))
		return ats_cli_usage("standard input cannot be a document and a list of documents");
	if (options->files_from != NULL && check_list(options->files_from) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	*wish = (AtsBatchWish){
	    .paths = options->paths,
	    .files_from = options->files_from,
	    .nul_separated = options->null,
	    .recursive = options->recursive,
	    .follow = options->follow,
	    .patterns = {.include = options->include, .exclude = options->exclude},
	};
	return ATS_CLI_CLEAN;
}

static gboolean
is_many(const AtsBatchWish *wish)
{
	return wish->files_from != NULL ||
	       (wish->paths != NULL && wish->paths[0] != NULL &&
		(wish->paths[1] != NULL || g_file_test(wish->paths[0], G_FILE_TEST_IS_DIR)));
}

/* one file has no others to be kept apart from, and starts fastest alone; many are one user's own
 */
static AtsCliStatus
apply_isolation(const AtsCliCheckOptions *options,
		const AtsCliCheckPlan *plan,
		AtscheckChecker *checker)
{
	const char *name = options->isolate;
	gboolean pool = name != NULL ? g_str_equal(name, "pool") : plan->many;

	if (name != NULL && !pool && !g_str_equal(name, "document"))
		return ats_cli_usage("--isolate=%s: not document or pool", name);
	atscheck_checker_set_isolation(checker,
				       pool ? ATSCHECK_ISOLATION_POOL
					    : ATSCHECK_ISOLATION_DOCUMENT);
	atscheck_checker_set_workers(checker, plan->jobs);
	return ATS_CLI_CLEAN;
}

static gboolean
is_same_file(const char *a, const char *b)
{
	GStatBuf of_a, of_b;

	return g_stat(a, &of_a) == 0 && g_stat(b, &of_b) == 0 && of_a.st_dev == of_b.st_dev &&
	       of_a.st_ino == of_b.st_ino;
}

/* of those that are named; the others are found out when it is their turn */
static AtsCliStatus
check_overwritten(const AtsCliCheckOptions *options)
{
	g_autofree char *name = ats_cli_display(options->resume);

	for (char **path = options->paths; path != NULL && *path != NULL; path++) {
		if (is_same_file(*path, options->resume))
			return ats_cli_usage("%s: that is a document to check", name);
	}
	return ATS_CLI_CLEAN;
}

static AtsCliStatus
check_resume(const AtsCliCheckOptions *options, const AtsCliCheckPlan *plan)
{
	if (options->resume == NULL)
		return ATS_CLI_CLEAN;
	if (options->output != NULL)
		return ats_cli_usage("--resume says where to write, as --output does: use one");
	if (plan->format != ATSCHECK_WRITER_JSONL)
		return ats_cli_usage("--resume writes jsonl, and no other format");
	if (options->write_baseline != NULL)
		return ats_cli_usage("--write-baseline needs all documents checked anew, which "
				     "--resume does not");
	return check_overwritten(options);
}

static AtsCliStatus
get_policy(const AtsCliCheckOptions *options, AtsCliPolicyWish *policy)
{
	*policy = (AtsCliPolicyWish){
	    .config = options->config,
	    .no_config = options->no_config,
	    .paths = options->paths,
	    .ignore = options->ignore,
	    .severity = options->severity,
	    .baseline = options->baseline,
	    .write_baseline = options->write_baseline,
	    .fail_on_decided = options->fail_on_given,
	};
	return get_fail_on(options, &policy->fail_on);
}

AtsCliStatus
ats_cli_check_plan_make(const AtsCliCheckOptions *options,
			AtscheckChecker *checker,
			AtsCliCheckPlan *plan)
{
	if (ats_cli_limits_apply(&options->limits, checker) != ATS_CLI_CLEAN ||
	    apply_rules(options, checker) != ATS_CLI_CLEAN ||
	    apply_expected(options, checker) != ATS_CLI_CLEAN ||
	    apply_ocr(options, checker) != ATS_CLI_CLEAN ||
	    get_format(options, &plan->format) != ATS_CLI_CLEAN ||
	    check_resume(options, plan) != ATS_CLI_CLEAN ||
	    get_flags(options, &plan->flags) != ATS_CLI_CLEAN ||
	    get_policy(options, &plan->policy) != ATS_CLI_CLEAN ||
	    ats_cli_jobs_from_text(options->jobs, &plan->jobs) != ATS_CLI_CLEAN ||
	    get_wish(options, &plan->wish) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	plan->many = is_many(&plan->wish);
	return apply_isolation(options, plan, checker);
}
