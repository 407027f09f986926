/*
 * Tests of the public library, by its public headers alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"

static const char name_only[] =
    "%PDF-1.4\n"
    "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
    "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
    "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
    "/Resources<</Font<</F 5 0 R>>>>>> endobj\n"
    "4 0 obj <</Length 38>> stream\n"
    "BT /F 12 Tf 72 700 Td (Ann Lee) Tj ET \n"
    "endstream endobj\n"
    "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n"
    "trailer <</Root 1 0 R/Size 6>>\n"
    "%%EOF\n";

static GBytes *
load_name_only(void)
{
	return g_bytes_new_static(name_only, strlen(name_only));
}

static AtscheckReport *
check_name_only(AtscheckChecker *checker)
{
	g_autoptr(GBytes) bytes = load_name_only();
	g_autoptr(GError) error = NULL;
	AtscheckReport *report =
	    atscheck_checker_check_bytes(checker, bytes, "ann.pdf", NULL, &error);

	ck_assert_msg(report != NULL, "%s", error != NULL ? error->message : "");
	ck_assert_ptr_null(error);
	return report;
}

static AtscheckFinding *
find(AtscheckReport *report, const char *id)
{
	for (guint i = 0; i < g_list_model_get_n_items(G_LIST_MODEL(report)); i++) {
		g_autoptr(AtscheckFinding) finding = g_list_model_get_item(G_LIST_MODEL(report), i);
		if (g_str_equal(atscheck_finding_get_id(finding), id))
			return g_steal_pointer(&finding);
	}
	return NULL;
}

START_TEST(a_report_tells_of_the_document)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(AtscheckReport) report = check_name_only(checker);
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, name_only, -1);

	ck_assert_str_eq(atscheck_report_get_name(report), "ann.pdf");
	ck_assert_str_eq(atscheck_report_get_format(report), "pdf");
	ck_assert_uint_eq(atscheck_report_get_n_bytes(report), strlen(name_only));
	ck_assert_str_eq(atscheck_report_get_sha256(report), sum);
	ck_assert_uint_eq(atscheck_report_get_n_pages(report), 1);
	ck_assert_uint_eq(atscheck_report_get_n_words(report), 2);
	ck_assert(atscheck_report_get_score(report) >= 0 &&
		  atscheck_report_get_score(report) <= 100);
	ck_assert_ptr_nonnull(atscheck_verdict_get_name(atscheck_report_get_verdict(report)));
}
END_TEST

START_TEST(a_checker_may_be_prepared)
{
	static const char *const names[] = {"ann.pdf", "ann.PDF", "ann.docx", "ann", ".", ""};
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(AtscheckReport) report = NULL;
	g_autofree char *level = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		atscheck_checker_prepare(checker, names[i]);
	/* what is said meanwhile holds */
	atscheck_checker_set_sandbox(checker, ATSCHECK_SANDBOX_OFF);
	report = check_name_only(checker);
	level = atscheck_report_dup_sandbox_level(report);
	ck_assert_str_eq(level, "rlimits");
}
END_TEST

START_TEST(a_report_has_readings)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(AtscheckReport) report = check_name_only(checker);
	const char *why = NULL;
	double score = -1;

	ck_assert_ptr_nonnull(strstr(atscheck_report_get_text(report, "stream"), "Ann Lee"));
	ck_assert_ptr_nonnull(atscheck_report_get_text(report, "human"));
	ck_assert(atscheck_report_get_parser_score(report, "stream", &score, NULL));
	ck_assert(score >= 0 && score <= 100);
	ck_assert_ptr_null(atscheck_report_get_text(report, "body"));
	ck_assert(!atscheck_report_get_parser_score(report, "body", NULL, &why));
	ck_assert_ptr_nonnull(why);
	ck_assert_ptr_null(atscheck_report_get_text(report, "nobody"));
}
END_TEST

