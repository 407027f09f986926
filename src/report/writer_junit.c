/*
 * JUnit's XML: a suite a document, a test case a check. GitLab and Jenkins know a test case again
 * by its class (here the document) and its name (the check): so they tell "newly failed" and
 * "mended" of a check in a document, for which the checks that pass must be there too.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/writer_private.h"
#include "report/xml_out.h"

/* the test case for what comes before all checks: that the document can be read */
#define CASE_READABLE "can-be-checked"

/* bytes of all that is said of one check in one document: some 20 findings; what a page shows of a
 * test case is less */
#define MOST_BYTES 16384

typedef struct {
	GString *cases;
	const char *document;
	const AtsReport *report;
	guint fail_on;
	guint n_tests, n_failures, n_errors, n_skipped;
} Suite;

static void
open_case(Suite *suite, const char *name)
{
	suite->n_tests++;
	g_string_append(suite->cases, "    <testcase");
	ats_xml_out_attribute(suite->cases, "name", name);
	ats_xml_out_attribute(suite->cases, "classname", suite->document);
	/* GitLab makes a link of it */
	ats_xml_out_attribute(suite->cases, "file", suite->document);
}

static void
put_passed(Suite *suite, const char *name)
{
	open_case(suite, name);
	g_string_append(suite->cases, "/>\n");
}

static void
put_skipped(Suite *suite, const char *name, const char *why)
{
	suite->n_skipped++;
	open_case(suite, name);
	g_string_append(suite->cases, "><skipped");
	ats_xml_out_attribute(suite->cases, "message", why != NULL ? why : "not judged");
	g_string_append(suite->cases, "/></testcase>\n");
}

static void
put_line(GString *out, const char *label, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	g_string_append_printf(out, "%s: ", label);
	ats_xml_out_text(out, text);
	g_string_append_c(out, '\n');
}

static void
put_finding(GString *out, const AtsReport *report, const AtsFinding *finding)
{
	g_autofree char *place = ats_writer_place(report, finding);
	g_autofree char *families = ats_writer_families(finding);

	put_line(out, ats_severity_name(finding->severity), finding->message);
	put_line(out, "  where", place);
	put_line(out, "  as read", finding->evidence);
	put_line(out, "  lost in", families);
	put_line(out, "  fix", finding->fix);
}

/* all that one check found, under the worst of it, which comes first */
static void
put_findings(Suite *suite, const char *name, const GPtrArray *findings)
{
	const AtsFinding *worst = g_ptr_array_index(findings, 0);
	gboolean fails = (guint)worst->severity >= suite->fail_on;
	const char *element = fails ? "failure" : "system-out";
	gsize most = suite->cases->len + MOST_BYTES;
	guint i;

	suite->n_failures += fails ? 1 : 0;
	open_case(suite, name);
	g_string_append_printf(suite->cases, "><%s", element);
	if (fails) {
		ats_xml_out_attribute(suite->cases, "type", ats_severity_name(worst->severity));
		ats_xml_out_attribute(suite->cases, "message", worst->message);
	}
	g_string_append_c(suite->cases, '>');
	for (i = 0; i < findings->len && suite->cases->len < most; i++)
		put_finding(suite->cases, suite->report, g_ptr_array_index(findings, i));
	if (i < findings->len)
		g_string_append_printf(suite->cases, "and %u more\n", findings->len - i);
	g_string_append_printf(suite->cases, "</%s></testcase>\n", element);
}

/* the findings by check; each list in the report's order */
static GHashTable *
group(const AtsReport *report)
{
	GHashTable *groups =
	    g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

	for (guint i = 0; i < report->findings->len; i++) {
		AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		GPtrArray *findings = g_hash_table_lookup(groups, finding->id);
		if (findings == NULL) {
			findings = g_ptr_array_new();
			g_hash_table_insert(groups, (gpointer)finding->id, findings);
		}
		g_ptr_array_add(findings, finding);
	}
	return groups;
}

static void
put_outcome(Suite *suite, GHashTable *groups, const AtsReportOutcome *outcome)
{
	const GPtrArray *findings = g_hash_table_lookup(groups, outcome->check);

	if (findings != NULL)
		put_findings(suite, outcome->check, findings);
	else if (outcome->outcome == ATS_OUTCOME_NOT_JUDGED)
		put_skipped(suite, outcome->check, outcome->why);
	else if (outcome->outcome == ATS_OUTCOME_PASSED)
		put_passed(suite, outcome->check);
	/* what does not apply to the document is no test of it */
	g_hash_table_remove(groups, outcome->check);
}

static void
put_report(Suite *suite)
{
	const AtsReport *report = suite->report;
	g_autoptr(GHashTable) groups = group(report);

	put_passed(suite, CASE_READABLE);
	for (guint i = 0; i < report->outcomes->len; i++)
		put_outcome(suite, groups, &g_array_index(report->outcomes, AtsReportOutcome, i));
	/* findings without an outcome, should there be any, are not lost */
	for (guint i = 0; i < report->findings->len; i++) {
		const char *id = g_array_index(report->findings, AtsFinding, i).id;
		const GPtrArray *findings = g_hash_table_lookup(groups, id);
		if (findings == NULL)
			continue;
		put_findings(suite, id, findings);
		g_hash_table_remove(groups, id);
	}
}

static void
put_failure(Suite *suite, const GError *failure)
{
	suite->n_errors++;
	open_case(suite, CASE_READABLE);
	g_string_append(suite->cases, "><error");
	ats_xml_out_attribute(suite->cases, "type", ats_writer_error_name(failure));
	ats_xml_out_attribute(suite->cases, "message", failure->message);
	g_string_append(suite->cases, "/></testcase>\n");
}

static void
put_suite(GString *out, const Suite *suite)
{
	g_string_append(out, "  <testsuite");
	ats_xml_out_attribute(out, "name", suite->document);
	ats_xml_attribute_int(out, "tests", suite->n_tests);
	ats_xml_attribute_int(out, "failures", suite->n_failures);
	ats_xml_attribute_int(out, "errors", suite->n_errors);
	ats_xml_attribute_int(out, "skipped", suite->n_skipped);
	g_string_append(out, ">\n");
	g_string_append_len(out, suite->cases->str, (gssize)suite->cases->len);
	g_string_append(out, "  </testsuite>\n");
}

static void
put_head(GString *out)
{
	g_string_append(out,
			"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			"<testsuites name=\"atscheck\">\n");
}

static void
junit_add(GString *out,
	  const AtsWriterStyle *style,
	  const AtsWriterSummary *tally,
	  const AtsWriterDocument *about,
	  const AtsReport *report,
	  const GError *failure)
{
	g_autoptr(GString) cases = g_string_new(NULL);
	Suite suite = {
	    .cases = cases,
	    .document = about->name,
	    .report = report,
	    .fail_on = style->fail_on,
	};

	if (tally->n_documents == 0)
		put_head(out);
	if (report != NULL)
		put_report(&suite);
	else
		put_failure(&suite, failure);
	put_suite(out, &suite);
}

static void
junit_finish(GString *out, const AtsWriterStyle *style, const AtsWriterSummary *tally)
{
	if (tally->n_documents == 0)
		put_head(out);
	g_string_append(out, "</testsuites>\n");
}

const AtsWriterClass ats_writer_junit = {.add = junit_add, .finish = junit_finish};
