/*
 * The report on its way into the library: every member is held against bounds.h, and the first that
 * does not fit refuses the whole, since an honest worker never writes such a one.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/wire.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "report/bounds.h"
#include "report/catalogue.h"
#include "report/parsers.h"

/* a report in the making, and the first thing that is wrong with it */
typedef struct {
	AtsReport *report;
	const char *wrong; /* static; NULL: nothing so far */
} Reader;

static void
refuse(Reader *reader, const char *wrong)
{
	if (reader->wrong == NULL)
		reader->wrong = wrong;
}

static void
demand(Reader *reader, gboolean holds, const char *wrong)
{
	if (!holds)
		refuse(reader, wrong);
}

static const char *
read_string(Reader *reader, const char *text, gsize limit)
{
	if (strlen(text) > limit) {
		refuse(reader, "a string that is too long");
		return NULL;
	}
	return g_string_chunk_insert(reader->report->strings, text);
}

static const char *
read_maybe(Reader *reader, const char *text)
{
	return text != NULL ? read_string(reader, text, ATS_BOUND_STRING) : NULL;
}

/* kebab-case: what stands for itself in every format, unescaped */
static const char *
read_id(Reader *reader, const char *id)
{
	gsize length = strlen(id);
	gboolean good =
	    length > 0 && length <= ATS_BOUND_ID && g_ascii_islower(id[0]) && id[length - 1] != '-';

	for (const char *p = id; good && *p != '\0'; p++)
		good = g_ascii_islower(*p) || g_ascii_isdigit(*p) || (*p == '-' && p[1] != '-');
	demand(reader, good, "an id that is none");
	return good ? g_string_chunk_insert_const(reader->report->strings, id) : NULL;
}

static const char *
read_parser(Reader *reader, const char *id)
{
	const AtsParser *parser = ats_parsers_lookup(id);

	demand(reader, parser != NULL, "an unknown parser family");
	return parser != NULL ? parser->id : NULL;
}

static double
read_number(Reader *reader, double value, double low, double high)
{
	demand(reader, isfinite(value) && value >= low && value <= high, "a number out of bounds");
	return value;
}

static AtsBox
read_box(Reader *reader, const double v[4])
{
	for (guint i = 0; i < 4; i++)
		read_number(reader, v[i], -ATS_BOUND_POINTS, ATS_BOUND_POINTS);
	return (AtsBox){(float)v[0], (float)v[1], (float)v[2], (float)v[3]};
}

static guint
read_page(Reader *reader, guint page)
{
	demand(reader, page <= reader->report->pages->len, "a page that is not there");
	return page;
}

static gsize
read_count(Reader *reader, GVariant *array, gsize limit)
{
	gsize n = g_variant_n_children(array);

	demand(reader, n <= limit, "too many entries");
	return reader->wrong == NULL ? n : 0;
}

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

static void
read_readings(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_READINGS);

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
		demand(reader, !has_reading(reader->report, parser), "two readings of one parser");
		g_array_append_vals(
		    reader->report->readings,
		    &(AtsReportReading){
			.parser = read_parser(reader, parser),
			.judged = judged,
			.why_not = read_maybe(reader, why_not),
			.score = read_number(reader, score, 0, 100),
			.kept = read_number(reader, kept, 0, 1),
			.whole = read_number(reader, whole, 0, 1),
			.text = text != NULL ? read_string(reader, text, ATS_BOUND_TEXT) : NULL,
		    },
		    1);
	}
}

static void
read_pages(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_LIMIT_PAGES);

	for (gsize i = 0; i < n; i++) {
		double width, height;
		AtsReportPage page;

		g_variant_get_child(wire, i, "(dd)", &width, &height);
		page.width = (float)read_number(reader, width, 0, ATS_BOUND_POINTS);
		page.height = (float)read_number(reader, height, 0, ATS_BOUND_POINTS);
		g_array_append_val(reader->report->pages, page);
	}
}

static void
read_regions(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_REGIONS);
	guint last_page = 0;

	for (gsize i = 0; i < n; i++) {
		const char *kind;
		double box[4];
		AtsReportRegion region;

		g_variant_get_child(wire,
				    i,
				    "(&su(dddd))",
				    &kind,
				    &region.page,
				    &box[0],
				    &box[1],
				    &box[2],
				    &box[3]);
		demand(reader,
		       region.page >= last_page,
		       "regions that are not in the order of their pages");
		last_page = read_page(reader, region.page);
		region.kind = read_id(reader, kind);
		region.box = read_box(reader, box);
		g_array_append_val(reader->report->regions, region);
	}
}

