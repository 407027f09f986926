/*
 * Single values of an untrusted report, each held against bounds.h.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/wire_read.h"

#include <math.h>
#include <string.h>

#include "report/bounds.h"

void
ats_wire_refuse(AtsWireReader *reader, const char *wrong)
{
	if (reader->wrong == NULL)
		reader->wrong = wrong;
}

void
ats_wire_demand(AtsWireReader *reader, gboolean holds, const char *wrong)
{
	if (!holds)
		ats_wire_refuse(reader, wrong);
}

const char *
ats_wire_string(AtsWireReader *reader, const char *text, gsize limit)
{
	if (strlen(text) > limit) {
		ats_wire_refuse(reader, "a string that is too long");
		return NULL;
	}
	return g_string_chunk_insert(reader->report->strings, text);
}

const char *
ats_wire_maybe(AtsWireReader *reader, const char *text)
{
	return text != NULL ? ats_wire_string(reader, text, ATS_BOUND_STRING) : NULL;
}

const char *
ats_wire_id(AtsWireReader *reader, const char *id)
{
	gsize length = strlen(id);
	gboolean good =
	    length > 0 && length <= ATS_BOUND_ID && g_ascii_islower(id[0]) && id[length - 1] != '-';

	for (const char *p = id; good && *p != '\0'; p++)
		good = g_ascii_islower(*p) || g_ascii_isdigit(*p) || (*p == '-' && p[1] != '-');
	ats_wire_demand(reader, good, "an id that is none");
	return good ? g_string_chunk_insert_const(reader->report->strings, id) : NULL;
}

const char *
ats_wire_parser(AtsWireReader *reader, const char *id)
{
	const AtsParser *parser = ats_parsers_lookup(id);

	ats_wire_demand(reader, parser != NULL, "an unknown parser family");
	return parser != NULL ? parser->id : NULL;
}

double
ats_wire_number(AtsWireReader *reader, double value, double low, double high)
{
	gboolean good = isfinite(value) && value >= low && value <= high;

	ats_wire_demand(reader, good, "a number out of bounds");
	return good ? value : low;
}

static float
read_points(AtsWireReader *reader, double value)
{
	return (float)ats_wire_number(reader, value, -ATS_BOUND_POINTS, ATS_BOUND_POINTS);
}

AtsBox
ats_wire_box(AtsWireReader *reader, const double v[4])
{
	return (AtsBox){
	    read_points(reader, v[0]),
	    read_points(reader, v[1]),
	    read_points(reader, v[2]),
	    read_points(reader, v[3]),
	};
}

guint
ats_wire_page(AtsWireReader *reader, guint page)
{
	ats_wire_demand(reader, page <= reader->report->pages->len, "a page that is not there");
	return page;
}

gsize
ats_wire_count(AtsWireReader *reader, GVariant *array, gsize limit)
{
	gsize n = g_variant_n_children(array);

	ats_wire_demand(reader, n <= limit, "too many entries");
	return reader->wrong == NULL ? n : 0;
}

void
ats_wire_rows_clear(AtsWireRows *rows)
{
	g_variant_unref(rows->array);
}

AtsWireRows
ats_wire_rows(AtsWireReader *reader, GVariant *wire, gsize child, gsize width, gsize limit)
{
	AtsWireRows rows = {.array = g_variant_get_child_value(wire, child), .width = width};
	gsize n;

	rows.numbers = g_variant_get_fixed_array(rows.array, &n, sizeof(guint32));
	ats_wire_demand(reader,
			n % width == 0 && n / width <= limit,
			"rows of another length or number");
	rows.n = reader->wrong == NULL ? n / width : 0;
	return rows;
}