START_TEST(a_report_is_a_list_of_findings)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(AtscheckReport) report = check_name_only(checker);
	g_autoptr(AtscheckFinding) finding = find(report, "missing-phone");
	guint n = g_list_model_get_n_items(G_LIST_MODEL(report));
	g_auto(GStrv) lost_in = NULL;

	ck_assert(g_list_model_get_item_type(G_LIST_MODEL(report)) == ATSCHECK_TYPE_FINDING);
	ck_assert_ptr_null(g_list_model_get_item(G_LIST_MODEL(report), n));
	ck_assert_ptr_nonnull(finding);
	ck_assert_ptr_nonnull(atscheck_finding_get_message(finding));
	ck_assert_ptr_nonnull(atscheck_finding_get_fix(finding));
	ck_assert_ptr_nonnull(atscheck_rule_lookup(atscheck_finding_get_id(finding)));
	lost_in = atscheck_finding_dup_lost_in(finding);
	ck_assert_ptr_nonnull(lost_in);
	ck_assert_int_eq(atscheck_report_get_outcome(report, "missing-phone", NULL),
			 ATSCHECK_OUTCOME_FINDINGS);
	ck_assert_int_eq(atscheck_report_get_outcome(report, "no-such-check", NULL),
			 ATSCHECK_OUTCOME_IGNORED);
	ck_assert_uint_eq(atscheck_report_count_findings(report, ATSCHECK_SEVERITY_NOTE), n);
	/* a finding outlives the caller's hold on the report */
	g_clear_object(&report);
	ck_assert_str_eq(atscheck_finding_get_id(finding), "missing-phone");
}
END_TEST

START_TEST(findings_are_sorted_by_severity)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(AtscheckReport) report = NULL;
	g_autoptr(AtscheckFinding) first = NULL;
	AtscheckSeverity last = ATSCHECK_SEVERITY_ERROR;

	ck_assert(atscheck_checker_set_severity(checker, "missing-phone", ATSCHECK_SEVERITY_ERROR));
	ck_assert(atscheck_checker_set_severity(checker, "missing-email", ATSCHECK_SEVERITY_NOTE));
	report = check_name_only(checker);
	for (guint i = 0; i < g_list_model_get_n_items(G_LIST_MODEL(report)); i++) {
		g_autoptr(AtscheckFinding) finding = g_list_model_get_item(G_LIST_MODEL(report), i);
		ck_assert_int_le(atscheck_finding_get_severity(finding), last);
		last = atscheck_finding_get_severity(finding);
	}
	first = find(report, "missing-phone");
	ck_assert_int_eq(atscheck_finding_get_severity(first), ATSCHECK_SEVERITY_ERROR);
	ck_assert_uint_ge(atscheck_report_count_findings(report, ATSCHECK_SEVERITY_ERROR), 1);
	ck_assert_int_ne(atscheck_report_get_verdict(report), ATSCHECK_VERDICT_PASS);
}
END_TEST

START_TEST(ignored_checks_do_not_look_passed)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(AtscheckReport) report = NULL;

	ck_assert(atscheck_checker_ignore(checker, "missing-phone"));
	ck_assert(!atscheck_checker_ignore(checker, "no-such-check"));
	ck_assert(!atscheck_checker_set_severity(checker, "no-such-check", ATSCHECK_SEVERITY_NOTE));
	report = check_name_only(checker);
	ck_assert_ptr_null(find(report, "missing-phone"));
	ck_assert_int_eq(atscheck_report_get_outcome(report, "missing-phone", NULL),
			 ATSCHECK_OUTCOME_IGNORED);
}
END_TEST

/* --- what the name and the size tell --- */

static AtscheckReport *
check_named(const char *name, gsize padding)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(GByteArray) padded = g_byte_array_new();
	g_autofree char *spaces = g_strnfill(padding, ' ');
	g_autoptr(GBytes) bytes = NULL;
	g_autoptr(GError) error = NULL;
	AtscheckReport *report = NULL;

	g_byte_array_append(padded, (const guint8 *)name_only, strlen(name_only));
	g_byte_array_append(padded, (const guint8 *)spaces, (guint)padding);
	bytes = g_byte_array_free_to_bytes(g_steal_pointer(&padded));
	report = atscheck_checker_check_bytes(checker, bytes, name, NULL, &error);
	ck_assert_msg(report != NULL, "%s", error != NULL ? error->message : "");
	return report;
}

