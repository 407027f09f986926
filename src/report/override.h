/*
 * What the caller wants to hear of a report: checks left out, severities of its own. For api.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

/* removes the check's findings and its outcome, as if it did not exist, and judges anew */
void
ats_report_ignore(AtsReport *report, const char *check);

/* gives all findings of the check that severity, puts the worst first again, and judges anew */
void
ats_report_set_severity(AtsReport *report, const char *check, AtsSeverity severity);
