/*
 * The check too-short: too little text to be a resume.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

/* words of a resume of one job and one school; less than that leaves a parser little to file */
#define WORDS_LEAST 80
/* words below which some parsers say that this is no resume */
#define WORDS_TAKEN 30
/* ideographs and kana begin at U+2E80, in UTF-8 with this byte */
#define FIRST_BYTE 0xE2
/* share of a page that pictures cover, from which words may be missing for another reason */
#define PICTURE_SHARE 0.3f

static gboolean
has_large_picture(const AtsSubject *subject)
{
	for (guint i = 0; i < subject->layout->regions->len; i++) {
		const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, i);

		if (region->kind == ATS_REGION_IMAGE_TEXT ||
		    region->kind == ATS_REGION_OUTLINED_TEXT)
			return TRUE;
	}
	for (guint i = 0; i < subject->document->pages->len; i++) {
		if (ats_page_picture_share(subject->document, i) > PICTURE_SHARE)
			return TRUE;
	}
	return FALSE;
}

/* letters of a script that writes no spaces; two of them make a word, as a rule */
static guint
count_ideographs(const char *text)
{
	guint n = 0;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		GUnicodeScript script;
		if ((guchar)*p < FIRST_BYTE)
			continue;
		script = g_unichar_get_script(g_utf8_get_char(p));
		n += script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
		     script == G_UNICODE_SCRIPT_KATAKANA;
	}
	return n;
}

static guint
count_words(const AtsWord *word)
{
	guint n = count_ideographs(word->text);

	if (n > 0)
		return (n + 1) / 2;
	return word->unmapped || ats_count_letters(word->text) > 0;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	guint n = 0;
	AtsFinding *finding;

	for (guint i = 0; i < subject->document->words->len; i++) {
		const AtsWord *word = ats_at(subject->document->words, AtsWord, i);

		if (ats_word_shown(subject->document, word))
			n += count_words(word);
	}
	if (n >= WORDS_LEAST)
		return;
	if (has_large_picture(subject)) {
		ats_findings_not_judged(findings, "words may be in its pictures");
		return;
	}
	finding = ats_findings_add(findings, "The resume has only %u words.", n);
	if (n < WORDS_TAKEN)
		finding->severity = ATS_SEVERITY_WARNING;
}

const AtsCheck ats_check_too_short = {
    .id = "too-short",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
