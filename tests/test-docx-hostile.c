/*
 * Tests of the DOCX side of src/extract on files that are damaged, hostile or something else: each
 * gives one clear error, or is read as far as Word would.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "docx-pack.h"
#include "extract/extract.h"

#define TEXT "<w:p><w:r><w:t>text</w:t></w:r></w:p>"

/* no document, this code, and a message of one line that holds @says */
static void
assert_fails(GBytes *bytes, AtsError code, const char *says)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsDocument) document = ats_extract_docx(bytes, &error);

	ck_assert_ptr_null(document);
	ck_assert_ptr_nonnull(error);
	ck_assert_msg(g_error_matches(error, ATS_ERROR, (gint)code), "%s", error->message);
	ck_assert_msg(strstr(error->message, says) != NULL, "%s", error->message);
	ck_assert_ptr_null(strchr(error->message, '\n'));
}

static void
assert_body_fails(const char *body, AtsError code, const char *says)
{
	g_autoptr(GBytes) bytes = docx_pack_body(body, NULL);

	assert_fails(bytes, code, says);
}

/* @n copies of @piece; (transfer full) */
static char *
repeat(const char *piece, guint n)
{
	GString *out = g_string_sized_new(strlen(piece) * n + 1);

	for (guint i = 0; i < n; i++)
		g_string_append(out, piece);
	return g_string_free(out, FALSE);
}

static GBytes *
pack_main(const char *text)
{
	return docx_pack_main(text, strlen(text));
}

START_TEST(document_types_are_refused)
{
	g_autoptr(GBytes) entities =
	    pack_main("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><x>&b;</x>");
	g_autoptr(GBytes) late = pack_main(
	    "<?xml version='1.0'?><!-- > --><!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>");
	g_autoptr(GBytes) styles =
	    docx_pack_body(TEXT, "word/styles.xml", "<!DOCTYPE x><x/>", NULL);
	g_autoptr(AtsDocument) without = ats_extract_docx(styles, NULL);

	assert_fails(entities, ATS_ERROR_DAMAGED, "document type");
	assert_fails(late, ATS_ERROR_DAMAGED, "document type");
	/* in a part that can be done without, the part is done without */
	ck_assert_ptr_nonnull(without);
	ck_assert_uint_eq(without->n_syntax_errors, 1);
}
END_TEST

START_TEST(bombs_are_stopped)
{
	g_autofree char *spaces = g_strnfill(40 * ATS_MIB, ' ');
	g_autofree char *few = g_strnfill(2 * ATS_MIB, ' ');
	g_autoptr(GBytes) header = docx_pack_body(TEXT, "word/header1.xml", few, NULL);

	assert_body_fails(spaces, ATS_ERROR_TOO_LARGE, "inflates");
	assert_body_fails(few, ATS_ERROR_TOO_LARGE, "inflates");
	/* in any part */
	assert_fails(header, ATS_ERROR_TOO_LARGE, "header1.xml");
}
END_TEST

START_TEST(attributes_without_end_are_stopped)
{
	g_autoptr(GString) tag = g_string_new("<w:p");
	g_autoptr(GString) sly = g_string_new("<w:p");

	for (guint i = 0; i < 8000; i++) {
		g_string_append_printf(tag, " a%u='1'", i);
		/* a ">" in a value ends no tag */
		g_string_append_printf(sly, " a%u='>'", i);
	}
	g_string_append(tag, "/>");
	g_string_append(sly, "/>");
	assert_body_fails(tag->str, ATS_ERROR_TOO_LARGE, "attributes");
	assert_body_fails(sly->str, ATS_ERROR_TOO_LARGE, "attributes");
}
END_TEST

