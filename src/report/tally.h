/*
 * What a batch comes to beside its verdicts: the commonest findings, the worst documents, why
 * documents could not be checked, which template breaks what, and copies. In bounded memory. For
 * writer.c and the writers.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

/* of one thing that is counted, most first */
typedef struct {
	const char *id;	      /* a check, a code of failure */
	AtsSeverity severity; /* the worst of a check's findings */
	guint n_documents;
	guint n_findings;
} AtsTallyRow;

typedef struct {
	char *name;
	AtsVerdict verdict;
	double score;
} AtsTallyWorst;

typedef struct {
	char *id;	/* see AtsReport.template */
	char *example;	/* the name of a document of it */
	char *producer; /* of that document; NULL: not known */
	guint n_documents;
	guint n_verdicts[ATS_VERDICT_FAIL + 1];
	double score;	/* the mean */
	GArray *checks; /* of AtsTallyRow: errors and warnings in its documents, most first */
} AtsTallyTemplate;

typedef struct AtsTally AtsTally;

AtsTally *
ats_tally_new(void);

void
ats_tally_free(AtsTally *tally);

/**
 * ats_tally_find_copied:
 * @sha256: (nullable): of the document
 *
 * Returns: (nullable): the name of an earlier document with the same bytes
 */
const char *
ats_tally_find_copied(const AtsTally *tally, const char *sha256);

/* whether @report, on a copy, has the findings of the document that it is a copy of: they need not be
 * told again. What is known beside the bytes may make them others */
gboolean
ats_tally_has_findings(const AtsTally *tally, const char *sha256, const AtsReport *report);

/* @report: NULL for a document that could not be checked for the reason @code */
void
ats_tally_add(AtsTally *tally,
	      const char *name,
	      const char *sha256,
	      const AtsReport *report,
	      const char *code);

guint
ats_tally_count_copies(const AtsTally *tally);

/* of AtsTallyRow, by how many documents have them; (transfer full) */
GArray *
ats_tally_list_checks(const AtsTally *tally);

/* of AtsTallyRow; (transfer full) */
GArray *
ats_tally_list_failures(const AtsTally *tally);

/* of AtsTallyWorst, the worst first; lent */
const GArray *
ats_tally_list_worst(const AtsTally *tally);

/* of AtsTallyTemplate: those of several documents, the most first; (transfer container) */
GPtrArray *
ats_tally_list_templates(const AtsTally *tally);
