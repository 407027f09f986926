/*
 * Tests of src/resume over synthetic layouts: which lines are headings, and whose resume it is. For
 * src/resume.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "resume/read.h"

/* points */
#define BODY	10.f
#define LEADING 14.f

/**
 * Row:
 *
 * A line of a page: @size points; @look: b bold, h a candidate of the layout, _ a rule below, r
 * right part, * a list's mark, s shares its row, 2 on page 2, m in the margin, B begins a block of
 * its own, > stands in a second column.
 */
typedef struct {
	const char *text;
	float size;
	const char *look;
} Row;

typedef struct {
	AtsDocument *document;
	AtsLayout *layout;
	AtsResume *resume;
} Page;

static gboolean
looks(const Row *row, char c)
{
	return strchr(row->look, c) != NULL;
}

static void
add_word(Page *page, const char *text, const Row *row, guint line, gboolean first)
{
	AtsWord word = {
	    .text = ats_document_intern(page->document, text),
	    .size = row->size,
	    .bold = looks(row, 'b'),
	    .page = looks(row, '2') ? 1 : 0,
	    .box = {50, (float)line * LEADING, 100, (float)line * LEADING + row->size},
	};
	AtsBreak before = first ? ATS_BREAK_LINE : ATS_BREAK_SPACE;

	if (*text == '\t') {
		word.text = ats_document_intern(page->document, text + 1);
		before = ATS_BREAK_TAB;
	}
	word.before = (guint8)before;
	g_array_append_val(page->document->words, word);
	ats_reading_add(page->layout->human, word.text, page->document->words->len - 1, before);
}

static void
add_row(Page *page, const Row *row)
{
	g_auto(GStrv) words = g_strsplit(row->text, " ", -1);
	guint index = page->layout->lines->len;
	AtsLine line = {
	    .page = looks(row, '2') ? 1 : 0,
	    .box = {50, (float)index * LEADING, 300, (float)index * LEADING + row->size},
	    .first = page->layout->human->tokens->len,
	    .n = g_strv_length(words),
	    .region = looks(row, '>') ? 1 : 0,
	    .block = index,
	    .paragraph = G_MAXUINT32,
	    .size = row->size,
	    .bold = looks(row, 'b'),
	    .capitals = ats_utf8_is_capitals(row->text),
	    .rule_below = looks(row, '_'),
	    .right_part = looks(row, 'r'),
	    .shares_row = looks(row, 's') || looks(row, 'r'),
	    .bullet = looks(row, '*'),
	    .margin = looks(row, 'm'),
	    .heading = looks(row, 'h'),
	    .heading_strength = looks(row, 'h') ? 0.8f : 0.f,
	    .space_above = looks(row, 'h') ? BODY : 2,
	};

	if (looks(row, '+'))
		line.block = index - 1;
	for (guint i = 0; words[i] != NULL; i++)
		add_word(page, words[i], row, index, i == 0);
	g_array_append_val(page->layout->lines, line);
}

static void
page_read(Page *page, const Row *rows, gsize n)
{
	AtsRegion regions[2] = {{.kind = ATS_REGION_MAIN}, {.kind = ATS_REGION_SIDEBAR}};

	page->document = ats_document_new(ATS_FORMAT_PDF);
	page->layout = ats_layout_new();
	page->layout->body_size = BODY;
	g_array_append_vals(page->layout->regions, regions, 2);
	for (gsize i = 0; i < n; i++)
		add_row(page, &rows[i]);
	page->resume = ats_resume_read(page->document, page->layout);
}

static void
page_clear(Page *page)
{
	ats_resume_free(page->resume);
	ats_layout_free(page->layout);
	ats_document_free(page->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Page, page_clear)

/* the headings, each with its kind and * for one that is not standard */
static char *
sections(const Page *page)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < page->resume->sections->len; i++) {
		const AtsResumeSection *s = ats_at(page->resume->sections, AtsResumeSection, i);
		g_string_append_printf(out,
				       "%s%s=%s%s",
				       i == 0 ? "" : "; ",
				       s->heading,
				       ats_section_kind_name(s->kind),
				       s->standard ? "" : "*");
	}
	return g_string_free(out, FALSE);
}

#define assert_sections(rows, expected)                                                            \
	do {                                                                                       \
		g_auto(Page) page = {0};                                                           \
		g_autofree char *found = NULL;                                                     \
		page_read(&page, rows, G_N_ELEMENTS(rows));                                        \
		found = sections(&page);                                                           \
		ck_assert_str_eq(found, expected);                                                 \
	} while (0)

