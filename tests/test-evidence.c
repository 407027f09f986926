/*
 * Tests of what src/checks does with findings and readings, on documents made in memory: cutting,
 * order, outcomes, and what becomes of words.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "checks/findings.h"
#include "checks/order.h"
#include "checks/regions.h"

/* --- a document of words, each line in a region --- */
typedef struct {
	AtsSubject subject;
	AtsDocument *document;
	AtsLayout *layout;
	GPtrArray *readings;
	GPtrArray *filings; /* empty: of no reading */
	AtsResume *resume;
	AtsReport *report;
	AtsFindings findings;
} Fixture;

static void
fixture_init(Fixture *f, AtsFormat format)
{
	AtsPage page = {.width = 600, .height = 800, .has_order = 1};
	AtsPart body = {.kind = ATS_PART_BODY, .parent = -1, .name = ""};

	f->document = ats_document_new(format);
	g_array_append_val(f->document->pages, page);
	if (f->document->parts->len == 0)
		g_array_append_val(f->document->parts, body);
	f->layout = ats_layout_new();
	if (f->layout->human == NULL)
		f->layout->human = ats_reading_new("human");
	f->readings = g_ptr_array_new_with_free_func((GDestroyNotify)ats_reading_free);
	f->filings = g_ptr_array_new();
	f->resume = ats_resume_new();
	f->report = ats_report_new();
	f->subject = (AtsSubject){f->document, f->layout, f->readings, f->resume, f->filings};
	f->findings =
	    (AtsFindings){.report = f->report, .subject = &f->subject, .rule = &ats_catalogue[0]};
}

static void
fixture_clear(Fixture *f)
{
	g_clear_pointer(&f->findings.evidence, ats_evidence_free);
	g_clear_pointer(&f->findings.spare.lost_in, g_ptr_array_unref);
	g_clear_pointer(&f->report, ats_report_free);
	g_clear_pointer(&f->resume, ats_resume_free);
	g_clear_pointer(&f->readings, g_ptr_array_unref);
	g_clear_pointer(&f->filings, g_ptr_array_unref);
	g_clear_pointer(&f->layout, ats_layout_free);
	g_clear_pointer(&f->document, ats_document_free);
}

static guint32
add_region(Fixture *f, AtsRegionKind kind, guint32 flow, AtsBox box)
{
	AtsRegion region = {.kind = kind, .flow = flow, .box = box, .drawing = G_MAXUINT32};

	g_array_append_val(f->layout->regions, region);
	return f->layout->regions->len - 1;
}

/* a line of words parted by spaces, read after the lines before it */
static void
add_line(Fixture *f, guint32 region, const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	AtsLine line = {.first = f->layout->human->tokens->len,
			.n = g_strv_length(words),
			.region = region};

	for (guint i = 0; words[i] != NULL; i++) {
		AtsWord word = {.text = ats_document_intern(f->document, words[i]),
				.before = ATS_BREAK_SPACE};

		ats_reading_add(f->layout->human,
				word.text,
				f->document->words->len,
				i == 0 ? ATS_BREAK_LINE : ATS_BREAK_SPACE);
		g_array_append_val(f->document->words, word);
	}
	g_array_append_val(f->layout->lines, line);
}

/* a reading that prints words by number; a negative number is a word at the start of a line */
static AtsReading *
add_reading(Fixture *f, const char *parser, const gint *words, guint n)
{
	AtsReading *reading = ats_reading_new(parser);

	reading->judged = TRUE;
	for (guint i = 0; i < n; i++) {
		guint word = (guint)ABS(words[i]);

		ats_reading_add(reading,
				ats_at(f->document->words, AtsWord, word)->text,
				word,
				words[i] < 0 ? ATS_BREAK_LINE : ATS_BREAK_SPACE);
	}
	ats_reading_finish(reading);
	g_ptr_array_add(f->readings, reading);
	return reading;
}

#define ADD_READING(f, parser, ...)                                                                \
	add_reading(f,                                                                             \
		    parser,                                                                        \
		    (const gint[]){__VA_ARGS__},                                                   \
		    G_N_ELEMENTS(((const gint[]){__VA_ARGS__})))

