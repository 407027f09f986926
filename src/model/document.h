/*
 * What was found in the bytes, before anybody interprets it: words, glyphs, drawings, parts. Filled by src/extract,
 * read by all rooms after it; holds no decisions.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "base/geometry.h"

typedef enum {
	ATS_FORMAT_PDF,
	ATS_FORMAT_DOCX,
} AtsFormat;

/* "pdf", "docx" */
const char *
ats_format_name(AtsFormat format);

/**
 * AtsVisibility:
 *
 * How a person sees a word. Everything but NORMAL is text that a parser takes and a person does not see.
 */
typedef enum {
	ATS_VISIBLE_NORMAL,
	ATS_VISIBLE_NOT_PAINTED, /* PDF: text render mode 3 or 7, or no glyph drawn for it */
	ATS_VISIBLE_SAME_COLOUR, /* as its ground: white on white, or alpha 0; DOCX: white run on no shading */
	ATS_VISIBLE_COVERED,	 /* a later opaque fill or image lies over it */
	ATS_VISIBLE_CLIPPED,	 /* outside the clip it was drawn with */
	ATS_VISIBLE_OFF_PAGE,
	ATS_VISIBLE_TOO_SMALL, /* below 2 pt */
	ATS_VISIBLE_LAYER_OFF, /* on a hidden layer */
	ATS_VISIBLE_HIDDEN_RUN, /* DOCX: w:vanish */
} AtsVisibility;

/**
 * AtsBreak:
 *
 * What stands between a word and the word before it. Extraction states it for DOCX, where the file says so; for PDF only
 * NONE (glued on, the same run of text without a gap: a change of font inside a word), SPACE and PARAGRAPH (first of a
 * text block of the page) are given. Readings use all of them.
 */
typedef enum {
	ATS_BREAK_NONE,
	ATS_BREAK_SPACE,
	ATS_BREAK_TAB,
	ATS_BREAK_LINE,	     /* w:br, or the end of a printed line */
	ATS_BREAK_PARAGRAPH, /* a new w:p; in a reading, an empty line */
	ATS_BREAK_PAGE,
} AtsBreak;

/**
 * AtsGlyph: (PDF)
 *
 * One character as it is placed on the page. The glyphs of a page stand in the order of poppler's own text (its blocks,
 * the order of `pdftotext`); @draw gives the order in which the page draws them. A ligature gives one glyph for each
 * of its letters: all have the same @draw, the box is shared out evenly, and all but the first have @is_tail.
 * Spaces are not glyphs, see @space_after.
 */
typedef struct {
	gunichar c;
	AtsBox box;	   /* points; top and bottom by the font's ascent and descent */
	float x, y;	   /* points; where its origin stands: y is the baseline */
	gint32 draw;	   /* place in the page's drawing order, counted with the drawings; -1 not drawn or not known */
	guint32 word;	   /* index of the word it was given to, in AtsDocument.words */
	guint is_tail : 1;	   /* second and later letter of a ligature glyph */
	guint space_after : 1;	   /* a real space glyph is drawn right after it */
	guint gap_after : 1;	   /* poppler prints a space after it */
	guint line_end : 1;	   /* poppler ends a line here */
	guint block_end : 1;	   /* poppler ends a block (paragraph) here */
	guint has_unicode : 1;	   /* the font says which character this is (ToUnicode or a known encoding) */
} AtsGlyph;

/**
 * AtsDrawn: (PDF)
 *
 * One glyph as the page draws it, in drawing order: spaces are among them, copies of a glyph in its place, and glyphs for
 * which the file puts another text (/ActualText), which few parsers but poppler ask for.
 */
