/*
 * Reading w:rPr and w:pPr, and laying one set of properties over another. For the DOCX files of
 * this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_props.h"

#include <string.h>

/* --- runs --- */

static void
toggle(AtsRunProps *props, AtsToggle which, const AtsXml *xml)
{
	props->toggles_stated |= which;
	if (ats_docx_is_on(ats_xml_val(xml)))
		props->toggles |= which;
	else
		props->toggles &= (guint8)~which;
}

static void
take_colour(AtsRunProps *props, const AtsXml *xml)
{
	props->colour = 0;
	props->colour_auto = !ats_docx_colour(ats_xml_val(xml), &props->colour);
	props->stated |= ATS_RUN_COLOUR;
}

static void
take_font(AtsRunProps *props, AtsDocument *document, const AtsXml *xml)
{
	const char *theme = ats_xml_attribute(xml, ATS_NS_W, "asciiTheme");
	const char *name = ats_xml_attribute(xml, ATS_NS_W, "ascii");

	if (name == NULL)
		name = ats_xml_attribute(xml, ATS_NS_W, "hAnsi");
	if (theme != NULL)
		name = g_str_has_prefix(theme, "major") ? "+major" : "+minor";
	if (name == NULL)
		return;
	props->font = ats_document_intern(document, name);
	props->stated |= ATS_RUN_FONT;
}

static void
take_fill(AtsRunProps *props, const AtsXml *xml)
{
	guint32 fill;

	if (!ats_docx_shading(xml, &fill))
		return;
	props->filled = TRUE;
	props->fill = fill;
	props->stated |= ATS_RUN_FILL;
}

/* highlighters are never white: yellow stands for all of them */
static void
take_highlight(AtsRunProps *props, const AtsXml *xml)
{
	const char *val = ats_xml_val(xml);

	if (val == NULL || g_str_equal(val, "none"))
		return;
	props->filled = TRUE;
	props->fill = g_str_equal(val, "white") ? 0xFFFFFF : 0xFFFF00;
	props->stated |= ATS_RUN_FILL;
}

static void
take_run_prop(AtsXml *xml, AtsDocument *document, AtsRunProps *props)
{
	switch (ats_xml_element(xml)) {
	case W_b:
		toggle(props, ATS_TOGGLE_BOLD, xml);
		break;
	case W_i:
		toggle(props, ATS_TOGGLE_ITALIC, xml);
		break;
	case W_caps:
		toggle(props, ATS_TOGGLE_CAPS, xml);
		break;
	case W_smallCaps:
		toggle(props, ATS_TOGGLE_SMALL_CAPS, xml);
		break;
	case W_vanish:
		toggle(props, ATS_TOGGLE_VANISH, xml);
		break;
	case W_sz:
		props->size = ats_docx_length(ats_xml_val(xml), ATS_DOCX_HALF_POINTS, 0);
		props->stated |= props->size > 0 ? ATS_RUN_SIZE : 0;
		break;
	case W_bCs:
		toggle(props, ATS_TOGGLE_COMPLEX_BOLD, xml);
		break;
	case W_rtl:
	case W_cs:
		toggle(props, ATS_TOGGLE_COMPLEX, xml);
		break;
	case W_szCs:
		props->complex_size = ats_docx_length(ats_xml_val(xml), ATS_DOCX_HALF_POINTS, 0);
		props->stated |= props->complex_size > 0 ? ATS_RUN_COMPLEX_SIZE : 0;
		break;
	case W_spacing:
		props->spacing = ats_docx_length(ats_xml_val(xml), ATS_DOCX_TWIPS, 0);
		props->stated |= ATS_RUN_SPACING;
		break;
	case W_u:
		props->underline = ats_docx_is_on(ats_xml_val(xml));
		props->stated |= ATS_RUN_UNDERLINE;
		break;
	case W_color:
		take_colour(props, xml);
		break;
	case W_rFonts:
		take_font(props, document, xml);
		break;
	case W_shd:
		take_fill(props, xml);
		break;
	case W_highlight:
		take_highlight(props, xml);
		break;
	case W_rStyle:
		props->style =
		    ats_document_intern(document, ats_xml_val(xml) != NULL ? ats_xml_val(xml) : "");
		break;
	case W_rPrChange:
		ats_xml_skip(xml);
		break;
	default:
		break;
	}
}