START_TEST(a_name_is_held_against_the_file)
{
	static const struct {
		const char *name;
		AtscheckOutcome outcome;
	} names[] = {
	    {"ann.pdf", ATSCHECK_OUTCOME_PASSED},
	    {"folder.docx/Ann Lee.PDF", ATSCHECK_OUTCOME_PASSED},
	    {"ann.docx", ATSCHECK_OUTCOME_FINDINGS},
	    {"ann.pdf.doc", ATSCHECK_OUTCOME_FINDINGS},
	    {"/tmp/ann.TXT", ATSCHECK_OUTCOME_FINDINGS},
	    {"ann", ATSCHECK_OUTCOME_NOT_APPLICABLE},
	    {"folder.docx/ann", ATSCHECK_OUTCOME_NOT_APPLICABLE},
	    {"ann.v2", ATSCHECK_OUTCOME_NOT_APPLICABLE},
	    {".docx", ATSCHECK_OUTCOME_NOT_APPLICABLE},
	    {"folder/.docx", ATSCHECK_OUTCOME_NOT_APPLICABLE},
	    {"ann.", ATSCHECK_OUTCOME_NOT_APPLICABLE},
	    {NULL, ATSCHECK_OUTCOME_NOT_APPLICABLE},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(AtscheckReport) report = check_named(names[i].name, 0);
		ck_assert_msg(atscheck_report_get_outcome(report, "wrong-extension", NULL) ==
				  names[i].outcome,
			      "%s",
			      names[i].name != NULL ? names[i].name : "no name");
	}
}
END_TEST

START_TEST(a_large_file_is_told)
{
	static const struct {
		gsize padding;
		gint severity; /* -1: no finding */
	} sizes[] = {
	    {0, -1},
	    {2400000, -1},
	    {2600000, ATSCHECK_SEVERITY_WARNING},
	    {8100000, ATSCHECK_SEVERITY_ERROR},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autoptr(AtscheckReport) report = check_named("ann.pdf", sizes[i].padding);
		g_autoptr(AtscheckFinding) finding = find(report, "oversized-file");
		ck_assert_int_eq(finding != NULL ? (gint)atscheck_finding_get_severity(finding)
						 : -1,
				 sizes[i].severity);
	}
}
END_TEST

START_TEST(errors_are_of_the_public_domain)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(GBytes) bytes = g_bytes_new_static("Ann Lee, plain text", 19);
	g_autoptr(GError) other = NULL;
	g_autoptr(GError) missing = NULL;
	g_autoptr(GError) large = NULL;

	ck_assert_ptr_null(atscheck_checker_check_bytes(checker, bytes, NULL, NULL, &other));
	ck_assert(g_error_matches(other, ATSCHECK_ERROR, ATSCHECK_ERROR_UNSUPPORTED));
	ck_assert_ptr_null(
	    atscheck_checker_check_file(checker, "/nonexistent/a.pdf", NULL, &missing));
	ck_assert(g_error_matches(missing, ATSCHECK_ERROR, ATSCHECK_ERROR_UNREADABLE));
	atscheck_checker_set_max_bytes(checker, 4);
	ck_assert_ptr_null(atscheck_checker_check_bytes(checker, bytes, NULL, NULL, &large));
	ck_assert(g_error_matches(large, ATSCHECK_ERROR, ATSCHECK_ERROR_TOO_LARGE));
	ck_assert_str_eq(atscheck_error_get_name(large->code), "too-large");
}
END_TEST

START_TEST(settings_have_defaults)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	guint timeout = atscheck_checker_get_timeout(checker);
	guint64 max_bytes = atscheck_checker_get_max_bytes(checker);

	ck_assert_uint_gt(timeout, 0);
	ck_assert_uint_gt(max_bytes, 0);
	g_object_set(checker, "timeout", 5u, "max-bytes", (guint64)7, NULL);
	ck_assert_uint_eq(atscheck_checker_get_timeout(checker), 5);
	ck_assert_uint_eq(atscheck_checker_get_max_bytes(checker), 7);
	g_object_set(checker, "max-memory", (guint64)300 << 20, "max-cpu", 3u, NULL);
	ck_assert_uint_eq(atscheck_checker_get_max_memory(checker), (guint64)300 << 20);
	ck_assert_uint_eq(atscheck_checker_get_max_cpu(checker), 3);
	atscheck_checker_set_timeout(checker, 0);
	atscheck_checker_set_max_bytes(checker, 0);
	ck_assert_uint_eq(atscheck_checker_get_timeout(checker), timeout);
	ck_assert_uint_eq(atscheck_checker_get_max_bytes(checker), max_bytes);
}
END_TEST