typedef struct {
	float x, y;	 /* points; of its origin */
	float advance;	 /* points; how far its font moves on after it, where @glyph's box does not tell: a ligature, or a glyph
			    in whose place the file puts another text; 0 otherwise or not known */
	float size;	 /* points */
	gunichar c;	 /* by the font's ToUnicode, the first if it stands for several; 0 none */
	const char *text; /* where it stands for several characters: all of them; NULL otherwise */
	guint32 glyph;	 /* index in AtsDocument.glyphs of the (first) letter that it is, G_MAXUINT32 none: as a rule a space */
	gint32 draw;	 /* as AtsGlyph.draw */
	gint16 rotation; /* degrees clockwise, as AtsWord.rotation */
	guint silent : 1; /* the font says which characters others of its glyphs are, and nothing of this one */
} AtsDrawn;

/**
 * AtsWord:
 *
 * Characters without a gap between them. For PDF rebuilt from glyph gaps in poppler's order; letter-spaced letters that
 * a person reads as one word are one word here, with @letterspaced set. For DOCX a maximal run without white space inside one
 * paragraph and one part.
 */
typedef struct {
	const char *text; /* UTF-8, lent by AtsDocument.strings */
	AtsBox box;	  /* PDF only */
	float baseline;	  /* PDF: y of it, points */
	float size;	  /* points, of the font */
	float pitch;	  /* PDF: median gap between its letters, as a share of the size; 0 when set solid. DOCX: w:spacing the same way */
	gint32 draw;	  /* PDF: the lowest of its glyphs; -1 not known. DOCX: place in the file */
	guint32 page;	  /* PDF: index in AtsDocument.pages; DOCX: 0 */
	guint32 part;	  /* index in AtsDocument.parts */
	guint32 paragraph; /* DOCX: index in AtsDocument.paragraphs; PDF: G_MAXUINT32 */
	guint32 first_glyph; /* PDF: its glyphs are consecutive; DOCX: 0 */
	guint16 n_glyphs;
	guint16 font;	  /* index in AtsDocument.fonts */
	guint32 colour;	  /* 0xRRGGBB */
	gint16 rotation;  /* degrees clockwise: 0, 90, 180, 270; any other angle rounded to a degree */
	guint8 visibility; /* AtsVisibility */
	guint8 before;	  /* AtsBreak */
	guint bold : 1;	  /* DOCX: as resolved from styles; PDF: by the font's name */
	guint italic : 1;
	guint caps : 1;	      /* DOCX: w:caps or w:smallCaps shows capitals that are not in the text */
	guint underlined : 1; /* DOCX */
	guint letterspaced : 1;
	guint ligature : 1; /* holds a U+FB0x character, or (PDF) a glyph that stands for several letters */
	guint unmapped : 1; /* PDF: holds a glyph whose font gives no Unicode for it (U+FFFD, control or raw code) */
	guint icon : 1;	    /* a pictogram: private-use character or a glyph of an icon or symbol font */
	guint doubled : 1;  /* PDF: drawn twice in place (fake bold, shadow) */
	guint column_break : 1; /* DOCX: a column break stands before it */
	guint wide_gap : 1; /* DOCX: more than one space parts it from the word before it */
	guint space_glyph : 1; /* PDF: a real space glyph parts it from the word drawn before it */
} AtsWord;

typedef struct {
	const char *name; /* without subset prefix; may be "" */
	guint bold : 1;
	guint italic : 1;
	guint icon : 1;	      /* its name says that it holds pictograms or symbols */
	guint no_unicode : 1; /* glyphs of it were drawn and none of them says which character it is */
} AtsFont;

typedef enum {
	ATS_DRAWING_RULE,     /* a thin line or thin filled box, horizontal or vertical */
	ATS_DRAWING_BOX,      /* filled or stroked rectangle (rounded too) */
	ATS_DRAWING_IMAGE,
	ATS_DRAWING_OUTLINES, /* filled curves: pictogram, logo, or letters turned into paths */
	ATS_DRAWING_SHAPE,    /* anything else: a chart's arc, a polygon, a circle */
} AtsDrawingKind;

/**
 * AtsDrawing:
 *
 * A thing on a page that is not text. DOCX: images and charts with the size that the file states, at x0=y0=0 unless anchored.
 */