START_TEST(standard_headings)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "bh"},
	    {"Software Engineer", 12, ""},
	    {"EXPERIENCE", 13, "bh_"},
	    {"Acme Widgets Ltd", BODY, "bs"},
	    {"2019 – 2021", BODY, "r"},
	    {"Built the experience of a team of five and its tools", BODY, ""},
	    {"EDUCATION", 13, "bh_"},
	    {"B.Sc. Physics, University of Somewhere, 2018", BODY, ""},
	    {"SKILLS", 13, "bh_"},
	    {"Python, Go, Rust", BODY, ""},
	};

	assert_sections(rows, "EXPERIENCE=experience; EDUCATION=education; SKILLS=skills");
}
END_TEST

START_TEST(headings_of_the_same_style_are_found)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "bh"},
	    {"Why I Weld", 13, "bh"},
	    {"I have welded things since I was a child and I will not stop before all of it holds",
	     BODY,
	     ""},
	    {"Experience", 13, "bh"},
	    {"Welder, Acme Widgets Ltd", BODY, "bs"},
	    {"2019 – 2021", BODY, "r"},
	    {"Education", 13, "bh"},
	    {"Diploma in welding, Somewhere College, 2018", BODY, ""},
	    {"Sparks and Shields", 13, "bh"},
	    {"MIG, TIG, arc, plasma", BODY, ""},
	};

	assert_sections(rows,
			"Why I Weld=summary*; Experience=experience; Education=education; Sparks "
			"and Shields=skills*");
}
END_TEST

START_TEST(headings_that_no_list_knows_are_found)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "bh"},
	    {"Sparks I Have Seen", 14, "bh"},
	    {"Welder, Acme Widgets Ltd, 2019 – 2021, led a team of three and built a ship",
	     BODY,
	     ""},
	    {"Halls I Sat In", 14, "bh"},
	    {"Diploma, Somewhere College, 2018, and a degree from the university", BODY, ""},
	    {"Metals I Melt", 14, "bh"},
	    {"Steel, brass, copper, tin", BODY, ""},
	};

	assert_sections(
	    rows,
	    "Sparks I Have Seen=experience*; Halls I Sat In=education*; Metals I Melt=skills*");
}
END_TEST

START_TEST(job_titles_in_bold_are_no_headings)
{
	static const Row rows[] = {
	    {"JORDAN EXAMPLE", 20, "bh"},
	    {"WORK EXPERIENCE", 12, "bh"},
	    {"SENIOR WELDER", BODY, "bh"},
	    {"ACME WIDGETS", BODY, "bh"},
	    {"Welded the hull", BODY, ""},
	    {"JUNIOR WELDER", BODY, "bh"},
	    {"OTHER WIDGETS", BODY, "bh"},
	    {"Welded the deck", BODY, ""},
	    {"EDUCATION", 12, "bh"},
	    {"SOMEWHERE COLLEGE", BODY, "bh"},
	    {"Diploma, 2018", BODY, ""},
	};

	assert_sections(rows, "WORK EXPERIENCE=experience; EDUCATION=education");
}
END_TEST

START_TEST(entries_that_look_like_headings_are_none)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "bh"},
	    {"Sparks", 13, "bh"},
	    {"I weld what others have given up on, and it holds for a generation", BODY, ""},
	    {"Experience", 13, "bh"},
	    {"Acme Widgets", 13, "bh"},
	    {"Welder, 2019 – 2021", BODY, ""},
	    {"Sample Yards", 13, "bh"},
	    {"Riveter, 2015 – 2019", BODY, ""},
	    {"Education", 13, "bh"},
	    {"Diploma in welding, 2015", BODY, ""},
	    {"Shields", 13, "bh"},
	    {"MIG, TIG, arc, plasma", BODY, ""},
	};

	assert_sections(rows,
			"Sparks=summary*; Experience=experience; Education=education; "
			"Shields=skills*");
}
END_TEST

