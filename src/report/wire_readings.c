/*
 * What parsers get, of an untrusted report.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/bounds.h"
#include "report/wire.h"
#include "report/wire_read.h"

/* in JSON the parsers are keys of one object */
static gboolean
has_reading(const AtsReport *report, const char *parser)
{
	for (guint i = 0; i < report->readings->len; i++) {
		if (g_strcmp0(g_array_index(report->readings, AtsReportReading, i).parser,
			      parser) == 0)
			return TRUE;
	}
	return FALSE;
}

void
ats_wire_read_readings(AtsWireReader *reader, GVariant *wire)
{
	gsize n = ats_wire_count(reader, wire, ATS_BOUND_READINGS);

	for (gsize i = 0; i < n; i++) {
		const char *parser, *why_not, *text;
		gboolean judged;
		double score, kept, whole;

		g_variant_get_child(wire,
				    i,
				    "(&sbm&sdddm&s)",
				    &parser,
				    &judged,
				    &why_not,
				    &score,
				    &kept,
				    &whole,
				    &text);
		ats_wire_demand(reader,
				!has_reading(reader->report, parser),
				"two readings of one parser");
		g_array_append_vals(
		    reader->report->readings,
		    &(AtsReportReading){
			.parser = ats_wire_parser(reader, parser),
			.judged = judged,
			.why_not = ats_wire_maybe(reader, why_not),
			.score = ats_wire_number(reader, score, 0, 100),
			.kept = ats_wire_number(reader, kept, 0, 1),
			.whole = ats_wire_number(reader, whole, 0, 1),
			.text = text != NULL ? ats_wire_string(reader, text, ATS_BOUND_TEXT) : NULL,
		    },
		    1);
	}
}

/* the states of all pieces in each of the readings, which are read by then; NULL if they do not fit
 */
static const guint8 *
read_states(AtsWireReader *reader, GVariant *wire, gsize n_pieces)
{
	gsize n;
	const guint8 *states = g_variant_get_fixed_array(wire, &n, 1);

	ats_wire_demand(reader,
			n == n_pieces * reader->report->readings->len,
			"pieces that miss readings");
	for (gsize i = 0; i < n && reader->wrong == NULL; i++)
		ats_wire_demand(reader,
				states[i] < ATS_PIECE_STATE_LAST,
				"an unknown state of a piece");
	return reader->wrong == NULL ? ats_report_keep_states(reader->report, states, n) : NULL;
}

void
ats_wire_read_pieces(AtsWireReader *reader, GVariant *wire)
{
	g_auto(AtsWireRows) rows = ats_wire_rows(reader, wire, 0, ATS_WIRE_PIECE, ATS_BOUND_PIECES);
	g_autoptr(GVariant) texts = g_variant_get_child_value(wire, 1);
	g_autoptr(GVariant) states = g_variant_get_child_value(wire, 2);
	const guint8 *kept = read_states(reader, states, rows.n);

	ats_wire_demand(reader, g_variant_n_children(texts) == rows.n, "pieces without a text");
	for (gsize i = 0; i < rows.n && reader->wrong == NULL; i++) {
		const guint32 *row = ats_wire_row(&rows, i);
		const char *text;
		AtsReportPiece piece;

		g_variant_get_child(texts, i, "&s", &text);
		ats_wire_demand(reader, row[0] < ATS_PIECE_KIND_LAST, "an unknown kind of piece");
		piece.kind = row[0];
		piece.page = ats_wire_page(reader, row[1]);
		piece.text = ats_wire_maybe(reader, text);
		piece.states = kept + i * reader->report->readings->len;
		g_array_append_val(reader->report->pieces, piece);
	}
}

static guint
read_section(AtsWireReader *reader, guint section)
{
	ats_wire_demand(reader,
			section == ATS_REPORT_TOP || section < reader->report->sections->len,
			"text of no section");
	return section;
}

static guint
read_amount(AtsWireReader *reader, guint amount)
{
	ats_wire_demand(reader, amount <= ATS_BOUND_COUNT, "a count out of bounds");
	return amount;
}

static void
read_foreign(AtsWireReader *reader, const AtsWireRows *rows)
{
	for (gsize i = 0; i < rows->n; i++) {
		const guint32 *row = ats_wire_row(rows, i);
		AtsReportForeign foreign = {read_section(reader, row[0]),
					    read_amount(reader, row[1])};

		g_array_append_val(reader->report->foreign, foreign);
	}
}

void
ats_wire_read_filed(AtsWireReader *reader, GVariant *wire)
{
	const gsize most = (gsize)ATS_BOUND_FILED * ATS_BOUND_FOREIGN;
	g_auto(AtsWireRows) rows = ats_wire_rows(reader, wire, 0, ATS_WIRE_FILED, ATS_BOUND_FILED);
	g_auto(AtsWireRows) foreign = ats_wire_rows(reader, wire, 1, ATS_WIRE_FOREIGN, most);
	gsize n_foreign = 0;
	guint last = 0;

	for (gsize i = 0; i < rows.n && reader->wrong == NULL; i++) {
		const guint32 *row = ats_wire_row(&rows, i);
		AtsReportFiled filed = {
		    .reading = row[0],
		    .section = read_section(reader, row[1]),
		    .state = row[2],
		    .n_words = read_amount(reader, row[3]),
		    .n_missing = read_amount(reader, row[4]),
		    .foreign = (guint)n_foreign,
		    .n_foreign = row[5],
		};

		ats_wire_demand(reader,
				filed.reading >= last &&
				    filed.reading < reader->report->readings->len,
				"sections of no reading");
		ats_wire_demand(reader,
				row[2] < ATS_PIECE_NOT_JUDGED,
				"an unknown state of a heading");
		ats_wire_demand(reader,
				row[5] <= MIN(foreign.n - n_foreign, ATS_BOUND_FOREIGN),
				"foreign words that are missing");
		last = filed.reading;
		n_foreign += reader->wrong == NULL ? row[5] : 0;
		g_array_append_val(reader->report->filed, filed);
	}
	ats_wire_demand(reader, n_foreign == foreign.n, "foreign words of no section");
	read_foreign(reader, &foreign);
}
