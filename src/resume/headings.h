/*
 * Section headings: which lines are headings, by lexicon, typography and how they agree with one
 * another; and what stands under each. For read.c; the parts below it for heading-*.c alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "resume/lexicon.h"

/* fills the sections of @resume */
void
ats_sections_read(const AtsDocument *document, const AtsLayout *layout, AtsResume *resume);

/**
 * AtsHeadLine:
 *
 * What one line of the layout has of a heading.
 */
typedef struct {
	char *text; /* as shown, without bullets and pictograms; NULL for a line that cannot be a
		       heading */
	AtsTitle title; /* what the lists say of the whole text */
	guint style;	/* index of its style; equal for lines that look alike */
	guint n_lines;	/* that it takes, one after the other */
	AtsBox box;
	gboolean heading; /* decided */
} AtsHeadLine;

void
ats_head_lines_free(GArray *lines);

/* an AtsHeadLine for each line of the layout, with text and title; (transfer full) */
GArray *
ats_head_lines_new(const AtsDocument *document, const AtsLayout *layout);

/* joins headings that stand on several lines into the first one; the others lose their text. Called
   before the headings are decided, and again after, when more is known */
void
ats_head_lines_join(const AtsLayout *layout, GArray *lines);

/**
 * AtsHeadStyle:
 *
 * Lines that look alike: size, weight, capitals, colour.
 */
typedef struct {
	guint n_lines;		  /* of this look */
	guint n_possible;	  /* ... that could be headings */
	guint n_known;		  /* ... and stand in the lists */
	guint n_known_ruled;	  /* ... with a rule below */
	guint n_known_under;	  /* ... with a rule above */
	guint n_known_sharing;	  /* ... with other text on their row */
	guint n_known_candidates; /* ... and that the layout takes for headings */
	guint32 kinds;		  /* ... the sections that these are, bits by AtsSectionKind */
	guint n_kinds;		  /* ... and how many */
	guint n_candidates;	  /* ... and that the layout takes for headings */
	float strength;		  /* mean of the possible lines */
	float size;
	gboolean bold, italic, capitals;
	gboolean accepted; /* headings look like this */
} AtsHeadStyle;

/* styles that differ in colour alone have the same number */
guint
ats_head_style_shape(const AtsHeadStyle *style);

/* gives each line its style and counts; (transfer full): of AtsHeadStyle */
GArray *
ats_head_styles_new(const AtsLayout *layout, GArray *lines);

/* marks the styles that headings have; FALSE if there is none */
gboolean
ats_head_styles_accept(GArray *styles);

/* the section that the lines from @from to @to make up, judged by their words; NONE if nothing
 * tells */
AtsSectionKind
ats_section_kind_of_content(const AtsLayout *layout, guint from, guint to);