START_TEST(a_job_title_under_a_name_beside_the_text_is_no_heading)
{
	static const Row rows[] = {
	    {"EXPERIENCE", 12, "bh"},
	    {"Welder, 2019 – 2021, Acme Widgets, a team of three", BODY, ""},
	    {"EDUCATION", 12, "bh"},
	    {"Diploma in welding, Somewhere College, 2018", BODY, ""},
	    {"JORDAN EXAMPLE", 20, "b>B"},
	    {"SENIOR WELDER", 12, "bh>B"},
	    {"SKILLS", 12, "bh>B"},
	    {"MIG, TIG, arc, plasma", BODY, ">"},
	};

	assert_sections(rows, "EXPERIENCE=experience; EDUCATION=education; SKILLS=skills");
}
END_TEST

START_TEST(labels_inside_a_section_are_no_headings)
{
	static const Row rows[] = {
	    {"Experience", 14, "bh"},
	    {"Built things at Acme, 2019", BODY, ""},
	    {"Skills", 14, "bh"},
	    {"Languages", BODY, "b"},
	    {"Python and C", BODY, ""},
	    {"Tools", BODY, "b"},
	    {"Hammers", BODY, ""},
	    {"Education", 14, "bh"},
	    {"Somewhere College", BODY, ""},
	};

	assert_sections(rows, "Experience=experience; Skills=skills; Education=education");
}
END_TEST

START_TEST(a_sidebar_has_a_style_of_its_own)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "bh"},
	    {"Contact", 11, "bh>"},
	    {"jordan@example.com", 9, ">"},
	    {"Skills", 11, "bh>"},
	    {"Welding", 9, ">"},
	    {"Secret Weapons", 11, "bh>"},
	    {"Tongs, hammers, fire", 9, ">"},
	    {"Experience", 14, "bh"},
	    {"Welder at Acme, 2019", BODY, ""},
	    {"Education", 14, "bh"},
	    {"Somewhere College", BODY, ""},
	};

	assert_sections(
	    rows,
	    "Contact=contact; Skills=skills; Secret Weapons=skills*; Experience=experience; "
	    "Education=education");
}
END_TEST

START_TEST(a_heading_on_two_lines_is_one)
{
	static const Row rows[] = {
	    {"Experience", 14, "bh"},
	    {"Welder at Acme, 2019", BODY, ""},
	    {"Licenses and", 14, "bh"},
	    {"Certifications", 14, "bh+"},
	    {"Arc welding", BODY, ""},
	    {"Education", 14, "bh"},
	    {"Somewhere College", BODY, ""},
	};

	assert_sections(rows,
			"Experience=experience; Licenses and Certifications=certifications; "
			"Education=education");
}
END_TEST

START_TEST(a_heading_that_a_margin_breaks_is_one)
{
	static const Row rows[] = {
	    {"Education", 12, "bhm"},
	    {"Diploma at a college", BODY, ""},
	    {"Number-", 12, "bhm"},
	    {"Crunching Tools", 12, "bhm+"},
	    {"Spreadsheets, pivots, sums", BODY, ""},
	    {"Experience", 12, "bhm"},
	    {"Welder at Acme, 2019", BODY, ""},
	};

	assert_sections(
	    rows,
	    "Education=education; Number-Crunching Tools=skills*; Experience=experience");
}
END_TEST

START_TEST(lines_without_the_rule_of_the_headings_are_none)
{
	static const Row rows[] = {
	    {"Jordan Example", 20, "b"},
	    {"Skills", BODY, "_"},
	    {"Web Technologies", BODY, ""},
	    {"HTML and all that", 8, ""},
	    {"Tools", BODY, ""},
	    {"Hammers and tongs", 8, ""},
	    {"Education", BODY, "_"},
	    {"Somewhere College", 8, ""},
	    {"Languages", BODY, "_"},
	    {"English and German", 8, ""},
	    {"References", BODY, "_"},
	    {"Available upon request", 8, ""},
	};

	assert_sections(
	    rows,
	    "Skills=skills; Education=education; Languages=languages; References=references");
}
END_TEST

START_TEST(a_job_title_under_the_name_is_no_heading)
{
	static const Row rows[] = {
	    {"Jordan Example", 20, "bh"},
	    {"Master Welder and Teacher", 13, "bh"},
	    {"Summary", 13, "bh"},
	    {"I weld things that hold for years and years", BODY, ""},
	    {"Work History", 13, "bh"},
	    {"Welder at Acme, 2019", BODY, ""},
	    {"Education", 13, "bh"},
	    {"Somewhere College", BODY, ""},
	};

	assert_sections(rows, "Summary=summary; Work History=experience; Education=education");
}
END_TEST

