/*
 * Finds an e-mail address that is spelt out against spam: "ann at example dot com". For the checks
 * of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/check.h"

/**
 * ats_subject_spelt_email:
 * @line: (out): the line that holds it
 *
 * Returns: (transfer full) (nullable): the address as the text spells it
 */
char *
ats_subject_spelt_email(const AtsSubject *subject, guint32 *line);
