/*
 * The check rotated-text: text that is turned on its side.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/evidence.h"
#include "checks/gather.h"

/* letters below which turned text is a mark on the page's edge */
#define LEAST_LETTERS 3

static gboolean
is_turned(const AtsSubject *subject, const AtsLine *line)
{
	guint letters = 0;

	for (guint32 i = line->first; i < line->first + line->n; i++) {
		guint32 index = ats_at(subject->layout->human->tokens, AtsToken, i)->word;
		const AtsWord *word;

		if (index == ATS_NO_WORD)
			continue;
		word = ats_at(subject->document->words, AtsWord, index);
		if (word->rotation == 0)
			return FALSE;
		letters += ats_count_letters(word->text);
	}
	return letters >= LEAST_LETTERS;
}

static gboolean
loses(const AtsFate *fate)
{
	return fate->n_missing > 0 || fate->n_broken > 0 || fate->n_split > 0;
}

static gboolean
reading_loses(const AtsSubject *subject,
	      AtsFindings *findings,
	      const AtsReading *reading,
	      const GPtrArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		const AtsLine *line = g_ptr_array_index(lines, i);
		AtsFate fate = ats_subject_fate(subject, findings, reading, line->first, line->n);

		if (loses(&fate))
			return TRUE;
	}
	return FALSE;
}

static void
say(const AtsSubject *subject, AtsFindings *findings, const GPtrArray *lines)
{
	const AtsLine *first = g_ptr_array_index(lines, 0);
	g_autofree char *text = ats_line_text(subject->layout, first);
	AtsFinding *finding =
	    lines->len == 1
		? ats_findings_add(findings, "“%s” is turned on its side.", text)
		: ats_findings_add(findings,
				   "%u pieces of text are turned on their side, the first of them "
				   "“%s”.",
				   lines->len,
				   text);
	guint n = 0;

	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);

		if (!reading->judged || !reading_loses(subject, findings, reading, lines))
			continue;
		ats_findings_lost_in(findings, finding, reading->parser);
		n++;
	}
	finding->severity = MIN(ats_subject_severity(subject, n), ATS_SEVERITY_WARNING);
	ats_findings_place(findings, finding, first->page, first->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new();

	for (guint i = 0; i < subject->layout->lines->len; i++) {
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, i);

		if (is_turned(subject, line))
			g_ptr_array_add(lines, (gpointer)line);
	}
	if (lines->len > 0)
		say(subject, findings, lines);
}

const AtsCheck ats_check_rotated_text = {
    .id = "rotated-text",
    .needs = ATS_NEEDS_PDF | ATS_NEEDS_TEXT,
    .run = run,
};