void
ats_docx_run_props_read(AtsXml *xml, AtsDocument *document, AtsRunProps *props)
{
	guint depth = ats_xml_depth(xml);

	while (ats_xml_children(xml, depth))
		take_run_prop(xml, document, props);
}

void
ats_docx_run_props_lay(AtsRunProps *props, const AtsRunProps *over)
{
	props->toggles = (guint8)((props->toggles & ~over->toggles_stated) |
				  (over->toggles & over->toggles_stated));
	props->toggles_stated |= over->toggles_stated;
	if (over->stated & ATS_RUN_SIZE)
		props->size = over->size;
	if (over->stated & ATS_RUN_COMPLEX_SIZE)
		props->complex_size = over->complex_size;
	if (over->stated & ATS_RUN_SPACING)
		props->spacing = over->spacing;
	if (over->stated & ATS_RUN_FONT)
		props->font = over->font;
	if (over->stated & ATS_RUN_UNDERLINE)
		props->underline = over->underline;
	if (over->stated & ATS_RUN_COLOUR) {
		props->colour = over->colour;
		props->colour_auto = over->colour_auto;
	}
	if (over->stated & ATS_RUN_FILL) {
		props->filled = over->filled;
		props->fill = over->fill;
	}
	if (over->style != NULL)
		props->style = over->style;
	props->stated |= over->stated;
}

void
ats_docx_run_props_lay_style(AtsRunProps *props, const AtsRunProps *over)
{
	guint8 toggles = (guint8)(props->toggles ^ (over->toggles & over->toggles_stated));

	ats_docx_run_props_lay(props, over);
	props->toggles = (guint8)(toggles | (over->toggles & ATS_TOGGLE_COMPLEX));
}

float
ats_docx_run_size(const AtsRunProps *props)
{
	gboolean complex = (props->toggles & ATS_TOGGLE_COMPLEX) != 0;

	return complex && props->complex_size > 0 ? props->complex_size : props->size;
}

gboolean
ats_docx_run_is_bold(const AtsRunProps *props)
{
	gboolean complex = (props->toggles & ATS_TOGGLE_COMPLEX) != 0;

	return (props->toggles & (complex ? ATS_TOGGLE_COMPLEX_BOLD : ATS_TOGGLE_BOLD)) != 0;
}

/* --- paragraphs --- */

static guint8
align_of(const char *val)
{
	static const struct {
		const char *val;
		AtsAlign align;
	} aligns[] = {
	    {"center", ATS_ALIGN_CENTRE},
	    {"right", ATS_ALIGN_RIGHT},
	    {"end", ATS_ALIGN_RIGHT},
	    {"both", ATS_ALIGN_JUSTIFIED},
	    {"distribute", ATS_ALIGN_JUSTIFIED},
	};

	for (guint i = 0; val != NULL && i < G_N_ELEMENTS(aligns); i++) {
		if (g_str_equal(val, aligns[i].val))
			return aligns[i].align;
	}
	return ATS_ALIGN_LEFT;
}

static void
take_indent(AtsParaProps *props, const AtsXml *xml)
{
	const char *left = ats_xml_attribute(xml, ATS_NS_W, "left");
	const char *hanging = ats_xml_attribute(xml, ATS_NS_W, "hanging");
	const char *first = ats_xml_attribute(xml, ATS_NS_W, "firstLine");

	if (left == NULL)
		left = ats_xml_attribute(xml, ATS_NS_W, "start");
	if (left != NULL) {
		props->left = ats_docx_length(left, ATS_DOCX_TWIPS, 0);
		props->stated |= ATS_PARA_LEFT;
	}
	if (hanging == NULL && first == NULL)
		return;
	props->first = hanging != NULL ? -ats_docx_length(hanging, ATS_DOCX_TWIPS, 0)
				       : ats_docx_length(first, ATS_DOCX_TWIPS, 0);
	props->stated |= ATS_PARA_FIRST;
}

