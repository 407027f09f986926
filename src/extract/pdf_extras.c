/*
 * What a PDF holds beside its pages' text and drawing: links, form fields, annotations, metadata,
 * attachments, layers, permissions. For pdf.c.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "extract/pdf.h"

/* links, fields and annotations kept of one document: a form of the most diligent authority has
 * some thousand */
#define MAX_EXTRAS 10000
/* attachments whose names are kept */
#define MAX_ATTACHMENTS 100

static const char *
intern_valid(AtsDocument *document, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);

	return ats_document_intern(document, valid);
}

/* poppler's mappings have their origin at the bottom left of the crop box */
static AtsBox
box_of(const PopplerRectangle *r, double height)
{
	return (AtsBox){(float)MIN(r->x1, r->x2),
			(float)(height - MAX(r->y1, r->y2)),
			(float)MAX(r->x1, r->x2),
			(float)(height - MIN(r->y1, r->y2))};
}

static void
add_links(PopplerPage *page, AtsDocument *document, guint32 index, double height)
{
	GList *mapping = poppler_page_get_link_mapping(page);

	for (GList *l = mapping; l != NULL && document->links->len < MAX_EXTRAS; l = l->next) {
		const PopplerLinkMapping *m = l->data;
		AtsLink link = {.page = index, .part = -1};
		if (m->action == NULL || m->action->type != POPPLER_ACTION_URI ||
		    m->action->uri.uri == NULL)
			continue;
		link.uri = intern_valid(document, m->action->uri.uri);
		link.box = box_of(&m->area, height);
		g_array_append_val(document->links, link);
	}
	poppler_page_free_link_mapping(mapping);
}

/* a new part, to which the words in its box are given: annotations draw after the page's content,
 * over it */
static void
add_part(AtsDocument *document, guint32 index, AtsPartKind kind, AtsBox box, const char *name)
{
	const AtsPage *page = ats_at(document->pages, AtsPage, index);
	AtsPart part = {.kind = kind,
			.parent = kind == ATS_PART_COMMENT ? -1 : 0,
			.box = box,
			.name = name};

	if (document->parts->len >= MAX_EXTRAS)
		return;
	for (guint i = page->first_word; i < page->first_word + page->n_words; i++) {
		AtsWord *word = ats_at(document->words, AtsWord, i);
		if (ats_box_contains_point(box,
					   (word->box.x0 + word->box.x1) / 2,
					   (word->box.y0 + word->box.y1) / 2))
			word->part = document->parts->len;
	}
	g_array_append_val(document->parts, part);
}

/* not by name: poppler puts one together from the names of all that are above the field, and has no
 * end where they are a ring */
static void
add_fields(PopplerPage *page, AtsDocument *document, guint32 index, double height)
{
	GList *mapping = poppler_page_get_form_field_mapping(page);

	for (GList *l = mapping; l != NULL; l = l->next) {
		const PopplerFormFieldMapping *m = l->data;
		add_part(document, index, ATS_PART_FORM_FIELD, box_of(&m->area, height), "");
	}
	poppler_page_free_form_field_mapping(mapping);
}

/* notes that open on a click; what a free text annotation says stands on the page, like a field's
 * value */
static void
add_annotations(PopplerPage *page, AtsDocument *document, guint32 index, double height)
{
	GList *mapping = poppler_page_get_annot_mapping(page);

	for (GList *l = mapping; l != NULL; l = l->next) {
		const PopplerAnnotMapping *m = l->data;
		PopplerAnnotType type = poppler_annot_get_annot_type(m->annot);
		g_autofree char *contents = poppler_annot_get_contents(m->annot);
		if (contents == NULL || *contents == '\0')
			continue;
		if (type == POPPLER_ANNOT_FREE_TEXT)
			add_part(document,
				 index,
				 ATS_PART_FORM_FIELD,
				 box_of(&m->area, height),
				 intern_valid(document, contents));
		else if (type == POPPLER_ANNOT_TEXT)
			add_part(document,
				 index,
				 ATS_PART_COMMENT,
				 ATS_BOX_EMPTY,
				 intern_valid(document, contents));
	}
	poppler_page_free_annot_mapping(mapping);
}

void
ats_pdf_page_extras(PopplerPage *page, AtsDocument *document, guint32 index)
{
	double width, height;

	poppler_page_get_size(page, &width, &height);
	add_links(page, document, index, height);
	add_fields(page, document, index, height);
	add_annotations(page, document, index, height);
}

/* --- the file as a whole --- */

static const char *
intern_or_null(AtsDocument *document, char *text)
{
	g_autofree char *owned = text;

	return owned != NULL && *owned != '\0' ? intern_valid(document, owned) : NULL;
}

static void
add_attachments(PopplerDocument *pdf, AtsDocument *document)
{
	GList *attachments =
	    poppler_document_has_attachments(pdf) ? poppler_document_get_attachments(pdf) : NULL;

	for (GList *l = attachments; l != NULL; l = l->next) {
		PopplerAttachment *attachment = l->data;
		if (document->attachments->len < MAX_ATTACHMENTS)
			g_ptr_array_add(document->attachments,
					(gpointer)intern_valid(document, attachment->name));
	}
	g_list_free_full(attachments, g_object_unref);
}

void
ats_pdf_metadata(PopplerDocument *pdf, AtsDocument *document)
{
	document->title = intern_or_null(document, poppler_document_get_title(pdf));
	document->producer = intern_or_null(document, poppler_document_get_creator(pdf));
	if (document->producer == NULL)
		document->producer = intern_or_null(document, poppler_document_get_producer(pdf));
	document->copy_forbidden =
	    (poppler_document_get_permissions(pdf) & POPPLER_PERMISSIONS_OK_TO_COPY) == 0;
	add_attachments(pdf, document);
}
