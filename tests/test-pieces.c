/*
 * Tests of what becomes of the pieces of a resume in a reading, and of which heading owns which
 * text there.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "readings/filing.h"

#define NAME	   0
#define EMAIL	   1
#define EXPERIENCE 2
#define SKILLS	   3

typedef struct {
	AtsDocument *document;
	AtsLayout *layout;
	AtsResume *resume;
	GArray *pieces;
} Sheet;

static void
add_line(Sheet *sheet, const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	AtsLine line = {.first = sheet->layout->human->tokens->len, .n = g_strv_length(words)};

	for (guint i = 0; words[i] != NULL; i++) {
		AtsWord word = {.text = ats_document_intern(sheet->document, words[i])};
		g_array_append_val(sheet->document->words, word);
		ats_reading_add(sheet->layout->human,
				word.text,
				sheet->document->words->len - 1,
				i > 0 ? ATS_BREAK_SPACE : ATS_BREAK_LINE);
	}
	g_array_append_val(sheet->layout->lines, line);
}

static void
add_section(Sheet *sheet, const char *heading, guint line, guint end)
{
	AtsResumeSection section = {
	    .heading = heading,
	    .line = line,
	    .n_lines = 1,
	    .end_line = end,
	};

	g_array_append_val(sheet->resume->sections, section);
}

/* every word stands there once: the readings of the tests are told by the words */
static Sheet
sheet_new(void)
{
	Sheet sheet = {
	    .document = ats_document_new(ATS_FORMAT_PDF),
	    .layout = ats_layout_new(),
	    .resume = ats_resume_new(),
	};
	AtsRegion region = {.kind = ATS_REGION_MAIN};

	g_array_append_val(sheet.layout->regions, region);
	if (sheet.layout->human == NULL)
		sheet.layout->human = ats_reading_new("human");
	add_line(&sheet, "Ann Lee");
	add_line(&sheet, "Mail: ann@example.com");
	add_line(&sheet, "Work Experience");
	add_line(&sheet, "Foreman since 2019");
	add_line(&sheet, "Skills");
	add_line(&sheet, "Welding");
	sheet.resume->name = (AtsField){"Ann Lee", 0};
	sheet.resume->email = (AtsField){"ann@example.com", 3};
	add_section(&sheet, "Work Experience", 2, 4);
	add_section(&sheet, "Skills", 4, 6);
	sheet.pieces = ats_pieces_list(sheet.layout, sheet.resume);
	return sheet;
}