static AtsOutcome
outcome_of(const Fixture *f, const char *check)
{
	for (guint i = 0; i < f->report->outcomes->len; i++) {
		const AtsReportOutcome *outcome =
		    &g_array_index(f->report->outcomes, AtsReportOutcome, i);

		if (g_str_equal(outcome->check, check))
			return outcome->outcome;
	}
	ck_abort_msg("no outcome of %s", check);
	return ATS_OUTCOME_PASSED;
}

static const AtsFinding *
finding_at(const Fixture *f, guint i)
{
	ck_assert_uint_lt(i, f->report->findings->len);
	return &g_array_index(f->report->findings, AtsFinding, i);
}

/* --- findings --- */
START_TEST(evidence_is_cut_at_a_word)
{
	Fixture f;
	g_autofree char *letters = g_strnfill(300, 'x');
	g_autoptr(GString) words = g_string_new("  ");
	AtsFinding *finding;

	fixture_init(&f, ATS_FORMAT_PDF);
	for (guint i = 0; i < 60; i++)
		g_string_append(words, "word ");
	finding = ats_findings_add(&f.findings, "%s", "There are words.");
	ats_findings_evidence(&f.findings, finding, words->str);
	ck_assert_uint_le(strlen(finding->evidence), 204);
	ck_assert(g_str_has_prefix(finding->evidence, "word word"));
	ck_assert(g_str_has_suffix(finding->evidence, "word …"));
	ats_findings_evidence(&f.findings, finding, letters);
	ck_assert_uint_eq(strlen(finding->evidence), 204);
	ats_findings_evidence(&f.findings, finding, "bad \xff bytes");
	ck_assert(g_utf8_validate(finding->evidence, -1, NULL));
	fixture_clear(&f);
}
END_TEST

START_TEST(evidence_is_never_cut_inside_a_character)
{
	Fixture f;
	g_autoptr(GString) text = g_string_new(NULL);
	AtsFinding *finding;

	fixture_init(&f, ATS_FORMAT_PDF);
	for (guint i = 0; i < 200; i++)
		g_string_append(text, "語");
	finding = ats_findings_add(&f.findings, "There are words.");
	ats_findings_evidence(&f.findings, finding, text->str);
	ck_assert(g_utf8_validate(finding->evidence, -1, NULL));
	fixture_clear(&f);
}
END_TEST

START_TEST(a_finding_has_its_rules_severity_and_fix)
{
	Fixture f;
	AtsFinding *finding;

	fixture_init(&f, ATS_FORMAT_PDF);
	finding = ats_findings_add(&f.findings, "%u words.", 3);
	ck_assert_str_eq(finding->id, ats_catalogue[0].id);
	ck_assert_str_eq(finding->fix, ats_catalogue[0].fix);
	ck_assert_int_eq(finding->severity, ats_catalogue[0].severity);
	ck_assert_str_eq(finding->message, "3 words.");
	ats_findings_lost_in(&f.findings, finding, "line");
	ats_findings_lost_in(&f.findings, finding, "line");
	ck_assert_uint_eq(finding->lost_in->len, 1);
	fixture_clear(&f);
}
END_TEST

START_TEST(places_are_kept_for_pages_only)
{
	Fixture f;
	AtsFinding *finding;

	fixture_init(&f, ATS_FORMAT_PDF);
	finding = ats_findings_add(&f.findings, "Here.");
	ats_findings_place(&f.findings, finding, 1, (AtsBox){1, 2, 3, 4});
	ck_assert_uint_eq(finding->page, 2);
	ck_assert(finding->box.y1 == 4);
	fixture_clear(&f);
	fixture_init(&f, ATS_FORMAT_DOCX);
	finding = ats_findings_add(&f.findings, "Here.");
	ats_findings_place(&f.findings, finding, 1, (AtsBox){1, 2, 3, 4});
	ck_assert_uint_eq(finding->page, 0);
	ck_assert(ats_box_is_empty(finding->box));
	fixture_clear(&f);
}
END_TEST

