/*
 * Relationships between the parts of a DOCX, read from the .rels part beside each. Targets are
 * resolved against the part that names them; external ones are kept as text and never followed. For
 * the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_rels.h"

#include <string.h>

#include "extract/docx_xml.h"

static void
rel_free(gpointer data)
{
	AtsDocxRel *rel = data;

	g_free(rel->id);
	g_free(rel->type);
	g_free(rel->target);
	g_free(rel);
}

/* "word/document.xml" → "word/_rels/document.xml.rels" */
static char *
rels_name(const char *source)
{
	const char *slash = strrchr(source, '/');

	if (slash == NULL)
		return g_strdup_printf("_rels/%s.rels", source);
	return g_strdup_printf("%.*s/_rels/%s.rels", (int)(slash - source), source, slash + 1);
}

/* "media/a.png" of "word/document.xml" → "word/media/a.png"; "/word/a.xml" → "word/a.xml"; "../x"
 * goes up, never out */
static char *
resolve(const char *source, const char *target)
{
	const char *slash = strrchr(source, '/');
	g_autofree char *whole = NULL;
	g_auto(GStrv) segments = NULL;
	g_autoptr(GPtrArray) out = g_ptr_array_new();

	if (*target == '/' || slash == NULL)
		whole = g_strdup(target);
	else
		whole = g_strdup_printf("%.*s/%s", (int)(slash - source), source, target);
	segments = g_strsplit_set(whole, "/\\", -1);
	for (guint i = 0; segments[i] != NULL; i++) {
		if (g_str_equal(segments[i], "..") && out->len > 0)
			g_ptr_array_set_size(out, (gint)out->len - 1);
		else if (*segments[i] != '\0' && !g_str_equal(segments[i], ".") &&
			 !g_str_equal(segments[i], ".."))
			g_ptr_array_add(out, segments[i]);
	}
	g_ptr_array_add(out, NULL);
	return g_strjoinv("/", (char **)out->pdata);
}

static const char *
last_segment(const char *uri)
{
	const char *slash = strrchr(uri, '/');

	return slash != NULL ? slash + 1 : uri;
}

static void
take(AtsDocxRels *self, const AtsXml *xml, const char *source)
{
	const char *id = ats_xml_attribute(xml, ATS_NS_NONE, "Id");
	const char *type = ats_xml_attribute(xml, ATS_NS_NONE, "Type");
	const char *target = ats_xml_attribute(xml, ATS_NS_NONE, "Target");
	const char *mode = ats_xml_attribute(xml, ATS_NS_NONE, "TargetMode");
	AtsDocxRel *rel;

	if (id == NULL || type == NULL || target == NULL)
		return;
	rel = g_new0(AtsDocxRel, 1);
	rel->id = g_strdup(id);
	rel->type = g_strdup(last_segment(type));
	rel->external = mode != NULL && g_ascii_strcasecmp(mode, "External") == 0;
	rel->target = rel->external ? g_strdup(target) : resolve(source, target);
	g_ptr_array_add(self->list, rel);
	if (!g_hash_table_contains(self->by_id, rel->id))
		g_hash_table_insert(self->by_id, rel->id, rel);
}

AtsDocxRels *
ats_docx_rels_load(AtsDocxPackage *package, const char *source, GError **error)
{
	g_autoptr(AtsDocxRels) self = g_new0(AtsDocxRels, 1);
	g_autofree char *name = rels_name(source);
	g_autoptr(GBytes) bytes = NULL;
	g_autoptr(AtsXml) xml = NULL;
	AtsXmlEvent event;

	self->list = g_ptr_array_new_with_free_func(rel_free);
	self->by_id = g_hash_table_new(g_str_hash, g_str_equal);
	if (!ats_docx_package_has(package, name))
		return g_steal_pointer(&self);
	bytes = ats_docx_package_read(package, name, error);
	if (bytes == NULL)
		return NULL;
	xml = ats_xml_new(bytes, name, error);
	if (xml == NULL)
		return NULL;
	while ((event = ats_xml_next(xml)) != ATS_XML_STOP) {
		if (event == ATS_XML_START && ats_xml_element(xml) == REL_Relationship)
			take(self, xml, source);
	}
	if (!ats_xml_finish(xml, error))
		return NULL;
	return g_steal_pointer(&self);
}

void
ats_docx_rels_free(AtsDocxRels *rels)
{
	g_hash_table_unref(rels->by_id);
	g_ptr_array_unref(rels->list);
	g_free(rels);
}

const AtsDocxRel *
ats_docx_rels_by_id(const AtsDocxRels *rels, const char *id)
{
	return id != NULL ? g_hash_table_lookup(rels->by_id, id) : NULL;
}

const AtsDocxRel *
ats_docx_rels_by_type(const AtsDocxRels *rels, const char *type)
{
	for (guint i = 0; i < rels->list->len; i++) {
		AtsDocxRel *rel = g_ptr_array_index(rels->list, i);
		if (g_str_equal(rel->type, type))
			return rel;
	}
	return NULL;
}
