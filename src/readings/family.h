/*
 * One function a parser family, each in the file of its name, and what the families share. For
 * src/readings only.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/reading.h"

/* appends what the family makes of @document, for which it is made, to the empty @reading */
typedef void (*AtsFamilyRead)(AtsReading *reading, const AtsDocument *document);

void
ats_family_stream(AtsReading *reading, const AtsDocument *document);

void
ats_family_line(AtsReading *reading, const AtsDocument *document);

void
ats_family_block(AtsReading *reading, const AtsDocument *document);

void
ats_family_cluster(AtsReading *reading, const AtsDocument *document);

void
ats_family_opencats_pdf(AtsReading *reading, const AtsDocument *document);

void
ats_family_opencats_docx(AtsReading *reading, const AtsDocument *document);

void
ats_family_tables(AtsReading *reading, const AtsDocument *document);

void
ats_family_markup(AtsReading *reading, const AtsDocument *document);

void
ats_family_docx2txt(AtsReading *reading, const AtsDocument *document);

void
ats_family_body(AtsReading *reading, const AtsDocument *document);

void
ats_family_all(AtsReading *reading, const AtsDocument *document);

void
ats_family_office(AtsReading *reading, const AtsDocument *document);

/* the reading's own copy of @text; equal strings are stored once */
const char *
ats_reading_intern(AtsReading *reading, const char *text);
