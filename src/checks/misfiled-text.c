/*
 * The check misfiled-text: parsers file text of one section under the heading of another.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"
#include "checks/evidence.h"
#include "readings/filing.h"

/* words of one section under one wrong heading: fewer are a date or a place read out of turn, which
 * other checks tell */
#define LEAST_WORDS 5
/* ... and their share of the section */
#define LEAST_SHARE 0.34
/* words shown on either side of where they begin */
#define QUOTE_BEFORE 6
#define QUOTE_AFTER  8

/* the worst that one reading does */
typedef struct {
	const AtsReading *reading;
	const AtsFiling *filing;
	const AtsFiled *taker;	   /* under which the text stands */
	const AtsForeign *foreign; /* of which section, how many words */
	guint n_sections;	   /* that lose text to another heading */
} Misfiled;

static const AtsFiled *
find_filed(const AtsFiling *filing, guint32 section)
{
	for (guint i = 0; i < filing->sections->len; i++) {
		const AtsFiled *filed = ats_at(filing->sections, AtsFiled, i);
		if (filed->section == section)
			return filed;
	}
	return NULL;
}

static const AtsResumeSection *
section_at(const AtsSubject *subject, guint32 section)
{
	return ats_at(subject->resume->sections, AtsResumeSection, section);
}

/* what stands above the first heading, or might */
static gboolean
is_of_top(const AtsSubject *subject, guint32 section)
{
	AtsSectionKind kind;

	if (section == ATS_SECTION_TOP)
		return TRUE;
	kind = section_at(subject, section)->kind;
	return kind == ATS_SECTION_SUMMARY || kind == ATS_SECTION_OBJECTIVE ||
	       kind == ATS_SECTION_CONTACT;
}

/* who one is, and how to reach one, are looked for in all that stands above the jobs: which of
 * these holds which harms nobody */
static gboolean
matters(const AtsSubject *subject, const AtsFiled *taker, const AtsForeign *foreign)
{
	if (is_of_top(subject, taker->section) && is_of_top(subject, foreign->section))
		return FALSE;
	return foreign->n_words >= LEAST_WORDS && foreign->n_words >= LEAST_SHARE * foreign->n_own;
}

static void
look_at(Misfiled *self, const AtsSubject *subject, const AtsFiled *taker)
{
	for (guint i = 0; i < taker->n_foreign; i++) {
		const AtsForeign *foreign =
		    ats_at(self->filing->foreign, AtsForeign, taker->foreign + i);

		if (!matters(subject, taker, foreign))
			continue;
		self->n_sections++;
		if (self->foreign != NULL && self->foreign->n_words >= foreign->n_words)
			continue;
		self->foreign = foreign;
		self->taker = taker;
	}
}

static Misfiled
look(const AtsSubject *subject, guint i)
{
	Misfiled self = {
	    .reading = g_ptr_array_index(subject->readings, i),
	    .filing = g_ptr_array_index(subject->filings, i),
	};

	for (guint k = 0; k < self.filing->sections->len; k++)
		look_at(&self, subject, ats_at(self.filing->sections, AtsFiled, k));
	return self;
}

/* “Education”; (transfer full) */
static char *
name_of(const AtsSubject *subject, guint32 section)
{
	if (section == ATS_SECTION_TOP)
		return g_strdup("the text above the first heading");
	return g_strdup_printf("“%s”", section_at(subject, section)->heading);
}

/* why the text has no heading of its own there, what mends that, and which checks may tell it */
typedef struct {
	const char *clause;
	const char *fix; /* NULL: the catalogue's */
	const char *const *causes;
} Cause;

/* the checks that tell why a stretch of text comes out of its order */
static const char *const order_causes[] = {"multi-column",
					   "text-box",
					   "layout-table",
					   "table",
					   "floating-frame",
					   "contact-in-header",
					   "reading-order",
					   NULL};

