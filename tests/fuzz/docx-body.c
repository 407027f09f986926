/*
 * The parts of a DOCX as text, in a package that is whole: the walk over the body, styles,
 * numbering, headers and notes, and the whole pipeline after it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>
#include <zip.h>

#include "extract/extract.h"
#include "target.h"
#include "worker/pipeline.h"

/* parts one part from the next; no byte of UTF-8 */
#define PART_END "\xFF"

#define OOXML "http://schemas.openxmlformats.org/"
#define SPACES                                                                                     \
	" xmlns:w='" OOXML "wordprocessingml/2006/main'"                                           \
	" xmlns:r='" OOXML "officeDocument/2006/relationships'"                                    \
	" xmlns:wp='" OOXML "drawingml/2006/wordprocessingDrawing'"                                \
	" xmlns:a='" OOXML "drawingml/2006/main' xmlns:pic='" OOXML "drawingml/2006/picture'"      \
	" xmlns:mc='" OOXML "markup-compatibility/2006'"                                           \
	" xmlns:m='" OOXML "officeDocument/2006/math'"                                             \
	" xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"           \
	" xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:"      \
	"office'"
#define RELATIONSHIPS "<Relationships xmlns='" OOXML "package/2006/relationships'>"
#define RELATION(type, id, target)                                                                 \
	"<Relationship Type='" OOXML "officeDocument/2006/relationships/" type "' Id='" id         \
	"' Target='" target "'/>"

/* a part that the input gives, and what stands around it */
static const struct {
	const char *name, *before, *after;
} parts[] = {
    {"word/document.xml", "<w:document" SPACES "><w:body>", "</w:body></w:document>"},
    {"word/styles.xml", "<w:styles" SPACES ">", "</w:styles>"},
    {"word/numbering.xml", "<w:numbering" SPACES ">", "</w:numbering>"},
    {"word/header1.xml", "<w:hdr" SPACES ">", "</w:hdr>"},
    {"word/footnotes.xml", "<w:footnotes" SPACES ">", "</w:footnotes>"},
};

static const char package_rels[] =
    RELATIONSHIPS RELATION("officeDocument", "rId1", "word/document.xml") "</Relationships>";
static const char document_rels[] = RELATIONSHIPS RELATION("styles", "rIdStyles", "styles.xml")
    RELATION("numbering", "rIdNumbering", "numbering.xml")
	RELATION("header", "rIdHeader1", "header1.xml")
	    RELATION("footnotes", "rIdFootnotes", "footnotes.xml") "</Relationships>";

/* @data must live until the archive is closed */
static void
add(zip_t *zip, const char *name, const char *data)
{
	zip_source_t *source = zip_source_buffer(zip, data, strlen(data), 0);
	zip_int64_t index = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);

	g_assert_cmpint(index, >=, 0);
	zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0);
}

static GBytes *
close_archive(zip_t *zip, zip_source_t *source)
{
	zip_stat_t stat;
	guint8 *data;
	gboolean done = zip_close(zip) == 0 && zip_source_open(source) == 0 &&
			zip_source_stat(source, &stat) == 0;

	g_assert_true(done);
	data = g_malloc(stat.size);
	g_assert_cmpint(zip_source_read(source, data, stat.size), ==, (zip_int64_t)stat.size);
	zip_source_close(source);
	zip_source_free(source);
	return g_bytes_new_take(data, stat.size);
}

static GBytes *
pack(char **inner)
{
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
	guint n = g_strv_length(inner);

	g_assert_nonnull(zip);
	zip_source_keep(source);
	add(zip, "_rels/.rels", package_rels);
	add(zip, "word/_rels/document.xml.rels", document_rels);
	for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
		char *text =
		    g_strconcat(parts[i].before, i < n ? inner[i] : "", parts[i].after, NULL);
		g_ptr_array_add(texts, text);
		add(zip, parts[i].name, text);
	}
	return close_archive(zip, source);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_strndup((const char *)data, size);
	g_auto(GStrv) inner = g_strsplit(text, PART_END, G_N_ELEMENTS(parts));
	g_autoptr(GBytes) bytes = pack(inner);
	g_autoptr(AtsDocument) document = ats_extract_docx(bytes, NULL);

	if (document != NULL)
		ats_report_free(ats_pipeline_run(document));
	return 0;
}
