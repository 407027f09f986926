/*
 * The report's wire form: how an answer crosses the wall between the worker and the library. For worker, sandbox, tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

/**
 * ats_report_to_wire:
 *
 * Returns: (transfer full): the report as one GVariant, a reference of the caller's own (not floating)
 */
GVariant *
ats_report_to_wire(const AtsReport *report);

/**
 * ats_report_from_wire:
 * @wire: untrusted: what a worker answered, possibly after a stranger's file took it over
 *
 * Checks type, enumerations, numbers (finite, in range), UTF-8 and lengths before it takes anything.
 *
 * Returns: (transfer full): the report, or NULL with ATS_ERROR_CRASHED
 */
AtsReport *
ats_report_from_wire(GVariant *wire, GError **error);
