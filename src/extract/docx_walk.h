/*
 * The walk over one part's text, header, body or notes: its state, and the doors between the files
 * that each know one piece of it. For docx_*.c alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/docx_image.h"
#include "extract/docx_rels.h"
#include "extract/docx_styles.h"
#include "extract/docx_xml.h"
#include "model/document.h"

/* what lies under the text */
typedef struct {
	gboolean page;	/* the bare page: @colour, unless a floating shape lies there */
	gboolean known; /* FALSE: a picture, a gradient, a theme's colour */
	guint32 colour;
} AtsDocxGround;

/* an element that is open */
typedef struct {
	AtsElement element;
	guint32 part;	      /* to go back to at its end */
	AtsDocxGround ground; /* likewise */
	guint n_choices;      /* of mc:AlternateContent, so far */
} AtsDocxOpen;

/* a paragraph that is open; more than one where a text box stands in a paragraph */
typedef struct {
	guint32 index;	  /* in AtsDocument.paragraphs */
	AtsRunProps base; /* of its style, with the defaults */
	AtsRunProps run;  /* of the current run, resolved */
	AtsBreak pending; /* before its next word */
	gboolean started; /* a word or a break was met */
	gboolean wide;	  /* more than one space stands before the next word */
	AtsDocxGround ground;
} AtsDocxPara;

/* columns of a table's grid; Word allows 63 */
#define ATS_DOCX_GRID 64

typedef struct {
	guint32 part;
	gint row;
	guint column; /* of the next cell */
	guint span;   /* of the open cell */
	guint n_columns;
	guint n_grid;
	float edges[ATS_DOCX_GRID + 1]; /* points, from the table's left */
	float left;			/* points, from the text's left margin */
	guint n_ruled;			/* cells that draw rules of their own */
	AtsDocxGround ground;		/* of cells that state none */
	float x;     /* points from @left: where the next cell of the row begins */
	float width; /* points that the cell asks for (w:tcW); 0: as wide as its columns */
	float right; /* points from @left: the widest row so far */
} AtsDocxTable;

typedef struct {
	gboolean result; /* past its "separate" */
	GString *instruction;
	guint32 part;	/* of its result; 0: none yet */
	guint32 parent; /* of @part */
} AtsDocxField;

/* a w:drawing, w:pict or w:object that is open, or a shape in a group */
typedef struct {
	AtsElement element;
	AtsBox box;
	float
	    at[2]; /* points from the page's corner, across and down: where it or its room begins */
	float before[2]; /* aligned: share of the free room before it */
	float room[2];	 /* points */
	gboolean anchored, page_relative;
	gboolean filled, stroked, rounded, colour_known, fill_stated;
	gboolean line; /* a connector or line, or a horizontal rule */
	gboolean rectangle;
	gboolean holds; /* text, a picture or a chart: not a bare shape */
	guint32 colour;
	const char *name; /* lent by the document */
	char *image;	  /* relationship of a:blip */
} AtsDocxDrawing;

typedef struct {
	AtsDocument *document;
	AtsXml *xml;
	AtsDocxStyles *styles;
	AtsDocxNumbering *numbering;
	const AtsDocxRels *rels; /* of the part being walked */
	AtsDocxImages *images;
	GHashTable *fonts; /* name → index + 1 */
	gboolean is_body;  /* its w:sectPr count */
	guint32 section;
	guint32 part;
	AtsDocxGround ground;
	GArray *open;	    /* of AtsDocxOpen */
	GArray *paragraphs; /* of AtsDocxPara */
	GArray *tables;	    /* of AtsDocxTable */
	GArray *fields;	    /* of AtsDocxField */
	GArray *drawings;   /* of AtsDocxDrawing */
	GString *letters;   /* of the word that is open */
	AtsWord word;
	gboolean word_open;
	gboolean word_on_page; /* it is hidden, if nothing lies under it */
	gboolean page_due;     /* a page break stands before the next word */
	gboolean column_due;   /* a column break does */
	guint frame_id;	       /* of the last paragraph, 0: none */
	guint32 frame_part;
	gboolean floats; /* some floating thing may lie under text */
	GArray *on_page; /* guint32: draw of words hidden only if nothing lies under them */
	GError *error;	 /* over a limit */
} AtsDocxWalk;

#define ats_top(array, Type) (&g_array_index((array), Type, (array)->len - 1))

/* --- docx_walk.c --- */

/* a new part under the current one, and into it */
guint32
ats_docx_walk_enter(AtsDocxWalk *walk, AtsPartKind kind, AtsVariant variant);

/* a new part under @parent */
guint32
ats_docx_walk_add_part(AtsDocxWalk *walk, AtsPartKind kind, AtsVariant variant, guint32 parent);

void
ats_docx_walk_too_many(AtsDocxWalk *walk, const char *what);

/* --- docx_text.c --- */

void
ats_docx_paragraph_start(AtsDocxWalk *walk);

void
ats_docx_paragraph_props(AtsDocxWalk *walk);

void
ats_docx_paragraph_end(AtsDocxWalk *walk);

void
ats_docx_run_start(AtsDocxWalk *walk);

void
ats_docx_run_props(AtsDocxWalk *walk);

void
ats_docx_text(AtsDocxWalk *walk, const char *text);

/* a tab, line break or page break inside a paragraph */
void
ats_docx_break(AtsDocxWalk *walk, AtsBreak gap);

void
ats_docx_symbol(AtsDocxWalk *walk);

void
ats_docx_word_end(AtsDocxWalk *walk);

/* --- docx_table.c --- */

void
ats_docx_table_start(AtsDocxWalk *walk);

void
ats_docx_table_props(AtsDocxWalk *walk);

void
ats_docx_table_grid(AtsDocxWalk *walk);

void
ats_docx_row_start(AtsDocxWalk *walk);

void
ats_docx_row_props(AtsDocxWalk *walk);

void
ats_docx_cell_start(AtsDocxWalk *walk);

void
ats_docx_cell_props(AtsDocxWalk *walk);

void
ats_docx_cell_end(AtsDocxWalk *walk);

void
ats_docx_table_end(AtsDocxWalk *walk);

/* --- docx_field.c --- */

void
ats_docx_field_char(AtsDocxWalk *walk);

void
ats_docx_field_simple(AtsDocxWalk *walk);

void
ats_docx_field_instruction(AtsDocxWalk *walk, const char *text);

/* the part that text belongs to now; FALSE: it is part of a field's instruction, which nobody sees
 */
gboolean
ats_docx_field_part(AtsDocxWalk *walk, guint32 *part);

void
ats_docx_hyperlink(AtsDocxWalk *walk);

void
ats_docx_field_clear(gpointer field);

/* --- docx_drawing.c --- */

/* of an element of a drawing, picture or shape. Returns: TRUE if it was taken with all that is in
 * it */
gboolean
ats_docx_drawing_start(AtsDocxWalk *walk);

void
ats_docx_drawing_end(AtsDocxWalk *walk, AtsElement element);

void
ats_docx_text_box_start(AtsDocxWalk *walk);

void
ats_docx_foreign(AtsDocxWalk *walk);

void
ats_docx_drawing_clear(gpointer drawing);
