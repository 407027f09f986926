/*
 * Tests of src/resume: the title lists, the scanners for contact data, and sections and names over
 * synthetic layouts.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "resume/lexicon.h"
#include "resume/patterns.h"
#include "resume/read.h"

/* --- titles --- */

typedef struct {
	const char *text;
	AtsSectionKind kind;
	const char *flags; /* s standard, a ambiguous, c compound; "" known but not standard */
} TitleCase;

static const TitleCase known_titles[] = {
    {"Work Experience", ATS_SECTION_EXPERIENCE, "s"},
    {"WORK EXPERIENCE", ATS_SECTION_EXPERIENCE, "s"},
    {"Experience:", ATS_SECTION_EXPERIENCE, "s"},
    {"• Experience", ATS_SECTION_EXPERIENCE, "s"},
    {"1. Experience", ATS_SECTION_EXPERIENCE, "s"},
    {"II. Employment History", ATS_SECTION_EXPERIENCE, "s"},
    {"# Employment History", ATS_SECTION_EXPERIENCE, "s"},
    {"E X P E R I E N C E", ATS_SECTION_EXPERIENCE, "s"},
    {"W O R K  E X P E R I E N C E", ATS_SECTION_EXPERIENCE, "s"},
    {"WORKEXPERIENCE", ATS_SECTION_EXPERIENCE, "s"},
    {"Other Work Experience", ATS_SECTION_EXPERIENCE, "s"},
    {"Experiences", ATS_SECTION_EXPERIENCE, "s"},
    {"Experience (continued)", ATS_SECTION_EXPERIENCE, "s"},
    {"Part-Time Employment", ATS_SECTION_EXPERIENCE, "s"},
    {"Education", ATS_SECTION_EDUCATION, "s"},
    {"Education & Training", ATS_SECTION_EDUCATION, "s"},
    {"Research & Industry Experience", ATS_SECTION_EXPERIENCE, "s"},
    {"EDUCATION AND TRAINING", ATS_SECTION_EDUCATION, "s"},
    {"Academic Qualification", ATS_SECTION_EDUCATION, "s"},
    {"A-Levels", ATS_SECTION_EDUCATION, "s"},
    {"SKILLS", ATS_SECTION_SKILLS, "s"},
    {"— Skills —", ATS_SECTION_SKILLS, "s"},
    {"Areas of Specialization", ATS_SECTION_SKILLS, "s"},
    {"Areas of Specialisation", ATS_SECTION_SKILLS, "s"},
    {"Skills & Technologies", ATS_SECTION_SKILLS, "s"},
    {"Organizational Skills", ATS_SECTION_SKILLS, "s"},
    {"Licences", ATS_SECTION_CERTIFICATIONS, "s"},
    {"Licenses & Certifications", ATS_SECTION_CERTIFICATIONS, "s"},
    {"Honours", ATS_SECTION_AWARDS, "s"},
    {"HONORS/AWARDS", ATS_SECTION_AWARDS, "s"},
    {"Dean’s List", ATS_SECTION_AWARDS, "s"},
    {"Selected Publications", ATS_SECTION_PUBLICATIONS, "s"},
    {"Profile", ATS_SECTION_SUMMARY, "s"},
    {"About Me", ATS_SECTION_SUMMARY, "s"},
    {"Hobbies and Interests", ATS_SECTION_INTERESTS, "s"},
    {"Referees", ATS_SECTION_REFERENCES, "s"},
    {"Security Clearance", ATS_SECTION_STATUS, "s"},
    {"Personal Details", ATS_SECTION_CONTACT, "s"},
    {"Qualifications", ATS_SECTION_EDUCATION, "sa"},
    {"Achievements", ATS_SECTION_AWARDS, "sa"},
    {"Research", ATS_SECTION_PUBLICATIONS, "sa"},
    {"Skills & Interests", ATS_SECTION_SKILLS, "sc"},
    {"Experience and Projects", ATS_SECTION_EXPERIENCE, "sc"},
    {"Awards, Publications & Talks", ATS_SECTION_AWARDS, "sc"},
    {"Skills, Languages, Interests", ATS_SECTION_SKILLS, "sc"},
    {"Education and Certifications", ATS_SECTION_EDUCATION, "s"},
    {"My Journey", ATS_SECTION_EXPERIENCE, ""},
    {"Things I've Built", ATS_SECTION_PROJECTS, ""},
    {"THINGS I’VE BUILT", ATS_SECTION_PROJECTS, ""},
    {"Superpowers", ATS_SECTION_SKILLS, ""},
    {"My Superpowers", ATS_SECTION_SKILLS, ""},
    {"Who I Am", ATS_SECTION_SUMMARY, ""},
    {"Profiles", ATS_SECTION_CONTACT, ""},
    {"Miscellaneous", ATS_SECTION_ADDITIONAL, ""},
    {"Additional Information", ATS_SECTION_ADDITIONAL, ""},
    {"Berufserfahrung", ATS_SECTION_EXPERIENCE, "s"},
    {"Aus- und Weiterbildung", ATS_SECTION_EDUCATION, "s"},
    {"Kenntnisse & Fähigkeiten", ATS_SECTION_SKILLS, "s"},
    {"EXPÉRIENCES PROFESSIONNELLES", ATS_SECTION_EXPERIENCE, "s"},
    {"EXPERIENCES PROFESSIONNELLES", ATS_SECTION_EXPERIENCE, "s"},
    {"Centres d’intérêt", ATS_SECTION_INTERESTS, "s"},
    {"Formación académica", ATS_SECTION_EDUCATION, "s"},
    {"Experiencia y formación", ATS_SECTION_EXPERIENCE, "sc"},
    {"Esperienze lavorative", ATS_SECTION_EXPERIENCE, "s"},
    {"Habilitações literárias", ATS_SECTION_EDUCATION, "s"},
    {"Werkervaring", ATS_SECTION_EXPERIENCE, "s"},
    {"Doświadczenie zawodowe", ATS_SECTION_EXPERIENCE, "s"},
    {"Språkkunskaper", ATS_SECTION_LANGUAGES, "s"},
    {"ΕΠΑΓΓΕΛΜΑΤΙΚΗ ΕΜΠΕΙΡΙΑ", ATS_SECTION_EXPERIENCE, "s"},
    {"教育背景", ATS_SECTION_EDUCATION, "s"},
    {"教 育 背 景", ATS_SECTION_EDUCATION, "s"},
    {"实习/项目经历", ATS_SECTION_EXPERIENCE, "sc"},
};

