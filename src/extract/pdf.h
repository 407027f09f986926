/*
 * What the poppler-facing files of this room share. For pdf.c and pdf_*.c alone.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#pragma once

#include <poppler.h>

#include "extract/pdf_text.h"

/* names of our own, since later versions of poppler define these for theirs */
typedef PopplerDocument AtsPopplerDocument;
typedef PopplerPage AtsPopplerPage;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsPopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsPopplerPage, g_object_unref)

/* the characters of a page that has been rendered, in poppler's order; (transfer full): array of
 * AtsPdfChar */
GArray *
ats_pdf_page_chars(PopplerPage *page, AtsPdfFonts *fonts);

/* (transfer container): of PopplerLayer *: those that the file switches off */
GPtrArray *
ats_pdf_hidden_layers(PopplerDocument *pdf);

/* appends the characters of the page that only show with these layers switched on */
void
ats_pdf_add_layers(GArray *chars,
		   PopplerDocument *pdf,
		   guint index,
		   GPtrArray *hidden,
		   AtsPdfFonts *fonts);

/* appends the page's links, and parts for its form fields and annotations, to which the words in
 * them are given */
void
ats_pdf_page_extras(PopplerPage *page, AtsDocument *document, guint32 index);

/* what a library mends or undoes in silence, told by the bytes themselves: whether the file is
   enciphered, and whether its table of objects is where its end says */
void
ats_pdf_look_at_bytes(GBytes *bytes, AtsDocument *document);

/* title, producer, language, attachments, permissions, layers: what is said of the file as a whole
 */
void
ats_pdf_metadata(PopplerDocument *pdf, AtsDocument *document);
