/*
 * Packs DOCX files in memory from pieces of XML. For the tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "docx-pack.h"

#include <check.h>
#include <png.h>
#include <string.h>
#include <zip.h>

#include "extract/extract.h"

#define SPACES                                                                                     \
	"xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "                  \
	"xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "           \
	"xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "       \
	"xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "                         \
	"xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' "                    \
	"xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "                  \
	"xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "           \
	"xmlns:v='urn:schemas-microsoft-com:vml' "                                                 \
	"xmlns:o='urn:schemas-microsoft-com:office:office' "                                       \
	"xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"

static const char TYPES[] =
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
    "<Default Extension='rels' "
    "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
    "<Default Extension='xml' ContentType='application/xml'/>"
    "<Override PartName='/word/document.xml' ContentType='application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";

#define REL                                                                                        \
	"<Relationship Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"

static const char PACKAGE_RELS[] = RELS REL
    "officeDocument' Id='rId1' Target='word/document.xml'/>" REL
    "extended-properties' Id='rId2' Target='docProps/app.xml'/></Relationships>";

static const char DOCUMENT_RELS[] = RELS REL
    "styles' Id='rIdStyles' Target='styles.xml'/>" REL
    "numbering' Id='rIdNumbering' Target='numbering.xml'/>" REL
    "settings' Id='rIdSettings' Target='settings.xml'/>" REL
    "header' Id='rIdHeader1' Target='header1.xml'/>" REL
    "header' Id='rIdHeader2' Target='header2.xml'/>" REL
    "footer' Id='rIdFooter1' Target='footer1.xml'/>" REL
    "footnotes' Id='rIdFootnotes' Target='footnotes.xml'/>" REL
    "comments' Id='rIdComments' Target='/word/comments.xml'/>" REL
    "image' Id='rIdImage' Target='media/image1.png'/>" REL
    "aFChunk' Id='rIdChunk' Target='chunk.html'/>" REL
    "hyperlink' Id='rIdLink' Target='https://example.com/' TargetMode='External'/>"
    "</Relationships>";

static void
add(zip_t *zip, const char *name, const void *data, gsize length)
{
	zip_source_t *source = zip_source_buffer(zip, data, length, 0);

	ck_assert_ptr_nonnull(source);
	ck_assert_int_ge(zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8), 0);
}

/* libzip writes into a buffer source, which is read back after the archive is closed */
static GBytes *
close_zip(zip_t *zip, zip_source_t *source)
{
	zip_stat_t stat;
	guint8 *data;

	ck_assert_int_eq(zip_close(zip), 0);
	ck_assert_int_eq(zip_source_open(source), 0);
	ck_assert_int_eq(zip_source_stat(source, &stat), 0);
	data = g_malloc(stat.size);
	ck_assert_int_eq(zip_source_read(source, data, stat.size), (zip_int64_t)stat.size);
	zip_source_close(source);
	zip_source_free(source);
	return g_bytes_new_take(data, stat.size);
}

