/*
 * Where a field stands in a reading, and in what state. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "expect/forms.h"

/* a reading, made ready to be searched */
typedef struct AtsHaystack AtsHaystack;

AtsHaystack *
ats_haystack_new(AtsVocabulary *vocabulary, const char *text);

void
ats_haystack_free(AtsHaystack *haystack);

/* the better first */
typedef enum {
	ATS_FOUND_WHOLE,
	ATS_FOUND_ASTRAY, /* whole, but torn from the rest of its entry */
	ATS_FOUND_SPLIT,  /* its letters follow one another, its words do not */
	ATS_FOUND_MIXED,  /* its words stand near one another, with others between */
	ATS_FOUND_PART,	  /* some of its words do */
	ATS_FOUND_LOST,
} AtsFound;

/* words of a reading, by their places in it; both ends belong to it */
typedef struct {
	guint first, last;
} AtsSpan;

typedef struct {
	AtsFound state;
	GArray *places; /* of AtsSpan: where it is whole, in order */
	AtsSpan near;	/* of what is not whole: where most of it stands; not of LOST */
	guint n_words;	/* of it that stand there */
} AtsSighting;

void
ats_sighting_clear(AtsSighting *sighting);

/* only where it is whole */
GArray *
ats_haystack_places(const AtsHaystack *haystack, const AtsForm *form);

AtsSighting
ats_haystack_find(AtsHaystack *haystack, const AtsForm *form);

/* the text from the first word to the last, on one line; (transfer full) */
char *
ats_haystack_excerpt(const AtsHaystack *haystack, AtsSpan span);
