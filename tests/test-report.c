/*
 * Tests of src/report: the wire form against a hostile worker, JSON, and the text for people.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <gio/gio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "report-sample.h"
#include "report/bounds.h"
#include "report/fingerprint.h"
#include "report/json_out.h"
#include "report/text_out.h"
#include "report/text_place.h"
#include "report/wire.h"
#include "report/writer.h"

static const AtsWriterDocument about = {
    .name = "resume.pdf",
    .bytes = 78001,
    .sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    .format = "pdf",
};

/* takes the stream's bytes as a string */
static char *
steal_text(GOutputStream *stream)
{
	ck_assert(g_output_stream_write_all(stream, "", 1, NULL, NULL, NULL));
	ck_assert(g_output_stream_close(stream, NULL, NULL));
	return g_memory_output_stream_steal_data(G_MEMORY_OUTPUT_STREAM(stream));
}

/* one document and one failure, either of them if wanted */
static void
write_into(AtsWriter *writer, const char *name, const AtsReport *report, gboolean fails)
{
	g_autoptr(GError) failure =
	    g_error_new_literal(ATS_ERROR, ATS_ERROR_ENCRYPTED, "it needs a \033password");
	g_autoptr(GError) error = NULL;
	AtsWriterDocument document = about;

	document.name = name;
	if (report != NULL)
		ck_assert(ats_writer_add(writer, &document, report, NULL, &error));
	if (fails)
		ck_assert(ats_writer_add(writer, &document, NULL, failure, &error));
	ck_assert(ats_writer_finish(writer, &error));
}

static char *
write_with(AtsWriterFormat format,
	   AtsWriterOptions options,
	   const char *name,
	   const AtsReport *report,
	   gboolean fails)
{
	g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable();
	g_autoptr(AtsWriter) writer = ats_writer_new(format, options, stream);

	write_into(writer, name, report, fails);
	return steal_text(stream);
}

static char *
write_at(guint width, AtsWriterOptions options, const char *name, const AtsReport *report)
{
	g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable();
	g_autoptr(AtsWriter) writer = ats_writer_new(ATS_WRITER_TEXT, options, stream);

	ats_writer_set_width(writer, width);
	write_into(writer, name, report, (options & ATS_WRITER_MANY) != 0);
	return steal_text(stream);
}

static char *
write_one(AtsWriterFormat format, AtsWriterOptions options, const AtsReport *report)
{
	return write_with(format, options, "resume.pdf", report, FALSE);
}

static AtsReport *
through_the_wire(const AtsReport *report)
{
	g_autoptr(GVariant) wire = ats_report_to_wire(report);
	g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes(wire);
	g_autoptr(GVariant) arrived = g_variant_ref_sink(
	    g_variant_new_from_bytes(G_VARIANT_TYPE(ATS_REPORT_WIRE_TYPE), bytes, FALSE));
	g_autoptr(GError) error = NULL;
	AtsReport *back = ats_report_from_wire(arrived, &error);

	ck_assert_msg(back != NULL,
		      "refused: %s",
		      error != NULL ? error->message : "without an error");
	return back;
}

