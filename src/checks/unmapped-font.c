/*
 * The check unmapped-font: glyphs of which the font does not say what characters they are.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

/* share of the shown words from which a text without characters is most of what a reader looks for
 */
#define ERROR_SHARE 0.05

/* a glyph on its own is a bullet, a brace, an arrow; pictograms are icon-glyphs' */
static gboolean
is_unmapped(const AtsDocument *document, const AtsWord *word)
{
	return word->unmapped && !word->icon && word->n_glyphs > 1 &&
	       ats_word_shown(document, word);
}

static guint
count_glyphs(const AtsDocument *document)
{
	guint n = 0;

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		n += ats_word_shown(document, word) ? word->n_glyphs : 0;
	}
	return n;
}

/* glyphs of a font from which they are words: fewer are a brace of a maths font, a rule of dots */
#define LEAST_GLYPHS 4

/* what of one font's words has no characters */
typedef struct {
	AtsGather words;
	guint n_glyphs;
} Unmapped;

static void
say(const AtsSubject *subject, AtsFindings *findings, const AtsFont *font, const Unmapped *unmapped)
{
	const AtsGather *words = &unmapped->words;
	gboolean named = font->name != NULL && *font->name != '\0';
	AtsFinding *finding =
	    ats_findings_add(findings,
			     "%s%s does not say which characters it shows (%u word%s).",
			     named ? "The font " : "A font without a name",
			     named ? font->name : "",
			     words->n,
			     words->n == 1 ? "" : "s");

	if (unmapped->n_glyphs < ERROR_SHARE * count_glyphs(subject->document))
		finding->severity = ATS_SEVERITY_WARNING;
	ats_findings_evidence(findings, finding, words->sample->str);
	ats_findings_place(findings, finding, words->page, words->box);
	ats_findings_lost_everywhere(subject, findings, finding);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsDocument *document = subject->document;
	g_autofree Unmapped *fonts = g_new0(Unmapped, document->fonts->len + 1);

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		if (word->font >= document->fonts->len || !is_unmapped(document, word))
			continue;
		ats_gather_add(&fonts[word->font].words, word);
		fonts[word->font].n_glyphs += word->n_glyphs;
	}
	for (guint i = 0; i < document->fonts->len; i++) {
		if (fonts[i].n_glyphs >= LEAST_GLYPHS)
			say(subject, findings, ats_at(document->fonts, AtsFont, i), &fonts[i]);
		ats_gather_clear(&fonts[i].words);
	}
}

const AtsCheck ats_check_unmapped_font = {
    .id = "unmapped-font",
    .needs = ATS_NEEDS_PDF | ATS_NEEDS_TEXT,
    .run = run,
};