START_TEST(long_text_is_no_long_tag)
{
	g_autofree char *letters = repeat("x>", 100000);
	g_autofree char *words = repeat("word &gt; ", 20000);
	g_autofree char *body = g_strconcat("<w:p><!-- ",
					    letters,
					    " --><w:r><w:t>",
					    letters,
					    " ",
					    words,
					    "</w:t></w:r></w:p>",
					    NULL);
	g_autoptr(AtsDocument) document = docx_read(body, NULL);

	ck_assert_uint_eq(document->words->len, 40001);
}
END_TEST

START_TEST(depth_is_bounded)
{
	g_autofree char *open = repeat("<w:sdt><w:sdtContent>", 300);
	g_autofree char *close = repeat("</w:sdtContent></w:sdt>", 300);
	g_autofree char *deep = g_strconcat(open, TEXT, close, NULL);
	g_autofree char *shallow = g_strndup(open, strlen("<w:sdt><w:sdtContent>") * 100);
	g_autofree char *shallow_end = g_strndup(close, strlen("</w:sdtContent></w:sdt>") * 100);
	g_autofree char *fine = g_strconcat(shallow, TEXT, shallow_end, NULL);
	g_autoptr(AtsDocument) document = docx_read(fine, NULL);

	assert_body_fails(deep, ATS_ERROR_TOO_LARGE, "deeply");
	ck_assert_uint_eq(document->words->len, 1);
	ck_assert_uint_eq(document->parts->len, 101);
}
END_TEST

START_TEST(too_many_of_anything_is_told)
{
	g_autofree char *paragraphs =
	    repeat("<w:p a='1'/><w:p b='2'/>", ATS_LIMIT_PARAGRAPHS / 2 + 1);
	g_autofree char *noise = g_malloc0(3 * ATS_MIB + 1);
	g_autofree char *body = NULL;
	guint32 seed = 1;

	/* noise keeps the packed size up: this is about the number alone */
	for (gsize i = 0; i < 3 * ATS_MIB; i++) {
		seed = seed * 1664525u + 1013904223u;
		noise[i] = (char)('a' + (seed >> 24) % 26);
	}
	body = g_strconcat("<w:p><w:r><w:t>", noise, "</w:t></w:r></w:p>", paragraphs, NULL);
	assert_body_fails(body, ATS_ERROR_TOO_LARGE, "paragraphs");
}
END_TEST

START_TEST(the_first_of_two_equal_names_counts)
{
	g_autoptr(GBytes) bytes = docx_pack_body(TEXT, "word/documenX.xml", "<never/>", NULL);
	gsize length;
	g_autofree char *copy =
	    g_memdup2(g_bytes_get_data(bytes, &length), g_bytes_get_size(bytes));
	g_autoptr(GBytes) twice = NULL;
	g_autoptr(AtsDocument) document = NULL;

	for (char *at = copy;
	     (at = memmem(at, length - (gsize)(at - copy), "documenX", 8)) != NULL;)
		at[7] = 't';
	twice = g_bytes_new(copy, length);
	document = ats_extract_docx(twice, NULL);
	ck_assert_ptr_nonnull(document);
	ck_assert_uint_eq(document->words->len, 1);
	ck_assert_uint_eq(document->n_syntax_errors, 1);
}
END_TEST