START_TEST(the_wire_loses_nothing)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autoptr(AtsReport) once = through_the_wire(report);
	g_autoptr(AtsReport) twice = through_the_wire(once);
	g_autofree char *a = write_one(ATS_WRITER_JSON, ATS_WRITER_PLAIN, once);
	g_autofree char *b = write_one(ATS_WRITER_JSON, ATS_WRITER_PLAIN, twice);
	const AtsFinding *finding = &g_array_index(once->findings, AtsFinding, 0);

	ck_assert_str_eq(a, b);
	ck_assert_uint_eq(once->readings->len, 3);
	ck_assert_double_eq(g_array_index(once->readings, AtsReportReading, 0).score, 97.14);
	ck_assert_str_eq(g_array_index(once->readings, AtsReportReading, 2).why_not,
			 "page 2 has no text");
	ck_assert_ptr_null(g_array_index(once->readings, AtsReportReading, 2).text);
	/* regions come sorted by page */
	ck_assert_str_eq(g_array_index(once->regions, AtsReportRegion, 0).kind, "sidebar");
	ck_assert_uint_eq(once->pieces->len, 2);
	ck_assert_str_eq(g_array_index(once->pieces, AtsReportPiece, 1).text, "Work History");
	ck_assert_uint_eq(g_array_index(once->pieces, AtsReportPiece, 1).states[1],
			  ATS_PIECE_GLUED);
	ck_assert_uint_eq(once->filed->len, 4);
	ck_assert_uint_eq(g_array_index(once->filed, AtsReportFiled, 0).section, ATS_REPORT_TOP);
	ck_assert_uint_eq(g_array_index(once->filed, AtsReportFiled, 2).n_foreign, 2);
	ck_assert_uint_eq(g_array_index(once->foreign, AtsReportForeign, 1).n_words, 3);
	ck_assert_uint_eq(once->sandbox.landlock, 7);
	ck_assert(once->sandbox.seccomp);
	ck_assert_str_eq(once->email, "ann@example.com");
	ck_assert_int_eq(once->email_place.kind, ATS_PLACE_HEADER);
	ck_assert_float_eq(once->email_place.box.x1, 130);
	ck_assert_int_eq(once->phone_place.kind, ATS_PLACE_NONE);
	ck_assert_uint_eq(once->link_places->len, 1);
	ck_assert_ptr_null(once->phone);
	ck_assert_str_eq(finding->id, "multi-column");
	ck_assert_int_eq(finding->severity, ATS_SEVERITY_ERROR);
	ck_assert_float_eq(finding->box.x1, 560);
	ck_assert_str_eq(g_ptr_array_index(finding->lost_in, 0), "line");
	ck_assert_ptr_null(g_array_index(once->findings, AtsFinding, 1).lost_in);
	ck_assert_uint_eq(once->entries->len, 2);
	ck_assert_uint_eq(g_array_index(once->entries, AtsReportEntry, 0).section, 1);
	ck_assert_str_eq(g_array_index(once->entries, AtsReportEntry, 0).end, "present");
	ck_assert_ptr_null(g_array_index(once->entries, AtsReportEntry, 1).title);
	ck_assert_str_eq(g_array_index(once->sections, AtsReportSection, 1).suggestion,
			 "Experience");
	ck_assert_int_eq(g_array_index(once->outcomes, AtsReportOutcome, 3).outcome,
			 ATS_OUTCOME_NOT_JUDGED);
}
END_TEST

START_TEST(an_odd_report_is_cut_to_bounds)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autoptr(AtsReport) back = NULL;
	g_autofree char *huge = g_strnfill(ATS_BOUND_STRING - 1, 'x');
	g_autofree char *split = g_strconcat(huge, "é", NULL);
	g_autofree char *broken = g_strnfill(ATS_BOUND_STRING, '\xFF');
	AtsReportSection section = {.heading = "far", .page = 7, .box = {NAN, -INFINITY, 1e30f, 1}};

	report->name = split;
	report->producer = broken;
	report->score = NAN;
	report->n_words = G_MAXUINT;
	g_array_append_val(report->sections, section);
	for (guint i = 0; i < ATS_BOUND_FINDINGS; i++)
		sample_add_finding(report, (AtsFinding){.id = "x", .message = "m"}, NULL);
	back = through_the_wire(report);
	ck_assert_str_eq(back->name, huge);
	ck_assert(g_utf8_validate(back->producer, -1, NULL));
	ck_assert_uint_le(strlen(back->producer), ATS_BOUND_STRING);
	ck_assert_double_eq(back->score, 0);
	ck_assert_uint_eq(back->findings->len, ATS_BOUND_FINDINGS);
	ck_assert_uint_eq(g_array_index(back->sections, AtsReportSection, 2).page, 0);
}
END_TEST