START_TEST(one_check_cannot_flood_a_report)
{
	Fixture f;

	fixture_init(&f, ATS_FORMAT_PDF);
	for (guint i = 0; i < 1000; i++)
		ats_findings_lost_in(&f.findings,
				     ats_findings_add(&f.findings, "Number %u.", i),
				     "line");
	ck_assert_uint_eq(f.report->findings->len, 50);
	ck_assert_str_eq(finding_at(&f, 49)->message, "Number 49.");
	fixture_clear(&f);
}
END_TEST

/* --- outcomes --- */
START_TEST(checks_say_what_they_could_not_judge)
{
	Fixture f;

	fixture_init(&f, ATS_FORMAT_PDF);
	ats_at(f.document->pages, AtsPage, 0)->has_order = 0;
	ats_checks_run(&f.subject, f.report);
	ck_assert_int_eq(outcome_of(&f, "photo"), ATS_OUTCOME_NOT_JUDGED);
	ck_assert_int_eq(outcome_of(&f, "multi-column"), ATS_OUTCOME_NOT_JUDGED);
	ck_assert_int_eq(outcome_of(&f, "text-box"), ATS_OUTCOME_NOT_APPLICABLE);
	fixture_clear(&f);
	fixture_init(&f, ATS_FORMAT_DOCX);
	add_line(&f, add_region(&f, ATS_REGION_MAIN, 0, (AtsBox){0}), "Ann Sample");
	ats_checks_run(&f.subject, f.report);
	ck_assert_int_eq(outcome_of(&f, "text-box"), ATS_OUTCOME_PASSED);
	ck_assert_int_eq(outcome_of(&f, "photo"), ATS_OUTCOME_PASSED);
	fixture_clear(&f);
}
END_TEST

/* --- what becomes of words --- */
START_TEST(fate_counts_what_is_missing_and_broken)
{
	Fixture f;
	const AtsReading *same, *mixed, *less;
	AtsFate fate;

	fixture_init(&f, ATS_FORMAT_PDF);
	add_line(&f, add_region(&f, ATS_REGION_MAIN, 0, (AtsBox){0}), "zero one • three");
	add_line(&f, 0, "four five");
	same = ADD_READING(&f, "stream", -0, 1, 3, -4, 5);
	mixed = ADD_READING(&f, "line", -0, 4, 1, 2, 3, 5);
	less = ADD_READING(&f, "block", -0, 1);
	fate = ats_subject_fate(&f.subject, &f.findings, same, 0, 6);
	ck_assert_uint_eq(fate.n_words, 5);
	ck_assert_uint_eq(fate.n_missing + fate.n_broken, 0);
	ck_assert_uint_eq(fate.token, G_MAXUINT32);
	fate = ats_subject_fate(&f.subject, &f.findings, mixed, 0, 4);
	ck_assert_uint_eq(fate.n_broken, 1);
	ck_assert_uint_eq(fate.token, 0);
	fate = ats_subject_fate(&f.subject, &f.findings, less, 0, 6);
	ck_assert_uint_eq(fate.n_missing, 3);
	ck_assert_uint_eq(ats_subject_losers(&f.subject, &f.findings, NULL, 0, 6), 2);
	ck_assert_uint_eq(ats_subject_losers(&f.subject, &f.findings, NULL, 0, 2), 1);
	ck_assert_int_eq(ats_subject_severity(&f.subject, 0), ATS_SEVERITY_NOTE);
	ck_assert_int_eq(ats_subject_severity(&f.subject, 1), ATS_SEVERITY_WARNING);
	ck_assert_int_eq(ats_subject_severity(&f.subject, 2), ATS_SEVERITY_ERROR);
	fixture_clear(&f);
}
END_TEST

static AtsSeverity
weighed(const Fixture *f, const char *first, const char *second)
{
	g_autoptr(GPtrArray) parsers = g_ptr_array_new();

	if (first != NULL)
		g_ptr_array_add(parsers, (gpointer)first);
	if (second != NULL)
		g_ptr_array_add(parsers, (gpointer)second);
	return ats_subject_weighed_severity(&f->subject, parsers);
}

