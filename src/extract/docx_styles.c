/*
 * The styles of a DOCX: read once, each resolved along its chain of basedOn the first time it is
 * asked for. A chain that bites its tail ends after MAX_CHAIN styles. For the DOCX files of this
 * room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_styles.h"

#include <string.h>

/* styles in one chain of basedOn; Word allows 11 */
#define MAX_CHAIN 32
/* points; Word's size where nothing states one */
#define DEFAULT_SIZE 10.f

typedef struct {
	char kind; /* p, c, t, n */
	const char *name, *based_on;
	AtsRunProps run, all_run; /* as stated; resolved */
	AtsParaProps para, all_para;
	AtsDocxTableStyle table;
	gboolean resolved;
} Style;

struct _AtsDocxStyles {
	AtsDocument *document; /* lent; owns the strings */
	GHashTable *by_id;     /* id → Style */
	AtsRunProps run_defaults;
	AtsParaProps para_defaults;
	const char *default_paragraph; /* id, or NULL */
	const char *major, *minor;
};

static gboolean
is_drawn(const AtsXml *xml)
{
	const char *val = ats_xml_val(xml);

	return val != NULL && !g_str_equal(val, "nil") && !g_str_equal(val, "none");
}

static guint8
heading_by_name(const char *name)
{
	if (g_ascii_strncasecmp(name, "heading ", 8) != 0 || !g_ascii_isdigit(name[8]) ||
	    name[9] != '\0')
		return 0;
	return (guint8)(name[8] - '0');
}

static void
take_style_prop(AtsDocxStyles *self, AtsXml *xml, Style *style)
{
	const char *val = ats_xml_val(xml);

	switch (ats_xml_element(xml)) {
	case W_name:
		style->name = ats_document_intern(self->document, val != NULL ? val : "");
		break;
	case W_basedOn:
		style->based_on = ats_document_intern(self->document, val != NULL ? val : "");
		break;
	case W_rPr:
		ats_docx_run_props_read(xml, self->document, &style->run);
		break;
	case W_pPr:
		ats_docx_para_props_read(xml, self->document, &style->para);
		break;
	default:
		break;
	}
}

/* conditional formats are only asked whether they fill: which cells they meet depends on too much
 */
static void
take_table_prop(AtsXml *xml, Style *style)
{
	guint32 fill;

	if (ats_xml_element(xml) == W_shd && ats_docx_shading(xml, &fill) && fill != 0xFFFFFF)
		style->table.shades = TRUE;
	if ((ats_xml_element(xml) == W_insideH || ats_xml_element(xml) == W_insideV) &&
	    is_drawn(xml))
		style->table.inner_rules = TRUE;
}

static void
read_style(AtsDocxStyles *self, AtsXml *xml)
{
	const char *id = ats_xml_attribute(xml, ATS_NS_W, "styleId");
	const char *type = ats_xml_attribute(xml, ATS_NS_W, "type");
	const char *standard = ats_xml_attribute(xml, ATS_NS_W, "default");
	guint depth = ats_xml_depth(xml);
	Style *style = g_new0(Style, 1);

	id = ats_document_intern(self->document, id != NULL ? id : "");
	style->kind = type != NULL ? *type : 'p';
	style->name = style->based_on = "";
	if (style->kind == 'p' && standard != NULL && ats_docx_is_on(standard))
		self->default_paragraph = id;
	while (ats_xml_children(xml, depth)) {
		if (style->kind == 't')
			take_table_prop(xml, style);
		else
			take_style_prop(self, xml, style);
	}
	if ((style->para.stated & ATS_PARA_OUTLINE) == 0 && heading_by_name(style->name) > 0) {
		style->para.outline = heading_by_name(style->name);
		style->para.stated |= ATS_PARA_OUTLINE;
	}
	g_hash_table_insert(self->by_id, (char *)id, style);
}

static void
read_defaults(AtsDocxStyles *self, AtsXml *xml)
{
	guint depth = ats_xml_depth(xml);

	while (ats_xml_children(xml, depth)) {
		if (ats_xml_element(xml) == W_rPrDefault) {
			guint inner = ats_xml_depth(xml);
			while (ats_xml_children(xml, inner)) {
				if (ats_xml_element(xml) == W_rPr)
					ats_docx_run_props_read(xml,
								self->document,
								&self->run_defaults);
			}
		}
		if (ats_xml_element(xml) == W_pPr)
			ats_docx_para_props_read(xml, self->document, &self->para_defaults);
	}
}

