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
   build, so it carries no version. What there are many of crosses as rows of numbers in one array:
   of outcomes the rule's place in the catalogue and the outcome, then the reasons, each with its
   row; of pieces kind and page, then the texts, then the states, as many for each as there are
   readings; of filed reading, section, state, words, missing words and number of foreign ones, then
   these: section and words. */
#define ATS_REPORT_WIRE_TYPE                                                                       \
	"(suumsmsydmsua(sbmsdddms)a(dd)a(su(dddd))a(smsmsbu(dddd))(msmsmsms)as"                    \
	"a(sysmsmsu(dddd)as)(aua(us))(auasay)a(umssmsmsssu(dddd))(auau)a(yu(dddd))ms(ub))"
/* numbers in such a row */
#define ATS_WIRE_OUTCOME 2
#define ATS_WIRE_PIECE	 2
#define ATS_WIRE_FILED	 6
#define ATS_WIRE_FOREIGN 2

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
