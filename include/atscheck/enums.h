/*
 * Levels, outcomes, verdicts, ways to run workers, formats of pictures.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/macros.h>

G_BEGIN_DECLS

/**
 * AtscheckSeverity:
 * @ATSCHECK_SEVERITY_NOTE: nothing is lost
 * @ATSCHECK_SEVERITY_WARNING: some parsers lose or mix text
 * @ATSCHECK_SEVERITY_ERROR: most parsers do
 */
typedef enum {
	ATSCHECK_SEVERITY_NOTE,
	ATSCHECK_SEVERITY_WARNING,
	ATSCHECK_SEVERITY_ERROR,
} AtscheckSeverity;

/**
 * AtscheckOutcome:
 * @ATSCHECK_OUTCOME_PASSED: the check looked and found nothing
 * @ATSCHECK_OUTCOME_FINDINGS: it found something
 * @ATSCHECK_OUTCOME_NOT_APPLICABLE: the document has nothing that the check is about
 * @ATSCHECK_OUTCOME_NOT_JUDGED: the check could not tell; this is not a pass
 * @ATSCHECK_OUTCOME_IGNORED: the caller did not want it, or there is no check of that name
 */
typedef enum {
	ATSCHECK_OUTCOME_PASSED,
	ATSCHECK_OUTCOME_FINDINGS,
	ATSCHECK_OUTCOME_NOT_APPLICABLE,
	ATSCHECK_OUTCOME_NOT_JUDGED,
	ATSCHECK_OUTCOME_IGNORED,
} AtscheckOutcome;

/**
 * AtscheckVerdict:
 * @ATSCHECK_VERDICT_PASS: parsers get it as a person reads it
 * @ATSCHECK_VERDICT_RISK: some of it is lost or mixed up by some parsers
 * @ATSCHECK_VERDICT_FAIL: most parsers get something else
 */
typedef enum {
	ATSCHECK_VERDICT_PASS,
	ATSCHECK_VERDICT_RISK,
	ATSCHECK_VERDICT_FAIL,
} AtscheckVerdict;

/**
 * AtscheckIsolation:
 * @ATSCHECK_ISOLATION_DOCUMENT: each document has a worker process of its own, which sees no other
 * @ATSCHECK_ISOLATION_POOL: a worker process reads one document after the other, until one of them
 * does it harm or it has read 1,000; faster by some milliseconds a document
 */
typedef enum {
	ATSCHECK_ISOLATION_DOCUMENT,
	ATSCHECK_ISOLATION_POOL,
} AtscheckIsolation;

/**
 * AtscheckSandbox:
 * @ATSCHECK_SANDBOX_AUTO: workers are boxed as tightly as the kernel allows
 * @ATSCHECK_SANDBOX_REQUIRE: no document is read unless that is all of it: files fenced in by
 * Landlock, system calls filtered by seccomp, resources limited
 * @ATSCHECK_SANDBOX_OFF: only resources are limited and new privileges forbidden; for finding out
 * whether the box is to blame for something, not for documents of strangers
 */
typedef enum {
	ATSCHECK_SANDBOX_AUTO,
	ATSCHECK_SANDBOX_REQUIRE,
	ATSCHECK_SANDBOX_OFF,
} AtscheckSandbox;

/**
 * AtscheckPictureFormat:
 * @ATSCHECK_PICTURE_PNG: pixels
 * @ATSCHECK_PICTURE_SVG: sharp at any size
 */
typedef enum {
	ATSCHECK_PICTURE_PNG,
	ATSCHECK_PICTURE_SVG,
} AtscheckPictureFormat;

/**
 * atscheck_severity_get_name:
 *
 * Returns: (transfer none): "note", "warning" or "error"
 */
ATSCHECK_API const char *
atscheck_severity_get_name(AtscheckSeverity severity);

/**
 * atscheck_severity_from_name:
 * @name: "note", "warning" or "error"
 * @severity: (out): where to put it; untouched on failure
 *
 * Returns: whether there is a severity of that name
 */
ATSCHECK_API gboolean
atscheck_severity_from_name(const char *name, AtscheckSeverity *severity);

/**
 * atscheck_sandbox_from_name:
 * @name: "auto", "require" or "off"
 * @sandbox: (out): where to put it; untouched on failure
 *
 * Returns: whether there is a sandbox of that name
 */
ATSCHECK_API gboolean
atscheck_sandbox_from_name(const char *name, AtscheckSandbox *sandbox);

/**
 * atscheck_verdict_get_name:
 *
 * Returns: (transfer none): "pass", "risk" or "fail"
 */
ATSCHECK_API const char *
atscheck_verdict_get_name(AtscheckVerdict verdict);

G_END_DECLS
