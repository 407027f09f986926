/*
 * Words that live in one kind of part, and which readings have them: for the checks on the parts of
 * a DOCX and on form fields.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/evidence.h"

/* the words with a letter or digit in parts of that kind (and, unless NONE, of that variant), a
   person sees them or not; (transfer full) (element-type guint32) */
GArray *
ats_words_in_part(const AtsSubject *subject, AtsPartKind kind, AtsVariant variant);

/* drops what a person does not see, or else what a person sees */
void
ats_words_keep_shown(const AtsSubject *subject, GArray *words, gboolean shown);

/* the first of them with single spaces, as evidence; (transfer full) */
char *
ats_words_sample(const AtsSubject *subject, const GArray *words);

/**
 * ats_finding_name_lacking, ats_finding_name_printing:
 *
 * Names the readings that lack at least half of the words, or that print at least half of them.
 *
 * Returns: how many they are
 */
guint
ats_finding_name_lacking(const AtsSubject *subject,
			 AtsFindings *findings,
			 AtsFinding *finding,
			 const GArray *words);

guint
ats_finding_name_printing(const AtsSubject *subject,
			  AtsFindings *findings,
			  AtsFinding *finding,
			  const GArray *words);