/* takes a hostile answer: either a valid report, which can be written, or an error */
static gboolean
survives(const guint8 *data, gsize length)
{
	g_autoptr(GBytes) bytes = g_bytes_new(data, length);
	g_autoptr(GVariant) wire = g_variant_ref_sink(
	    g_variant_new_from_bytes(G_VARIANT_TYPE(ATS_REPORT_WIRE_TYPE), bytes, FALSE));
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsReport) report = ats_report_from_wire(wire, &error);
	g_autofree char *json = NULL;
	g_autofree char *text = NULL;

	ck_assert((report == NULL) == (error != NULL));
	if (report == NULL) {
		ck_assert(g_error_matches(error, ATS_ERROR, ATS_ERROR_CRASHED));
		return FALSE;
	}
	json = write_one(ATS_WRITER_JSON, ATS_WRITER_PLAIN, report);
	text = write_one(ATS_WRITER_TEXT, ATS_WRITER_PLAIN, report);
	ck_assert(g_utf8_validate(json, -1, NULL));
	ck_assert_ptr_null(strchr(text, '\033'));
	return TRUE;
}

START_TEST(a_mangled_answer_never_hurts)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autoptr(GVariant) wire = ats_report_to_wire(report);
	gsize length = g_variant_get_size(wire);
	g_autofree guint8 *data = g_memdup2(g_variant_get_data(wire), length);
	static const guint8 values[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
	guint refused = 0, taken = 0;

	ck_assert(survives(data, length));
	for (gsize i = 0; i < length; i++) {
		guint8 was = data[i];
		for (gsize v = 0; v < G_N_ELEMENTS(values); v++) {
			data[i] = values[v];
			*(survives(data, length) ? &taken : &refused) += 1;
		}
		data[i] = was;
		*(survives(data, i) ? &taken : &refused) += 1;
	}
	/* a test in which nothing is refused, or all is, tests nothing */
	ck_assert_uint_gt(refused, length);
	ck_assert_uint_gt(taken, length / 4);
}
END_TEST

static void
assert_refused(GVariant *wire, const char *why)
{
	g_autoptr(GVariant) owned = g_variant_ref_sink(wire);
	g_autoptr(GError) error = NULL;

	ck_assert_ptr_null(ats_report_from_wire(owned, &error));
	ck_assert_msg(strstr(error->message, why) != NULL, "%s", error->message);
}

/* the sample's wire form with one member changed */
static GVariant *
with_member(gsize at, GVariant *member)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autoptr(GVariant) wire = ats_report_to_wire(report);
	g_autoptr(GPtrArray) members =
	    g_ptr_array_new_with_free_func((GDestroyNotify)g_variant_unref);

	for (gsize i = 0; i < g_variant_n_children(wire); i++)
		g_ptr_array_add(members,
				i == at ? g_variant_ref_sink(member)
					: g_variant_get_child_value(wire, i));
	return g_variant_new_tuple((GVariant *const *)members->pdata, members->len);
}

