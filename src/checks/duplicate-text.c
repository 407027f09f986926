/*
 * The check duplicate-text: text that stands in the file twice, so that some parsers print it
 * twice.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"
#include "checks/spots.h"

/* words printed twice that make a finding: a name, an e-mail address and a phone number */
#define LEAST_WORDS 3
/* share of the words from which it is an error: a paragraph of a page */
#define ERROR_SHARE 0.1
/* letters of a word that counts: a short one stands in many places of its own right */
#define LEAST_LETTERS 3

/* the branch for older programs, beside the one that Word shows: as a rule its copy */
static gboolean
is_fallback(const AtsDocument *document, const AtsWord *word)
{
	return document->format == ATS_FORMAT_DOCX &&
	       ats_part_is_within(document, word->part, ATS_PART_ALTERNATE, ATS_VARIANT_FALLBACK);
}

static gboolean
counts(const AtsWord *word)
{
	return !word->icon && !word->unmapped && ats_count_letters(word->text) >= LEAST_LETTERS;
}

/* a word whose letters a reading mixes with others' is there in many pieces, but once */
static gboolean
is_all_of(const AtsToken *token, const AtsWord *word)
{
	return g_str_equal(token->text, word->text) && counts(word);
}

/* @seen: words of the reading before this token */
static gboolean
is_second(const AtsSubject *subject, const AtsReading *reading, guint i, guint8 *seen)
{
	const AtsToken *token = ats_at(reading->tokens, AtsToken, i);
	const AtsWord *word;

	if (token->word >= subject->document->words->len ||
	    (i > 0 && ats_at(reading->tokens, AtsToken, i - 1)->word == token->word))
		return FALSE;
	word = ats_at(subject->document->words, AtsWord, token->word);
	if (seen[token->word] == 0) {
		seen[token->word] = 1;
		return is_fallback(subject->document, word) && is_all_of(token, word);
	}
	return is_all_of(token, word);
}

static void
look(const AtsSubject *subject, const AtsReading *reading, const guint8 *people, AtsSpots *spots)
{
	g_autofree guint8 *seen = g_new0(guint8, subject->document->words->len + 1);

	for (guint i = 0; i < reading->tokens->len; i++) {
		const AtsToken *token = ats_at(reading->tokens, AtsToken, i);

		if (is_second(subject, reading, i, seen))
			ats_spots_add(spots, token->word, token->text);
	}
}

/* words that a page draws twice in one place, for a bolder look or a shadow */
static AtsGather
gather_doubled(const AtsDocument *document)
{
	AtsGather doubled = {0};

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		if (word->doubled && counts(word) && ats_word_shown(document, word))
			ats_gather_add(&doubled, word);
	}
	return doubled;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_auto(AtsToll) toll = ats_toll_take(subject, look, LEAST_WORDS);
	g_auto(AtsGather) doubled = gather_doubled(subject->document);
	AtsFinding *finding;

	if (toll.losers->len > 0) {
		finding = ats_findings_add(findings, "%u words are read twice.", toll.worst.n);
		ats_toll_tell(&toll, subject, findings, finding, ERROR_SHARE);
	} else if (doubled.n >= LEAST_WORDS) {
		finding =
		    ats_findings_add(findings, "%u words are drawn twice in one place.", doubled.n);
		finding->severity = ATS_SEVERITY_NOTE;
		ats_findings_evidence(findings, finding, doubled.sample->str);
		ats_findings_place(findings, finding, doubled.page, doubled.box);
	}
}

const AtsCheck ats_check_duplicate_text = {
    .id = "duplicate-text",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
