/*
 * The report on its way out of the worker: every array and string within the bounds of bounds.h.
 * The way back in is wire_read.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/wire.h"

#include <math.h>
#include <string.h>

#include "report/bounds.h"
#include "report/catalogue.h"

static GVariant *
string_to_wire(const char *text, gsize limit)
{
	g_autofree char *valid = NULL;
	gsize length = strlen(text);

	if (length > limit) {
		/* a sequence that the cut splits is repaired below like any other broken one, so
		 * drop it here */
		length = limit;
		while (length > 0 && ((guchar)text[length] & 0xC0) == 0x80)
			length--;
	}
	if (length == strlen(text) && g_utf8_validate(text, -1, NULL))
		return g_variant_new_string(text);
	valid = g_utf8_make_valid(text, (gssize)length);
	/* each broken byte becomes three */
	if (strlen(valid) > limit)
		*g_utf8_find_prev_char(valid, valid + limit + 1) = '\0';
	return g_variant_new_take_string(g_steal_pointer(&valid));
}

static GVariant *
short_to_wire(const char *text)
{
	return string_to_wire(text != NULL ? text : "", ATS_BOUND_STRING);
}

static GVariant *
maybe_to_wire(const char *text, gsize limit)
{
	return g_variant_new_maybe(G_VARIANT_TYPE_STRING,
				   text != NULL ? string_to_wire(text, limit) : NULL);
}

static GVariant *
maybe_short_to_wire(const char *text)
{
	return maybe_to_wire(text, ATS_BOUND_STRING);
}

static double
bounded(double value, double low, double high)
{
	return isfinite(value) ? CLAMP(value, low, high) : low;
}

static double
points(double value)
{
	return isfinite(value) ? CLAMP(value, -ATS_BOUND_POINTS, ATS_BOUND_POINTS) : 0;
}

static GVariant *
box_to_wire(AtsBox box)
{
	return g_variant_new("(dddd)",
			     points(box.x0),
			     points(box.y0),
			     points(box.x1),
			     points(box.y1));
}

/* pages that places in the report may name */
static guint
page_to_wire(const AtsReport *report, guint page)
{
	return page <= report->pages->len ? page : 0;
}

static GVariant *
readings_to_wire(const AtsReport *report)
{
	g_auto(GVariantBuilder) out = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a(sbmsdddms)"));

	for (guint i = 0; i < MIN(report->readings->len, ATS_BOUND_READINGS); i++) {
		const AtsReportReading *reading =
		    &g_array_index(report->readings, AtsReportReading, i);
		g_variant_builder_add(&out,
				      "(@sb@msddd@ms)",
				      short_to_wire(reading->parser),
				      reading->judged,
				      maybe_short_to_wire(reading->why_not),
				      bounded(reading->score, 0, 100),
				      bounded(reading->kept, 0, 1),
				      bounded(reading->whole, 0, 1),
				      maybe_to_wire(reading->text, ATS_BOUND_TEXT));
	}
	return g_variant_builder_end(&out);
}

static GVariant *
pages_to_wire(const AtsReport *report)
{
	g_auto(GVariantBuilder) out = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a(dd)"));

	for (guint i = 0; i < report->pages->len; i++) {
		const AtsReportPage *page = &g_array_index(report->pages, AtsReportPage, i);
		g_variant_builder_add(&out,
				      "(dd)",
				      bounded(page->width, 0, ATS_BOUND_POINTS),
				      bounded(page->height, 0, ATS_BOUND_POINTS));
	}
	return g_variant_builder_end(&out);
}

static gint
compare_region_pages(gconstpointer a, gconstpointer b)
{
	guint page_a = ((const AtsReportRegion *)a)->page,
	      page_b = ((const AtsReportRegion *)b)->page;

	return page_a < page_b ? -1 : page_a > page_b;
}

