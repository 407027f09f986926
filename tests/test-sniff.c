/*
 * Tests of base/sniff.h: what people hand in by mistake is called by its name.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/sniff.h"

#define BYTES(literal) g_bytes_new_static(literal, sizeof(literal) - 1)

static void
assert_sniff(GBytes *take_bytes, AtsSniff expected, const char *expected_what)
{
	g_autoptr(GBytes) bytes = take_bytes;
	const char *what = "not set";

	ck_assert_int_eq(ats_sniff(bytes, &what), expected);
	ck_assert_pstr_eq(what, expected_what);
	ck_assert_int_eq(ats_sniff(bytes, NULL), expected);
}

START_TEST(documents_go_to_their_workers)
{
	g_autofree char *late = g_strdup_printf("%1000s%%PDF-1.4", "");
	g_autofree char *too_late = g_strdup_printf("%1024s%%PDF-1.4", "");

	assert_sniff(BYTES("%PDF-1.7\n"), ATS_SNIFF_PDF, NULL);
	assert_sniff(BYTES("%PDF-"), ATS_SNIFF_PDF, NULL);
	assert_sniff(BYTES("junk\0before\n%PDF-1.7"), ATS_SNIFF_PDF, NULL);
	assert_sniff(g_bytes_new(late, strlen(late)), ATS_SNIFF_PDF, NULL);
	assert_sniff(g_bytes_new(too_late, strlen(too_late)), ATS_SNIFF_OTHER, "plain text");
	assert_sniff(BYTES("PK\003\004rest"), ATS_SNIFF_ZIP, NULL);
	assert_sniff(BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), ATS_SNIFF_OLE, NULL);
}
END_TEST

START_TEST(others_are_named)
{
	assert_sniff(BYTES("{\\rtf1\\ansi}"), ATS_SNIFF_OTHER, "a rich text document (RTF)");
	assert_sniff(BYTES("\x89PNG\r\n\x1A\n...."), ATS_SNIFF_OTHER, "an image (PNG)");
	assert_sniff(BYTES("\xFF\xD8\xFF\xE0..JFIF"), ATS_SNIFF_OTHER, "an image (JPEG)");
	assert_sniff(BYTES("RIFF....WEBPVP8 "), ATS_SNIFF_OTHER, "an image (WebP)");
	assert_sniff(BYTES("II*\0...."), ATS_SNIFF_OTHER, "an image (TIFF)");
	assert_sniff(BYTES("%!PS-Adobe-3.0"), ATS_SNIFF_OTHER, "a PostScript file");
	assert_sniff(BYTES("\x1F\x8B\x08\0...."), ATS_SNIFF_OTHER, "a compressed file (gzip)");
	assert_sniff(BYTES("PK\005\006\0\0\0\0"), ATS_SNIFF_OTHER, "an empty ZIP archive");
	assert_sniff(BYTES("<!DOCTYPE html><p>"), ATS_SNIFF_OTHER, "a web page (HTML)");
	assert_sniff(BYTES("\xEF\xBB\xBF\n <HTML lang=en>"), ATS_SNIFF_OTHER, "a web page (HTML)");
	assert_sniff(BYTES("<?xml version='1.0'?><a/>"), ATS_SNIFF_OTHER, "an XML file");
	assert_sniff(BYTES("Ann Lee\nBerlin\n"), ATS_SNIFF_OTHER, "plain text");
	assert_sniff(BYTES("\xFF\xFE"
			   "A\0n\0n\0 \0L\0e\0"),
		     ATS_SNIFF_OTHER,
		     "plain text (UTF-16)");
	assert_sniff(BYTES("\0\1\2\3\4\5\6\7\x80\x90"), ATS_SNIFF_OTHER, NULL);
}
END_TEST

START_TEST(scraps_are_told)
{
	assert_sniff(BYTES(""), ATS_SNIFF_SCRAP, "empty");
	assert_sniff(BYTES("%"), ATS_SNIFF_SCRAP, "only a few bytes long");
	assert_sniff(BYTES("\0"), ATS_SNIFF_SCRAP, "only a few bytes long");
	assert_sniff(BYTES("PK\003"), ATS_SNIFF_SCRAP, "only a few bytes long");
}
END_TEST

START_TEST(text_cut_in_a_character_stays_text)
{
	/* the looked-at piece ends in the middle of a character of two bytes */
	g_autoptr(GString) text = g_string_new("a");

	while (text->len < 9000)
		g_string_append(text, "é");
	assert_sniff(g_bytes_new(text->str, text->len), ATS_SNIFF_OTHER, "plain text");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sniff");
	TCase *tcase = tcase_create("sniff");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(tcase, documents_go_to_their_workers);
	tcase_add_test(tcase, others_are_named);
	tcase_add_test(tcase, scraps_are_told);
	tcase_add_test(tcase, text_cut_in_a_character_stays_text);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
