/*
 * The check broken-email: an e-mail address that a person can read and a parser does not get whole:
 * split, glued to its neighbour, or spelt out.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/evidence.h"
#include "checks/spelt-email.h"
#include "resume/patterns.h"

#include <string.h>

/* words of a parser's line to quote on either side of the address */
#define QUOTED_WORDS  3
#define MANY_FAMILIES 5

/* whether a program that looks for addresses finds this one, unsplit, in the text */
static gboolean
finds(const char *text, const char *email)
{
	g_auto(AtsMatch) match = {0};
	gsize from = 0;

	while (ats_match_email(text, &from, &match)) {
		if (g_ascii_strcasecmp(match.text, email) == 0 &&
		    match.end - match.start == strlen(email))
			return TRUE;
	}
	return FALSE;
}

/* the human reading's break before the word, and after it */
static gboolean
stands_on_own_line(const AtsSubject *subject, guint32 word)
{
	const GArray *tokens = subject->layout->human->tokens;

	for (guint i = 0; i < tokens->len; i++) {
		if (ats_at(tokens, AtsToken, i)->word != word)
			continue;
		return ats_at(tokens, AtsToken, i)->before >= ATS_BREAK_LINE ||
		       i + 1 == tokens->len ||
		       ats_at(tokens, AtsToken, i + 1)->before >= ATS_BREAK_LINE;
	}
	return FALSE;
}

/* some programs print paragraphs of every DOCX without a break between: no fault of this one */
static gboolean
glues_paragraphs(const AtsSubject *subject, const AtsReading *reading, const AtsField *email)
{
	return subject->document->format == ATS_FORMAT_DOCX &&
	       g_str_equal(reading->parser, "docx2txt") && stands_on_own_line(subject, email->word);
}

/* names the readings that print the address's words but not the address, and quotes the first */
static guint
judge(const AtsSubject *subject, AtsFindings *findings, const AtsField *email, GPtrArray *losers)
{
	for (guint i = 0; i < subject->readings->len; i++) {
		AtsReading *reading = g_ptr_array_index(subject->readings, i);

		if (!reading->judged ||
		    ats_subject_token_of_word(subject, findings, reading, email->word) ==
			G_MAXUINT32)
			continue;
		if (!finds(reading->text, email->text) &&
		    !glues_paragraphs(subject, reading, email))
			g_ptr_array_add(losers, reading);
	}
	return losers->len;
}

/* what a single family of many breaks is that program's own flaw: nobody need write the address
 * another way for it */
static AtsSeverity
severity_of(const AtsSubject *subject, guint n_losers)
{
	if (n_losers == 1 && subject->readings->len >= MANY_FAMILIES)
		return ATS_SEVERITY_NOTE;
	return ats_subject_severity(subject, n_losers);
}

/* the reading holds the address, if need be with ligatures that are one character each */
static gboolean
finds_ligated(const AtsReading *reading, const char *email)
{
	g_autofree char *letters = g_utf8_normalize(reading->text, -1, G_NORMALIZE_ALL);

	return letters != NULL && finds(letters, email);
}

static void
say_broken(const AtsSubject *subject,
	   AtsFindings *findings,
	   const AtsField *email,
	   const GPtrArray *losers)
{
	const AtsReading *first = g_ptr_array_index(losers, 0);
	guint32 token = ats_subject_token_of_word(subject, findings, first, email->word);
	const AtsWord *word = ats_at(subject->document->words, AtsWord, email->word);
	g_autofree char *quote = ats_reading_quote(first, token, QUOTED_WORDS, QUOTED_WORDS);
	AtsFinding *finding =
	    ats_findings_add(findings,
			     finds_ligated(subject->layout->human, email->text)
				 ? "The e-mail address “%s” does not come out whole."
				 : "The e-mail address “%s” is split.",
			     email->text);

	finding->severity = severity_of(subject, losers->len);
	for (guint i = 0; i < losers->len; i++) {
		const AtsReading *reading = g_ptr_array_index(losers, i);
		ats_findings_lost_in(findings, finding, reading->parser);
	}
	if (finds_ligated(first, email->text))
		ats_findings_fix(findings,
				 finding,
				 "Switch ligatures off, so that fi and fl are two letters in the "
				 "text, or set the address in another font.");
	ats_findings_evidence(findings, finding, quote);
	ats_findings_place(findings, finding, word->page, word->box);
}

static void
say_spelt(const AtsSubject *subject, AtsFindings *findings, const char *spelt, guint32 index)
{
	const AtsLine *line = ats_at(subject->layout->lines, AtsLine, index);
	AtsFinding *finding =
	    ats_findings_add(findings, "The e-mail address is spelt out: “%s”.", spelt);

	ats_findings_fix(findings, finding, "Write the address as it is, with @ and dots.");
	ats_findings_place(findings, finding, line->page, line->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsField *email = &subject->resume->email;
	g_autoptr(GPtrArray) losers = g_ptr_array_new();
	g_autofree char *spelt = NULL;
	guint32 line = 0;

	if (email->text != NULL && email->word != ATS_NO_WORD) {
		if (judge(subject, findings, email, losers) > 0)
			say_broken(subject, findings, email, losers);
		return;
	}
	spelt = ats_subject_spelt_email(subject, &line);
	if (spelt != NULL)
		say_spelt(subject, findings, spelt, line);
	else
		ats_findings_not_applicable(findings);
}

const AtsCheck ats_check_broken_email = {
    .id = "broken-email",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