/* an OLE container with a stream of that name in its directory */
static GBytes *
ole_with(const char *stream)
{
	guint8 *data = g_malloc0(2048);

	memcpy(data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
	for (gsize i = 0; stream[i] != '\0'; i++)
		data[1024 + i * 2] = (guint8)stream[i];
	return g_bytes_new_take(data, 2048);
}

START_TEST(other_files_are_named)
{
	static const char workbook[] =
	    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default "
	    "Extension='xml' "
	    "ContentType='application/"
	    "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>";
	g_autoptr(GBytes) encrypted = ole_with("EncryptedPackage");
	g_autoptr(GBytes) old = ole_with("WordDocument");
	g_autoptr(GBytes) ole = ole_with("Contents");
	g_autoptr(GBytes) odt = docx_pack("mimetype",
					  "application/vnd.oasis.opendocument.text",
					  "content.xml",
					  "<x/>",
					  NULL);
	g_autoptr(GBytes) zip = docx_pack("cv.txt", "text", NULL);
	g_autoptr(GBytes) xlsx = docx_pack(
	    "[Content_Types].xml",
	    workbook,
	    "_rels/.rels",
	    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
	    "<Relationship Id='a' Type='x/officeDocument' "
	    "Target='xl/workbook.xml'/></Relationships>",
	    "xl/workbook.xml",
	    "<workbook/>",
	    NULL);
	g_autoptr(GBytes) rtf = g_bytes_new_static("{\\rtf1 text}", 12);
	g_autoptr(GBytes) text = g_bytes_new_static("Ann Lee, Engineer", 17);
	g_autoptr(GBytes) empty = g_bytes_new_static("", 0);

	assert_fails(encrypted, ATS_ERROR_ENCRYPTED, "password");
	assert_fails(old, ATS_ERROR_UNSUPPORTED, "save it as DOCX");
	assert_fails(ole, ATS_ERROR_UNSUPPORTED, "OLE");
	assert_fails(odt, ATS_ERROR_UNSUPPORTED, "ODT");
	assert_fails(zip, ATS_ERROR_UNSUPPORTED, "ZIP archive");
	assert_fails(xlsx, ATS_ERROR_UNSUPPORTED, "Excel");
	assert_fails(rtf, ATS_ERROR_UNSUPPORTED, "RTF");
	assert_fails(text, ATS_ERROR_UNSUPPORTED, "not a Word document");
	assert_fails(empty, ATS_ERROR_DAMAGED, "empty");
}
END_TEST

START_TEST(damage_is_told)
{
	g_autoptr(GBytes) whole = docx_pack_body(TEXT, NULL);
	g_autoptr(GBytes) cut = g_bytes_new_from_bytes(whole, 0, g_bytes_get_size(whole) / 2);
	g_autoptr(GBytes) encoding = pack_main("<?xml version='1.0' encoding='ISO-2022-JP'?><x/>");
	g_autoptr(GBytes) sly = pack_main("<?xml version='1.0'  encoding =\n'UTF-7'?><x/>");
	g_autoptr(GBytes) ebcdic = pack_main("\x4C\x6F\xA7\x94\x93");
	g_autoptr(GBytes) header =
	    docx_pack_body(TEXT "<w:sectPr><w:headerReference r:id='rIdHeader1'/></w:sectPr>",
			   "word/header1.xml",
			   "<w:hdr",
			   NULL);
	g_autoptr(AtsDocument) without = ats_extract_docx(header, NULL);

	assert_fails(cut, ATS_ERROR_DAMAGED, "cut off");
	assert_body_fails("<w:p><w:r></w:p>", ATS_ERROR_DAMAGED, "well-formed");
	assert_body_fails("<w:p>\xC3\x28</w:p>", ATS_ERROR_DAMAGED, "well-formed");
	assert_body_fails("<w:p>&unknown;</w:p>", ATS_ERROR_DAMAGED, "well-formed");
	assert_fails(encoding, ATS_ERROR_DAMAGED, "encoding");
	assert_fails(sly, ATS_ERROR_DAMAGED, "encoding");
	assert_fails(ebcdic, ATS_ERROR_DAMAGED, "encoding");
	ck_assert_ptr_nonnull(without);
	ck_assert_uint_eq(without->n_syntax_errors, 1);
}
END_TEST

START_TEST(wrong_checksums_are_told)
{
	g_autoptr(GBytes) whole = docx_pack_body(TEXT, NULL);
	gsize length = g_bytes_get_size(whole);
	g_autofree guint8 *copy = g_memdup2(g_bytes_get_data(whole, NULL), length);
	/* the central directory's entry of the document holds its checksum 30 bytes before its name
	 */
	guint8 *first = memmem(copy, length, "word/document.xml", 17);
	guint8 *central =
	    memmem(first + 1, length - (gsize)(first + 1 - copy), "word/document.xml", 17);
	g_autoptr(GBytes) wrong = NULL;

	ck_assert_ptr_nonnull(central);
	central[-30] ^= 0xFF;
	wrong = g_bytes_new(copy, length);
	assert_fails(wrong, ATS_ERROR_DAMAGED, "damaged");
}
END_TEST

START_TEST(odd_values_are_survived)
{
	g_autoptr(AtsDocument) document = docx_read(
	    "<w:tbl><w:tblGrid><w:gridCol w:w='-5'/><w:gridCol "
	    "w:w='nan'/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val='99999999999'/>"
	    "</w:trPr><w:tc><w:tcPr><w:gridSpan w:val='-3'/></w:tcPr>" TEXT "</w:tc></w:tr></w:tbl>"
	    "<w:tr/><w:tc>" TEXT
	    "</w:tc><w:t>stray</w:t><w:r><w:tab/><w:fldChar w:fldCharType='end'/></w:r>"
	    "<w:p><w:pPr><w:ind w:left='1e999'/><w:outlineLvl w:val='-7'/></w:pPr><w:p>" TEXT
	    "</w:p>"
	    "<w:r><w:rPr><w:sz w:val='inf'/></w:rPr><w:t>end</w:t></w:r></w:p><w:txbxContent>" TEXT
	    "</w:txbxContent>"
	    "<w:sectPr><w:cols w:num='-1'/><w:pgSz w:w='0' w:h='x'/></w:sectPr>",
	    NULL);

	ck_assert_uint_eq(document->words->len, 5);
	ck_assert_uint_eq(ats_at(document->sections, AtsSection, 0)->n_columns, 1);
}
END_TEST

/* little-endian with its mark, as some generators write it; without it the guess is left to nobody
 */
START_TEST(wide_encodings)
{
	static const char text[] =
	    "<?xml version='1.0' encoding='UTF-16'?>"
	    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
	    "<w:body><w:p><w:r><w:t>Gr\xC3\xBC\xC3\x9F"
	    "e</w:t></w:r></w:p></w:body></w:document>";
	gsize length = 0;
	g_autofree char *wide = g_convert(text, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
	g_autofree char *marked = g_malloc(length + 2);
	g_autoptr(GBytes) with = NULL, without = NULL;
	g_autoptr(AtsDocument) document = NULL;

	memcpy(marked, "\xFF\xFE", 2);
	memcpy(marked + 2, wide, length);
	with = docx_pack_main(marked, length + 2);
	without = docx_pack_main(wide, length);
	document = ats_extract_docx(with, NULL);
	ck_assert_ptr_nonnull(document);
	ck_assert_str_eq(docx_word(document,
				   "Gr\xC3\xBC\xC3\x9F"
				   "e")
			     ->text,
			 "Gr\xC3\xBC\xC3\x9F"
			 "e");
	assert_fails(without, ATS_ERROR_DAMAGED, "encoding");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("docx-hostile");
	TCase *tcase = tcase_create("docx-hostile");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(tcase, document_types_are_refused);
	tcase_add_test(tcase, bombs_are_stopped);
	tcase_add_test(tcase, attributes_without_end_are_stopped);
	tcase_add_test(tcase, long_text_is_no_long_tag);
	tcase_add_test(tcase, depth_is_bounded);
	tcase_add_test(tcase, too_many_of_anything_is_told);
	tcase_add_test(tcase, the_first_of_two_equal_names_counts);
	tcase_add_test(tcase, other_files_are_named);
	tcase_add_test(tcase, damage_is_told);
	tcase_add_test(tcase, wide_encodings);
	tcase_add_test(tcase, wrong_checksums_are_told);
	tcase_add_test(tcase, odd_values_are_survived);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