static zip_t *
open_zip(zip_source_t **source)
{
	zip_t *zip;

	*source = zip_source_buffer_create(NULL, 0, 0, NULL);
	ck_assert_ptr_nonnull(*source);
	zip_source_keep(*source);
	zip = zip_open_from_source(*source, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	ck_assert_ptr_nonnull(zip);
	return zip;
}

static void
add_all(zip_t *zip, va_list parts)
{
	const char *name;

	while ((name = va_arg(parts, const char *)) != NULL) {
		const char *text = va_arg(parts, const char *);
		add(zip, name, text, strlen(text));
	}
}

GBytes *
docx_pack(const char *name, ...)
{
	zip_source_t *source;
	zip_t *zip = open_zip(&source);
	const char *text;
	va_list parts;

	va_start(parts, name);
	text = va_arg(parts, const char *);
	add(zip, name, text, strlen(text));
	add_all(zip, parts);
	va_end(parts);
	return close_zip(zip, source);
}

GBytes *
docx_pack_main(const void *data, gsize length)
{
	static const char rels[] = RELS
	    "<Relationship Id='a' Type='x/officeDocument' Target='d.xml'/></Relationships>";
	zip_source_t *source;
	zip_t *zip = open_zip(&source);

	add(zip, "_rels/.rels", rels, strlen(rels));
	add(zip, "d.xml", data, length);
	return close_zip(zip, source);
}

char *
docx_part(const char *root, const char *inner)
{
	return g_strdup_printf("<?xml version='1.0' encoding='UTF-8'?><w:%s " SPACES ">%s</w:%s>",
			       root,
			       inner,
			       root);
}

static GBytes *
pack_body(const char *body, va_list parts)
{
	zip_source_t *source;
	zip_t *zip = open_zip(&source);
	g_autofree char *inner = g_strconcat("<w:body>", body, "</w:body>", NULL);
	g_autofree char *document = docx_part("document", inner);
	g_autoptr(GBytes) words = docx_png(240, 48, TRUE);

	add(zip, "[Content_Types].xml", TYPES, strlen(TYPES));
	add(zip, "_rels/.rels", PACKAGE_RELS, strlen(PACKAGE_RELS));
	add(zip, "word/document.xml", document, strlen(document));
	add(zip, "word/_rels/document.xml.rels", DOCUMENT_RELS, strlen(DOCUMENT_RELS));
	add(zip, "word/media/image1.png", g_bytes_get_data(words, NULL), g_bytes_get_size(words));
	add_all(zip, parts);
	return close_zip(zip, source);
}

GBytes *
docx_pack_body(const char *body, ...)
{
	va_list parts;
	GBytes *bytes;

	va_start(parts, body);
	bytes = pack_body(body, parts);
	va_end(parts);
	return bytes;
}

AtsDocument *
docx_read(const char *body, ...)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = NULL;
	AtsDocument *document;
	va_list parts;

	va_start(parts, body);
	bytes = pack_body(body, parts);
	va_end(parts);
	document = ats_extract_docx(bytes, &error);
	ck_assert_msg(document != NULL, "%s", error != NULL ? error->message : "no error");
	return document;
}

char *
docx_words(const AtsDocument *document)
{
	g_autofree const char **texts = g_new0(const char *, document->words->len + 1);

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		texts[word->draw] = word->text;
	}
	return g_strjoinv("|", (char **)texts);
}

const AtsWord *
docx_word(const AtsDocument *document, const char *text)
{
	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		if (g_str_equal(word->text, text))
			return word;
	}
	ck_abort_msg("no word “%s”", text);
	return NULL;
}

GBytes *
docx_png(guint width, guint height, gboolean words)
{
	png_image image = {.version = PNG_IMAGE_VERSION,
			   .width = width,
			   .height = height,
			   .format = PNG_FORMAT_RGB};
	g_autofree guint8 *pixels = g_malloc((gsize)width * height * 3);
	png_alloc_size_t length = 0;
	guint8 *out;

	for (guint y = 0; y < height; y++) {
		for (guint x = 0; x < width; x++) {
			guint8 *p = pixels + ((gsize)y * width + x) * 3;
			/* lines of letters: half of each line's height, strokes of four pixels in
			 * eleven */
			gboolean ink = y % 24 >= 6 && y % 24 < 18 && x % 11 < 4;
			p[0] = words ? (ink ? 0 : 255) : (guint8)(x * 255 / width);
			p[1] = words ? p[0] : (guint8)(y * 255 / height);
			p[2] = words ? p[0] : (guint8)((x + y) * 7 % 256);
		}
	}
	ck_assert_int_ne(png_image_write_to_memory(&image, NULL, &length, 0, pixels, 0, NULL), 0);
	out = g_malloc(length);
	ck_assert_int_ne(png_image_write_to_memory(&image, out, &length, 0, pixels, 0, NULL), 0);
	return g_bytes_new_take(out, length);
}