static GVariant *
regions_to_wire(const AtsReport *report)
{
	g_auto(GVariantBuilder) out = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a(su(dddd))"));
	g_autoptr(GArray) sorted = g_array_copy(report->regions);

	for (guint i = 0; i < sorted->len; i++) {
		AtsReportRegion *region = &g_array_index(sorted, AtsReportRegion, i);
		region->page = page_to_wire(report, region->page);
	}
	g_array_sort(sorted, compare_region_pages);
	for (guint i = 0; i < MIN(sorted->len, ATS_BOUND_REGIONS); i++) {
		const AtsReportRegion *region = &g_array_index(sorted, AtsReportRegion, i);
		g_variant_builder_add(&out,
				      "(@su@(dddd))",
				      short_to_wire(region->kind),
				      region->page,
				      box_to_wire(region->box));
	}
	return g_variant_builder_end(&out);
}

static GVariant *
sections_to_wire(const AtsReport *report)
{
	g_auto(GVariantBuilder) out = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a(smsmsbu(dddd))"));

	for (guint i = 0; i < MIN(report->sections->len, ATS_BOUND_SECTIONS); i++) {
		const AtsReportSection *section =
		    &g_array_index(report->sections, AtsReportSection, i);
		g_variant_builder_add(&out,
				      "(@s@ms@msbu@(dddd))",
				      short_to_wire(section->heading),
				      maybe_short_to_wire(section->kind),
				      maybe_short_to_wire(section->suggestion),
				      section->standard,
				      page_to_wire(report, section->page),
				      box_to_wire(section->box));
	}
	return g_variant_builder_end(&out);
}

static GVariant *
strings_to_wire(const GPtrArray *strings, guint limit)
{
	g_auto(GVariantBuilder) out = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("as"));

	for (guint i = 0; strings != NULL && i < MIN(strings->len, limit); i++)
		g_variant_builder_add_value(&out, short_to_wire(g_ptr_array_index(strings, i)));
	return g_variant_builder_end(&out);
}

static GVariant *
findings_to_wire(const AtsReport *report)
{
	g_auto(GVariantBuilder) out = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a(sysmsmsu(dddd)as)"));

	for (guint i = 0; i < MIN(report->findings->len, ATS_BOUND_FINDINGS); i++) {
		const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		g_variant_builder_add(&out,
				      "(@sy@s@ms@msu@(dddd)@as)",
				      short_to_wire(finding->id),
				      (guchar)finding->severity,
				      short_to_wire(finding->message),
				      maybe_short_to_wire(finding->fix),
				      maybe_short_to_wire(finding->evidence),
				      page_to_wire(report, finding->page),
				      box_to_wire(finding->box),
				      strings_to_wire(finding->lost_in, ATS_BOUND_READINGS));
	}
	return g_variant_builder_end(&out);
}

/* rows of numbers, one after the other; takes @numbers */
static GVariant *
numbers_to_wire(GArray *numbers)
{
	GVariant *wire = g_variant_new_fixed_array(G_VARIANT_TYPE_UINT32,
						   numbers->data,
						   numbers->len,
						   sizeof(guint32));

	g_array_unref(numbers);
	return wire;
}

static GArray *
numbers_new(gsize n)
{
	return g_array_sized_new(FALSE, FALSE, sizeof(guint32), (guint)n);
}

/* looked for from @from on: outcomes come in the catalogue's order. NULL: of no such check */
static const AtsRule *
find_rule(const char *check, const AtsRule *from)
{
	return from->id != NULL && g_str_equal(from->id, check) ? from
								: ats_catalogue_lookup(check);
}

