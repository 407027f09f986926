/*
 * Properties of runs and paragraphs as WordprocessingML states them: reading w:rPr and w:pPr, and
 * laying one set over another. For the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/docx_xml.h"
#include "model/document.h"

/* --- measures --- */

/* a length in points; a bare number counts in @per_point to a point (20: twips, 12700: EMU, 2: half
   points); strict files write "12pt", "2.5cm". NULL gives @otherwise */
float
ats_docx_length(const char *text, float per_point, float otherwise);

#define ATS_DOCX_TWIPS	     20.f
#define ATS_DOCX_EMU	     12700.f
#define ATS_DOCX_HALF_POINTS 2.f
#define ATS_DOCX_POINTS	     1.f

/* an on/off value: present without a value means on */
gboolean
ats_docx_is_on(const char *val);

/* "1F3864" → 0x1F3864; FALSE for "auto", NULL and nonsense */
gboolean
ats_docx_colour(const char *text, guint32 *colour);

/* the fill of a w:shd whose START is current; FALSE if it lets the ground through */
gboolean
ats_docx_shading(const AtsXml *xml, guint32 *fill);

/* --- runs --- */

/* what is said of a run; what is not said comes from the level below: character style, paragraph
 * style, defaults */
typedef enum {
	ATS_RUN_SIZE = 1 << 0,
	ATS_RUN_COLOUR = 1 << 1,
	ATS_RUN_FONT = 1 << 2,
	ATS_RUN_SPACING = 1 << 3,
	ATS_RUN_FILL = 1 << 4,
	ATS_RUN_UNDERLINE = 1 << 5,
	ATS_RUN_COMPLEX_SIZE = 1 << 6,
} AtsRunStated;

/* properties that styles of two kinds, both on, switch off again (ECMA-376 17.7.3) */
typedef enum {
	ATS_TOGGLE_BOLD = 1 << 0,
	ATS_TOGGLE_ITALIC = 1 << 1,
	ATS_TOGGLE_CAPS = 1 << 2,
	ATS_TOGGLE_SMALL_CAPS = 1 << 3,
	ATS_TOGGLE_VANISH = 1 << 4,
	ATS_TOGGLE_COMPLEX_BOLD = 1 << 5,
	ATS_TOGGLE_COMPLEX =
	    1 << 6, /* written from right to left, or said to be a complex script */
} AtsToggle;

typedef struct {
	guint8 stated;	       /* AtsRunStated */
	guint8 toggles_stated; /* AtsToggle */
	guint8 toggles;	       /* AtsToggle: which are on */
	gboolean underline;
	gboolean colour_auto; /* black on light, white on dark ground: never hidden */
	gboolean filled;      /* has a ground of its own: @fill */
	float size, spacing;  /* points */
	float complex_size;   /* points, of complex scripts */
	guint32 colour, fill;
	const char *font; /* lent by the document's strings; a theme font as "+minor" or "+major" */
	const char *style; /* w:rStyle, lent likewise; NULL */
} AtsRunProps;

/* the w:rPr whose START is current, up to its END */
void
ats_docx_run_props_read(AtsXml *xml, AtsDocument *document, AtsRunProps *props);

/* @over laid on @props: what it states wins */
void
ats_docx_run_props_lay(AtsRunProps *props, const AtsRunProps *over);

/* likewise for the styles of another kind: toggles that both have on go off */
void
ats_docx_run_props_lay_style(AtsRunProps *props, const AtsRunProps *over);

/* size and weight that its text shows: those of complex scripts are stated apart */
float
ats_docx_run_size(const AtsRunProps *props);

gboolean
ats_docx_run_is_bold(const AtsRunProps *props);

/* --- paragraphs --- */

typedef enum {
	ATS_PARA_ALIGN = 1 << 0,
	ATS_PARA_LEFT = 1 << 1,
	ATS_PARA_FIRST = 1 << 2,
	ATS_PARA_BEFORE = 1 << 3,
	ATS_PARA_AFTER = 1 << 4,
	ATS_PARA_RULES = 1 << 5,
	ATS_PARA_FILL = 1 << 6,
	ATS_PARA_KEEP = 1 << 7,
	ATS_PARA_BREAK = 1 << 8,
	ATS_PARA_OUTLINE = 1 << 9,
	ATS_PARA_NUMBER = 1 << 10,
	ATS_PARA_FRAME = 1 << 11,
} AtsParaStated;

typedef struct {
	float x, y, width, height; /* points; 0 where it does not say */
	gboolean page_x, page_y;   /* measured from the page, else from the margin or the text */
	gboolean margin_y;
	gboolean drop_cap;
	guint id; /* equal for frames that say the same: neighbours of one id are one frame; 0: no
		     frame */
} AtsDocxFrame;

typedef struct {
	guint stated; /* AtsParaStated */
	guint8 align; /* AtsAlign */
	gboolean rule_above, rule_below;
	gboolean filled;
	guint32 fill;
	gboolean keep_next, page_break_before;
	guint8 outline; /* 1..9, 0 body text */
	gint num_id;	/* 0: no list */
	gint level;
	guint8 n_tabs;			  /* stops stated in this w:pPr itself */
	guint8 tab_kinds;		  /* bits by AtsAlign, of these and of the styles' */
	float left, first, before, after; /* points */
	AtsDocxFrame frame;
	const char *style; /* w:pStyle, lent by the document's strings; NULL */
	AtsRunProps mark;  /* of the paragraph mark */
	gboolean section;  /* a w:sectPr stands in it */
} AtsParaProps;

/* the w:pPr whose START is current, up to its END */
void
ats_docx_para_props_read(AtsXml *xml, AtsDocument *document, AtsParaProps *props);

void
ats_docx_para_props_lay(AtsParaProps *props, const AtsParaProps *over);
