/*
 * The check missing-dates: sections of work in which no date stands, so that no parser can tell how
 * long a job lasted.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"
#include "resume/dates.h"

/* lines and words from which on a section holds jobs rather than a remark */
#define LINES_MIN 3
#define WORDS_MIN 25
/* ranges elsewhere than under education that may be those of the jobs: a column of dates that was
 * not read with them */
#define RANGES_ELSEWHERE 2

/* digits of a year, of any century; the X of "20XX" counts, since another check speaks of
 * placeholders */
#define YEAR_DIGITS 4

typedef struct {
	guint n_lines, n_words;
	guint n_dates;			 /* in sections of work */
	guint n_ranges;			 /* in all sections but education */
	const AtsResumeSection *section; /* the first of work */
} Work;

static gboolean
is_work(const AtsResumeSection *section)
{
	return section != NULL && section->kind == ATS_SECTION_EXPERIENCE;
}

/* a number that a person takes for a year, even if no parser does */
static gboolean
has_year_like(const char *text)
{
	guint n = 0, n_digits = 0;

	for (const char *p = text;; p++) {
		gboolean digit = g_ascii_isdigit(*p);

		if (digit || ((*p == 'X' || *p == 'x') && n > 0)) {
			n++;
			n_digits += digit ? 1 : 0;
			continue;
		}
		if (n == YEAR_DIGITS && n_digits >= 2)
			return TRUE;
		if (*p == '\0')
			return FALSE;
		n = n_digits = 0;
	}
}

static void
look_at_line(const AtsSubject *subject, const AtsResumeSection *section, guint line, Work *work)
{
	const AtsLine *place = ats_at(subject->layout->lines, AtsLine, line);
	g_autofree char *text = ats_line_text(subject->layout, place);
	g_autoptr(GArray) dates = ats_dates_find(text);

	if (is_work(section)) {
		work->n_lines++;
		work->n_words += place->n;
		work->n_dates += dates->len > 0 || has_year_like(text) ? 1 : 0;
	} else if (section != NULL && section->kind == ATS_SECTION_EDUCATION) {
		return;
	}
	for (guint i = 0; i < dates->len; i++)
		work->n_ranges += ats_at(dates, AtsDateRange, i)->single ? 0 : 1;
}

static void
look_at_sections(const AtsSubject *subject, Work *work)
{
	const GArray *sections = subject->resume->sections;
	guint line = 0;

	for (guint i = 0; i < sections->len; i++) {
		const AtsResumeSection *section = ats_at(sections, AtsResumeSection, i);

		for (; line < section->line; line++)
			look_at_line(subject, NULL, line, work);
		line = MAX(line, section->line + section->n_lines);
		for (; line < section->end_line; line++)
			look_at_line(subject, section, line, work);
		if (is_work(section) && work->section == NULL)
			work->section = section;
	}
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	Work work = {0};
	AtsFinding *finding;

	look_at_sections(subject, &work);
	if (work.section == NULL) {
		ats_findings_not_applicable(findings);
		return;
	}
	if (work.n_dates > 0 || work.n_ranges >= RANGES_ELSEWHERE || work.n_lines < LINES_MIN ||
	    work.n_words < WORDS_MIN)
		return;
	finding = ats_findings_add(findings,
				   "No date stands under “%s”: a parser cannot tell when the jobs "
				   "were held.",
				   work.section->heading);
	ats_findings_place(findings, finding, work.section->page, work.section->box);
}

const AtsCheck ats_check_missing_dates = {
    .id = "missing-dates",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