static void
sheet_clear(Sheet *sheet)
{
	g_array_unref(sheet->pieces);
	ats_resume_free(sheet->resume);
	ats_layout_free(sheet->layout);
	ats_document_free(sheet->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sheet, sheet_clear)

static guint32
find_word(const Sheet *sheet, const char *text)
{
	for (guint i = 0; i < sheet->document->words->len; i++) {
		if (g_str_equal(ats_at(sheet->document->words, AtsWord, i)->text, text))
			return i;
	}
	return ATS_NO_WORD;
}

/* tokens parted by spaces and line ends; "+x" is glued on, "word=Other" is printed as Other */
static AtsReading *
reading_of(const Sheet *sheet, const char *text)
{
	AtsReading *reading = ats_reading_new("stream");
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	reading->judged = TRUE;
	reading->strings = g_string_chunk_new(256);
	for (guint i = 0; lines[i] != NULL; i++) {
		g_auto(GStrv) words = g_strsplit(lines[i], " ", -1);
		for (guint k = 0; words[k] != NULL; k++) {
			gboolean glued = words[k][0] == '+';
			g_auto(GStrv) both = g_strsplit(words[k] + (glued ? 1 : 0), "=", 2);
			ats_reading_add(reading,
					g_string_chunk_insert(reading->strings,
							      both[1] != NULL ? both[1] : both[0]),
					find_word(sheet, both[0]),
					glued	? ATS_BREAK_NONE
					: k > 0 ? ATS_BREAK_SPACE
						: ATS_BREAK_LINE);
		}
	}
	return reading;
}

static void
assert_state(const char *text, guint piece, AtsPieceState state)
{
	g_auto(Sheet) sheet = sheet_new();
	g_autoptr(AtsReading) reading = reading_of(&sheet, text);
	g_autofree guint8 *states =
	    ats_pieces_hold(sheet.pieces, reading, sheet.document, sheet.layout, sheet.resume);

	ck_assert_uint_eq(sheet.pieces->len, 4);
	ck_assert_msg(states[piece] == state,
		      "%s: piece %u is %s, not %s",
		      text,
		      piece,
		      ats_piece_state_name(states[piece]),
		      ats_piece_state_name(state));
}

START_TEST(what_people_read_is_whole)
{
	for (guint piece = 0; piece < 4; piece++)
		assert_state("Ann Lee\nMail: ann@example.com\nWork Experience\nForeman since 2019\n"
			     "Skills\nWelding",
			     piece,
			     ATS_PIECE_WHOLE);
}
END_TEST

/* sections in another order, one page after the other in one line, bullets: nothing is lost */
START_TEST(what_does_not_matter_is_whole)
{
	assert_state("Ann • Lee Mail: ann@example.com\nSkills\nWelding\nWork Experience\nForeman",
		     EXPERIENCE,
		     ATS_PIECE_WHOLE);
	assert_state("Ann | Lee Mail: ann@example.com", NAME, ATS_PIECE_WHOLE);
	assert_state("Mail: ann@example.com +|", EMAIL, ATS_PIECE_WHOLE);
}
END_TEST

START_TEST(what_is_not_there_is_lost)
{
	assert_state("Skills\nWelding", NAME, ATS_PIECE_LOST);
	assert_state("Ann Lee\nWork=Vpsl Experience=Fyqfsjfodf", EXPERIENCE, ATS_PIECE_LOST);
}
END_TEST

START_TEST(what_is_taken_apart_is_split)
{
	assert_state("Ann\nLee", NAME, ATS_PIECE_SPLIT);
	assert_state("Ann Skills Lee", NAME, ATS_PIECE_SPLIT);
	assert_state("Lee Ann", NAME, ATS_PIECE_SPLIT);
	assert_state("ann@example.com=ann@ ann@example.com=example.com", EMAIL, ATS_PIECE_SPLIT);
	assert_state("Skills=S Skills=kills", SKILLS, ATS_PIECE_SPLIT);
}
END_TEST

/* an address that people see on two lines is none to a parser */
START_TEST(an_address_over_two_lines_is_split)
{
	g_auto(Sheet) sheet = sheet_new();
	g_autoptr(AtsReading) broken = NULL;
	g_autoptr(AtsReading) joined = NULL;
	g_autofree guint8 *in_broken = NULL;
	g_autofree guint8 *in_joined = NULL;
	AtsPiece *piece;

	add_line(&sheet, "jo-");
	add_line(&sheet, "ann@example.org");
	piece = ats_at(sheet.pieces, AtsPiece, EMAIL);
	piece->text = "jo-ann@example.org";
	piece->first = sheet.layout->human->tokens->len - 2;
	piece->n = 2;
	broken = reading_of(&sheet, "Skills\njo-\nann@example.org");
	joined = reading_of(&sheet, "Skills\njo- +ann@example.org");
	in_broken =
	    ats_pieces_hold(sheet.pieces, broken, sheet.document, sheet.layout, sheet.resume);
	in_joined =
	    ats_pieces_hold(sheet.pieces, joined, sheet.document, sheet.layout, sheet.resume);
	ck_assert_int_eq(in_broken[EMAIL], ATS_PIECE_SPLIT);
	ck_assert_int_ne(in_joined[EMAIL], ATS_PIECE_SPLIT);
}
END_TEST

START_TEST(what_runs_together_is_glued)
{
	assert_state("Ann +Lee", NAME, ATS_PIECE_GLUED);
	assert_state("Ann Lee +Mail: ann@example.com", NAME, ATS_PIECE_GLUED);
	assert_state("Lee +ann@example.com", EMAIL, ATS_PIECE_GLUED);
}
END_TEST

START_TEST(a_heading_that_shares_its_line_is_glued)
{
	assert_state("Work Experience Skills\nForeman Welding", EXPERIENCE, ATS_PIECE_GLUED);
	assert_state("Work Experience Skills\nForeman Welding", SKILLS, ATS_PIECE_GLUED);
	/* a mark beside it is no text */
	assert_state("Work Experience\nForeman\n• Skills\nWelding", SKILLS, ATS_PIECE_WHOLE);
}
END_TEST

START_TEST(what_stands_under_another_heading_is_moved)
{
	assert_state("Skills\nWelding\nAnn Lee\nWork Experience\nForeman", NAME, ATS_PIECE_MOVED);
	assert_state("Foreman\nWork Experience", EXPERIENCE, ATS_PIECE_MOVED);
	assert_state("Work Experience\nSkills\nForeman\nWelding", EXPERIENCE, ATS_PIECE_MOVED);
	assert_state("Work Experience\nSkills\nForeman\nWelding", SKILLS, ATS_PIECE_WHOLE);
}
END_TEST

START_TEST(an_unjudged_reading_says_nothing)
{
	g_auto(Sheet) sheet = sheet_new();
	g_autoptr(AtsReading) reading = reading_of(&sheet, "Ann Lee");
	g_autofree guint8 *states = NULL;

	reading->judged = FALSE;
	states = ats_pieces_hold(sheet.pieces, reading, sheet.document, sheet.layout, sheet.resume);
	for (guint i = 0; i < sheet.pieces->len; i++)
		ck_assert_uint_eq(states[i], ATS_PIECE_NOT_JUDGED);
}
END_TEST

START_TEST(links_are_pieces_where_they_are_text)
{
	g_auto(Sheet) sheet = sheet_new();
	g_autoptr(GArray) pieces = NULL;
	const AtsPiece *link;

	add_line(&sheet, "www.Example.com/ann");
	g_ptr_array_add(sheet.resume->links, (gpointer) "https://example.com/ann/");
	g_ptr_array_add(sheet.resume->links, (gpointer) "https://example.com/only-a-target");
	pieces = ats_pieces_list(sheet.layout, sheet.resume);
	ck_assert_uint_eq(pieces->len, 5);
	link = ats_at(pieces, AtsPiece, 2);
	ck_assert_int_eq(link->kind, ATS_PIECE_LINK);
	ck_assert_uint_eq(link->n, 1);
}
END_TEST

/* ---- filing ---- */

static void
append_name(GString *out, const Sheet *sheet, guint32 section)
{
	if (section == ATS_SECTION_TOP)
		g_string_append(out, "top");
	else
		g_string_append(
		    out,
		    ats_at(sheet->resume->sections, AtsResumeSection, section)->heading);
}

/* "Skills 3-1 (top 2)": three words under it, one of its own not, two of them of the top; "!" for a
 * heading that is none there */
static char *
filing_of(const Sheet *sheet, const char *text, gboolean judged)
{
	g_autoptr(AtsReading) reading = reading_of(sheet, text);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(AtsFiling) filing = NULL;
	g_autofree guint8 *states = NULL;

	reading->judged = judged;
	states =
	    ats_pieces_hold(sheet->pieces, reading, sheet->document, sheet->layout, sheet->resume);
	filing = ats_filing_new(sheet->pieces,
				states,
				reading,
				sheet->document,
				sheet->layout,
				sheet->resume);
	for (guint i = 0; i < filing->sections->len; i++) {
		const AtsFiled *filed = ats_at(filing->sections, AtsFiled, i);
		g_string_append(out, i > 0 ? "; " : "");
		append_name(out, sheet, filed->section);
		g_string_append_printf(out,
				       "%s %u-%u",
				       ats_filed_is_found(filed) ? "" : "!",
				       filed->n_words,
				       filed->n_missing);
		for (guint k = 0; k < filed->n_foreign; k++) {
			const AtsForeign *foreign =
			    ats_at(filing->foreign, AtsForeign, filed->foreign + k);
			g_string_append(out, " (");
			append_name(out, sheet, foreign->section);
			g_string_append_printf(out, " %u of %u)", foreign->n_words, foreign->n_own);
		}
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

static void
assert_filing(const char *text, const char *expected)
{
	g_auto(Sheet) sheet = sheet_new();
	g_autofree char *got = filing_of(&sheet, text, TRUE);

	ck_assert_str_eq(got, expected);
}

START_TEST(text_is_filed_under_its_heading)
{
	assert_filing(
	    "Ann Lee\nMail: ann@example.com\nWork Experience\nForeman since 2019\nSkills\n"
	    "Welding",
	    "top 4-0; Work Experience 3-0; Skills 1-0");
	/* sections in another order are as good */
	assert_filing("Ann Lee\nMail: ann@example.com\nSkills\nWelding\nWork Experience\nForeman "
		      "since 2019",
		      "top 4-0; Skills 1-0; Work Experience 3-0");
}
END_TEST

START_TEST(text_lands_under_another_heading)
{
	assert_filing("Skills\nWelding\nAnn Lee\nMail: ann@example.com\nWork Experience\nForeman "
		      "since 2019",
		      "top 0-4; Skills 5-0 (top 4 of 4); Work Experience 3-0");
	assert_filing("Ann Lee\nMail: ann@example.com\nWork Experience\nSkills\nForeman Welding\n"
		      "since 2019",
		      "top 4-0; Work Experience 0-3; Skills 4-0 (Work Experience 3 of 3)");
}
END_TEST

START_TEST(what_is_no_heading_there_owns_nothing)
{
	/* glued, split, replaced, left out */
	assert_filing("Ann Lee\nMail: ann@example.com\nWork Experience\nForeman since 2019 Skills\n"
		      "Welding",
		      "top 4-0; Work Experience 4-0 (Skills 1 of 1); Skills! 0-1");
	assert_filing("Ann Lee\nMail: ann@example.com\nWork Experience\nForeman since 2019\n"
		      "Skills=S Skills=kills\nWelding",
		      "top 4-0; Work Experience 4-0 (Skills 1 of 1); Skills! 0-1");
	assert_filing("Ann Lee\nMail: ann@example.com\nForeman since 2019\nSkills\nWelding",
		      "top 7-0 (Work Experience 3 of 3); Skills 1-0; Work Experience! 0-3");
}
END_TEST

/* a word that is not printed is missing under its heading, and nobody's elsewhere; what is printed
 * twice counts where it stands first */
START_TEST(words_are_counted_once)
{
	assert_filing("Ann Lee\nMail: ann@example.com\nWork Experience\nForeman since\nSkills\n"
		      "Welding Foreman •",
		      "top 4-0; Work Experience 2-1; Skills 1-0");
}
END_TEST

START_TEST(an_unjudged_reading_files_nothing)
{
	g_auto(Sheet) sheet = sheet_new();
	g_autofree char *got = filing_of(&sheet, "Ann Lee", FALSE);

	ck_assert_str_eq(got, "");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("pieces");
	TCase *filing = tcase_create("filing");
	TCase *tcase = tcase_create("pieces");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(tcase, what_people_read_is_whole);
	tcase_add_test(tcase, what_does_not_matter_is_whole);
	tcase_add_test(tcase, what_is_not_there_is_lost);
	tcase_add_test(tcase, what_is_taken_apart_is_split);
	tcase_add_test(tcase, an_address_over_two_lines_is_split);
	tcase_add_test(tcase, what_runs_together_is_glued);
	tcase_add_test(tcase, a_heading_that_shares_its_line_is_glued);
	tcase_add_test(tcase, what_stands_under_another_heading_is_moved);
	tcase_add_test(tcase, an_unjudged_reading_says_nothing);
	tcase_add_test(tcase, links_are_pieces_where_they_are_text);
	tcase_add_test(filing, text_is_filed_under_its_heading);
	tcase_add_test(filing, text_lands_under_another_heading);
	tcase_add_test(filing, what_is_no_heading_there_owns_nothing);
	tcase_add_test(filing, words_are_counted_once);
	tcase_add_test(filing, an_unjudged_reading_files_nothing);
	suite_add_tcase(suite, tcase);
	suite_add_tcase(suite, filing);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
