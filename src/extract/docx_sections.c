/*
 * The sections of a DOCX: a pass over the main part that looks at its w:sectPr alone, since headers
 * stand in the document's model before the text that refers to them at its end. For the DOCX files
 * of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_sections.h"

#include "extract/docx_props.h"

/* points: US Letter with Word's margins, where the file says nothing */
#define PAGE_WIDTH  612.f
#define PAGE_HEIGHT 792.f
#define MARGIN	    72.f
/* points between columns, Word's default */
#define COLUMN_GAP 36.f
/* sections kept; a real document has a dozen */
#define MAX_SECTIONS 10000

static void
running_free(gpointer data)
{
	AtsDocxRunning *running = data;

	g_free(running->id);
	g_free(running);
}

static float
twips(const AtsXml *xml, const char *name, float otherwise)
{
	return ats_docx_length(ats_xml_attribute(xml, ATS_NS_W, name), ATS_DOCX_TWIPS, otherwise);
}

static void
take_page(const AtsXml *xml, AtsSection *section)
{
	section->page_width = twips(xml, "w", PAGE_WIDTH);
	section->page_height = twips(xml, "h", PAGE_HEIGHT);
}

static void
take_margins(const AtsXml *xml, AtsSection *section)
{
	section->margin_left =
	    twips(xml, "left", twips(xml, "start", MARGIN)) + twips(xml, "gutter", 0);
	section->margin_right = twips(xml, "right", twips(xml, "end", MARGIN));
	section->margin_top = ABS(twips(xml, "top", MARGIN));
	section->margin_bottom = ABS(twips(xml, "bottom", MARGIN));
}

static void
read_columns(AtsXml *xml, AtsSection *section)
{
	const char *num = ats_xml_attribute(xml, ATS_NS_W, "num");
	guint depth = ats_xml_depth(xml), n = 0;

	section->n_columns = num != NULL ? (guint)CLAMP(g_ascii_strtoll(num, NULL, 10), 1, 45) : 1;
	section->column_gap = twips(xml, "space", COLUMN_GAP);
	while (ats_xml_children(xml, depth)) {
		if (ats_xml_element(xml) != W_col)
			continue;
		if (n < ATS_SECTION_COLUMNS)
			section->column_width[n++] = twips(xml, "w", 0);
		if (n == 1)
			section->column_gap = twips(xml, "space", section->column_gap);
	}
	if (num == NULL && n > 1)
		section->n_columns = n;
}

static void
take_reference(const AtsXml *xml, GPtrArray *refs)
{
	const char *id = ats_xml_attribute(xml, ATS_NS_R, "id");
	const char *type = ats_xml_attribute(xml, ATS_NS_W, "type");
	AtsDocxRunning *ref;

	if (id == NULL || refs->len > MAX_SECTIONS)
		return;
	ref = g_new0(AtsDocxRunning, 1);
	ref->id = g_strdup(id);
	ref->footer = ats_xml_element(xml) == W_footerReference;
	ref->running = g_strcmp0(type, "first") != 0;
	/* for now: an even page's; the section's end decides */
	ref->visible = g_strcmp0(type, "even") != 0;
	g_ptr_array_add(refs, ref);
}

/* Word shows a first-page header only with w:titlePg, an even one only if the settings say so */
static void
decide(GPtrArray *refs, guint from, gboolean title_page, gboolean even_and_odd)
{
	for (guint i = from; i < refs->len; i++) {
		AtsDocxRunning *ref = g_ptr_array_index(refs, i);
		ref->visible = ref->running ? ref->visible || even_and_odd : title_page;
	}
}

static void
read_section(AtsXml *xml, gboolean even_and_odd, AtsDocument *document, GPtrArray *refs)
{
	AtsSection section =
	    {PAGE_WIDTH, PAGE_HEIGHT, MARGIN, MARGIN, MARGIN, MARGIN, .n_columns = 1};
	guint depth = ats_xml_depth(xml), from = refs->len;
	gboolean title_page = FALSE;

	section.column_gap = COLUMN_GAP;
	while (ats_xml_children(xml, depth)) {
		AtsElement element = ats_xml_element(xml);
		if (element == W_pgSz)
			take_page(xml, &section);
		else if (element == W_pgMar)
			take_margins(xml, &section);
		else if (element == W_cols)
			read_columns(xml, &section);
		else if (element == W_type)
			section.continuous = g_strcmp0(ats_xml_val(xml), "continuous") == 0;
		else if (element == W_titlePg)
			title_page = ats_docx_is_on(ats_xml_val(xml));
		else if (element == W_headerReference || element == W_footerReference)
			take_reference(xml, refs);
		else if (element == W_sectPrChange)
			ats_xml_skip(xml);
	}
	decide(refs, from, title_page, even_and_odd);
	if (document->sections->len < MAX_SECTIONS)
		g_array_append_val(document->sections, section);
}

/* a part that several sections refer to is listed once, with the most that any of them says of it
 */
static GPtrArray *
merged(GPtrArray *refs)
{
	GPtrArray *out = g_ptr_array_new_with_free_func(running_free);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint pass = 0; pass < 2; pass++) {
		for (guint i = 0; i < refs->len; i++) {
			AtsDocxRunning *ref = g_ptr_array_index(refs, i);
			AtsDocxRunning *known = g_hash_table_lookup(seen, ref->id);
			if (ref->running != (pass == 1))
				continue;
			if (known == NULL) {
				known = g_new0(AtsDocxRunning, 1);
				known->id = g_strdup(ref->id);
				known->footer = ref->footer;
				g_ptr_array_add(out, known);
				g_hash_table_insert(seen, known->id, known);
			}
			known->visible |= ref->visible;
			known->running |= ref->running && ref->visible;
		}
	}
	return out;
}

static void
add_page(AtsDocument *document)
{
	AtsSection plain =
	    {PAGE_WIDTH, PAGE_HEIGHT, MARGIN, MARGIN, MARGIN, MARGIN, .n_columns = 1};
	AtsPage page = {0};
	const AtsSection *first;

	if (document->sections->len == 0)
		g_array_append_val(document->sections, plain);
	first = ats_at(document->sections, AtsSection, 0);
	page.width = first->page_width;
	page.height = first->page_height;
	g_array_append_val(document->pages, page);
}

GPtrArray *
ats_docx_sections_read(AtsXml *xml, gboolean even_and_odd, AtsDocument *document)
{
	g_autoptr(GPtrArray) refs = g_ptr_array_new_with_free_func(running_free);
	AtsXmlEvent event;

	while ((event = ats_xml_next(xml)) != ATS_XML_STOP) {
		if (event == ATS_XML_START && ats_xml_element(xml) == W_sectPr)
			read_section(xml, even_and_odd, document, refs);
		else if (event == ATS_XML_START && ats_xml_element(xml) == W_pPrChange)
			ats_xml_skip(xml);
	}
	add_page(document);
	return merged(refs);
}
