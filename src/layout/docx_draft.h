/*
 * The draft of a DOCX's layout: its lines in the order of the file with what is known of them and
 * of the parts around them, until regions and order are settled. For docx*.c of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/layout.h"

#define ATS_DOCX_NOWHERE G_MAXUINT32
/* share of the width of the text or table up to which a flow is a sidebar: about a third, and some
 * more for padding */
#define ATS_DOCX_SIDEBAR_SHARE 0.42f

/* what is in a part, nested parts counted in; by index in AtsDocument.parts */
typedef struct {
	gboolean shown;
	guint32 root;
	guint32 first_line, end_line; /* draft lines; the same when it has none */
	guint n_words, n_headings, n_list, n_paragraphs;
	guint32 region; /* that its lines stand in; NOWHERE: as the part around it */
} AtsDocxFacts;

/* a region laid over lines of the draft */
typedef struct {
	guint32 region;
	guint32 first_line, end_line;
} AtsDocxOverlay;

typedef struct {
	const AtsDocument *document;
	AtsLayout *layout;
	GArray *shown; /* guint32: words that a person sees, paragraph by paragraph */
	GArray
	    *lines; /* of AtsLine; first and n count in @shown; region is NOWHERE until settled */
	GArray *order;	  /* guint32: draft lines in human order */
	GArray *facts;	  /* of AtsDocxFacts */
	GArray *overlays; /* of AtsDocxOverlay */
	guint32 body;	  /* the body part */
	guint n_flows;
	const guint32 *places; /* docx_pictures.c: human order by paragraph */
} AtsDocxDraft;

#define ats_docx_line(draft, i)	 ats_at((draft)->lines, AtsLine, i)
#define ats_docx_facts(draft, i) ats_at((draft)->facts, AtsDocxFacts, i)

/* the line is typed letter by letter, with a space after each */
gboolean
ats_docx_line_is_spelt(const AtsDocxDraft *draft, const AtsLine *line);

/* the word @i of the line */
const AtsWord *
ats_docx_line_word(const AtsDocxDraft *draft, const AtsLine *line, guint i);

/* a new region; its index. @flow: NOWHERE for a flow of its own */
guint32
ats_docx_region_add(AtsDocxDraft *draft, AtsRegionKind kind, guint32 flow);

void
ats_docx_overlay_add(AtsDocxDraft *draft, guint32 region, guint32 first_line, guint32 end_line);

/* points between the margins of the paragraph's section */
float
ats_docx_text_width(const AtsDocxDraft *draft, guint32 section);

/* of the body itself: not in a box, table flow, header or note */
gboolean
ats_docx_is_plain(const AtsDocxDraft *draft, guint32 line);

/* --- docx_lines.c: lines and their typography --- */

void
ats_docx_lines_make(AtsDocxDraft *draft);

/* --- docx_headings.c --- */

void
ats_docx_headings_mark(AtsDocxDraft *draft);

/* --- docx_tabs.c: lists in columns, by tabs --- */

void
ats_docx_tabs_look(AtsDocxDraft *draft);

/* --- docx_tables.c --- */

void
ats_docx_tables_look(AtsDocxDraft *draft);

/* --- docx_boxes.c --- */

/* regions and order of boxes. @body_is_column: (out): some stand beside the body. Returns: how many
 * boxes could */
guint
ats_docx_boxes_settle(AtsDocxDraft *draft, gboolean *body_is_column);

/* --- docx_flows.c --- */

/* a region for each line: sections in columns, boxes beside the body, headers and footers; and the
 * order of boxes */
void
ats_docx_flows_settle(AtsDocxDraft *draft);

/* --- docx_pictures.c --- */

/* regions of pictures, charts and skill bars; the share of text that only pictures hold */
void
ats_docx_pictures_look(AtsDocxDraft *draft);
