/*
 * The report as it crosses the wall between worker and library: one GVariant of one fixed type. The
 * reading side trusts nothing, since the worker that writes may have been taken over by the file it
 * reads. For worker, sandbox, api.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

/* format, pages, words, producer, language, verdict, score, text, columns; then readings, pages,
   regions, sections, contact, links, findings, outcomes, pieces, entries,
   filed, places, template; then the box: version of Landlock, seccomp. Both sides come from one
   build, so it carries no version. */
#define ATS_REPORT_WIRE_TYPE                                                                       \
	"(suumsmsydmsua(sbmsdddms)a(dd)a(su(dddd))a(smsmsbu(dddd))(msmsmsms)as"                    \
	"a(sysmsmsu(dddd)as)a(syms)a(ysuay)a(umssmsmsssu(dddd))a(uuyuua(uu))a(yu(dddd))ms(ub))"

/**
 * ats_report_to_wire:
 *
 * Numbers and lengths are brought within the bounds that the reading side asks for, strings are
 * made valid UTF-8: a report on an odd file is cut rather than refused.
 *
 * Returns: (transfer full): of ATS_REPORT_WIRE_TYPE, not floating
 */
GVariant *
ats_report_to_wire(const AtsReport *report);

/**
 * ats_report_from_wire:
 * @wire: untrusted; of any type and form
 *
 * Returns: (transfer full): the report, or NULL with ATS_ERROR_CRASHED when anything in it is out
 * of form or bounds
 */
AtsReport *
ats_report_from_wire(GVariant *wire, GError **error);
