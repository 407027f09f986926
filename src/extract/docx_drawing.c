/*
 * Drawings of a DOCX, DrawingML and VML: pictures, charts, shapes, text boxes, embedded objects,
 * with the sizes and places that the file states. For docx_walk.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_shape.h"

#include <string.h>

/* points; a shape thinner than this is a rule */
#define RULE 3.f
/* points; a floating shape smaller than this is not taken for the ground of a line of text */
#define GROUND_SHARE  0.2f
#define GROUND_HEIGHT 10.f

void
ats_docx_drawing_clear(gpointer drawing)
{
	AtsDocxDrawing *self = drawing;

	g_clear_pointer(&self->image, g_free);
}

static const AtsSection *
section_of(const AtsDocxWalk *walk)
{
	return ats_at(walk->document->sections,
		      AtsSection,
		      MIN(walk->section, walk->document->sections->len - 1));
}

/* --- what is drawn, for the document --- */

static AtsDrawing
drawing_of(AtsDocxWalk *walk, const AtsDocxDrawing *from, AtsDrawingKind kind)
{
	AtsDrawing out = {.kind = kind, .box = from->box, .part = walk->part, .alpha = 1};

	ats_docx_word_end(walk);
	out.paragraph = walk->paragraphs->len > 0 ? ats_top(walk->paragraphs, AtsDocxPara)->index
						  : MAX(walk->document->paragraphs->len, 1) - 1;
	out.draw = (gint32)walk->document->words->len;
	out.colour = from->colour;
	out.filled = from->filled;
	out.stroked = from->stroked;
	out.rounded = from->rounded;
	out.name = from->name != NULL ? from->name : "";
	return out;
}

