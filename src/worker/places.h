/*
 * Where a person finds each piece of contact data. For pipeline.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/resume.h"
#include "report/report.h"

/**
 * ats_places_add:
 * @pieces: see ats_pieces_list
 *
 * Fills the report's contact places; its links are those of @resume, in their order.
 */
void
ats_places_add(AtsReport *report,
	       const GArray *pieces,
	       const AtsDocument *document,
	       const AtsLayout *layout,
	       const AtsResume *resume);
