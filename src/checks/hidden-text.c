/*
 * The check hidden-text: words that a parser takes and a person does not see.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf8.h"
#include "checks/gather.h"

/* letters and digits below which hidden text says nothing: a space holder, a white full stop, a
 * number in a link */
#define LEAST_LETTERS 4
/* ways to be hidden, and not to be */
#define N_KINDS (ATS_VISIBLE_HIDDEN_RUN + 1)

static const char *
how_hidden(guint8 visibility)
{
	switch (visibility) {
	case ATS_VISIBLE_NOT_PAINTED:
		return "Text is there that is never painted.";
	case ATS_VISIBLE_SAME_COLOUR:
		return "Text has the colour of its ground.";
	case ATS_VISIBLE_COVERED:
		return "Text lies under a box or a picture.";
	case ATS_VISIBLE_CLIPPED:
		return "Text is cut away by a clip.";
	case ATS_VISIBLE_OFF_PAGE:
		return "Text stands beside the page.";
	case ATS_VISIBLE_TOO_SMALL:
		return "Text is too small to be seen.";
	case ATS_VISIBLE_LAYER_OFF:
		return "Text stands on a layer that is switched off.";
	case ATS_VISIBLE_HIDDEN_RUN:
	default:
		return "Text is formatted as hidden.";
	}
}

/* what is hidden on one page in one way */
static void
say(AtsFindings *findings, const AtsGather *hidden, guint8 visibility)
{
	AtsFinding *finding;

	if (hidden->n == 0 || ats_count_letters(hidden->sample->str) < LEAST_LETTERS)
		return;
	finding = ats_findings_add(findings, "%s", how_hidden(visibility));
	ats_findings_evidence(findings, finding, hidden->sample->str);
	ats_findings_place(findings, finding, hidden->page, hidden->box);
}

static gboolean
is_hidden(const AtsSubject *subject, const AtsWord *word)
{
	return word->visibility != ATS_VISIBLE_NORMAL &&
	       ats_part_shown(subject->document, word->part) && !ats_utf8_is_ornament(word->text);
}

static void
say_page(const AtsSubject *subject, AtsFindings *findings, const AtsGather *kinds, guint number)
{
	gboolean scan = subject->document->format == ATS_FORMAT_PDF &&
			ats_page_picture_share(subject->document, number) >= ATS_SCAN_SHARE;

	for (guint8 v = 0; v < N_KINDS; v++) {
		gboolean layer = scan && (v == ATS_VISIBLE_NOT_PAINTED || v == ATS_VISIBLE_COVERED);
		if (!layer)
			say(findings, &kinds[v], v);
	}
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsDocument *document = subject->document;
	guint n_sheets = ats_document_n_sheets(document);
	g_autofree AtsGather *kinds = g_new0(AtsGather, (gsize)(n_sheets + 1) * N_KINDS);

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		if (word->page < n_sheets && is_hidden(subject, word))
			ats_gather_add(&kinds[word->page * N_KINDS + word->visibility], word);
	}
	for (guint i = 0; i < n_sheets; i++)
		say_page(subject, findings, &kinds[i * N_KINDS], i);
	for (guint i = 0; i < n_sheets * N_KINDS; i++)
		ats_gather_clear(&kinds[i]);
}

const AtsCheck ats_check_hidden_text = {
    .id = "hidden-text",
    .needs = ATS_NEEDS_ORDER,
    .run = run,
};
