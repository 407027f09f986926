/*
 * The options that every command has which checks a document.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/options.h"

/* seconds; more is a slip of the hand: a timeout is kept in milliseconds of 32 bits */
#define MOST_SECONDS 86400

/* documents at a time; more than any machine has processors for */
#define MOST_JOBS 256

void
ats_cli_limits_clear(AtsCliLimits *limits)
{
	g_clear_pointer(&limits->max_bytes, g_free);
	g_clear_pointer(&limits->max_memory, g_free);
	g_clear_pointer(&limits->max_cpu, g_free);
	g_clear_pointer(&limits->timeout, g_free);
	g_clear_pointer(&limits->sandbox, g_free);
}

AtsCliStatus
ats_cli_jobs_from_text(const char *text, guint *jobs)
{
	guint64 n = MIN(g_get_num_processors(), MOST_JOBS);

	if (text != NULL && !g_ascii_string_to_unsigned(text, 10, 1, MOST_JOBS, &n, NULL))
		return ats_cli_usage("--jobs=%s: not a number from 1 to %d", text, MOST_JOBS);
	*jobs = (guint)n;
	return ATS_CLI_CLEAN;
}

gboolean
ats_cli_fail_on_from_name(const char *name, AtscheckSeverity *fail_on)
{
	if (!g_str_equal(name, "never"))
		return atscheck_severity_from_name(name, fail_on);
	*fail_on = ATS_CLI_FAIL_NEVER;
	return TRUE;
}

/* "10000", "500K", "10M", "1G", with or without "B" or "iB" after it; 0 if it is none of these */
static guint64
parse_size(const char *text)
{
	static const char units[] = "KMG";
	char *end = NULL;
	guint64 n = g_ascii_strtoull(text, &end, 10);
	const char *unit = *end != '\0' ? strchr(units, g_ascii_toupper(*end)) : NULL;
	guint shift = 0;

	if (end == text || !g_ascii_isdigit(text[0]))
		return 0;
	if (unit != NULL) {
		shift = 10 * (guint)(unit - units + 1);
		end++;
	}
	if (g_ascii_strcasecmp(end, "iB") != 0 && g_ascii_strcasecmp(end, "B") != 0 && *end != '\0')
		return 0;
	return n <= (G_MAXUINT64 >> shift) ? n << shift : 0;
}

/* milliseconds; 0 if it is not a time */
static guint
parse_seconds(const char *text)
{
	char *end = NULL;
	double seconds = g_ascii_strtod(text, &end);

	if (end == text || *end != '\0' || !(seconds >= 0.001) || seconds > MOST_SECONDS)
		return 0;
	return (guint)(seconds * 1000);
}

static AtsCliStatus
apply_size(AtscheckChecker *checker,
	   const char *option,
	   const char *text,
	   void (*set)(AtscheckChecker *checker, guint64 bytes),
	   guint64 (*get)(AtscheckChecker *checker))
{
	g_autofree char *nearest = NULL;
	guint64 bytes;

	if (text == NULL)
		return ATS_CLI_CLEAN;
	bytes = parse_size(text);
	if (bytes == 0)
		return ats_cli_usage("--%s=%s: not a size such as 500K or 10M", option, text);
	set(checker, bytes);
	if (get(checker) == bytes)
		return ATS_CLI_CLEAN;
	nearest = g_format_size_full(get(checker), G_FORMAT_SIZE_IEC_UNITS);
	return ats_cli_usage("--%s=%s: %s than is possible: the %s is %s",
			     option,
			     text,
			     get(checker) < bytes ? "more" : "less",
			     get(checker) < bytes ? "most" : "least",
			     nearest);
}

static AtsCliStatus
apply_timeout(AtscheckChecker *checker, const char *text)
{
	guint ms;

	if (text == NULL)
		return ATS_CLI_CLEAN;
	ms = parse_seconds(text);
	if (ms == 0)
		return ats_cli_usage("--timeout=%s: not seconds such as 5 or 0.5, up to %d",
				     text,
				     MOST_SECONDS);
	atscheck_checker_set_timeout(checker, ms);
	return ATS_CLI_CLEAN;
}

static AtsCliStatus
apply_cpu(AtscheckChecker *checker, const char *text)
{
	guint64 seconds;

	if (text == NULL)
		return ATS_CLI_CLEAN;
	if (!g_ascii_string_to_unsigned(text, 10, 1, MOST_SECONDS, &seconds, NULL))
		return ats_cli_usage("--max-cpu=%s: not whole seconds from 1 to %d",
				     text,
				     MOST_SECONDS);
	atscheck_checker_set_max_cpu(checker, (guint)seconds);
	return ATS_CLI_CLEAN;
}

static AtsCliStatus
apply_sandbox(AtscheckChecker *checker, const char *name)
{
	AtscheckSandbox sandbox;

	if (name == NULL)
		return ATS_CLI_CLEAN;
	if (!atscheck_sandbox_from_name(name, &sandbox))
		return ats_cli_usage("--sandbox=%s: not auto, require or off", name);
	atscheck_checker_set_sandbox(checker, sandbox);
	return ATS_CLI_CLEAN;
}

AtsCliStatus
ats_cli_limits_apply(const AtsCliLimits *limits, AtscheckChecker *checker)
{
	AtsCliStatus status = apply_size(checker,
					 "max-bytes",
					 limits->max_bytes,
					 atscheck_checker_set_max_bytes,
					 atscheck_checker_get_max_bytes);

	if (status == ATS_CLI_CLEAN)
		status = apply_size(checker,
				    "max-memory",
				    limits->max_memory,
				    atscheck_checker_set_max_memory,
				    atscheck_checker_get_max_memory);
	if (status == ATS_CLI_CLEAN)
		status = apply_cpu(checker, limits->max_cpu);
	if (status == ATS_CLI_CLEAN)
		status = apply_timeout(checker, limits->timeout);
	return status == ATS_CLI_CLEAN ? apply_sandbox(checker, limits->sandbox) : status;
}

AtsCliStatus
ats_cli_parse(int argc,
	      char **argv,
	      const char *usage,
	      const char *summary,
	      const GOptionEntry *entries)
{
	g_autoptr(GOptionContext) context = g_option_context_new(usage);
	g_autoptr(GError) error = NULL;

	g_option_context_set_summary(context, summary);
	g_option_context_add_main_entries(context, entries, NULL);
	if (g_option_context_parse(context, &argc, &argv, &error))
		return ATS_CLI_CLEAN;
	return ats_cli_usage("%s (see %s --help)", error->message, g_get_prgname());
}