static const char *const unknown_titles[] = {
    "Senior Software Engineer",
    "Acme Corporation",
    "Jordan Example",
    "Springfield, IL",
    "2019 – 2021",
    "The",
    "Python, Go, Rust",
    "",
    "Built the experience team",
    "•",
    "and",
    "1.",
};

START_TEST(titles_are_known)
{
	for (gsize i = 0; i < G_N_ELEMENTS(known_titles); i++) {
		const TitleCase *wanted = &known_titles[i];
		AtsTitle title;

		ck_assert_msg(ats_title_lookup(wanted->text, &title),
			      "%s is not known",
			      wanted->text);
		ck_assert_msg(title.kind == wanted->kind,
			      "%s is %s",
			      wanted->text,
			      ats_section_kind_name(title.kind));
		ck_assert_msg(title.standard == (strchr(wanted->flags, 's') != NULL),
			      "%s: standard",
			      wanted->text);
		ck_assert_msg(title.ambiguous == (strchr(wanted->flags, 'a') != NULL),
			      "%s: ambiguous",
			      wanted->text);
		ck_assert_msg(title.compound == (strchr(wanted->flags, 'c') != NULL),
			      "%s: compound",
			      wanted->text);
		ck_assert((title.other != ATS_SECTION_NONE) == (title.ambiguous || title.compound));
	}
}
END_TEST

START_TEST(other_lines_are_no_titles)
{
	for (gsize i = 0; i < G_N_ELEMENTS(unknown_titles); i++) {
		AtsTitle title;

		ck_assert_msg(!ats_title_lookup(unknown_titles[i], &title),
			      "%s is a title",
			      unknown_titles[i]);
		ck_assert_int_eq(title.kind, ATS_SECTION_NONE);
	}
}
END_TEST

START_TEST(one_word_tells_a_section)
{
	AtsTitle title;

	ck_assert(ats_title_guess("Software Development Projects", &title));
	ck_assert_int_eq(title.kind, ATS_SECTION_PROJECTS);
	ck_assert(title.standard && !title.listed);
	ck_assert(ats_title_guess("Projects That Changed How We Work", &title));
	ck_assert(title.kind == ATS_SECTION_PROJECTS && !title.standard);
	ck_assert(ats_title_guess("其他研究与行业经历", &title));
	ck_assert_int_eq(title.kind, ATS_SECTION_EXPERIENCE);
	ck_assert(!ats_title_guess("Number-Crunching Gear", &title));
}
END_TEST