START_TEST(plain_text_has_headings_too)
{
	static const Row rows[] = {
	    {"Jordan Example", BODY, ""},
	    {"Leeds, UK | jordan@example.com", BODY, ""},
	    {"Summary", BODY, ""},
	    {"Welder with a career of ten years in two yards.", BODY, ""},
	    {"Experience", BODY, ""},
	    {"Welder, Acme Widgets Ltd, 2019 – 2021", BODY, ""},
	    {"Education", BODY, ""},
	    {"Diploma, Somewhere College, 2018", BODY, ""},
	};

	assert_sections(rows, "Summary=summary; Experience=experience; Education=education");
}
END_TEST

START_TEST(sections_end_where_the_next_begins)
{
	static const Row rows[] = {
	    {"Experience", 14, "bh"},
	    {"Welder at Acme, 2019", BODY, ""},
	    {"Education", 14, "bh"},
	    {"A school", BODY, ""},
	};
	g_auto(Page) page = {0};
	const AtsResumeSection *first = NULL;

	page_read(&page, rows, G_N_ELEMENTS(rows));
	ck_assert_uint_eq(page.resume->sections->len, 2);
	first = ats_at(page.resume->sections, AtsResumeSection, 0);
	ck_assert_uint_eq(first->line, 0);
	ck_assert_uint_eq(first->n_lines, 1);
	ck_assert_uint_eq(first->end_line, 2);
	ck_assert_ptr_eq(ats_resume_section_of_line(page.resume, 1), first);
	ck_assert_uint_eq(ats_at(page.resume->sections, AtsResumeSection, 1)->end_line, 4);
}
END_TEST

START_TEST(an_empty_document_has_nothing)
{
	g_auto(Page) page = {0};

	page_read(&page, NULL, 0);
	ck_assert_uint_eq(page.resume->sections->len, 0);
	ck_assert_ptr_null(page.resume->name.text);
	ck_assert_ptr_null(page.resume->email.text);
	ck_assert_uint_eq(page.resume->email.word, ATS_NO_WORD);
	ck_assert_uint_eq(page.resume->links->len, 0);
}
END_TEST

/* --- names --- */

typedef struct {
	Row rows[6];	  /* the top of the page */
	const char *name; /* NULL: none */
} NameCase;

