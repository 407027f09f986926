/*
 * The check title-style: the name of a DOCX stands in the style Title alone, which pandoc takes for
 * the document's own data.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"

/* leading paragraphs of these styles are no text for pandoc */
static gboolean
is_data_style(const char *style)
{
	static const char *const styles[] =
	    {"title", "subtitle", "author", "authors", "date", "abstract"};

	for (gsize i = 0; i < G_N_ELEMENTS(styles); i++) {
		if (g_ascii_strcasecmp(style, styles[i]) == 0)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_of_body(const AtsDocument *document, const AtsParagraph *paragraph)
{
	return ats_at(document->parts, AtsPart, paragraph->part)->kind == ATS_PART_BODY;
}

/* the paragraph of the word, if it is one of those of such styles that the body begins with; NULL
 */
static const AtsParagraph *
find_leading(const AtsDocument *document, guint32 word)
{
	for (guint i = 0; i < document->paragraphs->len; i++) {
		const AtsParagraph *paragraph = ats_at(document->paragraphs, AtsParagraph, i);

		if (!is_of_body(document, paragraph) || paragraph->n_words == 0)
			continue;
		if (!is_data_style(paragraph->style))
			return NULL;
		if (word >= paragraph->first_word &&
		    word - paragraph->first_word < paragraph->n_words)
			return paragraph;
	}
	return NULL;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsField *name = &subject->resume->name;
	const AtsParagraph *paragraph = name->text != NULL && name->word != ATS_NO_WORD
					    ? find_leading(subject->document, name->word)
					    : NULL;
	AtsFinding *finding;

	if (paragraph == NULL)
		return;
	finding = ats_findings_add(findings,
				   "The name stands in a paragraph of the style %s, which "
				   "pandoc leaves out of the text.",
				   paragraph->style);
	ats_findings_evidence(findings, finding, name->text);
}

const AtsCheck ats_check_title_style = {
    .id = "title-style",
    .needs = ATS_NEEDS_DOCX | ATS_NEEDS_TEXT,
    .run = run,
};
