/*
 * The door of the writers: chooses one, counts what passes, and puts each document on the stream as
 * soon as it is whole.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/writer.h"

#include "report/writer_private.h"

/* columns of a terminal that nobody asked about, and the fewest that the text's layout can live
 * with */
#define WIDTH_DEFAULT 80
#define WIDTH_LEAST   40

struct AtsWriter {
	const AtsWriterClass *class;
	AtsWriterStyle style;
	AtsWriterSummary summary;
	GOutputStream *stream;
	GString *pending;
};

static const AtsWriterClass *
class_of(AtsWriterFormat format)
{
	switch (format) {
	case ATS_WRITER_JSON:
		return &ats_writer_json;
	case ATS_WRITER_JSONL:
		return &ats_writer_jsonl;
	case ATS_WRITER_CSV:
		return &ats_writer_csv;
	case ATS_WRITER_SARIF:
		return &ats_writer_sarif;
	case ATS_WRITER_JUNIT:
		return &ats_writer_junit;
	case ATS_WRITER_GITHUB:
		return &ats_writer_github;
	case ATS_WRITER_MARKDOWN:
		return &ats_writer_markdown;
	case ATS_WRITER_TEXT:
	default:
		return &ats_writer_text;
	}
}

AtsWriter *
ats_writer_new(AtsWriterFormat format, AtsWriterOptions options, GOutputStream *stream)
{
	AtsWriter *self = g_new0(AtsWriter, 1);

	self->class = class_of(format);
	self->style = (AtsWriterStyle){
	    .options = options,
	    .width = WIDTH_DEFAULT,
	    .fail_on = ATS_SEVERITY_ERROR,
	    .state = g_malloc0(self->class->state_size),
	};
	if (options & ATS_WRITER_MANY && self->class->has_summary)
		self->summary.more = ats_tally_new();
	self->stream = g_object_ref(stream);
	self->pending = g_string_sized_new(16384);
	return self;
}

void
ats_writer_free(AtsWriter *writer)
{
	if (writer->class->clear != NULL)
		writer->class->clear(writer->style.state);
	g_free(writer->style.state);
	g_free(writer->style.settings);
	g_clear_pointer(&writer->summary.more, ats_tally_free);
	g_object_unref(writer->stream);
	g_string_free(writer->pending, TRUE);
	g_free(writer);
}

void
ats_writer_set_width(AtsWriter *writer, guint columns)
{
	writer->style.width = MAX(columns, WIDTH_LEAST);
}

void
ats_writer_set_fail_on(AtsWriter *writer, guint severity)
{
	writer->style.fail_on = severity;
}

void
ats_writer_set_settings(AtsWriter *writer, const char *settings)
{
	g_free(writer->style.settings);
	writer->style.settings = g_strdup(settings);
}

static void
count(AtsWriterSummary *summary,
      const AtsWriterDocument *about,
      const AtsReport *report,
      const GError *failure)
{
	summary->n_documents++;
	if (summary->more != NULL)
		ats_tally_add(summary->more,
			      about->name,
			      about->sha256,
			      report,
			      failure != NULL ? ats_writer_error_name(failure) : NULL);
	if (report == NULL) {
		summary->n_failures++;
		return;
	}
	summary->n_verdicts[report->verdict]++;
	for (guint i = 0; i < report->findings->len; i++)
		summary->n_findings[g_array_index(report->findings, AtsFinding, i).severity]++;
}

static gboolean
flush(AtsWriter *self, GError **error)
{
	gboolean done = g_output_stream_write_all(self->stream,
						  self->pending->str,
						  self->pending->len,
						  NULL,
						  NULL,
						  error) &&
			g_output_stream_flush(self->stream, NULL, error);

	g_string_truncate(self->pending, 0);
	return done;
}

gboolean
ats_writer_add(AtsWriter *writer,
	       const AtsWriterDocument *about,
	       const AtsReport *report,
	       const GError *failure,
	       GError **error)
{
	g_return_val_if_fail((report == NULL) != (failure == NULL), FALSE);

	writer
	    ->class->add(writer->pending, &writer->style, &writer->summary, about, report, failure);
	count(&writer->summary, about, report, failure);
	return flush(writer, error);
}

gboolean
ats_writer_finish(AtsWriter *writer, GError **error)
{
	writer->class->finish(writer->pending, &writer->style, &writer->summary);
	return flush(writer, error);
}
