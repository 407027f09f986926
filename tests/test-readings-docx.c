/*
 * Tests of the DOCX families of python-docx with tables, mammoth, docx2txt and OpenCATS, and of the
 * table that describes all families.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "by-hand.h"
#include "report/parsers.h"

/* the families of this file */
#define AMONG "tables markup docx2txt opencats"

START_TEST(families_take_parts)
{
	assert_taken(AMONG, ATS_PART_FRAME, ATS_VARIANT_NONE, "tables markup docx2txt opencats");
	assert_taken(AMONG, ATS_PART_FIELD, ATS_VARIANT_COMPLEX, "tables markup docx2txt opencats");
	assert_taken(AMONG, ATS_PART_FIELD, ATS_VARIANT_SIMPLE, "docx2txt opencats");
	assert_taken(AMONG, ATS_PART_LINK, ATS_VARIANT_NONE, "markup docx2txt opencats");
	assert_taken(AMONG,
		     ATS_PART_CONTENT_CONTROL,
		     ATS_VARIANT_INLINE,
		     "markup docx2txt opencats");
	assert_taken(AMONG, ATS_PART_INSERTED, ATS_VARIANT_NONE, "markup docx2txt opencats");
	assert_taken(AMONG, ATS_PART_DELETED, ATS_VARIANT_NONE, "opencats");
	assert_taken(AMONG, ATS_PART_MOVED_FROM, ATS_VARIANT_NONE, "docx2txt opencats");
	assert_taken(AMONG, ATS_PART_MOVED_TO, ATS_VARIANT_NONE, "markup docx2txt opencats");
	assert_taken(AMONG, ATS_PART_ALTERNATE, ATS_VARIANT_CHOICE, "opencats");
	assert_taken(AMONG, ATS_PART_ALTERNATE, ATS_VARIANT_FALLBACK, "markup docx2txt opencats");
	assert_taken(AMONG, ATS_PART_SYMBOL, ATS_VARIANT_NONE, "");
	assert_taken(AMONG, ATS_PART_MATH, ATS_VARIANT_NONE, "docx2txt opencats");
}
END_TEST

START_TEST(headers_and_notes)
{
	g_autoptr(AtsDocument) document = docx_new();
	guint32 header = add_part(document, ATS_PART_HEADER, ATS_VARIANT_NONE, -1);
	guint32 note = add_part(document, ATS_PART_NOTE, ATS_VARIANT_NONE, -1);

	put_word(document, "header", header, 0, ATS_BREAK_PARAGRAPH);
	put_word(document, "body", 0, 1, ATS_BREAK_PARAGRAPH);
	put_word(document, "note", note, 2, ATS_BREAK_PARAGRAPH);
	assert_reads(document, "tables", "body\n");
	assert_reads(document, "markup", "body\n\nnote\n");
	assert_reads(document, "docx2txt", "body\n");
	assert_reads(document, "opencats", "body\n");
}
END_TEST

START_TEST(tables_come_after_all_paragraphs)
{
	g_autoptr(AtsDocument) document = docx_new();
	guint32 table = add_part(document, ATS_PART_TABLE, ATS_VARIANT_NONE, 0);
	guint32 cell = add_part(document, ATS_PART_CELL, ATS_VARIANT_NONE, (gint32)table);
	guint32 inner = add_part(document, ATS_PART_TABLE, ATS_VARIANT_NONE, (gint32)cell);
	guint32 deep = add_part(document, ATS_PART_CELL, ATS_VARIANT_NONE, (gint32)inner);

	ats_at(document->parts, AtsPart, table)->depth = 1;
	ats_at(document->parts, AtsPart, inner)->depth = 2;
	put_word(document, "before", 0, 0, ATS_BREAK_PARAGRAPH);
	put_word(document, "cell", cell, 1, ATS_BREAK_PARAGRAPH);
	put_word(document, "deep", deep, 2, ATS_BREAK_PARAGRAPH);
	put_word(document, "after", 0, 3, ATS_BREAK_PARAGRAPH);
	assert_reads(document, "tables", "before\n\nafter\n\ncell\n");
	assert_reads(document, "markup", "before\n\ncell\n\ndeep\n\nafter\n");
}
END_TEST

/* mammoth forgets line breaks, stripped tags forget tabs */
START_TEST(breaks_that_glue)
{
	g_autoptr(AtsDocument) document = docx_new();

	put_word(document, "Foreman", 0, 0, ATS_BREAK_PARAGRAPH);
	put_word(document, "2019", 0, 0, ATS_BREAK_TAB);
	put_word(document, "Acme", 0, 0, ATS_BREAK_LINE);
	assert_reads(document, "markup", "Foreman\t2019Acme\n");
	assert_reads(document, "opencats", "Foreman2019\nAcme\n");
	assert_reads(document, "docx2txt", "Foreman\t2019\nAcme\n");
}
END_TEST