static GVariant *
outcomes_to_wire(const AtsReport *report)
{
	guint n = MIN(report->outcomes->len, ATS_BOUND_OUTCOMES);
	GArray *numbers = numbers_new(n * ATS_WIRE_OUTCOME);
	g_auto(GVariantBuilder) whys = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a(us)"));
	const AtsRule *next = ats_catalogue;

	for (guint i = 0; i < n; i++) {
		const AtsReportOutcome *outcome =
		    &g_array_index(report->outcomes, AtsReportOutcome, i);
		const AtsRule *rule = find_rule(outcome->check, next);
		guint32 row[ATS_WIRE_OUTCOME] = {0, outcome->outcome};
		if (rule == NULL)
			continue;
		if (outcome->why != NULL)
			g_variant_builder_add(&whys,
					      "(u@s)",
					      numbers->len / ATS_WIRE_OUTCOME,
					      short_to_wire(outcome->why));
		row[0] = (guint32)(rule - ats_catalogue);
		g_array_append_vals(numbers, row, G_N_ELEMENTS(row));
		next = rule + 1;
	}
	return g_variant_new("(@au@a(us))", numbers_to_wire(numbers), g_variant_builder_end(&whys));
}

static GVariant *
pieces_to_wire(const AtsReport *report)
{
	guint n = MIN(report->pieces->len, ATS_BOUND_PIECES);
	guint n_readings = MIN(report->readings->len, ATS_BOUND_READINGS);
	GArray *numbers = numbers_new(n * ATS_WIRE_PIECE);
	g_autoptr(GByteArray) states = g_byte_array_new();
	g_auto(GVariantBuilder) texts = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("as"));

	for (guint i = 0; i < n; i++) {
		const AtsReportPiece *piece = &g_array_index(report->pieces, AtsReportPiece, i);
		guint32 row[ATS_WIRE_PIECE] = {piece->kind, page_to_wire(report, piece->page)};
		g_array_append_vals(numbers, row, G_N_ELEMENTS(row));
		g_byte_array_append(states, piece->states, n_readings);
		g_variant_builder_add_value(&texts, short_to_wire(piece->text));
	}
	return g_variant_new(
	    "(@au@as@ay)",
	    numbers_to_wire(numbers),
	    g_variant_builder_end(&texts),
	    g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE, states->data, states->len, 1));
}

static GVariant *
entries_to_wire(const AtsReport *report)
{
	g_auto(GVariantBuilder) out =
	    G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a(umssmsmsssu(dddd))"));

	for (guint i = 0; i < MIN(report->entries->len, ATS_BOUND_ENTRIES); i++) {
		const AtsReportEntry *entry = &g_array_index(report->entries, AtsReportEntry, i);
		/* of a section that was cut off */
		if (entry->section >= ATS_BOUND_SECTIONS)
			break;
		g_variant_builder_add(&out,
				      "(u@ms@s@ms@ms@s@su@(dddd))",
				      entry->section,
				      maybe_short_to_wire(entry->title),
				      short_to_wire(entry->date),
				      maybe_short_to_wire(entry->start),
				      maybe_short_to_wire(entry->end),
				      short_to_wire(entry->form),
				      short_to_wire(entry->place),
				      page_to_wire(report, entry->page),
				      box_to_wire(entry->box));
	}
	return g_variant_builder_end(&out);
}

/* of a section that was cut off */
static gboolean
is_cut_off(guint section)
{
	return section != ATS_REPORT_TOP && section >= ATS_BOUND_SECTIONS;
}

/* returns how many there are */
static guint32
append_foreign(GArray *numbers, const AtsReport *report, const AtsReportFiled *filed)
{
	guint32 n = 0;

	for (guint i = 0; i < MIN(filed->n_foreign, ATS_BOUND_FOREIGN); i++) {
		const AtsReportForeign *foreign =
		    &g_array_index(report->foreign, AtsReportForeign, filed->foreign + i);
		guint32 row[ATS_WIRE_FOREIGN] = {foreign->section,
						 MIN(foreign->n_words, ATS_BOUND_COUNT)};
		if (is_cut_off(foreign->section))
			continue;
		g_array_append_vals(numbers, row, G_N_ELEMENTS(row));
		n++;
	}
	return n;
}

