/*
 * Small questions that the checks on text ask alike.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

/* bytes of a sample; a finding shows about two lines */
#define SAMPLE_BYTES 240

void
ats_gather_add(AtsGather *self, const AtsWord *word)
{
	if (self->n++ == 0) {
		self->page = word->page;
		self->box = word->box;
		self->sample = g_string_new(NULL);
	} else if (word->page == self->page) {
		self->box = ats_box_union(self->box, word->box);
	}
	if (self->sample->len < SAMPLE_BYTES)
		g_string_append_printf(self->sample,
				       "%s%s",
				       self->sample->len > 0 ? " " : "",
				       word->text);
}

void
ats_gather_clear(AtsGather *self)
{
	if (self->sample != NULL)
		g_string_free(self->sample, TRUE);
	*self = (AtsGather){0};
}

guint
ats_count_letters(const char *text)
{
	guint n = 0;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
		n += g_unichar_isalnum(g_utf8_get_char(p)) ? 1 : 0;
	return n;
}

guint
ats_document_n_sheets(const AtsDocument *document)
{
	return document->format == ATS_FORMAT_PDF ? document->pages->len : 1;
}

guint *
ats_letters_by_page(const AtsDocument *document)
{
	guint n_sheets = ats_document_n_sheets(document);
	guint *letters = g_new0(guint, n_sheets + 1);

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		if (word->page < n_sheets && ats_word_shown(document, word))
			letters[word->page] += ats_count_letters(word->text);
	}
	return letters;
}

float
ats_page_picture_share(const AtsDocument *document, guint number)
{
	const AtsPage *page = ats_at(document->pages, AtsPage, number);
	float area = 0;

	for (guint i = 0; i < page->n_drawings; i++) {
		const AtsDrawing *drawing =
		    ats_at(document->drawings, AtsDrawing, page->first_drawing + i);
		AtsBox sheet = {0, 0, page->width, page->height};
		if (drawing->kind == ATS_DRAWING_IMAGE)
			area += ats_box_area(ats_box_intersect(drawing->box, sheet));
	}
	return area / MAX(page->width * page->height, 1);
}

guint
ats_page_layer_words(const AtsDocument *document, guint number)
{
	const AtsPage *page = ats_at(document->pages, AtsPage, number);
	guint n = 0;

	for (guint i = 0; i < page->n_words; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, page->first_word + i);
		n += word->visibility == ATS_VISIBLE_NOT_PAINTED ||
			     word->visibility == ATS_VISIBLE_COVERED
			 ? 1
			 : 0;
	}
	return n;
}

void
ats_findings_lost_everywhere(const AtsSubject *subject, AtsFindings *findings, AtsFinding *finding)
{
	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		if (reading->judged)
			ats_findings_lost_in(findings, finding, reading->parser);
	}
}
