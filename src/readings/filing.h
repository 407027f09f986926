/*
 * Which heading owns which text in a reading: what a parser that looks for headings on lines of
 * their own files under each of them, and what of it is another section's. For worker, checks and
 * tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "readings/pieces.h"

/* the text above all headings, in place of a section's index */
#define ATS_SECTION_TOP G_MAXUINT32

/* sections whose text one heading may be said to have taken; more are a picture of ruin */
#define ATS_FILED_FOREIGN 8

/**
 * AtsForeign: words that stand under the heading of another section than their own
 */
typedef struct {
	guint32 section; /* their own: index in AtsResume.sections, or ATS_SECTION_TOP */
	guint32 n_words;
	guint32 n_own; /* words that the section has as people read it */
	guint32 token; /* of the reading: the first of them as people read */
} AtsForeign;

/**
 * AtsFiled: a section as the reading has it
 */
typedef struct {
	guint32 section;     /* index in AtsResume.sections, or ATS_SECTION_TOP */
	AtsPieceState state; /* of its heading; MOVED is as good as WHOLE here, and only these own
				text. WHOLE for the top */
	guint32 n_words;     /* that stand under it there */
	guint32 n_missing;   /* of the section's own words: those that do not */
	guint32 foreign, n_foreign; /* in AtsFiling.foreign, most words first */
} AtsFiled;

typedef struct {
	GArray *sections; /* of AtsFiled: as the reading has the headings, then those that it lacks
			   */
	GArray *foreign;  /* of AtsForeign */
} AtsFiling;

/**
 * ats_filing_new:
 * @pieces: see ats_pieces_list
 * @states: of @reading, see ats_pieces_hold
 *
 * A heading that does not stand alone on a line is none: what follows it belongs to the heading
 * before. Words of running headers and footers, bullets and the headings' own words are not
 * counted. Time is n log n in the words.
 *
 * Returns: (transfer full): empty for a reading that is not judged
 */
AtsFiling *
ats_filing_new(const GArray *pieces,
	       const guint8 *states,
	       const AtsReading *reading,
	       const AtsDocument *document,
	       const AtsLayout *layout,
	       const AtsResume *resume);

void
ats_filing_free(AtsFiling *filing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsFiling, ats_filing_free)

/* the reading has the heading on a line of its own */
static inline gboolean
ats_filed_is_found(const AtsFiled *filed)
{
	return filed->state <= ATS_PIECE_MOVED;
}
