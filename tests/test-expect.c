/*
 * Tests of src/expect: what is read of a JSON Resume, how fields are looked for, and what is said
 * of those that do not arrive.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "expect/fields.h"
#include "expect/months.h"

/* a report on a document of which a person reads the first text, and parsers the others */
static AtsReport *
report_of(const char *human, const char *const *texts)
{
	static const char *const parsers[] = {"stream", "line", "block"};
	AtsReport *report = ats_report_new();

	report->text = human;
	report->n_words = *human != '\0' ? 1 : 0;
	report->score = 100;
	for (guint i = 0; texts[i] != NULL; i++) {
		AtsReportReading reading = {parsers[i], TRUE, NULL, 100, 1, 1, texts[i]};
		g_array_append_val(report->readings, reading);
	}
	return report;
}

static AtsExpected *
read_text(const char *json, GError **error)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(json, strlen(json));

	return ats_expected_read(bytes, error);
}

static AtsReport *
judge(const char *json, const char *human, const char *const *texts)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsExpected) expected = read_text(json, &error);
	AtsReport *report = report_of(human, texts);

	ck_assert_msg(expected != NULL, "%s", error != NULL ? error->message : "");
	ats_expected_judge(expected, report);
	return report;
}

/* all readings but the first are what a person reads */
#define JUDGE(json, human, other)                                                                  \
	judge(json, human, (const char *const[]){other, human, human, NULL})

static const AtsFinding *
finding_at(const AtsReport *report, guint i)
{
	ck_assert_uint_lt(i, report->findings->len);
	return &g_array_index(report->findings, AtsFinding, i);
}

static AtsOutcome
outcome_of(const AtsReport *report)
{
	const AtsReportOutcome *last =
	    &g_array_index(report->outcomes, AtsReportOutcome, report->outcomes->len - 1);

	ck_assert_str_eq(last->check, "expected-field");
	return last->outcome;
}

static void
assert_passes(const char *json, const char *human)
{
	g_autoptr(AtsReport) report = JUDGE(json, human, human);

	if (report->findings->len > 0)
		ck_abort_msg("%s in “%s”: %s", json, human, finding_at(report, 0)->message);
	ck_assert_int_eq(outcome_of(report), ATS_OUTCOME_PASSED);
}

static void
assert_fails(const char *json, const char *human)
{
	g_autoptr(AtsReport) report = JUDGE(json, human, human);

	ck_assert_msg(report->findings->len == 1, "%s passes in “%s”", json, human);
	ck_assert_int_eq(finding_at(report, 0)->severity, ATS_SEVERITY_ERROR);
	ck_assert_int_eq(outcome_of(report), ATS_OUTCOME_FINDINGS);
	ck_assert_int_eq(report->verdict, ATS_VERDICT_RISK);
}

/* --- reading --- */
START_TEST(all_fields_are_read_with_their_pointers)
{
	static const char json[] =
	    "{\"meta\": {\"a\": [1]}, \"work\": [{\"name\": \"A\", \"highlights\": [\"B\", \"C\"]},"
	    " {\"startDate\": \"2020\", \"x-own\": 3, \"summary\": null}], \"basics\": {\"image\": "
	    "\"i\","
	    " \"email\": \"e@example.com\", \"location\": {\"countryCode\": \"US\", \"city\": "
	    "\"D\"},"
	    " \"profiles\": [{\"url\": \"u\"}], \"label\": \"\"}}";
	static const struct {
		const char *pointer;
		AtsFieldKind kind;
		guint object, list;
	} wanted[] = {
	    {"/basics/email", ATS_FIELD_EMAIL, 0, 0},
	    {"/basics/location/city", ATS_FIELD_TEXT, 1, 0},
	    {"/basics/profiles/0/url", ATS_FIELD_URL, 2, 0},
	    {"/work/0/name", ATS_FIELD_TEXT, 3, 1},
	    {"/work/0/highlights/0", ATS_FIELD_TEXT, 3, 1},
	    {"/work/0/highlights/1", ATS_FIELD_TEXT, 3, 1},
	    {"/work/1/startDate", ATS_FIELD_DATE, 4, 1},
	};
	g_autoptr(AtsExpected) expected = read_text(json, NULL);

	ck_assert_ptr_nonnull(expected);
	ck_assert_uint_eq(expected->fields->len, G_N_ELEMENTS(wanted));
	for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
		const AtsField *field = &g_array_index(expected->fields, AtsField, i);
		ck_assert_str_eq(field->pointer, wanted[i].pointer);
		ck_assert_int_eq(field->kind, wanted[i].kind);
		ck_assert_uint_eq(field->object, wanted[i].object);
		ck_assert_uint_eq(field->list, wanted[i].list);
	}
}
END_TEST