START_TEST(what_is_out_of_bounds_is_refused)
{
	assert_refused(g_variant_new_string("hello"), "not a report");
	assert_refused(with_member(0, g_variant_new_string("exe")), "format");
	assert_refused(with_member(2, g_variant_new_uint32(G_MAXUINT32)), "count");
	assert_refused(with_member(5, g_variant_new_byte(3)), "verdict");
	assert_refused(with_member(6, g_variant_new_double(NAN)), "number");
	assert_refused(with_member(6, g_variant_new_double(100.5)), "number");
	assert_refused(with_member(19, g_variant_new_parsed("(@au [0, 7, 0, 1, 1, 0], @au [])")),
		       "section");
	assert_refused(with_member(19, g_variant_new_parsed("(@au [3, 0, 0, 1, 1, 0], @au [])")),
		       "reading");
	assert_refused(with_member(19, g_variant_new_parsed("(@au [0, 0, 5, 1, 1, 0], @au [])")),
		       "state");
	assert_refused(
	    with_member(19, g_variant_new_parsed("(@au [0, 0, 0, 1, 1, 1], @au [9, 1])")),
	    "section");
	assert_refused(with_member(19, g_variant_new_parsed("(@au [0, 0, 0, 1, 1], @au [])")),
		       "rows");
	assert_refused(
	    with_member(19, g_variant_new_parsed("(@au [0, 0, 0, 1, 1, 4294967295], @au [0, 1])")),
	    "foreign words that are missing");
	assert_refused(
	    with_member(19, g_variant_new_parsed("(@au [0, 0, 0, 1, 1, 0], @au [0, 1])")),
	    "foreign words of no section");
	assert_refused(with_member(20, g_variant_new_parsed("@a(yu(dddd)) []")), "places");
	assert_refused(
	    with_member(9,
			g_variant_new_parsed(
			    "[('nobody', true, @ms nothing, 1.0, 1.0, 1.0, @ms nothing)]")),
	    "parser");
	assert_refused(
	    with_member(
		9,
		g_variant_new_parsed("[('line', true, @ms nothing, 1.0, 1.0, 1.0, @ms nothing),"
				     " ('line', true, @ms nothing, 1.0, 1.0, 1.0, @ms nothing)]")),
	    "two readings");
	assert_refused(with_member(10, g_variant_new_parsed("[(-1.0, 1.0)]")), "number");
	assert_refused(with_member(17, g_variant_new_parsed("(@au [7, 1], ['a'], [@y 0, 0, 0])")),
		       "kind of piece");
	assert_refused(with_member(17, g_variant_new_parsed("(@au [0, 1], ['a'], [@y 0, 6, 0])")),
		       "state");
	assert_refused(with_member(17, g_variant_new_parsed("(@au [0, 1], ['a'], [@y 0, 0])")),
		       "miss readings");
	assert_refused(
	    with_member(11, g_variant_new_parsed("[('main', @u 3, (0.0, 0.0, 1.0, 1.0))]")),
	    "page");
	assert_refused(with_member(11,
				   g_variant_new_parsed("[('main', @u 2, (0.0, 0.0, 1.0, 1.0)),"
							" ('main', @u 1, (0.0, 0.0, 1.0, 1.0))]")),
		       "order");
	assert_refused(
	    with_member(11, g_variant_new_parsed("[('Main\"', @u 1, (0.0, 0.0, 1.0, 1.0))]")),
	    "id");
	assert_refused(with_member(16, g_variant_new_parsed("(@au [0, 4], @a(us) [])")), "outcome");
	assert_refused(with_member(16, g_variant_new_parsed("(@au [1, 0, 1, 0], @a(us) [])")),
		       "two outcomes");
	assert_refused(with_member(16, g_variant_new_parsed("(@au [100000, 0], @a(us) [])")),
		       "unknown check");
	assert_refused(with_member(16, g_variant_new_parsed("(@au [0, 0], [(@u 1, 'why')])")),
		       "reason for no outcome");
	assert_refused(with_member(17, g_variant_new_parsed("(@au [0, 1], @as [], [@y 0, 0, 0])")),
		       "without a text");
}
END_TEST

static char *
json_of(const char *text)
{
	GString *out = g_string_new(NULL);
	AtsJson json;

	ats_json_init(&json, out, ATS_JSON_COMPACT);
	ats_json_string(&json, text);
	return g_string_free(out, FALSE);
}

static void
assert_json(const char *text, const char *expected)
{
	g_autofree char *got = json_of(text);

	ck_assert_str_eq(got, expected);
}

START_TEST(json_escapes_what_it_must)
{
	assert_json(NULL, "null");
	assert_json("", "\"\"");
	assert_json("plain – é 漢", "\"plain – é 漢\"");
	assert_json("a\"b\\c/d", "\"a\\\"b\\\\c/d\"");
	assert_json("\b\f\n\r\t\x01\x1f\x7f", "\"\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\"");
	assert_json("\xC2\x9B \xE2\x80\xA8", "\"\\u009b \\u2028\"");
	assert_json("\xFF", "\"\xEF\xBF\xBD\"");
}
END_TEST

