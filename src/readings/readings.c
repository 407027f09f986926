/*
 * The table of parser families, and the reading of a document by each that takes its format.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/readings.h"

#include "readings/family.h"

typedef struct {
	const char *id;
	AtsFormat format;
	gboolean needs_order; /* reads characters as the page draws them */
	guint weight; /* independent programs that it stands for, as report/parsers.c names them */
	AtsFamilyRead read;
} AtsFamily;

/* in the order of reports; what each stands for is told in report/parsers.c */
static const AtsFamily families[] = {
    {"stream", ATS_FORMAT_PDF, TRUE, 4, ats_family_stream},
    {"line", ATS_FORMAT_PDF, TRUE, 2, ats_family_line},
    {"block", ATS_FORMAT_PDF, FALSE, 1, ats_family_block},
    {"cluster", ATS_FORMAT_PDF, TRUE, 1, ats_family_cluster},
    {"opencats", ATS_FORMAT_PDF, FALSE, 1, ats_family_opencats_pdf},
    {"body", ATS_FORMAT_DOCX, FALSE, 1, ats_family_body},
    {"tables", ATS_FORMAT_DOCX, FALSE, 1, ats_family_tables},
    {"markup", ATS_FORMAT_DOCX, FALSE, 2, ats_family_markup},
    {"all", ATS_FORMAT_DOCX, FALSE, 1, ats_family_all},
    {"docx2txt", ATS_FORMAT_DOCX, FALSE, 1, ats_family_docx2txt},
    {"office", ATS_FORMAT_DOCX, FALSE, 1, ats_family_office},
    {"opencats", ATS_FORMAT_DOCX, FALSE, 1, ats_family_opencats_docx},
};

static gboolean
has_order(const AtsDocument *document)
{
	for (guint i = 0; i < document->pages->len; i++) {
		if (!ats_at(document->pages, AtsPage, i)->has_order)
			return FALSE;
	}
	return TRUE;
}

static AtsReading *
read_by(const AtsFamily *family, const AtsDocument *document)
{
	AtsReading *reading = ats_reading_new(family->id);

	reading->weight = family->weight;
	if (family->needs_order && !has_order(document)) {
		reading->judged = FALSE;
		reading->why_not = "the drawing order of a page is not known";
	} else {
		family->read(reading, document);
	}
	ats_reading_finish(reading);
	return reading;
}

GPtrArray *
ats_readings_make(const AtsDocument *document, const AtsLayout *layout)
{
	GPtrArray *readings = g_ptr_array_new_with_free_func((GDestroyNotify)ats_reading_free);

	for (gsize i = 0; i < G_N_ELEMENTS(families); i++) {
		if (families[i].format == document->format)
			g_ptr_array_add(readings, read_by(&families[i], document));
	}
	return readings;
}

const char *
ats_reading_intern(AtsReading *reading, const char *text)
{
	if (reading->strings == NULL)
		reading->strings = g_string_chunk_new(1024);
	return g_string_chunk_insert_const(reading->strings, text);
}
