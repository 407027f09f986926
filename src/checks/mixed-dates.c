/*
 * The check mixed-dates: jobs whose dates are written in several ways.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/entries.h"

/* ways of writing that a parser's rules treat apart */
typedef enum { WAY_NONE, WAY_YEARS, WAY_WORDS, WAY_NUMBERS, WAY_LAST } Way;

static Way
way_of(const AtsEntry *entry)
{
	switch (entry->date.from.form) {
	case ATS_DATE_YEAR:
		return WAY_YEARS;
	case ATS_DATE_MONTH_YEAR:
	case ATS_DATE_DAY_MONTH_YEAR:
		return WAY_WORDS;
	case ATS_DATE_NUMERIC_MONTH:
	case ATS_DATE_NUMERIC_DAY:
	case ATS_DATE_ISO_MONTH:
	case ATS_DATE_ISO_DAY:
		return WAY_NUMBERS;
	default:
		return WAY_NONE;
	}
}

static void
say(const AtsSubject *subject,
    AtsFindings *findings,
    const AtsEntry *a,
    const AtsEntry *b,
    const char *message)
{
	g_autofree char *evidence = g_strdup_printf("%s / %s", a->date_text, b->date_text);
	AtsFinding *finding = ats_findings_add(findings, "%s", message);

	ats_findings_evidence(findings, finding, evidence);
	ats_findings_place_entry(subject, findings, finding, b);
	if (way_of(a) == WAY_YEARS || way_of(b) == WAY_YEARS)
		finding->severity = ATS_SEVERITY_NOTE;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsEntry *first[WAY_LAST] = {NULL};

	for (guint i = 0; i < subject->resume->entries->len; i++) {
		const AtsEntry *entry = ats_at(subject->resume->entries, AtsEntry, i);
		Way way = way_of(entry);

		if (ats_entry_is_of(subject, entry, ATS_SECTION_EXPERIENCE) &&
		    !entry->date.single && first[way] == NULL)
			first[way] = entry;
	}
	if (first[WAY_WORDS] != NULL && first[WAY_NUMBERS] != NULL)
		say(subject,
		    findings,
		    first[WAY_WORDS],
		    first[WAY_NUMBERS],
		    "Some jobs have months in words, others in numbers.");
	else if (first[WAY_WORDS] != NULL && first[WAY_YEARS] != NULL)
		say(subject,
		    findings,
		    first[WAY_WORDS],
		    first[WAY_YEARS],
		    "Some jobs have months, others years alone.");
	else if (first[WAY_NUMBERS] != NULL && first[WAY_YEARS] != NULL)
		say(subject,
		    findings,
		    first[WAY_NUMBERS],
		    first[WAY_YEARS],
		    "Some jobs have months, others years alone.");
}

const AtsCheck ats_check_mixed_dates = {
    .id = "mixed-dates",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