START_TEST(json_numbers_do_not_wander)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const double values[] = {1.25, -0.04, 100, INFINITY, NAN};
	AtsJson json;

	ats_json_init(&json, out, ATS_JSON_COMPACT);
	ats_json_numbers(&json, values, G_N_ELEMENTS(values), 1);
	ck_assert_str_eq(out->str, "[1.2,0.0,100.0,null,null]");
}
END_TEST

START_TEST(json_holds_the_contract)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autoptr(AtsReport) back = through_the_wire(report);
	g_autofree char *one = write_one(ATS_WRITER_JSONL, ATS_WRITER_PLAIN, back);
	g_autofree char *failure =
	    write_with(ATS_WRITER_JSONL, ATS_WRITER_PLAIN, "a\xFF", NULL, TRUE);

	ck_assert_ptr_eq(strchr(one, '\n'), one + strlen(one) - 1);
	ck_assert_ptr_nonnull(
	    strstr(one, "{\"schema\":\"atscheck-report/1\",\"tool\":{\"name\":\"atscheck\","));
	ck_assert_ptr_nonnull(strstr(one, "\"verdict\":\"risk\",\"score\":74.2,"));
	ck_assert_ptr_nonnull(strstr(one, "\"box\":[36.0,100.0,560.0,700.0]"));
	ck_assert_ptr_nonnull(
	    strstr(one, "{\"kind\":\"sidebar\",\"box\":[36.0,100.0,200.0,700.0]}"));
	ck_assert_ptr_nonnull(
	    strstr(one, "\"page\":null,\"box\":null,\"evidence\":null,\"lost_in\":[]"));
	ck_assert_ptr_nonnull(
	    strstr(one,
		   "{\"kind\":\"heading\",\"text\":\"Work History\",\"page\":1,"
		   "\"in\":{\"stream\":\"whole\",\"line\":\"glued\",\"block\":null}}"));
	ck_assert_ptr_nonnull(strstr(one, "{\"parser\":\"block\",\"score\":null,\"kept\":null"));
	ck_assert_ptr_nonnull(
	    strstr(one, "\"reading-order\":\"not-judged\"},\"not_judged\":{\"reading-order\":"));
	ck_assert_ptr_nonnull(
	    strstr(failure,
		   "\"error\":{\"code\":\"encrypted\",\"message\":\"it needs a \\u001bpass"));
	ck_assert_ptr_nonnull(strstr(failure, "\"name\":\"a\xEF\xBF\xBD\""));
}
END_TEST

static char *
fingerprint_of(AtsFinding finding)
{
	g_autoptr(AtsReport) report = ats_report_new();

	sample_add_finding(report, finding, NULL);
	ats_report_fingerprint(report);
	return g_strdup(g_array_index(report->findings, AtsFinding, 0).fingerprint);
}

START_TEST(a_finding_that_moves_is_known_again)
{
	const AtsFinding was = {.id = "sidebar", .message = "“A” is beside “B”; 4 of 5 lose it."};
	const AtsFinding moved = {.id = "sidebar",
				  .message = "Left of “b” and 3 more: “a”.",
				  .page = 2,
				  .box = {1, 2, 3, 4}};
	const AtsFinding others[] = {
	    {.id = "sidebar", .message = "“B” is beside “A”; 4 of 5 lose it."},
	    {.id = "sidebar", .message = "“A is beside B”; 4 of 5 lose it."},
	    {.id = "sidebar", .message = "4 of 5 lose it."},
	    {.id = "table", .message = "“A” is beside “B”; 4 of 5 lose it."},
	    {.id = "sidebar", .message = "“A” is beside “B”; 4 of 5 lose it.", .pointer = "/a"},
	};
	const AtsFinding better = {.id = "sidebar", .message = "“a” stands left of “B”."};
	g_autofree char *a = fingerprint_of(was);
	g_autofree char *same = fingerprint_of(better);
	g_autofree char *turned = fingerprint_of(moved);

	ck_assert_str_eq(a, same);
	ck_assert_str_ne(a, turned);
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
		g_autofree char *other = fingerprint_of(others[i]);
		ck_assert_str_ne(a, other);
	}
}
END_TEST

