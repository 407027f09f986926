/*
 * The check sidebar: one narrow flow beside a main one. What is mixed of the two is the business of
 * multi-column; here it counts whether the sidebar comes before the name.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/columns.h"

/* words shown of a reading that begins with the sidebar */
#define QUOTE_WORDS 12

static const char *
side(const AtsSubject *subject, const AtsColumns *columns)
{
	AtsBox aside = ats_at(subject->layout->regions, AtsRegion, columns->aside)->box;
	AtsBox beside = ats_at(subject->layout->regions, AtsRegion, columns->beside)->box;

	if (ats_box_is_empty(aside) || ats_box_is_empty(beside))
		return "beside";
	return aside.x0 < beside.x0 ? "on the left of" : "on the right of";
}

/* the first word of the first section in the sidebar, or ATS_NO_WORD */
static guint32
first_heading(const AtsSubject *subject, const AtsColumns *columns)
{
	const GArray *sections = subject->resume->sections;

	for (guint i = 0; i < sections->len; i++) {
		const AtsResumeSection *section = ats_at(sections, AtsResumeSection, i);
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, section->line);

		if (line->region == columns->aside && line->n > 0)
			return ats_at(subject->layout->human->tokens, AtsToken, line->first)->word;
	}
	return ATS_NO_WORD;
}

/* whether the reading prints the section of the sidebar before the name */
static gboolean
delays_name(const AtsSubject *subject,
	    AtsFindings *findings,
	    const AtsReading *reading,
	    guint32 heading)
{
	guint32 section = ats_subject_token_of_word(subject, findings, reading, heading);
	guint32 name =
	    ats_subject_token_of_word(subject, findings, reading, subject->resume->name.word);

	return reading->judged && section != G_MAXUINT32 && name != G_MAXUINT32 && section < name;
}

/* the readings that do; (transfer container) (element-type AtsReading) */
static GPtrArray *
readings_that_delay_name(const AtsSubject *subject, AtsFindings *findings, guint32 heading)
{
	GPtrArray *readings = g_ptr_array_new();

	for (guint i = 0; i < subject->readings->len; i++) {
		AtsReading *reading = g_ptr_array_index(subject->readings, i);

		if (delays_name(subject, findings, reading, heading))
			g_ptr_array_add(readings, reading);
	}
	return readings;
}

static char *
consequence(const AtsSubject *subject, guint n)
{
	if (n == 0)
		return g_strdup("");
	return g_strdup_printf("; %u of %u parser families read%s it before the name",
			       n,
			       ats_subject_n_judged(subject),
			       n == 1 ? "s" : "");
}

static void
judge(AtsFindings *findings, AtsFinding *finding, const GPtrArray *readings)
{
	finding->severity = readings->len == 0 ? ATS_SEVERITY_NOTE : ATS_SEVERITY_WARNING;
	for (guint i = 0; i < readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(readings, i);
		g_autofree char *quote = i == 0 ? ats_reading_quote(reading, 0, 0, QUOTE_WORDS)
						: NULL;

		ats_findings_lost_in(findings, finding, reading->parser);
		if (quote != NULL)
			ats_findings_evidence(findings, finding, quote);
	}
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(AtsColumns) columns = ats_columns_look(subject, findings, ATS_REGION_SIDEBAR);
	g_autoptr(GPtrArray) readings = NULL;
	g_autofree char *aside = NULL;
	g_autofree char *beside = NULL;
	g_autofree char *so = NULL;
	AtsFinding *finding;

	if (columns == NULL)
		return;
	readings = readings_that_delay_name(subject, findings, first_heading(subject, columns));
	aside = ats_columns_name(subject, columns->aside);
	beside = ats_columns_name(subject, columns->beside);
	so = consequence(subject, readings->len);
	finding = ats_findings_add(findings,
				   "A sidebar that begins with %s stands %s %s%s.",
				   aside,
				   side(subject, columns),
				   beside,
				   so);
	ats_columns_place(subject, findings, finding, columns);
	judge(findings, finding, readings);
}

const AtsCheck ats_check_sidebar = {
    .id = "sidebar",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
