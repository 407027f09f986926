/*
 * The walk over one part's text: every element in turn, without recursion, the open ones on a stack
 * that says which part of the document to go back to. For docx.c, by docx_body.h.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_body.h"

#include "base/error.h"
#include "base/limits.h"

#define WHITE 0xFFFFFFu

AtsDocxWalk *
ats_docx_walk_new(AtsDocument *document,
		  AtsDocxStyles *styles,
		  AtsDocxNumbering *numbering,
		  AtsDocxImages *images)
{
	AtsDocxWalk *self = g_new0(AtsDocxWalk, 1);

	self->document = document;
	self->styles = styles;
	self->numbering = numbering;
	self->images = images;
	self->fonts = g_hash_table_new(g_str_hash, g_str_equal);
	self->open = g_array_new(FALSE, TRUE, sizeof(AtsDocxOpen));
	self->paragraphs = g_array_new(FALSE, TRUE, sizeof(AtsDocxPara));
	self->tables = g_array_new(FALSE, TRUE, sizeof(AtsDocxTable));
	self->fields = g_array_new(FALSE, TRUE, sizeof(AtsDocxField));
	self->drawings = g_array_new(FALSE, TRUE, sizeof(AtsDocxDrawing));
	g_array_set_clear_func(self->fields, ats_docx_field_clear);
	g_array_set_clear_func(self->drawings, ats_docx_drawing_clear);
	self->letters = g_string_new(NULL);
	self->on_page = g_array_new(FALSE, FALSE, sizeof(guint32));
	self->ground = (AtsDocxGround){.page = TRUE, .known = TRUE, .colour = WHITE};
	return self;
}

void
ats_docx_walk_free(AtsDocxWalk *walk)
{
	g_hash_table_unref(walk->fonts);
	g_array_unref(walk->open);
	g_array_unref(walk->paragraphs);
	g_array_unref(walk->tables);
	g_array_unref(walk->fields);
	g_array_unref(walk->drawings);
	g_array_unref(walk->on_page);
	g_string_free(walk->letters, TRUE);
	g_clear_error(&walk->error);
	g_free(walk);
}

void
ats_docx_walk_set_page_colour(AtsDocxWalk *walk, guint32 colour)
{
	walk->ground.colour = colour;
}

void
ats_docx_walk_too_many(AtsDocxWalk *walk, const char *what)
{
	if (walk->error == NULL)
		walk->error = g_error_new(ATS_ERROR,
					  ATS_ERROR_TOO_LARGE,
					  "the document holds more %s than a resume can have",
					  what);
}

guint32
ats_docx_walk_add_part(AtsDocxWalk *walk, AtsPartKind kind, AtsVariant variant, guint32 parent)
{
	AtsPart part = {.kind = kind, .variant = variant, .parent = (gint32)parent, .name = ""};

	if (walk->document->parts->len >= ATS_LIMIT_PARTS) {
		ats_docx_walk_too_many(walk, "tables, links and boxes");
		return parent;
	}
	part.depth = ats_at(walk->document->parts, AtsPart, parent)->depth;
	part.paragraph = walk->paragraphs->len > 0 ? ats_top(walk->paragraphs, AtsDocxPara)->index
						   : walk->document->paragraphs->len;
	g_array_append_val(walk->document->parts, part);
	return walk->document->parts->len - 1;
}

guint32
ats_docx_walk_enter(AtsDocxWalk *walk, AtsPartKind kind, AtsVariant variant)
{
	walk->part = ats_docx_walk_add_part(walk, kind, variant, walk->part);
	return walk->part;
}

/* --- elements that only open a part --- */

/* a content control takes its kind from what it stands in */
static AtsVariant
control_variant(const AtsDocxWalk *walk)
{
	/* the last one open is the control itself */
	for (guint i = walk->open->len - 1; i-- > 0;) {
		switch (g_array_index(walk->open, AtsDocxOpen, i).element) {
		case W_p:
			return ATS_VARIANT_INLINE;
		case W_tr:
			return ATS_VARIANT_CELL;
		case W_tbl:
			return ATS_VARIANT_ROW;
		case W_tc:
		case W_txbxContent:
		case W_body:
			return ATS_VARIANT_BLOCK;
		default:
			break;
		}
	}
	return ATS_VARIANT_BLOCK;
}

static void
control_props(AtsDocxWalk *walk)
{
	guint depth = ats_xml_depth(walk->xml);
	AtsPart *part = ats_at(walk->document->parts, AtsPart, walk->part);

	while (ats_xml_children(walk->xml, depth)) {
		AtsElement element = ats_xml_element(walk->xml);
		const char *val = ats_xml_val(walk->xml);
		if ((element == W_alias || (element == W_tag && *part->name == '\0')) &&
		    val != NULL)
			part->name = ats_document_intern(walk->document, val);
		/* the run properties of a control may hold as much as any: only its name is wanted
		 */
		if (element == W_rPr)
			ats_xml_skip(walk->xml);
	}
}

