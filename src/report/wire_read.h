/*
 * The pieces of reading an untrusted report: what is out of bounds is noted and read as something
 * harmless, and the first such thing refuses the whole in the end. For the wire_*.c that read.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

/* a report in the making, and the first thing that is wrong with it */
typedef struct {
	AtsReport *report;
	const char *wrong; /* static; NULL: nothing so far */
} AtsWireReader;

/* --- single values: wire_values.c --- */

void
ats_wire_refuse(AtsWireReader *reader, const char *wrong);

void
ats_wire_demand(AtsWireReader *reader, gboolean holds, const char *wrong);

/* NULL for one that is longer than @limit bytes, which refuses the whole */
const char *
ats_wire_string(AtsWireReader *reader, const char *text, gsize limit);

/* a short string, or NULL for none */
const char *
ats_wire_maybe(AtsWireReader *reader, const char *text);

/* kebab-case: what stands for itself in every format, unescaped */
const char *
ats_wire_id(AtsWireReader *reader, const char *id);

/* the id of a parser family that there is */
const char *
ats_wire_parser(AtsWireReader *reader, const char *id);

/* @low for one that is none, or beyond */
double
ats_wire_number(AtsWireReader *reader, double value, double low, double high);

AtsBox
ats_wire_box(AtsWireReader *reader, const double v[4]);

/* one of the report's pages, or 0 */
guint
ats_wire_page(AtsWireReader *reader, guint page);

/* 0 once anything was wrong: nothing more needs to be read */
gsize
ats_wire_count(AtsWireReader *reader, GVariant *array, gsize limit);

/**
 * AtsWireRows: what there are many of: one array that holds @width numbers for each
 */
typedef struct {
	GVariant *array;
	const guint32 *numbers;
	gsize n, width;
} AtsWireRows;

void
ats_wire_rows_clear(AtsWireRows *rows);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsWireRows, ats_wire_rows_clear)

/* no rows once anything was wrong */
AtsWireRows
ats_wire_rows(AtsWireReader *reader, GVariant *wire, gsize child, gsize width, gsize limit);

static inline const guint32 *
ats_wire_row(const AtsWireRows *rows, gsize i)
{
	return rows->numbers + i * rows->width;
}

/* --- members of a report, in the order in which they depend on each other --- */

void
ats_wire_read_pages(AtsWireReader *reader, GVariant *wire);
void
ats_wire_read_readings(AtsWireReader *reader, GVariant *wire);
void
ats_wire_read_regions(AtsWireReader *reader, GVariant *wire);
void
ats_wire_read_sections(AtsWireReader *reader, GVariant *wire);
void
ats_wire_read_contact(AtsWireReader *reader, GVariant *wire);
void
ats_wire_read_links(AtsWireReader *reader, GVariant *wire);
void
ats_wire_read_findings(AtsWireReader *reader, GVariant *wire);
void
ats_wire_read_outcomes(AtsWireReader *reader, GVariant *wire);

/* as many states for each as there are readings */
void
ats_wire_read_pieces(AtsWireReader *reader, GVariant *wire);

/* each of one of the sections */
void
ats_wire_read_entries(AtsWireReader *reader, GVariant *wire);
void
ats_wire_read_filed(AtsWireReader *reader, GVariant *wire);

/* those of the contact data, and one for each of the links */
void
ats_wire_read_places(AtsWireReader *reader, GVariant *wire);