static const NameCase names[] = {
    {{{"Jordan Example", 24, "b"}, {"Welder", 12, ""}}, "Jordan Example"},
    {{{"JORDAN EXAMPLE", 24, "b"}, {"WELDER", 12, ""}}, "JORDAN EXAMPLE"},
    {{{"Welder", 12, ""}, {"Jordan Example", 24, "b"}}, "Jordan Example"},
    {{{"Curriculum Vitae", 26, "b"}, {"Jordan Example", 18, "b"}}, "Jordan Example"},
    {{{"Resume", 26, "b"}, {"Jordan Example", 12, ""}}, "Jordan Example"},
    {{{"JORDAN", 30, ""}, {"EXAMPLE", 30, "b"}}, "JORDAN EXAMPLE"},
    {{{"Jordan", 22, ""}, {"Example", 30, "b"}, {"Welder", 12, ""}}, "Jordan Example"},
    {{{"Ludwig van der Example", 24, ""}, {"Leeds, UK", BODY, ""}}, "Ludwig van der Example"},
    {{{"Siobhán O’Example-Smith", 24, ""}}, "Siobhán O’Example-Smith"},
    {{{"Jordan Q. Example", 24, ""}}, "Jordan Q. Example"},
    {{{"Dr. Jordan Example", 24, ""}}, "Dr. Jordan Example"},
    {{{"Jordan Example, PhD", 24, ""}}, "Jordan Example"},
    {{{"Jordan Example, RN", BODY, "b"}, {"jordan.example@example.com", BODY, ""}},
     "Jordan Example"},
    {{{"EXAMPLE, Jordan", 24, ""}}, "EXAMPLE, Jordan"},
    {{{"Jordan Example | Welder", 20, ""}}, "Jordan Example"},
    {{{"Jordan Example \tjordan@example.com", 14, ""}}, "Jordan Example"},
    {{{"Jordan Example", BODY, ""}, {"jordan@example.com", BODY, ""}}, "Jordan Example"},
    {{{"Senior Welder", 20, ""},
      {"Jordan Example", 18, ""},
      {"jordan.example@example.com", BODY, ""}},
     "Jordan Example"},
    {{{"jordan example", 24, ""}, {"jordan.example@example.com", BODY, ""}}, "jordan example"},
    {{{"李小龙", 24, ""}, {"工程师", 12, ""}}, "李小龙"},
    {{{"Your Name", 24, ""}, {"Welder", 12, ""}}, "Your Name"},
    {{{"Jordan Example", 24, ""}, {"EXPERIENCE", 24, "h"}}, "Jordan Example"},
    {{{"Springfield, IL", BODY, ""}, {"Jordan Example", 20, ""}}, "Jordan Example"},
    {{{"+1 555 010 0199", 20, ""}, {"Jordan Example", 14, ""}}, "Jordan Example"},
    {{{"Ludwig van der", 24, "b"}, {"Example", 24, "b+"}, {"Welder", 12, ""}},
     "Ludwig van der Example"},
    {{{"Jordan Exam-", 24, "b"}, {"ple", 24, "b"}}, "Jordan Example"},
    {{{"Jordan Example-", 24, "b"}, {"Sample", 24, "b"}}, "Jordan Example-Sample"},
    {{{"Jordan", 24, "b"}, {"Example-", 24, "b+"}, {"Sample", 24, "b+"}}, "Jordan Example-Sample"},
    {{{"Jordan Example, Principal Welder", 24, "b"}}, "Jordan Example"},
    {{{"Jordan", 24, "b"}, {"Welder", 24, "b"}}, "Jordan"},
    {{{"Jordan Example (they/them)", 24, "b"}}, "Jordan Example"},
    {{{"Name", BODY, ""}, {"Jordan Example", BODY, ""}}, "Jordan Example"},
    {{{"Full Name: Jordan Example", BODY, ""}, {"Welding Olympics", 14, ""}}, "Jordan Example"},
    {{{"Ingénieur soudeur", 20, ""}, {"Jordan Example", 12, ""}}, "Jordan Example"},
    {{{"Experience", 14, "bh"}, {"Education", 14, "bh"}}, NULL},
    {{{"Welded 300 hulls in 2019.", BODY, ""}}, NULL},
    {{{"Curriculum Vitae", 26, "b"}}, NULL},
};

START_TEST(names_are_found)
{
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_auto(Page) page = {0};
		gsize n = 0;

		while (n < G_N_ELEMENTS(names[i].rows) && names[i].rows[n].text != NULL)
			n++;
		page_read(&page, names[i].rows, n);
		if (names[i].name == NULL) {
			ck_assert_msg(page.resume->name.text == NULL,
				      "%s: a name",
				      page.resume->name.text);
			continue;
		}
		ck_assert_msg(g_strcmp0(page.resume->name.text, names[i].name) == 0,
			      "%s is read as %s",
			      names[i].name,
			      page.resume->name.text);
		ck_assert_uint_ne(page.resume->name.word, ATS_NO_WORD);
	}
}
END_TEST

/* --- contact data --- */

START_TEST(contact_data_points_at_its_words)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "bh"},
	    {"Leeds, UK | +44 20 7946 0958 | jordan@example.com | github.com/jordan", BODY, ""},
	    {"Experience", 13, "bh"},
	    {"Sold 5550100199 widgets for shop.example.com", BODY, ""},
	    {"References", 13, "bh"},
	    {"Kim Sample, kim@example.org, +1 (555) 010-0100", BODY, ""},
	};
	g_auto(Page) page = {0};

	page_read(&page, rows, G_N_ELEMENTS(rows));
	ck_assert_str_eq(page.resume->email.text, "jordan@example.com");
	ck_assert_str_eq(ats_at(page.document->words, AtsWord, page.resume->email.word)->text,
			 "jordan@example.com");
	ck_assert_str_eq(page.resume->phone.text, "+44 20 7946 0958");
	ck_assert_str_eq(ats_at(page.document->words, AtsWord, page.resume->phone.word)->text,
			 "+44");
	ck_assert_str_eq(page.resume->location.text, "Leeds, UK");
	ck_assert_str_eq(ats_at(page.document->words, AtsWord, page.resume->location.word)->text,
			 "Leeds,");
	ck_assert_uint_eq(page.resume->links->len, 1);
	ck_assert_str_eq(page.resume->links->pdata[0], "github.com/jordan");
}
END_TEST