typedef struct {
	AtsDrawingKind kind;
	AtsBox box;
	guint32 page;
	guint32 part;	 /* DOCX: where it is anchored */
	guint32 paragraph; /* DOCX: where it is anchored; PDF: G_MAXUINT32 */
	gint32 draw;	 /* place in the page's drawing order; DOCX: number of words before it in the file */
	guint32 colour;	 /* 0xRRGGBB of fill or stroke */
	float alpha;
	float line_width; /* strokes; 0 for fills */
	guint32 n_curves; /* OUTLINES, SHAPE: curve and line segments in the path */
	guint32 pixel_width, pixel_height; /* IMAGE */
	/* IMAGE, measured from the pixels; 0 where they were not looked at */
	float ink;	   /* share of pixels that differ clearly from the image's ground, 0..1 */
	float bilevel;	   /* share of pixels near one of the two commonest tones, 0..1; text 0.85 and more, photos below 0.6 */
	float row_period;  /* strength of text-like alternation of inked and empty rows, 0..1 */
	guint32 n_rows;	   /* bands of inked rows between empty rows: lines of text, if it is text */
	guint32 n_colours; /* distinct colours at 4 bits a channel, up to 4096 */
	guint filled : 1;
	guint stroked : 1;
	guint rounded : 1;
	guint chart : 1;     /* DOCX: a chart, diagram (SmartArt) or embedded object rather than a picture */
	guint alpha_mask : 1; /* image drawn through a mask: a pictogram or a stencil */
	const char *name;    /* DOCX: the part's name or alternative text; PDF: "" */
} AtsDrawing;

/**
 * AtsPartKind:
 *
 * Where text lives. Parts form a tree: every one but a root names its parent, and stands after it.
 */
typedef enum {
	ATS_PART_BODY,	 /* root: the page content of a PDF, document.xml of a DOCX */
	ATS_PART_HEADER, /* root (DOCX) */
	ATS_PART_FOOTER, /* root (DOCX) */
	ATS_PART_NOTE,	 /* root (DOCX): footnotes and endnotes */
	ATS_PART_COMMENT, /* root: DOCX comments; PDF annotations with text of their own */
	ATS_PART_TABLE,	  /* n_rows, n_columns; its children are cells */
	ATS_PART_CELL,	  /* row, column */
	ATS_PART_TEXT_BOX, /* DrawingML (wps) or VML text box; see @variant */
	ATS_PART_FRAME,	   /* w:framePr */
	ATS_PART_CONTENT_CONTROL, /* w:sdt; see @variant: around blocks, inside a line, around a cell or a row */
	ATS_PART_LINK,	   /* w:hyperlink; @name is the target */
	ATS_PART_FIELD,	   /* result of a field; see @variant: complex (fldChar) or simple; @name is its instruction */
	ATS_PART_FORM_FIELD, /* PDF: the value of a form field */
	ATS_PART_SMART_TAG, /* w:smartTag, w:customXml */
	ATS_PART_INSERTED,
	ATS_PART_DELETED,
	ATS_PART_MOVED_FROM,
	ATS_PART_MOVED_TO,
	ATS_PART_ALTERNATE, /* mc:AlternateContent; its children are Choice and Fallback by @variant */
	ATS_PART_MATH,
	ATS_PART_RUBY, /* the reading above the base text */
	ATS_PART_SYMBOL, /* w:sym: a symbol font's glyph by number */
	ATS_PART_FOREIGN, /* altChunk or embedded object: named, its text not read; @name is the part */
} AtsPartKind;

typedef enum {
	ATS_VARIANT_NONE,
	ATS_VARIANT_WPS,      /* TEXT_BOX: DrawingML */
	ATS_VARIANT_VML,      /* TEXT_BOX: VML */
	ATS_VARIANT_CHOICE,   /* ALTERNATE: the branch Word shows */
	ATS_VARIANT_FALLBACK, /* ALTERNATE: the branch for older programs, a copy of the Choice as a rule */
	ATS_VARIANT_COMPLEX,  /* FIELD: fldChar */
	ATS_VARIANT_SIMPLE,   /* FIELD: fldSimple */
	ATS_VARIANT_BLOCK,    /* CONTENT_CONTROL */
	ATS_VARIANT_INLINE,
	ATS_VARIANT_CELL,
	ATS_VARIANT_ROW,
} AtsVariant;

