/*
 * The check detached-date: a parser prints the date of a job away from it, as after the next
 * heading, so that it goes to another job or to none.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/entries.h"
#include "checks/evidence.h"

/* dates that make a finding, unless a heading parts one from its job */
#define LEAST_DATES 2
/* words shown on either side of the date */
#define QUOTE_BEFORE 8
#define QUOTE_AFTER  8

#define NO_OWNER   G_MAXUINT32 /* nothing is printed there */
#define BY_HEADING (G_MAXUINT32 - 1)

/* where a reading prints the title of an entry, a heading, or the date of an entry */
typedef struct {
	guint32 token;
	guint32 owner; /* index of the entry, or BY_HEADING */
	gboolean date;
} Mark;

typedef struct {
	guint n_detached, n_behind_heading;
	guint32 token; /* of the reading: the first such date */
	guint32 entry;
} Detached;

static gint
compare_marks(gconstpointer a, gconstpointer b)
{
	guint32 x = ((const Mark *)a)->token, y = ((const Mark *)b)->token;

	return (x > y) - (x < y);
}

typedef struct {
	const AtsSubject *subject;
	AtsFindings *findings;
	const AtsReading *reading;
	GArray *marks; /* of Mark */
} Marker;

static void
mark_word(Marker *self, guint32 word, guint32 owner, gboolean date)
{
	Mark mark = {.owner = owner, .date = date};

	if (word == ATS_NO_WORD)
		return;
	mark.token = ats_subject_token_of_word(self->subject, self->findings, self->reading, word);
	if (mark.token != G_MAXUINT32)
		g_array_append_val(self->marks, mark);
}

static void
mark_headings(Marker *self)
{
	const AtsLayout *layout = self->subject->layout;

	for (guint i = 0; i < self->subject->resume->sections->len; i++) {
		const AtsResumeSection *section =
		    ats_at(self->subject->resume->sections, AtsResumeSection, i);
		const AtsLine *line = ats_at(layout->lines, AtsLine, section->line);

		if (line->n > 0)
			mark_word(self,
				  ats_at(layout->human->tokens, AtsToken, line->first)->word,
				  BY_HEADING,
				  FALSE);
	}
}

/* dates on a line of their own or at its other end; those within a line cannot leave it */
static gboolean
can_leave(const AtsEntry *entry)
{
	return entry->title_word != ATS_NO_WORD && entry->date_word != ATS_NO_WORD &&
	       entry->place != ATS_ENTRY_DATE_IN_LINE;
}

static void
mark_entries(Marker *self)
{
	for (guint32 i = 0; i < self->subject->resume->entries->len; i++) {
		const AtsEntry *entry = ats_at(self->subject->resume->entries, AtsEntry, i);

		mark_word(self, entry->title_word, i, FALSE);
		if (can_leave(entry))
			mark_word(self, entry->date_word, i, TRUE);
	}
}

/* the owner of the nearest title or heading before each mark; (transfer full) */
static guint32 *
owners_before(const GArray *marks)
{
	guint32 *owners = g_new(guint32, marks->len + 1);
	guint32 owner = NO_OWNER;

	for (guint i = 0; i < marks->len; i++) {
		owners[i] = owner;
		if (!ats_at(marks, Mark, i)->date)
			owner = ats_at(marks, Mark, i)->owner;
	}
	return owners;
}

/* a date belongs to the title before it, or to the one right behind it */
static Detached
count_detached(const GArray *marks)
{
	g_autofree guint32 *before = owners_before(marks);
	Detached detached = {.token = G_MAXUINT32};
	guint32 after = NO_OWNER;

	for (guint i = marks->len; i > 0; i--) {
		const Mark *mark = ats_at(marks, Mark, i - 1);

		if (!mark->date) {
			after = mark->owner;
			continue;
		}
		if (before[i - 1] == mark->owner || after == mark->owner)
			continue;
		detached.n_detached++;
		detached.n_behind_heading += before[i - 1] == BY_HEADING ? 1 : 0;
		detached.token = mark->token;
		detached.entry = mark->owner;
	}
	return detached;
}

static Detached
look(const AtsSubject *subject, AtsFindings *findings, const AtsReading *reading)
{
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(Mark));
	Marker marker = {subject, findings, reading, marks};

	mark_headings(&marker);
	mark_entries(&marker);
	g_array_sort(marks, compare_marks);
	return count_detached(marks);
}

static void
tell(const AtsSubject *subject,
     AtsFindings *findings,
     const AtsReading *worst,
     const Detached *most,
     const GPtrArray *parsers)
{
	const AtsEntry *entry = ats_at(subject->resume->entries, AtsEntry, most->entry);
	g_autofree char *quote = ats_reading_quote(worst, most->token, QUOTE_BEFORE, QUOTE_AFTER);
	AtsFinding *finding;

	if (most->n_detached == 1)
		finding = ats_findings_add(findings,
					   "The date “%s” is read apart from “%s”.",
					   entry->date_text,
					   entry->title);
	else
		finding = ats_findings_add(
		    findings,
		    "%u dates are read apart from their entries, the first of them “%s” of “%s”.",
		    most->n_detached,
		    entry->date_text,
		    entry->title);
	ats_findings_place_entry(subject, findings, finding, entry);
	ats_findings_evidence(findings, finding, quote);
	/* right-aligned dates that a few programs gather elsewhere are common, and most resumes
	 * live with it */
	if (2 * parsers->len <= ats_subject_n_judged(subject))
		finding->severity = ATS_SEVERITY_NOTE;
	for (guint i = 0; i < parsers->len; i++)
		ats_findings_lost_in(findings, finding, g_ptr_array_index(parsers, i));
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GPtrArray) parsers = g_ptr_array_new();
	const AtsReading *worst = NULL;
	Detached most = {0};

	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		Detached detached;

		if (!reading->judged)
			continue;
		detached = look(subject, findings, reading);
		if (detached.n_detached < LEAST_DATES && detached.n_behind_heading == 0)
			continue;
		g_ptr_array_add(parsers, (gpointer)reading->parser);
		if (detached.n_detached > most.n_detached) {
			most = detached;
			worst = reading;
		}
	}
	if (worst != NULL)
		tell(subject, findings, worst, &most, parsers);
}

const AtsCheck ats_check_detached_date = {
    .id = "detached-date",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
