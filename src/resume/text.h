/*
 * The human reading as one string in which every byte still knows its word and its line, so that
 * patterns that run over several words can be found and pointed at. For src/resume.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/resume.h"

typedef struct {
	guint32 start; /* offset of the word's text, bytes */
	guint32 word;  /* index in AtsDocument.words, or ATS_NO_WORD */
	guint32 line;  /* index in AtsLayout.lines */
} AtsPlace;

/**
 * AtsText:
 *
 * A space between words, a tab where the document has one or a pictogram stands between, a newline
 * between lines. Pictograms that are letters of a font are left out.
 */
typedef struct {
	GString *text;
	GArray *places; /* of AtsPlace, by start */
} AtsText;

AtsText *
ats_text_new(const AtsDocument *document, const AtsLayout *layout);

void
ats_text_free(AtsText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsText, ats_text_free)

/* where the byte at @offset comes from; NULL for an empty text */
const AtsPlace *
ats_text_place(const AtsText *text, gsize offset);

/* the document's word, or NULL for a token that the reading made up */
const AtsWord *
ats_token_word(const AtsDocument *document, const AtsToken *token);

/* appends the token's text without soft hyphens and zero-width characters, which nobody sees */
void
ats_append_shown(GString *out, const char *text);

/* the token is a pictogram */
gboolean
ats_token_is_icon(const AtsDocument *document, const AtsToken *token);