static const struct {
	const char *json;
	gint code;
	const char *message;
} wrong[] = {
    {"", ATS_ERROR_DAMAGED, "it is empty"},
    {" \n", ATS_ERROR_DAMAGED, "it is empty"},
    {"\xff\xfe", ATS_ERROR_DAMAGED, "it is not UTF-8 text"},
    {"{\"basics\":\n {\"name\": \"A\",}}", ATS_ERROR_DAMAGED, "line 2, column "},
    {"{\"basics\": {\"name\": \"A\"", ATS_ERROR_DAMAGED, "line 1, column "},
    {"{\"basics\": \"A", ATS_ERROR_DAMAGED, "line 1, column 14: the end, in a string"},
    {"{\"a\": \"b\nc\"}", ATS_ERROR_DAMAGED, "line 1, column 9: a control character"},
    {"{} {}", ATS_ERROR_DAMAGED, "line 1, column 4: something after the end"},
    {"{\"a\": /* \" */ 1}", ATS_ERROR_DAMAGED, "line 1, column 7: a character that"},
    {"var a = {}", ATS_ERROR_DAMAGED, "line 1, column 7: a character that"},
    {"[1]", ATS_ERROR_UNSUPPORTED, "it is no JSON Resume: the whole is not an object"},
    {"{\"work\": {}}", ATS_ERROR_UNSUPPORTED, "it is no JSON Resume: /work is not a list"},
    {"{\"work\": [1]}", ATS_ERROR_UNSUPPORTED, "it is no JSON Resume: /work/0 is not an object"},
    {"{\"basics\": []}", ATS_ERROR_UNSUPPORTED, "it is no JSON Resume: /basics is not an object"},
    {"{\"basics\": {\"phone\": 555}}",
     ATS_ERROR_UNSUPPORTED,
     "it is no JSON Resume: /basics/phone is not a string"},
    {"{\"skills\": [{\"keywords\": [[]]}]}",
     ATS_ERROR_UNSUPPORTED,
     "it is no JSON Resume: /skills/0/keywords/0 is not a string"},
    {"{\"basics\": {\"name\": \"A \\ud800 B\"}}",
     ATS_ERROR_UNSUPPORTED,
     "it is no JSON Resume: /basics/name is not Unicode text"},
    {"{}", ATS_ERROR_UNSUPPORTED, "it has no field of a JSON Resume"},
    {"{\"name\": \"A\"}", ATS_ERROR_UNSUPPORTED, "it has no field of a JSON Resume"},
};

START_TEST(what_is_no_json_resume_is_refused_with_its_place)
{
	g_autoptr(GError) error = NULL;

	ck_assert_ptr_null(read_text(wrong[_i].json, &error));
	ck_assert_ptr_nonnull(error);
	ck_assert_msg(g_str_has_prefix(error->message, wrong[_i].message),
		      "%s: %s",
		      wrong[_i].json,
		      error->message);
	ck_assert(error->domain == ATS_ERROR);
	ck_assert_int_eq(error->code, wrong[_i].code);
}
END_TEST

static char *
repeat(const char *before, const char *what, guint n, const char *after)
{
	g_autoptr(GString) out = g_string_new(before);

	for (guint i = 0; i < n; i++)
		g_string_append(out, what);
	return g_strdup(g_string_append(out, after)->str);
}