START_TEST(suggestions_are_in_the_language_of_the_title)
{
	AtsTitle title;

	ck_assert(ats_title_lookup("My Journey", &title));
	ck_assert_str_eq(title.suggestion, "Work Experience");
	ck_assert(ats_title_lookup("Tesis de maestría", &title));
	ck_assert_str_eq(title.suggestion, "Educación");
	ck_assert(ats_title_lookup("Education", &title));
	ck_assert_ptr_null(title.suggestion);
}
END_TEST

/* the generator and the program must make the same key of every title, or the title is never found
 */
static void
assert_list(const char *path)
{
	g_autofree char *all = NULL;
	g_auto(GStrv) lines = NULL;
	g_autofree char *group = g_strdup("");

	ck_assert(g_file_get_contents(path, &all, NULL, NULL));
	lines = g_strsplit(all, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		const char *line = g_strstrip(lines[i]);
		AtsTitle title;

		if (*line == '[') {
			g_free(group);
			group = g_strndup(line + 1, strcspn(line, "]") - 1);
		} else if (*line != '\0' && *line != '#' && g_str_has_prefix(group, "clever ")) {
			ck_assert_msg(ats_title_lookup(line, &title),
				      "%s: %s is not found",
				      path,
				      line);
			ck_assert_str_eq(ats_section_kind_name(title.kind),
					 group + strlen("clever "));
		} else if (*line != '\0' && *line != '#' && strchr(line, '=') == NULL &&
			   !g_str_has_prefix(group, "words") && !g_str_has_prefix(group, "date ") &&
			   !g_str_equal(group, "joiners") && !g_str_equal(group, "modifiers") &&
			   !g_str_equal(group, "catch-all")) {
			ck_assert_msg(ats_title_lookup(line, &title),
				      "%s: %s is not found",
				      path,
				      line);
			ck_assert_str_eq(ats_section_kind_name(title.kind), group);
		}
	}
}

START_TEST(every_listed_title_is_found)
{
	g_autofree char *folder =
	    g_build_filename(g_getenv("ATSCHECK_FIXTURES"), "..", "src", "resume", "lexicon", NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name = NULL;
	guint n = 0;

	ck_assert_ptr_nonnull(dir);
	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (!g_str_has_suffix(name, ".txt"))
			continue;
		assert_list(path);
		n++;
	}
	ck_assert_uint_ge(n, 12);
}
END_TEST

START_TEST(table_is_sorted_and_has_no_clashes)
{
	const char *before = "";

	ck_assert_uint_gt(ats_lexicon_length(), 1000);
	for (guint i = 0; i < ats_lexicon_length(); i++) {
		AtsSectionKind kind;
		const char *key = ats_lexicon_key(i, &kind);

		ck_assert_msg(strcmp(before, key) < 0, "%s stands before %s", before, key);
		ck_assert_int_gt(kind, ATS_SECTION_NONE);
		ck_assert_int_lt(kind, ATS_SECTION_LAST);
		before = key;
	}
}
END_TEST

/* --- patterns --- */

typedef struct {
	const char *text;
	const char *found; /* NULL: nothing */
} PatternCase;

