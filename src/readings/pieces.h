/*
 * What becomes of each piece of a resume that a parser files (name, contact data, headings) in each
 * family's reading. For worker and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/resume.h"
#include "report/parsers.h"

/**
 * AtsPiece:
 *
 * A stretch of the human reading that a parser has to find whole.
 */
typedef struct {
	AtsPieceKind kind;
	const char *text; /* as the resume room tells it; lent by AtsResume */
	guint32 first, n; /* its tokens in AtsLayout.human->tokens; n > 0 */
	guint32 page;
	guint32 section; /* index in AtsResume.sections; G_MAXUINT32: none, or page furniture */
} AtsPiece;

/**
 * ats_pieces_list:
 *
 * Returns: (transfer full) (element-type AtsPiece): name, contact data, then the others in human
 * order; what stands only in a link's target is no piece of the text
 */
GArray *
ats_pieces_list(const AtsLayout *layout, const AtsResume *resume);

/* how many tokens of the human reading from @first on it takes to hold the text; 1 if none of the
 * next ones do */
guint32
ats_pieces_n_tokens(const AtsLayout *layout, guint32 first, const char *text);

/**
 * ats_pieces_hold:
 * @pieces: as above
 * @reading: any of the document's
 *
 * Returns: (transfer full) (array length=pieces->len): an AtsPieceState for each piece. Time is
 * that of one pass over the reading and over the pieces' words
 */
guint8 *
ats_pieces_hold(const GArray *pieces,
		const AtsReading *reading,
		const AtsDocument *document,
		const AtsLayout *layout,
		const AtsResume *resume);
