/*
 * atscheck readings: the parser families, and what each behaves like.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/print.h"

static const char summary[] =
    "Lists the families of parsers as which a resume is read, and what each behaves like.\n"
    "Measured is the share of neighbouring words that its text and the program's own\n"
    "have in common, over the resumes named.\n"
    "\n"
    "Examples:\n"
    "  atscheck readings\n"
    "  atscheck text --as line resume.pdf";

static const char *
formats(const AtscheckParser *parser)
{
	gboolean pdf = atscheck_parser_reads(parser, "pdf");
	gboolean docx = atscheck_parser_reads(parser, "docx");

	return pdf && docx ? "PDF, DOCX" : pdf ? "PDF" : "DOCX";
}

static void
append_parser(GString *out, const AtscheckParser *parser)
{
	g_string_append_printf(out,
			       "%s (%s): %s\n",
			       atscheck_parser_get_id(parser),
			       formats(parser),
			       atscheck_parser_get_title(parser));
	ats_cli_append_wrapped(out,
			       "  like ",
			       atscheck_parser_get_likeness(parser),
			       ATS_CLI_COLUMNS);
	if (atscheck_parser_get_measured(parser) != NULL)
		ats_cli_append_wrapped(out,
				       "  measured: ",
				       atscheck_parser_get_measured(parser),
				       ATS_CLI_COLUMNS);
	ats_cli_append_wrapped(out, "  ", atscheck_parser_get_description(parser), ATS_CLI_COLUMNS);
}

AtsCliStatus
ats_cli_readings(int argc, char **argv, AtscheckChecker *checker)
{
	g_auto(GStrv) names = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree const AtscheckParser **parsers = NULL;
	const GOptionEntry entries[] = {
	    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, NULL, NULL},
	    G_OPTION_ENTRY_NULL,
	};

	if (ats_cli_parse(argc, argv, NULL, summary, entries) != ATS_CLI_CLEAN)
		return ATS_CLI_USAGE;
	if (names != NULL)
		return ats_cli_usage("readings: takes no name (see atscheck readings --help)");
	parsers = atscheck_parser_list(NULL);
	for (guint i = 0; parsers[i] != NULL; i++) {
		if (i > 0)
			g_string_append_c(out, '\n');
		append_parser(out, parsers[i]);
	}
	return ats_cli_print(out, NULL);
}
