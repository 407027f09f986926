/*
 * The check heading-shares-line: a section title with other text on its line, so that no line of
 * the parsed text is the title alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/evidence.h"
#include "checks/gather.h"

/* words of a parser's line to quote after the title's first */
#define QUOTED_WORDS 8

/* whether the reading goes on, on the same line, with text after the title's last word */
static gboolean
goes_on(const AtsReading *reading, guint32 token, guint32 last_word)
{
	guint32 i = token;

	while (i < reading->tokens->len && ats_at(reading->tokens, AtsToken, i)->word == last_word)
		i++;
	return i < reading->tokens->len &&
	       ats_at(reading->tokens, AtsToken, i)->before < ATS_BREAK_LINE &&
	       ats_count_letters(ats_at(reading->tokens, AtsToken, i)->text) > 0;
}

/* the document's word that ends the title, as far into the line as the title has letters */
static guint32
last_word_of_title(const AtsSubject *subject, const AtsResumeSection *section)
{
	guint wanted = ats_count_letters(section->heading);
	guint32 last = ATS_NO_WORD;

	for (guint32 i = section->line; i < section->line + section->n_lines; i++) {
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, i);

		for (guint32 k = line->first; k < line->first + line->n && wanted > 0; k++) {
			const AtsToken *token = ats_at(subject->layout->human->tokens, AtsToken, k);
			guint letters = ats_count_letters(token->text);

			if (letters > 0 && token->word != ATS_NO_WORD)
				last = token->word;
			wanted -= MIN(wanted, letters);
		}
	}
	return last;
}

/* a title beside a title begins two columns */
static gboolean
stands_beside_title(const AtsSubject *subject, const AtsResumeSection *section)
{
	const GArray *sections = subject->resume->sections;

	for (guint i = 0; i < sections->len; i++) {
		const AtsResumeSection *other = ats_at(sections, AtsResumeSection, i);

		if (other != section && other->page == section->page &&
		    other->box.y0 < section->box.y1 && section->box.y0 < other->box.y1)
			return TRUE;
	}
	return FALSE;
}

/* more letters than the title has stand on its line, or beside it in its own column: a title in
   the margin is margin-labels' to speak of, and one beside another column multi-column's */
static gboolean
shares(const AtsSubject *subject, const AtsResumeSection *section)
{
	const AtsLine *line = ats_at(subject->layout->lines, AtsLine, section->line);
	g_autofree char *text = ats_line_text(subject->layout, line);

	if (line->margin || section->n_lines > 1 || stands_beside_title(subject, section))
		return FALSE;
	return ats_count_letters(text) > ats_count_letters(section->heading) ||
	       (line->shares_row && !line->right_part);
}

/* names the readings in which the title does not end its line; the first of them is quoted */
static guint
judge(const AtsSubject *subject,
      AtsFindings *findings,
      const AtsResumeSection *section,
      gboolean *losers,
      char **quote)
{
	guint32 word = last_word_of_title(subject, section);
	guint n = 0;

	for (guint i = 0; i < subject->readings->len && word != ATS_NO_WORD; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		guint32 token = reading->judged
				    ? ats_subject_token_of_word(subject, findings, reading, word)
				    : G_MAXUINT32;

		if (token == G_MAXUINT32 || !goes_on(reading, token, word))
			continue;
		if (*quote == NULL)
			*quote = ats_reading_quote(reading, token, 0, QUOTED_WORDS);
		losers[i] = TRUE;
		n++;
	}
	return n;
}

static void
say(const AtsSubject *subject,
    AtsFindings *findings,
    const GPtrArray *titles,
    const gboolean *losers,
    const char *quote)
{
	const AtsResumeSection *first = g_ptr_array_index(titles, 0);
	AtsFinding *finding;
	guint n = 0;

	finding =
	    titles->len == 1
		? ats_findings_add(findings,
				   "The title “%s” shares its line with other text.",
				   first->heading)
		: ats_findings_add(findings,
				   "%u titles share their lines with other text, the first of "
				   "them “%s”.",
				   titles->len,
				   first->heading);
	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);

		n += losers[i] ? 1 : 0;
		if (losers[i])
			ats_findings_lost_in(findings, finding, reading->parser);
	}
	finding->severity = MIN(ats_subject_severity(subject, n), ATS_SEVERITY_WARNING);
	ats_findings_evidence(findings, finding, quote);
	ats_findings_place(findings, finding, first->page, first->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const GArray *sections = subject->resume->sections;
	g_autoptr(GPtrArray) titles = g_ptr_array_new();
	g_autofree gboolean *losers = g_new0(gboolean, subject->readings->len + 1);
	g_autofree char *quote = NULL;

	if (sections->len == 0)
		ats_findings_not_applicable(findings);
	for (guint i = 0; i < sections->len; i++) {
		const AtsResumeSection *section = ats_at(sections, AtsResumeSection, i);

		if (section->line < subject->layout->lines->len && shares(subject, section) &&
		    judge(subject, findings, section, losers, &quote) > 0)
			g_ptr_array_add(titles, (gpointer)section);
	}
	if (titles->len > 0)
		say(subject, findings, titles, losers, quote);
}

const AtsCheck ats_check_heading_shares_line = {
    .id = "heading-shares-line",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