/**
 * AtsPart: see AtsPartKind for what each member means there.
 */
typedef struct {
	AtsPartKind kind;
	AtsVariant variant;
	gint32 parent;	   /* index of an earlier part, -1 for a root */
	guint16 depth;	   /* of tables: 1 for a cell's table in the body, 2 for a table in a cell */
	guint16 row, column, span; /* CELL: from 0; columns that it covers */
	guint16 n_rows, n_columns; /* TABLE */
	AtsBox box;	   /* TEXT_BOX, FRAME, anchored TABLE: what the file states of its place, points: x from the page's left, y
			      from its top if @page_relative, else from the anchor paragraph's; at x0=y0=0 where only width and height
			      are known; TABLE: x1 from the grid; CELL: x0, x1 from the grid, counted from the table's left margin */
	guint32 paragraph; /* TEXT_BOX, TABLE, FRAME: the body paragraph it is anchored in or stands before */
	guint anchored : 1; /* TEXT_BOX, FRAME, TABLE: floats at box, rather than inline */
	guint page_relative : 1; /* y of box is measured from the page, rather than from the paragraph */
	guint bordered : 1; /* TABLE: it shows inner rules */
	guint visible : 1;  /* HEADER, FOOTER: some page shows it (titlePg, evenAndOddHeaders honoured) */
	guint running : 1;  /* HEADER, FOOTER: of every page, rather than of the first only */
	const char *name;   /* root: the zip part; LINK: target; "" if none */
} AtsPart;

typedef enum {
	ATS_ALIGN_LEFT,
	ATS_ALIGN_CENTRE,
	ATS_ALIGN_RIGHT,
	ATS_ALIGN_JUSTIFIED,
} AtsAlign;

/**
 * AtsParagraph: (DOCX)
 *
 * One w:p. Its words are consecutive in AtsDocument.words, but a text box anchored in it has paragraphs of its own, which stand
 * after it.
 */
typedef struct {
	guint32 first_word, n_words;
	guint32 part;	   /* the nearest container: BODY, CELL, TEXT_BOX, HEADER ... */
	guint32 section;   /* index in AtsDocument.sections */
	const char *style; /* style name, e.g. "heading 1"; "" for none */
	guint8 outline;	   /* 1..9 for headings (style or w:outlineLvl), 0 for body text */
	guint8 align;	   /* AtsAlign */
	guint list : 1;	   /* numbered or bulleted */
	guint rule_below : 1; /* paragraph border below (or box) */
	guint rule_above : 1;
	guint shaded : 1;
	guint page_break_before : 1;
	guint keep_next : 1;
	guint bare : 1;	      /* w:p without an attribute and without properties of its own */
	float size;	   /* points: of its style's run, for empty ones too */
	float indent_left, indent_first; /* points; indent_first negative: hanging */
	float space_before, space_after; /* points */
	guint8 n_tabs;	   /* tab stops it defines itself */
	guint8 tab_kinds;  /* bit set by AtsAlign of these stops and of its styles' */
} AtsParagraph;

/* a column width that the section does not state is 0 */
#define ATS_SECTION_COLUMNS 8

/**
 * AtsSection: (DOCX) one w:sectPr. Its paragraphs are those that name it.
 */
typedef struct {
	float page_width, page_height;
	float margin_left, margin_right, margin_top, margin_bottom;
	guint n_columns; /* w:cols, 1 if not said */
	float column_width[ATS_SECTION_COLUMNS];
	float column_gap;
	guint continuous : 1; /* begins on the page of the section before it */
} AtsSection;

