/*
 * Takes what checks find into the report: copies, cuts, counts. For the checks and run.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/findings.h"

#include <string.h>

/* bytes of evidence: about two printed lines, enough to recognise the place and see what is wrong
 * with it */
#define EVIDENCE_BYTES 200
/* findings of one check in a report: nobody mends the fifty-first before the first, and a hostile
 * file could cause thousands */
#define FINDINGS_PER_CHECK 50

static AtsFinding *
next_finding(AtsFindings *self)
{
	AtsReport *report = self->report;

	if (self->n_added++ >= FINDINGS_PER_CHECK) {
		g_clear_pointer(&self->spare.lost_in, g_ptr_array_unref);
		return &self->spare;
	}
	g_array_set_size(report->findings, report->findings->len + 1);
	return &g_array_index(report->findings, AtsFinding, report->findings->len - 1);
}

AtsFinding *
ats_findings_add(AtsFindings *findings, const char *message, ...)
{
	AtsFinding *finding = next_finding(findings);
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, message);
	text = g_strdup_vprintf(message, args);
	va_end(args);

	finding->id = findings->rule->id;
	finding->severity = findings->rule->severity;
	finding->message = ats_report_intern(findings->report, text);
	finding->fix = ats_report_intern(findings->report, findings->rule->fix);
	return finding;
}

/* the longest start of the text that ends at a word's end and fits; a single word that does not is
 * cut between characters */
static gsize
fitting_length(const char *text)
{
	const char *end = text + EVIDENCE_BYTES;

	while (end > text && *end != ' ')
		end--;
	if (end == text)
		end = g_utf8_find_prev_char(text, text + EVIDENCE_BYTES + 1);
	return (gsize)(end - text);
}

void
ats_findings_evidence(AtsFindings *findings, AtsFinding *finding, const char *evidence)
{
	g_autofree char *valid = evidence == NULL ? NULL : g_utf8_make_valid(evidence, -1);
	g_autoptr(GString) text = g_string_new(valid == NULL ? "" : g_strstrip(valid));

	if (text->len == 0)
		return;
	if (text->len > EVIDENCE_BYTES) {
		g_string_truncate(text, fitting_length(text->str));
		g_string_append(text, " …");
	}
	finding->evidence = ats_report_intern(findings->report, text->str);
}

void
ats_findings_fix(AtsFindings *findings, AtsFinding *finding, const char *fix)
{
	finding->fix = ats_report_intern(findings->report, fix);
}

void
ats_findings_place(AtsFindings *findings, AtsFinding *finding, guint page, AtsBox box)
{
	if (findings->subject->document->format == ATS_FORMAT_DOCX)
		return;
	finding->page = page + 1;
	if (!ats_box_is_empty(box))
		finding->box = box;
}

void
ats_findings_lost_in(AtsFindings *findings, AtsFinding *finding, const char *parser)
{
	if (finding->lost_in == NULL)
		finding->lost_in = g_ptr_array_new();
	for (guint i = 0; i < finding->lost_in->len; i++) {
		if (g_str_equal(g_ptr_array_index(finding->lost_in, i), parser))
			return;
	}
	g_ptr_array_add(finding->lost_in, (gpointer)parser);
}

void
ats_findings_follows(AtsFindings *findings, const AtsFinding *finding, const char *const *causes)
{
	AtsTie tie = {.causes = causes};

	if (finding == &findings->spare)
		return;
	if (findings->ties == NULL)
		findings->ties = g_array_new(FALSE, FALSE, sizeof(AtsTie));
	tie.at = (guint)(finding - (const AtsFinding *)(gpointer)findings->report->findings->data);
	g_array_append_val(findings->ties, tie);
}

void
ats_findings_not_judged(AtsFindings *findings, const char *why)
{
	findings->outcome = ATS_OUTCOME_NOT_JUDGED;
	findings->why = ats_report_intern(findings->report, why);
}

void
ats_findings_not_applicable(AtsFindings *findings)
{
	findings->outcome = ATS_OUTCOME_NOT_APPLICABLE;
}
