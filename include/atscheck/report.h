/*
 * The answer on one document.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/enums.h>
#include <atscheck/finding.h>

G_BEGIN_DECLS

#define ATSCHECK_TYPE_REPORT (atscheck_report_get_type())
/**
 * AtscheckReport:
 *
 * A #GListModel of #AtscheckFinding, worst first, with what else is known of the document.
 * Immutable; the same bytes give the same report. All strings are lent until the report is freed.
 */
ATSCHECK_API
G_DECLARE_FINAL_TYPE(AtscheckReport, atscheck_report, ATSCHECK, REPORT, GObject)

/**
 * atscheck_report_get_name:
 *
 * Returns: (transfer none) (nullable): the name that the caller gave the document
 */
ATSCHECK_API const char *
atscheck_report_get_name(AtscheckReport *self);

/* "pdf" or "docx" */
ATSCHECK_API const char *
atscheck_report_get_format(AtscheckReport *self);

ATSCHECK_API guint64
atscheck_report_get_n_bytes(AtscheckReport *self);

/* of the document's bytes, lower-case hexadecimal */
ATSCHECK_API const char *
atscheck_report_get_sha256(AtscheckReport *self);

/* 0 if it is not known */
ATSCHECK_API guint
atscheck_report_get_n_pages(AtscheckReport *self);

/* words that a person sees */
ATSCHECK_API guint
atscheck_report_get_n_words(AtscheckReport *self);

ATSCHECK_API AtscheckVerdict
atscheck_report_get_verdict(AtscheckReport *self);

/* how much of what a person reads arrives, as a mean over the parser families; 0 to 100 */
ATSCHECK_API double
atscheck_report_get_score(AtscheckReport *self);

/**
 * atscheck_report_get_timing:
 * @index: of the stage, from 0
 * @wall: (out): microseconds that it took by the clock
 * @cpu: (out): and of the worker's processor; 0 for the start, when the worker is not yet at it
 *
 * Where the time of the document went. This is of the making of the report, and in none of its
 * formats.
 *
 * Returns: (transfer none) (nullable): the name of the stage: "start" (until a worker has the
 * document, and from its answer to the report), "extract", "layout", "readings", "resume",
 * "checks", "answer"; %NULL if there are no so many
 */
ATSCHECK_API const char *
atscheck_report_get_timing(AtscheckReport *self, guint index, guint *wall, guint *cpu);

/**
 * atscheck_report_get_text:
 * @parser: the id of a parser family; "human" for the text as a person reads it
 *
 * Returns: (transfer none) (nullable): the plain text that such parsers get, or %NULL if they do
 * not read the document's format or their reading could not be judged
 */
ATSCHECK_API const char *
atscheck_report_get_text(AtscheckReport *self, const char *parser);

/**
 * atscheck_report_get_parser_score:
 * @parser: the id of a parser family, not "human"
 * @score: (out) (optional): 0 to 100
 * @why_not: (out) (optional) (transfer none) (nullable): why it could not be judged
 *
 * Returns: whether that parser's reading could be judged
 */
ATSCHECK_API gboolean
atscheck_report_get_parser_score(AtscheckReport *self,
				 const char *parser,
				 double *score,
				 const char **why_not);

/**
 * atscheck_report_get_outcome:
 * @rule: the id of a check
 * @why: (out) (optional) (transfer none) (nullable): why it was not judged
 */
ATSCHECK_API AtscheckOutcome
atscheck_report_get_outcome(AtscheckReport *self, const char *rule, const char **why);

/**
 * atscheck_report_count_findings:
 *
 * Returns: how many findings are of that severity or worse
 */
ATSCHECK_API guint
atscheck_report_count_findings(AtscheckReport *self, AtscheckSeverity severity);

/**
 * atscheck_report_dup_sandbox_level:
 *
 * Returns: (transfer full): how tightly the worker process was boxed that read the document, as
 * atscheck_checker_dup_sandbox_level() says it
 */
ATSCHECK_API char *
atscheck_report_dup_sandbox_level(AtscheckReport *self);

/**
 * atscheck_report_dup_json:
 *
 * Returns: (transfer full): the whole report as one JSON object; see its JSON Schema
 */
ATSCHECK_API char *
atscheck_report_dup_json(AtscheckReport *self);

/**
 * AtscheckFindingFunc:
 * @finding: one of the report's
 * @severity: (inout): how bad it counts
 *
 * Returns: whether it stays in the report
 */
typedef gboolean (*AtscheckFindingFunc)(AtscheckFinding *finding,
					AtscheckSeverity *severity,
					gpointer user_data);

/**
 * atscheck_report_review:
 * @func: (scope call): called with each finding, in their order
 *
 * For what is known of the findings of one document: those that were accepted before, and those
 * that do not matter in it.
 *
 * Returns: (transfer full): a report on the same document with the findings that @func lets stay,
 * as bad as it says, the worst first, and judged anew. A check of which none is left counts as
 * ignored.
 */
ATSCHECK_API AtscheckReport *
atscheck_report_review(AtscheckReport *self, AtscheckFindingFunc func, gpointer user_data);

G_END_DECLS