START_TEST(limits_are_kept)
{
	g_autofree char *deep = repeat("{\"a\": ", "[", 1000000 / 2, "");
	g_autofree char *level = repeat("{\"a\": ", "[", ATS_LIMIT_EXPECTED_DEPTH, "]}");
	g_autofree char *large = repeat("{\"a\": \"", "x", ATS_LIMIT_EXPECTED_BYTES, "\"}");
	g_autofree char *many =
	    repeat("{\"work\": [", "{\"name\": \"A\"},", ATS_LIMIT_EXPECTED_FIELDS + 1, "{}]}");
	g_autoptr(GError) error = NULL;

	ck_assert_ptr_null(read_text(deep, &error));
	ck_assert_msg(strstr(error->message, "nested too deep") != NULL, "%s", error->message);
	g_clear_error(&error);
	ck_assert_ptr_null(read_text(level, &error));
	ck_assert_msg(strstr(error->message, "nested too deep") != NULL, "%s", error->message);
	g_clear_error(&error);
	ck_assert_ptr_null(read_text(large, &error));
	ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_TOO_LARGE));
	g_clear_error(&error);
	ck_assert_ptr_null(read_text(many, &error));
	ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_TOO_LARGE));
}
END_TEST

/* --- forms --- */
#define DATE(date)   "{\"work\": [{\"startDate\": \"" date "\"}]}"
#define PHONE(phone) "{\"basics\": {\"phone\": \"" phone "\"}}"
#define LINK(url)    "{\"basics\": {\"url\": \"" url "\"}}"
#define EMAIL(email) "{\"basics\": {\"email\": \"" email "\"}}"
#define LABEL(text)  "{\"basics\": {\"label\": \"" text "\"}}"

static const struct {
	const char *json;
	const char *text;
	gboolean shown;
} forms[] = {
    {DATE("2020-03"), "March 2020 – Present", TRUE},
    {DATE("2020-03"), "Mar. 2020", TRUE},
    {DATE("2020-03"), "03/2020", TRUE},
    {DATE("2020-03"), "3/2020", TRUE},
    {DATE("2020-03"), "2020-03", TRUE},
    {DATE("2020-03"), "2020年3月", TRUE},
    {DATE("2020-03"), "Mar ’20", TRUE},
    {DATE("2020-09"), "Sept 2020", TRUE},
    {DATE("2020-03"), "März 2020", TRUE},
    {DATE("2020-03"), "2020", TRUE},
    {DATE("2020-03"), "mars 2020 – aujourd’hui", TRUE},
    {DATE("2020-03"), "marzo de 2020", TRUE},
    {DATE("2020-03"), "2020 m. kovas", TRUE},
    {DATE("2020-03"), "Μάρτιος 2020", TRUE},
    {DATE("2020-03"), "2020年03月", TRUE},
    {DATE("2020-03"), "2020 mars", TRUE},
    {DATE("2020-03-15"), "15. März 2020", TRUE},
    {DATE("2020-03-15"), "15 de marzo de 2020", TRUE},
    {DATE("2020-03-15"), "2020年3月15日", TRUE},
    {DATE("2020-03-05"), "05 mars 2020", TRUE},
    {DATE("2020-03"), "kwiecień 2021", FALSE},
    {DATE("2020-03"), "March 2021", FALSE},
    {DATE("2020-03-15"), "15 March 2020", TRUE},
    {DATE("2020-03-15"), "March 15, 2020", TRUE},
    {DATE("2020-03-15"), "15.03.2020", TRUE},
    {DATE("2020-03-15"), "03/15/2020", TRUE},
    {DATE("2020-03-15"), "Mar 2020", TRUE},
    {DATE("2020"), "2020", TRUE},
    {DATE("2020"), "12020", FALSE},
    {DATE("2020-13"), "2020", FALSE},
    {DATE("Present"), "to present", TRUE},
    {PHONE("+1-312-555-0187"), "+1 (312) 555-0187", TRUE},
    {PHONE("+1-312-555-0187"), "(312) 555 0187", TRUE},
    {PHONE("(312) 555-0187"), "+1 312.555.0187", TRUE},
    {PHONE("+1-312-555-0187"), "3125550187", TRUE},
    {PHONE("+44 117 496 0148"), "+44 (0)117 496 0148", TRUE},
    {PHONE("+44 117 496 0148"), "0117 4960148", TRUE},
    {PHONE("+1-312-555-0187"), "312-555-0188", FALSE},
    {PHONE("+1-312-555-0187"), "555-0187 and 312", FALSE},
    {PHONE("555-0187"), "2018 555-0187", TRUE},
    {LINK("https://www.example.com/ann/"), "example.com/ann", TRUE},
    {LINK("https://example.com/ann"), "HTTPS://WWW.EXAMPLE.COM/ann", TRUE},
    {LINK("https://example.com"), "ann@example.com", FALSE},
    {LINK("https://example.com"), "example.com/ann", FALSE},
    {LINK("https://example.com"), "www.example.com.", TRUE},
    {EMAIL("ann@example.com"), "bob.ann@example.com", FALSE},
    {LINK("https://example.com/ann"), "example.com / ann", FALSE},
    {LINK("https://example.com/ann"), "example.com/bob", FALSE},
    {EMAIL("ann_lee@example.com"), "Ann_Lee@example.com", TRUE},
    {EMAIL("ann@example.com"), "ann @example.com", FALSE},
    {EMAIL("ann@example.com"), "ann at example and com", FALSE},
    {LABEL("C++ & C# Developer"), "C++ and C# developer", FALSE},
    {LABEL("C++/C# Developer"), "c++ / c# developer", TRUE},
    {LABEL("C++"), "C", FALSE},
    {LABEL("Staff Officer"),
     "sta\xef\xac\x80 o\xef\xac\x83"
     "cer",
     TRUE},
    {LABEL("cross-laminated"), "cross- laminated", TRUE},
    {LABEL("O’Brien’s"), "O'Brien's", TRUE},
    {LABEL("软件工程师"), "高级软件工程师，北京", TRUE},
    {LABEL("Lead Engineer"), "Engineer", FALSE},
    {LABEL("—"), "x", TRUE},
};