static void
read_sections(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_SECTIONS);

	for (gsize i = 0; i < n; i++) {
		const char *heading, *kind, *suggestion;
		double box[4];
		AtsReportSection section;

		g_variant_get_child(wire,
				    i,
				    "(&sm&sm&sbu(dddd))",
				    &heading,
				    &kind,
				    &suggestion,
				    &section.standard,
				    &section.page,
				    &box[0],
				    &box[1],
				    &box[2],
				    &box[3]);
		section.heading = read_maybe(reader, heading);
		section.kind = kind != NULL ? read_id(reader, kind) : NULL;
		section.suggestion = read_maybe(reader, suggestion);
		read_page(reader, section.page);
		section.box = read_box(reader, box);
		g_array_append_val(reader->report->sections, section);
	}
}

static void
read_contact(Reader *reader, GVariant *wire)
{
	const char *name, *email, *phone, *location;

	g_variant_get(wire, "(m&sm&sm&sm&s)", &name, &email, &phone, &location);
	reader->report->name = read_maybe(reader, name);
	reader->report->email = read_maybe(reader, email);
	reader->report->phone = read_maybe(reader, phone);
	reader->report->location = read_maybe(reader, location);
}

static void
read_links(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_LINKS);

	for (gsize i = 0; i < n; i++) {
		const char *link;

		g_variant_get_child(wire, i, "&s", &link);
		g_ptr_array_add(reader->report->links,
				(gpointer)read_string(reader, link, ATS_BOUND_STRING));
	}
}

static GPtrArray *
read_lost_in(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_READINGS);
	GPtrArray *out = NULL;

	for (gsize i = 0; i < n; i++) {
		const char *parser;

		g_variant_get_child(wire, i, "&s", &parser);
		if (out == NULL)
			out = g_ptr_array_new();
		g_ptr_array_add(out, (gpointer)read_parser(reader, parser));
	}
	return out;
}

static void
read_findings(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_FINDINGS);

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
		demand(reader, severity <= ATS_SEVERITY_ERROR, "an unknown severity");
		finding.id = read_id(reader, id);
		finding.severity = severity;
		finding.message = read_maybe(reader, message);
		finding.fix = read_maybe(reader, fix);
		finding.evidence = read_maybe(reader, evidence);
		read_page(reader, finding.page);
		finding.box = read_box(reader, box);
		finding.lost_in = read_lost_in(reader, lost_in);
		g_array_append_val(reader->report->findings, finding);
	}
}

/* --- rows of numbers --- */

/* what there are many of: one array that holds @width numbers for each */
typedef struct {
	GVariant *array;
	const guint32 *numbers;
	gsize n, width;
} Rows;

static void
rows_clear(Rows *rows)
{
	g_variant_unref(rows->array);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Rows, rows_clear)

static Rows
read_rows(Reader *reader, GVariant *wire, gsize child, gsize width, gsize limit)
{
	Rows rows = {.array = g_variant_get_child_value(wire, child), .width = width};
	gsize n;

	rows.numbers = g_variant_get_fixed_array(rows.array, &n, sizeof(guint32));
	demand(reader, n % width == 0 && n / width <= limit, "rows of another length or number");
	rows.n = reader->wrong == NULL ? n / width : 0;
	return rows;
}

static const guint32 *
row_at(const Rows *rows, gsize i)
{
	return rows->numbers + i * rows->width;
}

/* @seen: of each of the @n_rules whether it was there before */
static const char *
read_rule(Reader *reader, guint32 rule, guint n_rules, guint8 *seen)
{
	if (rule >= n_rules) {
		refuse(reader, "an unknown check");
		return NULL;
	}
	/* in JSON the checks are keys of one object */
	demand(reader, !seen[rule], "two outcomes of one check");
	seen[rule] = TRUE;
	return ats_catalogue[rule].id;
}

static void
read_whys(Reader *reader, GVariant *wire)
{
	GArray *outcomes = reader->report->outcomes;
	gsize n = read_count(reader, wire, outcomes->len);

	for (gsize i = 0; i < n; i++) {
		guint32 row;
		const char *why;

		g_variant_get_child(wire, i, "(u&s)", &row, &why);
		demand(reader, row < outcomes->len, "a reason for no outcome");
		if (row < outcomes->len)
			g_array_index(outcomes, AtsReportOutcome, row).why =
			    read_maybe(reader, why);
	}
}