static GVariant *
filed_to_wire(const AtsReport *report)
{
	guint n = MIN(report->filed->len, ATS_BOUND_FILED);
	GArray *numbers = numbers_new((gsize)n * ATS_WIRE_FILED);
	GArray *foreign = numbers_new(report->foreign->len * ATS_WIRE_FOREIGN);

	for (guint i = 0; i < n; i++) {
		const AtsReportFiled *filed = &g_array_index(report->filed, AtsReportFiled, i);
		guint32 row[ATS_WIRE_FILED] = {
		    filed->reading,
		    filed->section,
		    filed->state,
		    MIN(filed->n_words, ATS_BOUND_COUNT),
		    MIN(filed->n_missing, ATS_BOUND_COUNT),
		};
		if (is_cut_off(filed->section) || filed->reading >= ATS_BOUND_READINGS)
			continue;
		row[ATS_WIRE_FILED - 1] = append_foreign(foreign, report, filed);
		g_array_append_vals(numbers, row, G_N_ELEMENTS(row));
	}
	return g_variant_new("(@au@au)", numbers_to_wire(numbers), numbers_to_wire(foreign));
}

static void
place_to_wire(GVariantBuilder *out, const AtsReport *report, const AtsReportPlace *place)
{
	g_variant_builder_add(out,
			      "(yu@(dddd))",
			      (guchar)place->kind,
			      page_to_wire(report, place->page),
			      box_to_wire(place->box));
}

/* those of the four fields, then one for each link that crosses */
static GVariant *
places_to_wire(const AtsReport *report)
{
	g_auto(GVariantBuilder) out = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a(yu(dddd))"));
	static const AtsReportPlace unknown = {0};

	place_to_wire(&out, report, &report->name_place);
	place_to_wire(&out, report, &report->email_place);
	place_to_wire(&out, report, &report->phone_place);
	place_to_wire(&out, report, &report->location_place);
	for (guint i = 0; i < MIN(report->links->len, ATS_BOUND_LINKS); i++)
		place_to_wire(&out,
			      report,
			      i < report->link_places->len
				  ? &g_array_index(report->link_places, AtsReportPlace, i)
				  : &unknown);
	return g_variant_builder_end(&out);
}

GVariant *
ats_report_to_wire(const AtsReport *report)
{
	GVariant *members[] = {
	    short_to_wire(report->format),
	    g_variant_new_uint32(MIN(report->n_pages, ATS_BOUND_COUNT)),
	    g_variant_new_uint32(MIN(report->n_words, ATS_BOUND_COUNT)),
	    maybe_short_to_wire(report->producer),
	    maybe_short_to_wire(report->language),
	    g_variant_new_byte((guchar)report->verdict),
	    g_variant_new_double(bounded(report->score, 0, 100)),
	    maybe_to_wire(report->text, ATS_BOUND_TEXT),
	    g_variant_new_uint32(MIN(report->n_columns, ATS_BOUND_COUNT)),
	    readings_to_wire(report),
	    pages_to_wire(report),
	    regions_to_wire(report),
	    sections_to_wire(report),
	    g_variant_new("(@ms@ms@ms@ms)",
			  maybe_short_to_wire(report->name),
			  maybe_short_to_wire(report->email),
			  maybe_short_to_wire(report->phone),
			  maybe_short_to_wire(report->location)),
	    strings_to_wire(report->links, ATS_BOUND_LINKS),
	    findings_to_wire(report),
	    outcomes_to_wire(report),
	    pieces_to_wire(report),
	    entries_to_wire(report),
	    filed_to_wire(report),
	    places_to_wire(report),
	    maybe_short_to_wire(report->template),
	    g_variant_new("(ub)",
			  MIN(report->sandbox.landlock, ATS_BOUND_COUNT),
			  report->sandbox.seccomp),
	};

	return g_variant_ref_sink(g_variant_new_tuple(members, G_N_ELEMENTS(members)));
}
