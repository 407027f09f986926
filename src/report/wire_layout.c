/*
 * Pages, and what stands on them, of an untrusted report.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/limits.h"
#include "report/bounds.h"
#include "report/wire_read.h"

void
ats_wire_read_pages(AtsWireReader *reader, GVariant *wire)
{
	gsize n = ats_wire_count(reader, wire, ATS_LIMIT_PAGES);

	for (gsize i = 0; i < n; i++) {
		double width, height;
		AtsReportPage page;

		g_variant_get_child(wire, i, "(dd)", &width, &height);
		page.width = (float)ats_wire_number(reader, width, 0, ATS_BOUND_POINTS);
		page.height = (float)ats_wire_number(reader, height, 0, ATS_BOUND_POINTS);
		g_array_append_val(reader->report->pages, page);
	}
}

void
ats_wire_read_regions(AtsWireReader *reader, GVariant *wire)
{
	gsize n = ats_wire_count(reader, wire, ATS_BOUND_REGIONS);
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
		ats_wire_demand(reader,
				region.page >= last_page,
				"regions that are not in the order of their pages");
		last_page = ats_wire_page(reader, region.page);
		region.kind = ats_wire_id(reader, kind);
		region.box = ats_wire_box(reader, box);
		g_array_append_val(reader->report->regions, region);
	}
}

void
ats_wire_read_sections(AtsWireReader *reader, GVariant *wire)
{
	gsize n = ats_wire_count(reader, wire, ATS_BOUND_SECTIONS);

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
		section.heading = ats_wire_maybe(reader, heading);
		section.kind = kind != NULL ? ats_wire_id(reader, kind) : NULL;
		section.suggestion = ats_wire_maybe(reader, suggestion);
		ats_wire_page(reader, section.page);
		section.box = ats_wire_box(reader, box);
		g_array_append_val(reader->report->sections, section);
	}
}

void
ats_wire_read_entries(AtsWireReader *reader, GVariant *wire)
{
	gsize n = ats_wire_count(reader, wire, ATS_BOUND_ENTRIES);

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
		ats_wire_demand(reader,
				entry.section < reader->report->sections->len,
				"an entry of no section");
		entry.title = ats_wire_maybe(reader, title);
		entry.date = ats_wire_string(reader, date, ATS_BOUND_STRING);
		entry.start = ats_wire_maybe(reader, start);
		entry.end = ats_wire_maybe(reader, end);
		entry.form = ats_wire_id(reader, form);
		entry.place = ats_wire_id(reader, place);
		ats_wire_page(reader, entry.page);
		entry.box = ats_wire_box(reader, box);
		g_array_append_val(reader->report->entries, entry);
	}
}
