/*
 * The one-word answer on a document, and the thresholds behind it: the only place that knows them.
 * For worker, api, tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

/**
 * ats_report_judge:
 *
 * Sets the verdict from the score and the severities of the findings. To be called again when
 * either changes.
 */
void
ats_report_judge(AtsReport *report);

/* what the score alone would give */
AtsVerdict
ats_verdict_of_score(double score);
