/*
 * The whole way of one document, from its bytes to the JSON of its report, in this process and
 * without a box: what instructions.py counts the instructions of.
 *
 *   instructions FIXTURE...
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include <gio/gio.h>
#include <stdlib.h>

#include "extract/extract.h"
#include "fixture.h"
#include "report/frame.h"
#include "report/writer.h"
#include "worker/pipeline.h"

/* what valgrind is told to count, and to write down after each call: by name, and so not static */
gboolean
measured_document(GBytes *bytes);

static gboolean
write_report(const AtsReport *report)
{
	g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable();
	g_autoptr(AtsWriter) writer = ats_writer_new(ATS_WRITER_JSON, ATS_WRITER_PLAIN, out);
	AtsWriterDocument about = {.name = "resume", .bytes = 1, .sha256 = "", .format = "pdf"};

	return ats_writer_add(writer, &about, report, NULL, NULL) &&
	       ats_writer_finish(writer, NULL);
}

G_NO_INLINE gboolean
measured_document(GBytes *bytes)
{
	gboolean is_pdf = g_str_has_prefix(g_bytes_get_data(bytes, NULL), "%PDF");
	g_autoptr(AtsDocument) document = is_pdf ? ats_extract_pdf(bytes, NULL)
						 : ats_extract_docx(bytes, NULL);
	g_autoptr(AtsReport) report = document != NULL ? ats_pipeline_run(document) : NULL;
	g_autoptr(GBytes) frame = report != NULL ? ats_frame_encode(report, NULL) : NULL;
	g_autoptr(AtsReport) arrived = frame != NULL ? ats_frame_decode(frame, NULL) : NULL;

	return arrived != NULL && write_report(arrived);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		g_autoptr(GBytes) bytes = fixture_load(argv[i]);
		if (!measured_document(bytes)) {
			g_printerr("%s: cannot be read\n", argv[i]);
			return EXIT_FAILURE;
		}
	}
	return EXIT_SUCCESS;
}
