/*
 * What the maker of a resume knows to be in it: the fields of its JSON Resume, and what every
 * parser makes of them. For api.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

/* immutable; may be used by many threads at once */
typedef struct AtsExpected AtsExpected;

/**
 * ats_expected_read:
 * @json: a JSON Resume 1.0, untrusted
 *
 * Keys that it does not know are passed over, as the standard allows.
 *
 * Returns: (transfer full): the fields, or NULL with an ATS_ERROR whose message says where
 */
AtsExpected *
ats_expected_read(GBytes *json, GError **error);

void
ats_expected_free(AtsExpected *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsExpected, ats_expected_free)

/**
 * ats_expected_judge:
 * @expected: (nullable): NULL: nobody knows what is in the document
 *
 * Adds to @report a finding for each field that a reading does not have whole and in its place, and
 * the outcome of the check, and judges anew.
 */
void
ats_expected_judge(const AtsExpected *expected, AtsReport *report);