START_TEST(two_alike_findings_are_told_apart)
{
	g_autoptr(AtsReport) report = ats_report_new();
	const char *first, *second;

	sample_add_finding(report, (AtsFinding){.id = "photo", .message = "A photo."}, NULL);
	sample_add_finding(report, (AtsFinding){.id = "photo", .message = "2 photos."}, NULL);
	ats_report_fingerprint(report);
	first = g_array_index(report->findings, AtsFinding, 0).fingerprint;
	second = g_array_index(report->findings, AtsFinding, 1).fingerprint;
	ck_assert(g_str_has_suffix(first, ":1") && g_str_has_suffix(second, ":2"));
	ck_assert_int_eq(strncmp(first, second, 17), 0);
}
END_TEST

/* no line but a failure's is wider than the page, and none ends in a space */
static void
assert_fits(const char *text, guint width)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (guint i = 0; lines[i] != NULL; i++) {
		ck_assert_msg(g_str_has_prefix(lines[i], "NOT CHECKED") ||
				  ats_text_columns(lines[i]) <= width,
			      "wider than %u: %s",
			      width,
			      lines[i]);
		ck_assert_msg(!g_str_has_suffix(lines[i], " "), "ends in a space: %s", lines[i]);
	}
}

START_TEST(text_fits_and_is_harmless)
{
	g_autoptr(AtsReport) report = sample_report();
	static const guint widths[] = {40, 61, 80, 200};
	const char *name =
	    "a \033]0;x\007 résumé "
	    "履歴書履歴書履歴書履歴書履歴書履歴書履歴書履歴書履歴書履歴書履歴書履歴書履歴書.pdf";

	for (guint i = 0; i < G_N_ELEMENTS(widths); i++) {
		g_autofree char *one = write_at(widths[i], ATS_WRITER_PLAIN, name, report);
		g_autofree char *many = write_at(widths[i], ATS_WRITER_MANY, name, report);

		assert_fits(one, widths[i]);
		assert_fits(many, widths[i]);
		ck_assert_ptr_null(strpbrk(one, "\033\007\001"));
		ck_assert_ptr_null(strpbrk(many, "\033\007\001"));
	}
}
END_TEST

/* one line for all checks that one reason kept from judging, whose names stand there while they are
 * few */
START_TEST(text_tells_once_why_checks_could_not_judge)
{
	g_autoptr(AtsReport) report = sample_report();
	static const char *const ids[] = {"photo", "table", "graphics", "sidebar", "too-long"};
	AtsReportOutcome other = {"ligatures", ATS_OUTCOME_NOT_JUDGED, "no font"};
	g_autofree char *few = NULL;
	g_autofree char *many = NULL;

	g_array_set_size(report->outcomes, 0);
	for (guint i = 0; i < 4; i++) {
		AtsReportOutcome outcome = {ids[i], ATS_OUTCOME_NOT_JUDGED, "no text"};
		g_array_append_val(report->outcomes, outcome);
	}
	g_array_insert_val(report->outcomes, 1, other);
	few = write_one(ATS_WRITER_TEXT, ATS_WRITER_PLAIN, report);
	ck_assert_ptr_nonnull(
	    strstr(few, "\n\n  Not judged: photo, table, graphics, sidebar (no text)\n"));
	ck_assert_ptr_nonnull(strstr(few, "\n  Not judged: ligatures (no font)\n"));
	other = (AtsReportOutcome){ids[4], ATS_OUTCOME_NOT_JUDGED, "no text"};
	g_array_append_val(report->outcomes, other);
	many = write_one(ATS_WRITER_TEXT, ATS_WRITER_PLAIN, report);
	ck_assert_ptr_nonnull(strstr(many, "\n  Not judged: 5 checks (no text)\n"));
	ck_assert_ptr_null(strstr(many, "photo"));
}
END_TEST

