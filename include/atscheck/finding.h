/*
 * One thing that is wrong with a document.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/enums.h>
#include <atscheck/location.h>

G_BEGIN_DECLS

#define ATSCHECK_TYPE_FINDING (atscheck_finding_get_type())
/**
 * AtscheckFinding:
 *
 * What a check found: where, what, and what to do about it. Immutable; keeps its report alive.
 */
ATSCHECK_API
G_DECLARE_FINAL_TYPE(AtscheckFinding, atscheck_finding, ATSCHECK, FINDING, GObject)

/* the id of the check; see atscheck_rule_lookup() */
ATSCHECK_API const char *
atscheck_finding_get_id(AtscheckFinding *self);

ATSCHECK_API AtscheckSeverity
atscheck_finding_get_severity(AtscheckFinding *self);

/* one sentence: what is there */
ATSCHECK_API const char *
atscheck_finding_get_message(AtscheckFinding *self);

/**
 * atscheck_finding_get_fix:
 *
 * Returns: (transfer none) (nullable): one sentence: what to do
 */
ATSCHECK_API const char *
atscheck_finding_get_fix(AtscheckFinding *self);

/**
 * atscheck_finding_get_evidence:
 *
 * Returns: (transfer none) (nullable): the text as a parser gets it
 */
ATSCHECK_API const char *
atscheck_finding_get_evidence(AtscheckFinding *self);

/**
 * atscheck_finding_dup_location:
 *
 * Returns: (transfer full) (nullable): where it is; %NULL if it concerns the whole, or in a format
 * without fixed pages
 */
ATSCHECK_API AtscheckLocation *
atscheck_finding_dup_location(AtscheckFinding *self);

/**
 * atscheck_finding_dup_lost_in:
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the parser families that lose or mix
 * it; free with g_strfreev()
 */
ATSCHECK_API char **
atscheck_finding_dup_lost_in(AtscheckFinding *self);

/**
 * atscheck_finding_get_pointer:
 *
 * Returns: (transfer none) (nullable): the JSON pointer of the expected field that it is about; see
 * atscheck_checker_set_expected()
 */
ATSCHECK_API const char *
atscheck_finding_get_pointer(AtscheckFinding *self);

/**
 * atscheck_finding_get_fingerprint:
 *
 * By which the finding is known again when the document or this library has changed: made of the
 * check and the document's own words that the message quotes, not of its place or our wording.
 *
 * Returns: (transfer none): unique in a report
 */
ATSCHECK_API const char *
atscheck_finding_get_fingerprint(AtscheckFinding *self);

G_END_DECLS