START_TEST(a_place_is_told_from_what_stands_beside_it)
{
	static const struct {
		const char *line;
		const char *place;
	} lines[] = {
	    {"Hanoi, Vietnam – +84 90 555 0123 – jordan@example.com", "Hanoi, Vietnam"},
	    {"Washington, D.C. ~ +1 202 555 0191 ~ jordan@example.com", "Washington, D.C."},
	    {"Casablanca, Maroc / +212 6 55 50 12 34 / jordan@example.com", "Casablanca, Maroc"},
	    {"Bristol BS1 4QD | 07700 900123 | jordan@example.com", "Bristol BS1 4QD"},
	    {"75011 Paris | +33 6 55 50 12 34 | jordan@example.com", "75011 Paris"},
	    {"Beispielweg 1, 12345 Musterstadt, Tel. 0170 5550123, jordan@example.com",
	     "Beispielweg 1, 12345 Musterstadt"},
	    {"London. Tel (020) 7946 0123. jordan@example.com", "London"},
	    {"12 rue des Exemples, 69003 Lyon – 06 55 50 12 34", "12 rue des Exemples, 69003 Lyon"},
	    {"Via Esempio 3, 37121 Verona (VR) – jordan@example.com",
	     "Via Esempio 3, 37121 Verona (VR)"},
	    {"ul. Długa 4/7, 61-001 Poznań; jordan@example.com", "ul. Długa 4/7, 61-001 Poznań"},
	    {"Rua Nova 12, 4000-123 Porto | jordan@example.com", "Rua Nova 12, 4000-123 Porto"},
	    {"Storgatan 1, 903 26 Umeå, 0701234567", "Storgatan 1, 903 26 Umeå"},
	    {"Λεωφόρος 12, 115 26 Αθήνα | jordan@example.com", "Λεωφόρος 12, 115 26 Αθήνα"},
	    {"Curitiba/PR | (41) 99123-4567 | jordan@example.com", "Curitiba/PR"},
	    {"北京市海淀区大街1号 | jordan@example.com", "北京市海淀区大街1号"},
	    {"Berlin, Germany (open to relocation) | jordan@example.com", "Berlin, Germany"},
	    {"Room 12 | +1 202 555 0191 | jordan@example.com", NULL},
	    {"widgets since 2019 in 10115 Berlin and more | jordan@example.com", NULL},
	    {"CI/CD | +1 202 555 0191 | jordan@example.com", NULL},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
		const Row rows[] = {
		    {"Jordan Example", 24, "bh"},
		    {lines[i].line, BODY, ""},
		    {"Experience", 13, "bh"},
		    {"Sold widgets", BODY, ""},
		};
		g_auto(Page) page = {0};

		page_read(&page, rows, G_N_ELEMENTS(rows));
		ck_assert_msg(g_strcmp0(page.resume->location.text, lines[i].place) == 0,
			      "%s: %s",
			      lines[i].line,
			      page.resume->location.text);
	}
}
END_TEST

/* the layout takes "I." for a list's mark, and "II." for a word */
START_TEST(roman_numbers_are_one_look)
{
	const Row rows[] = {
	    {"Jordan Example", 24, "b"},
	    {"I. Profile", 13, "b*"},
	    {"Sells widgets", BODY, ""},
	    {"II. Experience", 13, "bh"},
	    {"Sold widgets", BODY, ""},
	    {"III. Education", 13, "bh"},
	    {"Example College", BODY, ""},
	    {"V. Languages", 13, "b*"},
	    {"English", BODY, ""},
	};
	g_auto(Page) page = {0};

	page_read(&page, rows, G_N_ELEMENTS(rows));
	ck_assert_uint_eq(page.resume->sections->len, 4);
	ck_assert_str_eq(ats_at(page.resume->sections, AtsResumeSection, 0)->heading, "I. Profile");
	ck_assert_int_eq(ats_at(page.resume->sections, AtsResumeSection, 3)->kind,
			 ATS_SECTION_LANGUAGES);
}
END_TEST

START_TEST(a_labelled_name_counts_at_the_right)
{
	const Row rows[] = {
	    {"Lebenslauf", 24, "b"},
	    {"Name:", BODY, "s"},
	    {"Jordan Beispiel", BODY, "r"},
	    {"Adresse:", BODY, "s"},
	    {"12345 Musterstadt", BODY, "r"},
	    {"Ausbildung", 13, "bh"},
	    {"Example College", BODY, ""},
	};
	g_auto(Page) page = {0};

	page_read(&page, rows, G_N_ELEMENTS(rows));
	ck_assert_str_eq(page.resume->name.text, "Jordan Beispiel");
}
END_TEST

