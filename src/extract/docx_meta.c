/*
 * What a DOCX says of itself outside its text: content types, settings, theme fonts, properties.
 * For docx.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_meta.h"

#include <string.h>

#include "extract/docx_props.h"
#include "extract/docx_xml.h"

/* pages beyond which a statement is not believed */
#define MOST_PAGES 100000

static AtsXml *
open_part(AtsDocxPackage *package, const char *name, GError **error)
{
	g_autoptr(GBytes) bytes = ats_docx_package_read(package, name, error);

	return bytes != NULL ? ats_xml_new(bytes, name, error) : NULL;
}

/* --- content types --- */

static gboolean
names_part(const AtsXml *xml, const char *part)
{
	const char *name = ats_xml_attribute(xml, ATS_NS_NONE, "PartName");

	return name != NULL && g_ascii_strcasecmp(name + (*name == '/'), part) == 0;
}

static gboolean
names_extension(const AtsXml *xml, const char *part)
{
	const char *extension = ats_xml_attribute(xml, ATS_NS_NONE, "Extension");
	const char *dot = strrchr(part, '.');

	return extension != NULL && dot != NULL && g_ascii_strcasecmp(extension, dot + 1) == 0;
}

char *
ats_docx_content_type(AtsDocxPackage *package, const char *part, GError **error)
{
	g_autoptr(AtsXml) xml = NULL;
	g_autofree char *by_extension = NULL, *own = NULL;
	AtsXmlEvent event;

	if (!ats_docx_package_has(package, "[Content_Types].xml"))
		return NULL;
	xml = open_part(package, "[Content_Types].xml", error);
	while (xml != NULL && (event = ats_xml_next(xml)) != ATS_XML_STOP) {
		if (event != ATS_XML_START)
			continue;
		if (ats_xml_element(xml) == CT_Override && own == NULL && names_part(xml, part))
			own = g_strdup(ats_xml_attribute(xml, ATS_NS_NONE, "ContentType"));
		else if (ats_xml_element(xml) == CT_Default && by_extension == NULL &&
			 names_extension(xml, part))
			by_extension = g_strdup(ats_xml_attribute(xml, ATS_NS_NONE, "ContentType"));
	}
	if (xml == NULL || !ats_xml_finish(xml, error))
		return NULL;
	return own != NULL ? g_steal_pointer(&own) : g_steal_pointer(&by_extension);
}

/* --- settings and theme --- */

gboolean
ats_docx_settings_read(AtsDocxPackage *package,
		       const char *name,
		       AtsDocument *document,
		       AtsDocxSettings *settings,
		       GError **error)
{
	g_autoptr(AtsXml) xml = open_part(package, name, error);
	AtsXmlEvent event;

	while (xml != NULL && (event = ats_xml_next(xml)) != ATS_XML_STOP) {
		const char *val;
		if (event != ATS_XML_START)
			continue;
		val = ats_xml_val(xml);
		if (ats_xml_element(xml) == W_evenAndOddHeaders)
			settings->even_and_odd = ats_docx_is_on(val);
		else if (ats_xml_element(xml) == W_displayBackgroundShape)
			settings->page_background = ats_docx_is_on(val);
		else if (ats_xml_element(xml) == W_themeFontLang && val != NULL && *val != '\0')
			document->language = ats_document_intern(document, val);
	}
	return xml != NULL && ats_xml_finish(xml, error);
}

static const char *
latin_font(AtsXml *xml, AtsDocument *document)
{
	guint depth = ats_xml_depth(xml);
	const char *found = NULL;

	while (ats_xml_children(xml, depth)) {
		const char *face = ats_xml_attribute(xml, ATS_NS_NONE, "typeface");
		if (ats_xml_element(xml) == A_latin && face != NULL && *face != '\0')
			found = ats_document_intern(document, face);
	}
	return found;
}

gboolean
ats_docx_theme_read(AtsDocxPackage *package,
		    const char *name,
		    AtsDocument *document,
		    AtsDocxStyles *styles,
		    GError **error)
{
	g_autoptr(AtsXml) xml = open_part(package, name, error);
	const char *major = NULL, *minor = NULL;
	AtsXmlEvent event;

	while (xml != NULL && (event = ats_xml_next(xml)) != ATS_XML_STOP) {
		if (event == ATS_XML_START && ats_xml_element(xml) == A_majorFont)
			major = latin_font(xml, document);
		else if (event == ATS_XML_START && ats_xml_element(xml) == A_minorFont)
			minor = latin_font(xml, document);
	}
	ats_docx_styles_set_theme(styles, major, minor);
	return xml != NULL && ats_xml_finish(xml, error);
}

/* --- properties --- */

static void
take_property(AtsXml *xml, AtsDocument *document)
{
	AtsElement element = ats_xml_element(xml);
	g_autofree char *text = NULL;

	if (element != EP_Application && element != EP_Pages && element != DC_title &&
	    element != DC_language)
		return;
	text = ats_xml_dup_text(xml);
	if (*text == '\0')
		return;
	if (element == EP_Pages)
		document->n_pages = (guint)CLAMP(g_ascii_strtoll(text, NULL, 10), 0, MOST_PAGES);
	else if (element == EP_Application)
		document->producer = ats_document_intern(document, text);
	else if (element == DC_title)
		document->title = ats_document_intern(document, text);
	else if (document->language == NULL)
		document->language = ats_document_intern(document, text);
}

static gboolean
read_property_part(AtsDocxPackage *package, const char *name, AtsDocument *document, GError **error)
{
	g_autoptr(AtsXml) xml = open_part(package, name, error);
	AtsXmlEvent event;

	while (xml != NULL && (event = ats_xml_next(xml)) != ATS_XML_STOP) {
		if (event == ATS_XML_START)
			take_property(xml, document);
	}
	return xml != NULL && ats_xml_finish(xml, error);
}

gboolean
ats_docx_properties_read(AtsDocxPackage *package,
			 const AtsDocxRels *rels,
			 AtsDocument *document,
			 GError **error)
{
	/* transitional, strict */
	static const char *const types[] = {"extended-properties",
					    "extendedProperties",
					    "core-properties",
					    "metadata/core-properties"};

	for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
		const AtsDocxRel *rel = ats_docx_rels_by_type(rels, types[i]);
		if (rel == NULL || rel->external || !ats_docx_package_has(package, rel->target))
			continue;
		if (!read_property_part(package, rel->target, document, error))
			return FALSE;
	}
	return TRUE;
}