START_TEST(opencats_encodes_twice_and_keeps_entities)
{
	g_autoptr(AtsDocument) document = docx_new();

	put_word(document, "R\303\251sum\303\251", 0, 0, ATS_BREAK_PARAGRAPH);
	put_word(document, "R&D<", 0, 0, ATS_BREAK_SPACE);
	assert_reads(document, "opencats", "R\303\203\302\251sum\303\203\302\251 R&amp;D&lt;\n");
}
END_TEST

START_TEST(opencats_reads_a_box_in_both_branches_where_it_stands)
{
	g_autoptr(AtsDocument) document = docx_new();
	guint32 choice = add_part(document, ATS_PART_ALTERNATE, ATS_VARIANT_CHOICE, 0);
	guint32 wps = add_part(document, ATS_PART_TEXT_BOX, ATS_VARIANT_WPS, (gint32)choice);
	guint32 fallback = add_part(document, ATS_PART_ALTERNATE, ATS_VARIANT_FALLBACK, 0);
	guint32 vml = add_part(document, ATS_PART_TEXT_BOX, ATS_VARIANT_VML, (gint32)fallback);

	put_word(document, "Experience", 0, 0, ATS_BREAK_PARAGRAPH)->draw = 3;
	put_word(document, "Ann", wps, 1, ATS_BREAK_PARAGRAPH)->draw = 1;
	put_word(document, "Ann", vml, 2, ATS_BREAK_PARAGRAPH)->draw = 2;
	assert_reads(document, "opencats", "Ann\n\nAnnExperience\n");
	assert_reads(document, "markup", "Experience\n\nAnn\n");
}
END_TEST

static void
add_paragraph(AtsDocument *document, AtsParagraph paragraph)
{
	g_array_append_val(document->paragraphs, paragraph);
}

START_TEST(docx2txt_glues_bare_paragraphs)
{
	g_autoptr(AtsDocument) document = docx_new();

	add_paragraph(document, (AtsParagraph){.bare = TRUE});
	add_paragraph(document, (AtsParagraph){.bare = FALSE});
	add_paragraph(document, (AtsParagraph){.bare = TRUE});
	add_paragraph(document, (AtsParagraph){.bare = TRUE, .list = TRUE});
	add_paragraph(document, (AtsParagraph){.rule_below = TRUE});
	put_word(document, "Foreman", 0, 0, ATS_BREAK_PARAGRAPH);
	put_word(document, "ann@example.com", 0, 1, ATS_BREAK_PARAGRAPH);
	put_word(document, "Acme", 0, 2, ATS_BREAK_PARAGRAPH);
	put_word(document, "welded", 0, 3, ATS_BREAK_PARAGRAPH);
	put_word(document, "Skills", 0, 4, ATS_BREAK_PARAGRAPH);
	assert_reads(document, "docx2txt", "Foremanann@example.com\n\nAcme welded\nSkills\n");
}
END_TEST

START_TEST(docx2txt_prints_shown_capitals)
{
	g_autoptr(AtsDocument) document = docx_new();

	put_word(document, "Skills", 0, 0, ATS_BREAK_PARAGRAPH)->caps = TRUE;
	assert_reads(document, "docx2txt", "SKILLS\n");
	assert_reads(document, "markup", "Skills\n");
}
END_TEST

/* ---- the table ---- */

static guint
count_described(gboolean docx)
{
	guint n = 0;

	for (const AtsParser *p = ats_parsers; p->id != NULL; p++)
		n += (docx ? p->docx : p->pdf) && !g_str_equal(p->id, "human");
	return n;
}

static void
assert_described(const AtsDocument *document)
{
	g_autoptr(AtsLayout) layout = ats_layout_new();
	g_autoptr(GPtrArray) readings = ats_readings_make(document, layout);
	gboolean docx = document->format == ATS_FORMAT_DOCX;

	ck_assert_uint_eq(readings->len, count_described(docx));
	for (guint i = 0; i < readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(readings, i);
		const AtsParser *parser = ats_parsers_lookup(reading->parser);
		ck_assert_msg(parser != NULL, "%s is not described", reading->parser);
		ck_assert(docx ? parser->docx : parser->pdf);
		ck_assert_uint_gt(reading->weight, 0);
	}
}

START_TEST(every_family_is_described_and_every_description_read)
{
	g_autoptr(AtsDocument) pdf = pdf_new();
	g_autoptr(AtsDocument) docx = docx_new();

	assert_described(pdf);
	assert_described(docx);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("readings-docx");
	TCase *docx = tcase_create("docx");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(docx, families_take_parts);
	tcase_add_test(docx, headers_and_notes);
	tcase_add_test(docx, tables_come_after_all_paragraphs);
	tcase_add_test(docx, breaks_that_glue);
	tcase_add_test(docx, opencats_encodes_twice_and_keeps_entities);
	tcase_add_test(docx, opencats_reads_a_box_in_both_branches_where_it_stands);
	tcase_add_test(docx, docx2txt_glues_bare_paragraphs);
	tcase_add_test(docx, docx2txt_prints_shown_capitals);
	tcase_add_test(docx, every_family_is_described_and_every_description_read);
	suite_add_tcase(suite, docx);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