START_TEST(limits_have_bounds)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	guint64 memory = atscheck_checker_get_max_memory(checker);
	guint cpu = atscheck_checker_get_max_cpu(checker);

	ck_assert_uint_gt(memory, 0);
	ck_assert_uint_gt(cpu, 0);
	/* too little to start with, and more than any machine has */
	atscheck_checker_set_max_memory(checker, 1);
	ck_assert_uint_gt(atscheck_checker_get_max_memory(checker), 1);
	ck_assert_uint_lt(atscheck_checker_get_max_memory(checker), memory);
	atscheck_checker_set_max_memory(checker, G_MAXUINT64);
	ck_assert_uint_lt(atscheck_checker_get_max_memory(checker), G_MAXUINT64);
	atscheck_checker_set_max_memory(checker, 0);
	ck_assert_uint_eq(atscheck_checker_get_max_memory(checker), memory);
	/* more time is more work, unless that is said */
	atscheck_checker_set_timeout(checker, 3600 * 1000);
	ck_assert_uint_eq(atscheck_checker_get_max_cpu(checker), 3600);
	atscheck_checker_set_max_cpu(checker, 7);
	ck_assert_uint_eq(atscheck_checker_get_max_cpu(checker), 7);
	atscheck_checker_set_timeout(checker, 0);
	atscheck_checker_set_max_cpu(checker, 0);
	ck_assert_uint_eq(atscheck_checker_get_max_cpu(checker), cpu);
}
END_TEST

typedef struct {
	GMainLoop *loop;
	GAsyncResult *result;
} Wait;

static void
on_ready(GObject *source, GAsyncResult *result, gpointer data)
{
	Wait *wait = data;

	wait->result = g_object_ref(result);
	g_main_loop_quit(wait->loop);
}

START_TEST(checks_run_beside_a_main_loop)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(GMainLoop) loop = g_main_loop_new(NULL, FALSE);
	g_autoptr(GBytes) bytes = load_name_only();
	g_autoptr(AtscheckReport) report = NULL;
	g_autoptr(GError) error = NULL;
	Wait wait = {.loop = loop};

	atscheck_checker_check_bytes_async(checker, bytes, "ann.pdf", NULL, on_ready, &wait);
	g_main_loop_run(loop);
	report = atscheck_checker_check_bytes_finish(checker, wait.result, &error);
	ck_assert_ptr_nonnull(report);
	ck_assert_str_eq(atscheck_report_get_name(report), "ann.pdf");
	g_clear_object(&wait.result);
	atscheck_checker_check_file_async(checker, "/nonexistent/a.pdf", NULL, on_ready, &wait);
	g_main_loop_run(loop);
	ck_assert_ptr_null(atscheck_checker_check_file_finish(checker, wait.result, &error));
	ck_assert(g_error_matches(error, ATSCHECK_ERROR, ATSCHECK_ERROR_UNREADABLE));
	g_clear_object(&wait.result);
}
END_TEST

START_TEST(checks_can_be_cancelled)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(GCancellable) cancellable = g_cancellable_new();
	g_autoptr(GBytes) bytes = load_name_only();
	g_autoptr(GError) error = NULL;

	g_cancellable_cancel(cancellable);
	ck_assert_ptr_null(atscheck_checker_check_bytes(checker, bytes, NULL, cancellable, &error));
	ck_assert(g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}
END_TEST

/* drops the findings of the check, and makes notes of all others */
static gboolean
drop_one(AtscheckFinding *finding, AtscheckSeverity *severity, gpointer check)
{
	*severity = ATSCHECK_SEVERITY_NOTE;
	return !g_str_equal(atscheck_finding_get_id(finding), check);
}