static void
read_outcomes(Reader *reader, GVariant *wire)
{
	g_auto(Rows) rows = read_rows(reader, wire, 0, ATS_WIRE_OUTCOME, ATS_BOUND_OUTCOMES);
	g_autoptr(GVariant) whys = g_variant_get_child_value(wire, 1);
	guint n_rules = ats_catalogue_length();
	g_autofree guint8 *seen = g_new0(guint8, n_rules);

	for (gsize i = 0; i < rows.n; i++) {
		const guint32 *row = row_at(&rows, i);
		AtsReportOutcome outcome = {.check = read_rule(reader, row[0], n_rules, seen),
					    .outcome = row[1]};

		demand(reader, row[1] <= ATS_OUTCOME_NOT_JUDGED, "an unknown outcome");
		g_array_append_val(reader->report->outcomes, outcome);
	}
	read_whys(reader, whys);
}

/* the states of all pieces in each of the readings, which are read by then; NULL if they do not fit
 */
static const guint8 *
read_states(Reader *reader, GVariant *wire, gsize n_pieces)
{
	gsize n;
	const guint8 *states = g_variant_get_fixed_array(wire, &n, 1);

	demand(reader, n == n_pieces * reader->report->readings->len, "pieces that miss readings");
	for (gsize i = 0; i < n && reader->wrong == NULL; i++)
		demand(reader, states[i] < ATS_PIECE_STATE_LAST, "an unknown state of a piece");
	return reader->wrong == NULL ? ats_report_keep_states(reader->report, states, n) : NULL;
}

static void
read_pieces(Reader *reader, GVariant *wire)
{
	g_auto(Rows) rows = read_rows(reader, wire, 0, ATS_WIRE_PIECE, ATS_BOUND_PIECES);
	g_autoptr(GVariant) texts = g_variant_get_child_value(wire, 1);
	g_autoptr(GVariant) states = g_variant_get_child_value(wire, 2);
	const guint8 *kept = read_states(reader, states, rows.n);

	demand(reader, g_variant_n_children(texts) == rows.n, "pieces without a text");
	for (gsize i = 0; i < rows.n && reader->wrong == NULL; i++) {
		const guint32 *row = row_at(&rows, i);
		const char *text;
		AtsReportPiece piece;

		g_variant_get_child(texts, i, "&s", &text);
		demand(reader, row[0] < ATS_PIECE_KIND_LAST, "an unknown kind of piece");
		piece.kind = row[0];
		piece.page = read_page(reader, row[1]);
		piece.text = read_maybe(reader, text);
		piece.states = kept + i * reader->report->readings->len;
		g_array_append_val(reader->report->pieces, piece);
	}
}

static void
read_entries(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_ENTRIES);

	for (gsize i = 0; i < n; i++) {
		const char *title, *date, *start, *end, *form, *place;
		double box[4];
		AtsReportEntry entry;

		g_variant_get_child(wire,
				    i,
				    "(um&s&sm&sm&s&s&su(dddd))",
				    &entry.section,
				    &title,
				    &date,
				    &start,
				    &end,
				    &form,
				    &place,
				    &entry.page,
				    &box[0],
				    &box[1],
				    &box[2],
				    &box[3]);
		demand(reader,
		       entry.section < reader->report->sections->len,
		       "an entry of no section");
		entry.title = read_maybe(reader, title);
		entry.date = read_string(reader, date, ATS_BOUND_STRING);
		entry.start = read_maybe(reader, start);
		entry.end = read_maybe(reader, end);
		entry.form = read_id(reader, form);
		entry.place = read_id(reader, place);
		read_page(reader, entry.page);
		entry.box = read_box(reader, box);
		g_array_append_val(reader->report->entries, entry);
	}
}

static guint
read_section(Reader *reader, guint section)
{
	demand(reader,
	       section == ATS_REPORT_TOP || section < reader->report->sections->len,
	       "text of no section");
	return section;
}

static guint
read_amount(Reader *reader, guint amount)
{
	demand(reader, amount <= ATS_BOUND_COUNT, "a count out of bounds");
	return amount;
}

static void
read_foreign(Reader *reader, const Rows *rows)
{
	for (gsize i = 0; i < rows->n; i++) {
		const guint32 *row = row_at(rows, i);
		AtsReportForeign foreign = {read_section(reader, row[0]),
					    read_amount(reader, row[1])};

		g_array_append_val(reader->report->foreign, foreign);
	}
}

