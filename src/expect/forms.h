/*
 * How a field may be written in a resume. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "expect/fields.h"
#include "expect/words.h"

typedef struct {
	GArray *words; /* of guint: numbers of words that follow one another */
	char *exact;   /* (nullable) folded: what must stand there to the letter, marks included */
	char *digits;  /* (nullable) of a phone number: stands for the words, however grouped */
} AtsForm;

/* --- for forms.c and date-forms.c --- */

/* appends the form that has the text's words; NULL if there is no word in it */
AtsForm *
ats_forms_add(GPtrArray *forms, AtsVocabulary *vocabulary, const char *text);

/* appends the ways to write a date of ISO 8601, fuller ones first; what is none stands as it is */
void
ats_forms_add_date(GPtrArray *forms, AtsVocabulary *vocabulary, const char *text);

/* --- for the room --- */

/**
 * ats_forms_of:
 *
 * Returns: (transfer full) (element-type AtsForm): the fullest first; empty if the field holds no
 * word
 */
GPtrArray *
ats_forms_of(const AtsField *field, AtsVocabulary *vocabulary);
