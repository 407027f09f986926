/*
 * The one-word answer on a document, and the thresholds behind it: the only place that knows them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/verdict.h"

/* Both are argued from 188 made resumes, whose words are known, and from what arrives of them in
 * nine extractors of PDF and six of DOCX. Those of which more than 0.97 arrives have scores from 96
 * up; those of which less than 0.6 does, from 42 down: scans, outlines, unmapped fonts, words that
 * are torn apart at each line's end. No score lies between 45 and 70. */

/* of 100; over this, what the average parser breaks is a word pair here and there, which no reader
 * of its text would miss: it is what the bars show as good. Pictures of headings, tables that place
 * text and columns that are read across lie below */
#define SCORE_PASS 90.0
/* of 100; under this, about half of the neighbouring words and blocks are torn apart; in the middle
 * of the gap */
#define SCORE_RISK 55.0

static gboolean
has_error(const AtsReport *report)
{
	for (guint i = 0; i < report->findings->len; i++) {
		if (g_array_index(report->findings, AtsFinding, i).severity == ATS_SEVERITY_ERROR)
			return TRUE;
	}
	return FALSE;
}

AtsVerdict
ats_verdict_of_score(double score)
{
	if (score < SCORE_RISK)
		return ATS_VERDICT_FAIL;
	return score < SCORE_PASS ? ATS_VERDICT_RISK : ATS_VERDICT_PASS;
}

void
ats_report_judge(AtsReport *report)
{
	report->verdict = ats_verdict_of_score(report->score);
	if (report->verdict == ATS_VERDICT_PASS && has_error(report))
		report->verdict = ATS_VERDICT_RISK;
}