static void
tracked(AtsDocxWalk *walk, AtsPartKind kind)
{
	walk->document->n_tracked_changes++;
	ats_docx_walk_enter(walk, kind, ATS_VARIANT_NONE);
}

/* Word shows the first Choice that it understands, and it understands them all */
static void
alternate(AtsDocxWalk *walk, AtsElement element)
{
	AtsDocxOpen *parent;
	gboolean first;

	if (element == MC_AlternateContent || walk->open->len < 2) {
		ats_docx_walk_enter(walk, ATS_PART_ALTERNATE, ATS_VARIANT_NONE);
		return;
	}
	parent = &g_array_index(walk->open, AtsDocxOpen, walk->open->len - 2);
	first = parent->n_choices++ == 0;
	ats_docx_walk_enter(walk,
			    ATS_PART_ALTERNATE,
			    first && element == MC_Choice ? ATS_VARIANT_CHOICE
							  : ATS_VARIANT_FALLBACK);
}

/* separators are notes by their place in the file only */
static gboolean
is_separator(const AtsDocxWalk *walk)
{
	const char *type = ats_xml_attribute(walk->xml, ATS_NS_W, "type");

	return type != NULL && !g_str_equal(type, "normal");
}

/* --- dispatch --- */

/* an element taken with all that is in it; FALSE: it is opened and walked */
static gboolean
take_whole(AtsDocxWalk *walk, AtsElement element)
{
	switch (element) {
	case W_pPr:
		ats_docx_paragraph_props(walk);
		return TRUE;
	case W_rPr:
		ats_docx_run_props(walk);
		return TRUE;
	case W_tblPr:
		ats_docx_table_props(walk);
		return TRUE;
	case W_tblGrid:
		ats_docx_table_grid(walk);
		return TRUE;
	case W_trPr:
		ats_docx_row_props(walk);
		return TRUE;
	case W_tcPr:
		ats_docx_cell_props(walk);
		return TRUE;
	case W_sdtPr:
		control_props(walk);
		return TRUE;
	case W_sectPr:
		walk->section += walk->is_body;
		ats_xml_skip(walk->xml);
		return TRUE;
	case W_sdtEndPr:
	case W_tblPrEx:
	case W_smartTagPr:
	case W_customXmlPr:
	case V_shapetype:
		ats_xml_skip(walk->xml);
		return TRUE;
	case W_footnote:
	case W_endnote:
		if (is_separator(walk))
			ats_xml_skip(walk->xml);
		return is_separator(walk);
	default:
		return FALSE;
	}
}

/* elements that open a part around what is in them */
static gboolean
start_part(AtsDocxWalk *walk, AtsElement element)
{
	switch (element) {
	case W_hyperlink:
		ats_docx_hyperlink(walk);
		return TRUE;
	case W_fldSimple:
		ats_docx_field_simple(walk);
		return TRUE;
	case W_sdt:
		ats_docx_walk_enter(walk, ATS_PART_CONTENT_CONTROL, control_variant(walk));
		return TRUE;
	case W_ins:
		tracked(walk, ATS_PART_INSERTED);
		return TRUE;
	case W_del:
		tracked(walk, ATS_PART_DELETED);
		return TRUE;
	case W_moveFrom:
		tracked(walk, ATS_PART_MOVED_FROM);
		return TRUE;
	case W_moveTo:
		tracked(walk, ATS_PART_MOVED_TO);
		return TRUE;
	case W_smartTag:
	case W_customXml:
		ats_docx_walk_enter(walk, ATS_PART_SMART_TAG, ATS_VARIANT_NONE);
		return TRUE;
	case W_rt:
		ats_docx_walk_enter(walk, ATS_PART_RUBY, ATS_VARIANT_NONE);
		return TRUE;
	case M_oMath:
		ats_docx_walk_enter(walk, ATS_PART_MATH, ATS_VARIANT_NONE);
		return TRUE;
	case MC_AlternateContent:
	case MC_Choice:
	case MC_Fallback:
		alternate(walk, element);
		return TRUE;
	default:
		return FALSE;
	}
}

static void
start_break(AtsDocxWalk *walk)
{
	const char *type = ats_xml_attribute(walk->xml, ATS_NS_W, "type");

	walk->column_due |= g_strcmp0(type, "column") == 0;
	ats_docx_break(walk, g_strcmp0(type, "page") == 0 ? ATS_BREAK_PAGE : ATS_BREAK_LINE);
}