START_TEST(a_report_is_reviewed)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(AtscheckReport) report = check_name_only(checker);
	guint n = g_list_model_get_n_items(G_LIST_MODEL(report));
	g_autoptr(AtscheckReport) less =
	    atscheck_report_review(report, drop_one, (gpointer) "missing-email");
	g_autoptr(AtscheckFinding) finding = find(less, "missing-phone");
	g_autofree char *json = atscheck_report_dup_json(less);

	ck_assert_uint_eq(g_list_model_get_n_items(G_LIST_MODEL(less)), n - 1);
	ck_assert_ptr_null(find(less, "missing-email"));
	ck_assert_int_eq(atscheck_report_get_outcome(less, "missing-email", NULL),
			 ATSCHECK_OUTCOME_IGNORED);
	ck_assert_int_eq(atscheck_report_get_outcome(less, "missing-phone", NULL),
			 ATSCHECK_OUTCOME_FINDINGS);
	ck_assert_uint_eq(atscheck_report_count_findings(less, ATSCHECK_SEVERITY_WARNING), 0);
	ck_assert_uint_gt(atscheck_report_count_findings(report, ATSCHECK_SEVERITY_WARNING), 0);
	/* the new one lives on without the old, on whose strings it stands */
	g_clear_object(&report);
	ck_assert_str_eq(atscheck_report_get_name(less), "ann.pdf");
	ck_assert_str_eq(atscheck_report_get_text(less, "human"), "Ann Lee\n");
	ck_assert_ptr_nonnull(strstr(json, atscheck_finding_get_fingerprint(finding)));
}
END_TEST

START_TEST(findings_have_fingerprints_of_their_own)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(AtscheckReport) report = check_name_only(checker);
	g_autoptr(AtscheckReport) again = check_name_only(checker);
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < g_list_model_get_n_items(G_LIST_MODEL(report)); i++) {
		g_autoptr(AtscheckFinding) a = g_list_model_get_item(G_LIST_MODEL(report), i);
		g_autoptr(AtscheckFinding) b = g_list_model_get_item(G_LIST_MODEL(again), i);
		const char *fingerprint = atscheck_finding_get_fingerprint(a);

		ck_assert_str_eq(fingerprint, atscheck_finding_get_fingerprint(b));
		ck_assert(g_hash_table_add(seen, g_strdup(fingerprint)));
	}
	ck_assert_uint_gt(g_hash_table_size(seen), 1);
}
END_TEST

START_TEST(rules_and_parsers_are_listed)
{
	guint n_rules;
	guint n_parsers;
	g_autofree const AtscheckRule **rules = atscheck_rule_list(&n_rules);
	g_autofree const AtscheckParser **parsers = atscheck_parser_list(&n_parsers);

	ck_assert_uint_gt(n_rules, 0);
	ck_assert_ptr_null(rules[n_rules]);
	for (guint i = 0; i < n_rules; i++) {
		ck_assert_ptr_eq(atscheck_rule_lookup(atscheck_rule_get_id(rules[i])), rules[i]);
		ck_assert_ptr_nonnull(atscheck_rule_get_explanation(rules[i]));
		ck_assert_ptr_nonnull(atscheck_rule_get_fix(rules[i]));
	}
	ck_assert_uint_gt(n_parsers, 1);
	ck_assert_str_eq(atscheck_parser_get_id(parsers[0]), "human");
	ck_assert(atscheck_parser_reads(atscheck_parser_lookup("stream"), "pdf"));
	ck_assert(!atscheck_parser_reads(atscheck_parser_lookup("stream"), "docx"));
	ck_assert_ptr_null(atscheck_parser_lookup("nobody"));
	ck_assert_ptr_null(atscheck_rule_lookup("no-such-check"));
}
END_TEST

START_TEST(reports_are_json)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(AtscheckReport) report = check_name_only(checker);
	g_autofree char *json = atscheck_report_dup_json(report);

	ck_assert(g_str_has_prefix(json, "{"));
	ck_assert(g_str_has_suffix(json, "}"));
	ck_assert_ptr_null(strchr(json, '\n'));
	ck_assert_ptr_nonnull(strstr(json, "\"ann.pdf\""));
}
END_TEST

START_TEST(writers_take_reports_and_failures)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(AtscheckReport) report = check_name_only(checker);
	g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable();
	g_autoptr(AtscheckWriter) writer =
	    atscheck_writer_new(ATSCHECK_WRITER_JSON, ATSCHECK_WRITER_MANY, stream);
	g_autoptr(GError) failure =
	    g_error_new_literal(ATSCHECK_ERROR, ATSCHECK_ERROR_DAMAGED, "torn");
	const char *written;

	ck_assert(atscheck_writer_add_report(writer, report, NULL));
	ck_assert(atscheck_writer_add_failure(writer, "b\xFF.pdf", NULL, failure, NULL));
	ck_assert(atscheck_writer_finish(writer, NULL));
	ck_assert(g_output_stream_write_all(stream, "", 1, NULL, NULL, NULL));
	written = g_memory_output_stream_get_data(G_MEMORY_OUTPUT_STREAM(stream));
	ck_assert(g_utf8_validate(written, -1, NULL));
	ck_assert_ptr_nonnull(strstr(written, "\"torn\""));
	ck_assert_ptr_nonnull(strstr(written, "ann.pdf"));
}
END_TEST

