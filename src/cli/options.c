/*
 * The options that every command has which checks a document.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/options.h"

/* seconds; more is a slip of the hand: a timeout is kept in milliseconds of 32 bits */
#define MOST_SECONDS 86400

void
ats_cli_limits_clear(AtsCliLimits *limits)
{
	g_clear_pointer(&limits->max_bytes, g_free);
	g_clear_pointer(&limits->timeout, g_free);
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

AtsCliStatus
ats_cli_limits_apply(const AtsCliLimits *limits, AtscheckChecker *checker)
{
	if (limits->max_bytes != NULL) {
		guint64 bytes = parse_size(limits->max_bytes);
		if (bytes == 0)
			return ats_cli_usage("--max-bytes=%s: not a size such as 500K or 10M",
					     limits->max_bytes);
		atscheck_checker_set_max_bytes(checker, bytes);
		if (atscheck_checker_get_max_bytes(checker) < bytes)
			return ats_cli_usage("--max-bytes=%s: more than is possible",
					     limits->max_bytes);
	}
	if (limits->timeout != NULL) {
		guint ms = parse_seconds(limits->timeout);
		if (ms == 0)
			return ats_cli_usage(
			    "--timeout=%s: not a number of seconds such as 5 or 0.5",
			    limits->timeout);
		atscheck_checker_set_timeout(checker, ms);
	}
	return ATS_CLI_CLEAN;
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
	return ats_cli_usage("%s (see atscheck --help)", error->message);
}