/* a loss that no check explains is shown beside what a person reads; of no text nothing is read */
START_TEST(text_says_what_to_do_next)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autofree char *explained = write_one(ATS_WRITER_TEXT, ATS_WRITER_PLAIN, report);
	g_autofree char *unexplained = NULL;
	g_autofree char *empty = NULL;

	ck_assert_ptr_nonnull(strstr(explained, "Read it as a parser does: atscheck text --as "));
	g_array_set_size(report->findings, 0);
	unexplained = write_one(ATS_WRITER_TEXT, ATS_WRITER_PLAIN, report);
	ck_assert_ptr_nonnull(strstr(unexplained, "No check explains what is lost."));
	ck_assert_ptr_nonnull(strstr(unexplained, "atscheck text --diff human "));
	ck_assert_ptr_null(strstr(unexplained, "text --as"));
	report->n_words = 0;
	empty = write_one(ATS_WRITER_TEXT, ATS_WRITER_PLAIN, report);
	ck_assert_ptr_null(strstr(empty, "atscheck text"));
}
END_TEST

START_TEST(text_has_no_bars_where_it_is_narrow)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autofree char *narrow = write_at(59, ATS_WRITER_PLAIN, "resume.pdf", report);
	g_autofree char *wide = write_at(60, ATS_WRITER_PLAIN, "resume.pdf", report);

	ck_assert_ptr_null(strstr(narrow, "█"));
	ck_assert_ptr_nonnull(strstr(narrow, " 41 %"));
	ck_assert_ptr_nonnull(strstr(wide, "█"));
}
END_TEST

START_TEST(text_says_what_matters)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autofree char *text = write_one(ATS_WRITER_TEXT, ATS_WRITER_PLAIN, report);
	const char *error = strstr(text, "✗ Two columns");
	const char *warning = strstr(text, "! Pictograms");
	const char *note = strstr(text, "· No \"phone\" number; C:\\path and lines.");

	ck_assert(g_str_has_prefix(text, "RISK   74  resume.pdf\n"));
	ck_assert(error != NULL && warning > error && note > warning);
	ck_assert_ptr_nonnull(strstr(text, "multi-column, page 1, most of the page"));
	ck_assert_ptr_nonnull(strstr(text, "<U+001B>[31mengineer<U+0001>”\n"));
	ck_assert_ptr_nonnull(strstr(text, "“<U+E000> ann@example.com”"));
	ck_assert_ptr_nonnull(strstr(text, "████████░░░░░░░░░░░░  41 %"));
	ck_assert_ptr_nonnull(strstr(text, "not judged: page 2 has no text"));
	ck_assert_ptr_nonnull(
	    strstr(text, "contact   Ann Lee, ann@example.com (in the page header)\n"));
	ck_assert_ptr_nonnull(strstr(text, "sections  Work History, My Journey\n"));
	ck_assert_ptr_nonnull(
	    strstr(text,
		   "\n  heading  Work History                      whole  glued ?\n"
		   "  1 other piece is whole everywhere\n"));
	ck_assert_ptr_nonnull(strstr(text, "atscheck explain multi-column\n"));
	ck_assert_ptr_nonnull(strstr(text, "atscheck text --as line resume.pdf\n"));
}
END_TEST

START_TEST(colour_only_when_asked)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autofree char *plain = write_one(ATS_WRITER_TEXT, ATS_WRITER_PLAIN, report);
	g_autofree char *coloured = write_one(ATS_WRITER_TEXT, ATS_WRITER_COLOUR, report);
	g_autoptr(GRegex) codes = g_regex_new("\033\\[[0-9]+m", 0, 0, NULL);
	g_autofree char *stripped = g_regex_replace_literal(codes, coloured, -1, 0, "", 0, NULL);

	ck_assert(g_str_has_prefix(coloured, "\033[33mRISK\033[0m"));
	ck_assert_str_eq(stripped, plain);
}
END_TEST

