/*
 * Small questions about jobs and degrees that the checks on dates ask alike. For the checks of this
 * room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/check.h"

/* the entry stands in a section of the kind, by its first or second meaning */
gboolean
ats_entry_is_of(const AtsSubject *subject, const AtsEntry *entry, AtsSectionKind kind);

/* ... of work or education, whose dates parsers read into fields */
gboolean
ats_entry_is_filed(const AtsSubject *subject, const AtsEntry *entry);

/* "March 2019 – Present (Data Engineer)"; (transfer full) */
char *
ats_entry_label(const AtsEntry *entry);

/* puts the finding where the entry's date stands */
void
ats_findings_place_entry(const AtsSubject *subject,
			 AtsFindings *findings,
			 AtsFinding *finding,
			 const AtsEntry *entry);
