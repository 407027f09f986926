/*
 * What the checks said, of an untrusted report.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/bounds.h"
#include "report/catalogue.h"
#include "report/wire.h"
#include "report/wire_read.h"

static GPtrArray *
read_lost_in(AtsWireReader *reader, GVariant *wire)
{
	gsize n = ats_wire_count(reader, wire, ATS_BOUND_READINGS);
	GPtrArray *out = NULL;

	for (gsize i = 0; i < n; i++) {
		const char *parser;

		g_variant_get_child(wire, i, "&s", &parser);
		if (out == NULL)
			out = g_ptr_array_new();
		g_ptr_array_add(out, (gpointer)ats_wire_parser(reader, parser));
	}
	return out;
}

void
ats_wire_read_findings(AtsWireReader *reader, GVariant *wire)
{
	gsize n = ats_wire_count(reader, wire, ATS_BOUND_FINDINGS);

	for (gsize i = 0; i < n; i++) {
		const char *id, *message, *fix, *evidence;
		guchar severity;
		double box[4];
		g_autoptr(GVariant) lost_in = NULL;
		AtsFinding finding = {0};

		g_variant_get_child(wire,
				    i,
				    "(&sy&sm&sm&su(dddd)@as)",
				    &id,
				    &severity,
				    &message,
				    &fix,
				    &evidence,
				    &finding.page,
				    &box[0],
				    &box[1],
				    &box[2],
				    &box[3],
				    &lost_in);
		ats_wire_demand(reader, severity <= ATS_SEVERITY_ERROR, "an unknown severity");
		finding.id = ats_wire_id(reader, id);
		finding.severity = severity;
		finding.message = ats_wire_maybe(reader, message);
		finding.fix = ats_wire_maybe(reader, fix);
		finding.evidence = ats_wire_maybe(reader, evidence);
		ats_wire_page(reader, finding.page);
		finding.box = ats_wire_box(reader, box);
		finding.lost_in = read_lost_in(reader, lost_in);
		g_array_append_val(reader->report->findings, finding);
	}
}

/* @seen: of each of the @n_rules whether it was there before */
static const char *
read_rule(AtsWireReader *reader, guint32 rule, guint n_rules, guint8 *seen)
{
	if (rule >= n_rules) {
		ats_wire_refuse(reader, "an unknown check");
		return NULL;
	}
	/* in JSON the checks are keys of one object */
	ats_wire_demand(reader, !seen[rule], "two outcomes of one check");
	seen[rule] = TRUE;
	return ats_catalogue[rule].id;
}

static void
read_whys(AtsWireReader *reader, GVariant *wire)
{
	GArray *outcomes = reader->report->outcomes;
	gsize n = ats_wire_count(reader, wire, outcomes->len);

	for (gsize i = 0; i < n; i++) {
		guint32 row;
		const char *why;

		g_variant_get_child(wire, i, "(u&s)", &row, &why);
		ats_wire_demand(reader, row < outcomes->len, "a reason for no outcome");
		if (row < outcomes->len)
			g_array_index(outcomes, AtsReportOutcome, row).why =
			    ats_wire_maybe(reader, why);
	}
}

void
ats_wire_read_outcomes(AtsWireReader *reader, GVariant *wire)
{
	g_auto(AtsWireRows) rows =
	    ats_wire_rows(reader, wire, 0, ATS_WIRE_OUTCOME, ATS_BOUND_OUTCOMES);
	g_autoptr(GVariant) whys = g_variant_get_child_value(wire, 1);
	guint n_rules = ats_catalogue_length();
	g_autofree guint8 *seen = g_new0(guint8, n_rules);

	for (gsize i = 0; i < rows.n; i++) {
		const guint32 *row = ats_wire_row(&rows, i);
		AtsReportOutcome outcome = {.check = read_rule(reader, row[0], n_rules, seen),
					    .outcome = row[1]};

		ats_wire_demand(reader, row[1] <= ATS_OUTCOME_NOT_JUDGED, "an unknown outcome");
		g_array_append_val(reader->report->outcomes, outcome);
	}
	read_whys(reader, whys);
}