START_TEST(quiet_and_batch_are_short)
{
	g_autoptr(AtsReport) report = sample_report();
	g_autofree char *quiet =
	    write_one(ATS_WRITER_TEXT, ATS_WRITER_BRIEF | ATS_WRITER_MANY, report);
	g_autofree char *many =
	    write_with(ATS_WRITER_TEXT, ATS_WRITER_MANY, "a b.pdf", report, TRUE);

	ck_assert_str_eq(
	    quiet,
	    "RISK   74  resume.pdf\n"
	    "\n"
	    "1 document: 0 pass, 1 risk, 0 fail, 0 not checked; 1 error, 1 warning, 1 note\n");
	ck_assert_ptr_nonnull(strstr(many, "NOT CHECKED  a b.pdf: it needs a <U+001B>password\n"));
	ck_assert_ptr_nonnull(strstr(many, "2 documents: 0 pass, 1 risk, 0 fail, 1 not checked; "));
}
END_TEST

START_TEST(columns_are_a_terminals)
{
	g_autofree char *cut = ats_text_cut("履歴書", 5);
	g_autofree char *visible = ats_text_visible("a\xE2\x80\xAE"
						    "b\xC2\x9B\xFF \n\t c ");

	ck_assert_uint_eq(ats_text_columns("résumé"), 6);
	ck_assert_uint_eq(ats_text_columns("e\xCC\x81"), 1);
	ck_assert_uint_eq(ats_text_columns("履歴書"), 6);
	ck_assert_str_eq(cut, "履歴…");
	ck_assert_str_eq(visible, "a<U+202E>b<U+009B>\xEF\xBF\xBD c");
}
END_TEST

static void
assert_place(const AtsReport *report, guint page, AtsBox box, const char *expected)
{
	g_autofree char *place = ats_text_where(report, page, box);

	if (expected == NULL)
		ck_assert_ptr_null(place);
	else
		ck_assert_str_eq(place, expected);
}

START_TEST(places_are_words)
{
	g_autoptr(AtsReport) report = sample_report();

	assert_place(report, 0, (AtsBox){0}, NULL);
	assert_place(report, 1, (AtsBox){0}, "page 1");
	assert_place(report, 1, (AtsBox){36, 36, 100, 60}, "page 1, top left");
	assert_place(report, 2, (AtsBox){500, 700, 580, 760}, "page 2, bottom right");
	assert_place(report, 1, (AtsBox){36, 36, 580, 60}, "page 1, across the top");
	assert_place(report, 1, (AtsBox){36, 36, 180, 760}, "page 1, down the left side");
	assert_place(report, 9, (AtsBox){36, 36, 180, 760}, "page 9");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("report");
	TCase *tcase = tcase_create("report");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_test(tcase, the_wire_loses_nothing);
	tcase_add_test(tcase, an_odd_report_is_cut_to_bounds);
	tcase_add_test(tcase, a_mangled_answer_never_hurts);
	tcase_add_test(tcase, what_is_out_of_bounds_is_refused);
	tcase_add_test(tcase, json_escapes_what_it_must);
	tcase_add_test(tcase, json_numbers_do_not_wander);
	tcase_add_test(tcase, json_holds_the_contract);
	tcase_add_test(tcase, a_finding_that_moves_is_known_again);
	tcase_add_test(tcase, two_alike_findings_are_told_apart);
	tcase_add_test(tcase, text_fits_and_is_harmless);
	tcase_add_test(tcase, text_tells_once_why_checks_could_not_judge);
	tcase_add_test(tcase, text_says_what_to_do_next);
	tcase_add_test(tcase, text_has_no_bars_where_it_is_narrow);
	tcase_add_test(tcase, text_says_what_matters);
	tcase_add_test(tcase, colour_only_when_asked);
	tcase_add_test(tcase, quiet_and_batch_are_short);
	tcase_add_test(tcase, columns_are_a_terminals);
	tcase_add_test(tcase, places_are_words);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
