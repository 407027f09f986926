/*
 * Any bytes as a worker's answer: a subverted worker may say what it likes, and the caller takes a
 * report that all its writers can write, or an error.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gio/gio.h>
#include <string.h>

#include "report/fingerprint.h"
#include "report/frame.h"
#include "report/override.h"
#include "report/tally.h"
#include "report/verdict.h"
#include "report/writer.h"
#include "target.h"

/* of the frame's header: the magic, then the length of what follows */
#define MAGIC_BYTES 8

/* the input behind a header that is right, so that most of the work is not spent on guessing it */
static GBytes *
frame(const uint8_t *data, size_t size)
{
	g_autoptr(GBytes) empty = ats_frame_encode_words("");
	guint8 *bytes = g_malloc(ATS_FRAME_HEADER_BYTES + size);
	guint32 length = (guint32)size;

	memcpy(bytes, g_bytes_get_data(empty, NULL), ATS_FRAME_HEADER_BYTES);
	memcpy(bytes + MAGIC_BYTES, &length, sizeof(length));
	if (size > 0)
		memcpy(bytes + ATS_FRAME_HEADER_BYTES, data, size);
	return g_bytes_new_take(bytes, ATS_FRAME_HEADER_BYTES + size);
}

/* nothing in it steers a terminal, or is no text: whatever a document says is made harmless */
static void
look_at(GOutputStream *stream)
{
	g_autoptr(GBytes) out = NULL;
	gsize length;
	const char *text;

	g_assert_true(g_output_stream_close(stream, NULL, NULL));
	out = g_memory_output_stream_steal_as_bytes(G_MEMORY_OUTPUT_STREAM(stream));
	text = g_bytes_get_data(out, &length);
	g_assert_true(g_utf8_validate_len(text, length, NULL));
	for (gsize i = 0; i < length; i++)
		g_assert_true((guchar)text[i] >= ' ' || strchr("\t\r\n", text[i]) != NULL);
}

static void
write_out(const AtsReport *report)
{
	static const AtsWriterDocument about = {.name = "resume.pdf", .bytes = 1};

	for (guint i = 0; i < ATS_WRITER_FORMAT_LAST; i++) {
		g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable();
		g_autoptr(AtsWriter) writer =
		    ats_writer_new((AtsWriterFormat)i, ATS_WRITER_PLAIN, stream);
		g_assert_true(ats_writer_add(writer, &about, report, NULL, NULL));
		g_assert_true(ats_writer_finish(writer, NULL));
		look_at(stream);
	}
}

/* what the library does with a report before it gives it away */
static void
use(AtsReport *report)
{
	AtsTally *tally = ats_tally_new();
	g_autoptr(GPtrArray) templates = NULL;
	g_autoptr(GArray) checks = NULL;

	ats_report_sort(report);
	ats_report_judge(report);
	ats_report_fingerprint(report);
	ats_tally_add(tally, "a.pdf", "1", report, NULL);
	ats_tally_add(tally, "b.pdf", "2", report, NULL);
	templates = ats_tally_list_templates(tally);
	checks = ats_tally_list_checks(tally);
	ats_tally_free(tally);
	write_out(report);
	if (report->findings->len > 0) {
		const char *check = g_array_index(report->findings, AtsFinding, 0).id;
		ats_report_set_severity(report, check, ATS_SEVERITY_NOTE);
		ats_report_ignore(report, check);
	}
	write_out(report);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GBytes) raw = g_bytes_new_static(data, size);
	g_autoptr(GBytes) framed = frame(data, size);
	g_autoptr(AtsReport) bare = ats_frame_decode(raw, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsReport) report = ats_frame_decode(framed, &error);

	g_assert_true((report == NULL) == (error != NULL));
	if (bare != NULL)
		use(bare);
	if (report != NULL)
		use(report);
	g_free(ats_frame_decode_words(framed, NULL));
	return 0;
}