static gboolean
start_text(AtsDocxWalk *walk, AtsElement element)
{
	switch (element) {
	case W_p:
		ats_docx_paragraph_start(walk);
		return TRUE;
	case W_r:
		ats_docx_run_start(walk);
		return TRUE;
	case W_tab:
	case W_ptab:
		ats_docx_break(walk, ATS_BREAK_TAB);
		return TRUE;
	case W_br:
		start_break(walk);
		return TRUE;
	case W_cr:
		ats_docx_break(walk, ATS_BREAK_LINE);
		return TRUE;
	case W_noBreakHyphen:
		ats_docx_text(walk, "\xE2\x80\x91");
		return TRUE;
	case W_softHyphen:
		ats_docx_text(walk, "\xC2\xAD");
		return TRUE;
	case W_sym:
		ats_docx_symbol(walk);
		return TRUE;
	case W_fldChar:
		ats_docx_field_char(walk);
		return TRUE;
	case W_altChunk:
		ats_docx_foreign(walk);
		return TRUE;
	default:
		return FALSE;
	}
}

static gboolean
start_table(AtsDocxWalk *walk, AtsElement element)
{
	if (element == W_tbl)
		ats_docx_table_start(walk);
	else if (element == W_tr)
		ats_docx_row_start(walk);
	else if (element == W_tc)
		ats_docx_cell_start(walk);
	return element == W_tbl || element == W_tr || element == W_tc;
}

static void
start(AtsDocxWalk *walk)
{
	AtsElement element = ats_xml_element(walk->xml);
	AtsDocxOpen open = {.element = element, .part = walk->part, .ground = walk->ground};

	if (take_whole(walk, element))
		return;
	g_array_append_val(walk->open, open);
	if (start_part(walk, element) || start_text(walk, element) || start_table(walk, element))
		return;
	if (element == W_txbxContent)
		ats_docx_text_box_start(walk);
	else if (ats_docx_drawing_start(walk))
		g_array_set_size(walk->open, walk->open->len - 1);
}

static void
end(AtsDocxWalk *walk)
{
	AtsDocxOpen *open;

	if (walk->open->len == 0)
		return;
	open = ats_top(walk->open, AtsDocxOpen);
	if (open->element == W_p)
		ats_docx_paragraph_end(walk);
	else if (open->element == W_tc)
		ats_docx_cell_end(walk);
	else if (open->element == W_tbl)
		ats_docx_table_end(walk);
	else if (open->element == W_txbxContent)
		ats_docx_word_end(walk);
	else
		ats_docx_drawing_end(walk, open->element);
	walk->part = open->part;
	walk->ground = open->ground;
	g_array_set_size(walk->open, walk->open->len - 1);
}

static void
text(AtsDocxWalk *walk)
{
	AtsElement element = walk->open->len > 0 ? ats_top(walk->open, AtsDocxOpen)->element
						 : ATS_EL_NONE;

	if (element == W_t || element == W_delText || element == M_t)
		ats_docx_text(walk, ats_xml_text(walk->xml));
	else if (element == W_instrText || element == W_delInstrText)
		ats_docx_field_instruction(walk, ats_xml_text(walk->xml));
}

static void
reset(AtsDocxWalk *walk, guint32 root)
{
	g_array_set_size(walk->open, 0);
	g_array_set_size(walk->paragraphs, 0);
	g_array_set_size(walk->tables, 0);
	g_array_set_size(walk->fields, 0);
	g_array_set_size(walk->drawings, 0);
	walk->word_open = FALSE;
	walk->page_due = FALSE;
	walk->column_due = FALSE;
	walk->frame_id = 0;
	walk->section = 0;
	walk->part = root;
	walk->is_body = ats_at(walk->document->parts, AtsPart, root)->kind == ATS_PART_BODY;
}

gboolean
ats_docx_walk_part(AtsDocxWalk *walk,
		   AtsXml *xml,
		   const AtsDocxRels *rels,
		   guint32 root,
		   GError **error)
{
	AtsXmlEvent event;
	AtsDocxGround ground = walk->ground;

	walk->xml = xml;
	walk->rels = rels;
	reset(walk, root);
	while (walk->error == NULL && (event = ats_xml_next(xml)) != ATS_XML_STOP) {
		if (event == ATS_XML_START)
			start(walk);
		else if (event == ATS_XML_END)
			end(walk);
		else
			text(walk);
	}
	ats_docx_word_end(walk);
	walk->ground = ground;
	if (walk->error != NULL) {
		g_propagate_error(error, g_steal_pointer(&walk->error));
		return FALSE;
	}
	return ats_xml_finish(xml, error);
}
