/*
 * The check tracked-changes: changes of a DOCX that are tracked and neither accepted nor rejected.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/part-words.h"

/* what a person no longer sees, in the order in which it is looked for */
static GArray *
struck_words(const AtsSubject *subject)
{
	GArray *words = ats_words_in_part(subject, ATS_PART_DELETED, ATS_VARIANT_NONE);
	g_autoptr(GArray) moved = ats_words_in_part(subject, ATS_PART_MOVED_FROM, ATS_VARIANT_NONE);

	g_array_append_vals(words, moved->data, moved->len);
	return words;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint n = subject->document->n_tracked_changes;
	g_autoptr(GArray) struck = struck_words(subject);
	g_autoptr(GArray) added = ats_words_in_part(subject, ATS_PART_INSERTED, ATS_VARIANT_NONE);
	g_autofree char *sample = NULL;
	AtsFinding *finding;
	guint n_losers = 0;

	if (n == 0)
		return;
	finding = n == 1
		      ? ats_findings_add(findings, "A tracked change is left in the file.")
		      : ats_findings_add(findings, "%u tracked changes are left in the file.", n);
	if (struck->len > 0)
		n_losers = ats_finding_name_printing(subject, findings, finding, struck);
	else if (added->len > 0)
		n_losers = ats_finding_name_lacking(subject, findings, finding, added);
	if (n_losers == 0)
		finding->severity = ATS_SEVERITY_NOTE;
	sample = ats_words_sample(subject, struck->len > 0 ? struck : added);
	if (*sample != '\0')
		ats_findings_evidence(findings, finding, sample);
}

const AtsCheck ats_check_tracked_changes = {
    .id = "tracked-changes",
    .needs = ATS_NEEDS_DOCX,
    .run = run,
};
