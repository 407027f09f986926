/*
 * What was found in the bytes: making and freeing it, and the questions on its tree of parts.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model/document.h"

const char *
ats_format_name(AtsFormat format)
{
	return format == ATS_FORMAT_PDF ? "pdf" : "docx";
}

AtsDocument *
ats_document_new(AtsFormat format)
{
	AtsDocument *self = g_new0(AtsDocument, 1);

	self->format = format;
	self->strings = g_string_chunk_new(16384);
	self->pages = g_array_new(FALSE, TRUE, sizeof(AtsPage));
	self->glyphs = g_array_new(FALSE, TRUE, sizeof(AtsGlyph));
	self->drawn = g_array_new(FALSE, TRUE, sizeof(AtsDrawn));
	self->words = g_array_new(FALSE, TRUE, sizeof(AtsWord));
	self->fonts = g_array_new(FALSE, TRUE, sizeof(AtsFont));
	self->drawings = g_array_new(FALSE, TRUE, sizeof(AtsDrawing));
	self->parts = g_array_new(FALSE, TRUE, sizeof(AtsPart));
	self->paragraphs = g_array_new(FALSE, TRUE, sizeof(AtsParagraph));
	self->sections = g_array_new(FALSE, TRUE, sizeof(AtsSection));
	self->links = g_array_new(FALSE, TRUE, sizeof(AtsLink));
	self->attachments = g_ptr_array_new();
	return self;
}

void
ats_document_free(AtsDocument *document)
{
	g_array_unref(document->pages);
	g_array_unref(document->glyphs);
	g_array_unref(document->drawn);
	g_array_unref(document->words);
	g_array_unref(document->fonts);
	g_array_unref(document->drawings);
	g_array_unref(document->parts);
	g_array_unref(document->paragraphs);
	g_array_unref(document->sections);
	g_array_unref(document->links);
	g_ptr_array_unref(document->attachments);
	g_string_chunk_free(document->strings);
	g_free(document);
}

const char *
ats_document_intern(AtsDocument *document, const char *text)
{
	return g_string_chunk_insert_const(document->strings, text);
}

gboolean
ats_part_is_within(const AtsDocument *document, guint part, AtsPartKind kind, AtsVariant variant)
{
	for (gint i = (gint)part; i >= 0; i = ats_at(document->parts, AtsPart, i)->parent) {
		const AtsPart *p = ats_at(document->parts, AtsPart, i);
		if (p->kind == kind && (variant == ATS_VARIANT_NONE || p->variant == variant))
			return TRUE;
	}
	return FALSE;
}

guint
ats_part_root(const AtsDocument *document, guint part)
{
	gint i = (gint)part;

	while (ats_at(document->parts, AtsPart, i)->parent >= 0)
		i = ats_at(document->parts, AtsPart, i)->parent;
	return (guint)i;
}

static gboolean
part_is_unseen(const AtsPart *p)
{
	switch (p->kind) {
	case ATS_PART_DELETED:
	case ATS_PART_MOVED_FROM:
	case ATS_PART_COMMENT:
	case ATS_PART_FOREIGN:
		return TRUE;
	case ATS_PART_ALTERNATE:
		return p->variant == ATS_VARIANT_FALLBACK;
	case ATS_PART_HEADER:
	case ATS_PART_FOOTER:
		return !p->visible;
	default:
		return FALSE;
	}
}

gboolean
ats_part_shown(const AtsDocument *document, guint part)
{
	for (gint i = (gint)part; i >= 0; i = ats_at(document->parts, AtsPart, i)->parent) {
		if (part_is_unseen(ats_at(document->parts, AtsPart, i)))
			return FALSE;
	}
	return TRUE;
}

gboolean
ats_word_shown(const AtsDocument *document, const AtsWord *word)
{
	return word->visibility == ATS_VISIBLE_NORMAL && ats_part_shown(document, word->part);
}