static gboolean
read_styles(AtsDocxStyles *self, GBytes *bytes, const char *name, GError **error)
{
	g_autoptr(AtsXml) xml = ats_xml_new(bytes, name, error);
	AtsXmlEvent event;

	if (xml == NULL)
		return FALSE;
	while ((event = ats_xml_next(xml)) != ATS_XML_STOP) {
		if (event != ATS_XML_START)
			continue;
		if (ats_xml_element(xml) == W_style)
			read_style(self, xml);
		else if (ats_xml_element(xml) == W_docDefaults)
			read_defaults(self, xml);
	}
	return ats_xml_finish(xml, error);
}

AtsDocxStyles *
ats_docx_styles_load(AtsDocxPackage *package,
		     const char *name,
		     AtsDocument *document,
		     GError **error)
{
	g_autoptr(AtsDocxStyles) self = g_new0(AtsDocxStyles, 1);
	g_autoptr(GBytes) bytes = NULL;

	self->document = document;
	self->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	self->run_defaults.size = DEFAULT_SIZE;
	self->run_defaults.colour_auto = TRUE;
	if (name == NULL)
		return g_steal_pointer(&self);
	bytes = ats_docx_package_read(package, name, error);
	if (bytes == NULL || !read_styles(self, bytes, name, error))
		return NULL;
	return g_steal_pointer(&self);
}

void
ats_docx_styles_free(AtsDocxStyles *styles)
{
	g_hash_table_unref(styles->by_id);
	g_free(styles);
}

/* the style and those under it, from the leaf to the root */
static guint
chain_of(AtsDocxStyles *self, Style *style, Style **chain)
{
	guint n = 0;

	while (style != NULL && n < MAX_CHAIN) {
		char kind = style->kind;
		chain[n++] = style;
		style = *style->based_on != '\0' ? g_hash_table_lookup(self->by_id, style->based_on)
						 : NULL;
		if (style != NULL && style->kind != kind)
			break;
	}
	return n;
}

static Style *
resolved(AtsDocxStyles *self, const char *id, char kind)
{
	Style *style = id != NULL ? g_hash_table_lookup(self->by_id, id) : NULL;
	Style *chain[MAX_CHAIN];
	guint n;

	if (style == NULL || style->kind != kind)
		return NULL;
	if (style->resolved)
		return style;
	n = chain_of(self, style, chain);
	while (n-- > 0) {
		ats_docx_run_props_lay(&style->all_run, &chain[n]->run);
		ats_docx_para_props_lay(&style->all_para, &chain[n]->para);
		style->table.shades |= chain[n]->table.shades;
		style->table.inner_rules |= chain[n]->table.inner_rules;
	}
	style->resolved = TRUE;
	return style;
}

const char *
ats_docx_styles_paragraph(AtsDocxStyles *styles,
			  const char *id,
			  AtsParaProps *para,
			  AtsRunProps *run)
{
	Style *style = resolved(styles, id, 'p');

	if (style == NULL)
		style = resolved(styles, styles->default_paragraph, 'p');
	*run = styles->run_defaults;
	*para = styles->para_defaults;
	if (style == NULL)
		return "";
	ats_docx_run_props_lay(run, &style->all_run);
	ats_docx_para_props_lay(para, &style->all_para);
	return style->name;
}

const AtsRunProps *
ats_docx_styles_character(AtsDocxStyles *styles, const char *id)
{
	Style *style = resolved(styles, id, 'c');

	return style != NULL ? &style->all_run : NULL;
}

AtsDocxTableStyle
ats_docx_styles_table(AtsDocxStyles *styles, const char *id)
{
	Style *style = resolved(styles, id, 't');

	return style != NULL ? style->table : (AtsDocxTableStyle){FALSE, FALSE};
}

void
ats_docx_styles_set_theme(AtsDocxStyles *styles, const char *major, const char *minor)
{
	styles->major = major;
	styles->minor = minor;
}

const char *
ats_docx_styles_font(const AtsDocxStyles *styles, const char *name)
{
	if (name == NULL)
		return "";
	if (g_str_equal(name, "+major"))
		return styles->major != NULL ? styles->major : "";
	if (g_str_equal(name, "+minor"))
		return styles->minor != NULL ? styles->minor : "";
	return name;
}