START_TEST(fields_are_known_however_written)
{
	if (forms[_i].shown)
		assert_passes(forms[_i].json, forms[_i].text);
	else
		assert_fails(forms[_i].json, forms[_i].text);
}
END_TEST

/* @text shows the date; a reading that has only its year there does not */
static void
assert_month_counts(const char *date, const char *text, const char *year)
{
	g_autofree char *json = g_strdup_printf("{\"work\": [{\"startDate\": \"%s\"}]}", date);
	g_autofree char *apart = g_strdup_printf("Foreman %s", year);
	g_autoptr(AtsReport) whole = JUDGE(json, text, text);
	g_autoptr(AtsReport) parted = JUDGE(json, text, apart);

	ck_assert_msg(whole->findings->len == 0, "%s is not seen in “%s”", date, text);
	ck_assert_msg(parted->findings->len == 1,
		      "%s is seen without its month of “%s”",
		      date,
		      text);
	ck_assert_str_eq(finding_at(parted, 0)->pointer, "/work/0/startDate");
}

START_TEST(months_are_known_in_all_languages)
{
	guint month = (guint)_i + 1;
	guint n = 0;

	for (const char *const *name = ats_month_names(month); *name != NULL; name++, n++) {
		g_autofree char *date = g_strdup_printf("2020-%02u", month);
		g_autofree char *day = g_strdup_printf("2020-%02u-28", month);
		g_autofree char *plain = g_strdup_printf("Foreman\n%s 2020 to 2022", *name);
		g_autofree char *turned = g_strdup_printf("Foreman\n2020, %s.", *name);
		g_autofree char *joined = g_strdup_printf("Foreman\n%s de 2020", *name);
		g_autofree char *full = g_strdup_printf("Foreman\n28. %s 2020", *name);
		g_autofree char *of = g_strdup_printf("Foreman\n28 de %s de 2020", *name);

		assert_month_counts(date, plain, "2020");
		assert_month_counts(date, turned, "2020");
		assert_month_counts(date, joined, "2020");
		assert_month_counts(day, full, "2020");
		assert_month_counts(day, of, "2020");
	}
	/* English, German and the other nine write most months in a way of their own */
	ck_assert_uint_ge(n, 12);
}
END_TEST

/* --- what becomes of fields --- */
#define TWO_JOBS                                                                                   \
	"{\"work\": ["                                                                             \
	"{\"name\": \"Prairie Foods\", \"position\": \"Planner\", \"startDate\": \"2019-04\","     \
	" \"highlights\": [\"Cut the finished stock by half in a year.\"]},"                       \
	"{\"name\": \"Lakeside Devices\", \"position\": \"Buyer\", \"startDate\": \"2014\","       \
	" \"endDate\": \"2019\"}]}"
#define FIRST_JOB  "Planner, Prairie Foods\nApril 2019\nCut the finished stock by half in a year.\n"
#define SECOND_JOB "Buyer, Lakeside Devices\n2014 - 2019\n"

