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

static void
read_outcomes(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_OUTCOMES);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (gsize i = 0; i < n; i++) {
		const char *check, *why;
		guchar outcome;

		g_variant_get_child(wire, i, "(&sym&s)", &check, &outcome, &why);
		/* in JSON the checks are keys of one object */
		demand(reader,
		       g_hash_table_add(seen, (gpointer)check),
		       "two outcomes of one check");
		demand(reader, outcome <= ATS_OUTCOME_NOT_JUDGED, "an unknown outcome");
		g_array_append_vals(reader->report->outcomes,
				    &(AtsReportOutcome){
					.check = read_id(reader, check),
					.outcome = outcome,
					.why = read_maybe(reader, why),
				    },
				    1);
	}
}

/* states of each of the readings, which are read by then */
static const guint8 *
read_states(Reader *reader, GVariant *wire)
{
	gsize n;
	const guint8 *states = g_variant_get_fixed_array(wire, &n, 1);

	demand(reader, n == reader->report->readings->len, "a piece that misses readings");
	for (gsize i = 0; i < n; i++)
		demand(reader, states[i] < ATS_PIECE_STATE_LAST, "an unknown state of a piece");
	return ats_report_keep_states(reader->report, states, n);
}

static void
read_pieces(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_PIECES);

	for (gsize i = 0; i < n; i++) {
		guchar kind;
		const char *text;
		guint page;
		g_autoptr(GVariant) states = NULL;
		AtsReportPiece piece;

		g_variant_get_child(wire, i, "(y&su@ay)", &kind, &text, &page, &states);
		demand(reader, kind < ATS_PIECE_KIND_LAST, "an unknown kind of piece");
		piece.kind = kind;
		piece.text = read_maybe(reader, text);
		piece.page = read_page(reader, page);
		piece.states = read_states(reader, states);
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

static guint
read_foreign(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_FOREIGN);

	for (gsize i = 0; i < n; i++) {
		AtsReportForeign foreign;

		g_variant_get_child(wire, i, "(uu)", &foreign.section, &foreign.n_words);
		read_section(reader, foreign.section);
		read_amount(reader, foreign.n_words);
		g_array_append_val(reader->report->foreign, foreign);
	}
	return (guint)n;
}

static void
read_filed(Reader *reader, GVariant *wire)
{
	gsize n = read_count(reader, wire, ATS_BOUND_FILED);
	guint last = 0;

	for (gsize i = 0; i < n && reader->wrong == NULL; i++) {
		guchar state;
		g_autoptr(GVariant) foreign = NULL;
		AtsReportFiled filed = {.foreign = reader->report->foreign->len};

		g_variant_get_child(wire,
				    i,
				    "(uuyuu@a(uu))",
				    &filed.reading,
				    &filed.section,
				    &state,
				    &filed.n_words,
				    &filed.n_missing,
				    &foreign);
		demand(reader,
		       filed.reading >= last && filed.reading < reader->report->readings->len,
		       "sections of no reading");
		demand(reader, state < ATS_PIECE_NOT_JUDGED, "an unknown state of a heading");
		last = filed.reading;
		filed.state = state;
		read_section(reader, filed.section);
		read_amount(reader, filed.n_words);
		read_amount(reader, filed.n_missing);
		filed.n_foreign = read_foreign(reader, foreign);
		g_array_append_val(reader->report->filed, filed);
	}
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