START_TEST(a_referee_is_not_the_person)
{
	static const Row rows[] = {
	    {"References", 13, "bh"},
	    {"Kim Sample, kim@example.org, +1 (555) 010-0100", BODY, ""},
	    {"Contact", 13, "bh"},
	    {"jordan@example.com +1 (555) 010-0199", BODY, ""},
	};
	g_auto(Page) page = {0};

	page_read(&page, rows, G_N_ELEMENTS(rows));
	ck_assert_str_eq(page.resume->email.text, "jordan@example.com");
	ck_assert_str_eq(page.resume->phone.text, "+1 (555) 010-0199");
}
END_TEST

START_TEST(labels_tell_numbers_apart)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "b"},
	    {"Fax: 555-010-0100 Mobile: 5550199 Member ID: 555-010-0177", BODY, ""},
	};
	g_auto(Page) page = {0};

	page_read(&page, rows, G_N_ELEMENTS(rows));
	ck_assert_str_eq(page.resume->phone.text, "5550199");
}
END_TEST

static void
add_link(Page *page, const char *uri)
{
	AtsLink link = {.uri = ats_document_intern(page->document, uri), .part = -1};

	g_array_append_val(page->document->links, link);
}

START_TEST(link_targets_are_the_last_resort)
{
	static const Row rows[] = {{"Jordan Example", 24, "b"},
				   {"Mail me | github.com/jordan", BODY, ""}};
	g_auto(Page) page = {0};

	page_read(&page, rows, G_N_ELEMENTS(rows));
	ats_resume_free(page.resume);
	add_link(&page, "mailto:jordan@example.com?subject=Hello");
	add_link(&page, "tel:+15550100199");
	add_link(&page, "https://www.github.com/jordan/");
	add_link(&page, "https://example.com/jordan");
	add_link(&page, "javascript:alert(1)");
	page.resume = ats_resume_read(page.document, page.layout);
	ck_assert_str_eq(page.resume->email.text, "jordan@example.com");
	ck_assert_uint_eq(page.resume->email.word, ATS_NO_WORD);
	ck_assert_str_eq(page.resume->phone.text, "+15550100199");
	ck_assert_uint_eq(page.resume->links->len, 2);
	ck_assert_str_eq(page.resume->links->pdata[1], "https://example.com/jordan");
}
END_TEST

/* --- entries --- */

/* each with its title, date and where that stands */
static char *
entries(const Page *page)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < page->resume->entries->len; i++) {
		const AtsEntry *entry = ats_at(page->resume->entries, AtsEntry, i);
		g_string_append_printf(out,
				       "%s%s: %s %s",
				       i == 0 ? "" : "; ",
				       entry->title != NULL ? entry->title : "-",
				       entry->date_text,
				       ats_entry_date_place_name(entry->place));
	}
	return g_string_free(out, FALSE);
}

#define assert_entries(rows, expected)                                                             \
	do {                                                                                       \
		g_auto(Page) page = {0};                                                           \
		g_autofree char *found = NULL;                                                     \
		page_read(&page, rows, G_N_ELEMENTS(rows));                                        \
		found = entries(&page);                                                            \
		ck_assert_str_eq(found, expected);                                                 \
	} while (0)

START_TEST(entries_are_built_around_their_dates)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "bh"},
	    {"Experience", 13, "bh_"},
	    {"Welder", BODY, "bs"},
	    {"May 2021 – Present", BODY, "r"},
	    {"Acme Widgets Ltd, Springfield", BODY, ""},
	    {"Welded two hundred widgets in 2022 and taught others how to do it.", BODY, ""},
	    {"Apprentice", BODY, "b"},
	    {"Example Works | 2019 – 2021", BODY, ""},
	    {"Held the lamp for the others, from morning to evening, and cleaned up.", BODY, ""},
	    {"Helper", BODY, "b"},
	    {"2018", BODY, ""},
	    {"Education", 13, "bh_"},
	    {"School of Welding, 2017", BODY, ""},
	    {"Skills", 13, "bh_"},
	    {"Welding since 2015, MIG, TIG, 2019 edition", BODY, ""},
	};

	assert_entries(rows,
		       "Welder: May 2021 – Present right; Apprentice: 2019 – 2021 in-line; "
		       "Helper: 2018 own-line; School of Welding: 2017 in-line");
}
END_TEST

