/*
 * A small pull reader for the XML of a DOCX: elements by number, attributes by name space, text.
 * For the DOCX files of this room; its .c file alone knows libxml2.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

#include "extract/docx_names.h"

/**
 * AtsXml:
 *
 * One part being read. @element, @depth and @text describe the event that ats_xml_next() returned
 * last.
 */
typedef struct _AtsXml AtsXml;

typedef enum {
	ATS_XML_STOP, /* the end of the part, or an error: ats_xml_finish() tells which */
	ATS_XML_START,
	ATS_XML_END, /* comes for empty elements too */
	ATS_XML_TEXT,
} AtsXmlEvent;

/**
 * ats_xml_new:
 * @part: the part's bytes, inflated
 * @name: its name, for messages
 *
 * Looks over the bytes before libxml2 sees them: a document type, an encoding that the format does
 * not allow, or a tag longer than ATS_LIMIT_XML_TAG_BYTES is refused.
 *
 * Returns: (transfer full): the reader, or NULL with ATS_ERROR_DAMAGED or ATS_ERROR_TOO_LARGE
 */
AtsXml *
ats_xml_new(GBytes *part, const char *name, GError **error);

void
ats_xml_free(AtsXml *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsXml, ats_xml_free)

AtsXmlEvent
ats_xml_next(AtsXml *xml);

/* of START and END: which element; ATS_EL_NONE for one that nobody here asks for */
AtsElement
ats_xml_element(const AtsXml *xml);

/* of the event, 0 for the root element */
guint
ats_xml_depth(const AtsXml *xml);

/* of TEXT; lent until the next event */
const char *
ats_xml_text(const AtsXml *xml);

/* of START: the attribute's value, lent until the next event, or NULL. @space: ATS_NS_NONE for one
 * without prefix */
const char *
ats_xml_attribute(const AtsXml *xml, AtsNamespace space, const char *name);

/* of START: whether it states any */
gboolean
ats_xml_has_attributes(const AtsXml *xml);

/* w:val of START, NULL if it has none */
const char *
ats_xml_val(const AtsXml *xml);

/* after START: on to its END, whatever is inside */
void
ats_xml_skip(AtsXml *xml);

/**
 * ats_xml_children:
 * @depth: of the START whose children are wanted
 *
 * Walks what is inside an element: call it until FALSE. Each TRUE stands on the START of an element
 * below, at any depth; FALSE stands on the END of the element itself, or at a stop.
 */
gboolean
ats_xml_children(AtsXml *xml, guint depth);

/* the text of the element whose START was last, up to its END; (transfer full) */
char *
ats_xml_dup_text(AtsXml *xml);

/* FALSE with @error set if the reading stopped for an error; the error is given once */
gboolean
ats_xml_finish(AtsXml *xml, GError **error);
