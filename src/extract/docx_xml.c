/*
 * The pull reader for the XML of a DOCX, over libxml2's xmlTextReader: the only file that knows
 * libxml2. Streams, expands no entity, loads nothing, refuses any document type and long tags. For
 * the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_xml.h"

#include <libxml/xmlreader.h>
#include <string.h>

#include "base/error.h"
#include "extract/docx_xml_check.h"

typedef struct {
	AtsNamespace space;
	const char *name; /* lent by the reader's dictionary */
	gsize value;	  /* offset in AtsXml.values */
} Attribute;

struct _AtsXml {
	GBytes *bytes;
	char *part;
	xmlTextReaderPtr reader;
	GHashTable *spaces;   /* URI → AtsNamespace */
	GHashTable *seen;     /* the same by address: the reader's dictionary holds each URI once */
	GHashTable *elements; /* local name → array index + 1 of the first of that name in NAMES */
	GArray *attributes;   /* of Attribute, of the START last returned */
	GString *values;
	AtsElement element;
	guint depth;
	const char *text;
	gboolean end_owed; /* an empty element's END is due */
	GError *error;
};

static const struct {
	AtsNamespace space;
	const char *uri;
} URIS[] = {
    {ATS_NS_W, "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    {ATS_NS_W, "http://purl.oclc.org/ooxml/wordprocessingml/main"},
    {ATS_NS_R, "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
    {ATS_NS_R, "http://purl.oclc.org/ooxml/officeDocument/relationships"},
    {ATS_NS_WP, "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
    {ATS_NS_WP, "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"},
    {ATS_NS_A, "http://schemas.openxmlformats.org/drawingml/2006/main"},
    {ATS_NS_A, "http://purl.oclc.org/ooxml/drawingml/main"},
    {ATS_NS_PIC, "http://schemas.openxmlformats.org/drawingml/2006/picture"},
    {ATS_NS_PIC, "http://purl.oclc.org/ooxml/drawingml/picture"},
    {ATS_NS_C, "http://schemas.openxmlformats.org/drawingml/2006/chart"},
    {ATS_NS_C, "http://purl.oclc.org/ooxml/drawingml/chart"},
    {ATS_NS_CX, "http://schemas.microsoft.com/office/drawing/2014/chartex"},
    {ATS_NS_DGM, "http://schemas.openxmlformats.org/drawingml/2006/diagram"},
    {ATS_NS_DGM, "http://purl.oclc.org/ooxml/drawingml/diagram"},
    {ATS_NS_MC, "http://schemas.openxmlformats.org/markup-compatibility/2006"},
    {ATS_NS_WPS, "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"},
    {ATS_NS_WPG, "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"},
    {ATS_NS_V, "urn:schemas-microsoft-com:vml"},
    {ATS_NS_O, "urn:schemas-microsoft-com:office:office"},
    {ATS_NS_M, "http://schemas.openxmlformats.org/officeDocument/2006/math"},
    {ATS_NS_M, "http://purl.oclc.org/ooxml/officeDocument/math"},
    {ATS_NS_REL, "http://schemas.openxmlformats.org/package/2006/relationships"},
    {ATS_NS_CT, "http://schemas.openxmlformats.org/package/2006/content-types"},
    {ATS_NS_EP, "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"},
    {ATS_NS_EP, "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"},
    {ATS_NS_DC, "http://purl.org/dc/elements/1.1/"},
    {ATS_NS_XML, "http://www.w3.org/XML/1998/namespace"},
};

/* by AtsElement */
#define ATS_ELEMENT_NAME(space, name) {ATS_NS_##space, #name},
static const struct {
	AtsNamespace space;
	const char *name;
} NAMES[] = {{ATS_NS_NONE, ""}, ATS_ELEMENTS(ATS_ELEMENT_NAME)};
#undef ATS_ELEMENT_NAME

/* --- making and freeing --- */

static void
set_damaged(AtsXml *self, const char *why, int line)
{
	if (self->error != NULL)
		return;
	self->error = g_error_new(ATS_ERROR,
				  ATS_ERROR_DAMAGED,
				  "%s is not well-formed XML (%s, line %d): Word would refuse it "
				  "too; save the document anew",
				  self->part,
				  why,
				  line);
}

static void
on_xml_error(void *data, xmlErrorPtr e)
{
	g_autofree char *message = NULL;

	if (e->level != XML_ERR_FATAL)
		return;
	message = g_utf8_make_valid(e->message != NULL ? e->message : "unknown", -1);
	g_strdelimit(g_strchomp(message), "\n\r", ' ');
	set_damaged(data, message, e->line);
}

static void
fill_tables(AtsXml *self)
{
	self->spaces = g_hash_table_new(g_str_hash, g_str_equal);
	self->seen = g_hash_table_new(NULL, NULL);
	for (guint i = 0; i < G_N_ELEMENTS(URIS); i++)
		g_hash_table_insert(self->spaces,
				    (char *)URIS[i].uri,
				    GUINT_TO_POINTER(URIS[i].space));
	self->elements = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = ATS_EL_LAST; i-- > 1;) {
		gpointer next = g_hash_table_lookup(self->elements, NAMES[i].name);
		if (next == NULL || GPOINTER_TO_UINT(next) > i)
			g_hash_table_insert(self->elements,
					    (char *)NAMES[i].name,
					    GUINT_TO_POINTER(i));
	}
}

AtsXml *
ats_xml_new(GBytes *part, const char *name, GError **error)
{
	g_autoptr(AtsXml) self = g_new0(AtsXml, 1);
	const char *data;
	gsize length;

	self->part = g_strdup(name);
	self->attributes = g_array_new(FALSE, FALSE, sizeof(Attribute));
	self->values = g_string_new(NULL);
	self->bytes = ats_xml_check(part, name, error);
	if (self->bytes == NULL)
		return NULL;
	fill_tables(self);
	data = g_bytes_get_data(self->bytes, &length);
	self->reader = xmlReaderForMemory(data,
					  (int)length,
					  NULL,
					  ats_xml_is_wide(part) ? "UTF-8" : NULL,
					  XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR |
					      XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
	if (self->reader == NULL) {
		g_set_error(error, ATS_ERROR, ATS_ERROR_DAMAGED, "%s cannot be read as XML", name);
		return NULL;
	}
	xmlTextReaderSetStructuredErrorHandler(self->reader, on_xml_error, self);
	return g_steal_pointer(&self);
}

void
ats_xml_free(AtsXml *xml)
{
	g_clear_pointer(&xml->reader, xmlFreeTextReader);
	g_clear_pointer(&xml->bytes, g_bytes_unref);
	g_clear_pointer(&xml->spaces, g_hash_table_unref);
	g_clear_pointer(&xml->seen, g_hash_table_unref);
	g_clear_pointer(&xml->elements, g_hash_table_unref);
	g_array_unref(xml->attributes);
	g_string_free(xml->values, TRUE);
	g_clear_error(&xml->error);
	g_free(xml->part);
	g_free(xml);
}

/* --- reading --- */

static AtsNamespace
space_of(const AtsXml *self)
{
	gpointer uri = (gpointer)xmlTextReaderConstNamespaceUri(self->reader);
	gpointer found;

	if (uri == NULL)
		return ATS_NS_NONE;
	if (!g_hash_table_lookup_extended(self->seen, uri, NULL, &found)) {
		found = g_hash_table_lookup(self->spaces, uri);
		g_hash_table_insert(self->seen, uri, found);
	}
	return GPOINTER_TO_UINT(found);
}

/* equal local names of several name spaces (W_p has none, W_t and M_t are two) are few: looked for
 * one by one */
static AtsElement
element_of(const AtsXml *self)
{
	const char *name = (const char *)xmlTextReaderConstLocalName(self->reader);
	guint first = GPOINTER_TO_UINT(g_hash_table_lookup(self->elements, name));
	AtsNamespace space = space_of(self);

	if (first == 0 || space == ATS_NS_NONE)
		return ATS_EL_NONE;
	for (guint i = first; i < ATS_EL_LAST; i++) {
		if (NAMES[i].space == space && g_str_equal(NAMES[i].name, name))
			return (AtsElement)i;
	}
	return ATS_EL_NONE;
}

static void
take_attributes(AtsXml *self)
{
	g_array_set_size(self->attributes, 0);
	g_string_truncate(self->values, 0);
	while (xmlTextReaderMoveToNextAttribute(self->reader) == 1) {
		const char *value;
		Attribute attribute;
		if (xmlTextReaderIsNamespaceDecl(self->reader) == 1)
			continue;
		value = (const char *)xmlTextReaderConstValue(self->reader);
		attribute.space = space_of(self);
		attribute.name = (const char *)xmlTextReaderConstLocalName(self->reader);
		attribute.value = self->values->len;
		g_string_append(self->values, value != NULL ? value : "");
		g_string_append_c(self->values, '\0');
		g_array_append_val(self->attributes, attribute);
	}
	xmlTextReaderMoveToElement(self->reader);
}

static AtsXmlEvent
start(AtsXml *self)
{
	self->element = element_of(self);
	self->depth = (guint)xmlTextReaderDepth(self->reader);
	self->end_owed = xmlTextReaderIsEmptyElement(self->reader) == 1;
	take_attributes(self);
	return ATS_XML_START;
}

static AtsXmlEvent
end(AtsXml *self)
{
	self->element = element_of(self);
	self->depth = (guint)xmlTextReaderDepth(self->reader);
	self->end_owed = FALSE;
	return ATS_XML_END;
}

AtsXmlEvent
ats_xml_next(AtsXml *xml)
{
	if (xml->error != NULL)
		return ATS_XML_STOP;
	if (xml->end_owed)
		return end(xml);
	while (xmlTextReaderRead(xml->reader) == 1 && xml->error == NULL) {
		switch (xmlTextReaderNodeType(xml->reader)) {
		case XML_READER_TYPE_ELEMENT:
			return start(xml);
		case XML_READER_TYPE_END_ELEMENT:
			return end(xml);
		case XML_READER_TYPE_TEXT:
		case XML_READER_TYPE_CDATA:
		case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
			xml->text = (const char *)xmlTextReaderConstValue(xml->reader);
			return ATS_XML_TEXT;
		case XML_READER_TYPE_DOCUMENT_TYPE:
			set_damaged(xml, "it declares a document type", 1);
			return ATS_XML_STOP;
		default:
			break;
		}
	}
	if (xmlTextReaderReadState(xml->reader) == XML_TEXTREADER_MODE_ERROR)
		set_damaged(xml, "it breaks off", xmlTextReaderGetParserLineNumber(xml->reader));
	return ATS_XML_STOP;
}

AtsElement
ats_xml_element(const AtsXml *xml)
{
	return xml->element;
}

guint
ats_xml_depth(const AtsXml *xml)
{
	return xml->depth;
}

const char *
ats_xml_text(const AtsXml *xml)
{
	return xml->text != NULL ? xml->text : "";
}

const char *
ats_xml_attribute(const AtsXml *xml, AtsNamespace space, const char *name)
{
	for (guint i = 0; i < xml->attributes->len; i++) {
		const Attribute *a = &g_array_index(xml->attributes, Attribute, i);
		if (a->space == space && g_str_equal(a->name, name))
			return xml->values->str + a->value;
	}
	return NULL;
}

gboolean
ats_xml_has_attributes(const AtsXml *xml)
{
	return xml->attributes->len > 0;
}

const char *
ats_xml_val(const AtsXml *xml)
{
	return ats_xml_attribute(xml, ATS_NS_W, "val");
}

void
ats_xml_skip(AtsXml *xml)
{
	guint depth = xml->depth;

	for (;;) {
		AtsXmlEvent event = ats_xml_next(xml);
		if (event == ATS_XML_STOP || (event == ATS_XML_END && xml->depth == depth))
			return;
	}
}

gboolean
ats_xml_children(AtsXml *xml, guint depth)
{
	for (;;) {
		AtsXmlEvent event = ats_xml_next(xml);
		if (event == ATS_XML_START)
			return TRUE;
		if (event == ATS_XML_STOP || (event == ATS_XML_END && xml->depth == depth))
			return FALSE;
	}
}

char *
ats_xml_dup_text(AtsXml *xml)
{
	GString *out = g_string_new(NULL);
	guint depth = xml->depth;

	for (;;) {
		AtsXmlEvent event = ats_xml_next(xml);
		if (event == ATS_XML_TEXT)
			g_string_append(out, ats_xml_text(xml));
		if (event == ATS_XML_STOP || (event == ATS_XML_END && xml->depth == depth))
			return g_strchug(g_strchomp(g_string_free(out, FALSE)));
	}
}

gboolean
ats_xml_finish(AtsXml *xml, GError **error)
{
	if (xml->error == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&xml->error));
	return FALSE;
}
