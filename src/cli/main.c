/*
 * The command line: which command is meant. Each command is a file beside this one.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <locale.h>
#include <signal.h>

#include "cli/commands.h"

typedef struct {
	const char *name;
	const char *shown; /* as the help names the program */
	AtsCliStatus (*run)(int argc, char **argv);
} Command;

static const Command commands[] = {
    {"text", "atscheck text", ats_cli_text},
    {"explain", "atscheck explain", ats_cli_explain},
    {"readings", "atscheck readings", ats_cli_readings},
    {"debug", "atscheck debug", ats_cli_debug},
    {"compare", "atscheck compare", ats_cli_versus},
    {"--compare", "atscheck compare", ats_cli_versus},
};

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	/* a report's numbers have a point in every language */
	setlocale(LC_NUMERIC, "C");
	/* a reader that has gone is an error of a write, said in a line, rather than a silent death
	 */
	signal(SIGPIPE, SIG_IGN);
	/* so is a file that may not grow */
	signal(SIGXFSZ, SIG_IGN);
	for (gsize i = 0; argc > 1 && i < G_N_ELEMENTS(commands); i++) {
		if (!g_str_equal(argv[1], commands[i].name))
			continue;
		g_set_prgname(commands[i].shown);
		argv[1] = (char *)commands[i].shown;
		return (int)commands[i].run(argc - 1, argv + 1);
	}
	g_set_prgname("atscheck");
	/* what many try first */
	if (argc > 1 && g_str_equal(argv[1], "help"))
		argv[1] = (char *)"--help";
	return (int)ats_cli_check(argc, argv);
}
