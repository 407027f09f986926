/*
 * What DrawingML (spPr) and VML (style, fillcolor) say of a shape's size, form and fill. For
 * docx_drawing.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_shape.h"

#include <string.h>

/* --- DrawingML --- */

static void
take_form(const AtsXml *xml, AtsDocxDrawing *shape)
{
	const char *form = ats_xml_attribute(xml, ATS_NS_NONE, "prst");

	if (form == NULL)
		return;
	shape->rounded = strncmp(form, "round", 5) == 0;
	shape->rectangle = shape->rounded || g_str_equal(form, "rect");
	shape->line = g_str_equal(form, "line") || strstr(form, "onnector") != NULL;
}

static void
read_line(AtsXml *xml, AtsDocxDrawing *shape)
{
	guint depth = ats_xml_depth(xml);

	shape->stroked = TRUE;
	while (ats_xml_children(xml, depth)) {
		if (ats_xml_element(xml) == A_noFill)
			shape->stroked = FALSE;
	}
}

static void
read_fill(AtsXml *xml, AtsDocxDrawing *shape)
{
	guint depth = ats_xml_depth(xml);

	shape->filled = shape->fill_stated = TRUE;
	while (ats_xml_children(xml, depth)) {
		if (ats_xml_element(xml) == A_srgbClr)
			shape->colour_known =
			    ats_docx_colour(ats_xml_attribute(xml, ATS_NS_NONE, "val"),
					    &shape->colour);
	}
}

/* a photo in a round shape is a shape filled with a picture */
static void
read_picture(AtsXml *xml, AtsDocxDrawing *shape)
{
	guint depth = ats_xml_depth(xml);

	shape->filled = shape->fill_stated = TRUE;
	while (ats_xml_children(xml, depth)) {
		if (ats_xml_element(xml) == A_blip && shape->image == NULL)
			shape->image = g_strdup(ats_xml_attribute(xml, ATS_NS_R, "embed"));
	}
}

static void
take_size(const AtsXml *xml, AtsDocxDrawing *shape)
{
	const char *width = ats_xml_attribute(xml, ATS_NS_NONE, "cx");
	const char *height = ats_xml_attribute(xml, ATS_NS_NONE, "cy");

	/* extension lists use an element of the same name */
	if (width == NULL || height == NULL)
		return;
	shape->box.x1 = shape->box.x0 + ats_docx_length(width, ATS_DOCX_EMU, 0);
	shape->box.y1 = shape->box.y0 + ats_docx_length(height, ATS_DOCX_EMU, 0);
}

void
ats_docx_shape_props(AtsXml *xml, AtsDocxDrawing *shape)
{
	guint depth = ats_xml_depth(xml);

	while (ats_xml_children(xml, depth)) {
		switch (ats_xml_element(xml)) {
		case A_ext:
			take_size(xml, shape);
			break;
		case A_prstGeom:
			take_form(xml, shape);
			break;
		case A_noFill:
			shape->filled = FALSE;
			shape->fill_stated = TRUE;
			break;
		case A_solidFill:
			read_fill(xml, shape);
			break;
		case A_gradFill:
		case A_pattFill:
			shape->filled = shape->fill_stated = TRUE;
			ats_xml_skip(xml);
			break;
		case A_blipFill:
			read_picture(xml, shape);
			break;
		case A_ln:
			read_line(xml, shape);
			break;
		default:
			break;
		}
	}
}

/* --- VML --- */

/* the value of one property of a CSS-like style, (transfer full), or NULL */
static char *
css(const char *style, const char *property)
{
	gsize n = strlen(property);
	const char *at = style;

	while (at != NULL) {
		at += strspn(at, "; \t\r\n");
		if (g_ascii_strncasecmp(at, property, n) == 0 && at[n] == ':')
			return g_strndup(at + n + 1, strcspn(at + n + 1, ";"));
		at = strchr(at, ';');
	}
	return NULL;
}

/* VML counts bare numbers in pixels, of which 96 make an inch; "0" is the one met */
static float
css_length(const char *style, const char *property)
{
	g_autofree char *value = css(style, property);

	return ats_docx_length(value, 1 / 0.75f, 0);
}

static gboolean
css_is(const char *style, const char *property, const char *wanted)
{
	g_autofree char *value = css(style, property);

	return g_strcmp0(value, wanted) == 0;
}

static void
take_place(const char *style, AtsDocxDrawing *shape, const AtsSection *section)
{
	gboolean page_x = css_is(style, "mso-position-horizontal-relative", "page");
	gboolean page_y = css_is(style, "mso-position-vertical-relative", "page");
	gboolean margin_y = css_is(style, "mso-position-vertical-relative", "margin");
	float width = css_length(style, "width"), height = css_length(style, "height");

	shape->anchored = css_is(style, "position", "absolute");
	shape->page_relative = page_y || margin_y;
	if (shape->anchored) {
		shape->box.x0 =
		    css_length(style, "margin-left") + (page_x ? 0 : section->margin_left);
		shape->box.y0 =
		    css_length(style, "margin-top") + (margin_y ? section->margin_top : 0);
	}
	shape->box.x1 = shape->box.x0 + width;
	shape->box.y1 = shape->box.y0 + height;
}

/* "#1f3864 [3204]", "white": six digits are understood, names are not */
static void
take_fill(const AtsXml *xml, AtsDocxDrawing *shape)
{
	const char *filled = ats_xml_attribute(xml, ATS_NS_NONE, "filled");
	const char *stroked = ats_xml_attribute(xml, ATS_NS_NONE, "stroked");
	const char *colour = ats_xml_attribute(xml, ATS_NS_NONE, "fillcolor");

	shape->filled = filled == NULL || (*filled != 'f' && *filled != 'F');
	shape->stroked = stroked == NULL || (*stroked != 'f' && *stroked != 'F');
	if (colour == NULL && filled == NULL) {
		/* VML fills white by itself */
		shape->colour = 0xFFFFFF;
		shape->colour_known = TRUE;
	}
	if (colour != NULL && *colour == '#') {
		g_autofree char *hex = g_strndup(colour + 1, strcspn(colour + 1, " "));
		shape->colour_known = ats_docx_colour(hex, &shape->colour);
	}
}

void
ats_docx_shape_vml(const AtsXml *xml, AtsDocxDrawing *shape, const AtsSection *section)
{
	const char *style = ats_xml_attribute(xml, ATS_NS_NONE, "style");
	const char *alt = ats_xml_attribute(xml, ATS_NS_O, "hr");

	take_fill(xml, shape);
	if (style != NULL)
		take_place(style, shape, section);
	shape->rounded = shape->element == V_roundrect;
	shape->rectangle = shape->element == V_rect || shape->rounded;
	shape->line = shape->element == V_line || (alt != NULL && *alt == 't');
}