typedef struct {
	float width, height; /* points, after rotation, of the crop box */
	gint16 rotation;
	guint32 first_word, n_words;	 /* in AtsDocument.words */
	guint32 first_glyph, n_glyphs;	 /* in AtsDocument.glyphs */
	guint32 first_drawn, n_drawn;	   /* in AtsDocument.drawn */
	guint32 first_drawing, n_drawings; /* in AtsDocument.drawings */
	guint has_order : 1; /* the drawing order and the drawings were taken; without it readings by order are not judged */
	guint glyphs_cut : 1;	/* stopped at ATS_LIMIT_PAGE_GLYPHS */
	guint drawings_cut : 1; /* stopped at ATS_LIMIT_PAGE_DRAWINGS */
	guint scan : 1; /* a picture with a text layer, whose words count as shown though they are not painted */
} AtsPage;

typedef struct {
	const char *uri;
	guint32 page;
	AtsBox box;   /* PDF */
	gint32 part;  /* DOCX: the LINK part; -1 for PDF */
} AtsLink;

/**
 * AtsDocument:
 *
 * Everything in points of the page, origin top left, y down, in both formats. All text is owned by @strings.
 * A DOCX has one page entry (its size as first stated), words in the order of the file: headers, body, footers, notes, comments
 * each in one stretch, told apart by the root part.
 */
typedef struct {
	AtsFormat format;
	GStringChunk *strings;
	GArray *pages;	    /* of AtsPage */
	GArray *glyphs;	    /* of AtsGlyph; empty for DOCX */
	GArray *drawn;	    /* of AtsDrawn; of pages with @has_order */
	GArray *words;	    /* of AtsWord */
	GArray *fonts;	    /* of AtsFont */
	GArray *drawings;   /* of AtsDrawing */
	GArray *parts;	    /* of AtsPart; [0] is the body */
	GArray *paragraphs; /* of AtsParagraph; DOCX */
	GArray *sections;   /* of AtsSection; DOCX */
	GArray *links;	    /* of AtsLink */
	guint n_pages;	    /* PDF: in the file, also beyond those analysed; DOCX: as docProps/app.xml says, 0 unknown */
	const char *producer; /* or creator or application; NULL if none */
	const char *title;    /* NULL if none */
	const char *language; /* as the file states: "en-US"; NULL if none */
	GPtrArray *attachments; /* of const char *: names of attached or embedded files */
	guint n_syntax_errors;	/* that the parser repaired silently */
	guint copy_forbidden : 1;
	guint misplaced_xref : 1; /* PDF: its table of objects is not where its end says, or it has no end */
	guint encrypted : 1; /* PDF: enciphered, though it opens without a password */
	guint has_macros : 1;
	guint has_layers_off : 1; /* PDF: optional content that is not shown */
	guint n_tracked_changes;  /* DOCX: w:ins, w:del, moves */
} AtsDocument;

AtsDocument *
ats_document_new(AtsFormat format);

void
ats_document_free(AtsDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsDocument, ats_document_free)

/* the document's own copy of @text; equal strings are stored once */
const char *
ats_document_intern(AtsDocument *document, const char *text);

/* the element @i of one of the arrays above: ats_at(document->words, AtsWord, i) is an AtsWord * */
#define ats_at(array, Type, i) (&g_array_index((array), Type, (i)))

/* whether the part or one of its ancestors is of that kind (and, unless NONE, of that variant) */
gboolean
ats_part_is_within(const AtsDocument *document, guint part, AtsPartKind kind, AtsVariant variant);

/* the root of the part: BODY, HEADER, FOOTER, NOTE or COMMENT */
guint
ats_part_root(const AtsDocument *document, guint part);

/**
 * ats_part_shown:
 *
 * Whether Word shows text of the part to a person: not deleted or moved away, not the fallback branch, not a comment,
 * not a header that no page shows.
 */
gboolean
ats_part_shown(const AtsDocument *document, guint part);

/* a person sees the word: it is visible and its part is shown */
gboolean
ats_word_shown(const AtsDocument *document, const AtsWord *word);
