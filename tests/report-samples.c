/*
 * Writes reports of every shape as JSON, one shape after the other, parted by a NUL: food for
 * schema-test.py.
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
#include "report/wire.h"
#include "report/writer.h"

static AtsReport *
barest_report(void)
{
	AtsReport *report = ats_report_new();

	report->format = "docx";
	return report;
}

static AtsReport *
as_received(AtsReport *made)
{
	g_autoptr(AtsReport) report = made;
	g_autoptr(GVariant) wire = ats_report_to_wire(report);

	AtsReport *received = ats_report_from_wire(wire, NULL);

	ats_report_fingerprint(received);
	return received;
}

/* @what: of 'r' a full report, 'b' the barest, 'e' one error of each code */
static void
write_shape(GOutputStream *stream, AtsWriterFormat format, gboolean many, const char *what)
{
	g_autoptr(AtsWriter) writer =
	    ats_writer_new(format, many ? ATS_WRITER_MANY : ATS_WRITER_PLAIN, stream);
	AtsWriterDocument about = {.name = "a.pdf", .bytes = 1};

	for (; *what != '\0'; what++) {
		g_autoptr(AtsReport) report = NULL;
		if (*what != 'e') {
			report = as_received(*what == 'r' ? sample_report() : barest_report());
			ats_writer_add(writer, &about, report, NULL, NULL);
			continue;
		}
		for (gint code = 0; code < ATS_ERROR_LAST; code++) {
			g_autoptr(GError) failure = g_error_new_literal(ATS_ERROR, code, "why");
			ats_writer_add(writer, &about, NULL, failure, NULL);
		}
	}
	ats_writer_finish(writer, NULL);
	g_output_stream_write_all(stream, "", 1, NULL, NULL, NULL);
}

/* a report as a worker sends it, without the frame's header: what a fuzzer begins with */
static void
write_wire(GOutputStream *stream)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autoptr(GVariant) body = ats_report_to_wire(report);
	g_autoptr(GVariant) payload = g_variant_ref_sink(g_variant_new_variant(body));
	g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes(payload);

	g_output_stream_write_bytes(stream, bytes, NULL, NULL);
}

int
main(int argc, char **argv)
{
	g_autoptr(GOutputStream) stream = g_unix_output_stream_new(STDOUT_FILENO, FALSE);

	if (argc == 2 && g_str_equal(argv[1], "wire")) {
		write_wire(stream);
		return EXIT_SUCCESS;
	}
	write_shape(stream, ATS_WRITER_JSON, FALSE, "r");
	write_shape(stream, ATS_WRITER_JSON, FALSE, "b");
	write_shape(stream, ATS_WRITER_JSON, TRUE, "");
	write_shape(stream, ATS_WRITER_JSON, TRUE, "rbe");
	write_shape(stream, ATS_WRITER_JSONL, FALSE, "rbe");
	return EXIT_SUCCESS;
}
