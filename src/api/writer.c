/*
 * Writes reports in the formats that people and programs read: the object around report/writer.h.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/private.h"
#include "base/sniff.h"

G_STATIC_ASSERT((int)ATSCHECK_WRITER_TEXT == (int)ATS_WRITER_TEXT);
G_STATIC_ASSERT((int)ATSCHECK_WRITER_JSONL == (int)ATS_WRITER_JSONL);
G_STATIC_ASSERT((int)ATSCHECK_WRITER_CSV == (int)ATS_WRITER_CSV);
G_STATIC_ASSERT((int)ATSCHECK_WRITER_MARKDOWN == (int)ATS_WRITER_MARKDOWN);
G_STATIC_ASSERT((int)ATSCHECK_WRITER_MARKDOWN + 1 == (int)ATS_WRITER_FORMAT_LAST);
G_STATIC_ASSERT((int)ATSCHECK_WRITER_COLOUR == (int)ATS_WRITER_COLOUR);
G_STATIC_ASSERT((int)ATSCHECK_WRITER_BRIEF == (int)ATS_WRITER_BRIEF);
G_STATIC_ASSERT((int)ATSCHECK_WRITER_MANY == (int)ATS_WRITER_MANY);

/* by AtscheckWriterFormat */
static const char *const format_names[] = {
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
G_STATIC_ASSERT(G_N_ELEMENTS(format_names) == ATS_WRITER_FORMAT_LAST + 1);

struct _AtscheckWriter {
	GObject parent_instance;
	AtsWriter *writer;
};

G_DEFINE_FINAL_TYPE(AtscheckWriter, atscheck_writer, G_TYPE_OBJECT)

static void
atscheck_writer_finalize(GObject *object)
{
	AtscheckWriter *self = ATSCHECK_WRITER(object);

	g_clear_pointer(&self->writer, ats_writer_free);
	G_OBJECT_CLASS(atscheck_writer_parent_class)->finalize(object);
}

static void
atscheck_writer_class_init(AtscheckWriterClass *klass)
{
	G_OBJECT_CLASS(klass)->finalize = atscheck_writer_finalize;
}

static void
atscheck_writer_init(AtscheckWriter *self)
{
}

gboolean
atscheck_writer_format_from_name(const char *name, AtscheckWriterFormat *format)
{
	g_return_val_if_fail(name != NULL && format != NULL, FALSE);
	for (guint i = 0; format_names[i] != NULL; i++) {
		if (g_str_equal(format_names[i], name)) {
			*format = (AtscheckWriterFormat)i;
			return TRUE;
		}
	}
	return FALSE;
}

const char *const *
atscheck_writer_list_formats(void)
{
	return format_names;
}

AtscheckWriter *
atscheck_writer_new(AtscheckWriterFormat format, AtscheckWriterFlags flags, GOutputStream *stream)
{
	AtscheckWriter *self;

	g_return_val_if_fail(format <= ATSCHECK_WRITER_MARKDOWN && G_IS_OUTPUT_STREAM(stream),
			     NULL);
	self = g_object_new(ATSCHECK_TYPE_WRITER, NULL);
	self->writer = ats_writer_new((AtsWriterFormat)format, (AtsWriterOptions)flags, stream);
	return self;
}

void
atscheck_writer_set_width(AtscheckWriter *self, guint columns)
{
	g_return_if_fail(ATSCHECK_IS_WRITER(self));
	ats_writer_set_width(self->writer, columns);
}

void
atscheck_writer_set_fail_on(AtscheckWriter *self, AtscheckSeverity severity)
{
	g_return_if_fail(ATSCHECK_IS_WRITER(self));
	ats_writer_set_fail_on(self->writer, (guint)severity);
}

void
atscheck_writer_set_settings(AtscheckWriter *self, const char *settings)
{
	g_return_if_fail(ATSCHECK_IS_WRITER(self));
	ats_writer_set_settings(self->writer, settings);
}

gboolean
atscheck_writer_add_report(AtscheckWriter *self, AtscheckReport *report, GError **error)
{
	AtsWriterDocument about;

	g_return_val_if_fail(ATSCHECK_IS_WRITER(self) && ATSCHECK_IS_REPORT(report), FALSE);
	about = atscheck_report_about(report);
	return ats_writer_add(self->writer, &about, atscheck_report_peek(report), NULL, error);
}

static const char *
format_of(GBytes *bytes)
{
	switch (ats_sniff(bytes, NULL)) {
	case ATS_SNIFF_PDF:
		return "pdf";
	case ATS_SNIFF_ZIP:
		return "docx";
	default:
		return NULL;
	}
}

gboolean
atscheck_writer_add_failure(AtscheckWriter *self,
			    const char *name,
			    GBytes *bytes,
			    const GError *failure,
			    GError **error)
{
	g_autofree char *valid = NULL;
	g_autofree char *sha256 = NULL;
	AtsWriterDocument about = {0};

	g_return_val_if_fail(ATSCHECK_IS_WRITER(self) && name != NULL && failure != NULL, FALSE);
	about.name = valid = g_utf8_make_valid(name, -1);
	if (bytes != NULL) {
		about.bytes = g_bytes_get_size(bytes);
		about.sha256 = sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
		/* as far as its first bytes tell; a package that is no DOCX is none */
		about.format = g_error_matches(failure, ATSCHECK_ERROR, ATSCHECK_ERROR_UNSUPPORTED)
				   ? NULL
				   : format_of(bytes);
	}
	return ats_writer_add(self->writer, &about, NULL, failure, error);
}

gboolean
atscheck_writer_finish(AtscheckWriter *self, GError **error)
{
	g_return_val_if_fail(ATSCHECK_IS_WRITER(self), FALSE);
	return ats_writer_finish(self->writer, error);
}
