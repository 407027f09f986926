/*
 * The check duplicate-section: two sections under the same title.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"
#include "resume/lexicon.h"

/* the same words, whatever their case, or a title without letters that any title is like */
static const AtsResumeSection *
find_earlier(GHashTable *seen, const AtsResumeSection *section)
{
	char *key = ats_title_key(section->heading);
	const AtsResumeSection *earlier = NULL;

	if (*key != '\0')
		earlier = g_hash_table_lookup(seen, key);
	if (earlier != NULL || *key == '\0')
		g_free(key);
	else
		g_hash_table_insert(seen, key, (gpointer)section);
	return earlier;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const GArray *sections = subject->resume->sections;
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	if (sections->len == 0)
		ats_findings_not_applicable(findings);
	for (guint i = 0; i < sections->len; i++) {
		const AtsResumeSection *section = ats_at(sections, AtsResumeSection, i);
		AtsFinding *finding;

		if (section->kind == ATS_SECTION_NONE || find_earlier(seen, section) == NULL)
			continue;
		finding = ats_findings_add(findings,
					   "“%s” is the title of two sections.",
					   section->heading);
		ats_findings_place(findings, finding, section->page, section->box);
	}
}

const AtsCheck ats_check_duplicate_section = {
    .id = "duplicate-section",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