START_TEST(a_date_in_the_margin_goes_with_the_title_beside_it)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "bh"},
	    {"Experience", 13, "bh_"},
	    {"2019 – 2021", BODY, "m"},
	    {"Welder, Acme Widgets Ltd", BODY, ""},
	    {"2017 – 2019", BODY, "m"},
	    {"Apprentice, Example Works", BODY, ""},
	};

	assert_entries(rows,
		       "Welder, Acme Widgets Ltd: 2019 – 2021 margin; "
		       "Apprentice, Example Works: 2017 – 2019 margin");
}
END_TEST

START_TEST(a_date_over_two_lines_is_one)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "bh"},
	    {"Experience", 13, "bh_"},
	    {"Welder", BODY, "bs"},
	    {"May 2021 –", BODY, "r"},
	    {"Acme Widgets Ltd", BODY, "s"},
	    {"Present", BODY, "r"},
	    {"Apprentice", BODY, "b"},
	    {"Example Works | September", BODY, ""},
	    {"2019 – June", BODY, ""},
	    {"2020", BODY, ""},
	};

	assert_entries(rows,
		       "Welder: May 2021 – Present vertical; "
		       "Apprentice: September 2019 – June 2020 vertical");
}
END_TEST

START_TEST(a_year_below_a_year_is_another_date)
{
	static const Row rows[] = {
	    {"Jordan Example", 24, "bh"},
	    {"Education", 13, "bh_"},
	    {"School of Welding", BODY, "s"},
	    {"2018", BODY, "r"},
	    {"School of Soldering", BODY, "s"},
	    {"2016", BODY, "r"},
	};

	assert_entries(rows, "School of Welding: 2018 right; School of Soldering: 2016 right");
}
END_TEST

static Suite *
resume_suite(void)
{
	Suite *suite = suite_create("resume-read");
	TCase *headings = tcase_create("headings");
	TCase *contact = tcase_create("contact");
	TCase *dates = tcase_create("entries");

	tcase_add_test(headings, standard_headings);
	tcase_add_test(headings, headings_of_the_same_style_are_found);
	tcase_add_test(headings, headings_that_no_list_knows_are_found);
	tcase_add_test(headings, job_titles_in_bold_are_no_headings);
	tcase_add_test(headings, entries_that_look_like_headings_are_none);
	tcase_add_test(headings, a_job_title_under_a_name_beside_the_text_is_no_heading);
	tcase_add_test(headings, labels_inside_a_section_are_no_headings);
	tcase_add_test(headings, a_sidebar_has_a_style_of_its_own);
	tcase_add_test(headings, a_heading_on_two_lines_is_one);
	tcase_add_test(headings, a_heading_that_a_margin_breaks_is_one);
	tcase_add_test(headings, lines_without_the_rule_of_the_headings_are_none);
	tcase_add_test(headings, a_job_title_under_the_name_is_no_heading);
	tcase_add_test(headings, plain_text_has_headings_too);
	tcase_add_test(headings, sections_end_where_the_next_begins);
	tcase_add_test(headings, an_empty_document_has_nothing);
	suite_add_tcase(suite, headings);
	tcase_add_test(contact, names_are_found);
	tcase_add_test(contact, contact_data_points_at_its_words);
	tcase_add_test(contact, a_place_is_told_from_what_stands_beside_it);
	tcase_add_test(contact, roman_numbers_are_one_look);
	tcase_add_test(contact, a_labelled_name_counts_at_the_right);
	tcase_add_test(contact, a_referee_is_not_the_person);
	tcase_add_test(contact, labels_tell_numbers_apart);
	tcase_add_test(contact, link_targets_are_the_last_resort);
	suite_add_tcase(suite, contact);
	tcase_add_test(dates, entries_are_built_around_their_dates);
	tcase_add_test(dates, a_date_in_the_margin_goes_with_the_title_beside_it);
	tcase_add_test(dates, a_date_over_two_lines_is_one);
	tcase_add_test(dates, a_year_below_a_year_is_another_date);
	suite_add_tcase(suite, dates);
	return suite;
}

int
main(void)
{
	SRunner *runner = srunner_create(resume_suite());

	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
