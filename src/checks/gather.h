/*
 * Small questions that the checks on text ask alike: how much text a page shows, and words of one
 * kind counted with their first place and a sample. For the checks of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/check.h"

/**
 * AtsGather: words of one kind. All-zero is empty; clear it with ats_gather_clear().
 */
typedef struct {
	guint n;
	guint page;	 /* of the first, from 0 */
	AtsBox box;	 /* around those on that page */
	GString *sample; /* the first of them, single spaces between; NULL if none */
} AtsGather;

void
ats_gather_add(AtsGather *self, const AtsWord *word);

/* forgets all */
void
ats_gather_clear(AtsGather *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsGather, ats_gather_clear)

/* pages to count by: a DOCX, which has no pages, counts as one */
guint
ats_document_n_sheets(const AtsDocument *document);

/* letters and digits that a person sees on each page and that are text, in one pass; (transfer
 * full) */
guint *
ats_letters_by_page(const AtsDocument *document);

guint
ats_count_letters(const char *text);

/* shown letters and digits below which a page counts as a picture of a page: a line or two of
 * furniture, as a scanner's stamp */
#define ATS_PICTURE_LETTERS 50

/* share of a page from which pictures are the page; a scan covers all of it, less a margin that a
 * scanner trims */
#define ATS_SCAN_SHARE 0.5f
/* words beneath a scan from which they are its text layer, by which parsers do get text */
#define ATS_LAYER_WORDS 25

/* share of the page that pictures cover together; may pass 1 where they overlap */
float
ats_page_picture_share(const AtsDocument *document, guint number);

/* words that a person does not see because they are not painted or lie under a picture */
guint
ats_page_layer_words(const AtsDocument *document, guint number);

/* every judged reading loses it */
void
ats_findings_lost_everywhere(const AtsSubject *subject, AtsFindings *findings, AtsFinding *finding);
