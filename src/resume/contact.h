/*
 * Who the resume is of and how to reach them. For read.c, after the sections are known.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "resume/text.h"

/**
 * AtsZone:
 *
 * How likely a line is to hold the contact data of the person, rather than of a referee or an
 * employer.
 */
typedef enum {
	ATS_ZONE_OTHER,
	ATS_ZONE_REFERENCES,
	ATS_ZONE_FIRST_PAGE,
	ATS_ZONE_TOP, /* before the first heading, a running header, a contact section */
} AtsZone;

/* the zone of each line (of guint8); (transfer full) */
GArray *
ats_zones_new(const AtsLayout *layout, const AtsResume *resume);

static inline AtsZone
ats_zone(const GArray *zones, guint line)
{
	return (AtsZone)g_array_index(zones, guint8, line);
}

/* fills e-mail, phone, name, location and links of @resume */
void
ats_contact_read(const AtsDocument *document, const AtsLayout *layout, AtsResume *resume);

/* the parts of it: see name.c and place.c */
void
ats_name_read(const AtsDocument *document,
	      const AtsLayout *layout,
	      const GArray *zones,
	      AtsResume *resume);

void
ats_place_read(const AtsText *text, const GArray *zones, AtsResume *resume);

/* bits of AtsWordKind of the label (or pictogram) before the text at @start */
guint32
ats_label_before(const char *text, gsize start);

void
ats_field_set(AtsResume *resume, AtsField *field, const char *value, guint32 word);
