/*
 * Contact data of an untrusted report.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/bounds.h"
#include "report/wire_read.h"

void
ats_wire_read_contact(AtsWireReader *reader, GVariant *wire)
{
	const char *name, *email, *phone, *location;

	g_variant_get(wire, "(m&sm&sm&sm&s)", &name, &email, &phone, &location);
	reader->report->name = ats_wire_maybe(reader, name);
	reader->report->email = ats_wire_maybe(reader, email);
	reader->report->phone = ats_wire_maybe(reader, phone);
	reader->report->location = ats_wire_maybe(reader, location);
}

void
ats_wire_read_links(AtsWireReader *reader, GVariant *wire)
{
	gsize n = ats_wire_count(reader, wire, ATS_BOUND_LINKS);

	for (gsize i = 0; i < n; i++) {
		const char *link;

		g_variant_get_child(wire, i, "&s", &link);
		g_ptr_array_add(reader->report->links,
				(gpointer)ats_wire_string(reader, link, ATS_BOUND_STRING));
	}
}

static AtsReportPlace
read_place(AtsWireReader *reader, GVariant *wire, gsize i)
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
	ats_wire_demand(reader, kind < ATS_PLACE_KIND_LAST, "an unknown kind of place");
	place.kind = kind;
	ats_wire_page(reader, place.page);
	place.box = ats_wire_box(reader, box);
	return place;
}

void
ats_wire_read_places(AtsWireReader *reader, GVariant *wire)
{
	AtsReport *report = reader->report;
	AtsReportPlace *fields[] = {&report->name_place,
				    &report->email_place,
				    &report->phone_place,
				    &report->location_place};
	gsize n = g_variant_n_children(wire);

	ats_wire_demand(reader,
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
