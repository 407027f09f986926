/*
 * Writes documents of a stranger's making in one format: food for formats-test.py.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gio/gio.h>
#include <gio/gunixoutputstream.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/error.h"
#include "report-sample.h"
#include "report/fingerprint.h"
#include "report/writer.h"

/* all that some format takes for its own, in one line and in several, and bytes that are no text */
#define HOSTILE                                                                                    \
	"::error file=x::pwn\n::stop-commands::t\r\n%0A::set-output name=a::b ##[error]no\t]]> "   \
	"<b onclick=\"x\">&amp;</details> | \\| `c` ``` @octocat #1 www.example.com "              \
	"https://example.com [x](https://example.com) {0} {{ \"q\" 'a' \033[31mred\x01\x7f "       \
	"\xe2\x80\xae"                                                                             \
	"fdp.\xe2\x80\xac \xef\xbb\xbf\xef\xbf\xbe \xff\xfe \xed\xa0\x80 \xc2\x9b \xe2\x80\xa8 "   \
	"\xf0\x9f\x98\x80 end"

static const char *const names[] = {
    "plain.pdf",
    "./sub folder/r\xc3\xa9sum\xc3\xa9 100%.pdf",
    "/tmp/absolute.pdf",
    HOSTILE,
    "=cmd|' /C calc'!A0",
    "+1",
    "-2+3",
    "@SUM(A1)",
    " \t=x",
    "\xef\xbb\xbf=x",
    "\xef\xbc\x9dx",
    "::error::x",
    "##[error]x",
    "two\nlines",
    "quote\"d, and comma",
    NULL,
};

static void
make_hostile(AtsReport *report)
{
	sample_add_finding(report,
			   (AtsFinding){.id = "multi-column",
					.severity = ATS_SEVERITY_ERROR,
					.message = "“" HOSTILE "” stands beside “" HOSTILE "”.",
					.fix = HOSTILE,
					.evidence = HOSTILE,
					.page = 1,
					.box = {1, 2, 3, 4}},
			   "line");
	sample_add_finding(report,
			   (AtsFinding){.id = "expected-field",
					.severity = ATS_SEVERITY_ERROR,
					.message = HOSTILE,
					.pointer = HOSTILE},
			   NULL);
	sample_add_finding(report,
			   (AtsFinding){.id = "no-such-check", .message = "", .evidence = ""},
			   NULL);
	ats_report_sort(report);
	report->producer = HOSTILE;
	report->name = "=HYPERLINK(\"https://example.com\")";
	report->phone = "+1 555 0100";
}

static void
add_report(AtsWriter *writer, const char *name, AtsReport *report)
{
	AtsWriterDocument about = {
	    .name = name,
	    .bytes = 78001,
	    .sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
	    .format = "pdf",
	};

	ats_report_fingerprint(report);
	g_assert_true(ats_writer_add(writer, &about, report, NULL, NULL));
}

static void
add_failure(AtsWriter *writer, const char *name, gint code)
{
	g_autoptr(GError) failure = g_error_new_literal(ATS_ERROR, code, HOSTILE);
	AtsWriterDocument about = {.name = name};

	g_assert_true(ats_writer_add(writer, &about, NULL, failure, NULL));
}

static void
write_hostile(AtsWriter *writer)
{
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(AtsReport) report = sample_report();
		make_hostile(report);
		add_report(writer, names[i], report);
	}
	for (gint code = 0; code < ATS_ERROR_LAST; code++)
		add_failure(writer, names[code], code);
}

/* @n documents, each with three findings of its own and better than the one before */
static void
write_many(AtsWriter *writer, guint n)
{
	for (guint i = 0; i < n; i++) {
		g_autoptr(AtsReport) report = sample_report();
		g_autofree char *name = g_strdup_printf("batch/resume-%06u.pdf", i);
		report->score = 100.0 * i / n;
		report->verdict = report->score < 50 ? ATS_VERDICT_FAIL : ATS_VERDICT_RISK;
		add_report(writer, name, report);
	}
}

/* FORMAT SHAPE: a shape is "none", "one", "hostile" or a number of documents */
int
main(int argc, char **argv)
{
	static const char *const formats[] = {
	    "text",
	    "json",
	    "jsonl",
	    "csv",
	    "sarif",
	    "junit",
	    "github",
	    "markdown",
	    NULL,
	};
	g_autoptr(GOutputStream) raw = g_unix_output_stream_new(STDOUT_FILENO, FALSE);
	g_autoptr(AtsReport) report = sample_report();
	g_autoptr(AtsWriter) writer = NULL;
	AtsWriterFormat format = ATS_WRITER_TEXT;

	g_assert_cmpint(argc, ==, 3);
	while (!g_str_equal(formats[format], argv[1]))
		format++;
	writer = ats_writer_new(format, ATS_WRITER_MANY, raw);
	if (g_str_equal(argv[2], "one"))
		add_report(writer, "resume.pdf", report);
	else if (g_str_equal(argv[2], "hostile"))
		write_hostile(writer);
	else if (!g_str_equal(argv[2], "none"))
		write_many(writer, (guint)atoi(argv[2]));
	g_assert_true(ats_writer_finish(writer, NULL));
	return EXIT_SUCCESS;
}