static const PatternCase emails[] = {
    {"ann.lee@example.com", "ann.lee@example.com"},
    {"Email: ann.lee@example.com | +1 555 010 0199", "ann.lee@example.com"},
    {"Email:ann@example.com", "ann@example.com"},
    {"<ann@example.com>", "ann@example.com"},
    {"(ann@example.com)", "ann@example.com"},
    {"mailto:ann@example.com", "ann@example.com"},
    {"ann+jobs@mail.example.co.uk.", "ann+jobs@mail.example.co.uk"},
    {"a_b-c%d@sub-domain.example.org,", "a_b-c%d@sub-domain.example.org"},
    {"\xE2\x9C\x89"
     "ann@example.com",
     "ann@example.com"},
    {"ann@example.com/phone", "ann@example.com"},
    {"ann @ example.com", "ann@example.com"},
    {"ann@ example.com", "ann@example.com"},
    {"ann.lee\n@example.com", "ann.lee@example.com"},
    {"ann.lee@exam\nple.com\nLeeds", "ann.lee@example.com"},
    {"ann.lee@example.\ncom", "ann.lee@example.com"},
    {"ann@mail.exam\nple.com\nLeeds", "ann@mail.example.com"},
    {"ANN@MAIL.EXAM\nPLE.COM", "ANN@MAIL.EXAMPLE.COM"},
    {"ann@example.co\nm", "ann@example.com"},
    {"ann@example.com\nann.example.com", "ann@example.com"},
    {"ann@example.de\nleeds", "ann@example.de"},
    {"ann@example .com", "ann@example.com"},
    {"ann.lee@example.com\nwww.example.com", "ann.lee@example.com"},
    {"ANN@EXAMPLE.COM", "ANN@EXAMPLE.COM"},
    {"Jane.Doe@university", "Jane.Doe@university"},
    {"an-\nn.lee@ex-\nample.com", "ann.lee@example.com"},
    {"@annlee on social media", NULL},
    {"met targets @ 100%", NULL},
    {"a @ b", NULL},
    {"x@1", NULL},
    {"@", NULL},
    {"", NULL},
    {"ann@..com", NULL},
};

static const PatternCase phones[] = {
    {"+1 (555) 010-0199", "+1 (555) 010-0199"},
    {"(555) 010-0199", "(555) 010-0199"},
    {"555-010-0199", "555-010-0199"},
    {"555.010.0199", "555.010.0199"},
    {"5550100199", "5550100199"},
    {"1-555-010-0199", "1-555-010-0199"},
    {"+15550100199", "+15550100199"},
    {"Tel:+44 20 7946 0958", "+44 20 7946 0958"},
    {"+44 (0)20 7946 0958", "+44 (0)20 7946 0958"},
    {"07700 900123", "07700 900123"},
    {"020 7946 0958", "020 7946 0958"},
    {"05.56.00.00.00", "05.56.00.00.00"},
    {"05 56 00 00 00", "05 56 00 00 00"},
    {"+33 5 56 00 00 00", "+33 5 56 00 00 00"},
    {"030/12345678", "030/12345678"},
    {"+49 (0) 30 123456-78", "+49 (0) 30 123456-78"},
    {"0171 1234567", "0171 1234567"},
    {"+39 012 345 6789", "+39 012 345 6789"},
    {"+34 600 000 000", "+34 600 000 000"},
    {"(11) 91234-5678", "(11) 91234-5678"},
    {"+55 11 91234-5678", "+55 11 91234-5678"},
    {"+86 131 2218 7000", "+86 131 2218 7000"},
    {"(+86) 131-0000-0000", "(+86) 131-0000-0000"},
    {"+91 80879 96634", "+91 80879 96634"},
    {"+81-3-1234-5678", "+81-3-1234-5678"},
    {"+48 600 000 000", "+48 600 000 000"},
    {"08-123 456 78", "08-123 456 78"},
    {"06-12345678", "06-12345678"},
    {"+353 1 555 0100", "+353 1 555 0100"},
    {"+30 210 1234567", "+30 210 1234567"},
    {"0541 999 99 99", "0541 999 99 99"},
    {"555 \xC2\xB7 356 \xC2\xB7 7936", "555 \xC2\xB7 356 \xC2\xB7 7936"},
    {"555\xE2\x80\x93"
     "010\xE2\x80\x93"
     "0199",
     "555\xE2\x80\x93"
     "010\xE2\x80\x93"
     "0199"},
    {"(+86) 131-000-00xxx", "(+86) 131-000-00"},
    {"M: 555-010-0199 | Leeds", "555-010-0199"},
    {"Leeds, 43215 | (614) 555-0177", "(614) 555-0177"},
    {"from 2019 - 2021 call 555-010-0199", "555-010-0199"},
    {"2019 - 2021", NULL},
    {"2019\xE2\x80\x93"
     "2021",
     NULL},
    {"06/2019 - 05/2021", NULL},
    {"12.05.2019", NULL},
    {"01/2015 \xE2\x80\x93 12/2018", NULL},
    {"2019-05-12", NULL},
    {"2015-2019 2019-2021", NULL},
    {"20190512", NULL},
    {"12345-6789", NULL},
    {"SW1A 1AA", NULL},
    {"43215", NULL},
    {"192.168.10.100", NULL},
    {"0000-0002-1825-0097", NULL},
    {"4111 1111 1111 1111", NULL},
    {"$1,200,000", NULL},
    {"1,200,000", NULL},
    {"1234567%", NULL},
    {"linkedin.com/in/1234567890", NULL},
    {"user_1234567890", NULL},
    {"#123456789", NULL},
    {"ID12345678", NULL},
    {"10.1234/5678901", NULL},
    {"3.85/4.00", NULL},
    {"123456", NULL},
    {"+", NULL},
    {"12345678901234567890", NULL},
};