static void
read_filed(Reader *reader, GVariant *wire)
{
	const gsize most = (gsize)ATS_BOUND_FILED * ATS_BOUND_FOREIGN;
	g_auto(Rows) rows = read_rows(reader, wire, 0, ATS_WIRE_FILED, ATS_BOUND_FILED);
	g_auto(Rows) foreign = read_rows(reader, wire, 1, ATS_WIRE_FOREIGN, most);
	gsize n_foreign = 0;
	guint last = 0;

	for (gsize i = 0; i < rows.n && reader->wrong == NULL; i++) {
		const guint32 *row = row_at(&rows, i);
		AtsReportFiled filed = {
		    .reading = row[0],
		    .section = read_section(reader, row[1]),
		    .state = row[2],
		    .n_words = read_amount(reader, row[3]),
		    .n_missing = read_amount(reader, row[4]),
		    .foreign = (guint)n_foreign,
		    .n_foreign = row[5],
		};

		demand(reader,
		       filed.reading >= last && filed.reading < reader->report->readings->len,
		       "sections of no reading");
		demand(reader, row[2] < ATS_PIECE_NOT_JUDGED, "an unknown state of a heading");
		demand(reader, row[5] <= foreign.n - n_foreign, "foreign words that are missing");
		last = filed.reading;
		n_foreign += reader->wrong == NULL ? row[5] : 0;
		g_array_append_val(reader->report->filed, filed);
	}
	demand(reader, n_foreign == foreign.n, "foreign words of no section");
	read_foreign(reader, &foreign);
}

static AtsReportPlace
read_place(Reader *reader, GVariant *wire, gsize i)
{
	guchar kind;
	double box[4];
	AtsReportPlace place;

	g_variant_get_child(wire,
			    i,
			    "(yu(dddd))",
			    &kind,
			    &place.page,
			    &box[0],
			    &box[1],
			    &box[2],
			    &box[3]);
	demand(reader, kind < ATS_PLACE_KIND_LAST, "an unknown kind of place");
	place.kind = kind;
	read_page(reader, place.page);
	place.box = read_box(reader, box);
	return place;
}

static void
read_places(Reader *reader, GVariant *wire)
{
	AtsReport *report = reader->report;
	AtsReportPlace *fields[] = {&report->name_place,
				    &report->email_place,
				    &report->phone_place,
				    &report->location_place};
	gsize n = g_variant_n_children(wire);

	demand(reader,
	       n == G_N_ELEMENTS(fields) + report->links->len,
	       "places of other contact data");
	for (gsize i = 0; i < n && reader->wrong == NULL; i++) {
		AtsReportPlace place = read_place(reader, wire, i);
		if (i < G_N_ELEMENTS(fields))
			*fields[i] = place;
		else
			g_array_append_val(report->link_places, place);
	}
}

static void
read_head(Reader *reader, GVariant *wire)
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
	demand(reader,
	       g_str_equal(format, "pdf") || g_str_equal(format, "docx"),
	       "an unknown format");
	demand(reader,
	       report->n_pages <= ATS_BOUND_COUNT && report->n_words <= ATS_BOUND_COUNT &&
		   report->n_columns <= ATS_BOUND_COUNT,
	       "a count out of bounds");
	demand(reader, verdict <= ATS_VERDICT_FAIL, "an unknown verdict");
	report->format = read_maybe(reader, format);
	report->producer = read_maybe(reader, producer);
	report->language = read_maybe(reader, language);
	report->template = read_maybe(reader, template);
	report->verdict = verdict;
	report->score = read_number(reader, score, 0, 100);
	report->text = text != NULL ? read_string(reader, text, ATS_BOUND_TEXT) : NULL;
}

static void
read_sandbox(Reader *reader, GVariant *wire)
{
	AtsSandboxLevel *level = &reader->report->sandbox;

	g_variant_get(wire, "(ub)", &level->landlock, &level->seccomp);
	demand(reader, level->landlock <= ATS_BOUND_COUNT, "a box out of bounds");
}

AtsReport *
ats_report_from_wire(GVariant *wire, GError **error)
{
	/* pages come first of the lists, since all others name them; entries name sections */
	static const struct {
		gsize child;
		void (*read)(Reader *reader, GVariant *wire);
	} lists[] = {
	    {10, read_pages},
	    {9, read_readings},
	    {11, read_regions},
	    {12, read_sections},
	    {13, read_contact},
	    {14, read_links},
	    {15, read_findings},
	    {16, read_outcomes},
	    {17, read_pieces},
	    {18, read_entries},
	    {19, read_filed},
	    {20, read_places},
	    {22, read_sandbox},
	};
	g_autoptr(AtsReport) report = ats_report_new();
	Reader reader = {.report = report};

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