static void
assert_finding(const AtsReport *report,
	       guint i,
	       AtsSeverity severity,
	       const char *pointer,
	       const char *message)
{
	const AtsFinding *finding = finding_at(report, i);

	ck_assert_str_eq(finding->id, "expected-field");
	ck_assert_str_eq(finding->message, message);
	ck_assert_str_eq(finding->pointer, pointer);
	ck_assert_int_eq(finding->severity, severity);
	ck_assert_ptr_nonnull(finding->fix);
}

START_TEST(what_no_person_sees_is_an_error)
{
	static const char human[] = "Planner, Prairie Foods\nApril 2019\n" SECOND_JOB;
	g_autoptr(AtsReport) report = JUDGE(TWO_JOBS, human, human);

	ck_assert_uint_eq(report->findings->len, 1);
	assert_finding(report,
		       0,
		       ATS_SEVERITY_ERROR,
		       "/work/0/highlights/0",
		       "The document does not show “Cut the finished stock by half in a year.”.");
	ck_assert_uint_eq(finding_at(report, 0)->lost_in->len, 3);
	ck_assert_ptr_null(finding_at(report, 0)->evidence);
}
END_TEST

START_TEST(what_is_shown_in_part_is_counted)
{
	static const char human[] =
	    "Planner, Prairie Foods\nApril 2019\nCut finished stock by half in year.\n" SECOND_JOB;
	g_autoptr(AtsReport) report = JUDGE(TWO_JOBS, human, human);

	ck_assert_uint_eq(report->findings->len, 1);
	assert_finding(
	    report,
	    0,
	    ATS_SEVERITY_ERROR,
	    "/work/0/highlights/0",
	    "The document shows only 7 of the 9 words of “Cut the finished stock by half "
	    "in a year.”.");
	ck_assert_str_eq(finding_at(report, 0)->evidence, "Cut finished stock by half in year");
}
END_TEST

START_TEST(what_one_parser_loses_is_a_warning)
{
	g_autoptr(AtsReport) report = JUDGE(TWO_JOBS,
					    FIRST_JOB SECOND_JOB,
					    "Planner, Prairie Foods\nApril 2019\n" SECOND_JOB);

	ck_assert_uint_eq(report->findings->len, 1);
	assert_finding(
	    report,
	    0,
	    ATS_SEVERITY_WARNING,
	    "/work/0/highlights/0",
	    "“Cut the finished stock by half in a year.” is missing in 1 of 3 readings.");
	ck_assert_uint_eq(finding_at(report, 0)->lost_in->len, 1);
	ck_assert_str_eq(finding_at(report, 0)->lost_in->pdata[0], "stream");
	ck_assert_int_eq(report->verdict, ATS_VERDICT_PASS);
}
END_TEST

START_TEST(what_most_parsers_mix_is_an_error)
{
	static const char mixed[] =
	    "Planner, Prairie Foods\nApril 2019\nCut the finished English\nstock by Spanish\n"
	    "half in a year.\n" SECOND_JOB;
	g_autoptr(AtsReport) report =
	    judge(TWO_JOBS,
		  FIRST_JOB SECOND_JOB,
		  (const char *const[]){mixed, FIRST_JOB SECOND_JOB, mixed, NULL});

	ck_assert_uint_eq(report->findings->len, 1);
	assert_finding(
	    report,
	    0,
	    ATS_SEVERITY_ERROR,
	    "/work/0/highlights/0",
	    "Other text stands inside “Cut the finished stock by half in a year.” in 2 of 3 "
	    "readings.");
	ck_assert_str_eq(finding_at(report, 0)->evidence,
			 "Cut the finished English stock by Spanish half in a year");
	ck_assert_uint_eq(finding_at(report, 0)->lost_in->len, 2);
}
END_TEST

START_TEST(split_and_glued_words_are_told)
{
	g_autoptr(AtsReport) report = JUDGE(TWO_JOBS,
					    FIRST_JOB SECOND_JOB,
					    "Planner, P R A I R I E Foods\nApril 2019\nCut the "
					    "finishedstock by half in a year.\n" SECOND_JOB);

	ck_assert_uint_eq(report->findings->len, 2);
	assert_finding(report,
		       0,
		       ATS_SEVERITY_WARNING,
		       "/work/0/name",
		       "Words of “Prairie Foods” are split or glued in 1 of 3 readings.");
	ck_assert_str_eq(finding_at(report, 0)->evidence, "P R A I R I E Foods");
	ck_assert_str_eq(finding_at(report, 1)->pointer, "/work/0/highlights/0");
}
END_TEST