static Cause
cause_of_pieces(const AtsSubject *subject, guint32 section)
{
	static const char *const causes[] = {"letterspaced-text",
					     "split-words",
					     "multi-column",
					     "margin-labels",
					     NULL};

	if (section != ATS_SECTION_TOP && section_at(subject, section)->n_lines > 1)
		return (Cause){", since its own heading comes out in pieces",
			       "Set the heading on one line, with nothing beside it.",
			       causes};
	return (Cause){", since its own heading comes out in pieces",
		       "Set the heading on one line, without space between its letters.",
		       causes};
}

static Cause
cause_of(const AtsSubject *subject, const Misfiled *self)
{
	static const char *const glued[] = {"heading-shares-line",
					    "multi-column",
					    "margin-labels",
					    NULL};
	static const char *const lost[] = {"unmapped-font", "garbled-text", "icon-glyphs", NULL};
	const AtsFiled *own = find_filed(self->filing, self->foreign->section);

	switch (own != NULL ? own->state : ATS_PIECE_WHOLE) {
	case ATS_PIECE_GLUED:
		return (Cause){", since its own heading shares a line with other text there",
			       "Put the heading alone on a line, with nothing beside it.",
			       glued};
	case ATS_PIECE_SPLIT:
		return cause_of_pieces(subject, self->foreign->section);
	case ATS_PIECE_LOST:
		return (Cause){", since its own heading is not read",
			       "Write the heading as plain text.",
			       lost};
	default:
		return (Cause){"", NULL, order_causes};
	}
}

static void
tell(const AtsSubject *subject, AtsFindings *findings, const Misfiled *worst, GPtrArray *parsers)
{
	guint32 section = worst->foreign->section;
	g_autofree char *own = name_of(subject, section);
	g_autofree char *taker = name_of(subject, worst->taker->section);
	Cause cause = cause_of(subject, worst);
	g_autofree char *quote =
	    ats_reading_quote(worst->reading, worst->foreign->token, QUOTE_BEFORE, QUOTE_AFTER);
	AtsFinding *finding = ats_findings_add(findings,
					       "%u word%s of %s %s read as part of %s%s.",
					       worst->foreign->n_words,
					       worst->foreign->n_words == 1 ? "" : "s",
					       own,
					       worst->foreign->n_words == 1 ? "is" : "are",
					       taker,
					       cause.clause);

	if (section != ATS_SECTION_TOP) {
		const AtsResumeSection *at = section_at(subject, section);
		ats_findings_place(findings, finding, at->page, at->box);
	}
	if (cause.fix != NULL)
		ats_findings_fix(findings, finding, cause.fix);
	ats_findings_evidence(findings, finding, quote);
	for (guint i = 0; i < parsers->len; i++)
		ats_findings_lost_in(findings, finding, g_ptr_array_index(parsers, i));
	finding->severity = ats_subject_weighed_severity(subject, parsers);
	ats_findings_follows(findings, finding, cause.causes);
}

static gboolean
is_worse(const Misfiled *a, const Misfiled *b)
{
	if (b->foreign == NULL || a->n_sections != b->n_sections)
		return b->foreign == NULL || a->n_sections > b->n_sections;
	return a->foreign->n_words > b->foreign->n_words;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GPtrArray) parsers = g_ptr_array_new();
	Misfiled worst = {0};

	if (subject->resume->sections->len == 0)
		ats_findings_not_applicable(findings);
	for (guint i = 0; i < subject->filings->len; i++) {
		Misfiled found = look(subject, i);

		if (found.foreign == NULL)
			continue;
		g_ptr_array_add(parsers, (gpointer)found.reading->parser);
		if (is_worse(&found, &worst))
			worst = found;
	}
	/* one or two lone families are odd programs: the report's sections tell it */
	if (ats_subject_weighed_severity(subject, parsers) > ATS_SEVERITY_NOTE)
		tell(subject, findings, &worst, parsers);
}

const AtsCheck ats_check_misfiled_text = {
    .id = "misfiled-text",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
