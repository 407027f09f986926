/*
 * The lists of a DOCX: for each number definition and level, whether it prints a mark and how far
 * it indents. For the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_styles.h"

#include <string.h>

/* levels of a list, by the format */
#define LEVELS 9

typedef struct {
	AtsDocxLevel levels[LEVELS];
	guint overridden; /* bit set: levels that a w:num states itself */
	gint64 abstract;  /* of a w:num */
} List;

struct _AtsDocxNumbering {
	GHashTable *abstracts; /* abstractNumId → List */
	GHashTable *nums;      /* numId → List */
};

static gpointer
key(gint64 id)
{
	return GINT_TO_POINTER((gint)CLAMP(id, G_MININT, G_MAXINT));
}

static gint64
id_of(const AtsXml *xml, const char *attribute)
{
	const char *text = ats_xml_attribute(xml, ATS_NS_W, attribute);

	return text != NULL ? g_ascii_strtoll(text, NULL, 10) : -1;
}

static void
read_level(AtsXml *xml, AtsDocument *document, List *list)
{
	gint64 stated = id_of(xml, "ilvl");
	gint64 n = CLAMP(stated, 0, LEVELS - 1);
	guint depth = ats_xml_depth(xml);
	AtsDocxLevel *level = &list->levels[n];
	gboolean empty = FALSE, none = FALSE;
	AtsParaProps para = {0};

	while (ats_xml_children(xml, depth)) {
		if (ats_xml_element(xml) == W_numFmt)
			none = g_strcmp0(ats_xml_val(xml), "none") == 0;
		else if (ats_xml_element(xml) == W_lvlText)
			empty = ats_xml_val(xml) == NULL || *ats_xml_val(xml) == '\0';
		else if (ats_xml_element(xml) == W_pPr)
			ats_docx_para_props_read(xml, document, &para);
	}
	list->overridden |= 1u << n;
	level->shown = !empty && !none;
	level->indented = (para.stated & ATS_PARA_LEFT) != 0;
	level->left = para.left;
	level->first = para.first;
}

static List *
read_list(AtsXml *xml, AtsDocument *document)
{
	List *list = g_new0(List, 1);
	guint depth = ats_xml_depth(xml);

	list->abstract = -1;
	while (ats_xml_children(xml, depth)) {
		if (ats_xml_element(xml) == W_lvl)
			read_level(xml, document, list);
		else if (ats_xml_element(xml) == W_abstractNumId)
			list->abstract = id_of(xml, "val");
		/* its levels are those of a list style: shown, as list styles are */
		else if (ats_xml_element(xml) == W_numStyleLink) {
			for (guint i = 0; i < LEVELS; i++)
				list->levels[i].shown = TRUE;
		}
	}
	return list;
}

static gboolean
read_numbering(AtsDocxNumbering *self, AtsXml *xml, AtsDocument *document, GError **error)
{
	AtsXmlEvent event;

	while ((event = ats_xml_next(xml)) != ATS_XML_STOP) {
		if (event != ATS_XML_START)
			continue;
		if (ats_xml_element(xml) == W_abstractNum) {
			gint64 id = id_of(xml, "abstractNumId");
			g_hash_table_insert(self->abstracts, key(id), read_list(xml, document));
		} else if (ats_xml_element(xml) == W_num) {
			gint64 id = id_of(xml, "numId");
			g_hash_table_insert(self->nums, key(id), read_list(xml, document));
		}
	}
	return ats_xml_finish(xml, error);
}

AtsDocxNumbering *
ats_docx_numbering_load(AtsDocxPackage *package,
			const char *name,
			AtsDocument *document,
			GError **error)
{
	g_autoptr(AtsDocxNumbering) self = g_new0(AtsDocxNumbering, 1);
	g_autoptr(GBytes) bytes = NULL;
	g_autoptr(AtsXml) xml = NULL;

	self->abstracts = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	self->nums = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	if (name == NULL)
		return g_steal_pointer(&self);
	bytes = ats_docx_package_read(package, name, error);
	xml = bytes != NULL ? ats_xml_new(bytes, name, error) : NULL;
	if (xml == NULL || !read_numbering(self, xml, document, error))
		return NULL;
	return g_steal_pointer(&self);
}

void
ats_docx_numbering_free(AtsDocxNumbering *numbering)
{
	g_hash_table_unref(numbering->abstracts);
	g_hash_table_unref(numbering->nums);
	g_free(numbering);
}

const AtsDocxLevel *
ats_docx_numbering_level(const AtsDocxNumbering *numbering, gint num_id, gint level)
{
	const List *num = g_hash_table_lookup(numbering->nums, key(num_id));
	const List *abstract;

	level = CLAMP(level, 0, LEVELS - 1);
	if (num == NULL)
		return NULL;
	if (num->overridden & (1u << level))
		return &num->levels[level];
	abstract = g_hash_table_lookup(numbering->abstracts, key(num->abstract));
	return abstract != NULL ? &abstract->levels[level] : NULL;
}
