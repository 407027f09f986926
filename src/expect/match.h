/*
 * A field and what became of it in each text. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "expect/find.h"

/* the first text is the human one, the others are of parsers */
#define ATS_HUMAN 0

typedef struct {
	const AtsField *field;
	GPtrArray *forms;
	const AtsForm *form;	   /* of @forms, the one that the document shows */
	AtsSighting *sightings;	   /* by text */
	const AtsField *torn_from; /* of ASTRAY: what it stands beside for a person */
} AtsMatch;

/**
 * ats_order_judge:
 * @matches: (element-type AtsMatch): in the order of the fields
 *
 * Makes fields ASTRAY that stand by the rest of their entry for a person and not for a parser, and
 * those of an entry whose place among the others has changed.
 */
void
ats_order_judge(GArray *matches, guint n_texts);
