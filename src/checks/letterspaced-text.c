/*
 * The check letterspaced-text: words set so wide that parsers take them for single letters.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/evidence.h"
#include "checks/gather.h"

/* pieces of the line that are quoted from the first that came apart: three words or so */
#define QUOTED_TOKENS 30
/* letters of a word from which its pitch says something: initials and "II" are set as they are */
#define LEAST_LETTERS 3

static gboolean
is_letterspaced(const AtsSubject *subject, const AtsLine *line)
{
	for (guint i = line->first; i < line->first + line->n; i++) {
		guint32 index = ats_at(subject->layout->human->tokens, AtsToken, i)->word;
		const AtsWord *word;

		if (index == ATS_NO_WORD)
			continue;
		word = ats_at(subject->document->words, AtsWord, index);
		if (word->letterspaced && ats_count_letters(word->text) >= LEAST_LETTERS)
			return TRUE;
	}
	return FALSE;
}

static gboolean
line_holds(const AtsSubject *subject, const AtsLine *line, guint32 word)
{
	for (guint i = line->first; i < line->first + line->n; i++) {
		if (ats_at(subject->layout->human->tokens, AtsToken, i)->word == word)
			return TRUE;
	}
	return FALSE;
}

/* the line as the reading prints it from there on, and nothing after it */
static void
quote(const AtsSubject *subject,
      AtsFindings *findings,
      AtsFinding *finding,
      const AtsReading *reading,
      const AtsLine *line,
      guint32 token)
{
	guint words_after = 0;
	guint32 previous = ats_at(reading->tokens, AtsToken, token)->word;
	guint32 end = MIN(token + QUOTED_TOKENS, reading->tokens->len);
	g_autofree char *text = NULL;

	for (guint32 i = token; i < end; i++) {
		guint32 word = ats_at(reading->tokens, AtsToken, i)->word;

		if (!line_holds(subject, line, word))
			break;
		words_after += word == previous ? 0 : 1;
		previous = word;
	}
	text = ats_reading_quote(reading, token, 0, words_after);
	ats_findings_evidence(findings, finding, text);
}

/* which readings split words of the line, and the first of them quoted */
static guint
note_losers(const AtsSubject *subject,
	    AtsFindings *findings,
	    AtsFinding *finding,
	    const AtsLine *line)
{
	guint n = 0;

	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		AtsFate fate;

		if (!reading->judged)
			continue;
		fate = ats_subject_fate(subject, findings, reading, line->first, line->n);
		if (fate.n_split == 0)
			continue;
		if (n++ == 0)
			quote(subject, findings, finding, reading, line, fate.token);
		ats_findings_lost_in(findings, finding, reading->parser);
	}
	return n;
}

static void
check_line(const AtsSubject *subject, AtsFindings *findings, const AtsLine *line)
{
	g_autofree char *text = ats_line_text(subject->layout, line);
	AtsFinding *finding =
	    ats_findings_add(findings, "“%s” is set with space between its letters.", text);
	guint losers = note_losers(subject, findings, finding, line);

	finding->severity = MIN(ats_subject_severity(subject, losers), ATS_SEVERITY_WARNING);
	ats_findings_place(findings, finding, line->page, line->box);
	if (subject->document->format == ATS_FORMAT_DOCX)
		ats_findings_fix(findings,
				 finding,
				 "Nothing is lost in the DOCX; set the character spacing to normal "
				 "before you make a PDF.");
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	for (guint i = 0; i < subject->layout->lines->len; i++) {
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, i);
		if (is_letterspaced(subject, line))
			check_line(subject, findings, line);
	}
}

const AtsCheck ats_check_letterspaced_text = {
    .id = "letterspaced-text",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
