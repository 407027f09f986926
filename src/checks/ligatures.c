/*
 * The check ligatures: fi, fl, ff as single characters of their own.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf8.h"
#include "checks/gather.h"

/* a ligature glyph that the font maps to its letters is none of these: the text has the letters */
static gboolean
holds_ligature(const char *text)
{
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		if (ats_unichar_is_ligature(g_utf8_get_char(p)))
			return TRUE;
	}
	return FALSE;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsDocument *document = subject->document;
	g_auto(AtsGather) words = {0};
	AtsFinding *finding;

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		if (holds_ligature(word->text) && ats_word_shown(document, word))
			ats_gather_add(&words, word);
	}
	if (words.n == 0)
		return;
	finding = ats_findings_add(
	    findings,
	    "%u word%s ligatures as characters of their own, such as “ﬁ” for “fi”.",
	    words.n,
	    words.n == 1 ? " holds" : "s hold");
	ats_findings_evidence(findings, finding, words.sample->str);
	ats_findings_place(findings, finding, words.page, words.box);
}

const AtsCheck ats_check_ligatures = {
    .id = "ligatures",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};
