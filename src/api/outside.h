/*
 * What is known of a file before it is read: its name and its size. For checker.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

/**
 * ats_outside_judge:
 * @name: (nullable): as the caller knows the file
 * @size: bytes
 *
 * Adds to @report the findings and outcomes of the checks on these, and judges anew. The worker
 * knows neither.
 */
void
ats_outside_judge(AtsReport *report, const char *name, guint64 size);
