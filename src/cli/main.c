/*
 * The command line: which command is meant. Each command is a file beside this one.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "batch/patterns.h"
#include "cli/commands.h"

typedef struct {
	const char *name;
	const char *shown; /* as the help names the program */
	AtsCliStatus (*run)(int argc, char **argv, AtscheckChecker *checker);
} Command;

static const Command commands[] = {
    {"text", "atscheck text", ats_cli_text},
    {"explain", "atscheck explain", ats_cli_explain},
    {"readings", "atscheck readings", ats_cli_readings},
    {"debug", "atscheck debug", ats_cli_debug},
    {"compare", "atscheck compare", ats_cli_compare},
    {"--compare", "atscheck compare", ats_cli_compare},
};

static gboolean
is_document(const char *argument)
{
	return *argument != '-' && ats_batch_patterns_ends_as_document(argument);
}

/* the program that will read a document is the most of a short run: it loads while we still find
 * out what is wanted of it. Several documents are read by programs that they share */
static void
prepare(AtscheckChecker *checker, int argc, char **argv)
{
	const char *document = NULL;

	for (int i = 1; i < argc; i++) {
		if (!is_document(argv[i]))
			continue;
		if (document != NULL)
			return;
		document = argv[i];
	}
	if (document != NULL)
		atscheck_checker_prepare(checker, document);
}

/* a standard stream that is closed gets its number held: else the next file or socket that is
 * opened would be taken for it, and be read or written. To use it fails as if it were closed */
static void
hold_standard_streams(void)
{
	/* each is opened for what it is not for; opening gives the lowest number that is free */
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) < 0)
			(void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
	}
}

/* GLib prints the help and ends the program, whether it could be written or not */
static void
look_at_output(void)
{
	if (ferror(stdout) == 0 && fflush(stdout) == 0)
		return;
	ats_cli_failed("standard output", "cannot be written");
	_exit(ATS_CLI_FAILED);
}

int
main(int argc, char **argv)
{
	g_autoptr(AtscheckChecker) checker = NULL;

	hold_standard_streams();
	atexit(look_at_output);
	checker = atscheck_checker_new();
	prepare(checker, argc, argv);
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
		return (int)commands[i].run(argc - 1, argv + 1, checker);
	}
	g_set_prgname("atscheck");
	/* what many try first */
	if (argc > 1 && g_str_equal(argv[1], "help"))
		argv[1] = (char *)"--help";
	return (int)ats_cli_check(argc, argv, checker);
}
