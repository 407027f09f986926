/*
 * What several formats say alike: the closing line, whole points, a finding's place and families.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/error.h"
#include "report/text_out.h"
#include "report/text_place.h"
#include "report/writer_private.h"

guint
ats_writer_whole_points(double score)
{
	guint rounded = (guint)(score + 0.5);

	return rounded >= 100 && score < 99.95 ? 99 : rounded;
}

/* "2 errors" */
static void
append_count(GString *line, guint n, const char *what, const char *after)
{
	g_string_append_printf(line, "%u %s%s%s", n, what, n == 1 ? "" : "s", after);
}

char *
ats_writer_closing_line(const AtsWriterSummary *tally)
{
	GString *line = g_string_new(NULL);

	append_count(line, tally->n_documents, "document", ": ");
	for (guint i = 0; i < G_N_ELEMENTS(tally->n_verdicts); i++)
		g_string_append_printf(line, "%u %s, ", tally->n_verdicts[i], ats_verdict_name(i));
	g_string_append_printf(line, "%u not checked; ", tally->n_failures);
	append_count(line, tally->n_findings[ATS_SEVERITY_ERROR], "error", ", ");
	append_count(line, tally->n_findings[ATS_SEVERITY_WARNING], "warning", ", ");
	append_count(line, tally->n_findings[ATS_SEVERITY_NOTE], "note", "");
	return g_string_free(line, FALSE);
}

char *
ats_writer_counts(const AtsReport *report)
{
	guint n[ATS_SEVERITY_ERROR + 1] = {0};
	GString *line = g_string_new(NULL);

	for (guint i = 0; i < report->findings->len; i++)
		n[g_array_index(report->findings, AtsFinding, i).severity]++;
	append_count(line, n[ATS_SEVERITY_ERROR], "error", ", ");
	append_count(line, n[ATS_SEVERITY_WARNING], "warning", ", ");
	append_count(line, n[ATS_SEVERITY_NOTE], "note", "");
	return g_string_free(line, FALSE);
}

char *
ats_writer_families(const AtsFinding *finding)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; finding->lost_in != NULL && i < finding->lost_in->len; i++)
		g_string_append_printf(out,
				       "%s%s",
				       i > 0 ? ", " : "",
				       (const char *)g_ptr_array_index(finding->lost_in, i));
	return g_string_free(out, FALSE);
}

char *
ats_writer_place(const AtsReport *report, const AtsFinding *finding)
{
	if (finding->pointer != NULL)
		return ats_text_visible(finding->pointer);
	return ats_text_where(report, finding->page, finding->box);
}

const char *
ats_writer_error_name(const GError *failure)
{
	return ats_error_name(failure->domain == ATS_ERROR ? failure->code : ATS_ERROR_INTERNAL);
}