START_TEST(a_field_among_another_entrys_is_torn)
{
	g_autoptr(AtsReport) report =
	    JUDGE(TWO_JOBS,
		  FIRST_JOB SECOND_JOB,
		  "Planner, Prairie Foods\nBuyer, Lakeside Devices\nApril 2019\n"
		  "Cut the finished stock by half in a year.\n2014 - 2019\n");

	ck_assert_uint_eq(report->findings->len, 2);
	assert_finding(report,
		       0,
		       ATS_SEVERITY_WARNING,
		       "/work/0/startDate",
		       "“2019-04” is torn from “Prairie Foods” in 1 of 3 readings.");
	ck_assert_str_eq(finding_at(report, 0)->evidence,
			 "Prairie Foods Buyer, Lakeside Devices April 2019");
	assert_finding(report,
		       1,
		       ATS_SEVERITY_WARNING,
		       "/work/1/startDate",
		       "“2014” is torn from “Lakeside Devices” in 1 of 3 readings.");
}
END_TEST

START_TEST(entries_keep_the_order_of_the_person)
{
	g_autoptr(AtsReport) same = JUDGE(TWO_JOBS, SECOND_JOB FIRST_JOB, SECOND_JOB FIRST_JOB);
	g_autoptr(AtsReport) turned = JUDGE(TWO_JOBS, FIRST_JOB SECOND_JOB, SECOND_JOB FIRST_JOB);

	ck_assert_uint_eq(same->findings->len, 0);
	ck_assert_uint_eq(turned->findings->len, 1);
	ck_assert_str_eq(finding_at(turned, 0)->pointer, "/work/1/name");
}
END_TEST

START_TEST(the_order_of_sections_is_nobodys_fault)
{
	static const char json[] =
	    "{\"work\": [{\"name\": \"Prairie Foods\", \"position\": \"Planner\"}],"
	    " \"education\": [{\"institution\": \"Lakes Institute\", \"area\": \"Statistics\"}],"
	    " \"skills\": [{\"name\": \"SQL\"}, {\"name\": \"Negotiation\"}]}";
	g_autoptr(AtsReport) report =
	    JUDGE(json,
		  "Planner, Prairie Foods\nStatistics, Lakes Institute\nSQL\nNegotiation\n",
		  "Negotiation\nSQL\nLakes Institute, Statistics\nPrairie Foods Planner\n");

	ck_assert_uint_eq(report->findings->len, 0);
	ck_assert_int_eq(outcome_of(report), ATS_OUTCOME_PASSED);
}
END_TEST

/* whatever the entries, a parser that gets what a person reads has lost nothing */
START_TEST(a_reading_as_a_person_reads_is_whole)
{
	static const char years[] =
	    "{\"education\": [{\"area\": \"Civil Engineering\", \"studyType\": \"M.S.\","
	    " \"startDate\": \"2013\", \"endDate\": \"2015\"},"
	    " {\"area\": \"Civil Engineering\", \"studyType\": \"B.S.\","
	    " \"startDate\": \"2009\", \"endDate\": \"2013\"}],"
	    " \"languages\": [{\"language\": \"English\", \"fluency\": \"good\"},"
	    " {\"language\": \"French\", \"fluency\": \"good\"}]}";

	assert_passes(years,
		      "M.S. Civil Engineering 2013 2015 B.S. Civil Engineering 2009 2013 "
		      "English, French: good");
	assert_passes(years, "2013 2015 M.S. B.S. Civil Engineering 2009 English good French");
}
END_TEST

START_TEST(a_year_that_two_entries_share_has_two_places)
{
	g_autoptr(AtsReport) report = JUDGE(
	    "{\"education\": [{\"studyType\": \"Master\", \"startDate\": \"2013\"},"
	    " {\"studyType\": \"Bachelor\", \"startDate\": \"2009\", \"endDate\": \"2013\"}]}",
	    "Master 2013 Bachelor 2009 2013",
	    "Master Bachelor 2013 2009 2013");

	ck_assert_uint_eq(report->findings->len, 2);
	ck_assert_str_eq(finding_at(report, 0)->pointer, "/education/0/startDate");
	ck_assert_str_eq(finding_at(report, 1)->pointer, "/education/1/startDate");
}
END_TEST

