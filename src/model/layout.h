/*
 * How a person sees the document: regions, lines in human order, blocks of lines. Filled by src/layout, read by all rooms
 * after it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/reading.h"

typedef enum {
	ATS_REGION_MAIN,    /* the one flow of a single-column page or stretch, or a full-width block between columns */
	ATS_REGION_COLUMN,  /* one of two or more flows that are read one after the other */
	ATS_REGION_SIDEBAR, /* a narrow column beside a main one */
	ATS_REGION_BLOCK,   /* column block: a list set in columns inside one section (skills, languages); @n_columns */
	ATS_REGION_TABLE,   /* a grid; @n_rows, @n_columns, @ruled */
	ATS_REGION_MARGIN,  /* dates or titles hanging in a margin beside their entries */
	ATS_REGION_HEADER,  /* running header: stands on most pages, or in a DOCX header part */
	ATS_REGION_FOOTER,
	ATS_REGION_TEXT_BOX, /* DOCX */
	ATS_REGION_IMAGE,   /* picture without words (see @photo, @icon) */
	ATS_REGION_IMAGE_TEXT, /* picture of words */
	ATS_REGION_OUTLINED_TEXT, /* words as vector outlines */
	ATS_REGION_GRAPHIC, /* skill bars, charts, rating dots */
} AtsRegionKind;

/* the kind's name in reports: "sidebar", "column-block" */
const char *
ats_region_kind_name(AtsRegionKind kind);

/**
 * AtsRegion:
 *
 * MAIN, COLUMN, SIDEBAR, HEADER and FOOTER regions hold the lines (AtsLine.region names one of them, or a TEXT_BOX); the others
 * are laid over them and tell what else is there.
 */
typedef struct {
	AtsRegionKind kind;
	guint32 page;  /* 0 for DOCX */
	AtsBox box;    /* all-zero where a DOCX does not say */
	guint32 flow;  /* regions of one flow are read one after the other, over pages: the sidebar of page 1 and of page 2 */
	guint16 n_rows, n_columns;
	guint32 first_line, n_lines; /* BLOCK, TABLE, MARGIN: the lines laid under it, in human order; 0, 0 if scattered */
	guint32 part;	 /* DOCX: the TABLE or TEXT_BOX part; 0 otherwise */
	guint32 drawing; /* IMAGE*, GRAPHIC: the (first) drawing; G_MAXUINT32 otherwise, and for a graphic set in a font */
	guint ruled : 1; /* TABLE: by drawn rules */
	guint places_text : 1; /* TABLE (DOCX): used to place text rather than to hold data */
	guint photo : 1;       /* IMAGE: of a person, as far as size, place and tones tell */
	guint icon : 1;	       /* IMAGE: a pictogram */
	guint filled : 1;      /* has a ground of its own colour */
	float text_share;      /* IMAGE_TEXT, OUTLINED_TEXT: share of the page's text-like ink that it holds, 0..1 */
} AtsRegion;

/**
 * AtsLine:
 *
 * Words on one baseline of one region, in reading direction. DOCX: a paragraph's words up to a line break.
 */
typedef struct {
	guint32 page;
	AtsBox box;	/* all-zero for DOCX */
	float baseline;
	float edge;	/* PDF: x at which the text of its column or cell ends */
	guint32 first, n; /* its tokens in AtsLayout.human->tokens */
	guint32 region;	/* index in AtsLayout.regions */
	guint32 block;	/* index in AtsLayout.blocks */
	guint32 paragraph; /* DOCX: index in AtsDocument.paragraphs; PDF: G_MAXUINT32 */
	/* typography: of the majority of its letters */
	float size; /* points */
	guint32 colour;
	guint16 font;
	guint bold : 1;
	guint italic : 1;
	guint capitals : 1; /* all letters, as shown (small caps and w:caps count) */
	guint letterspaced : 1;
	guint centred : 1;  /* in its region, with room on both sides */
	guint bullet : 1;   /* starts with a bullet or list number */
	guint rule_below : 1; /* a rule under it as wide as the line or wider, nearer than the next line */
	guint rule_above : 1;
	guint rule_beside : 1; /* a rule that continues the line to one or both sides */
	guint filled : 1;   /* stands on a filled bar of its own */
	guint margin : 1;   /* hangs in a margin beside an entry */
	guint shares_row : 1; /* other text of the same region and another place stands on the same baseline, parted by a wide gap */
	guint right_part : 1; /* ... and this is the right part: a right-aligned date or place */
	guint heading : 1;  /* by typography and place this looks like a section heading: a candidate, no lexicon asked */
	float heading_strength; /* 0..1, how strongly it stands out from the body text */
	guint8 outline;	    /* DOCX: heading level of its style */
	float space_above;  /* points from the bottom of the line above in its region; -1 for the first of a region, and for DOCX
			       what the paragraphs state */
} AtsLine;

/**
 * AtsBlock: a paragraph, list item, entry title line or heading: lines that read as one.
 */
typedef struct {
	guint32 first_line, n_lines;
	guint32 region;
} AtsBlock;

/**
 * AtsLayout:
 *
 * @human is the reference reading, in which every shown word stands once; lines, and so blocks, follow its order.
 */
typedef struct {
	GArray *regions; /* of AtsRegion */
	GArray *lines;	 /* of AtsLine, in human order */
	GArray *blocks;	 /* of AtsBlock, in human order */
	AtsReading *human;
	guint n_columns; /* most flows side by side on any page; 1 for a plain document */
	float body_size; /* points: the commonest size of its letters */
	double unheld;	 /* share of the text-like ink that no text holds (images and outlines of words), 0..1 */
	double unheld_lines; /* share of its lines that no text holds, likewise */
} AtsLayout;

AtsLayout *
ats_layout_new(void);

void
ats_layout_free(AtsLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsLayout, ats_layout_free)

/* the line's words with single spaces; (transfer full) */
char *
ats_line_text(const AtsLayout *layout, const AtsLine *line);