static const PatternCase links[] = {
    {"github.com/example", "github.com/example"},
    {"LinkedIn: linkedin.com/in/example,", "linkedin.com/in/example"},
    {"https://example.com/a?b=c#d", "https://example.com/a?b=c#d"},
    {"(http://example.org)", "http://example.org"},
    {"www.example.com | Leeds", "www.example.com"},
    {"example.dev", "example.dev"},
    {"jordan-example.co.uk/", "jordan-example.co.uk/"},
    {"ann@example.com", NULL},
    {"Node.js and ASP.NET 4.5", "ASP.NET"},
    {"Node.js and Vue.js", NULL},
    {"B.Sc. in Physics, e.g. optics", NULL},
    {"Acme Inc. of Leeds", NULL},
    {"3.85/4.00", NULL},
};

typedef gboolean (*Matcher)(const char *text, gsize *from, AtsMatch *match);

static void
assert_found(Matcher matcher, const PatternCase *wanted)
{
	g_auto(AtsMatch) match = {0};
	gsize from = 0;
	gboolean found = matcher(wanted->text, &from, &match);

	ck_assert_msg(found == (wanted->found != NULL),
		      "%s: %s",
		      wanted->text,
		      found ? match.text : "nothing found");
	if (!found)
		return;
	ck_assert_str_eq(match.text, wanted->found);
	ck_assert_uint_le(match.end, strlen(wanted->text));
	ck_assert_uint_ge(from, match.start + 1);
}

START_TEST(emails_are_found)
{
	for (gsize i = 0; i < G_N_ELEMENTS(emails); i++)
		assert_found(ats_match_email, &emails[i]);
}
END_TEST

START_TEST(phones_are_found)
{
	for (gsize i = 0; i < G_N_ELEMENTS(phones); i++)
		assert_found(ats_match_phone, &phones[i]);
}
END_TEST

START_TEST(links_are_found)
{
	g_autofree char *a = ats_link_key("https://www.Example.com/Me/");
	g_autofree char *b = ats_link_key("example.com/Me");

	for (gsize i = 0; i < G_N_ELEMENTS(links); i++)
		assert_found(ats_match_link, &links[i]);
	ck_assert_str_eq(a, b);
}
END_TEST

/* long hostile lines cost no more than their length: quadratic scanners would not end within the
 * test's time */
START_TEST(scanners_are_linear)
{
	static const char *const units[] = {"a@", "1 ", "a.", "(1", "a-", "@", "+1-", "1234567@a."};
	static const Matcher matchers[] = {ats_match_email, ats_match_phone, ats_match_link};

	for (gsize u = 0; u < G_N_ELEMENTS(units); u++) {
		g_autoptr(GString) text = g_string_new(NULL);

		while (text->len < 2 * 1024 * 1024)
			g_string_append(text, units[u]);
		for (gsize m = 0; m < G_N_ELEMENTS(matchers); m++) {
			g_auto(AtsMatch) match = {0};
			gsize from = 0;

			while (matchers[m](text->str, &from, &match))
				ck_assert_uint_le(from, text->len);
		}
	}
}
END_TEST

static Suite *
resume_suite(void)
{
	Suite *suite = suite_create("resume");
	TCase *titles = tcase_create("titles");
	TCase *patterns = tcase_create("patterns");

	tcase_add_test(titles, titles_are_known);
	tcase_add_test(titles, other_lines_are_no_titles);
	tcase_add_test(titles, one_word_tells_a_section);
	tcase_add_test(titles, suggestions_are_in_the_language_of_the_title);
	tcase_add_test(titles, every_listed_title_is_found);
	tcase_add_test(titles, table_is_sorted_and_has_no_clashes);
	suite_add_tcase(suite, titles);
	tcase_add_test(patterns, emails_are_found);
	tcase_add_test(patterns, phones_are_found);
	tcase_add_test(patterns, links_are_found);
	tcase_add_test(patterns, scanners_are_linear);
	suite_add_tcase(suite, patterns);
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