START_TEST(families_weigh_by_their_programs)
{
	Fixture f;

	fixture_init(&f, ATS_FORMAT_PDF);
	add_line(&f, add_region(&f, ATS_REGION_MAIN, 0, (AtsBox){0}), "zero");
	ADD_READING(&f, "stream", -0)->weight = 4;
	ADD_READING(&f, "line", -0)->weight = 2;
	ADD_READING(&f, "block", -0)->weight = 1;
	ADD_READING(&f, "cluster", -0)->weight = 1;
	ck_assert_int_eq(weighed(&f, NULL, NULL), ATS_SEVERITY_NOTE);
	ck_assert_int_eq(weighed(&f, "cluster", NULL), ATS_SEVERITY_NOTE);
	ck_assert_int_eq(weighed(&f, "cluster", "block"), ATS_SEVERITY_NOTE);
	ck_assert_int_eq(weighed(&f, "line", "block"), ATS_SEVERITY_WARNING);
	ck_assert_int_eq(weighed(&f, "stream", NULL), ATS_SEVERITY_WARNING);
	ck_assert_int_eq(weighed(&f, "stream", "block"), ATS_SEVERITY_ERROR);
	fixture_clear(&f);
}
END_TEST

START_TEST(split_and_glued_words_are_known)
{
	Fixture f;
	AtsReading *reading;
	g_autofree char *quote = NULL;
	AtsFate fate;

	fixture_init(&f, ATS_FORMAT_PDF);
	add_line(&f, add_region(&f, ATS_REGION_MAIN, 0, (AtsBox){0}), "SKILLS are many");
	reading = ats_reading_new("line");
	reading->judged = TRUE;
	ats_reading_add(reading, "SK", 0, ATS_BREAK_LINE);
	ats_reading_add(reading, "ILLS", 0, ATS_BREAK_SPACE);
	ats_reading_add(reading, "are", 1, ATS_BREAK_SPACE);
	ats_reading_add(reading, "many", 2, ATS_BREAK_NONE);
	g_ptr_array_add(f.readings, reading);
	fate = ats_subject_fate(&f.subject, &f.findings, reading, 0, 3);
	quote = ats_reading_quote(reading, 1, 0, 0);
	ck_assert_str_eq(quote, "SK ILLS");
	ck_assert_uint_eq(fate.n_split, 1);
	ck_assert_uint_eq(fate.n_glued, 1);
	ck_assert_uint_eq(fate.n_broken, 0);
	fixture_clear(&f);
}
END_TEST

START_TEST(a_quote_is_what_the_parser_prints)
{
	Fixture f;
	const AtsReading *reading;
	g_autofree char *quote = NULL;
	g_autofree char *whole = NULL;

	fixture_init(&f, ATS_FORMAT_PDF);
	add_line(&f, add_region(&f, ATS_REGION_MAIN, 0, (AtsBox){0}), "a b c d");
	reading = ADD_READING(&f, "line", -0, 1, -2, 3);
	quote = ats_reading_quote(reading, 1, 0, 1);
	ck_assert_str_eq(quote, "b / c");
	whole = ats_reading_quote(reading, 1, 9, 1000);
	ck_assert_str_eq(whole, "a b / c d");
	fixture_clear(&f);
}
END_TEST

/* --- checks on what readings make of two columns --- */
static void
add_columns(Fixture *f)
{
	guint32 left = add_region(f, ATS_REGION_SIDEBAR, 0, (AtsBox){0, 0, 100, 100});
	guint32 right = add_region(f, ATS_REGION_COLUMN, 1, (AtsBox){200, 0, 500, 100});

	add_line(f, left, "SKILLS"); /* 0 */
	add_line(f, left, "Python");
	add_line(f, left, "Java");
	add_line(f, left, "Fortran");
	add_line(f, right, "EXPERIENCE"); /* 4 */
	add_line(f, right, "Acme");
	add_line(f, right, "Example");
	add_line(f, right, "Sample");
	f->layout->n_columns = 2;
}

static const AtsFinding *
finding_of(const Fixture *f, const char *check)
{
	for (guint i = 0; i < f->report->findings->len; i++) {
		if (g_str_equal(finding_at(f, i)->id, check))
			return finding_at(f, i);
	}
	ck_abort_msg("no finding of %s", check);
	return NULL;
}

