/*
 * What the checks on section titles ask alike. For the checks of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/check.h"

/* looks at one section, and adds what there is to say */
typedef void (*AtsSectionLook)(const AtsSubject *subject,
			       AtsFindings *findings,
			       const AtsResumeSection *section);

/* asks @look of each section in human order; without any the check is not applicable */
void
ats_sections_check(const AtsSubject *subject, AtsFindings *findings, AtsSectionLook look);

/* one of those from which records are built: work, education, skills */
gboolean
ats_section_is_record(AtsSectionKind kind);

/* whether a section of the kind stands under a usual title that means nothing else */
gboolean
ats_sections_have_plain(const AtsSubject *subject, AtsSectionKind kind);

/* whether the title is written in a script of which no usual title is known here, as Arabic,
   Cyrillic or Japanese: whether parsers know it cannot be told */
gboolean
ats_title_is_foreign(const char *title);