static void
take_spacing(AtsParaProps *props, const AtsXml *xml)
{
	const char *before = ats_xml_attribute(xml, ATS_NS_W, "before");
	const char *after = ats_xml_attribute(xml, ATS_NS_W, "after");

	if (before != NULL) {
		props->before = ats_docx_length(before, ATS_DOCX_TWIPS, 0);
		props->stated |= ATS_PARA_BEFORE;
	}
	if (after != NULL) {
		props->after = ats_docx_length(after, ATS_DOCX_TWIPS, 0);
		props->stated |= ATS_PARA_AFTER;
	}
}

static void
read_borders(AtsXml *xml, AtsParaProps *props)
{
	guint depth = ats_xml_depth(xml);

	props->rule_above = props->rule_below = FALSE;
	props->stated |= ATS_PARA_RULES;
	while (ats_xml_children(xml, depth)) {
		const char *val = ats_xml_val(xml);
		gboolean drawn =
		    val != NULL && !g_str_equal(val, "nil") && !g_str_equal(val, "none");
		if (ats_xml_element(xml) == W_top)
			props->rule_above = drawn;
		if (ats_xml_element(xml) == W_bottom)
			props->rule_below = drawn;
	}
}

static void
read_tabs(AtsXml *xml, AtsParaProps *props)
{
	guint depth = ats_xml_depth(xml);

	while (ats_xml_children(xml, depth)) {
		const char *val = ats_xml_val(xml);
		if (ats_xml_element(xml) != W_tab || val == NULL || g_str_equal(val, "clear") ||
		    g_str_equal(val, "bar"))
			continue;
		props->n_tabs = (guint8)MIN(props->n_tabs + 1, G_MAXUINT8);
		/* a decimal stop sets numbers right-aligned, as far as this room cares */
		props->tab_kinds |=
		    (guint8)(1u << (g_str_equal(val, "decimal") ? ATS_ALIGN_RIGHT : align_of(val)));
	}
}

static gint
number(const char *text)
{
	return text != NULL ? (gint)CLAMP(g_ascii_strtoll(text, NULL, 10), -1, G_MAXINT) : 0;
}

static void
read_numbering(AtsXml *xml, AtsParaProps *props)
{
	guint depth = ats_xml_depth(xml);

	while (ats_xml_children(xml, depth)) {
		if (ats_xml_element(xml) == W_ilvl)
			props->level = CLAMP(number(ats_xml_val(xml)), 0, 8);
		if (ats_xml_element(xml) != W_numId)
			continue;
		props->num_id = number(ats_xml_val(xml));
		props->stated |= ATS_PARA_NUMBER;
	}
}

static guint
hash_of_frame(const AtsXml *xml)
{
	static const char *const names[] =
	    {"w", "h", "x", "y", "xAlign", "yAlign", "hAnchor", "vAnchor", "wrap"};
	guint hash = 5381;

	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		const char *value = ats_xml_attribute(xml, ATS_NS_W, names[i]);
		hash = hash * 33 + (value != NULL ? g_str_hash(value) : 7);
	}
	return MAX(hash, 1);
}

static void
take_frame(AtsParaProps *props, const AtsXml *xml)
{
	const char *drop = ats_xml_attribute(xml, ATS_NS_W, "dropCap");
	const char *across = ats_xml_attribute(xml, ATS_NS_W, "hAnchor");
	const char *down = ats_xml_attribute(xml, ATS_NS_W, "vAnchor");
	AtsDocxFrame *frame = &props->frame;

	frame->x = ats_docx_length(ats_xml_attribute(xml, ATS_NS_W, "x"), ATS_DOCX_TWIPS, 0);
	frame->y = ats_docx_length(ats_xml_attribute(xml, ATS_NS_W, "y"), ATS_DOCX_TWIPS, 0);
	frame->width = ats_docx_length(ats_xml_attribute(xml, ATS_NS_W, "w"), ATS_DOCX_TWIPS, 0);
	frame->height = ats_docx_length(ats_xml_attribute(xml, ATS_NS_W, "h"), ATS_DOCX_TWIPS, 0);
	frame->page_x = across == NULL || g_str_equal(across, "page");
	frame->page_y = down == NULL || g_str_equal(down, "page");
	frame->margin_y = g_strcmp0(down, "margin") == 0;
	frame->drop_cap = drop != NULL && !g_str_equal(drop, "none");
	frame->id = hash_of_frame(xml);
	props->stated |= ATS_PARA_FRAME;
}