START_TEST(columns_cost_what_readings_mix)
{
	Fixture f;
	const AtsFinding *finding;

	fixture_init(&f, ATS_FORMAT_PDF);
	add_columns(&f);
	ADD_READING(&f, "stream", -0, -1, -2, -3, -4, -5, -6, -7);
	ADD_READING(&f, "line", -0, 4, -1, 5, -2, 6, -3, 7);
	ADD_READING(&f, "block", -4, -5, -6, -7, -0, -1, -2, -3);
	ats_checks_run(&f.subject, f.report);
	finding = finding_of(&f, "multi-column");
	ck_assert_int_eq(finding->severity, ATS_SEVERITY_WARNING);
	ck_assert_uint_eq(finding->lost_in->len, 1);
	ck_assert_str_eq(g_ptr_array_index(finding->lost_in, 0), "line");
	ck_assert_ptr_nonnull(strstr(finding->evidence, "SKILLS EXPERIENCE"));
	ck_assert_uint_eq(finding->page, 1);
	ck_assert_int_eq(finding_of(&f, "sidebar")->severity, ATS_SEVERITY_NOTE);
	fixture_clear(&f);
}
END_TEST

START_TEST(columns_that_no_reading_mixes_are_a_note)
{
	Fixture f;

	fixture_init(&f, ATS_FORMAT_PDF);
	add_columns(&f);
	ADD_READING(&f, "stream", -4, -5, -6, -7, -0, -1, -2, -3);
	ats_checks_run(&f.subject, f.report);
	ck_assert_int_eq(finding_of(&f, "multi-column")->severity, ATS_SEVERITY_NOTE);
	ck_assert_int_eq(outcome_of(&f, "reading-order"), ATS_OUTCOME_PASSED);
	fixture_clear(&f);
}
END_TEST

START_TEST(worst_findings_come_first)
{
	Fixture f;

	fixture_init(&f, ATS_FORMAT_PDF);
	add_columns(&f);
	add_region(&f, ATS_REGION_IMAGE, 0, (AtsBox){0, 0, 10, 10});
	ats_at(f.layout->regions, AtsRegion, 2)->photo = 1;
	ADD_READING(&f, "line", -0, 4, -1, 5, -2, 6, -3, 7);
	ats_checks_run(&f.subject, f.report);
	for (guint i = 1; i < f.report->findings->len; i++)
		ck_assert_int_ge(finding_at(&f, i - 1)->severity, finding_at(&f, i)->severity);
	ck_assert_int_eq(finding_of(&f, "photo")->severity, ATS_SEVERITY_NOTE);
	fixture_clear(&f);
}
END_TEST

static AtsFinding
made_finding(const char *id, AtsSeverity severity, const char *message, guint page)
{
	return (AtsFinding){.id = id,
			    .severity = severity,
			    .message = message,
			    .fix = id,
			    .page = page};
}

START_TEST(what_follows_stands_behind_its_cause)
{
	static const char *const by_cause[] = {"nowhere", "cause", NULL};
	static const char *const by_consequence[] = {"split", NULL};
	static const char *const by_nobody[] = {"nowhere", NULL};
	static const char *const wanted[] = {"cause", "split", "filed", "alone", "other", "cause"};
	const AtsFinding added[] = {
	    made_finding("other", ATS_SEVERITY_WARNING, "Other.", 1),
	    made_finding("cause", ATS_SEVERITY_NOTE, "A note.", 1),
	    made_finding("cause", ATS_SEVERITY_WARNING, "A cause.", 1),
	    made_finding("alone", ATS_SEVERITY_ERROR, "9 words are lost.", 2),
	    made_finding("split", ATS_SEVERITY_WARNING, "7 words are split.", 1),
	    made_finding("filed", ATS_SEVERITY_ERROR, "8 words are misfiled.", 1),
	};
	const AtsTie ties[] = {{4, by_cause}, {5, by_consequence}, {3, by_nobody}};
	g_autoptr(AtsReport) report = ats_report_new();
	g_autoptr(GArray) tied = g_array_new(FALSE, FALSE, sizeof(AtsTie));

	g_array_append_vals(report->findings, added, G_N_ELEMENTS(added));
	g_array_append_vals(tied, ties, G_N_ELEMENTS(ties));
	ats_findings_join(report, tied);

	ck_assert_uint_eq(report->findings->len, G_N_ELEMENTS(wanted));
	for (guint i = 0; i < G_N_ELEMENTS(wanted); i++)
		ck_assert_str_eq(ats_at(report->findings, AtsFinding, i)->id, wanted[i]);
	ck_assert_int_eq(ats_at(report->findings, AtsFinding, 0)->severity, ATS_SEVERITY_ERROR);
	ck_assert_str_eq(ats_at(report->findings, AtsFinding, 0)->message, "A cause.");
	ck_assert_int_eq(ats_at(report->findings, AtsFinding, 1)->severity, ATS_SEVERITY_ERROR);
	ck_assert_str_eq(ats_at(report->findings, AtsFinding, 1)->message, "So 7 words are split.");
	ck_assert_str_eq(ats_at(report->findings, AtsFinding, 2)->message,
			 "So 8 words are misfiled.");
	ck_assert_str_eq(ats_at(report->findings, AtsFinding, 2)->fix, "cause");
	ck_assert_str_eq(ats_at(report->findings, AtsFinding, 3)->message, "9 words are lost.");
}
END_TEST