START_TEST(a_docx_is_checked)
{
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autofree char *path = fixture_path("clean/word.docx");
	g_autoptr(GBytes) bytes = fixture_load(path);
	g_autoptr(GError) error = NULL;
	g_autoptr(AtscheckReport) report =
	    atscheck_checker_check_bytes(checker, bytes, NULL, NULL, &error);

	ck_assert_msg(report != NULL, "%s", error != NULL ? error->message : "");
	ck_assert_ptr_null(atscheck_report_get_name(report));
	ck_assert_str_eq(atscheck_report_get_format(report), "docx");
	ck_assert_ptr_nonnull(atscheck_report_get_text(report, "body"));
}
END_TEST

START_TEST(what_is_expected_is_looked_for)
{
	static const char json[] = "{\"basics\": {\"name\": \"Ann Lee\", \"label\": \"Nurse\"}}";
	g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
	g_autoptr(GBytes) bytes = g_bytes_new_static(json, strlen(json));
	g_autoptr(GBytes) wrong = g_bytes_new_static(json, 3);
	g_autoptr(GError) error = NULL;
	g_autoptr(AtscheckReport) report = NULL;
	g_autoptr(AtscheckReport) later = NULL;
	g_autoptr(AtscheckFinding) finding = NULL;

	ck_assert(atscheck_checker_set_expected(checker, bytes, &error));
	ck_assert_ptr_null(error);
	ck_assert(!atscheck_checker_set_expected(checker, wrong, &error));
	ck_assert(g_error_matches(error, ATSCHECK_ERROR, ATSCHECK_ERROR_DAMAGED));
	/* what was set before stays */
	report = check_name_only(checker);
	finding = find(report, "expected-field");
	ck_assert_ptr_nonnull(finding);
	ck_assert_str_eq(atscheck_finding_get_pointer(finding), "/basics/label");
	ck_assert_int_eq(atscheck_finding_get_severity(finding), ATSCHECK_SEVERITY_ERROR);
	ck_assert(atscheck_checker_set_expected(checker, NULL, NULL));
	later = check_name_only(checker);
	ck_assert_int_eq(atscheck_report_get_outcome(later, "expected-field", NULL),
			 ATSCHECK_OUTCOME_NOT_APPLICABLE);
}
END_TEST

static Suite *
make_suite(void)
{
	Suite *suite = suite_create("api");
	TCase *tcase = tcase_create("api");

	tcase_add_test(tcase, a_report_tells_of_the_document);
	tcase_add_test(tcase, a_checker_may_be_prepared);
	tcase_add_test(tcase, a_report_has_readings);
	tcase_add_test(tcase, a_report_is_a_list_of_findings);
	tcase_add_test(tcase, findings_are_sorted_by_severity);
	tcase_add_test(tcase, ignored_checks_do_not_look_passed);
	tcase_add_test(tcase, a_name_is_held_against_the_file);
	tcase_add_test(tcase, a_large_file_is_told);
	tcase_add_test(tcase, errors_are_of_the_public_domain);
	tcase_add_test(tcase, settings_have_defaults);
	tcase_add_test(tcase, limits_have_bounds);
	tcase_add_test(tcase, checks_run_beside_a_main_loop);
	tcase_add_test(tcase, checks_can_be_cancelled);
	tcase_add_test(tcase, a_report_is_reviewed);
	tcase_add_test(tcase, findings_have_fingerprints_of_their_own);
	tcase_add_test(tcase, rules_and_parsers_are_listed);
	tcase_add_test(tcase, reports_are_json);
	tcase_add_test(tcase, writers_take_reports_and_failures);
	tcase_add_test(tcase, a_docx_is_checked);
	tcase_add_test(tcase, what_is_expected_is_looked_for);
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
