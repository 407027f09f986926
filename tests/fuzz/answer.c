/*
 * Any bytes as a worker's answer: a subverted worker may say what it likes, and the caller takes a
 * report that all its writers can write, or an error.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gio/gio.h>
#include <string.h>

#include "report/frame.h"
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

static void
write_out(const AtsReport *report)
{
	static const AtsWriterDocument about = {.name = "resume.pdf", .bytes = 1};

	for (guint i = 0; i <= ATS_WRITER_JSONL; i++) {
		g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable();
		g_autoptr(AtsWriter) writer =
		    ats_writer_new((AtsWriterFormat)i, ATS_WRITER_PLAIN, stream);
		g_assert_true(ats_writer_add(writer, &about, report, NULL, NULL));
		g_assert_true(ats_writer_finish(writer, NULL));
	}
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
		write_out(bare);
	if (report != NULL)
		write_out(report);
	g_free(ats_frame_decode_words(framed, NULL));
	return 0;
}