START_TEST(the_fewest_lines_are_movers)
{
	const guint32 places[] = {10, 20, 90, 30, 40, 5, 50};
	const guint8 expected[] = {0, 0, 1, 0, 0, 1, 0};
	g_autofree guint8 *movers = ats_order_movers(places, G_N_ELEMENTS(places));
	g_autofree guint8 *none = ats_order_movers(NULL, 0);

	for (guint i = 0; i < G_N_ELEMENTS(places); i++)
		ck_assert_msg(movers[i] == expected[i], "line %u", i);
	ck_assert_ptr_nonnull(none);
}
END_TEST

START_TEST(a_page_drawn_from_bottom_to_top_is_told)
{
	Fixture f;
	const AtsFinding *finding;
	gint words[100];

	fixture_init(&f, ATS_FORMAT_PDF);
	add_region(&f, ATS_REGION_MAIN, 0, (AtsBox){0, 0, 500, 800});
	for (guint i = 0; i < 20; i++) {
		g_autofree char *text = g_strdup_printf("line%u of a long text", i);

		add_line(&f, 0, text);
		for (guint k = 0; k < 5; k++)
			words[5 * i + k] = (gint)(5 * (19 - i) + k) * (k == 0 ? -1 : 1);
	}
	add_reading(&f, "stream", words, G_N_ELEMENTS(words));
	ats_checks_run(&f.subject, f.report);
	finding = finding_of(&f, "reading-order");
	ck_assert_int_eq(finding->severity, ATS_SEVERITY_ERROR);
	ck_assert_ptr_nonnull(strstr(finding->evidence, "text / line1 of"));
	fixture_clear(&f);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("evidence");
	TCase *tcase = tcase_create("evidence");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(tcase, evidence_is_cut_at_a_word);
	tcase_add_test(tcase, evidence_is_never_cut_inside_a_character);
	tcase_add_test(tcase, a_finding_has_its_rules_severity_and_fix);
	tcase_add_test(tcase, places_are_kept_for_pages_only);
	tcase_add_test(tcase, one_check_cannot_flood_a_report);
	tcase_add_test(tcase, checks_say_what_they_could_not_judge);
	tcase_add_test(tcase, fate_counts_what_is_missing_and_broken);
	tcase_add_test(tcase, families_weigh_by_their_programs);
	tcase_add_test(tcase, split_and_glued_words_are_known);
	tcase_add_test(tcase, a_quote_is_what_the_parser_prints);
	tcase_add_test(tcase, columns_cost_what_readings_mix);
	tcase_add_test(tcase, columns_that_no_reading_mixes_are_a_note);
	tcase_add_test(tcase, worst_findings_come_first);
	tcase_add_test(tcase, what_follows_stands_behind_its_cause);
	tcase_add_test(tcase, the_fewest_lines_are_movers);
	tcase_add_test(tcase, a_page_drawn_from_bottom_to_top_is_told);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
