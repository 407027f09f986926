/**
 * SECTION: atscheck
 *
 * Shows how much of a resume survives the parser of an applicant tracking system.
 *
 * |[<!-- language="C" -->
 * g_autoptr(AtscheckChecker) checker = atscheck_checker_new();
 * g_autoptr(AtscheckReport) report = atscheck_checker_check_file(checker, "resume.pdf", NULL,
 *&error); if (report == NULL) return; // it could not be checked, and error says why for (guint i =
 *0; i < g_list_model_get_n_items(G_LIST_MODEL(report)); i++) { g_autoptr(AtscheckFinding) finding =
 *g_list_model_get_item(G_LIST_MODEL(report), i); g_print("%s: %s\n",
 *atscheck_finding_get_id(finding), atscheck_finding_get_message(finding));
 * }
 * ]|
 *
 * Three things are kept apart: what is wrong with a resume is a finding of its report, a file that
 *cannot be read is a #GError, and a check that could not run is an outcome in the report. Documents
 *are parsed in a worker process of their own, never in yours.
 *
 * Objects may be used from any thread, by one thread at a time; a report never changes, so all
 *threads may read it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#define ATSCHECK_H_INSIDE
#include <atscheck/macros.h>
#include <atscheck/enums.h>
#include <atscheck/error.h>
#include <atscheck/location.h>
#include <atscheck/parser.h>
#include <atscheck/rule.h>
#include <atscheck/finding.h>
#include <atscheck/report.h>
#include <atscheck/checker.h>
#include <atscheck/writer.h>
#include <atscheck/version.h>
#undef ATSCHECK_H_INSIDE
