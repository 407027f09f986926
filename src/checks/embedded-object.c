/*
 * The check embedded-object: files inside the file: objects of a DOCX, attachments of a PDF.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

/* names that a finding quotes */
#define QUOTED_NAMES 4

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const GPtrArray *names = subject->document->attachments;
	gboolean pdf = subject->document->format == ATS_FORMAT_PDF;
	g_autoptr(GString) quoted = g_string_new(NULL);
	AtsFinding *finding;

	if (names->len == 0)
		return;
	for (guint i = 0; i < MIN(names->len, QUOTED_NAMES); i++)
		g_string_append_printf(quoted,
				       "%s%s",
				       i == 0 ? "" : ", ",
				       (const char *)g_ptr_array_index(names, i));
	finding = ats_findings_add(findings,
				   pdf ? "Files are attached to the PDF."
				       : "Objects of other programs are embedded in the document.");
	/* nothing of the page stands in an attachment; an object of a DOCX is seen and not read */
	if (pdf)
		finding->severity = ATS_SEVERITY_NOTE;
	if (g_utf8_validate(quoted->str, -1, NULL))
		ats_findings_evidence(findings, finding, quoted->str);
}

const AtsCheck ats_check_embedded_object = {
    .id = "embedded-object",
    .needs = ATS_NEEDS_NOTHING,
    .run = run,
};