static void
take_flag(AtsParaProps *props, AtsParaStated which, gboolean *flag, const AtsXml *xml)
{
	*flag = ats_docx_is_on(ats_xml_val(xml));
	props->stated |= which;
}

static void
take_outline(AtsParaProps *props, const AtsXml *xml)
{
	gint level = number(ats_xml_val(xml));

	/* 0..8 are the levels 1..9, 9 is body text */
	props->outline = level >= 0 && level < 9 ? (guint8)(level + 1) : 0;
	props->stated |= ATS_PARA_OUTLINE;
}

static void
take_para_prop(AtsXml *xml, AtsDocument *document, AtsParaProps *props)
{
	switch (ats_xml_element(xml)) {
	case W_pStyle:
		props->style =
		    ats_document_intern(document, ats_xml_val(xml) != NULL ? ats_xml_val(xml) : "");
		break;
	case W_jc:
		props->align = align_of(ats_xml_val(xml));
		props->stated |= ATS_PARA_ALIGN;
		break;
	case W_ind:
		take_indent(props, xml);
		break;
	case W_spacing:
		take_spacing(props, xml);
		break;
	case W_pBdr:
		read_borders(xml, props);
		break;
	case W_tabs:
		read_tabs(xml, props);
		break;
	case W_numPr:
		read_numbering(xml, props);
		break;
	case W_shd:
		props->filled = ats_docx_shading(xml, &props->fill);
		props->stated |= ATS_PARA_FILL;
		break;
	case W_keepNext:
		take_flag(props, ATS_PARA_KEEP, &props->keep_next, xml);
		break;
	case W_pageBreakBefore:
		take_flag(props, ATS_PARA_BREAK, &props->page_break_before, xml);
		break;
	case W_outlineLvl:
		take_outline(props, xml);
		break;
	case W_framePr:
		take_frame(props, xml);
		break;
	case W_rPr:
		ats_docx_run_props_read(xml, document, &props->mark);
		break;
	case W_sectPr:
		props->section = TRUE;
		ats_xml_skip(xml);
		break;
	case W_pPrChange:
		ats_xml_skip(xml);
		break;
	default:
		break;
	}
}

void
ats_docx_para_props_read(AtsXml *xml, AtsDocument *document, AtsParaProps *props)
{
	guint depth = ats_xml_depth(xml);

	while (ats_xml_children(xml, depth))
		take_para_prop(xml, document, props);
}

static void
lay_places(AtsParaProps *props, const AtsParaProps *over)
{
	if (over->stated & ATS_PARA_ALIGN)
		props->align = over->align;
	if (over->stated & ATS_PARA_LEFT)
		props->left = over->left;
	if (over->stated & ATS_PARA_FIRST)
		props->first = over->first;
	if (over->stated & ATS_PARA_BEFORE)
		props->before = over->before;
	if (over->stated & ATS_PARA_AFTER)
		props->after = over->after;
	if (over->stated & ATS_PARA_FRAME)
		props->frame = over->frame;
	props->n_tabs = over->n_tabs;
	props->tab_kinds |= over->tab_kinds;
}

void
ats_docx_para_props_lay(AtsParaProps *props, const AtsParaProps *over)
{
	lay_places(props, over);
	if (over->stated & ATS_PARA_RULES) {
		props->rule_above = over->rule_above;
		props->rule_below = over->rule_below;
	}
	if (over->stated & ATS_PARA_FILL) {
		props->filled = over->filled;
		props->fill = over->fill;
	}
	if (over->stated & ATS_PARA_KEEP)
		props->keep_next = over->keep_next;
	if (over->stated & ATS_PARA_BREAK)
		props->page_break_before = over->page_break_before;
	if (over->stated & ATS_PARA_OUTLINE)
		props->outline = over->outline;
	if (over->stated & ATS_PARA_NUMBER) {
		props->num_id = over->num_id;
		props->level = over->level;
	}
	if (over->style != NULL)
		props->style = over->style;
	props->section = over->section;
	props->stated |= over->stated;
}
