/*
 * Fields and hyperlinks of a DOCX: whose result text is, and where links point. For docx_walk.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_walk.h"

#include <string.h>

/* fields in one another; Word allows 20 */
#define MAX_FIELDS 32
/* bytes kept of an instruction; addresses are the longest */
#define MAX_INSTRUCTION 4096

void
ats_docx_field_clear(gpointer field)
{
	AtsDocxField *self = field;

	if (self->instruction != NULL)
		g_string_free(self->instruction, TRUE);
	self->instruction = NULL;
}

static void
add_link(AtsDocxWalk *walk, const char *uri, guint32 part)
{
	AtsLink link = {.uri = ats_document_intern(walk->document, uri), .part = (gint32)part};

	g_array_append_val(walk->document->links, link);
}

/* ` HYPERLINK "https://example.com" \o "tip" ` → the address; NULL if it is none */
static char *
link_of(const char *instruction)
{
	const char *at = instruction + strspn(instruction, " \t");
	gsize n;

	if (g_ascii_strncasecmp(at, "HYPERLINK", 9) != 0)
		return NULL;
	at += 9;
	at += strspn(at, " \t");
	if (*at == '"')
		return strchr(at + 1, '"') != NULL
			   ? g_strndup(at + 1, (gsize)(strchr(at + 1, '"') - at - 1))
			   : NULL;
	n = strcspn(at, " \t");
	return n > 0 && *at != '\\' ? g_strndup(at, n) : NULL;
}

void
ats_docx_field_char(AtsDocxWalk *walk)
{
	const char *type = ats_xml_attribute(walk->xml, ATS_NS_W, "fldCharType");
	AtsDocxField field = {0};

	if (g_strcmp0(type, "begin") == 0 && walk->fields->len < MAX_FIELDS) {
		field.instruction = g_string_new(NULL);
		g_array_append_val(walk->fields, field);
	} else if (g_strcmp0(type, "separate") == 0 && walk->fields->len > 0)
		ats_top(walk->fields, AtsDocxField)->result = TRUE;
	else if (g_strcmp0(type, "end") == 0 && walk->fields->len > 0)
		g_array_set_size(walk->fields, walk->fields->len - 1);
}

void
ats_docx_field_instruction(AtsDocxWalk *walk, const char *text)
{
	AtsDocxField *field = walk->fields->len > 0 ? ats_top(walk->fields, AtsDocxField) : NULL;

	if (field != NULL && !field->result && field->instruction->len < MAX_INSTRUCTION)
		g_string_append(field->instruction, text);
}

static void
open_result(AtsDocxWalk *walk, AtsDocxField *field, guint32 parent)
{
	g_autofree char *uri = link_of(field->instruction->str);

	field->parent = parent;
	field->part = ats_docx_walk_add_part(walk, ATS_PART_FIELD, ATS_VARIANT_COMPLEX, parent);
	ats_at(walk->document->parts, AtsPart, field->part)->name =
	    ats_document_intern(walk->document, field->instruction->str);
	if (uri != NULL && *uri != '\0')
		add_link(walk, uri, field->part);
}

gboolean
ats_docx_field_part(AtsDocxWalk *walk, guint32 *part)
{
	guint32 parent = walk->part;

	for (guint i = 0; i < walk->fields->len; i++) {
		if (!g_array_index(walk->fields, AtsDocxField, i).result)
			return FALSE;
	}
	for (guint i = 0; i < walk->fields->len; i++) {
		AtsDocxField *field = &g_array_index(walk->fields, AtsDocxField, i);
		if (field->part == 0 || field->parent != parent)
			open_result(walk, field, parent);
		parent = field->part;
	}
	*part = parent;
	return TRUE;
}

void
ats_docx_field_simple(AtsDocxWalk *walk)
{
	const char *instruction = ats_xml_attribute(walk->xml, ATS_NS_W, "instr");
	g_autofree char *uri = instruction != NULL ? link_of(instruction) : NULL;
	guint32 part = ats_docx_walk_enter(walk, ATS_PART_FIELD, ATS_VARIANT_SIMPLE);

	ats_at(walk->document->parts, AtsPart, part)->name =
	    ats_document_intern(walk->document, instruction != NULL ? instruction : "");
	if (uri != NULL && *uri != '\0')
		add_link(walk, uri, part);
}

void
ats_docx_hyperlink(AtsDocxWalk *walk)
{
	const AtsDocxRel *rel =
	    ats_docx_rels_by_id(walk->rels, ats_xml_attribute(walk->xml, ATS_NS_R, "id"));
	const char *anchor = ats_xml_attribute(walk->xml, ATS_NS_W, "anchor");
	g_autofree char *inner = anchor != NULL ? g_strconcat("#", anchor, NULL) : NULL;
	guint32 part = ats_docx_walk_enter(walk, ATS_PART_LINK, ATS_VARIANT_NONE);
	const char *target = rel != NULL ? rel->target : inner != NULL ? inner : "";

	ats_at(walk->document->parts, AtsPart, part)->name =
	    ats_document_intern(walk->document, target);
	if (rel != NULL && rel->external)
		add_link(walk, rel->target, part);
}
