/*
 * The report on its way into the library: every member is held against bounds.h, and the first that
 * does not fit refuses the whole, since an honest worker never writes such a one.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/wire_read.h"

#include "base/error.h"
#include "report/bounds.h"
#include "report/wire.h"

static void
read_head(AtsWireReader *reader, GVariant *wire)
{
	AtsReport *report = reader->report;
	const char *format, *producer, *language, *text, *template;
	guchar verdict;
	double score;

	g_variant_get_child(wire, 0, "&s", &format);
	g_variant_get_child(wire, 1, "u", &report->n_pages);
	g_variant_get_child(wire, 2, "u", &report->n_words);
	g_variant_get_child(wire, 3, "m&s", &producer);
	g_variant_get_child(wire, 4, "m&s", &language);
	g_variant_get_child(wire, 5, "y", &verdict);
	g_variant_get_child(wire, 6, "d", &score);
	g_variant_get_child(wire, 7, "m&s", &text);
	g_variant_get_child(wire, 8, "u", &report->n_columns);
	g_variant_get_child(wire, 21, "m&s", &template);
	ats_wire_demand(reader,
			g_str_equal(format, "pdf") || g_str_equal(format, "docx"),
			"an unknown format");
	ats_wire_demand(reader,
			report->n_pages <= ATS_BOUND_COUNT && report->n_words <= ATS_BOUND_COUNT &&
			    report->n_columns <= ATS_BOUND_COUNT,
			"a count out of bounds");
	ats_wire_demand(reader, verdict <= ATS_VERDICT_FAIL, "an unknown verdict");
	report->format = ats_wire_maybe(reader, format);
	report->producer = ats_wire_maybe(reader, producer);
	report->language = ats_wire_maybe(reader, language);
	report->template = ats_wire_maybe(reader, template);
	report->verdict = verdict;
	report->score = ats_wire_number(reader, score, 0, 100);
	report->text = text != NULL ? ats_wire_string(reader, text, ATS_BOUND_TEXT) : NULL;
}

static void
read_sandbox(AtsWireReader *reader, GVariant *wire)
{
	AtsSandboxLevel *level = &reader->report->sandbox;

	g_variant_get(wire, "(ub)", &level->landlock, &level->seccomp);
	ats_wire_demand(reader, level->landlock <= ATS_BOUND_COUNT, "a box out of bounds");
}

AtsReport *
ats_report_from_wire(GVariant *wire, GError **error)
{
	/* pages come first of the lists, since all others name them; entries name sections */
	static const struct {
		gsize child;
		void (*read)(AtsWireReader *reader, GVariant *wire);
	} lists[] = {
	    {10, ats_wire_read_pages},
	    {9, ats_wire_read_readings},
	    {11, ats_wire_read_regions},
	    {12, ats_wire_read_sections},
	    {13, ats_wire_read_contact},
	    {14, ats_wire_read_links},
	    {15, ats_wire_read_findings},
	    {16, ats_wire_read_outcomes},
	    {17, ats_wire_read_pieces},
	    {18, ats_wire_read_entries},
	    {19, ats_wire_read_filed},
	    {20, ats_wire_read_places},
	    {22, read_sandbox},
	};
	g_autoptr(AtsReport) report = ats_report_new();
	AtsWireReader reader = {.report = report};

	if (!g_variant_is_of_type(wire, G_VARIANT_TYPE(ATS_REPORT_WIRE_TYPE)) ||
	    !g_variant_is_normal_form(wire)) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_CRASHED,
				    "the worker's answer is not a report");
		return NULL;
	}
	read_head(&reader, wire);
	for (gsize i = 0; i < G_N_ELEMENTS(lists) && reader.wrong == NULL; i++) {
		g_autoptr(GVariant) list = g_variant_get_child_value(wire, lists[i].child);
		lists[i].read(&reader, list);
	}
	if (reader.wrong != NULL) {
		g_set_error(error,
			    ATS_ERROR,
			    ATS_ERROR_CRASHED,
			    "the worker's answer holds %s",
			    reader.wrong);
		return NULL;
	}
	return g_steal_pointer(&report);
}