/* what floats may lie under white text */
static void
note_float(AtsDocxWalk *walk, const AtsDocxDrawing *from)
{
	float page = section_of(walk)->page_width;

	if (from->anchored && ats_box_width(from->box) >= GROUND_SHARE * page &&
	    ats_box_height(from->box) >= GROUND_HEIGHT)
		walk->floats = TRUE;
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

static void
add_image(AtsDocxWalk *walk, const AtsDocxDrawing *from, const char *id)
{
	const AtsDocxRel *rel = ats_docx_rels_by_id(walk->rels, id);
	AtsDrawing out = drawing_of(walk, from, ATS_DRAWING_IMAGE);

	/* the picture that stands for an embedded object */
	out.chart = g_array_index(walk->drawings, AtsDocxDrawing, 0).element == W_object;
	if (rel != NULL && *out.name == '\0')
		out.name = ats_document_intern(walk->document, base_name(rel->target));
	if (rel != NULL && !rel->external)
		ats_docx_images_measure(walk->images, rel->target, &out);
	note_float(walk, from);
	g_array_append_val(walk->document->drawings, out);
}

static void
add_chart(AtsDocxWalk *walk, AtsDocxDrawing *from)
{
	AtsDrawing out = drawing_of(walk, from, ATS_DRAWING_SHAPE);

	out.chart = TRUE;
	from->holds = TRUE;
	g_array_append_val(walk->document->drawings, out);
}

/* WordArt of older files: the words are a shape, and stand in an attribute */
static void
add_word_art(AtsDocxWalk *walk, AtsDocxDrawing *from)
{
	const char *words = ats_xml_attribute(walk->xml, ATS_NS_NONE, "string");
	AtsDrawing out = drawing_of(walk, from, ATS_DRAWING_OUTLINES);

	if (words == NULL || *words == '\0')
		return;
	from->holds = TRUE;
	out.name = ats_document_intern(walk->document, words);
	g_array_append_val(walk->document->drawings, out);
}

static void
add_shape(AtsDocxWalk *walk, const AtsDocxDrawing *from)
{
	float width = ats_box_width(from->box), height = ats_box_height(from->box);
	gboolean thin = from->line || (width > 0 && height > 0 && MIN(width, height) < RULE);
	AtsDrawing out = drawing_of(walk,
				    from,
				    thin	      ? ATS_DRAWING_RULE
				    : from->rectangle ? ATS_DRAWING_BOX
						      : ATS_DRAWING_SHAPE);

	if (!from->filled && !from->stroked)
		return;
	if (from->filled)
		note_float(walk, from);
	g_array_append_val(walk->document->drawings, out);
}

/* --- opening --- */

static AtsDocxDrawing *
open_drawing(AtsDocxWalk *walk, AtsElement element)
{
	AtsDocxDrawing drawing = {.element = element};

	/* a shape in a drawing starts with what that says of place and name */
	if (walk->drawings->len > 0 &&
	    (element == WPS_wsp || element == WPS_cxnSp || element == PIC_pic)) {
		drawing = *ats_top(walk->drawings, AtsDocxDrawing);
		drawing.element = element;
		drawing.image = NULL;
		drawing.holds = FALSE;
	}
	g_array_append_val(walk->drawings, drawing);
	return ats_top(walk->drawings, AtsDocxDrawing);
}

static void
open_vml(AtsDocxWalk *walk, AtsElement element)
{
	const char *alt = ats_xml_attribute(walk->xml, ATS_NS_NONE, "alt");
	AtsDocxDrawing around = {0};
	AtsDocxDrawing *shape;

	if (walk->drawings->len > 0)
		around = *ats_top(walk->drawings, AtsDocxDrawing);
	shape = open_drawing(walk, element);
	shape->name = alt != NULL ? ats_document_intern(walk->document, alt) : NULL;
	ats_docx_shape_vml(walk->xml, shape, section_of(walk));
	if (around.element != V_group)
		return;
	/* the units inside a group are its own: the group's place stands for its members' */
	shape->box = around.box;
	shape->anchored = around.anchored;
	shape->page_relative = around.page_relative;
}

/* --- place --- */

/* points from the page's corner where an axis begins that is named so */
static float
origin(const AtsSection *section, const char *from, gboolean across)
{
	if (from == NULL || g_str_equal(from, "page") || g_str_equal(from, "leftMargin") ||
	    g_str_equal(from, "topMargin"))
		return 0;
	if (g_str_equal(from, "rightMargin"))
		return section->page_width - section->margin_right;
	if (g_str_equal(from, "bottomMargin"))
		return section->page_height - section->margin_bottom;
	if (across)
		return section->margin_left;
	return g_str_equal(from, "margin") ? section->margin_top : 0;
}

static float
room(const AtsSection *section, const char *from, gboolean across)
{
	if (g_strcmp0(from, "page") == 0)
		return across ? section->page_width : section->page_height;
	return across ? section->page_width - section->margin_left - section->margin_right
		      : section->page_height - section->margin_top - section->margin_bottom;
}

/* share of the free room that lies before an aligned shape */
static float
share_before(const char *how)
{
	if (g_str_equal(how, "right") || g_str_equal(how, "bottom") || g_str_equal(how, "outside"))
		return 1;
	return g_str_equal(how, "center") ? 0.5f : 0;
}

static void
read_position(AtsDocxWalk *walk, gboolean across)
{
	const AtsSection *section = section_of(walk);
	const char *attribute = ats_xml_attribute(walk->xml, ATS_NS_NONE, "relativeFrom");
	g_autofree char *from = g_strdup(attribute != NULL ? attribute : "page");
	AtsDocxDrawing *drawing = ats_top(walk->drawings, AtsDocxDrawing);
	guint depth = ats_xml_depth(walk->xml), axis = across ? 0 : 1;

	drawing->at[axis] = origin(section, from, across);
	if (!across)
		drawing->page_relative =
		    !g_str_equal(from, "paragraph") && !g_str_equal(from, "line");
	while (ats_xml_children(walk->xml, depth)) {
		AtsElement element = ats_xml_element(walk->xml);
		g_autofree char *value = element == WP_posOffset || element == WP_align
					     ? ats_xml_dup_text(walk->xml)
					     : NULL;
		if (element == WP_posOffset)
			drawing->at[axis] += ats_docx_length(value, ATS_DOCX_EMU, 0);
		if (element != WP_align)
			continue;
		drawing->before[axis] = share_before(value);
		drawing->room[axis] = room(section, from, across);
	}
}

/* the extent comes after the position, which may be aligned by it */
static void
take_extent(const AtsXml *xml, AtsDocxDrawing *drawing)
{
	float width = ats_docx_length(ats_xml_attribute(xml, ATS_NS_NONE, "cx"), ATS_DOCX_EMU, 0);
	float height = ats_docx_length(ats_xml_attribute(xml, ATS_NS_NONE, "cy"), ATS_DOCX_EMU, 0);

	drawing->box.x0 = drawing->at[0] + drawing->before[0] * (drawing->room[0] - width);
	drawing->box.y0 = drawing->at[1] + drawing->before[1] * (drawing->room[1] - height);
	drawing->box.x1 = drawing->box.x0 + width;
	drawing->box.y1 = drawing->box.y0 + height;
}

static void
take_name(AtsDocxWalk *walk, AtsDocxDrawing *drawing)
{
	const char *alt = ats_xml_attribute(walk->xml, ATS_NS_NONE, "descr");

	if (alt != NULL && *alt != '\0')
		drawing->name = ats_document_intern(walk->document, alt);
}

/* --- dispatch --- */

static gboolean
open_kind(AtsDocxWalk *walk, AtsElement element)
{
	switch (element) {
	case W_drawing:
	case W_pict:
	case W_object:
	case PIC_pic:
		open_drawing(walk, element);
		return TRUE;
	case WPS_wsp:
	case WPS_cxnSp:
		open_drawing(walk, element)->fill_stated = FALSE;
		return TRUE;
	case V_group:
	case V_shape:
	case V_rect:
	case V_roundrect:
	case V_oval:
	case V_line:
	case V_polyline:
		open_vml(walk, element);
		return TRUE;
	default:
		return FALSE;
	}
}

static void
object(AtsDocxWalk *walk)
{
	const AtsDocxRel *rel =
	    ats_docx_rels_by_id(walk->rels, ats_xml_attribute(walk->xml, ATS_NS_R, "id"));
	guint32 part = ats_docx_walk_add_part(walk, ATS_PART_FOREIGN, ATS_VARIANT_NONE, walk->part);
	const char *name = rel != NULL ? rel->target : "";

	name = ats_document_intern(walk->document, name);
	ats_at(walk->document->parts, AtsPart, part)->name = name;
	g_ptr_array_add(walk->document->attachments, (char *)base_name(name));
}

gboolean
ats_docx_drawing_start(AtsDocxWalk *walk)
{
	AtsElement element = ats_xml_element(walk->xml);
	AtsDocxDrawing *top;
	const char *id;

	if (open_kind(walk, element))
		return FALSE;
	if (walk->drawings->len == 0)
		return FALSE;
	top = ats_top(walk->drawings, AtsDocxDrawing);
	switch (element) {
	case WP_anchor:
		top->anchored = TRUE;
		return FALSE;
	case WP_positionH:
	case WP_positionV:
		read_position(walk, element == WP_positionH);
		return TRUE;
	case WP_extent:
		take_extent(walk->xml, top);
		return FALSE;
	case WP_docPr:
		take_name(walk, top);
		return FALSE;
	case WPS_spPr:
	case PIC_spPr:
		ats_docx_shape_props(walk->xml, top);
		return TRUE;
	case WPS_style:
		/* the theme fills and strokes a shape that says nothing itself */
		top->filled = top->filled || !top->fill_stated;
		top->stroked = TRUE;
		ats_xml_skip(walk->xml);
		return TRUE;
	case A_blip:
		id = ats_xml_attribute(walk->xml, ATS_NS_R, "embed");
		if (top->element == PIC_pic && top->image == NULL)
			top->image = g_strdup(
			    id != NULL ? id : ats_xml_attribute(walk->xml, ATS_NS_R, "link"));
		return FALSE;
	case V_imagedata:
		id = ats_xml_attribute(walk->xml, ATS_NS_R, "id");
		top->holds = TRUE;
		add_image(walk, top, id);
		return FALSE;
	case V_textpath:
		add_word_art(walk, top);
		return FALSE;
	case C_chart:
	case CX_chart:
	case DGM_relIds:
		add_chart(walk, top);
		return FALSE;
	case O_OLEObject:
		object(walk);
		return FALSE;
	default:
		return FALSE;
	}
}

static gboolean
is_shape(AtsElement element)
{
	return element == WPS_wsp || element == WPS_cxnSp || element == V_shape ||
	       element == V_rect || element == V_roundrect || element == V_oval ||
	       element == V_line || element == V_polyline;
}

void
ats_docx_drawing_end(AtsDocxWalk *walk, AtsElement element)
{
	AtsDocxDrawing *top = walk->drawings->len > 0 ? ats_top(walk->drawings, AtsDocxDrawing)
						      : NULL;

	if (top == NULL || top->element != element)
		return;
	if (element == PIC_pic || top->image != NULL)
		add_image(walk, top, top->image);
	else if (is_shape(element) && !top->holds)
		add_shape(walk, top);
	g_array_set_size(walk->drawings, walk->drawings->len - 1);
}

/* --- text boxes and foreign parts --- */

void
ats_docx_text_box_start(AtsDocxWalk *walk)
{
	AtsDocxDrawing *shape = walk->drawings->len > 0 ? ats_top(walk->drawings, AtsDocxDrawing)
							: NULL;
	gboolean vml = shape != NULL && shape->element != WPS_wsp;
	guint32 index;
	AtsPart *part;

	ats_docx_word_end(walk);
	index =
	    ats_docx_walk_enter(walk, ATS_PART_TEXT_BOX, vml ? ATS_VARIANT_VML : ATS_VARIANT_WPS);
	part = ats_at(walk->document->parts, AtsPart, index);
	if (shape == NULL)
		return;
	shape->holds = TRUE;
	part->box = shape->box;
	part->anchored = shape->anchored;
	part->page_relative = shape->page_relative;
	if (shape->filled)
		walk->ground =
		    (AtsDocxGround){.known = shape->colour_known, .colour = shape->colour};
}

void
ats_docx_foreign(AtsDocxWalk *walk)
{
	const AtsDocxRel *rel =
	    ats_docx_rels_by_id(walk->rels, ats_xml_attribute(walk->xml, ATS_NS_R, "id"));
	guint32 part = ats_docx_walk_add_part(walk, ATS_PART_FOREIGN, ATS_VARIANT_NONE, walk->part);
	const char *name = ats_document_intern(walk->document, rel != NULL ? rel->target : "");

	ats_at(walk->document->parts, AtsPart, part)->name = name;
	g_ptr_array_add(walk->document->attachments, (char *)base_name(name));
}