START_TEST(outcomes_never_look_like_a_pass)
{
	g_autoptr(AtsExpected) expected = read_text(TWO_JOBS, NULL);
	g_autofree char *long_text = repeat("", "word ", ATS_LIMIT_EXPECTED_TEXT / 5 + 1, "");
	g_autoptr(AtsReport) unknown = report_of("Ann", (const char *const[]){"Ann", NULL});
	g_autoptr(AtsReport) empty = report_of("", (const char *const[]){"", NULL});
	g_autoptr(AtsReport) too_long = report_of("Ann", (const char *const[]){long_text, NULL});
	g_autoptr(AtsReport) alone = report_of("Ann", (const char *const[]){NULL});

	ats_expected_judge(NULL, unknown);
	ck_assert_int_eq(outcome_of(unknown), ATS_OUTCOME_NOT_APPLICABLE);
	ats_expected_judge(expected, empty);
	ck_assert_int_eq(outcome_of(empty), ATS_OUTCOME_NOT_JUDGED);
	ats_expected_judge(expected, too_long);
	ck_assert_int_eq(outcome_of(too_long), ATS_OUTCOME_NOT_JUDGED);
	ck_assert_uint_eq(too_long->findings->len, 0);
	ats_expected_judge(expected, alone);
	ck_assert_int_eq(outcome_of(alone), ATS_OUTCOME_FINDINGS);
}
END_TEST

/* texts made to be slow: the same word everywhere, in the resume and in what is expected of it */
START_TEST(work_is_bounded)
{
	g_autofree char *human = repeat("", "a ", ATS_LIMIT_EXPECTED_TEXT / 2 - 2, "b");
	g_autofree char *field = repeat("", "a ", 1000, "c");
	g_autofree char *another = repeat("", "a ", 1000, "b b");
	g_autoptr(GString) json = g_string_new("{\"interests\": [{\"keywords\": [\"\"");
	g_autoptr(AtsReport) report = NULL;
	gint64 start = g_get_monotonic_time();

	for (guint i = 0; i < 100; i++)
		g_string_append_printf(json, ",\"%s\",\"%s\"", field, another);
	g_string_append(json, "]}]}");
	report = JUDGE(json->str, human, human);
	ck_assert_uint_eq(report->findings->len, 200);
	ck_assert_int_lt(g_get_monotonic_time() - start, 20 * G_USEC_PER_SEC);
}
END_TEST

static Suite *
make_suite(void)
{
	Suite *suite = suite_create("expect");
	TCase *tcase = tcase_create("expect");

	tcase_add_test(tcase, all_fields_are_read_with_their_pointers);
	tcase_add_loop_test(tcase,
			    what_is_no_json_resume_is_refused_with_its_place,
			    0,
			    G_N_ELEMENTS(wrong));
	tcase_add_test(tcase, limits_are_kept);
	tcase_add_loop_test(tcase, fields_are_known_however_written, 0, G_N_ELEMENTS(forms));
	tcase_add_loop_test(tcase, months_are_known_in_all_languages, 0, 12);
	tcase_add_test(tcase, what_no_person_sees_is_an_error);
	tcase_add_test(tcase, what_is_shown_in_part_is_counted);
	tcase_add_test(tcase, what_one_parser_loses_is_a_warning);
	tcase_add_test(tcase, what_most_parsers_mix_is_an_error);
	tcase_add_test(tcase, split_and_glued_words_are_told);
	tcase_add_test(tcase, a_field_among_another_entrys_is_torn);
	tcase_add_test(tcase, entries_keep_the_order_of_the_person);
	tcase_add_test(tcase, the_order_of_sections_is_nobodys_fault);
	tcase_add_test(tcase, a_reading_as_a_person_reads_is_whole);
	tcase_add_test(tcase, a_year_that_two_entries_share_has_two_places);
	tcase_add_test(tcase, outcomes_never_look_like_a_pass);
	tcase_add_test(tcase, work_is_bounded);
	suite_add_tcase(suite, tcase);
	return suite;
}

int
main(void)
{
	SRunner *runner = srunner_create(make_suite());

	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
